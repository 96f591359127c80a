"""What is done with whole plans: drawn, read from a file, copied, named, used, removed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from congress_desk.actions.seating.plans import remove_seating_plan, use_seating_plan
from congress_desk.domain.seating.plan import SeatingPlan
from congress_desk.errors import Refusal
from congress_desk.i18n import tr
from congress_desk.queries.seating import SeatingView
from congress_desk.ui.desks.people.seats.hall_dialog import CopyPlanDialog, HallDialog, PlanDialog
from congress_desk.ui.desks.people.seats.seat_list_dialog import (
    SeatListDialog,
    SeatListView,
    seat_list_view,
)
from congress_desk.ui.messages import Messages
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.widgets.screen_acts import Acts


class PlanActs(QObject):
    """Acts on the plan that `view` gives; `made` carries a plan to look at.

    `answered` carries what an act or a file came to, a refusal or not;
    `left` says that a dialog was closed: whoever opened it takes the keyboard back.
    """

    made = Signal(object)
    answered = Signal(object)
    left = Signal()

    def __init__(
        self,
        acts: Acts,
        messages: Messages,
        view: Callable[[], SeatingView | None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._acts, self._messages, self._view, self._page = acts, messages, view, parent

    @property
    def _plan(self) -> SeatingPlan | None:
        view = self._view()
        return view.seating.plan if view and view.seating else None

    def draw(self) -> None:
        """Ask how the hall is."""
        view = self._view()
        if view is not None:
            self._open_for_plan(HallDialog(self._acts, view, self._page))

    def copy(self) -> None:
        """Ask for which session the plan is copied."""
        view, plan = self._view(), self._plan
        if view is not None and plan is not None:
            self._open_for_plan(CopyPlanDialog(self._acts, view, plan, self._page))

    def edit(self) -> None:
        """Ask for another name, session or stage."""
        view, plan = self._view(), self._plan
        if view is not None and plan is not None:
            self.open(PlanDialog(self._acts, view, plan, self._page))

    def use(self) -> None:
        """Take the plan into use."""
        if self._plan is not None:
            self.run(use_seating_plan, self._plan.id)

    def drop(self) -> None:
        """Ask whether the plan is to go."""
        plan = self._plan
        if plan is None:
            return
        self._messages.ask(
            self._page,
            tr("Remove the plan {name}?", name=plan.name),
            tr("Its {count} seats go, and who sits on them. The journal keeps both.",
               count=len(plan.seats)),
            tr("Remove the plan"),
            lambda yes: self.run(remove_seating_plan, plan.id) if yes else None,
            danger=True,
        )  # fmt: skip

    def read_file(self) -> None:
        """Ask for a sheet: with a hall where there is no plan yet, else with who sits where."""
        title = tr("Choose the sheet with the seats")
        filters = ";;".join([tr("Lists (*.xlsx *.xls *.docx *.csv)"), tr("All files (*)")])
        self._messages.open_file(self._page, title, filters, self._on_file)

    def run(self, action: Callable[..., Any], *args: Any) -> None:
        """Do an act, and tell what it came to."""
        self._acts.run(action, *args, done=self.answered.emit)

    def open(self, dialog: FormDialog) -> None:
        """Open a dialog and tell when it is closed."""
        dialog.saved.connect(self.answered.emit)
        dialog.finished.connect(lambda _: self.left.emit())
        dialog.open()

    def _open_for_plan(self, dialog: FormDialog) -> None:
        dialog.saved.connect(self.made.emit)
        self.open(dialog)

    def _on_file(self, path: Path) -> None:
        plan_id = self._plan.id if self._plan else 0
        self._acts.session.ask(seat_list_view, path, plan_id, done=self._on_read)

    def _on_read(self, found: SeatListView | Refusal) -> None:
        view = self._view()
        if isinstance(found, Refusal):
            self.answered.emit(found)
        elif view is not None:
            self._open_for_plan(SeatListDialog(self._acts, view, found, self._page))
