"""A list of ballot boxes in a file: a row for each delegation or row of seats, with its box."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from congress_desk.domain.ballot_papers.ballot_box import BallotBox, boxes_text, read_boxes
from congress_desk.domain.ballot_papers.box_list import BOXES, BoxRow, listed_boxes, strangers
from congress_desk.domain.text.clean_text import clean_text, fold
from congress_desk.errors import Problem, Refusal, problem, refuse
from congress_desk.imports.setup.lines import Line
from congress_desk.imports.setup.list_file import columns_of, find_list
from congress_desk.imports.workbook.sheets import Sheet
from congress_desk.queries.people import register
from congress_desk.storage.congress_file import CongressFile

# What the program writes where a box has nobody of its own.
_NOBODY = fold("theo hướng dẫn của Ban kiểm phiếu")
_BETWEEN = ";"


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxFile:
    """The boxes of a list; `notes` are said, not refused."""

    path: Path
    boxes: tuple[BallotBox, ...]
    notes: tuple[Problem, ...] = ()


def box_file(file: CongressFile, path: Path) -> BoxFile | Refusal:
    """Read the first sheet with boxes and who casts there; nothing is written.

    Every wrong row is a problem; who is no delegation of the register is noted.
    """
    found = find_list(path, BOXES, _has_boxes, "box_book_without_boxes")
    if isinstance(found, Refusal):
        return found
    units = {person.delegation for person in register(file) if person.delegation}
    rows = [_row(line, frozenset(map(fold, units))) for line in found.lines()]
    boxes = listed_boxes(rows)
    wrong = found.problems.refusal
    if wrong or isinstance(boxes, Refusal):
        told = (*(wrong.problems if wrong else ()), *_problems(boxes))
        return Refusal(tuple(sorted(told, key=lambda p: p.place.row)))
    checked = read_boxes(boxes_text(boxes))
    if isinstance(checked, Refusal):
        return checked
    if not checked:
        return refuse("box_book_without_boxes", found.place)
    unknown = "; ".join(strangers(checked, units))
    notes = (problem("box_units_unknown", found.place, units=unknown),) if unknown else ()
    return BoxFile(path=path, boxes=checked, notes=(*found.notes, *notes))


def _problems(boxes: tuple[BallotBox, ...] | Refusal) -> tuple[Problem, ...]:
    return boxes.problems if isinstance(boxes, Refusal) else ()


def _row(line: Line, known: Collection[str]) -> BoxRow:
    """Return a row; delegations of one cell stand on lines of it, or between commas."""
    name, voters, value = line.text("box"), line.text("voters"), line.value("voters")
    if isinstance(value, str) and "\n" in value.strip():
        voters = _BETWEEN.join(value.splitlines())
    parted = voters.split(",")
    if fold(voters) not in known and all(fold(part) in known for part in parted):
        voters = _BETWEEN.join(parted)
    units = () if fold(voters) == _NOBODY else tuple(map(clean_text, voters.split(_BETWEEN)))
    return BoxRow(
        place=line.place("box"),
        box=f"Hòm {name}" if name.isdecimal() else name.replace(":", " ").strip(),
        voters=tuple(unit for unit in units if unit),
        who=line.place("voters"),
    )


def _has_boxes(sheet: Sheet) -> bool:
    return {"box", "voters"} <= columns_of(sheet, BOXES)
