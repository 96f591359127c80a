"""A sheet about seats before it is written: each row, and what is wrong in it."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from congress_desk.actions.seating.plans import import_seating_plan
from congress_desk.actions.seating.seats import import_seats
from congress_desk.domain.seating.filling import wants_seat
from congress_desk.domain.seating.plan import SeatingPlan
from congress_desk.errors import Refusal, row_in_sheet
from congress_desk.i18n import tr
from congress_desk.queries.seating import SeatingView
from congress_desk.ui.desks.people.seats.hall_dialog import NAME_LIMIT
from congress_desk.ui.desks.people.seats.seat_list_view import (
    ListedSeat,
    SeatListView,
    seat_list_view,
)
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
