"""Tally sheets: a bundle counted by hand, one sheet a bundle, with the sums that must hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from congress_desk.domain.ballot_papers.printed_list import PrintedList
from congress_desk.domain.congress import Congress
from congress_desk.domain.elections.ballots import MarkMode
from congress_desk.domain.elections.totals.tally_sheet import (
    kept_range,
    sheet_reasons,
    tallies_kept,
)
from congress_desk.domain.journal import JournalLine
from congress_desk.reports.document.document import (
    Align,
    Block,
    Column,
    Document,
    KeepTogether,
    PageBreak,
    Paragraph,
    Signature,
    Signatures,
    Spacer,
    Table,
)
from congress_desk.reports.document.head import (
    COUNTING_BOARD,
    congress_day,
    congress_wording,
    document_head,
    footer_text,
    stamp_text,
)
from congress_desk.reports.document.sentences import reason_words, without_verb
from congress_desk.reports.document.wording import Wording

_GATE, _MOST_BOXES = 5, 10
_KEPT_ACROSS = 20
_POINTS, _TIGHT_POINTS = 9.0, 8.5
# Rows that are a little lower keep such lists on the front and the back of one sheet; longer ones
# stand in two halves beside each other, with fewer boxes a name.
_TIGHT_LISTS, _LONGEST_WHOLE = range(28, 47), 46
_HALF_BOXES, _HALF_BOXES_WIDTH, _HALF_SUM, _HALF_NUMBER, _HALF_POINTS = 6, 27.5, 8.2, 6.0, 8.0
_ROW, _TIGHT_ROW, _COUNT_ROW = 6.3, 4.6, 5.0
_NUMBER, _SUM, _TICK_SUM, _UNCOUNTED = 8.0, 14.0, 12.5, 18.0
_BOXES_WIDTH, _TICK_BOXES_WIDTH, _WIDEST_BOX = 73.0, 58.0, 12.0


@dataclass(frozen=True, slots=True, kw_only=True)
class TallySheet:
    """One bundle to be tallied: its number, 0 of a sheet in reserve, and what its cover says."""

    bundle: int
    expected: int | None


def tally_sheets(
    congress: Congress,
    listed: PrintedList,
    sheets: Sequence[TallySheet],
    head: JournalLine,
    *,
    stamps: Sequence[str] = (),
) -> Document:
    """Return a sheet a bundle; each begins a page of its own."""
    words = congress_wording(congress)
    boxes = _boxes(sheets, _HALF_BOXES if _in_halves(listed) else _MOST_BOXES)
    blocks = list[Block]()
    for sheet in sheets:
        blocks += [PageBreak()] if blocks else []
        blocks += _sheet(sheet, listed, boxes, words)
    return Document(
        head=document_head(congress, congress_day(congress), words, organ=COUNTING_BOARD),
        title=words.say("tally.title"),
        subject=_subject(listed, words),
        blocks=tuple(blocks),
        footer=footer_text(head, words),
        stamp=stamp_text(congress, words, *stamps),
        form=words.form,
        run=True,
    )


def _subject(listed: PrintedList, words: Wording) -> tuple[str, ...]:
    subject = words.say("tally.subject", title=without_verb(listed.title))
    number = listed.round_number
    return (subject,) if number == 1 else (words.say("tally.again", of=subject, number=number),)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Boxes:
    """The boxes of a line: how many, and for how many ballots each."""

    count: int
    size: int


def _in_halves(listed: PrintedList) -> bool:
    return len(listed.names) > _LONGEST_WHOLE and listed.mode is not MarkMode.TICK


def _boxes(sheets: Sequence[TallySheet], most_boxes: int) -> _Boxes:
    """Return boxes of one gate of five for the largest bundle, of more gates where it is large."""
    most = max((sheet.expected or 0 for sheet in sheets), default=0) or _GATE * _MOST_BOXES
    size = _GATE * max(1, -(-most // (_GATE * most_boxes)))
    return _Boxes(count=-(-most // size), size=size)


def _sheet(
    sheet: TallySheet, listed: PrintedList, boxes: _Boxes, words: Wording
) -> Iterator[Block]:
    blank = words.say("common.blank")
    expected = blank if sheet.expected is None else sheet.expected
    of_bundle = words.runs("tally.bundle", bundle=sheet.bundle or blank, expected=expected)
    how = words.runs(f"tally.how_{_bars_for(listed)}", gates=_gates_words(boxes, words))
    yield Paragraph(runs=of_bundle, indent=False)
    yield Paragraph(runs=how, small=True, indent=False)
    yield _names(sheet, listed, boxes, words)
    yield Spacer(height=2)
    yield KeepTogether(blocks=(_counts(sheet, listed, words),))
    yield KeepTogether(blocks=_kept(listed, words))
    yield Spacer(height=2)
    yield _checks(sheet, listed, words)
    yield Signatures(cells=_tellers(words), across=2)


def _gates_words(boxes: _Boxes, words: Wording) -> str:
    """Return when a box is full: after one gate of five, or after several."""
    gates = boxes.size // _GATE
    return words.say(
        "tally.one_gate" if gates == 1 else "tally.gates", gates=gates, size=boxes.size
    )


def _bars_for(listed: PrintedList) -> str:
    """Return what bars are drawn for on this list."""
    if listed.mode is MarkMode.TICK:
        return "tick"
    return "kept" if tallies_kept(listed.mode, len(listed.names), listed.seats) else "struck"


def _names(sheet: TallySheet, listed: PrintedList, boxes: _Boxes, words: Wording) -> Table:
    columns = _name_columns(sheet, listed, boxes, words)
    empty = ("",) * (len(columns) - 2)
    rows = [(str(place), name.text, *empty) for place, name in enumerate(listed.names, start=1)]
    sums = ("", words.say("tally.sum"), *empty)
    if _in_halves(listed):
        return _halves(columns, [*rows, sums])
    tight = len(listed.names) in _TIGHT_LISTS
    return Table(
        columns=columns,
        rows=(*rows, sums),
        points=_TIGHT_POINTS if tight else _POINTS,
        row_height=_TIGHT_ROW if tight else _ROW,
        bold_rows=frozenset({len(rows)}),
    )


def _halves(columns: tuple[Column, ...], rows: Sequence[tuple[str, ...]]) -> Table:
    """Return the lines of a long list down the left half, then down the right one."""
    half = -(-len(rows) // 2)
    right = [*rows[half:], *[("",) * len(columns)] * (2 * half - len(rows))]
    return Table(
        columns=columns * 2,
        rows=tuple((*a, *b) for a, b in zip(rows[:half], right, strict=True)),
        points=_HALF_POINTS,
        row_height=_TIGHT_ROW,
    )


def _name_columns(
    sheet: TallySheet, listed: PrintedList, boxes: _Boxes, words: Wording
) -> tuple[Column, ...]:
    """Return the columns; their common title repeats the bundle on the back of the sheet."""
    bundle = sheet.bundle or words.say("common.blank")
    bars = _bars_for(listed)
    group = words.say(f"tally.boxes_{bars}", bundle=bundle, size=boxes.size)
    halves = _in_halves(listed)
    room = _HALF_BOXES_WIDTH if halves else _BOXES_WIDTH
    width = min(_WIDEST_BOX, (_TICK_BOXES_WIDTH if bars == "tick" else room) / boxes.count)
    if halves:
        width = min(width, _HALF_BOXES_WIDTH / _HALF_BOXES)
    columns = (_middle(str(boxes.size * n), width, group) for n in range(1, boxes.count + 1))
    return (
        _middle(words.say("tally.number"), _HALF_NUMBER if halves else _NUMBER),
        Column(title=words.say("tally.name")),
        *columns,
        *_sum_columns(bars, words, _HALF_SUM if halves else _SUM),
    )


def _sum_columns(bars: str, words: Wording, width: float) -> tuple[Column, ...]:
    if bars == "tick":
        sums = (_middle(words.say(f"tally.{s}"), _TICK_SUM) for s in _TICK_SUMS)
        return (_middle(words.say("tally.uncounted_bars"), _UNCOUNTED), *sums)
    if bars == "kept":
        return (_middle(words.say("tally.votes"), width),)
    return tuple(_middle(words.say(f"tally.{key}"), width) for key in ("struck", "votes"))


_TICK_SUMS = ("disagree", "uncounted", "agree")


def _middle(title: str, width: float = 0, group: str = "") -> Column:
    return Column(title=title, width=width, align=Align.CENTER, group=group)


def _counts(sheet: TallySheet, listed: PrintedList, words: Wording) -> Table:
    """Return room for the valid and the invalid ballots by reason, their sum in the last cell."""
    mode = listed.mode
    reasons = (reason_words(r, mode, words) for r in sheet_reasons(mode, len(listed.names)))
    kinds = [words.say("tally.valid"), *(words.say("tally.invalid", reason=r) for r in reasons)]
    kinds += [""] * (1 - len(kinds) % 2)
    kinds.append(words.say("tally.all"))
    half = len(kinds) // 2
    of_bundle = words.say("tally.kind", bundle=sheet.bundle or words.say("common.blank"))
    return Table(
        columns=(Column(title=of_bundle), _middle(words.say("tally.papers"), 22)) * 2,
        rows=tuple(
            (left, "", right, "") for left, right in zip(kinds[:half], kinds[half:], strict=True)
        ),
        points=_POINTS,
        row_height=_COUNT_ROW,
    )


def _kept(listed: PrintedList, words: Wording) -> tuple[Block, ...]:
    """Return bands of boxes: a number of names above, room for the ballots that keep it below."""
    tick = listed.mode is MarkMode.TICK
    numbers = [str(k) for k in kept_range(listed.mode, len(listed.names), listed.seats)[::-1]]
    width = -(-len(numbers) // -(-len(numbers) // _KEPT_ACROSS))
    bands = [numbers[i : i + width] for i in range(0, len(numbers), width)]
    head, below = words.say("tally.kept_names"), words.say("tally.papers")
    rows, bold = list[tuple[str, ...]](), set[int]()
    for place, band in enumerate(bands):
        if place:
            bold.add(len(rows))
            rows.append((head, *band, *[""] * (width - len(band))))
        rows.append((below, *[""] * width))
    table = Table(
        columns=(Column(title=head, width=16), *(_middle(k) for k in bands[0])),
        rows=tuple(rows),
        points=_POINTS,
        row_height=_COUNT_ROW,
        bold_rows=frozenset(bold),
    )
    title = words.runs("tally.kept_title_tick" if tick else "tally.kept_title")
    return Paragraph(runs=title, indent=False, small=True), table


def _checks(sheet: TallySheet, listed: PrintedList, words: Wording) -> Table:
    column = words.say("tally.agree" if listed.mode is MarkMode.TICK else "tally.votes")
    keys = ("check_all", "check_kept", "check_votes")
    return Table(
        columns=(
            Column(
                title=words.say("tally.check", bundle=sheet.bundle or words.say("common.blank"))
            ),
            _middle(words.say("tally.left"), 24),
            _middle(words.say("tally.right"), 24),
        ),
        rows=tuple((words.say(f"tally.{key}", column=column), "", "") for key in keys),
        points=_POINTS,
        row_height=_COUNT_ROW,
    )


def _tellers(words: Wording) -> tuple[Signature, ...]:
    return tuple(Signature(title=words.say(f"tally.teller_{which}")) for which in (1, 2))
