"""A plan of the hall for a session: its seats, what each is kept for, and who is to sit there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from congress_desk.domain.text.clean_text import fold
from congress_desk.errors import Problem, Refusal, problem, refuse

MOST_SEATS, MOST_PLANS = 4000, 20
BLOCK_LIMIT, ROW_LIMIT, MOST_NUMBER = 20, 6, 999


class KeptFor(StrEnum):
    """Whom a seat is kept for; those of the presidium are the ones on the stage."""

    DELEGATES = "delegates"
    PRESIDIUM = "presidium"
    GUESTS = "guests"
    NOBODY = "nobody"


class StageSide(StrEnum):
    """On which side of the drawn plan the stage is."""

    TOP = "top"
    BOTTOM = "bottom"
    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True, kw_only=True)
class HallSeat:
    """One seat. `line` counts from the stage and `column` from the left, facing it, both from 0.

    `block` and `row` may be "" where the hall has none; `person_id` is who is to sit there, 0 for
    nobody.
    """

    id: int = 0
    block: str = ""
    row: str = ""
    number: int
    line: int
    column: int
    kept_for: KeptFor = KeptFor.DELEGATES
    person_id: int = 0

    @property
    def label(self) -> str:
        """Return what the seat is called on the card: "C12", "A-3-12", "ĐCT-5"."""
        return seat_label(self.block, self.row, self.number)

    @property
    def on_stage(self) -> bool:
        """Say whether it is of the presidium; one person may have such a seat beside theirs."""
        return self.kept_for is KeptFor.PRESIDIUM


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatingPlan:
    """A hall as it is for a session ("" for every one); the seats line by line from the stage.

    The plan in force is the one whose seats are told at the door, on cards and in the register.
    """

    id: int = 0
    name: str
    session: str = ""
    stage: StageSide = StageSide.TOP
    in_force: bool = False
    seats: tuple[HallSeat, ...] = ()

    def seat(self, seat_id: int) -> HallSeat | None:
        """Return the seat with this id."""
        return next((seat for seat in self.seats if seat.id == seat_id), None)

    def seats_of(self, person_id: int) -> tuple[HallSeat, ...]:
        """Return where somebody is to sit: at most one on the stage, and one in the hall."""
        found = (seat for seat in self.seats if seat.person_id == person_id)
        return tuple(sorted(found, key=lambda seat: not seat.on_stage)) if person_id else ()

    @property
    def seats_by_person(self) -> Mapping[int, list[HallSeat]]:
        """Return the seats of everybody who has one, by their number."""
        found: dict[int, list[HallSeat]] = {}
        for seat in self.seats:
            if seat.person_id:
                found.setdefault(seat.person_id, []).append(seat)
        return found

    @property
    def sitters(self) -> frozenset[int]:
        """Return the numbers of those who have a seat."""
        return frozenset(seat.person_id for seat in self.seats if seat.person_id)

    @property
    def size(self) -> tuple[int, int]:
        """Return how many lines and columns the drawn hall takes."""
        lines = max((seat.line for seat in self.seats), default=-1) + 1
        return lines, max((seat.column for seat in self.seats), default=-1) + 1

    def drawing(self) -> Callable[[int, int], tuple[int, int]]:
        """Return what says of a line and a column where they are drawn, across and down.

        The stage is on its side of the plan.
        """
        lines, columns = self.size
        sides: dict[StageSide, Callable[[int, int], tuple[int, int]]] = {
            StageSide.TOP: lambda line, column: (column, line),
            StageSide.BOTTOM: lambda line, column: (columns - 1 - column, lines - 1 - line),
            StageSide.LEFT: lambda line, column: (line, columns - 1 - column),
            StageSide.RIGHT: lambda line, column: (lines - 1 - line, column),
        }
        return sides[self.stage]


def seat_label(block: str, row: str, number: int) -> str:
    """Return what a seat of this block, row and number is called."""
    joined = row and row[-1].isalpha()
    seat = f"{row}{number}" if joined else "-".join(filter(None, (row, str(number))))
    return f"{block}-{seat}" if block else seat


def seat_words(seats: Iterable[HallSeat]) -> str:
    """Return the seats of one person in words, that on the stage first: "ĐCT-5 / C12"."""
    ordered = sorted(seats, key=lambda seat: not seat.on_stage)
    return " / ".join(seat.label for seat in ordered)


def labelled(seats: Iterable[HallSeat]) -> Mapping[str, HallSeat]:
    """Return the seats by what they are called, without case and signs, as people type them."""
    return {seat_key(seat.label): seat for seat in seats}


def seat_key(label: str) -> str:
    """Return what two ways of typing one seat have in common: "c 012" is "C12"."""
    parts, last = [], ""
    for sign in label:
        kind = "digit" if sign.isdigit() else "letter" if sign.isalpha() else ""
        if kind and kind != last:
            parts.append("")
        if kind:
            parts[-1] += sign
        last = kind
    return "-".join(part.lstrip("0") or "0" if part.isdigit() else fold(part) for part in parts)


def check_seats(seats: Iterable[HallSeat]) -> Refusal | None:
    """Refuse a hall without seats, with too many, or with one seat twice."""
    seats = tuple(seats)
    if not seats:
        return refuse("hall_without_seats")
    if len(seats) > MOST_SEATS:
        return refuse("hall_too_large", count=len(seats), most=MOST_SEATS)
    problems: list[Problem] = []
    labels: set[str] = set()
    places: set[tuple[int, int]] = set()
    for seat in seats:
        if seat_key(seat.label) in labels or (seat.line, seat.column) in places:
            problems.append(problem("hall_seat_twice", seat=seat.label))
        labels.add(seat_key(seat.label))
        places.add((seat.line, seat.column))
    return Refusal(tuple(problems)) if problems else None
