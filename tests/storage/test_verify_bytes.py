"""A byte changed anywhere is found, or changes nothing that anybody could read.

600 places of a small file as a rule; CONGRESS_DESK_BYTES=600000 tries every one of them.
"""

from __future__ import annotations

import os
import random
import sqlite3
from collections import Counter
from pathlib import Path

import pytest
from congress_files import a_full_file, granted

from congress_desk.actions.elections.declaring import recount_problems
from congress_desk.errors import Refusal
from congress_desk.storage.closed_file_check import check_closed_file
from congress_desk.storage.opening import open_file

PLACES = int(os.environ.get("CONGRESS_DESK_BYTES", "600"))


def readable(path: Path) -> list[str]:
    """Return everything that SQLite reads of a file: its schema and all rows."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as db:
        return list(db.iterdump())


def is_found(path: Path) -> bool:
    found = check_closed_file(path, recount_problems)
    return isinstance(found, Refusal) or bool(found)


def flips(content: bytes) -> list[tuple[int, int]]:
    """Return (place, bits to turn), the same in every run; three in four are no slack."""
    choose = random.Random(19)
    used = [p for p in range(len(content)) if part_of(content, p) != "slack"]
    slack = sorted(set(range(len(content))) - set(used))
    places = [
        *choose.sample(used, min(len(used), PLACES * 3 // 4)),
        *choose.sample(slack, min(len(slack), PLACES // 4)),
    ]
    return [(place, choose.choice((0xFF, 1 << choose.randrange(8)))) for place in places]


@pytest.fixture(scope="module")
def tried(tmp_path_factory):
    """Turn bits at each place in turn; return the places nothing was said about."""
    folder = tmp_path_factory.mktemp("bytes")
    file = granted(open_file(a_full_file(folder / "dh.congress")))
    original = granted(file.copy_to(folder / "original.congress"))
    file.close()
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
    """The misses lie where no row stands: in slack, in header fields SQLite does not use, and in
    the numbers under which it keeps its own list of tables."""
    content, _, missed = tried
    where = Counter(part_of(content, place) for place, _ in missed)
    print(f"{len(flips(content))} places of {len(content)}, not found: {dict(where)}")
    assert set(where) <= {"header", "slack", "schema"}


def part_of(content: bytes, place: int) -> str:
    """Return what a byte of a file is: header, page head, pointers, slack, schema, or a cell.

    The file comes fresh from VACUUM, so no odd bytes lie between its cells, only a free block.
    """
    page, at = divmod(place, 4096)
    whole = content[page * 4096 : page * 4096 + 4096]
    start = 100 if page == 0 else 0
    head = whole[start : start + 8]
    if at < start:
        return "header"
    if head[0] not in (2, 5, 10, 13):
        # A long text ends somewhere in its last page; the rest of that is empty.
        return "overflow page" if any(whole[at:]) else "slack"
    size = 12 if head[0] in (2, 5) else 8
    if at < start + size:
        return "page head"
    if at < start + size + 2 * int.from_bytes(head[3:5], "big"):
        return "cell pointers"
    free = at < int.from_bytes(head[5:7], "big") or is_freed(whole, head, at)
    return "slack" if free else "schema" if b"CREATE " in whole else "cell"


def is_freed(page: bytes, head: bytes, at: int) -> bool:
    block = int.from_bytes(head[1:3], "big")
    while block:
        following, size = (int.from_bytes(page[block + i : block + i + 2], "big") for i in (0, 2))
        if block + 4 <= at < block + size:
            return True
        block = following
    return False
