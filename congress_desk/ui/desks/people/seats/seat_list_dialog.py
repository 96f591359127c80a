"""A sheet about seats before it is written: each row, and what is wrong in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from congress_desk.actions.seating.plans import import_seating_plan
from congress_desk.actions.seating.seats import import_seats
from congress_desk.domain.seating.filling import wants_seat
from congress_desk.domain.seating.plan import HallSeat, SeatingPlan
from congress_desk.domain.seating.seat_list import (
    ListedSeats,
    SeatRow,
    hall_of_rows,
    listed_seats,
)
from congress_desk.errors import Place, Problem, Refusal, row_in_sheet
from congress_desk.i18n import problem_text, tr
from congress_desk.imports.setup.seats import read_seat_book
from congress_desk.queries.congress import people
from congress_desk.queries.seating import SeatingView, seating
from congress_desk.storage.congress_file import CongressFile
from congress_desk.ui.desks.people.seats.hall_dialog import NAME_LIMIT
from congress_desk.ui.records.forms.list_dialog import ListDialog
from congress_desk.ui.records.table_model import TableColumn
from congress_desk.ui.widgets.screen_acts import Acts

SHOWN = 4


class SeatListDialog(ListDialog):
    """Writes all rows of the file or none."""

    def __init__(
        self, acts: Acts, seats: SeatingView, view: SeatListView, parent: QWidget | None
    ) -> None:
        super().__init__(acts, tr("Seats from a file"), tr("Write the seats down"), parent)
        self._seats, self._view = seats, view
        self.add_list("seat", tr("Rows of the list"), _columns(), long=(1, 2, 3))
        self.table.current_changed.connect(self._on_current)
        self.submitted.connect(self._on_submitted)
        self._show(view)

    def _show(self, view: SeatListView) -> None:
        self._view = view
        self.table.show_records(view.rows)
        self.submit.setEnabled(not view.wrong)
        self.sum.show_state("wrong" if view.wrong else self._tone(), self._words())
        self.show_notes(view.notes)
        (self.again if view.wrong else self.submit).setFocus()

    def _tone(self) -> str:
        return "look" if self._view.displaced or self._missing() > 0 else "holds"

    def _missing(self) -> int:
        """Return how many delegates have no seat in a new hall."""
        if not self._view.hall:
            return 0
        return sum(map(wants_seat, self._seats.people)) - len(self._view.hall)

    def _words(self) -> str:
        view = self._view
        if view.wrong:
            return tr(
                "{wrong} of {count} rows cannot be taken: put them right in {file}, save it, and"
                " read it again. No seat was written.",
                wrong=view.wrong,
                count=len(view.rows),
                file=view.path.name,
            )
        if view.listed is not None:
            words = tr(
                "{file}: {count} people get a seat, {moved} of them leave another.",
                file=view.path.name,
                count=view.listed.seated,
                moved=len(view.listed.moved),
            )
            lost = ", ".join(view.displaced[:SHOWN]) + (" …" if len(view.displaced) > SHOWN else "")
            return f"{words} " + tr("Without a seat then: {names}.", names=lost) if lost else words
        seated = sum(bool(seat.person_id) for seat in view.hall)
        words = tr(
            "{file}: a hall of {seats} seats, {seated} of them taken.",
            file=view.path.name,
            seats=len(view.hall),
            seated=seated,
        )
        missing = self._missing()
        if missing <= 0:
            return words
        few = tr("{missing} too few for {people} delegates", missing=missing,
                 people=len(view.hall) + missing)  # fmt: skip
        return f"{words} {few}."

    def _on_current(self, found: ListedSeat | None) -> None:
        words = f"{found.seat}: {found.becomes}" if found and found.becomes else ""
        self.tell_row(words, found.tone if found else "")

    def _on_submitted(self) -> None:
        view = self._view
        if view.listed is not None:
            self.run(import_seats, view.plan_id, view.listed.changes, source=view.path.name)
        elif view.hall:
            taken = {plan.name for plan in self._seats.plans}
            stem = view.path.stem[: NAME_LIMIT - 4]
            name, number = stem, 2
            while name in taken:
                name, number = f"{stem} {number}", number + 1
            plan = SeatingPlan(name=name)
            self.run(import_seating_plan, plan, view.hall, source=view.path.name)

    def read_again(self) -> None:
        self.say("", "wrong")
        session = self.acts.session
        session.ask(seat_list_view, self._view.path, self._view.plan_id, done=self._on_read)

    def _on_read(self, found: Any) -> None:
        if isinstance(found, Refusal):
            self.refuse(found)
        else:
            self._show(found)


def _columns() -> tuple[TableColumn, ...]:
    return (
        TableColumn(title=tr("Row"), text=lambda r: str(row_in_sheet(r.row)), number=True),
        TableColumn(title=tr("Seat"), text=lambda r: r.seat),
        TableColumn(title=tr("Who"), text=lambda r: r.name),
        TableColumn(title=tr("What it changes"), text=lambda r: r.becomes, tone=lambda r: r.tone),
    )


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
