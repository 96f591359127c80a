"""Where the table of a sheet begins, and which of its columns is which."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from congress_desk.domain.people.register_layout import NAMES
from congress_desk.domain.setup.layout import SheetLayout
from congress_desk.domain.text.clean_text import fold
from congress_desk.errors import Place
from congress_desk.imports.register.titles import meaning, unasked
from congress_desk.imports.workbook.cells import text_of
from congress_desk.imports.workbook.sheets import (
    MAX_COLUMNS,
    CellValue,
    Merge,
    Row,
    Sheet,
    column_letter,
)

_ROWS_ABOVE = 40
_FEWEST_BELOW = 2
_NAME, _PARTS = NAMES[0], frozenset(NAMES[1:])


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """The header row of a table: the columns of each key, and the columns nobody knows.

    A header merged over several columns gives its key all of them. Where that of a required column
    is merged over several rows, all of these, to `last_row`, are the header.
    """

    row: int
    last_row: int
    columns: Mapping[str, tuple[int, ...]]
    titles: Mapping[int, str]
    unknown: tuple[int, ...]


def find_header(sheet: Sheet, layout: SheetLayout) -> Header | None:
    """Return the row, or the two, within the first 40 filled ones, that match the most headers.

    Titles above it are passed over. None when no row has a header of this layout.
    """
    spans = {(m.first_row, m.first_column): m for m in sheet.merges}
    best: Header | None = None
    for place, row in enumerate(sheet.rows[:_ROWS_ABOVE]):
        header = _read_header(row, layout, spans)
        if header.columns and (best is None or len(header.columns) > len(best.columns)):
            best = header
        below = sheet.rows[place + 1] if place + 1 < len(sheet.rows) else None
        both = _read_both(row, below, layout, spans) if header.columns and below else None
        of_row = best is header and both is not None and len(both.columns) == len(header.columns)
        if both and best and (of_row or len(both.columns) > len(best.columns)):
            best = both
    return best


def _read_both(
    row: Row, below: Row, layout: SheetLayout, spans: Mapping[tuple[int, int], Merge]
) -> Header | None:
    """Return the header of two rows: what stands in the lower one, and above where that is empty.

    Every text of the lower one heads a column, and some of the upper are merged over them.
    """
    merged = [m for (number, _), m in spans.items() if number == row.number]
    wide = [m for m in merged if m.last_column > m.first_column]
    if below.number != row.number + 1 or not wide:
        return None
    titles = {name for column in layout.columns for name in (column.label, *column.synonyms)}
    known = {c for c, v in below.cells.items() if fold(text_of(v)) in set(map(fold, titles))}
    cells, parts = {**row.cells, **below.cells}, set[int]()
    for merge in wide:
        under = range(merge.first_column, min(merge.last_column, MAX_COLUMNS) + 1)
        parted = [c for c in under if isinstance(below.cells.get(c), str)]
        parts.update(parted)
        if parted and known.isdisjoint(parted) and merge.first_column in row.cells:
            # Of what nobody knows the first is what stands above: "Số lượng" below "Cổ phần".
            cells[parted[0]] = row.cells[merge.first_column]
    if len(known) < _FEWEST_BELOW and not below.cells.keys() <= parts:
        return None
    header = _read_header(replace(below, cells=cells), layout, {})
    return replace(header, row=row.number, last_row=below.number)


def cell_place(sheet: Sheet, layout: SheetLayout, row: int, key: str) -> Place:
    """Return the place of a cell, such as row 7, column "B – Mã"; the label where none has it."""
    header = find_header(sheet, layout)
    columns = header.columns.get(key) if header else None
    label = layout.column(key).label
    name = f"{column_letter(columns[0])} – {label}" if columns else label
    return Place(sheet=sheet.name, row=row, column=name)


def _read_header(row: Row, layout: SheetLayout, spans: Mapping[tuple[int, int], Merge]) -> Header:
    texts = {column: text_of(value) for column, value in sorted(row.cells.items())}
    folded = {column: fold(unasked(text)) for column, text in texts.items()}
    columns: dict[str, tuple[int, ...]] = {}
    taken: set[int] = set()
    last_row = row.number
    for key, wanted in _wanted(layout):
        found = next((c for c in folded if folded[c] == wanted and c not in taken), None)
        if found is not None and key not in columns:
            span = spans.get((row.number, found))
            last = min(span.last_column, MAX_COLUMNS) if span else found
            if span and layout.column(key).required:
                last_row = max(last_row, span.last_row)
            columns[key] = tuple(range(found, last + 1))
            taken.update(columns[key])
    if _NAME in columns_of(layout) and _NAME not in columns:
        parts = [c for c in folded if c not in taken and _is_part(row.cells[c])]
        columns.update({_NAME: tuple(parts)} if parts else {})
        taken.update(parts)
    return Header(
        row=row.number,
        last_row=last_row,
        columns=columns,
        titles={column: text_of(value) for column, value in row.cells.items()},
        unknown=tuple(column for column in folded if column not in taken),
    )


def columns_of(layout: SheetLayout) -> frozenset[str]:
    """Return the keys of the columns of a layout."""
    return frozenset(column.key for column in layout.columns)


def _is_part(value: CellValue) -> bool:
    """Say whether a header is of a part of the name: Họ, Tên đệm, Tên."""
    return meaning("", text_of(value))[0] in _PARTS


def _wanted(layout: SheetLayout) -> list[tuple[str, str]]:
    """Return a folded header of each key at a time: all labels first, then the surer synonyms."""
    labels = [(c.key, fold(c.label)) for c in layout.columns]
    return labels + [(c.key, fold(said)) for c in layout.columns for said in c.synonyms]
