"""How wide the columns of printed tables are: as their content asks, measured with the font."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import sqrt

from reportlab.lib.units import mm

from congress_desk.exports.pdf.fonts import print_faces, text_width
from congress_desk.exports.pdf.text import bounded, printable
from congress_desk.exports.pdf.width_sharing import Need, shared_widths
from congress_desk.reports.document import document as doc
from congress_desk.reports.document.form import Form

LONGEST_CELL = 600
_SIDE_PADDING = 2 * mm
_NARROW_PADDING = 1 * mm
# Rounding must not break a word that just fits, here or in Word.
_SPARE = 1.0
# What is longer is no word (an address, letters held down): it may break anywhere.
_LONGEST_WORD = 30
# A date, a time or a figure with its unit is read at one glance: it stands in one line.
_LONGEST_FIGURE = 16
# A title reads well in two lines; a short one ("Ghi chú") in one.
_SHORT_TITLE = 20 * mm
# A text of a word or two ("thông qua") breaks only where the long ones beside it fill many lines.
_SHORT, _LINES_BESIDE_SHORT = 30 * mm, 8
# Columns of less text than this share evenly, so that names stay whole and long posts break.
# Beyond the longest a text weighs no more: one without end must not starve the others.
_EVEN, _LONG = 90 * mm, 300 * mm


@dataclass(frozen=True, slots=True)
class _Cells:
    """How the cells of a table are set: type size, room around a text, and rows to write into."""

    size: float
    around: float
    by_hand: bool


def with_widths(blocks: Sequence[doc.Block], form: Form, width: float) -> list[doc.Block]:
    """Return blocks whose tables have the widths of their columns, in mm, for `width` points.

    Tables of the same columns have the same widths, so that they line up on the page.
    """
    alike: dict[tuple[object, ...], list[doc.Table]] = {}
    for table in _tables(blocks):
        alike.setdefault(_likeness(table), []).append(table)
    columns = {likeness: _widened(tables, form, width) for likeness, tables in alike.items()}
    return [_settled(block, columns) for block in blocks]


def type_size(table: doc.Table, form: Form) -> float:
    """Return the size of type in a table in points."""
    return table.points or (form.small_size if table.small else form.table_size)


def side_padding(table: doc.Table) -> float:
    """Return the room left and right of the text in a cell, in points."""
    return _NARROW_PADDING if table.points else _SIDE_PADDING


def _tables(blocks: Iterable[doc.Block]) -> Iterator[doc.Table]:
    for block in blocks:
        if isinstance(block, doc.Table):
            yield block
        elif isinstance(block, doc.KeepTogether):
            yield from _tables(block.blocks)
        elif isinstance(block, doc.Ending):
            yield from _tables((block.table, *block.blocks))


def _likeness(table: doc.Table) -> tuple[object, ...]:
    return table.columns, table.points, table.small


def _settled(
    block: doc.Block, columns: dict[tuple[object, ...], tuple[doc.Column, ...]]
) -> doc.Block:
    match block:
        case doc.Table():
            return replace(block, columns=columns[_likeness(block)])
        case doc.KeepTogether():
            return replace(block, blocks=tuple(_settled(b, columns) for b in block.blocks))
        case doc.Ending():
            table = replace(block.table, columns=columns[_likeness(block.table)])
            inner = tuple(_settled(b, columns) for b in block.blocks)
            return replace(block, table=table, blocks=inner)
    return block


def _widened(tables: Sequence[doc.Table], form: Form, width: float) -> tuple[doc.Column, ...]:
    columns = tables[0].columns
    needs = _needs(tables, form)
    if all(column.width for column in columns):
        # A table without an open column need not fill the page.
        asked = max(sum(need.given for need in needs), sum(need.most for need in needs))
        width = min(width, asked)
    return tuple(
        replace(column, width=wide / mm)
        for column, wide in zip(columns, shared_widths(needs, width), strict=True)
    )


def _needs(tables: Sequence[doc.Table], form: Form) -> list[Need]:
    """Return what each column of tables alike asks for."""
    around = 2 * side_padding(tables[0]) + _SPARE
    cells = _Cells(type_size(tables[0], form), around, bool(tables[0].row_height))
    columns = tables[0].columns
    words: list[float] = [0.0] * len(columns)
    texts: list[list[float]] = [[] for _ in columns]
    for table in tables:
        for index, row in enumerate(table.rows):
            bold = index in table.bold_rows
            for place, text in enumerate(row):
                longest, whole = _measures(text, bold)
                words[place] = max(words[place], longest * cells.size)
                texts[place].append(whole * cells.size)
    return [
        _need(column, _title_word(column, columns, cells), words[place], texts[place], cells)
        for place, column in enumerate(columns)
    ]


def _need(
    column: doc.Column, title_word: float, word: float, texts: Sequence[float], cells: _Cells
) -> Need:
    given = column.width * mm
    if not any(texts):
        # It may be written in by hand: in rows made for that it gives no room away.
        most = max(given, title_word)
        least = most if cells.by_hand else max(most / 2, title_word)
        return Need(least=least, most=most, weight=most, given=given)
    titled = _title_width(column.title, cells)
    titled = min(titled, given or titled)
    least = max(title_word, word + cells.around)
    most = max(least, max(texts) + cells.around, titled)
    # Of one row these are the widths of the least height; one long cell of many weighs little.
    held = sqrt(sum(text * text for text in texts) / len(texts))
    weight = min(max(held, _EVEN), _LONG)
    if most <= _SHORT:
        weight = max(weight, most * _LINES_BESIDE_SHORT)
    return Need(least=least, most=most, weight=weight, given=given)


def _title_width(title: str, cells: _Cells) -> float:
    """Return what a title takes in one line where it is short, else in two."""
    words = title.split(" ")
    whole = _measures(title, bold=True)[1] * cells.size + cells.around
    if whole <= _SHORT_TITLE or len(words) < 2:
        return whole
    halves = ((" ".join(words[:place]), " ".join(words[place:])) for place in range(1, len(words)))
    wide = min(max(_measures(half, bold=True)[1] for half in pair) for pair in halves)
    return wide * cells.size + cells.around


def _title_word(column: doc.Column, columns: Sequence[doc.Column], cells: _Cells) -> float:
    """Return what a column must be for its title, and for its part of the one above its group."""

    def wide(title: str) -> float:
        return _measures(title, bold=True)[0] * cells.size + cells.around

    if not column.group:
        return wide(column.title)
    count = sum(other.group == column.group for other in columns)
    return max(wide(column.title), wide(column.group) / count)


@lru_cache(maxsize=20_000)
def _measures(text: str, bold: bool) -> tuple[float, float]:
    """Return the widths of the longest word and of the whole text, in type of one point."""
    face = print_faces().bold if bold else print_faces().regular
    shown = printable(bounded(text, LONGEST_CELL))
    whole = text_width(shown, face, 1)
    if len(shown) <= _LONGEST_FIGURE and not any(letter.isalpha() for letter in shown):
        return whole, whole
    words = [word for word in shown.split(" ") if len(word) <= _LONGEST_WORD]
    return max((text_width(word, face, 1) for word in words), default=0.0), whole
