"""What is wrong with organs and assignments; Enter goes to the place."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from congress_desk.domain.duties.checks import DutyFinding, needs_a_duty, needs_somebody
from congress_desk.domain.duties.view import DutiesView
from congress_desk.domain.organs.duty import Organ
from congress_desk.i18n import label, problem_text, tr
from congress_desk.ui.commands import Commands
from congress_desk.ui.look import theme
from congress_desk.ui.records.table_model import RecordTableModel, Sign, TableColumn
from congress_desk.ui.records.tables.data_table import DataTable
from congress_desk.ui.widgets.layout.empty_state import EmptyState
from congress_desk.ui.widgets.layout.layouts import column_in

WORRY = Sign(icon="triangle-alert", tone="look")
USUAL = tuple(organ for organ in Organ if organ is not Organ.FREE)
WRONG = Sign(icon="octagon-alert", tone="wrong")


class ChecksTab(QWidget):
    """`chosen` carries the finding whose place is asked for."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.findings = DataTable(
            "dutyFindings", tr("Needs review"), RecordTableModel(_columns()), long=(0,)
        )
        self.findings.chosen.connect(self.chosen)
        self.commands = Commands(
            "duty_checks",
            self,
            {"open": self._open},
            why_not=lambda _: "" if self.findings.current else tr("Nothing to review"),
        )
        self.commands.offer_in(self.findings)
        self.findings.current_changed.connect(self._on_current)
        self.whole = theme.label(name="dutyFinding", wrap=True)
        self._body = QStackedWidget()
        full = QWidget()
        column_in(full, (self.findings, 1), self.whole, spacing=12)
        self._body.addWidget(full)
        self.nothing = EmptyState("circle-check", tr("Nothing to review"), "")
        self._body.addWidget(self.nothing)
        column_in(self, self._body, spacing=None, margins=(0, 12, 0, 0))

    @property
    def keyboard_target(self) -> QWidget:
        """Return what takes the keyboard when the tab is shown."""
        return self.findings

    def show_view(self, view: DutiesView) -> None:
        """Show what is to be looked at."""
        self.findings.show_records(view.findings)
        self.nothing.words.setText(checked_words(view))
        self._body.setCurrentIndex(0 if view.findings else 1)

    def _open(self) -> None:
        self.chosen.emit(self.findings.current)

    def _on_current(self, finding: DutyFinding | None) -> None:
        self.whole.setText(problem_text(finding.problem) if finding else "")


def checked_words(view: DutiesView) -> str:
    """Return what was looked at and found in order, and nothing more than that."""
    facts = view.facts
    led = len([group for group in view.groups if group.members and group.needs_head])
    busy = len([duty for duty in facts.members if needs_a_duty(duty)])
    ahead = len([found for found in facts.planned if needs_somebody(found.item)])
    said = [
        tr("{count} members of organs: each has something to do", count=busy) if busy else "",
        tr("{count} organs that need a head have one", count=led) if led else "",
        tr("{count} items still ahead: each has who does it", count=ahead) if ahead else "",
        tr("by the hours of the programme nobody is in two places at once"),
        tr("no counter stands on the list that is counted"),
    ]
    held = {group.key.organ for group in view.groups if group.members}
    missing = [label("organ", organ.value) for organ in USUAL if organ not in held]
    checked = tr("Checked: {what}.", what="; ".join(filter(None, said)))
    if not missing:
        return checked
    return f"{checked} {tr('Not there yet, so not checked: {organs}.', organs=', '.join(missing))}"


def _columns() -> tuple[TableColumn, ...]:
    return (
        TableColumn(
            title=tr("Needs review"),
            text=lambda finding: problem_text(finding.problem),
            sign=lambda finding: WRONG if finding.against_a_rule else WORRY,
        ),
    )
