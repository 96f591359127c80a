"""Of each candidate's row the election and the number on its ballot, whatever the names are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from congress_desk.domain.elections.election import Election
from congress_desk.domain.setup.layout import CANDIDATES
from congress_desk.errors import Place
from congress_desk.imports.import_problems import ImportProblems, shown
from congress_desk.imports.name_cells import could_be_name
from congress_desk.imports.setup.headers import Header, find_header
from congress_desk.imports.workbook.cells import text_of, whole_number
from congress_desk.imports.workbook.sheets import (
    CellValue,
    Fault,
    Row,
    Sheet,
    column_letter,
)

_CODE, _NUMBER = "code", "number"


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateMarks:
    """The codes and numbers of the rows of one sheet; a code may stand for the rows below it."""

    sheet: Sheet
    columns: Mapping[str, int]
    codes: Mapping[int, CellValue]
    only: str
    rows: Mapping[int, Row]

    @property
    def code_columns(self) -> frozenset[int]:
        """Return the column that says nothing of the person, but of the election."""
        return frozenset({self.columns[_CODE]} if _CODE in self.columns else ())

    def code(self, row: int, problems: ImportProblems) -> str:
        """Return the code of a row's election, refused when it is missing or no value."""
        if self.only:
            return self.only
        value = self.codes.get(row)
        if value is None:
            label = CANDIDATES.column(_CODE).label
            problems.refuse("import_cell_missing", self.place(row, _CODE), label=label)
            return ""
        if isinstance(value, Fault):
            problems.refuse(value.value, self.place(row, _CODE))
            return ""
        return text_of(value)

    def has_number(self, row: int) -> bool:
        """Say whether anything stands for the number of a row."""
        return self._number_cell(row) is not None

    def number(self, row: int, problems: ImportProblems) -> int | None:
        """Return the number on the ballot, refused when it is no whole number from 1."""
        value = self._number_cell(row)
        if value is None:
            return None
        number = None if isinstance(value, Fault) else _ordinal(value)
        if number is None:
            said = "" if isinstance(value, Fault) else shown(text_of(value))
            place = self.place(row, _NUMBER)
            problems.refuse("import_candidate_number_not_whole", place, value=said)
        return number

    def place(self, row: int, key: str) -> Place:
        """Return the place of the code or the number of a row."""
        label, column = CANDIDATES.column(key).label, self.columns.get(key)
        name = f"{column_letter(column)} – {label}" if column else label
        return Place(sheet=self.sheet.name, row=row, column=name)

    def refuse_nameless(self, problems: ImportProblems) -> None:
        """Refuse a row that has an election, perhaps a number, and nothing else."""
        given = {self.columns[key] for key in (_CODE, _NUMBER) if key in self.columns}
        for number, row in self.rows.items():
            value = row.cells.get(self.columns.get(_CODE, 0))
            is_named = isinstance(value, str) and set(row.cells) <= given
            if is_named and number > self._header_row:
                label = CANDIDATES.column("name").label
                place = Place(sheet=self.sheet.name, row=number, column=label)
                problems.refuse("import_cell_missing", place, label=label)

    @property
    def _header_row(self) -> int:
        header = find_header(self.sheet, CANDIDATES)
        return header.last_row if header else 0

    def _number_cell(self, row: int) -> CellValue | None:
        return self.rows[row].cells.get(self.columns.get(_NUMBER, 0))


def read_marks(
    sheet: Sheet, elections: Mapping[str, Election], problems: ImportProblems
) -> CandidateMarks | None:
    """Return the marks of a sheet; None, and a problem, when no column says which election."""
    header = find_header(sheet, CANDIDATES)
    found = {key: c[0] for key, c in header.columns.items()} if header else {}
    columns = {key: found[key] for key in (_CODE, _NUMBER) if key in found}
    if _CODE not in columns and (by_value := _column_of_codes(sheet, elections)):
        columns[_CODE] = by_value
    only = ""
    if _CODE not in columns:
        if len(elections) != 1 or header is None and not sheet.rows:
            _refuse_column(sheet, header, problems)
            return None
        only = next(iter(elections.values())).code
        problems.note_row("import_candidates_of_only", Place(sheet=sheet.name), election=only)
    first = header.last_row if header else 0
    return CandidateMarks(
        sheet=sheet,
        columns=columns,
        codes=_codes(sheet, columns.get(_CODE, 0), first, problems),
        only=only,
        rows={row.number: row for row in sheet.rows},
    )


def _refuse_column(sheet: Sheet, header: Header | None, problems: ImportProblems) -> None:
    row, label = header.row if header else 0, CANDIDATES.column(_CODE).label
    if sheet.rows:
        place = Place(sheet=sheet.name, row=row, column=label)
        problems.refuse("import_column_missing", place)


def _column_of_codes(sheet: Sheet, elections: Mapping[str, Election]) -> int:
    """Return the column that holds codes of the elections and nothing else, 0 without one."""
    texts: dict[int, list[str]] = {}
    for row in sheet.rows:
        for column, value in row.cells.items():
            if not isinstance(value, Fault):
                texts.setdefault(column, []).append(text_of(value).casefold())
    known = (c for c, cells in texts.items() if sum(t in elections for t in cells) > len(cells) / 2)
    return min(known, default=0)


def _codes(sheet: Sheet, column: int, last: int, problems: ImportProblems) -> dict[int, CellValue]:
    """Return the code of each row; one that is merged, or written once, stands for those below."""
    below = [row for row in sheet.rows if row.number > last]
    given = {row.number: row.cells[column] for row in below if column in row.cells}
    for merge in sheet.merges:
        value = given.get(merge.first_row)
        if merge.first_column == column and value is not None:
            covered = range(merge.first_row + 1, merge.last_row + 1)
            given.update({r.number: value for r in below if r.number in covered})
    blank = [row.number for row in below if row.number not in given and _may_stand(row)]
    if not blank or not given or min(given) != below[0].number:
        return given
    said = [text_of(value) for value in given.values() if not isinstance(value, Fault)]
    if len(blank) < len(given) and len(set(said)) < len(given):
        return given
    place = Place(sheet=sheet.name, row=blank[0], column=CANDIDATES.column(_CODE).label)
    problems.note_row("import_code_carried_down", place, cells=len(blank))
    carried: dict[int, CellValue] = {}
    for row in below:
        last_code = given.get(row.number, next(reversed(carried.values()), None))
        if last_code is not None:
            carried[row.number] = last_code
    return carried


def _may_stand(row: Row) -> bool:
    texts = (text_of(value) for value in row.cells.values() if not isinstance(value, Fault))
    return len(row.cells) > 1 or any(map(could_be_name, texts))


def _ordinal(value: CellValue) -> int | None:
    text = text_of(value).rstrip(".)").lstrip("(")
    number = whole_number(value) if not isinstance(value, str) else whole_number(text)
    return number if number is not None and number >= 1 else None
