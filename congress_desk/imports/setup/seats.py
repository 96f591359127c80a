"""A sheet about seats: a list with a seat a row, or the hall drawn with a seat a cell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from congress_desk.domain.seating.seat_list import SeatRow, read_label
from congress_desk.domain.seating.sheet import KEPT_FOR_LABELS, KEPT_FOR_WORDS, SEATS
from congress_desk.errors import Place, Problem, Refusal
from congress_desk.imports.import_problems import ImportProblems, shown
from congress_desk.imports.setup.lines import Line
from congress_desk.imports.setup.list_file import columns_of, find_list
from congress_desk.imports.workbook.cells import text_of
from congress_desk.imports.workbook.sheets import Fault, Sheet, column_letter

# So many cells of a sheet are names of seats where it is a drawing of the hall.
_LEAST_DRAWN = 4
_WITHOUT = "seat_book_without_seats"


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatBook:
    """The seats of a sheet; `notes` are things said but not refused."""

    place: Place
    rows: tuple[SeatRow, ...]
    notes: tuple[Problem, ...] = ()


def read_seat_book(path: Path, sheet: str = "") -> SeatBook | Refusal:
    """Return the seats of the sheet that is named, or of the first with a list or a drawing."""
    found = find_list(path, SEATS, _is_list, _WITHOUT, sheet)
    if isinstance(found, Refusal) and found.first.code == _WITHOUT:
        found = find_list(path, SEATS, _is_drawing, _WITHOUT, sheet)
    if isinstance(found, Refusal):
        return found
    if _is_list(found.sheet):
        rows = tuple(map(_row, found.lines()))
    else:
        rows = tuple(_drawn(found.sheet, found.problems))
    return found.problems.refusal or SeatBook(place=found.place, rows=rows, notes=found.notes)


def _row(line: Line) -> SeatRow:
    named = next((key for key in ("name", "code", "card") if line.value(key)), "name")
    return SeatRow(
        place=line.place("seat"),
        block=line.text("block"),
        row=line.text("row"),
        seat=line.text("seat"),
        kept_for=line.choice("kept_for", KEPT_FOR_WORDS, KEPT_FOR_LABELS, "seat_kept_for_unknown"),
        card=line.text("card"),
        code=line.text("code"),
        name=line.text("name"),
        who=line.place(named),
    )


def _drawn(sheet: Sheet, problems: ImportProblems) -> Iterator[SeatRow]:
    """Yield a seat for each cell that is the name of one; lines without any are aisles."""
    cells = list(_labels(sheet))
    left = min(column for _, column, _ in cells)
    top = min(row for row, _, _ in cells)
    seats = {(row, column) for row, column, _ in cells}
    for row in sheet.rows:
        for column, value in row.cells.items():
            if (row.number, column) not in seats and top <= row.number:
                place = Place(sheet=sheet.name, row=row.number, column=column_letter(column))
                text = "" if isinstance(value, Fault) else text_of(value)
                problems.note_row("seat_cell_passed_over", place, value=shown(text))
    for number, column, text in cells:
        place = Place(
            file=problems.file, sheet=sheet.name, row=number, column=column_letter(column)
        )
        yield SeatRow(place=place, seat=text, who=place, at=(number - top, column - left))


def _labels(sheet: Sheet) -> Iterator[tuple[int, int, str]]:
    """Yield row, column and text of each cell that is the name of a seat with its row."""
    for row in sheet.rows:
        for column, value in sorted(row.cells.items()):
            text = "" if isinstance(value, Fault) else text_of(value)
            read = read_label(text) if 1 < len(text) <= 30 else None
            if read and read[1]:
                yield row.number, column, text


def _is_list(sheet: Sheet) -> bool:
    columns = columns_of(sheet, SEATS)
    return "seat" in columns and len(columns) > 1


def _is_drawing(sheet: Sheet) -> bool:
    return sum(1 for _ in _labels(sheet)) >= _LEAST_DRAWN
