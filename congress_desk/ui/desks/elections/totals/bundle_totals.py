"""The way from the bundles of the counting screen to the form of a tally sheet, and back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from congress_desk.actions.elections.totals.entering import void_totals
from congress_desk.i18n import tr
from congress_desk.ui.desks.elections.operator_acts import by_operator
from congress_desk.ui.desks.elections.totals.settle_dialog import SettleDialog
from congress_desk.ui.desks.elections.totals.totals_dialog import TotalsDialog
from congress_desk.ui.desks.elections.totals.view import TotalsView, totals_view
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.records.forms.reason_dialog import ReasonDialog
from congress_desk.ui.session import Session
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
