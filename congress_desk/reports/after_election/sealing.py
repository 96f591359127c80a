"""Minutes of sealing the ballots of a round (biên bản niêm phong), and labels for its bundles."""

from __future__ import annotations

from collections.abc import Iterator

from congress_desk.domain.ballot_papers.issue_register import IssueKind, IssueRegister
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.domain.organs.duty import Organ
from congress_desk.reports.after_election.after_parts import (
    committee_name,
    months_later,
    names_or_dots,
    of_organ,
    retention,
    vote_words,
)
from congress_desk.reports.document.congress_paper import congress_paper
from congress_desk.reports.document.date_words import day_text
from congress_desk.reports.document.document import (
    Align,
    Block,
    Bullet,
    Column,
    Document,
    Heading,
    KeepTogether,
    Paragraph,
    Signatures,
    Spacer,
    Table,
)
from congress_desk.reports.document.head import (
    COUNTING_BOARD,
    PRESIDIUM,
    congress_name,
    congress_wording,
    organ_signature,
)
from congress_desk.reports.document.sentences import election_title, in_sentence
from congress_desk.reports.document.wording import Wording
from congress_desk.reports.elections.counting_minutes.accounts import board_members
from congress_desk.reports.elections.counting_minutes.closing import counting_day

NOTHING = IssueRegister()


def sealing_minutes(
    sheet: RoundSheet, register: IssueRegister = NOTHING, wording: Wording | None = None
) -> Document:
    """Return the minutes of a declared round; `register` tells of papers never put in the box."""
    words = congress_wording(sheet.congress, wording)
    day = counting_day(sheet)
    return congress_paper(
        sheet.congress,
        sheet.head,
        words,
        day=day,
        organ=COUNTING_BOARD,
        symbol=words.say("after.symbol_minutes"),
        title=words.say("sealing.title"),
        subject=(words.say("sealing.subject", title=_title(sheet, words)),),
        blocks=(
            Paragraph(
                runs=words.runs(
                    "sealing.opening",
                    day=day_text(day, words),
                    title=_title(sheet, words),
                    congress=congress_name(sheet.congress, words),
                    board=words.terms["counting_board_name"],
                )
            ),
            *_present(sheet, words),
            *_papers(sheet, register, words),
            *_bundles(sheet, words),
            *_how(words),
            Heading(title=f"5. {words.say('sealing.kept')}"),
            Paragraph(
                runs=words.runs(
                    "sealing.handed",
                    presidium=in_sentence(words.terms["presidium_name"]),
                    committee=committee_name(sheet.congress, words),
                )
            ),
            retention(sheet.congress.rules, day, words),
            KeepTogether(blocks=_closing(sheet, words)),
        ),
    )


def sealing_labels(sheet: RoundSheet, wording: Wording | None = None) -> Document:
    """Return a label for each bundle of a declared round, and one for the box."""
    words = congress_wording(sheet.congress, wording)
    return congress_paper(
        sheet.congress,
        sheet.head,
        words,
        day=counting_day(sheet),
        organ=COUNTING_BOARD,
        title=words.say("sealing_labels.title"),
        subject=(words.say("sealing_labels.subject", title=_title(sheet, words)),),
        blocks=(
            Paragraph(runs=words.runs("sealing_labels.how"), small=True),
            *_labels(sheet, words),
        ),
    )


def _title(sheet: RoundSheet, words: Wording, *, first: bool = False) -> str:
    """Return what was elected in which round; `first` where a line begins with it."""
    title = election_title(sheet.election)
    title = title[:1].upper() + title[1:] if first else title
    only_one = sheet.round.number == 1 and not sheet.round.is_recount
    return title if only_one else f"{title} ({vote_words(sheet.round, words)})"


def _present(sheet: RoundSheet, words: Wording) -> Iterator[Block]:
    heads, members = board_members(sheet)
    yield Heading(title=f"1. {words.say('sealing.present')}")
    if not heads and not members:
        board = words.terms["counting_board_name"]
        yield Bullet(runs=words.runs("sealing.board_unknown", board=board))
    if heads:
        names = ", ".join(duty.name for duty in heads)
        yield Bullet(runs=words.runs("sealing.board_head", name=names))
    if members:
        names = ", ".join(duty.name for duty in members)
        yield Bullet(runs=words.runs("sealing.board_members", names=names))
    witnesses = [duty.name for duty in of_organ(sheet.board, Organ.PRESIDIUM)]
    names = names_or_dots(witnesses, words)
    yield Bullet(runs=words.runs("sealing.presidium_witness", names=names))


def _papers(sheet: RoundSheet, register: IssueRegister, words: Wording) -> Iterator[Block]:
    """Yield the numbers of papers as they were declared; what was not recorded is left out."""
    accounting, result = sheet.round.accounting, sheet.result
    issued, returned = accounting.issued, accounting.returned
    rows: list[tuple[str, str, str]] = []
    if register.printed:
        rows.append((words.say("sealing.printed"), str(register.printed), ""))
    if issued is not None:
        rows.append((words.say("sealing.issued"), str(issued), ""))
    if register.exchanged:
        note = _destroyed(register.spoiled_destroyed, register.exchanged, words)
        rows.append((words.say("sealing.exchanged"), str(register.exchanged), note))
    if register.printed and issued is not None:
        unused = max(register.printed - issued - register.exchanged, 0)
        note = _destroyed(register.total(IssueKind.DESTROYED), unused, words)
        rows.append((words.say("sealing.unused"), str(unused), note))
    if issued is not None and returned is not None and issued > returned:
        rows.append((words.say("sealing.not_returned"), str(issued - returned), ""))
    if returned is not None:
        rows.append((words.say("sealing.returned"), str(returned), ""))
    rows.append((words.say("sealing.valid"), str(result.valid), ""))
    rows.append((words.say("sealing.invalid"), str(result.invalid), ""))
    yield Heading(title=f"2. {words.say('sealing.papers')}")
    yield Table(
        columns=(
            Column(title=words.say("sealing.kind")),
            Column(title=words.say("sealing.count"), width=26, align=Align.RIGHT),
            Column(title=words.say("after.note"), width=60),
        ),
        rows=tuple(rows),
    )


def _destroyed(gone: int, of: int, words: Wording) -> str:
    """Return what became of papers that do not count: destroyed, all or some, or kept apart."""
    if not gone:
        return words.say("sealing.unused_note") if of else ""
    if gone >= of:
        return words.say("sealing.destroyed")
    return words.say("sealing.destroyed_some", count=gone, left=of - gone)


def _bundles(sheet: RoundSheet, words: Wording) -> Iterator[Block]:
    held = [bundle for bundle in sheet.bundles if bundle.entered]
    rows = [(str(bundle.number), str(bundle.entered), "", "") for bundle in held]
    total = sum(bundle.entered for bundle in held)
    rows.append((words.say("sealing.total"), str(total), "", ""))
    yield Heading(title=f"3. {words.say('sealing.bundles')}")
    yield Table(
        columns=(
            Column(title=words.say("sealing.bundle"), width=26, align=Align.CENTER),
            Column(title=words.say("sealing.in_bundle"), width=26, align=Align.RIGHT),
            Column(title=words.say("sealing.seal"), width=44, align=Align.CENTER),
            Column(title=words.say("after.note")),
        ),
        rows=tuple(rows),
        bold_rows=frozenset({len(rows) - 1}),
    )


def _how(words: Wording) -> tuple[Block, ...]:
    return (
        Heading(title=f"4. {words.say('sealing.how')}"),
        Paragraph(runs=words.runs("sealing.how_text", container=words.say("after.blank_number"))),
    )


def _closing(sheet: RoundSheet, words: Wording) -> tuple[Block, ...]:
    heads, _ = board_members(sheet)
    only = heads[0].name if len(heads) == 1 else ""
    cells = (
        organ_signature(
            COUNTING_BOARD, words, role=words.say("minutes.closing.board_head"), name=only
        ),
        organ_signature(PRESIDIUM, words),
    )
    return (
        Paragraph(runs=words.runs("after.copies")),
        Spacer(height=4),
        Signatures(cells=cells, across=2),
    )


def _labels(sheet: RoundSheet, words: Wording) -> Iterator[Block]:
    held = [bundle for bundle in sheet.bundles if bundle.entered]
    for bundle in held:
        number = words.say("sealing_labels.bundle_number", number=bundle.number, count=len(held))
        titles = (words.say("sealing_labels.bundle"), number)
        yield from _label(titles, str(bundle.entered), sheet, words)
    papers = words.say(
        "sealing_labels.papers_of_box",
        returned=sheet.round.accounting.returned or sheet.result.entered,
        valid=sheet.result.valid,
        invalid=sheet.result.invalid,
    )
    holds = words.say("sealing_labels.box_holds", count=len(held))
    yield from _label((words.say("sealing_labels.box"), holds), papers, sheet, words)


def _label(
    titles: tuple[str, str], papers: str, sheet: RoundSheet, words: Wording
) -> Iterator[Block]:
    """Yield one label, never broken over two pages."""
    day, months = counting_day(sheet), sheet.congress.rules.retention_months
    until = day_text(months_later(day, months), words) if months else ""
    say = words.say
    rows = (
        (say("sealing_labels.congress"), congress_name(sheet.congress, words)),
        (say("sealing_labels.election"), _title(sheet, words, first=True)),
        (say("sealing_labels.papers"), papers),
        (
            say("sealing_labels.sealed"),
            say("sealing_labels.sealed_blank", day=day_text(day, words)),
        ),
        (say("sealing_labels.until"), until or say("sealing_labels.until_unset")),
        (say("sealing_labels.warning_title"), say("sealing_labels.warning")),
        (say("sealing_labels.signed"), ""),
    )
    table = Table(
        columns=(Column(title=titles[0], width=44), Column(title=titles[1])),
        rows=rows,
        bold_rows=frozenset({2}),
    )
    yield KeepTogether(blocks=(table, Spacer(height=7)))
