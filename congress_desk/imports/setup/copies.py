"""A list of who gets which numbered copy of a text, in a file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from congress_desk.domain.preparation.copy_list import (
    COPIES,
    CopyRow,
    ListedCopies,
    listed_copies,
)
from congress_desk.errors import Place, Problem, Refusal, refuse
from congress_desk.imports.import_problems import ImportProblems
from congress_desk.imports.register.book import read_register_file
from congress_desk.imports.setup.headers import find_header
from congress_desk.imports.setup.lines import Line
from congress_desk.imports.setup.table import read_lines
from congress_desk.imports.workbook.cells import whole_number
from congress_desk.imports.workbook.sheets import Sheet
from congress_desk.queries.text_copies import text_copies_view
from congress_desk.storage.congress_file import CongressFile

_WHO = ("name", "code", "card")
_UNREAD = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyFile:
    """A list as it was read: what it hands out, its rows, and what is said of it."""

    path: Path
    listed: ListedCopies
    rows: tuple[CopyRow, ...]
    notes: tuple[Problem, ...] = ()


def copy_file(file: CongressFile, text_id: int, path: Path) -> CopyFile | Refusal:
    """Read who gets which copy of a text; nothing is written. Copies that came back are left out.

    The first sheet is read that has numbers of copies beside people; every wrong row is a problem.
    """
    view = text_copies_view(file, text_id)
    if view is None or view.copies is None:
        return refuse("copies_not_numbered")
    book = read_register_file(path)
    if isinstance(book, Refusal):
        return book
    found = _with_copies(book.sheets)
    if found is None:
        only = book.sheets[0].name if len(book.sheets) == 1 else ""
        return refuse("copy_book_without_copies", Place(file=book.place.file, sheet=only))
    problems = ImportProblems(file=book.place.file)
    lines = read_lines(found, COPIES, problems)
    rows = tuple(_row(line) for line in lines if not line.value("returned"))
    read = [row for row in rows if row.copy != _UNREAD]
    listed = listed_copies(view.copies, read, view.people.values())
    wrong = [
        *(problems.refusal.problems if problems.refusal else ()),
        *(listed.problems if isinstance(listed, Refusal) else ()),
    ]
    if isinstance(listed, Refusal) or wrong:
        return Refusal(tuple(sorted(wrong, key=lambda p: p.place.row)))
    given = tuple(row for row in rows if row.copy in listed.given)
    return CopyFile(path=path, listed=listed, rows=given, notes=(*book.notes, *problems.notes))


def _row(line: Line) -> CopyRow:
    file = line.problems.file
    named = next((key for key in _WHO if line.value(key)), "name")
    number = line.read("copy", whole_number, "copy_cell_not_a_number")
    return CopyRow(
        place=replace(line.place("copy"), file=file),
        copy=_UNREAD if number is None else number,
        card=line.text("card"),
        code=line.text("code"),
        name=line.text("name"),
        who=replace(line.place(named), file=file),
    )


def _with_copies(sheets: Iterable[Sheet]) -> Sheet | None:
    """Return the first sheet with such a list, hidden ones last."""
    for sheet in sorted(sheets, key=lambda sheet: sheet.hidden):
        header = find_header(sheet, COPIES)
        if header and "copy" in header.columns and set(_WHO) & header.columns.keys():
            return sheet
    return None
