"""Beside the hall: the current seat in large letters, and lists of people by where they sit."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from congress_desk.domain.people.person import Person
from congress_desk.domain.people.search import PersonFinder
from congress_desk.domain.seating.plan import HallSeat, labelled, seat_key
from congress_desk.domain.seating.seating import Seating, SeatState
from congress_desk.i18n import label, tr
from congress_desk.ui.desks.people.seats.seat_painting import state_picture
from congress_desk.ui.look import theme
from congress_desk.ui.records.forms.form_dialog import choice
from congress_desk.ui.records.table_model import RecordTableModel, TableColumn
from congress_desk.ui.records.tables.data_table import DataTable
from congress_desk.ui.widgets.layout.flow_layout import FlowLayout
from congress_desk.ui.widgets.layout.layouts import row_in

LEAST_ROWS, SWATCH = 3, 16


class Listed(NamedTuple):
    """Somebody of a list at the side, with their seat, None of who has none."""

    person: Person
    seat: HallSeat | None


class SeatsPanel(QWidget):
    """`listed` carries seat (or None) and person of a row that was chosen, `found` a seat."""

    listed = Signal(object, object)
    found = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._seating: Seating | None = None
        self.title, self.words = theme.section(), QLabel()
        self.title.setObjectName("currentSeat")
        self.words.setObjectName("currentSitter")
        self.words.setWordWrap(True)
        self.finder = QLineEdit()
        self.finder.setObjectName("seatFinder")
        self.finder.setAccessibleName(tr("Find a person or a seat"))
        self.finder.setPlaceholderText(tr("Find a person or a seat: name, card, C12"))
        self.lists = choice()
        self.lists.setObjectName("seatLists")
        self.lists.setAccessibleName(tr("List of people"))
        model = RecordTableModel(_columns(), self)
        self.table = DataTable("seatPeople", tr("People and seats"), model, long=(0, 2))
        self.table.show_at_least(LEAST_ROWS)
        self.legend = Legend()
        self._lay_out()
        self.lists.currentIndexChanged.connect(lambda _: self._show_list())
        self.table.chosen.connect(lambda found: self.listed.emit(found.seat, found.person))
        self.finder.returnPressed.connect(self._on_find)

    def show_seating(self, seating: Seating) -> None:
        """Show the lists of a plan; the chosen list stays chosen."""
        self._seating = seating
        self.legend.show_counts(seating)
        chosen = self.lists.currentIndex()
        self.lists.blockSignals(True)
        self.lists.clear()
        for words, people in _lists(seating):
            self.lists.addItem(f"{words} ({len(people)})", people)
        self.lists.setCurrentIndex(max(chosen, 0))
        self.lists.blockSignals(False)
        self._show_list()

    def show_seat(self, seat: HallSeat | None, told: str, selected: int) -> None:
        """Show the current seat, and how many are selected."""
        many = selected > 1
        self.title.setText(
            tr("{count} seats selected", count=selected) if many else seat.label if seat else ""
        )
        self.words.setText(told if many else told.partition(": ")[2])

    def say(self, words: str) -> None:
        """Say what is to be done next, in the place of the current seat."""
        self.words.setText(words)

    def _show_list(self) -> None:
        self.table.show_records(
            self.lists.currentData() or (), same=lambda a, b: a.person.id == b.person.id
        )

    def _on_find(self) -> None:
        """Go to the seat that is typed, else to that of the first person found."""
        text, seating = self.finder.text().strip(), self._seating
        if not text or seating is None:
            return
        seat = labelled(seating.plan.seats).get(seat_key(text))
        if seat is not None:
            self.found.emit(seat)
            return
        for person in PersonFinder(seating.people).find(text):
            seats = seating.plan.seats_of(person.id) or seating.plan.seats_of(person.replaces)
            if seats:
                self.found.emit(seats[-1])
                return
        self.say(tr("Nobody with a seat, and no seat, is called “{text}”", text=text))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(4), 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self.finder)
        column.addWidget(self.title)
        column.addWidget(self.words)
        column.addWidget(self.lists)
        column.addWidget(self.table, 1)


class Legend(QWidget):
    """What each colour and sign means, with how many seats stand so."""

    def __init__(self) -> None:
        super().__init__()
        self._flow = FlowLayout(self)
        self._rows: dict[SeatState, tuple[QLabel, QLabel]] = {}
        self._flow.addWidget(theme.label(tr("Seats:"), tone="muted"))
        for state in SeatState:
            picture, words = QLabel(), QLabel()
            theme.set_tone(words, "muted")
            row = QWidget()
            row_in(row, picture, words, spacing=4, margins=(0, 0, 8, 0))
            self._flow.addWidget(row)
            self._rows[state] = (picture, words)
        theme.changed.connect(self._draw)
        self._draw()

    def show_counts(self, seating: Seating) -> None:
        """Show how many seats stand how; a state that no seat has is left out."""
        for state, (_, words) in self._rows.items():
            count = seating.counts.get(state, 0)
            words.setText(f"{label('seat_state', state.value)} {count}")
            row = words.parentWidget()
            assert row is not None
            row.setVisible(count > 0)

    def _draw(self) -> None:
        for state, (picture, _) in self._rows.items():
            picture.setPixmap(state_picture(state, theme.px(SWATCH)))


def _lists(seating: Seating) -> tuple[tuple[str, tuple[Listed, ...]], ...]:
    return (
        (tr("Without a seat"), tuple(Listed(person, None) for person in seating.without_seat)),
        (tr("Not here yet"), _of(seating, SeatState.AWAITED)),
        (tr("Empty: sits on the stage"), _of(seating, SeatState.ELSEWHERE)),
        (tr("Not coming"), _of(seating, SeatState.NOT_COMING)),
        (tr("Present"), _of(seating, SeatState.PRESENT)),
    )


def _of(seating: Seating, state: SeatState) -> tuple[Listed, ...]:
    return tuple(Listed(person, seat) for seat, person in seating.of(state))


def _columns() -> tuple[TableColumn, ...]:
    return (
        TableColumn(title=tr("Name"), text=lambda row: row.person.name),
        TableColumn(title=tr("Seat"), text=lambda row: row.seat.label if row.seat else ""),
        TableColumn(title=tr("Delegation"), text=lambda row: row.person.delegation),
    )
