"""Letting somebody in who was to be away: why, and what it does to D, before it is written."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from congress_desk.domain.people.person import BaseSum, Person
from congress_desk.i18n import label, tr
from congress_desk.ui.look import theme
from congress_desk.ui.records.forms.form_dialog import FormDialog


class StatusDialog(FormDialog):
    """`submitted` once the reason is there."""

    def __init__(self, person: Person, parent: QWidget | None) -> None:
        super().__init__(
            tr("Let {name} in?", name=person.name),
            tr("Change status and check in"),
            parent,
        )
        self.setObjectName("statusDialog")
        self.person = person
        self.now = QLabel(label("status", person.status.value))
        self.after = QLabel(label("status", "present"))
        self.base = theme.label("…", name="statusBase")
        self.form.addRow(tr("Status in the register"), self.now)
        self.form.addRow(tr("From now on"), self.after)
        self.form.addRow(tr("D and presence"), self.base)
        self.reason = self.add_line(
            tr("Reason"), "statusReason", hint=tr("e.g. came back from the mission in time")
        )
        self.say(
            tr("The change is written in the journal. A round already open keeps its D."), "muted"
        )

    def show_what_if(self, sums: tuple[BaseSum, BaseSum]) -> None:
        """Say what D becomes."""
        self.base.setText(what_if_text(*sums))


def what_if_text(before: BaseSum, after: BaseSum) -> str:
    """Return D and presence before and after: "D: 118 → 119 · …"."""
    return tr(
        "D: {base} → {new_base} · present: {present} → {new_present}",
        base=before.base,
        new_base=after.base,
        present=before.present,
        new_present=after.present,
    )
