"""A list of ballot boxes as its reader sees it: which box, and who casts there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from congress_desk.domain.ballot_papers.ballot_box import BallotBox
from congress_desk.domain.setup.layout import PEOPLE, Column, SheetLayout
from congress_desk.domain.text.clean_text import fold
from congress_desk.domain.text.limits import LONG_TEXT_LIMIT, NAME_LIMIT
from congress_desk.errors import Place, Problem, Refusal, problem, row_in_sheet

BOXES: Final = SheetLayout(
    name="Hòm phiếu",
    synonyms=("Các hòm phiếu", "Thứ tự bỏ phiếu", "Phân công hòm phiếu", "Boxes"),
    columns=(
        PEOPLE.column("number"),
        Column(
            key="box",
            label="Hòm phiếu",
            synonyms=("Hòm", "Hòm số", "Số hòm", "Tên hòm", "Hòm phiếu số", "Box", "Ballot box"),
            spreads=True,
            heads=r"(?=(?:hòm|thùng|box)\b)",
            limit=NAME_LIMIT,
        ),
        Column(key="order", label="Thứ tự", synonyms=("Lượt", "Thứ tự bỏ phiếu", "Order")),
        Column(
            key="voters",
            label="Đoàn, hàng ghế",
            synonyms=(
                "Đoàn",
                "Đoàn đại biểu",
                "Đơn vị",
                "Đoàn, đơn vị",
                "Đơn vị bỏ phiếu",
                "Chi bộ",
                "Hàng ghế",
                "Dãy ghế",
                "Khu vực",
                "Voters",
                "Delegation",
            ),
            limit=LONG_TEXT_LIMIT,
        ),
        Column(key="people", label="Số người", synonyms=("Số đại biểu", "Số phiếu", "People")),
        PEOPLE.column("note"),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxRow:
    """One row: the box, "" for that of the row above, and who casts there next."""

    place: Place
    box: str
    voters: tuple[str, ...] = ()
    who: Place = Place()


def listed_boxes(rows: Sequence[BoxRow]) -> tuple[BallotBox, ...] | Refusal:
    """Return the boxes of the rows, each in the order in which it first stands there.

    Refused, each with its row, is a row before any box, and whoever casts at two places.
    """
    gathered: dict[str, tuple[str, list[str]]] = {}
    first: dict[str, int] = {}
    problems: list[Problem] = []
    box = ""
    for row in rows:
        box = row.box or box
        if not box:
            problems.append(problem("box_row_without_box", row.place))
            continue
        _, voters = gathered.setdefault(fold(box), (box, []))
        for unit in row.voters:
            before = first.setdefault(fold(unit), row.place.row)
            if before != row.place.row or fold(unit) in map(fold, voters):
                there = row_in_sheet(before)
                problems.append(problem("box_row_twice", row.who, name=unit, row=there))
            else:
                voters.append(unit)
    if problems:
        return Refusal(tuple(problems))
    return tuple(BallotBox(name=name, voters=tuple(voters)) for name, voters in gathered.values())


def strangers(boxes: Iterable[BallotBox], units: Iterable[str]) -> tuple[str, ...]:
    """Return who casts at a box and is no delegation of the register: a row of seats, or typed so.

    Nobody is strange where the register has no delegations.
    """
    known = {fold(unit) for unit in units}
    return tuple(u for box in boxes for u in box.voters if known and fold(u) not in known)
