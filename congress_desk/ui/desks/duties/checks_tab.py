"""What is wrong with organs and assignments; Enter goes to the place."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from congress_desk.domain.duties.checks import DutyFinding
from congress_desk.domain.duties.view import DutiesView
from congress_desk.i18n import problem_text, tr
from congress_desk.ui.commands import Commands
from congress_desk.ui.look import theme
from congress_desk.ui.records.data_table import DataTable
from congress_desk.ui.records.table_model import RecordTableModel, Sign, TableColumn
from congress_desk.ui.widgets.layout.empty_state import EmptyState

WORRY = Sign(icon="triangle-alert", tone="look")
WRONG = Sign(icon="octagon-alert", tone="wrong")


class ChecksTab(QWidget):
    """`chosen` carries the finding whose place is asked for."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.findings = DataTable(
            "dutyFindings", tr("To be looked at"), RecordTableModel(_columns()), long=(0,)
        )
        self.findings.chosen.connect(self.chosen)
        self.commands = Commands(
            "duty_checks",
            self,
            {"open": self._open},
            why_not=lambda _: "" if self.findings.current else tr("Nothing to look at"),
        )
        self.commands.offer_in(self.findings)
        self.findings.current_changed.connect(self._on_current)
        self.whole = QLabel()
        self.whole.setObjectName("dutyFinding")
        self.whole.setWordWrap(True)
        self._body = QStackedWidget()
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(self.findings, 1)
        column.addWidget(self.whole)
        self._body.addWidget(full)
        self._body.addWidget(
            EmptyState(
                "circle-check",
                tr("Nothing to look at"),
                tr("Every organ has who leads it, every member something to do, nobody is in two"
                   " places at once."),
            )
        )  # fmt: skip
        page = QVBoxLayout(self)
        page.setContentsMargins(0, theme.px(12), 0, 0)
        page.addWidget(self._body)

    @property
    def keyboard_target(self) -> QWidget:
        """Return what takes the keyboard when the tab is shown."""
        return self.findings

    def show_view(self, view: DutiesView) -> None:
        """Show what is to be looked at."""
        self.findings.show_records(view.findings)
        self._body.setCurrentIndex(0 if view.findings else 1)

    def _open(self) -> None:
        self.chosen.emit(self.findings.current)

    def _on_current(self, finding: DutyFinding | None) -> None:
        self.whole.setText(problem_text(finding.problem) if finding else "")


def _columns() -> tuple[TableColumn, ...]:
    return (
        TableColumn(
            title=tr("To be looked at"),
            text=lambda finding: problem_text(finding.problem),
            sign=lambda finding: WRONG if finding.against_a_rule else WORRY,
        ),
    )
