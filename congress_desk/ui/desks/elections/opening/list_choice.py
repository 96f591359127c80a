"""Who stands in the next round and for how many seats: fixed, or fewer as the congress decided."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from congress_desk.domain.elections.election import Candidate
from congress_desk.domain.elections.findings import Severity
from congress_desk.domain.elections.lists.candidate_names import candidate_names
from congress_desk.errors import Refusal
from congress_desk.i18n import tr
from congress_desk.ui.desks.elections.lists.words import finding_words
from congress_desk.ui.desks.elections.opening.round_words import list_of_round
from congress_desk.ui.desks.elections.opening.view import OpeningView, list_findings_of
from congress_desk.ui.look import theme
from congress_desk.ui.widgets.inputs.whole_number import WholeNumber
from congress_desk.ui.widgets.layout.layouts import column_in
from congress_desk.ui.widgets.layout.pages import clear_layout
from congress_desk.ui.widgets.state_row import StateRow

_PERSON = Qt.ItemDataRole.UserRole
MOST_ROWS = 8


class ListChoice(QWidget):
    """`edited` when other names or seats were chosen."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._view: OpeningView | None = None
        self._words = theme.subtitle()
        self.seats = WholeNumber()
        self.seats.setObjectName("roundSeats")
        self.seats.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.seats.setFixedWidth(theme.px(96))
        self.seats.valueChanged.connect(self._on_edited)
        self._seats_row = QWidget()
        form = QFormLayout(self._seats_row)
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(tr("Seats in this round"), self.seats)
        self.names = QListWidget()
        self.names.setObjectName("roundNames")
        self.names.setAccessibleName(tr("Who stands in this round"))
        self.names.setSpacing(theme.px(2))
        self.names.itemChanged.connect(self._on_edited)
        self._findings = QVBoxLayout()
        self._findings.setSpacing(0)
        self._refused = theme.label(tone="wrong", wrap=True)
        column_in(self, self._words, self._seats_row, self.names, self._findings, self._refused)

    def show_plan(self, view: OpeningView) -> None:
        """Show names and seats as the rules give them."""
        self._view = None
        plan = view.plan
        self.names.clear()
        if isinstance(plan, Refusal):
            return
        self.seats.setRange(1, plan.seats)
        self.seats.setValue(plan.seats)
        names = candidate_names(view.election.candidates, plan.candidates)
        for candidate in plan.candidates:
            self.names.addItem(_checked(candidate, names[candidate.id], _votes(view, candidate)))
        rows = max(1, min(len(plan.candidates), MOST_ROWS))
        line = self.names.sizeHintForRow(0) + 2 * self.names.spacing()
        self.names.setFixedHeight(rows * line + theme.px(12))
        self.names.setVisible(view.list_may_change)
        self._seats_row.setVisible(view.list_may_change and plan.seats > 1)
        self._view = view
        self._show_findings()

    def plan_changed(self, view: OpeningView) -> bool:
        """Say whether the list that is shown is another one than this."""
        return self._view is None or (self._view.plan, self._view.rules) != (view.plan, view.rules)

    @property
    def chosen(self) -> tuple[Candidate, ...]:
        """Return who stands, in ballot order."""
        items = (self.names.item(row) for row in range(self.names.count()))
        return tuple(i.data(_PERSON) for i in items if i.checkState() is Qt.CheckState.Checked)

    def refuse(self, words: str, field: QWidget) -> None:
        """Say what is wrong with names or seats, and go there."""
        self._refused.setText(words)
        self._refused.show()
        field.setFocus()

    def _show_findings(self) -> None:
        if self._view is None:
            return
        clear_layout(self._findings)
        for finding in list_findings_of(self._view, self.chosen, self.seats.value()):
            row = StateRow()
            row.show_state(
                "look" if finding.severity is Severity.WARNING else "accent",
                finding_words(finding),
            )
            self._findings.addWidget(row)
        self._words.setText(list_of_round(self._view, len(self.chosen), self.seats.value()))
        self._refused.hide()

    def _on_edited(self) -> None:
        if self._view is None or isinstance(self._view.plan, Refusal):
            return
        self._show_findings()
        self.edited.emit()


def _votes(view: OpeningView, candidate: Candidate) -> str:
    """Return how many votes somebody had in the round before, "" of a new name."""
    last = view.last
    found = last.result.candidates if last is not None and last.result is not None else ()
    for each in found:
        if last is not None and each.candidate.id == candidate.id:
            return tr("{votes} votes in round {number}", votes=each.votes,
                      number=last.round.number)  # fmt: skip
    return ""


def _checked(candidate: Candidate, name: str, votes: str) -> QListWidgetItem:
    item = QListWidgetItem(f"{name} · {votes}" if votes else name)
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(Qt.CheckState.Checked)
    item.setData(_PERSON, candidate)
    item.setToolTip(name)
    return item
