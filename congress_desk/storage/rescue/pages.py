"""The pages of a damaged file in memory: what a device still gives, with a schema that fits."""

from __future__ import annotations

import io
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from congress_desk.storage.migrations import SCHEMA_VERSION
from congress_desk.storage.password.keyring import key_with, salt_in
from congress_desk.storage.password.pages import RESERVED, plain_pages
from congress_desk.storage.schema import empty_pages

BLOCK = 4096
_LEAF, _BRANCH = 0x0D, 0x05
# Places in the header of an SQLite file: versions, bytes kept off each page, change counter,
# pages, free pages.
_VERSIONS, _RESERVED, _CHANGES, _COUNT, _FREE, _VALID_FOR = 18, 20, 24, 28, 32, 92


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """The bytes of a file; `unread` blocks of it the device did not give: they are zeros here.

    `reserved` bytes at the end of each page are not SQLite's: a file with a password has its seal
    there.
    """

    content: bytes
    unread: int = 0
    reserved: int = 0


def read_pages(path: Path) -> Pages:
    """Read what can be read, block by block; OSError when the file cannot be opened at all."""
    content, unread = bytearray(), 0
    with path.open("rb", buffering=0) as file:
        size = file.seek(0, io.SEEK_END)
        for start in range(0, size, BLOCK):
            try:
                file.seek(start)
                content += file.read(min(BLOCK, size - start))
            except OSError:
                content += bytes(min(BLOCK, size - start))
                unread += 1
    return _opened(bytes(content), unread)


def _opened(content: bytes, unread: int = 0) -> Pages:
    """Return pages with those of a file with a password opened; zeros where one does not open."""
    key = key_with(salt_in(content[:64]))
    if key is None:
        return Pages(content=content, unread=unread)
    plain, sealed = plain_pages(content, key)
    return Pages(content=plain, unread=max(unread, sealed), reserved=RESERVED)


def openings(pages: Pages, copies: Sequence[Path]) -> Iterator[tuple[str, sqlite3.Connection]]:
    """Yield connections to the pages, the best first: with their own schema, then with others.

    The schema says where each table begins. That of a copy, or of a file made by this program, fits
    where the tables were made in the same order. Each comes with whose schema it is.
    """
    yield "", _connected(pages.content, pages.reserved)
    for copy in copies:
        try:
            theirs = _opened(copy.read_bytes()).content
        except OSError:
            continue
        yield copy.name, _connected(_with_schema_of(theirs, pages.content), pages.reserved)
    for version in range(SCHEMA_VERSION, 0, -1):
        whole = _with_schema_of(empty_pages(version), pages.content)
        yield f"v{version}", _connected(whole, pages.reserved)


def _with_schema_of(theirs: bytes, content: bytes) -> bytes:
    """Return pages in which those of the schema are another file's."""
    whole = bytearray(content)
    for number in _schema_pages(theirs):
        start = (number - 1) * BLOCK
        whole += bytes(max(0, start + BLOCK - len(whole)))
        whole[start : start + BLOCK] = theirs[start : start + BLOCK]
    return bytes(whole)


def _schema_pages(content: bytes, number: int = 1) -> Iterator[int]:
    """Yield the numbers of the pages of the schema, a tree whose root is the first page."""
    page = content[(number - 1) * BLOCK : number * BLOCK]
    start = 100 if number == 1 else 0
    if len(page) < BLOCK or page[start] not in (_LEAF, _BRANCH):
        return
    yield number
    if page[start] == _LEAF:
        return
    cells = int.from_bytes(page[start + 3 : start + 5], "big")
    places = [int.from_bytes(page[at : at + 2], "big") for at in _pairs(start + 12, cells)]
    below = [page[at : at + 4] for at in places if at + 4 <= BLOCK]
    for child in (*below, page[start + 8 : start + 12]):
        # A page of a tree is never the root again: a damaged one leads nowhere.
        if (following := int.from_bytes(child, "big")) > number:
            yield from _schema_pages(content, following)


def _pairs(start: int, count: int) -> range:
    return range(start, min(start + 2 * count, BLOCK - 1), 2)


def _connected(content: bytes, reserved: int) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
    connection.deserialize(_with_sound_header(content, reserved))
    connection.execute("PRAGMA writable_schema = ON")
    return connection


def _with_sound_header(content: bytes, reserved: int) -> bytes:
    """Return whole pages, counted as they are, without a list of free ones: nothing is written."""
    whole = bytearray(content + bytes(-len(content) % BLOCK))
    told = int.from_bytes(whole[_COUNT : _COUNT + 4], "big")
    # A file that was cut off is read as far as it goes: what is missing is zeros.
    if len(whole) // BLOCK < told <= 4 * len(whole) // BLOCK:
        whole += bytes(told * BLOCK - len(whole))
    header = bytearray(empty_pages(SCHEMA_VERSION)[:100])
    header[_COUNT : _COUNT + 4] = (len(whole) // BLOCK).to_bytes(4, "big")
    header[_FREE : _FREE + 8] = bytes(8)
    header[_VALID_FOR : _VALID_FOR + 4] = header[_CHANGES : _CHANGES + 4]
    header[_RESERVED] = reserved
    header[_VERSIONS : _VERSIONS + 2] = b"\x01\x01"
    whole[:100] = header
    return bytes(whole)
