"""The rows of a sheet under its headers, and what is noted of the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from congress_desk.domain.people.register_layout import NUMBER
from congress_desk.domain.setup.layout import SheetLayout
from congress_desk.errors import Place
from congress_desk.imports.import_problems import ImportProblems, shown
from congress_desk.imports.name_cells import NoName, is_note, is_total, is_unit
from congress_desk.imports.register.cells import is_ditto
from congress_desk.imports.register.titles import meaning
from congress_desk.imports.setup.headers import Header, find_header
from congress_desk.imports.setup.headings import with_headings
from congress_desk.imports.setup.lines import Line
from congress_desk.imports.setup.rows import why_nobody
from congress_desk.imports.workbook.cells import text_of, whole_number
from congress_desk.imports.workbook.sheets import (
    MAX_ROWS,
    CellValue,
    Fault,
    Merge,
    Row,
    Sheet,
    column_letter,
)

# What a heading has at most: its number and its text.
_HEADING = 2
_COUNTING = range(1, MAX_ROWS)


def read_lines(sheet: Sheet, layout: SheetLayout, problems: ImportProblems) -> list[Line]:
    """Return the lines of a table; none when a required column is missing, which is a problem.

    Passed over: titles above the header, empty rows, rows that hold a number alone, and the header
    when it is repeated. Columns that nobody knows are noted.
    """
    sheet = with_headings(sheet, layout)
    header = find_header(sheet, layout)
    if header is None:
        if sheet.rows:
            problems.refuse(
                "import_sheet_without_header", Place(sheet=sheet.name), columns=_labels(layout)
            )
        return []
    missing = [c for c in layout.columns if c.required and c.key not in header.columns]
    for column in missing:
        place = Place(sheet=sheet.name, row=header.row, column=column.label)
        problems.refuse("import_column_missing", place)
    if missing:
        return []
    _note_columns(sheet, header, problems)
    below = [row for row in sheet.rows if row.number > header.last_row]
    rows = _said_again(_spread_merges(below, sheet, header, layout))
    rows = _under_headings(rows, sheet, header, layout, problems)
    lines = [
        Line(
            number=row.number,
            cells=row.cells,
            header=header,
            layout=layout,
            sheet=sheet.name,
            problems=problems,
        )
        for row in rows
        if _says_something(row, header)
    ]
    return list(_of_table(lines))


def _of_table(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield the lines of the table; sums, headings and signatures around it are noted."""
    below = False
    for line in lines:
        why = why_nobody(line, below=below)
        below = below or why is NoName.NOTE
        if why is None:
            yield line
        else:
            _note_left_out(line)


def _note_left_out(line: Line) -> None:
    texts = (text_of(v) for _, v in sorted(line.cells.items()) if not isinstance(v, Fault))
    place = Place(sheet=line.sheet, row=line.number)
    of_people = any(column.key == "name" for column in line.layout.columns)
    code = "import_row_left_out" if of_people else "import_row_beside"
    line.problems.note_row(code, place, value=shown(" | ".join(texts)))


def _spread_merges(rows: list[Row], sheet: Sheet, header: Header, layout: SheetLayout) -> list[Row]:
    """Give every row under a merged cell that cell's value, where one value may stand for all."""
    cells = {row.number: dict(row.cells) for row in rows}
    for column in _spreading_columns(header, layout):
        covered = header.last_row
        for merge in sorted(_merges_in(sheet, column), key=lambda m: m.first_row):
            value = cells.get(merge.first_row, {}).get(column)
            if merge.first_row <= covered or value is None:
                continue
            covered = min(merge.last_row, MAX_ROWS)
            for number in range(merge.first_row + 1, covered + 1):
                if number in cells:
                    cells[number].setdefault(column, value)
    return [Row(number=number, cells=filled) for number, filled in cells.items()]


def _said_again(rows: list[Row]) -> list[Row]:
    """Give every cell that says "the same" (nt, a ditto) what stands above it."""
    above: dict[int, CellValue] = {}
    whole: list[Row] = []
    for row in rows:
        same = {c: above[c] for c, v in row.cells.items() if is_ditto(v) and c in above}
        cells = {**row.cells, **same}
        above.update((c, v) for c, v in cells.items() if not is_ditto(v))
        whole.append(replace(row, cells=cells) if same else row)
    return whole


def _under_headings(
    rows: list[Row], sheet: Sheet, header: Header, layout: SheetLayout, problems: ImportProblems
) -> list[Row]:
    """Return the rows with what a heading above them says in a column they leave empty.

    A heading fills that column alone, or beside a number: the organ above its members.
    """
    spreading = _spreading_columns(header, layout)
    known = {column for columns in header.columns.values() for column in columns}
    filled_so = {row.number: known & row.cells.keys() for row in rows}
    for column in spreading:
        said: CellValue | None = None
        under: list[Row] = []
        for row, below in pairwise([*rows, Row(number=0, cells={})]):
            alone = filled_so[row.number] == {column} and len(row.cells) <= _HEADING
            if alone and known & below.cells.keys() and column not in below.cells:
                said = row.cells[column]
                place = Place(sheet=sheet.name, row=row.number)
                problems.note_row("import_heading", place, value=shown(text_of(said)))
                continue
            if column in row.cells:
                said = None
            filled = row if said is None else replace(row, cells={**row.cells, column: said})
            under.append(filled)
        rows = under
    return rows


def _spreading_columns(header: Header, layout: SheetLayout) -> list[int]:
    keys = [column.key for column in layout.columns if column.spreads]
    return [column for key in keys for column in header.columns.get(key, ())]


def _merges_in(sheet: Sheet, column: int) -> list[Merge]:
    return [merge for merge in sheet.merges if merge.first_column == column]


def _says_something(row: Row, header: Header) -> bool:
    known = {column for columns in header.columns.values() for column in columns}
    filled = known & row.cells.keys()
    if filled <= set(header.columns.get("number", ())):
        return any(_is_sentence(row.cells[column]) for column in filled)
    return any(text_of(row.cells[column]) != header.titles.get(column, "") for column in filled)


def _is_sentence(value: CellValue) -> bool:
    """Say whether a cell for numbers holds what stands around a table, which is to be said."""
    text = "" if isinstance(value, Fault) else text_of(value)
    return is_note(text) or is_total(text) or is_unit(text)


def _note_columns(sheet: Sheet, header: Header, problems: ImportProblems) -> None:
    below = [row for row in sheet.rows if row.number > header.last_row]
    for column in header.unknown:
        cells = [row.cells[column] for row in below if column in row.cells]
        counted = [None if isinstance(value, Fault) else whole_number(value) for value in cells]
        if meaning("", header.titles[column])[0] == NUMBER or counted == [*_COUNTING[: len(cells)]]:
            continue
        name = f"{column_letter(column)} – {shown(header.titles[column])}"
        problems.note("import_column_unknown", Place(sheet=sheet.name, row=header.row, column=name))
    headed = set(header.titles).union(*header.columns.values())
    for row in sheet.rows:
        for column in sorted(row.cells.keys() - headed) if row.number > header.last_row else ():
            place = Place(sheet=sheet.name, row=row.number, column=column_letter(column))
            problems.note("import_column_without_header", place)


def _labels(layout: SheetLayout) -> str:
    return "; ".join(column.label for column in layout.columns if column.required)
