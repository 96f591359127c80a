"""A list of shareholders in a file: who holds how many shares, and who votes for them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from congress_desk.domain.elections.shares.share_list import ShareRow
from congress_desk.domain.setup.layout import SHARES
from congress_desk.errors import Place, Problem, Refusal, refuse
from congress_desk.imports.import_problems import ImportProblems
from congress_desk.imports.register.book import read_register_file
from congress_desk.imports.setup.headers import Header, find_header
from congress_desk.imports.setup.lines import Line
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
    book = read_register_file(path)
    if isinstance(book, Refusal):
        return book
    chosen = book.sheet(sheet) if sheet else _with_shares(book.sheets)
    if isinstance(chosen, Refusal):
        return chosen
    if chosen is None or not _is_list(find_header(chosen, SHARES)):
        only = chosen or (book.sheets[0] if len(book.sheets) == 1 else None)
        place = Place(file=book.place.file, sheet=only.name if only else "")
        return refuse("share_book_without_header", place)
    problems = ImportProblems(file=book.place.file)
    rows = read_share_sheet(chosen, problems)
    place = Place(file=book.place.file, sheet=chosen.name)
    return problems.refusal or ShareBook(
        place=place, rows=rows, notes=(*book.notes, *problems.notes)
    )


def read_share_sheet(sheet: Sheet, problems: ImportProblems) -> tuple[ShareRow, ...]:
    """Return the holders on a sheet; a row that names nobody is a problem."""
    return tuple(_row(line) for line in read_lines(sheet, SHARES, problems))


def _row(line: Line) -> ShareRow:
    code, name = line.text("code"), line.text("name")
    if not code and not name:
        label = SHARES.column("name").label
        line.problems.refuse("import_cell_missing", line.place("name"), label=label)
    return ShareRow(
        place=replace(line.place("shares"), file=line.problems.file),
        code=code,
        name=name,
        shares=line.text("shares"),
        proxy=line.text("proxy"),
        document=line.text("document"),
    )


def _with_shares(sheets: Iterable[Sheet]) -> Sheet | None:
    """Return the first sheet with such a table, those that are hidden last."""
    ordered = sorted(sheets, key=lambda sheet: sheet.hidden)
    return next((sheet for sheet in ordered if _is_list(find_header(sheet, SHARES))), None)


def _is_list(header: Header | None) -> bool:
    return (
        header is not None
        and "shares" in header.columns
        and any(key in header.columns for key in _WHO)
    )
