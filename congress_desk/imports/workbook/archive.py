"""The zip of a workbook, looked at before anything in it is parsed.

Every bound is far above an office's workbook and far below what would hold up the desk: the parser
is given only what it reads within seconds.
"""

from __future__ import annotations

import io
import lzma
import re
import zipfile
import zlib

from congress_desk.imports.workbook.archive_sheets import most_sheets_of_one_part

MAX_UNPACKED = 50_000_000
MAX_RATIO = 100
MAX_ENTRIES = 200
MAX_WORK = 600_000
MAX_TOKEN = 262_144
_LARGE_PART = 1_000_000
_STYLES = "xl/styles.xml"
_LIGHT_TAGS = (b"</", b"<row", b"<c ", b"<c>", b"<c/", b"<v>", b"<is>", b"<t>", b"<t ", b"<si>")
_XML = re.compile(rb"[\xef\xbb\xbf\xff\xfe\x00\s]*<")
_DAMAGE = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def trouble_in_archive(content: bytes, *, folder: str = "xl/", most: int = MAX_WORK) -> str | None:
    """Return the code of what keeps `content` from being read as a workbook, None when nothing.

    `folder` is where its parts lie, `most` how much there may be to parse.
    """
    if content.startswith(_OLE):
        return (
            "import_workbook_encrypted" if _ENCRYPTED in content else "import_workbook_old_format"
        )
    if not content.startswith(b"PK"):
        return "import_workbook_not_zip"
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _directory_trouble(archive, folder) or _parts_trouble(archive, most)
    except _DAMAGE:
        return "import_workbook_damaged"


def _directory_trouble(archive: zipfile.ZipFile, folder: str) -> str | None:
    entries = archive.infolist()
    if len(entries) > MAX_ENTRIES or sum(e.file_size for e in entries) > MAX_UNPACKED:
        return "import_workbook_too_large"
    if any(e.file_size > MAX_RATIO * max(e.compress_size, 1) for e in entries):
        return "import_workbook_too_large"
    names = [entry.filename.casefold() for entry in entries]
    if any(name.endswith("vbaproject.bin") for name in names):
        return "import_workbook_macros"
    if not any(name.startswith(folder) for name in names):
        if "mimetype" in names and "content.xml" in names:
            return "import_workbook_opendocument"
        known = "[content_types].xml" in names
        return "import_workbook_not_workbook" if known else "import_workbook_zipped"
    return "import_workbook_damaged" if any(e.flag_bits & 1 for e in entries) else None


def _parts_trouble(archive: zipfile.ZipFile, most: int) -> str | None:
    """Bound the work of the parser: of all parts, and of the largest as often as it is a sheet."""
    work, largest, repeats = 0, 0, 1
    for entry in archive.infolist():
        content = archive.read(entry)
        if not _looks_like_xml(content):
            continue
        if _is_unsafe(content):
            return "import_workbook_unsafe"
        part = _work(content)
        work += part
        if b"sheetId" in content:
            repeats = max(repeats, most_sheets_of_one_part(archive, entry.filename, content))
        if entry.filename.casefold() != _STYLES:
            largest = max(largest, part)
        if max(work, largest * repeats) > most:
            return "import_workbook_too_many_cells"
        if _longest_token(content) > MAX_TOKEN:
            return "import_workbook_unsafe"
    return None


def _work(content: bytes) -> int:
    """Return how much there is to parse: 1 for a tag of rows, cells and texts, 4 for all others."""
    tags = content.count(b"<")
    return 4 * tags - 3 * sum(content.count(tag) for tag in _LIGHT_TAGS)


def _looks_like_xml(content: bytes) -> bool:
    """Say whether a parser would begin to read this part: pictures are none of its business."""
    return _XML.match(content) is not None


def _is_unsafe(content: bytes) -> bool:
    """Say whether the part holds what no office program writes: a DTD, UTF-16, huge comments."""
    if b"\x00" in content or b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        return True
    return len(content) > _LARGE_PART and (b"<!" in content or content.count(b"<?") > 1)


def _longest_token(content: bytes) -> int:
    """Return the longest run between two tags: parsers take quadratic time over a huge one."""
    if len(content) <= MAX_TOKEN:
        return len(content)
    return max(map(len, content.split(b"<")))
