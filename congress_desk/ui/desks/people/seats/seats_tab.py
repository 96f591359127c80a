"""The hall on its tab: the drawn plan, the current seat, and who has no seat or is not on it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QMenu,
    QScrollArea,
    QStackedWidget,
    QWidget,
)

from congress_desk.actions.seating.seats import free_seats, seat_person, swap_seats, undo_seating
from congress_desk.domain.people.person import Person
from congress_desk.domain.seating.plan import HallSeat, SeatingPlan
from congress_desk.i18n import tr
from congress_desk.queries.seating import SeatingView, seating_view
from congress_desk.ui.commands import Commands
from congress_desk.ui.desk import paper_place
from congress_desk.ui.desks.people.seats.fill_dialog import FillDialog, KeepDialog, SeatDialog
from congress_desk.ui.desks.people.seats.plan_acts import PlanActs
from congress_desk.ui.desks.people.seats.seat_map import SeatMap
from congress_desk.ui.desks.people.seats.seat_words import plan_words, why_not
from congress_desk.ui.desks.people.seats.seats_panel import SeatsPanel
from congress_desk.ui.look import theme
from congress_desk.ui.messages import Messages
from congress_desk.ui.reader import Reader
from congress_desk.ui.records.forms.form_dialog import choice
from congress_desk.ui.widgets.buttons import command_button, make_button
from congress_desk.ui.widgets.layout.empty_state import EmptyState
from congress_desk.ui.widgets.layout.folding_columns import FoldingColumns
from congress_desk.ui.widgets.layout.layouts import column_in, row_of
from congress_desk.ui.widgets.layout.tool_row import ToolRow
from congress_desk.ui.widgets.screen_acts import Acts

BUTTONS = ("fill", "swap", "free", "keep", "list", "print")
OF_PLANS = ("use", "edit", "copy", "draw", "", "drop")
OF_SEATS = ("seat", "swap", "free", "keep", "row", "card")
LEAST_MAP = 120


class SeatsTab(QWidget):
    """`person_wanted` carries whose card is asked for, `answered` what an act came to.

    `place_wanted` carries a place.

    What is marked to change places waits for a second seat: Enter, or a click on it.
    """

    answered = Signal(object)
    person_wanted = Signal(object)
    place_wanted = Signal(object)

    def __init__(self, acts: Acts, messages: Messages) -> None:
        super().__init__()
        self._acts, self._messages = acts, messages
        self._view: SeatingView | None = None
        self._plan_id = 0
        self.plans: QComboBox = choice()
        self.plans.setObjectName("seatingPlans")
        self.plans.setAccessibleName(tr("Seating plan"))
        self.map = SeatMap("seatMap", tr("The hall"))
        self.panel = SeatsPanel()
        self._plan_acts = PlanActs(acts, messages, lambda: self._view, self)
        self.commands = self._make_commands()
        self._lay_out()
        self._connect()
        self._reader = Reader(acts.session, self, self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Read the plan again."""
        self._reader.ask(seating_view, self._plan_id, done=self._show)

    @property
    def keyboard_target(self) -> QWidget:
        """Return where work goes on: the hall, or the first thing to do without one."""
        return self.map if self._body.currentIndex() == 0 else self._first

    def _show(self, view: SeatingView) -> None:
        self._view = view
        self._body.setCurrentIndex(0 if view.seating else 1)
        self._show_plans(view)
        if view.seating is not None:
            self._plan_id = view.seating.plan.id
            self.map.show_seating(view.seating)
            self.panel.show_seating(view.seating)
            self._show_current()
        self.commands.refresh()

    def _show_plans(self, view: SeatingView) -> None:
        self.plans.blockSignals(True)
        self.plans.clear()
        for each in view.plans:
            self.plans.addItem(plan_words(each), each.id)
        chosen = view.seating.plan.id if view.seating else 0
        self.plans.setCurrentIndex(self.plans.findData(chosen))
        self.plans.blockSignals(False)

    def _on_plan(self) -> None:
        wanted = self.plans.currentData()
        if wanted and wanted != self._plan_id:
            self._plan_id = wanted
            self.map.mark(0)
            self.refresh()

    def _on_made(self, plan: SeatingPlan) -> None:
        self._plan_id = plan.id
        self.refresh()

    def _show_current(self) -> None:
        seat, marked = self.map.current, self.map.marked
        if marked is not None:
            self.panel.say(
                tr("{seat} changes places: choose the other seat and press Enter; Esc leaves it",
                   seat=marked.label)
            )  # fmt: skip
        else:
            self.panel.show_seat(seat, self.map.told(seat) if seat else "", len(self.map.selected))
        self.commands.refresh()

    def _on_chosen(self, seat: HallSeat) -> None:
        """Enter on a seat: swap with the one marked, else the card of who sits there, or a form."""
        marked = self.map.marked
        if marked is not None:
            self.map.mark(0)
            self._swap(marked, seat)
        elif seat.person_id:
            self._card()
        else:
            self._seat()

    def _swap(self, first: HallSeat, second: HallSeat) -> None:
        if first.id != second.id:
            self._plan_acts.run(swap_seats, self._plan_id, first.id, second.id)
        self._show_current()

    def _begin_swap(self) -> None:
        seat = self.map.current
        self.map.mark(seat.id if seat else 0)
        self._show_current()
        self.map.setFocus()

    def _end_swap(self) -> None:
        self.map.mark(0)
        self._show_current()
        self.map.setFocus()

    def _on_listed(self, seat: HallSeat | None, person: Person) -> None:
        """A row of the list at the side: its seat, or for whoever has none the current one."""
        current, seating = self.map.current, self.map.seating
        if seat is not None:
            self.map.go_to(seat.id)
            self.map.setFocus()
        elif current is not None and seating is not None and not current.person_id:
            self._plan_acts.run(seat_person, self._plan_id, current.id, person.id)
        else:
            self.panel.say(tr("Choose a free seat first, then Enter on the name"))

    def _make_commands(self) -> Commands:
        return Commands(
            "seats",
            self.map,
            {
                "fill": self._fill,
                "swap": self._begin_swap,
                "seat": self._seat,
                "free": self._free,
                "keep": self._keep,
                "row": self.map.select_row,
                "list": self._plan_acts.read_file,
                "print": self._print,
                "find": self._to_finder,
                "draw": self._plan_acts.draw,
                "copy": self._plan_acts.copy,
                "edit": self._plan_acts.edit,
                "use": self._plan_acts.use,
                "drop": self._plan_acts.drop,
                "undo": self._undo,
                "card": self._card,
                "leave": self._end_swap,
                "larger": partial(self.map.zoom, 1),
                "smaller": partial(self.map.zoom, -1),
                "whole": partial(self.map.zoom, 0),
            },
            why_not=self._why_not,
            where={"find": self},
        )

    def _why_not(self, name: str) -> str:
        seating = self._view.seating if self._view else None
        return why_not(name, seating, self.map.selected, self.map.current, self.map.marked)

    def _fill(self) -> None:
        if self._view and self._view.seating:
            self._plan_acts.open(FillDialog(self._acts, self._view.seating, self))

    def _seat(self) -> None:
        seat = self.map.current
        if self._view and self._view.seating and seat is not None and not seat.person_id:
            self._plan_acts.open(SeatDialog(self._acts, self._view.seating, seat, self))

    def _keep(self) -> None:
        seats = self.map.selected
        if self._view and self._view.seating and seats:
            self._plan_acts.open(KeepDialog(self._acts, self._view.seating, seats, self))

    def _free(self) -> None:
        ids = [seat.id for seat in self.map.selected if seat.person_id]
        if len(ids) == 1:
            self._plan_acts.run(free_seats, self._plan_id, ids)
            return
        self._messages.ask(
            self,
            tr("Free {count} seats?", count=len(ids)),
            tr("Those who sit there have no seat then. Undo brings them back."),
            tr("Free them"),
            lambda yes: self._plan_acts.run(free_seats, self._plan_id, ids) if yes else None,
            danger=True,
        )

    def _undo(self) -> None:
        self._plan_acts.run(undo_seating, self._plan_id)

    def _card(self) -> None:
        seat, seating = self.map.current, self.map.seating
        person = seating.sitter(seat) if seat and seating else None
        if person is not None:
            self.person_wanted.emit(person)

    def _print(self) -> None:
        self.place_wanted.emit(paper_place(kind="seating-plan", part=str(self._plan_id)))

    def _connect(self) -> None:
        self._plan_acts.made.connect(self._on_made)
        self._plan_acts.answered.connect(self.answered.emit)
        self._plan_acts.left.connect(lambda: self.keyboard_target.setFocus())
        self.plans.currentIndexChanged.connect(lambda _: self._on_plan())
        self.map.current_changed.connect(self._show_current)
        self.map.chosen.connect(self._on_chosen)
        self.map.dropped.connect(self._swap)
        self.map.moved.connect(self._bring_into_sight)
        self.panel.listed.connect(self._on_listed)
        self.panel.found.connect(self._on_found)
        self.map.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.map.customContextMenuRequested.connect(self._on_menu)

    def _open_plans(self) -> None:
        menu = QMenu(self.more)
        menu.setObjectName("planActions")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.commands.fill_menu(menu, OF_PLANS)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _on_menu(self, at: QPoint) -> None:
        menu = QMenu(self.map)
        menu.setObjectName("contextMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.commands.fill_menu(menu, (*OF_SEATS, "", "undo"))
        menu.popup(self.map.mapToGlobal(at))

    def _on_found(self, seat: HallSeat) -> None:
        self.map.go_to(seat.id)
        self.map.setFocus()

    def _to_finder(self) -> None:
        self.panel.finder.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.panel.finder.selectAll()

    def _bring_into_sight(self, place: QRect) -> None:
        middle, far = place.center(), theme.px(48)
        self._scroll.ensureVisible(middle.x(), middle.y(), far, far)

    def _lay_out(self) -> None:
        self._scroll = QScrollArea()
        self._scroll.setObjectName("hallScroll")
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the map in it takes the keys
        self._scroll.setWidget(self.map)
        self._scroll.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._scroll.setMinimumHeight(theme.px(LEAST_MAP))
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setCornerWidget(QWidget())
        self._scroll.viewport().installEventFilter(self)
        self.buttons = {
            name: command_button(
                self.commands,
                name,
                name=f"{name}Seats",
                role="primary" if name == "fill" else "",
            )
            for name in BUTTONS
        }
        self._tools = ToolRow(tuple(self.buttons.values()))
        head = row_of((self.plans, 1))
        self.more = make_button(
            tr("Plan"), self._open_plans, name="planMenu", icon="chevron-down",
            tip=tr("Use it, name it, copy it for another session, draw another, remove it"),
        )  # fmt: skip
        head.addWidget(self.more)
        for name in ("smaller", "whole", "larger"):
            head.addWidget(command_button(self.commands, name, name=f"{name}Hall", bare=True))
        hall = QWidget()
        column_in(hall, head, (self._scroll, 1), self.panel.legend, margins=(0, 0, 8, 0))
        parts = ((tr("The hall"), hall, 7), (tr("People and seats"), self.panel, 3))
        columns = FoldingColumns(parts, room=0)  # in a narrow window both give way
        whole = QWidget()
        column_in(whole, self._tools, (columns, 1))
        self._body = QStackedWidget()
        self._body.addWidget(whole)
        self._body.addWidget(self._make_empty())
        column_in(self, self._body, spacing=None, margins=(0, 8, 0, 0))

    def _make_empty(self) -> QWidget:
        self._first = make_button(
            tr("Draw the hall…"), self._plan_acts.draw, name="drawFirst", icon="layout-dashboard",
            role="primary",
        )  # fmt: skip
        beside = make_button(
            tr("From a file…"),
            self._plan_acts.read_file,
            name="seatsFirst",
            icon="file-spreadsheet",
        )
        return EmptyState(
            "layout-dashboard",
            tr("No hall yet"),
            tr("Draw it by a few numbers, or read it from a sheet; then everybody gets a seat."),
            self._first,
            beside,
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the plan fill the room it has."""
        if event.type() is QEvent.Type.Resize and watched is self._scroll.viewport():
            self.map.fit_in(self._scroll.viewport().size())
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tools.fold(self.height())
