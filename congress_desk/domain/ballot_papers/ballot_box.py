"""Ballot boxes (hòm phiếu): which delegations or rows vote at which, where there are several."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from congress_desk.domain.text.clean_text import clean_text, fold
from congress_desk.domain.text.limits import NAME_LIMIT
from congress_desk.errors import Refusal, refuse

MOST_BOXES, MOST_VOTERS = 60, 200
_NAME_ENDS, _BETWEEN, _CELL = ":", ";", "\t"
_HEADERS = frozenset(map(fold, ("Hòm", "Hòm phiếu", "Hòm số", "Tên hòm", "Box")))


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotBox:
    """A box and who casts into it, in the order in which they walk: delegations, or rows."""

    id: int = 0
    name: str
    voters: tuple[str, ...] = ()


def read_boxes(text: str) -> tuple[BallotBox, ...] | Refusal:
    """Return the boxes of a text with one a line: "Hòm 1: Đoàn chủ tịch; Chi bộ 2".

    Two columns copied from a table are read as well: the box, then who votes there, a row each.
    Refused where a box has no name, one name or one delegation stands twice, or too many are there.
    """
    boxes = tuple(_box(line) for line in _lines(text) if clean_text(line))
    if len(boxes) > MOST_BOXES:
        return refuse("boxes_too_many", most=MOST_BOXES)
    unnamed = next((number for number, box in enumerate(boxes, 1) if not box.name), 0)
    if unnamed:
        return refuse("box_without_name", number=unnamed)
    for box in boxes:
        if len(box.voters) > MOST_VOTERS or any(
            len(text) > NAME_LIMIT for text in (box.name, *box.voters)
        ):
            return refuse("box_too_long", name=box.name[:NAME_LIMIT], most=NAME_LIMIT)
    twice = _twice(box.name for box in boxes)
    if twice:
        return refuse("box_name_twice", name=twice)
    twice = _twice(unit for box in boxes for unit in box.voters)
    return refuse("box_voters_twice", name=twice) if twice else boxes


def boxes_text(boxes: Iterable[BallotBox]) -> str:
    """Return boxes as `read_boxes` reads them."""
    lines = (
        f"{box.name}{_NAME_ENDS} {f'{_BETWEEN} '.join(box.voters)}" if box.voters else box.name
        for box in boxes
    )
    return "\n".join(lines)


def box_of(boxes: Iterable[BallotBox], unit: str) -> int:
    """Return at which box a delegation votes, 0 where none is named for it."""
    wanted = fold(unit)
    return next((box.id for box in boxes if wanted in map(fold, box.voters)), 0)


def _lines(text: str) -> Iterable[str]:
    """Return the lines of a text; rows of a table are gathered by the box of their first cell.

    A row without a box goes on with the one above; a header is passed over.
    """
    lines = text.splitlines()
    if not any(_CELL in line for line in lines):
        return lines
    gathered: dict[str, list[str]] = {}
    box = ""
    for line in lines:
        name, *units = (clean_text(cell) for cell in line.split(_CELL))
        if fold(name) in _HEADERS:
            continue
        box = name.rstrip(_NAME_ENDS) or box
        gathered.setdefault(box, []).extend(unit for unit in units if unit)
    return [f"{name}{_NAME_ENDS} {f'{_BETWEEN} '.join(units)}" for name, units in gathered.items()]


def _box(line: str) -> BallotBox:
    name, _, voters = line.partition(_NAME_ENDS)
    units = (clean_text(unit) for unit in voters.split(_BETWEEN))
    return BallotBox(name=clean_text(name), voters=tuple(unit for unit in units if unit))


def _twice(names: Iterable[str]) -> str:
    """Return a name that stands there twice, "" when none does."""
    given = list(names)
    counts = Counter(map(fold, given))
    return next((name for name in given if counts[fold(name)] > 1), "")
