"""Forms that want a reason: somebody leaves an organ, somebody else stands in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QWidget,
)

from congress_desk.actions.duties.assignments import relieve
from congress_desk.actions.duties.members import end_membership
from congress_desk.domain.duties.duty import Duty
from congress_desk.domain.duties.organs import organ_key
from congress_desk.domain.duties.plan import Deed
from congress_desk.domain.duties.view import DutiesView
from congress_desk.errors import Refusal
from congress_desk.i18n import tr
from congress_desk.ui.desks.duties.words import deed_text, organ_text, post_titles
from congress_desk.ui.look import theme
from congress_desk.ui.records.form_dialog import FormDialog
from congress_desk.ui.widgets.acts import Acts

LONGEST = 2000


class LeaveDialog(FormDialog):
    """Lets a member leave an organ from now on."""

    def __init__(self, acts: Acts, duty: Duty, organ: str, parent: QWidget | None) -> None:
        super().__init__(
            tr("Let {name} leave?", name=duty.name),
            tr("Let the member leave"),
            tr("Leave it as it was"),
            parent,
        )
        self._acts, self._duty = acts, duty
        told = QLabel(
            tr(
                "From now on {name} is no member of “{organ}”. The membership, its times and what"
                " was done stay in the file.",
                name=duty.name,
                organ=organ,
            )
        )
        told.setWordWrap(True)
        self.form.addRow(told)
        self.reason = QLineEdit()
        self.reason.setMaxLength(LONGEST)
        self.add_field(tr("Reason"), self.reason, "reasonField")
        acts.busy_changed.connect(self.submit.setDisabled)
        self.submitted.connect(self._on_submitted)

    def _on_submitted(self) -> None:
        self._acts.run(
            end_membership,
            self._duty.id,
            reason=self.reason.text(),
            done=self._on_done,
        )

    def _on_done(self, value: Any) -> None:
        if isinstance(value, Refusal):
            self.refuse(value, self.reason)
        else:
            self.accept()


class ReliefDialog(FormDialog):
    """Lets somebody else do what a member was given in a session."""

    def __init__(
        self, acts: Acts, view: DutiesView, deeds: Sequence[Deed], parent: QWidget | None
    ) -> None:
        name = deeds[0].given_to.name
        super().__init__(
            tr("Who stands in for {name}?", name=name),
            tr("Let this member stand in"),
            tr("Leave it as it was"),
            parent,
        )
        self._acts = acts
        self.what = QListWidget()
        for deed in deeds:
            item = QListWidgetItem(deed_text(deed))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            item.setData(Qt.ItemDataRole.UserRole, deed.assignment.id)
            self.what.addItem(item)
        self.what.setCurrentRow(0)
        self.what.setFixedHeight(theme.px(32) * min(len(deeds), 4) + theme.px(8))
        self.by = member_choice(view, but=deeds[0].given_to.id)
        self.by.addItem(tr("(nobody yet)"), 0)
        self.reason = QLineEdit()
        self.reason.setMaxLength(LONGEST)
        self.add_field(tr("Stands in"), self.by, "standIn")
        self.add_field(tr("Reason"), self.reason, "reasonField")
        self.add_field(tr("For what"), self.what, "relievedDuties")
        acts.busy_changed.connect(self.submit.setDisabled)
        self.submitted.connect(self._on_submitted)

    def _on_submitted(self) -> None:
        items = [self.what.item(row) for row in range(self.what.count())]
        checked = [item for item in items if item.checkState() is Qt.CheckState.Checked]
        if not checked:
            self.refuse_words(tr("Choose at least one duty."), self.what)
            return
        self._acts.run(
            relieve,
            [item.data(Qt.ItemDataRole.UserRole) for item in checked],
            int(self.by.currentData() or 0),
            reason=self.reason.text(),
            done=self._on_done,
        )

    def _on_done(self, value: Any) -> None:
        if isinstance(value, Refusal):
            self.refuse(value, self.reason)
        else:
            self.accept()


def member_choice(view: DutiesView, *, but: int = 0) -> QComboBox:
    """Return the members to choose from: those of the same organ first."""
    combo = QComboBox()
    combo.setMaxVisibleItems(16)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    titles = post_titles(view)
    absent = view.duty(but)
    here = organ_key(absent) if absent else None
    members = sorted(view.facts.members, key=lambda duty: organ_key(duty) != here)
    for duty in members:
        if duty.id != but:
            organ = organ_text(organ_key(duty), titles)
            combo.addItem(f"{duty.name} · {organ}", duty.id)
    return combo
