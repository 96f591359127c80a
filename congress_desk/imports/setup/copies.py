"""A list of who gets which numbered copy of a text, in a file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from congress_desk.domain.preparation.copy_list import (
    COPIES,
    CopyRow,
    ListedCopies,
    listed_copies,
)
from congress_desk.errors import Problem, Refusal, refuse
from congress_desk.imports.setup.lines import Line
from congress_desk.imports.setup.list_file import columns_of, find_list
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
    found = find_list(path, COPIES, _has_copies, "copy_book_without_copies")
    if isinstance(found, Refusal):
        return found
    problems = found.problems
    rows = tuple(_row(line) for line in found.lines() if not line.value("returned"))
    read = [row for row in rows if row.copy != _UNREAD]
    listed = listed_copies(view.copies, read, view.people.values())
    wrong = [
        *(problems.refusal.problems if problems.refusal else ()),
        *(listed.problems if isinstance(listed, Refusal) else ()),
    ]
    if isinstance(listed, Refusal) or wrong:
        return Refusal(tuple(sorted(wrong, key=lambda p: p.place.row)))
    given = tuple(row for row in rows if row.copy in listed.given)
    return CopyFile(path=path, listed=listed, rows=given, notes=found.notes)


def _row(line: Line) -> CopyRow:
    named = next((key for key in _WHO if line.value(key)), "name")
    number = line.read("copy", whole_number, "copy_cell_not_a_number")
    return CopyRow(
        place=line.place("copy"),
        copy=_UNREAD if number is None else number,
        card=line.text("card"),
        code=line.text("code"),
        name=line.text("name"),
        who=line.place(named),
    )


def _has_copies(sheet: Sheet) -> bool:
    columns = columns_of(sheet, COPIES)
    return "copy" in columns and not columns.isdisjoint(_WHO)
