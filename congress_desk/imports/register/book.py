"""A file that holds a list of people, whatever program wrote it: its sheets, or why not."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from congress_desk.domain.text.clean_text import clean_text, fold
from congress_desk.errors import Place, Refusal, refuse
from congress_desk.imports.files import MAX_BYTES, file_place, read_bytes
from congress_desk.imports.legacy.sheet import in_unicode
from congress_desk.imports.register.csv import read_people_csv
from congress_desk.imports.register.header import RegisterTable, find_register_table
from congress_desk.imports.workbook.archive import trouble_in_archive
from congress_desk.imports.workbook.sheets import Sheet
from congress_desk.imports.workbook.workbook import parse_workbook
from congress_desk.imports.workbook.xls import OLE, read_xls

SUFFIXES = (".xlsx", ".xls", ".csv", ".txt")
_TEXTS = (".csv", ".txt")
_MACROS = (".xlsm", ".xltm", ".xlsb")
_MARKUP = (b"%PDF", b"<", b"{\\rtf")


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterFile:
    """The sheets of a list of people; a CSV has one, without a name."""

    place: Place
    sheets: tuple[Sheet, ...]

    @property
    def sheet_names(self) -> tuple[str, ...]:
        return tuple(sheet.name for sheet in self.sheets)

    def sheet(self, name: str) -> Sheet | Refusal:
        """Return the sheet of this name, or what sheets there are."""
        exact = [sheet for sheet in self.sheets if sheet.name == clean_text(name)]
        found = exact or [sheet for sheet in self.sheets if fold(sheet.name) == fold(name)]
        if found:
            return found[0]
        names = "; ".join(name for name in self.sheet_names if name) or "–"
        return refuse(
            "register_sheet_unknown", self.place, sheet=clean_text(name)[:100], names=names
        )


def read_register_file(path: Path) -> RegisterFile | Refusal:
    """Return the sheets of an .xlsx, .xls or CSV file, or why not, in one sentence that names it.

    The content decides what it is read as: an old workbook under a new suffix is read all the same.
    Texts in letters of old fonts are converted; `Sheet.converted` tells which.
    """
    place = file_place(path)
    content = read_bytes(path)
    if isinstance(content, Refusal):
        return content
    sheets = _sheets(content, path.suffix.casefold(), place)
    if isinstance(sheets, Refusal):
        return sheets
    return RegisterFile(place=place, sheets=tuple(map(in_unicode, sheets)))


def likeliest_sheet(file: RegisterFile) -> tuple[Sheet, RegisterTable] | Refusal:
    """Return the sheet whose table looks most like a register: headers known, and many rows."""
    best: tuple[int, int] = (0, 0)
    found: tuple[Sheet, RegisterTable] | None = None
    for sheet in file.sheets:
        table = find_register_table(sheet, file.place.file)
        if isinstance(table, Refusal):
            continue
        likeness = (0 if sheet.hidden else 1, table.score * min(len(sheet.rows), 50))
        if likeness > best:
            best, found = likeness, (sheet, table)
    return found or refuse("register_without_header", file.place)


def _sheets(content: bytes, suffix: str, place: Place) -> tuple[Sheet, ...] | Refusal:
    if suffix in _MACROS:
        return refuse("import_workbook_macros", place)
    if content.startswith(OLE):
        return read_xls(content, place)
    if content.startswith(b"PK"):
        trouble = trouble_in_archive(content)
        if trouble:
            return refuse(trouble, place, limit=MAX_BYTES // 1_000_000)
        return parse_workbook(content, place)
    if suffix not in _TEXTS or content.lstrip()[:5].startswith(_MARKUP):
        return refuse("register_file_unknown", place)
    sheet = read_people_csv(content, place)
    return sheet if isinstance(sheet, Refusal) else (sheet,)
