"""Who went in and out at one door: the CSV that another computer wrote (exports/door_list.py)."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from congress_desk.domain.people.register import Direction, DoorLine
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.domain.text.limits import NAME_LIMIT
from congress_desk.errors import Place, Refusal, refuse
from congress_desk.imports.files import file_place, read_bytes
from congress_desk.imports.import_problems import shown

COLUMNS = ("uid", "code", "name", "direction", "at", "door")
MARK = "congress"
UNDONE = "undone"
MAX_LINES = 100_000
_UID = re.compile(r"[0-9A-Za-z-]{8,64}")
_DIRECTIONS = {direction.value: direction for direction in Direction}


def read_door_list(path: Path, congress_uid: str) -> tuple[DoorLine, ...] | Refusal:
    """Return the passages of a door's list of this congress, or where it is wrong."""
    place = file_place(path)
    content = read_bytes(path)
    if isinstance(content, Refusal):
        return content
    try:
        lines = _lines(content.decode("utf-8-sig"))
    except (UnicodeDecodeError, csv.Error):
        return refuse("door_list_not_list", place)
    refusal = _check_head(lines, congress_uid, place)
    if refusal:
        return refusal
    if len(lines) > MAX_LINES:
        return refuse("door_list_too_many", place, most=MAX_LINES)
    return _passages(lines[1:], place)


def _lines(text: str) -> list[tuple[int, list[str]]]:
    """Return the filled lines with their numbers; a spreadsheet program may have put semicolons."""
    delimiter = ";" if text.startswith(f"{MARK};") else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    return [(reader.line_num, cells) for cells in reader if any(map(str.strip, cells))]


def _check_head(
    lines: list[tuple[int, list[str]]], congress_uid: str, place: Place
) -> Refusal | None:
    if len(lines) < 2 or lines[0][1][:1] != [MARK] or len(lines[0][1]) < 2:
        return refuse("door_list_not_list", place)
    if lines[0][1][1].strip() != congress_uid:
        return refuse("door_list_other_congress", Place(file=place.file, line=lines[0][0]))
    for column in COLUMNS:
        if column not in lines[1][1]:
            at = Place(file=place.file, line=lines[1][0])
            return refuse("door_list_column_missing", at, value=column, columns=",".join(COLUMNS))
    return None


def _passages(lines: list[tuple[int, list[str]]], place: Place) -> tuple[DoorLine, ...] | Refusal:
    header = lines[0][1]
    found = []
    for line, cells in lines[1:]:
        at = Place(file=place.file, line=line)
        if len(cells) != len(header):
            return refuse("door_list_columns_differ", at, found=len(cells), wanted=len(header))
        passage = _passage(dict(zip(header, cells, strict=True)), at)
        if isinstance(passage, Refusal):
            return passage
        found.append(passage)
    return tuple(found)


def _passage(cells: dict[str, str], at: Place) -> DoorLine | Refusal:
    for column in _wrong_columns(cells):
        place = Place(file=at.file, line=at.line, column=column)
        return refuse("door_list_cell_wrong", place, value=shown(cells[column]))
    return DoorLine(
        uid=cells["uid"].strip(),
        code=_text(cells["code"]),
        name=_text(cells["name"]),
        direction=_DIRECTIONS[cells["direction"].strip()],
        at=cells["at"].strip(),
        door=_text(cells["door"]),
        undone=cells.get(UNDONE, "0").strip() == "1",
    )


def _wrong_columns(cells: dict[str, str]) -> Iterator[str]:
    if not _UID.fullmatch(cells["uid"].strip()):
        yield "uid"
    if not clean_text(cells["code"]):
        yield "code"
    if cells["direction"].strip() not in _DIRECTIONS:
        yield "direction"
    if not _is_moment(cells["at"].strip()):
        yield "at"
    if cells.get(UNDONE, "0").strip() not in ("0", "1"):
        yield UNDONE
    for column in ("code", "name", "door"):
        if len(_text(cells[column])) > NAME_LIMIT:
            yield column


def _text(cell: str) -> str:
    """Return a text without the sign that keeps spreadsheets from taking it for a formula."""
    return clean_text(cell.removeprefix("'"))


def _is_moment(text: str) -> bool:
    try:
        return datetime.fromisoformat(text).tzinfo is not None and "T" in text
    except ValueError:
        return False
