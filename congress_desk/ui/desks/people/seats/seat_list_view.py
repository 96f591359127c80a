"""What a sheet about seats would do, row by row: a new hall, or people seated in one there is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from congress_desk.domain.seating.plan import HallSeat
from congress_desk.domain.seating.seat_list import (
    ListedSeats,
    SeatRow,
    hall_of_rows,
    listed_seats,
)
from congress_desk.errors import Place, Problem, Refusal
from congress_desk.i18n import problem_text, tr
from congress_desk.imports.setup.seats import read_seat_book
from congress_desk.queries.congress import people
from congress_desk.queries.seating import seating
from congress_desk.storage.congress_file import CongressFile


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedSeat:
    """A row of the file and what becomes of it; `tone` is "wrong" where it cannot be taken."""

    row: int
    seat: str
    name: str
    becomes: str
    tone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatListView:
    """A file as it was read; `hall` or `listed` is what can be written, all of it or nothing."""

    path: Path
    plan_id: int
    rows: tuple[ListedSeat, ...]
    hall: tuple[HallSeat, ...] = ()
    listed: ListedSeats | None = None
    displaced: tuple[str, ...] = ()
    notes: tuple[Problem, ...] = ()

    @property
    def wrong(self) -> int:
        """Return how many rows cannot be taken."""
        return sum(row.tone == "wrong" for row in self.rows)


def seat_list_view(file: CongressFile, path: Path, plan_id: int) -> SeatListView | Refusal:
    """Read a sheet as a new hall (`plan_id` 0), or as who sits where on a plan; nothing is kept."""
    book = read_seat_book(path)
    if isinstance(book, Refusal):
        return book
    found = seating(file, plan_id) if plan_id else None
    if found is None:
        hall = hall_of_rows(book.rows, people(file))
        if isinstance(hall, Refusal):
            return _refused(path, plan_id, book.rows, hall, book.notes)
        rows = tuple(_row(row, tr("taken") if row.names_somebody else "") for row in book.rows)
        return SeatListView(path=path, plan_id=0, rows=rows, hall=hall, notes=book.notes)
    listed = listed_seats(found.plan, book.rows, found.people)
    if isinstance(listed, Refusal):
        return _refused(path, plan_id, book.rows, listed, book.notes)
    named = [row for row in book.rows if row.names_somebody]
    return SeatListView(
        path=path,
        plan_id=plan_id,
        rows=tuple(_row(row, "") for row in named),
        listed=listed,
        displaced=tuple(found.by_number[number].name for number in listed.displaced),
        notes=book.notes,
    )


def _refused(
    path: Path,
    plan_id: int,
    rows: Iterable[SeatRow],
    refusal: Refusal,
    notes: tuple[Problem, ...],
) -> SeatListView | Refusal:
    """Return the rows with what is wrong in each; the refusal itself where it is of no row."""
    wrong = {_key(each.place): each for each in refusal.problems if each.place.row}
    if not wrong:
        return refusal
    return SeatListView(
        path=path, plan_id=plan_id, rows=tuple(_wrong_first(rows, wrong)), notes=notes
    )


def _wrong_first(
    rows: Iterable[SeatRow], wrong: Mapping[tuple[int, str], Problem]
) -> Iterator[ListedSeat]:
    def problem_of(row: SeatRow) -> Problem | None:
        return wrong.get(_key(row.place)) or wrong.get(_key(row.who))

    for row in sorted(rows, key=lambda row: problem_of(row) is None):
        found = problem_of(row)
        if found is None:
            yield _row(row, tr("waits for the others"), "muted")
        else:
            yield _row(row, problem_text(replace(found, place=Place())), "wrong")


def _key(place: Place) -> tuple[int, str]:
    return place.row, place.column


def _row(row: SeatRow, becomes: str, tone: str = "") -> ListedSeat:
    seat = " · ".join(filter(None, (row.block, row.row, row.seat)))
    return ListedSeat(
        row=row.place.row, seat=seat, name=row.name or row.code or row.card, becomes=becomes,
        tone=tone,
    )  # fmt: skip
