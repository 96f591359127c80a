"""A sheet about seats as it is read: the hall itself, or who is to sit where in a hall there is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from congress_desk.domain.people.person import Person
from congress_desk.domain.people.person_finder import PersonFinder, named_as
from congress_desk.domain.seating.filling import SeatChanges
from congress_desk.domain.seating.plan import (
    BLOCK_LIMIT,
    MOST_NUMBER,
    MOST_SEATS,
    ROW_LIMIT,
    HallSeat,
    KeptFor,
    SeatingPlan,
    labelled,
    seat_key,
    seat_label,
)
from congress_desk.domain.text.clean_text import fold
from congress_desk.errors import Place, Problem, Refusal, problem, row_in_sheet

_SHOWN = 40
_LABEL = re.compile(
    r"(?:(?P<block>.+?)[-. ])??(?P<row>[^\W\d_]{1,2}[-. ]?|\d{1,3}[-. ])?(?P<number>\d{1,3})"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatRow:
    """One seat of a sheet as it stands there, and who sits on it, "" for nobody.

    `seat` is a number where `row` or `block` stand beside it, else the whole name of the seat.
    `at` is where it is drawn (line, column), None in a list; `who` the place of the name.
    """

    place: Place
    block: str = ""
    row: str = ""
    seat: str
    kept_for: KeptFor | None = None
    card: str = ""
    code: str = ""
    name: str = ""
    who: Place = Place()
    at: tuple[int, int] | None = None

    @property
    def names_somebody(self) -> bool:
        """Say whether the row says who sits there."""
        return bool(self.card or self.code or self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedSeats:
    """What a list changes on a plan: who gets which seat, who had another, who loses theirs."""

    changes: SeatChanges
    moved: tuple[int, ...] = ()
    displaced: tuple[int, ...] = ()

    @property
    def seated(self) -> int:
        """Return how many people the list puts on a seat other than before."""
        return sum(bool(number) for number in self.changes.values())


def hall_of_rows(
    rows: Sequence[SeatRow], people: Iterable[Person]
) -> tuple[HallSeat, ...] | Refusal:
    """Return the seats that a sheet is about, with who sits there; every wrong row is a problem."""
    finder, problems = PersonFinder(people), []
    seats: list[HallSeat] = []
    first: dict[str, SeatRow] = {}
    sitting: dict[tuple[bool, int], str] = {}
    for row in rows:
        seat = _seat(row)
        if isinstance(seat, HallSeat):
            before = first.setdefault(seat_key(seat.label), row)
            if before is not row:
                seat = _twice(seat.label, row, before)
        found = finder.number(row)
        if isinstance(seat, HallSeat) and isinstance(found, int) and found:
            other = sitting.setdefault((seat.on_stage, found), seat.label)
            if other != seat.label:
                found = problem("seat_person_twice", row.who, name=named_as(row), seat=other)
        problems += [each for each in (seat, found) if isinstance(each, Problem)]
        if isinstance(seat, HallSeat) and isinstance(found, int):
            seats.append(replace(seat, person_id=found))
    if not seats and not problems:
        problems.append(problem("seat_list_empty"))
    if problems:
        return Refusal(tuple(problems))
    if len(seats) > MOST_SEATS:
        return Refusal((problem("hall_too_large", count=len(seats), most=MOST_SEATS),))
    drawn = rows[0].at is not None
    return tuple(seats) if drawn else tuple(_placed(seats))


def listed_seats(
    plan: SeatingPlan, rows: Iterable[SeatRow], people: Iterable[Person]
) -> ListedSeats | Refusal:
    """Return what the rows that name somebody change on a plan; every wrong row is a problem.

    Whoever the list seats leaves the seat they had; whoever had theirs has none then.
    """
    finder, by_label = PersonFinder(people), labelled(plan.seats)
    problems: list[Problem] = []
    taken: dict[int, SeatRow] = {}
    given: dict[int, int] = {}
    sitting: dict[tuple[bool, int], HallSeat] = {}
    for row in rows:
        if not row.names_somebody:
            continue
        seat, found = _seat_of_plan(plan, by_label, row), finder.number(row)
        if isinstance(seat, HallSeat):
            before = taken.setdefault(seat.id, row)
            if before is not row:
                seat = _twice(seat.label, row, before)
        if isinstance(seat, HallSeat) and isinstance(found, int):
            other = sitting.setdefault((seat.on_stage, found), seat)
            if other is not seat:
                found = problem("seat_person_twice", row.who, name=named_as(row), seat=other.label)
            else:
                given[seat.id] = found
        problems += [each for each in (seat, found) if isinstance(each, Problem)]
    if not given and not problems:
        problems.append(problem("seat_list_names_nobody"))
    return Refusal(tuple(problems)) if problems else _listed(plan, given, sitting)


def _listed(
    plan: SeatingPlan, given: Mapping[int, int], sitting: Mapping[tuple[bool, int], HallSeat]
) -> ListedSeats:
    changes = {s.id: given[s.id] for s in plan.seats if given.get(s.id, s.person_id) != s.person_id}
    moved, displaced = [], []
    for seat in plan.seats:
        if not seat.person_id:
            continue
        elsewhere = sitting.get((seat.on_stage, seat.person_id))
        if elsewhere is not None and elsewhere.id != seat.id:
            moved.append(seat.person_id)
            changes.setdefault(seat.id, 0)
        elif elsewhere is None and seat.id in changes:
            displaced.append(seat.person_id)
    return ListedSeats(changes=changes, moved=tuple(moved), displaced=tuple(displaced))


def read_label(text: str) -> tuple[str, str, int] | None:
    """Return block, row and number of a seat's name as offices write it; None of anything else."""
    found = _LABEL.fullmatch(text.strip())
    if found is None or int(found["number"]) < 1:
        return None
    row = (found["row"] or "").strip("-. ").upper()
    return (found["block"] or "").strip("-. "), row, int(found["number"])


def _seat(row: SeatRow) -> HallSeat | Problem:
    """Return the seat that a row of a hall is about, not yet placed in a list."""
    if row.block or row.row:
        number = int(row.seat) if row.seat.isascii() and row.seat.isdecimal() else 0
        block, name = row.block, row.row.upper()
    else:
        read = read_label(row.seat)
        block, name, number = read or ("", "", 0)
    if not 1 <= number <= MOST_NUMBER:
        return problem("seat_number_wrong", row.place, value=row.seat[:_SHOWN], most=MOST_NUMBER)
    if len(block) > BLOCK_LIMIT or len(name) > ROW_LIMIT:
        return problem("seat_names_too_long", row.place, block=BLOCK_LIMIT, row=ROW_LIMIT)
    line, column = row.at or (0, 0)
    kept = row.kept_for or KeptFor.DELEGATES
    if kept is KeptFor.NOBODY and row.names_somebody:
        return problem("seat_closed_in_list", row.place, name=named_as(row))
    return HallSeat(block=block, row=name, number=number, line=line, column=column, kept_for=kept)


def _seat_of_plan(
    plan: SeatingPlan, by_label: Mapping[str, HallSeat], row: SeatRow
) -> HallSeat | Problem:
    number = row.seat.isascii() and row.seat.isdecimal()
    beside = (row.block or row.row) and number
    label = seat_label(row.block, row.row, int(row.seat)) if beside else row.seat
    found = by_label.get(seat_key(label))
    if found is None:
        return _unknown(plan, row, label)
    if found.kept_for is KeptFor.NOBODY:
        return problem("seat_closed_row", row.place, seat=found.label)
    return found


def _unknown(plan: SeatingPlan, row: SeatRow, label: str) -> Problem:
    """Say which part of a seat the plan does not have: its block, its row or its number."""
    blocks = list(dict.fromkeys(seat.block for seat in plan.seats))
    of_block = [seat for seat in plan.seats if fold(seat.block) == fold(row.block)]
    if row.block and not of_block:
        known = ", ".join(filter(None, blocks))
        return problem("seat_block_unknown", row.place, block=row.block[:_SHOWN], known=known)
    names = list(dict.fromkeys(seat.row for seat in of_block))
    of_row = [seat for seat in of_block if fold(seat.row) == fold(row.row)]
    if row.row and not of_row:
        return problem(
            "seat_row_unknown",
            row.place,
            row=row.row[:_SHOWN],
            known=", ".join(filter(None, names)),
        )
    if row.row and of_row:
        numbers = [seat.number for seat in of_row]
        return problem(
            "seat_number_unknown",
            row.place,
            seat=label[:_SHOWN],
            first=min(numbers),
            last=max(numbers),
        )
    return problem("seat_label_unknown", row.place, seat=label[:_SHOWN], plan=plan.name)


def _twice(label: str, row: SeatRow, before: SeatRow) -> Problem:
    return problem("seat_row_twice", row.place, seat=label, row=row_in_sheet(before.place.row))


def _placed(seats: Sequence[HallSeat]) -> Iterator[HallSeat]:
    """Give the seats of a list their places: the stage first, blocks beside each other.

    A block whose rows no block before it has stands behind them, as a balcony does.
    """
    stage = [seat for seat in seats if seat.on_stage]
    lines: dict[tuple[str, str], int] = {}
    for seat in stage:
        line = lines.setdefault((seat.block, seat.row), len(lines))
        yield replace(seat, line=line, column=_before(stage, seat))
    hall = [seat for seat in seats if not seat.on_stage]
    first = len(lines) + 1 if lines else 0
    rows: dict[str, int] = {}
    width = 0
    for block in dict.fromkeys(seat.block for seat in hall):
        of_block = [seat for seat in hall if seat.block == block]
        beside = any(seat.row in rows for seat in of_block)
        left = width if beside else 0
        before_block = len(rows)
        for seat in of_block:
            rows.setdefault(seat.row, len(rows) + (bool(before_block) and not beside))
        ordered: dict[str, int] = defaultdict(int)
        for seat in of_block:
            yield replace(seat, line=first + rows[seat.row], column=left + ordered[seat.row])
            ordered[seat.row] += 1
        width = max(width, left + max(ordered.values()) + 1)


def _before(seats: Sequence[HallSeat], seat: HallSeat) -> int:
    """Return how many seats of the same row stand before one."""
    row = [each for each in seats if (each.block, each.row) == (seat.block, seat.row)]
    return row.index(seat)
