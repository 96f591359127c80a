"""Rows of a sheet that may be the header of a list: one to four, none of them a person."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from congress_desk.domain.people.register_layout import NUMBER
from congress_desk.imports.dates import date_text
from congress_desk.imports.name_cells import could_be_name, is_unit
from congress_desk.imports.register.cells import kind_of_section
from congress_desk.imports.register.name_additions import bare_name
from congress_desk.imports.register.titles import EXACT, heads_names, meaning
from congress_desk.imports.workbook.cells import text_of
from congress_desk.imports.workbook.sheets import Row

DEEPEST, FEWEST_TITLES = 4, 3
_ROWS_ABOVE = 40
# So many rows are a header only where the first of them has a title that is known.
_DEEP = 3
# The number of a person or of a heading, below a title of numbers.
_ORDINAL = re.compile(r"\(?\d{1,4}\)?[.)/]?|[IVXL]+[.)/]?|[A-ZĐ][.)/]?")


def header_candidates(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    """Yield each one to four rows, among the first 40, of which one has a header of names."""
    rows = rows[: _ROWS_ABOVE + DEEPEST]
    named = [any(_heads_names(text_of(value), row) for value in row.cells.values()) for row in rows]
    for position in range(min(len(rows), _ROWS_ABOVE)):
        for depth in range(1, min(DEEPEST, len(rows) - position) + 1):
            chosen = rows[position : position + depth]
            near = chosen[-1].number - chosen[0].number <= depth
            titled = depth == 1 or len(chosen[0].cells) > 1
            if depth >= _DEEP:
                titled = titled and any(
                    meaning("", text_of(v))[0] for v in chosen[0].cells.values()
                )
            headed = any(named[position : position + depth]) and not _has_people(chosen)
            if near and titled and headed:
                yield chosen


def _has_people(rows: Sequence[Row]) -> bool:
    """Say whether a row is a person, or of several one a heading or the header of the next page."""
    if any(map(_is_person, rows)) or any(
        _repeats(row, above) or _heads_people(row, above) for above, row in combinations(rows, 2)
    ):
        return True
    counted = {
        column
        for row in rows
        for column, value in row.cells.items()
        if len(rows) > 1 and meaning("", text_of(value))[0] == NUMBER
    }
    return any(
        _ORDINAL.fullmatch(text_of(row.cells[column]))
        for row in rows
        for column in counted & row.cells.keys()
    )


def _is_person(row: Row) -> bool:
    """Say whether a row has a whole name and a number or a birth, as no header has."""
    texts = [text_of(value) for value in row.cells.values()]
    return any(map(_is_whole_name, texts)) and any(date_text(text, birth=True) for text in texts)


def _is_whole_name(text: str) -> bool:
    name = bare_name(text, {}, addressed=True)
    return could_be_name(name) and name.istitle() and not meaning("", text)[0]


def _heads_people(row: Row, above: Row) -> bool:
    """Say whether a row is one text that names a unit or a kind, in a column that has a title."""
    ((column, value), *others) = row.cells.items()
    text = text_of(value)
    told = is_unit(text) and meaning("", text)[1] < EXACT
    return not others and column in above.cells and (told or kind_of_section(text) is not None)


def _repeats(row: Row, above: Row) -> bool:
    """Say whether a row is the header of the next page: most of its cells are those above."""
    same = sum(
        text_of(above.cells.get(column, "")) == text_of(value)
        for column, value in row.cells.items()
    )
    return same > 1 and 2 * same > len(row.cells)


def _heads_names(title: str, row: Row) -> bool:
    """Say whether a text of a row can head a column of names; "Danh sách đại biểu" not alone."""
    few = len(row.cells) < FEWEST_TITLES and title.casefold().startswith("danh sách")
    return not few and heads_names(title)
