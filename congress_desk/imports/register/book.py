"""A file that holds a list of people, whatever program wrote it: its sheets, or why not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from congress_desk.domain.text.clean_text import clean_text, fold
from congress_desk.errors import Place, Problem, Refusal, problem, refuse
from congress_desk.imports.files import MAX_BYTES, file_place, read_bytes
from congress_desk.imports.import_problems import shown
from congress_desk.imports.legacy.mojibake import repaired_sheet
from congress_desk.imports.legacy.sheet import in_unicode
from congress_desk.imports.register.csv import read_people_csv
from congress_desk.imports.register.header import RegisterTable, find_register_table
from congress_desk.imports.register.lines import read_register_lines
from congress_desk.imports.register.titles import is_title
from congress_desk.imports.register.without_header import columns_text, guessed_table
from congress_desk.imports.workbook.archive import trouble_in_archive
from congress_desk.imports.workbook.cells import text_of
from congress_desk.imports.workbook.html import is_html, read_html
from congress_desk.imports.workbook.sheets import Sheet
from congress_desk.imports.workbook.word import is_word, read_word
from congress_desk.imports.workbook.workbook import parse_workbook
from congress_desk.imports.workbook.xls import OLE, read_xls

_TEXTS = (".csv", ".txt")
_MACROS = (".xlsm", ".xltm", ".xlsb")
_PDF, _RTF = b"%PDF", b"{\\rtf"
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_LOST = re.compile(r"[^\W\d_]\?|\?[^\W\d_]")
_SPREADSHEET_XML = b"urn:schemas-microsoft-com:office:spreadsheet"
_HEAD = 2_000
_FEWEST_LOST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterFile:
    """The sheets of a list of people; a CSV has one, without a name."""

    place: Place
    sheets: tuple[Sheet, ...]
    notes: tuple[Problem, ...] = ()

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
    """Return the sheets of an .xlsx, .xls, .docx or CSV file, or why not, in one sentence.

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
    repaired = [repaired_sheet(sheet, is_title) for sheet in sheets]
    count = sum(changed for _, changed in repaired)
    notes = [problem("register_ansi_repaired", place, cells=count)] if count else []
    if content.startswith(b"PK") and is_word(content):
        notes.append(problem("register_word_lines", place, value=shown(_first_text(sheets[0]))))
    return RegisterFile(
        place=place, sheets=tuple(in_unicode(sheet) for sheet, _ in repaired), notes=tuple(notes)
    )


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
    return found or why_no_table(file)


def why_no_table(file: RegisterFile) -> Refusal:
    """Return why no sheet has a table: letters lost in ANSI, no header, or nobody on it."""
    texts = [v for s in file.sheets for row in s.rows for v in row.cells.values() if type(v) is str]
    lost = sum(_LOST.search(text) is not None for text in texts)
    if lost >= _FEWEST_LOST and 4 * lost >= len([text for text in texts if not text.isdigit()]):
        return refuse("register_text_lost", file.place)
    for sheet in file.sheets:
        found = find_register_table(sheet, file.place.file)
        if isinstance(found, Refusal) and found.first.code == "register_transposed":
            return found
        table = guessed_table(sheet)
        if table is not None:
            at = Place(file=file.place.file, sheet=sheet.name)
            return refuse("register_columns_needed", at, columns=columns_text(table.mapping))
    only = file.sheets[0].name if len(file.sheets) == 1 else ""
    return refuse("register_without_header", Place(file=file.place.file, sheet=only))


def notes_of_other_sheets(file: RegisterFile, chosen: Sheet) -> Iterator[Problem]:
    """Yield a note for each sheet with people that is not the chosen one, with their number."""
    for sheet in file.sheets:
        if sheet is chosen:
            continue
        found, code = find_register_table(sheet, file.place.file), "register_sheet_not_read"
        table = None if isinstance(found, Refusal) else found
        if table is None:
            table, code = guessed_table(sheet), "register_sheet_unheaded"
            # One column that may be of names is a programme as well.
            table = table if table and len(table.mapping) > 1 else None
        lines = read_register_lines(sheet, table).lines if table else ()
        if lines:
            name = sheet.name or str(file.sheets.index(sheet) + 1)
            yield problem(code, file.place, sheet=shown(name), count=len(lines))


def _of_word(content: bytes, place: Place) -> tuple[Sheet, ...] | Refusal:
    """Return the tables of a document; those within others where these lay out the page alone."""
    found, within = read_word(content, place), read_word(content, place, level=2)
    if isinstance(found, Refusal) or isinstance(within, Refusal):
        return found
    return within if _sureness(within[0]) > _sureness(found[0]) else found


def _sureness(sheet: Sheet) -> int:
    table = find_register_table(sheet)
    return -1 if isinstance(table, Refusal) else table.score


def _first_text(sheet: Sheet) -> str:
    return next((text_of(value) for row in sheet.rows for value in row.cells.values()), "")


def _sheets(content: bytes, suffix: str, place: Place) -> tuple[Sheet, ...] | Refusal:
    if suffix in _MACROS:
        return refuse("import_workbook_macros", place)
    if content.startswith(OLE):
        old_word = _WORD_STREAM in content
        return refuse("register_word_old", place) if old_word else read_xls(content, place)
    if content.startswith(b"PK") and is_word(content):
        return _of_word(content, place)
    if content.startswith(b"PK"):
        trouble = trouble_in_archive(content)
        if trouble:
            return refuse(trouble, place, limit=MAX_BYTES // 1_000_000)
        return parse_workbook(content, place)
    if is_html(content):
        return read_html(content, place)
    if _SPREADSHEET_XML in content[:_HEAD]:
        return refuse("register_xml_workbook", place)
    if content.lstrip()[:5].startswith(_RTF):
        return refuse("register_word_old", place)
    if content.lstrip()[:5].startswith(_PDF):
        return refuse("register_pdf", place)
    if suffix not in _TEXTS or content.lstrip()[:5].startswith(b"<"):
        return refuse("register_file_unknown", place)
    sheet = read_people_csv(content, place)
    return sheet if isinstance(sheet, Refusal) else (sheet,)
