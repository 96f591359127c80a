"""Forms that want a reason: somebody leaves an organ, somebody else stands in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from congress_desk.actions.duties.assignments import relieve
from congress_desk.actions.duties.members import end_membership
from congress_desk.domain.duties.plan import Deed
from congress_desk.domain.duties.view import DutiesView
from congress_desk.domain.organs.duty import Duty
from congress_desk.domain.organs.organs import organ_key
from congress_desk.i18n import tr
from congress_desk.ui.desks.duties.words import deed_text, organ_text, post_titles
from congress_desk.ui.look import theme
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.records.forms.reason_dialog import ReasonDialog
from congress_desk.ui.widgets.screen_acts import Acts


def leave_dialog(acts: Acts, duty: Duty, organ: str, parent: QWidget | None) -> ReasonDialog:
    """Return the dialog that lets a member leave an organ from now on."""
    return ReasonDialog(
        acts,
        tr("End the membership of {name}?", name=duty.name),
        tr(
            "From now on {name} is no member of “{organ}”. The membership, its times and what"
            " was done stay in the file.",
            name=duty.name,
            organ=organ,
        ),
        tr("End the membership"),
        end_membership,
        duty.id,
        parent=parent,
    )


class ReliefDialog(FormDialog):
    """Lets somebody else do what a member was given in a session."""

    def __init__(
        self, acts: Acts, view: DutiesView, deeds: Sequence[Deed], parent: QWidget | None
    ) -> None:
        name = deeds[0].given_to.name
        title, submit = tr("Who stands in for {name}?", name=name), tr("Let this member stand in")
        super().__init__(title, submit, parent, acts=acts)
        self.what = QListWidget()
        for deed in deeds:
            item = QListWidgetItem(deed_text(deed))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            item.setData(Qt.ItemDataRole.UserRole, deed.assignment.id)
            self.what.addItem(item)
        self.what.setCurrentRow(0)
        self.what.setFixedHeight(theme.px(32) * min(len(deeds), 4) + theme.px(8))
        members = [*members_by_organ(view, but=deeds[0].given_to.id), (tr("(nobody yet)"), 0)]
        self.by = self.add_choice(tr("Stands in"), "standIn", members)
        self.reason = self.add_line(tr("Reason"), "reasonField")
        self.add_field(tr("For what"), self.what, "relievedDuties")
        self.wrong = {"": self.reason}
        self.submitted.connect(self._on_submitted)

    def _on_submitted(self) -> None:
        items = [self.what.item(row) for row in range(self.what.count())]
        checked = [item for item in items if item.checkState() is Qt.CheckState.Checked]
        if not checked:
            self.refuse_words(tr("Choose at least one duty."), self.what)
            return
        ids = [item.data(Qt.ItemDataRole.UserRole) for item in checked]
        self.run(relieve, ids, int(self.by.currentData() or 0), reason=self.reason.text())


def members_by_organ(view: DutiesView, *, but: int = 0) -> list[tuple[str, int]]:
    """Return the members to choose from with their numbers: those of the same organ first."""
    titles = post_titles(view)
    absent = view.duty(but)
    here = organ_key(absent) if absent else None
    members = sorted(view.facts.members, key=lambda duty: organ_key(duty) != here)
    return [
        (f"{duty.name} · {organ_text(organ_key(duty), titles)}", duty.id)
        for duty in members
        if duty.id != but
    ]
