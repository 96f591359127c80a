"""A list of shareholders in a file: who holds how many shares, and who votes for them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from congress_desk.domain.elections.shares.share_list import ShareRow
from congress_desk.domain.setup.share_sheet import SHARES
from congress_desk.errors import Place, Problem, Refusal
from congress_desk.imports.import_problems import ImportProblems
from congress_desk.imports.setup.lines import Line
from congress_desk.imports.setup.list_file import columns_of, find_list
from congress_desk.imports.setup.table import read_lines
from congress_desk.imports.workbook.sheets import Sheet

_WHO = ("code", "name")


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareBook:
    """The rows of the sheet that has the list; `notes` are things said but not refused."""

    place: Place
    rows: tuple[ShareRow, ...]
    notes: tuple[Problem, ...] = ()


def read_share_book(path: Path, sheet: str = "") -> ShareBook | Refusal:
    """Return the rows of the sheet that is named, or of the one that has shares and holders."""
    found = find_list(path, SHARES, _has_shares, "share_book_without_header", sheet)
    if isinstance(found, Refusal):
        return found
    rows = read_share_sheet(found.sheet, found.problems)
    return found.problems.refusal or ShareBook(place=found.place, rows=rows, notes=found.notes)


def read_share_sheet(sheet: Sheet, problems: ImportProblems) -> tuple[ShareRow, ...]:
    """Return the holders on a sheet; a row that names nobody is a problem."""
    return tuple(_row(line) for line in read_lines(sheet, SHARES, problems))


def _row(line: Line) -> ShareRow:
    code, name = line.text("code"), line.text("name")
    votes = "votes" if line.text("votes") else "shares"
    if not code and not name:
        label = SHARES.column("name").label
        line.problems.refuse("import_cell_missing", line.place("name"), label=label)
    return ShareRow(
        place=line.place(votes),
        who=line.place("name" if name else "code"),
        proxy_place=line.place("proxy"),
        code=code,
        name=name,
        shares=line.text(votes),
        proxy=line.text("proxy"),
        document=line.text("document"),
    )


def _has_shares(sheet: Sheet) -> bool:
    columns = columns_of(sheet, SHARES)
    return "shares" in columns and not columns.isdisjoint(_WHO)
