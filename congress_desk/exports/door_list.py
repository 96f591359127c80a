"""The list of a door as a file for the others: who went in and out, mergeable without double count.

CSV in UTF-8 with a byte order mark. The first line is `congress,<uid of the congress>,<its name>`,
the second the names of the columns, then a line a passage.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import BinaryIO

from congress_desk.domain.congress import Congress
from congress_desk.domain.people.person import Person
from congress_desk.domain.people.register import Passage
from congress_desk.errors import Refusal
from congress_desk.exports.atomic_file import write_whole
from congress_desk.exports.csv_text import csv_text
from congress_desk.exports.file_names import file_name

MARK = "congress"
COLUMNS = ("uid", "code", "name", "direction", "at", "door", "undone")


def door_list_name(door: str, at: str) -> str:
    """Return the name of a door's list: "diem-danh-Cua-A-20261122-1805.csv"; `at` an ISO time."""
    day, hour = at[:10].replace("-", ""), at[11:16].replace(":", "")
    return file_name("diem-danh", door, day, hour, suffix=".csv")


def write_door_list(
    path: Path, congress: Congress, passages: Iterable[Passage], people: Mapping[int, Person]
) -> int | Refusal:
    """Write the passages, undone ones too, as they are known here; return how many."""
    written = tuple(passages)
    content = door_list_text(congress, written, people).encode("utf-8-sig")

    def write(stream: BinaryIO) -> None:
        stream.write(content)

    return write_whole(path, write) or len(written)


def door_list_text(
    congress: Congress, passages: Iterable[Passage], people: Mapping[int, Person]
) -> str:
    """Return the whole list as text."""
    stream = io.StringIO()
    lines = csv.writer(stream, lineterminator="\r\n")
    lines.writerow([MARK, congress.uid, csv_text(congress.details.name)])
    lines.writerow(COLUMNS)
    for passage in passages:
        person = people[passage.person_id]
        lines.writerow(
            [
                passage.uid,
                csv_text(person.code),
                csv_text(person.name),
                passage.direction.value,
                passage.at,
                csv_text(passage.door),
                int(passage.undone),
            ]
        )
    return stream.getvalue()
