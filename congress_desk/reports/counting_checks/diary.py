"""The entry diary of a round (nhật ký nhập phiếu): by bundle and pass, without a mark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from congress_desk.domain.elections.checks.diary import DiaryLine
from congress_desk.domain.elections.passes.bundle_passes import (
    BundlePasses,
    BundleState,
    PassSource,
)
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.reports.after_election.after_parts import vote_words
from congress_desk.reports.document.congress_paper import congress_paper
from congress_desk.reports.document.date_words import day_of, moment
from congress_desk.reports.document.document import (
    Align,
    Block,
    Column,
    Document,
    KeepTogether,
    Paragraph,
    Signatures,
    Spacer,
    Table,
)
from congress_desk.reports.document.head import COUNTING_BOARD, congress_wording, organ_signature
from congress_desk.reports.document.sentences import election_title
from congress_desk.reports.document.wording import Wording
from congress_desk.reports.elections.counting_minutes.accounts import board_members
from congress_desk.reports.elections.counting_minutes.closing import counting_day


def entry_diary_paper(
    sheet: RoundSheet,
    lines: Sequence[DiaryLine],
    bundles: Sequence[BundlePasses],
    wording: Wording | None = None,
) -> Document:
    """Return the diary; `bundles` are those of a round of several passes, in any order."""
    words = congress_wording(sheet.congress, wording)
    title = election_title(sheet.election)
    return congress_paper(
        sheet.congress,
        sheet.head,
        words,
        day=counting_day(sheet),
        organ=COUNTING_BOARD,
        title=words.say("entry_diary.title"),
        subject=(
            words.say("entry_diary.subject", title=title, vote=vote_words(sheet.round, words)),
        ),
        blocks=(
            Paragraph(
                runs=words.runs(
                    "entry_diary.opening" if bundles else "entry_diary.opening_once",
                    passes=sheet.round.passes,
                    bundles=len({line.bundle for line in lines}),
                    sheets=sum(line.sheets for line in lines if _stands(line)),
                )
            ),
            _table(lines, {bundle.number: bundle for bundle in bundles}, words),
            KeepTogether(blocks=tuple(_closing(sheet, lines, words))),
        ),
    )


def _stands(line: DiaryLine) -> bool:
    return not line.voided and not line.is_resolver


def _table(lines: Sequence[DiaryLine], bundles: dict[int, BundlePasses], words: Wording) -> Table:
    last = {line.bundle: line for line in lines}
    days = {day_of(line.since) for line in lines if line.since}
    rows = tuple(
        (
            str(line.bundle),
            _pass_words(line, words),
            ", ".join(line.who) or words.say("entry_diary.nobody"),
            _times(line, len(days) > 1, words),
            str(line.sheets),
            str(line.corrected),
            _settled(line, bundles.get(line.bundle), last[line.bundle] is line, words),
        )
        for line in lines
    )
    figures = Align.RIGHT
    return Table(
        columns=(
            Column(title=words.say("entry_diary.bundle"), width=12, align=Align.CENTER),
            Column(title=words.say("entry_diary.pass"), width=22),
            Column(title=words.say("entry_diary.who")),
            Column(title=words.say("entry_diary.times"), width=28, align=Align.CENTER),
            Column(title=words.say("entry_diary.sheets"), width=13, align=figures),
            Column(title=words.say("entry_diary.corrected"), width=13, align=figures),
            Column(title=words.say("entry_diary.settled"), width=38),
        ),
        rows=rows,
        small=True,
    )


def _by_totals(line: DiaryLine) -> bool:
    return line.source is PassSource.TOTALS


def _pass_words(line: DiaryLine, words: Wording) -> str:
    if line.is_resolver:
        return words.say("entry_diary.recounted" if _by_totals(line) else "entry_diary.resolver")
    return words.say("entry_diary.pass_number", number=line.number)


def _times(line: DiaryLine, with_days: bool, words: Wording) -> str:
    since, until = moment(line.since), moment(line.until)
    if since is None or until is None:
        return words.say("entry_diary.unknown") if since is None else f"{since:%H:%M} –"
    day = f" ({since:%d/%m})" if with_days else ""
    return f"{since:%H:%M} – {until:%H:%M}{day}"


def _settled(line: DiaryLine, bundle: BundlePasses | None, is_last: bool, words: Wording) -> str:
    """Return how a bundle came to what counts, in its last line alone."""
    if line.voided:
        return words.say("entry_diary.voided")
    if bundle is None:
        return words.say(f"entry_diary.source_{line.source.value}")
    if not is_last:
        return ""
    said = []
    if bundle.counted is not None:
        said.append(words.say("entry_diary.counted", sheets=bundle.counted))
    if not bundle.is_agreed:
        differs = bundle.state is BundleState.DIFFERS
        said.append(words.say("entry_diary.open" if differs else "entry_diary.unfinished"))
    elif line.is_resolver and _by_totals(line):
        said.append(words.say("entry_diary.totals_again"))
    elif line.is_resolver:
        said.append(words.say("entry_diary.typed_again", sheets=line.sheets))
    else:
        said.append(words.say("entry_diary.agreed"))
    return "; ".join(said)


def _closing(sheet: RoundSheet, lines: Sequence[DiaryLine], words: Wording) -> Iterator[Block]:
    heads, _ = board_members(sheet)
    yield Paragraph(runs=words.runs("entry_diary.note"), small=True)
    if any(line.until and line.until < line.since for line in lines):
        yield Paragraph(runs=words.runs("entry_diary.clock_put_back"), small=True)
    yield Spacer(height=6)
    name = heads[0].name if len(heads) == 1 else ""
    signs = organ_signature(
        COUNTING_BOARD, words, role=words.say("minutes.closing.board_head"), name=name
    )
    yield Signatures(cells=(signs,), across=2)
