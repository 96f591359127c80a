"""A byte changed anywhere is found, or changes nothing that anybody could read.

1,500 places of a small file as a rule; CONGRESS_DESK_BYTES=200000 tries every one of them.
"""

from __future__ import annotations

import os
import random
import sqlite3
from collections import Counter
from pathlib import Path

import pytest
from congress_files import a_full_file

from congress_desk.actions.declaring import recount_problems
from congress_desk.errors import Refusal
from congress_desk.storage.congress_file import check_closed_file

PLACES = int(os.environ.get("CONGRESS_DESK_BYTES", "1500"))
# What stands in a page's cells is content; the rest is slack, free blocks and SQLite's own header.
UNUSED_HEADER = range(24, 100)


def readable(path: Path) -> list[str]:
    """Return everything that SQLite reads of a file: its schema and all rows."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as db:
        return list(db.iterdump())


def is_found(path: Path) -> bool:
    found = check_closed_file(path, recount_problems)
    return isinstance(found, Refusal) or bool(found)


def flips(content: bytes) -> list[tuple[int, int]]:
    """Return (place, bits to turn), the same in every run."""
    choose = random.Random(19)
    size = len(content)
    places = range(size) if size <= PLACES else sorted(choose.sample(range(size), PLACES))
    return [(place, choose.choice((0xFF, 1 << choose.randrange(8)))) for place in places]


@pytest.fixture(scope="module")
def tried(tmp_path_factory):
    """Turn bits at each place in turn; return the places nothing was said about."""
    folder = tmp_path_factory.mktemp("bytes")
    original = a_full_file(folder / "original.congress")
    content = original.read_bytes()
    copy = folder / "copy.congress"
    missed = []
    for place, bits in flips(content):
        changed = bytearray(content)
        changed[place] ^= bits
        copy.write_bytes(changed)
        if not is_found(copy):
            copy.write_bytes(changed)
            missed.append((place, readable(copy)))
    return content, readable(original), missed


def test_that_what_is_not_found_changes_nothing_that_can_be_read(tried):
    _, told, missed = tried
    assert [place for place, read in missed if read != told] == []


def test_that_a_byte_of_a_row_is_always_found(tried):
    """The misses lie where no row stands: in slack, or in header fields SQLite does not use."""
    content, _, missed = tried
    where = Counter(part_of(content, place) for place, _ in missed)
    print(f"{len(flips(content))} places of {len(content)}, not found: {dict(where)}")
    assert set(where) <= {"header", "slack", "free block"}


def part_of(content: bytes, place: int) -> str:
    """Return what a byte of a file is: file header, page head, cell pointers, slack, or a cell."""
    page, at = divmod(place, 4096)
    start = 100 if page == 0 else 0
    if page == 0 and at < 100:
        return "header"
    head = content[page * 4096 + start : page * 4096 + start + 12]
    kind = head[0]
    if kind not in (2, 5, 10, 13):
        return "overflow page"
    size = 12 if kind in (2, 5) else 8
    if at < start + size:
        return "page head"
    cells = int.from_bytes(head[3:5], "big")
    pointers_end = start + size + 2 * cells
    if at < pointers_end:
        return "cell pointers"
    first = int.from_bytes(head[5:7], "big") or 65536
    if at < first:
        return "slack"
    return "free block" if in_free_block(content, page, start, at) else "cell"


def in_free_block(content: bytes, page: int, start: int, at: int) -> bool:
    base = page * 4096
    block = int.from_bytes(content[base + start + 1 : base + start + 3], "big")
    while block:
        following, size = (
            int.from_bytes(content[base + block + i : base + block + i + 2], "big") for i in (0, 2)
        )
        if block <= at < block + size:
            return True
        block = following
    return False
