"""The minutes of handing out ballots: the box, who had how many, what was left and destroyed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from congress_desk.domain.ballot_papers.ballot_box import BallotBox
from congress_desk.domain.ballot_papers.issue_register import (
    IssueKind,
    IssueLine,
    IssueRegister,
    is_same,
)
from congress_desk.domain.elections.round import RoundState
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.reports.document.congress_paper import congress_paper
from congress_desk.reports.document.date_words import day_of, day_text, moment, time_text
from congress_desk.reports.document.document import (
    Align,
    Block,
    Bullet,
    Column,
    Document,
    Heading,
    KeepTogether,
    Paragraph,
    Signature,
    Signatures,
    Spacer,
    Table,
)
from congress_desk.reports.document.head import (
    COUNTING_BOARD,
    congress_wording,
    organ_signature,
)
from congress_desk.reports.document.sentences import round_title
from congress_desk.reports.document.wording import Wording
from congress_desk.reports.elections.counting_minutes.accounts import board_members, board_section

_PRE = "issue_minutes"


def issue_minutes(
    sheet: RoundSheet, register: IssueRegister, boxes: Sequence[BallotBox] = ()
) -> Document:
    """Return the minutes of handing out the ballots of a round; a draft until the box was opened.

    Of several `boxes` those that were used are told one by one.
    A cancelled round keeps its minutes, stamped as such.
    """
    words = congress_wording(sheet.congress)
    day = day_of(sheet.round.opened_at)
    used = tuple(box for box in boxes if box.id in register.boxes)
    sections = (
        board_section(sheet, words),
        _box(register, used, words),
        _handed(register, words),
        _by_box(register, used, words),
        _returned(register, used, sheet, words),
        _rest(register, words),
        _struck(register, words),
    )
    return congress_paper(
        sheet.congress,
        sheet.head,
        words,
        day=day,
        organ=COUNTING_BOARD,
        symbol=words.say("minutes.symbol"),
        title=words.say(f"{_PRE}.title"),
        subject=_subject(sheet, words),
        blocks=(_opening(sheet, day, words), *_signed(_numbered(sections), sheet, words)),
        stamps=_stamps(sheet, register),
    )


def issue_title(line: IssueLine, words: Wording) -> str:
    """Return what a line is about, as papers say it."""
    return words.say(f"{_PRE}.kind.{line.kind.value}")


def unit_words(unit: str, words: Wording) -> str:
    """Return the name of a unit; of the whole hall its words."""
    return unit or words.say(f"{_PRE}.hall")


def _subject(sheet: RoundSheet, words: Wording) -> tuple[str, ...]:
    subject = words.say("minutes.subject", title=round_title(sheet, words))
    number = sheet.round.number
    return (
        (subject, words.say("minutes.subject_again", number=number)) if number > 1 else (subject,)
    )


def _stamps(sheet: RoundSheet, register: IssueRegister) -> tuple[str, ...]:
    if sheet.round.state is RoundState.CANCELLED:
        return ("cancelled",)
    return ("draft",) if register.returned is None and _declared(sheet) is None else ()


def _declared(sheet: RoundSheet) -> int | None:
    """Return the number that came back by the count of a declared round, None before."""
    accounting = sheet.round.accounting
    return accounting.returned if sheet.round.state is RoundState.DECLARED else None


def _opening(sheet: RoundSheet, day: str, words: Wording) -> Paragraph:
    place = sheet.congress.details.place
    return Paragraph(
        runs=words.runs(
            f"{_PRE}.opening_place" if place else f"{_PRE}.opening",
            day=day_text(day, words),
            place=place,
            title=round_title(sheet, words),
        )
    )


def _box(register: IssueRegister, boxes: Sequence[BallotBox], words: Wording) -> tuple[Block, ...]:
    heading = Heading(title=words.say(f"{_PRE}.box.heading"))
    if boxes:
        return heading, *(_box_line(register, box, words) for box in boxes)
    line = register.line(IssueKind.BOX_SEALED)
    sentence = (
        words.runs(f"{_PRE}.box.sealed", **_witnessed(line, words))
        if line
        else words.runs(f"{_PRE}.box.unknown")
    )
    return heading, Bullet(runs=sentence)


def _box_line(register: IssueRegister, box: BallotBox, words: Wording) -> Bullet:
    line = register.of_box(box.id).line(IssueKind.BOX_SEALED)
    if line is None:
        return Bullet(runs=words.runs(f"{_PRE}.box.unknown_of", box=box.name))
    params = _witnessed(line, words)
    return Bullet(runs=words.runs(f"{_PRE}.box.sealed_of", box=box.name, **params))


def _by_box(
    register: IssueRegister, boxes: Sequence[BallotBox], words: Wording
) -> tuple[Block, ...]:
    """Return what was handed out, exchanged, taken back and found of each of several boxes."""
    if not boxes:
        return ()
    rows = [_box_row(box.name, register.of_box(box.id), words) for box in boxes]
    rows.append(_box_row(words.say(f"{_PRE}.handed.total"), register, words))
    titles = ("box", "issued", "exchanged", "taken_back", "returned")
    columns = tuple(
        Column(
            title=words.say(f"{_PRE}.by_box.{key}"),
            width=0 if key == "box" else 28,
            align=Align.LEFT if key == "box" else Align.CENTER,
        )
        for key in titles
    )
    return (
        Heading(title=words.say(f"{_PRE}.by_box.heading")),
        Table(columns=columns, rows=tuple(rows), bold_rows=frozenset({len(boxes)})),
    )


def _box_row(name: str, register: IssueRegister, words: Wording) -> tuple[str, ...]:
    found = register.returned
    return (
        name,
        str(register.issued),
        str(register.exchanged),
        str(register.total(IssueKind.TAKEN_BACK)),
        words.say("common.blank") if found is None else str(found),
    )


def _handed(register: IssueRegister, words: Wording) -> tuple[Block, ...]:
    blocks: list[Block] = [Heading(title=words.say(f"{_PRE}.handed.heading"))]
    if register.printed:
        key = "printed_before" if register.spent else "printed"
        counts = {"count": register.printed, "spent": register.spent}
        blocks.append(Bullet(runs=words.runs(f"{_PRE}.handed.{key}", **counts)))
    if not register.is_kept:
        return *blocks, Bullet(runs=words.runs(f"{_PRE}.handed.none"))
    blocks.append(_units_table(register, words))
    for kind in (IssueKind.TAKEN_BACK, IssueKind.EXCHANGED):
        count = register.total(kind)
        if count:
            blocks.append(Bullet(runs=words.runs(f"{_PRE}.handed.{kind.value}", count=count)))
    return *blocks, Bullet(runs=words.runs(f"{_PRE}.handed.issued", count=register.issued))


def _units_table(register: IssueRegister, words: Wording) -> Table:
    rows = [
        (str(place), unit_words(unit, words), str(count), _receiver(register, unit), "")
        for place, (unit, count) in enumerate(register.units, start=1)
    ]
    total = ("", words.say(f"{_PRE}.handed.total"), str(register.issued), "", "")
    return Table(
        columns=(
            Column(title=words.say("minutes.list.number"), width=12, align=Align.CENTER),
            Column(title=words.say(f"{_PRE}.handed.unit")),
            Column(title=words.say(f"{_PRE}.handed.papers"), width=24, align=Align.CENTER),
            Column(title=words.say(f"{_PRE}.handed.receiver"), width=46),
            Column(title=words.say(f"{_PRE}.handed.signed"), width=28),
        ),
        rows=(*rows, total),
        bold_rows=frozenset({len(rows)}),
        row_height=8,
    )


def _receiver(register: IssueRegister, unit: str) -> str:
    names = (
        line.name
        for line in register.lines
        if line.kind is IssueKind.HANDED and line.stands and is_same(line.unit, unit) and line.name
    )
    return ", ".join(dict.fromkeys(names))


def _returned(
    register: IssueRegister, boxes: Sequence[BallotBox], sheet: RoundSheet, words: Wording
) -> tuple[Block, ...]:
    """Return what was in the boxes: by their opening, where none was noted here by the count."""
    heading = Heading(title=words.say(f"{_PRE}.returned.heading"))
    names = {box.id: box.name for box in boxes}
    said = [
        _opened(line, names.get(line.box_id, ""), words)
        for line in register.lines_of(IssueKind.RETURNED)
    ]
    returned = _declared(sheet) if register.returned is None else register.returned
    if returned is None:
        return heading, *said, Bullet(runs=words.runs(f"{_PRE}.returned.closed"))
    if register.returned is None:
        said.append(Bullet(runs=words.runs(f"{_PRE}.returned.counted", count=returned)))
    elif len(said) > 1:
        said.append(Bullet(runs=words.runs(f"{_PRE}.returned.all", count=returned)))
    difference = register.issued - returned
    if difference:
        key = "fewer" if difference > 0 else "more"
        runs = words.runs(f"minutes.ballots.{key}", difference=abs(difference))
        said.append(Bullet(runs=runs))
    return heading, *said


def _opened(line: IssueLine, box: str, words: Wording) -> Bullet:
    key = "opened_of" if box else "opened"
    said = _witnessed(line, words)
    return Bullet(runs=words.runs(f"{_PRE}.returned.{key}", count=line.papers, box=box, **said))


def _rest(register: IssueRegister, words: Wording) -> tuple[Block, ...]:
    """Return what was never used or spoiled, and before whom it was destroyed."""
    blocks: list[Block] = [Heading(title=words.say(f"{_PRE}.rest.heading"))]
    if register.unused is not None:
        blocks.append(Bullet(runs=words.runs(f"{_PRE}.rest.unused", count=register.unused)))
    blocks.append(Bullet(runs=words.runs(f"{_PRE}.rest.spoiled", count=register.exchanged)))
    for line in register.lines:
        if line.kind is IssueKind.DESTROYED and line.stands:
            params = {"papers": line.papers, "spoiled": line.spoiled, **_witnessed(line, words)}
            what = "both" if line.papers and line.spoiled else _one_kind(line)
            blocks.append(Bullet(runs=words.runs(f"{_PRE}.rest.destroyed_{what}", **params)))
    return tuple(blocks)


def _one_kind(line: IssueLine) -> str:
    return "unused" if line.papers else "spoiled"


def _struck(register: IssueRegister, words: Wording) -> tuple[Block, ...]:
    """Return the lines that were written in error, each with the reason; nothing where none was."""
    lines = [line for line in register.lines if not line.stands]
    if not lines:
        return ()
    return Heading(title=words.say(f"{_PRE}.struck.heading")), *(_struck_line(lines, words))


def _struck_line(lines: list[IssueLine], words: Wording) -> Iterator[Block]:
    for line in lines:
        sentence = words.runs(
            f"{_PRE}.struck.{'line' if line.papers else 'line_bare'}",
            what=issue_title(line, words),
            papers=line.papers,
            time=time_text(moment(line.at), words),
            reason=line.struck_reason,
        )
        yield Bullet(runs=sentence)


def _witnessed(line: IssueLine, words: Wording) -> dict[str, str | int]:
    time = time_text(moment(line.at), words)
    return {"time": time, "name": line.name, "witness": line.witness}


def _signed(blocks: tuple[Block, ...], sheet: RoundSheet, words: Wording) -> tuple[Block, ...]:
    """Return the sections with the places to sign, which keep the last sentence with them."""
    return *blocks[:-1], KeepTogether(blocks=(blocks[-1], *_signatures(sheet, words)))


def _signatures(sheet: RoundSheet, words: Wording) -> tuple[Block, ...]:
    heads, _ = board_members(sheet)
    cells = (
        Signature(title=words.say(f"{_PRE}.witness")),
        organ_signature(
            COUNTING_BOARD,
            words,
            role=words.say("minutes.closing.board_head"),
            name=heads[0].name if heads else "",
        ),
    )
    closing = Paragraph(runs=words.runs(f"{_PRE}.closing"))
    return closing, Spacer(height=4), Signatures(cells=cells, across=2)


def _numbered(sections: tuple[tuple[Block, ...], ...]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    number = 0
    for block in (block for section in sections for block in section):
        if isinstance(block, Heading):
            number += 1
            block = Heading(title=f"{number}. {block.title}", remark=block.remark)
        blocks.append(block)
    return tuple(blocks)
