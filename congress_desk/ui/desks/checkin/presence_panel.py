"""The right column: present of those convened, whether they are enough, and who is missing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from congress_desk.domain.people.attendance import Attendance, DelegationPresence
from congress_desk.domain.rules.quorum import has_quorum
from congress_desk.domain.rules.rule_set import RuleSet, VotesBy
from congress_desk.i18n import tr
from congress_desk.ui.look import theme
from congress_desk.ui.parts.presence_words import quorum_text, share_text
from congress_desk.ui.records.table_model import RecordTableModel, TableColumn
from congress_desk.ui.records.tables.data_table import DataTable
from congress_desk.ui.widgets.layout.layouts import column_in
from congress_desk.ui.widgets.layout.wrapping_row import WrappingRow
from congress_desk.ui.widgets.state_row import StateRow


class PresencePanel(QWidget):
    """Shows an attendance; a delegation that is clicked shows who of it is missing."""

    def __init__(self) -> None:
        super().__init__()
        self.number = theme.label("", "number", name="checkinPresent")
        self.share = theme.label("", "section")
        self.quorum = StateRow()
        self.quorum.setObjectName("checkinQuorum")
        self.others = theme.label(name="checkinOthers", wrap=True)
        self.caption = theme.caption()
        self.table = _MissingTable(
            "checkinMissing",
            tr("Still missing, by delegation"),
            RecordTableModel(_columns()),
            long=(0,),
        )
        self.table.horizontalHeader().setResizeContentsPrecision(0)
        self.table.setSelectionMode(self.table.SelectionMode.SingleSelection)
        self.names = _MissingNames()
        self.names.setObjectName("checkinMissingNames")
        self.names.setAccessibleName(tr("Names of the missing"))
        self.names.setReadOnly(True)
        self.names.setTabChangesFocus(True)
        self.table.current_changed.connect(self._on_current)
        self._lay_out()

    def show_attendance(self, found: Attendance, rules: RuleSet) -> None:
        """Show the figures as they stand, and whether the rules find enough present.

        Where shares vote, heads say nothing of that: it stands above every desk.
        """
        quorum = rules.quorum
        self.quorum.setVisible(rules.votes is VotesBy.BALLOTS)
        base = found.base
        self.number.setText(f"{base.present} / {base.convened}")
        self.share.setText(tr("{percent}%", percent=share_text(base)) if base.convened else "")
        enough = has_quorum(base, quorum)
        self.quorum.show_state("holds" if enough else "look", quorum_text(base, quorum))
        self.others.setText("\n".join(_other_lines(found)))
        missing = [d for d in found.delegations if d.missing]
        self.caption.setText(_missing_caption(found.delegations, missing))
        self.table.show_records(missing, same=lambda old, new: old.name == new.name)
        self.table.setVisible(bool(missing))
        self.names.setVisible(bool(missing))

    def _on_current(self, found: DelegationPresence | None) -> None:
        if found is None:
            self.names.clear()
            return
        lines = [tr("{number}. {name}", number=p.id, name=p.name) for p in found.missing]
        text = "\n".join(lines)
        if text != self.names.toPlainText():
            self.names.setPlainText(text)

    def _lay_out(self) -> None:
        # The figure is never cut: where both have no room beside each other, the share goes below.
        head = WrappingRow(spacing=16)
        head.addWidget(self.number)
        head.addWidget(self.share)
        layout = column_in(
            self, theme.caption(tr("Present of those convened")), head, self.quorum, self.others
        )
        layout.addSpacing(theme.px(8))
        layout.addWidget(self.caption)
        layout.addWidget(self.table, 3)
        layout.addWidget(self.names, 2)
        layout.addStretch(0)


class _MissingTable(DataTable):
    """Asks for no more height than is needed: the page scrolls only where it must."""

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())


class _MissingNames(QPlainTextEdit):
    """Asks for no more height than is needed."""

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())


def _other_lines(found: Attendance) -> list[str]:
    lines = []
    if found.late is not None:
        lines.append(tr("Came after the opening: {count}", count=found.late))
    if found.guests:
        present, guests = found.guests_present, found.guests
        lines.append(
            tr(
                "Guests: {present} of {guests}, not among those convened",
                present=present,
                guests=guests,
            )
        )
    return lines


def _missing_caption(
    delegations: Sequence[DelegationPresence], missing: Sequence[DelegationPresence]
) -> str:
    people = sum(len(d.missing) for d in missing)
    if not delegations:
        return ""
    if not people:
        return tr("Nobody is missing")
    return tr("Still missing: {people}", people=people)


def _columns() -> tuple[TableColumn, ...]:
    return (
        TableColumn(title=tr("Delegation"), text=lambda d: d.name or tr("no delegation")),
        TableColumn(title=tr("Present"), text=lambda d: f"{d.present} / {d.of}", number=True),
    )
