"""A workbook from outside: read safely, formulas as the values they last showed, or refused."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path

from congress_desk.domain.text.clean_text import clean_text
from congress_desk.errors import Place, Refusal, refuse
from congress_desk.imports.files import MAX_BYTES, file_place, read_bytes
from congress_desk.imports.workbook.archive import trouble_in_archive
from congress_desk.imports.workbook.cell_styles import is_on, read_looks
from congress_desk.imports.workbook.package import Attributes, DamagedPart, Package, parse
from congress_desk.imports.workbook.sheet_parts import (
    SharedText,
    SheetReader,
    read_shared_texts,
)
from congress_desk.imports.workbook.sheets import (
    MAX_COLUMNS,
    MAX_ROWS,
    CellTooFar,
    Looks,
    Sheet,
    column_letter,
)

_OTHER_FORMATS = (".xlsm", ".xlsb", ".ods", ".csv", ".pdf", ".docx", ".congress")
# What zip and XML are known to raise on damaged or made-up parts; none of it is a fault of ours.
DAMAGE = (
    DamagedPart,
    zipfile.BadZipFile,
    zlib.error,
    KeyError,
    ValueError,
    OverflowError,
    EOFError,
    OSError,
    RuntimeError,
    NotImplementedError,
)
_WORKBOOK = "xl/workbook.xml"
_NO_LOOKS = Looks()


def read_workbook(path: Path) -> tuple[Sheet, ...] | Refusal:
    """Return all sheets of an .xlsx, or why not, in one sentence that names the file.

    Nothing is parsed before the zip's directory and the sizes of its parts are within bounds.
    """
    place, suffix = file_place(path), clean_text(path.suffix.casefold())[:20]
    content = read_bytes(path)
    if isinstance(content, Refusal):
        return content
    if suffix in _OTHER_FORMATS:
        return refuse("import_workbook_wrong_suffix", place, suffix=suffix)
    if trouble := trouble_in_archive(content):
        return refuse(trouble, place, limit=MAX_BYTES // 1_000_000)
    if suffix != ".xlsx":
        return refuse("import_workbook_wrong_suffix", place, suffix=suffix or "–")
    return parse_workbook(content, place)


def parse_workbook(content: bytes, place: Place) -> tuple[Sheet, ...] | Refusal:
    """Return the sheets of a zip that was looked at before, values only."""
    try:
        return _read_sheets(Package(content), place)
    except CellTooFar as found:
        last = column_letter(MAX_COLUMNS)
        return refuse("import_workbook_cell_too_far", found.place, rows=MAX_ROWS, columns=last)
    except DAMAGE:
        return refuse("import_workbook_damaged", place)


def _read_sheets(package: Package, place: Place) -> tuple[Sheet, ...]:
    path = next(package.of_kind("", "officeDocument"), _WORKBOOK)
    listed = _Listed()
    parse(package.read(path), start=listed.take)
    relations = package.relations(path)
    shared = _shared_texts(package, path)
    looks = _looks(package, path)
    sheets = []
    for name, key, hidden in listed.sheets:
        if relations[key].kind != "worksheet":
            continue
        title = clean_text(name)[:100]
        reader = SheetReader(
            place=Place(file=place.file, sheet=title),
            shared=shared,
            looks=looks,
            mac_dates=listed.mac_dates,
        )
        reader.read(package.read(relations[key].path))
        sheets.append(
            Sheet(
                name=title,
                hidden=hidden,
                rows=tuple(reader.rows),
                merges=tuple(reader.merges),
                hidden_columns=frozenset(reader.hidden_columns),
            )
        )
    return tuple(sheets)


class _Listed:
    """What the workbook part lists: its sheets, and how it counts days."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, str, bool]] = []
        self.mac_dates = False

    def take(self, name: str, attributes: Attributes) -> None:
        """Take the start of an element."""
        if name == "sheet":
            hidden = attributes.get("state", "visible") != "visible"
            self.sheets.append((attributes["name"], attributes["id"], hidden))
        elif name == "workbookPr":
            self.mac_dates = is_on({"val": attributes.get("date1904", "0")})


def _shared_texts(package: Package, path: str) -> tuple[SharedText, ...]:
    found = next(package.of_kind(path, "sharedStrings"), "")
    return read_shared_texts(package.read(found)) if found else ()


def _looks(package: Package, path: str) -> Looks:
    """Return what the styles say; a styles part that cannot be read says nothing."""
    found = next(package.of_kind(path, "styles"), "")
    if not found or not package.has(found):
        return _NO_LOOKS
    return read_looks(package.read(found))
