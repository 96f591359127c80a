"""The way from the bundles of the counting screen to the form of a tally sheet, and back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from congress_desk.actions.elections.totals.entering import void_totals
from congress_desk.actions.elections.totals.settling import resolve_totals
from congress_desk.domain.elections.totals.bundle_totals import NameTotals
from congress_desk.domain.elections.totals.comparison import TotalPlace
from congress_desk.domain.text.limits import NAME_LIMIT
from congress_desk.errors import Problem
from congress_desk.i18n import problem_text, tr
from congress_desk.ui.desks.elections.operator_acts import by_operator
from congress_desk.ui.desks.elections.totals.number_grid import NumberGrid
from congress_desk.ui.desks.elections.totals.sheet_places import (
    SheetLine,
    column_words,
    count_lines,
    kept_lines,
    name_lines,
)
from congress_desk.ui.desks.elections.totals.totals_dialog import TotalsDialog
from congress_desk.ui.desks.elections.totals.view import TotalsView, totals_view
from congress_desk.ui.parts.operators.second_operator_dialog import second_operator_first
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.records.forms.reason_dialog import ReasonDialog
from congress_desk.ui.session import Session
from congress_desk.ui.widgets.layout.pages import scrolling
from congress_desk.ui.widgets.screen_acts import Acts


class BundleTotalsForms(QObject):
    """Opens the form that a bundle needs now; `closed` when it is gone."""

    closed = Signal()

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        self._acts = Acts(session, self)

    def open(self, round_id: int, number: int) -> None:
        """Read how far a bundle is and open its form: to enter, to settle, or to set aside."""
        operator = self._session.operator
        self._session.ask(totals_view, round_id, number, operator, done=self._on_read)

    def _on_read(self, view: TotalsView | None) -> None:
        if view is None:
            self.closed.emit()
            return
        dialog = self._form(view)
        dialog.finished.connect(lambda _: self.closed.emit())
        dialog.open()

    def _form(self, view: TotalsView) -> FormDialog:
        if view.differing:
            return SettleDialog(self._acts, view, self._window)
        if view.is_entered:
            return void_dialog(self._acts, view, self._window)
        return TotalsDialog(self._acts, view, self._window)


def void_dialog(acts: Acts, view: TotalsView, parent: QWidget | None) -> ReasonDialog:
    """Return the question before the totals of a bundle are set aside."""
    number = view.bundle.number
    return ReasonDialog(
        acts,
        tr("Set the totals of bundle {bundle} aside?", bundle=number),
        tr("They stay in the file and do not count any more; the bundle is entered again, ballot"
           " by ballot or from its tally sheet."),
        tr("Set them aside"),
        by_operator(void_totals),
        view.round_id,
        number,
        why=tr("Why they are set aside"),
        leave=tr("Leave it"),
        danger=True,
        parent=parent,
    )  # fmt: skip


class SettleDialog(FormDialog):
    """Asks for the totals that differ, and for nothing that a pass has: whoever types is blind."""

    def __init__(self, acts: Acts, view: TotalsView, parent: QWidget | None) -> None:
        number = view.bundle.number
        title = tr("Totals of bundle {bundle} that differ", bundle=number)
        super().__init__(title, tr("Record what the paper says"), parent, acts=acts)
        self._view = view
        self.grid = _differing(view)
        self.tell(
            tr("{count} totals are not alike in every pass. Count them again from the ballots;"
               " what the passes have is not shown.", count=len(view.differing))
        )  # fmt: skip
        self.together: QLineEdit = self.add_line(
            tr("Together with"), "totalsTogether", longest=NAME_LIMIT
        )
        self.wrong = {"resolver_typed_a_pass": self.together}
        area = scrolling(self.grid)
        self.grid.reached.connect(area.ensureWidgetVisible)
        self.add_body(area)
        self.submitted.connect(self._on_submitted)
        self.grid.finished.connect(lambda: self.submit.setFocus(Qt.FocusReason.TabFocusReason))
        self.grid.take_keyboard()

    def _on_submitted(self) -> None:
        empty = next((f for f in self.grid.fields.values() if f.value() is None), None)
        if empty is not None:
            self.refuse_words(tr("Write every total that differs."), empty)
            return
        together = self.together.text().strip()
        second_operator_first(self.acts, together, self, self._record, self._on_no_pin)

    def _on_no_pin(self, problems: Sequence[Problem]) -> None:
        self.refuse_words(problem_text(problems[0]), self.together)

    def _record(self) -> None:
        self.run(
            by_operator(resolve_totals),
            self._view.round_id,
            self._view.bundle.number,
            self._typed(),
            together=self.together.text(),
        )

    def _typed(self) -> dict[TotalPlace, NameTotals | int]:
        typed: dict[TotalPlace, NameTotals | int] = dict(self.grid.others())
        typed.update(self.grid.all_of_names())
        return typed


def _differing(view: TotalsView) -> NumberGrid:
    """Return the lines that differ; of a name all that is on its line is typed."""
    listed, grid = view.listed, NumberGrid()
    columns = ("agree", "disagree", "uncounted") if listed.has_boxes else ("agree", "disagree")
    heads = [column_words(column, listed.mode) for column in columns]
    names = [
        SheetLine(place=line.place, words=line.words, columns=columns)
        for line in name_lines(listed)
        if line.place in view.differing
    ]
    others = [
        line for line in (*count_lines(listed), *kept_lines(listed)) if line.place in view.differing
    ]
    if names:
        grid.add_lines(tr("Names as on the ballot"), heads, names)
    if others:
        grid.add_lines(tr("Ballots of the bundle"), [tr("Ballots")], others)
    return grid
