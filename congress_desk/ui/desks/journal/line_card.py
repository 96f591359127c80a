"""Beside the journal: one act with its reason, the fields before and after, and what undid it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLayout, QVBoxLayout, QWidget

from congress_desk.i18n import tr
from congress_desk.queries.history.details import FieldChange, LineDetails
from congress_desk.ui.desks.journal.row import JournalRow
from congress_desk.ui.look import theme
from congress_desk.ui.records.fields.field import RecordField
from congress_desk.ui.records.forms.record_facts import RecordFacts
from congress_desk.ui.widgets.layout.layouts import column_in
from congress_desk.ui.widgets.layout.pages import scrolling
from congress_desk.ui.widgets.soft_wrap import breakable


class LineCard(QWidget):
    """Shows a row at once and its details as soon as they are read."""

    def __init__(self, jump: QLayout) -> None:
        super().__init__()
        self.what = theme.section()
        self.what.setObjectName("journalWhat")
        self.what.setWordWrap(True)
        self.facts = RecordFacts("journalCard")
        self.changes_title = theme.subtitle(tr("Before and after"))
        self.changes = QLabel(
            wordWrap=True, textInteractionFlags=Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.changes.setObjectName("journalChanges")
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, theme.px(8), 0)
        column.setSpacing(theme.px(12))
        for part in (self.what, self.facts, self.changes_title, self.changes):
            column.addWidget(part)
        column.addStretch(1)
        column_in(self, (scrolling(content), 1), jump)

    def show_row(self, row: JournalRow) -> None:
        """Show what the line itself says; the details follow."""
        self.what.setText(breakable(row.act))
        self.facts.show_record(_facts(), row)
        self.show_details(LineDetails(seq=row.line.seq), read=False)

    def show_details(self, found: LineDetails, *, read: bool = True) -> None:
        """Show the fields before and after, grouped by record."""
        lines = list(_change_lines(found.changes))
        if found.left_out:
            lines.append(tr("… and {count} more", count=found.left_out))
        if found.secret:
            lines.append(tr("What stands on ballots is never told here."))
        if found.undone_by:
            lines.append(tr("Undone by line {line}.", line=found.undone_by))
        if read and not lines:
            lines.append(tr("This act changed no field that is told."))
        self.changes.setText("\n".join(lines))
        self.changes_title.setVisible(bool(lines))


def _change_lines(changes: tuple[FieldChange, ...]) -> list[str]:
    """Return a line for each record and, under it, each of its fields."""
    lines: list[str] = []
    record = None
    for each in changes:
        if each.record != record:
            record = each.record
            lines.append(each.record)
        if each.before and each.after:
            lines.append(f"  {each.field}: {each.before} → {each.after}")
        elif each.after:
            lines.append(f"  {each.field}: {each.after}")
        else:
            lines.append(
                "  " + tr("{field}: {value} (removed)", field=each.field, value=each.before)
            )
    return lines


def _facts() -> tuple[RecordField, ...]:
    def undoes(row: JournalRow) -> str:
        return tr("line {line}", line=row.line.undoes) if row.line.undoes else ""

    return tuple(
        RecordField(name=name, title=title, text=text)
        for name, title, text in (
            ("when", tr("When"), lambda row: f"{row.time} {row.day}".strip()),
            ("who", tr("Who"), lambda row: row.line.actor),
            ("what", tr("What"), lambda row: row.line.summary),
            ("why", tr("Why"), lambda row: row.line.reason),
            ("undoes", tr("Undoes"), undoes),
            ("line", tr("Line"), lambda row: f"{row.line.seq} · {row.line.code}"),
        )
    )
