"""Gives an item of the programme to a member: which item, who, and what the member does."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from congress_desk.actions.duties.assignments import assign
from congress_desk.domain.duties.view import DutiesView
from congress_desk.i18n import tr
from congress_desk.ui.desks.duties.reason_dialogs import members_by_organ
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.widgets.screen_acts import Acts


class ItemDialog(FormDialog):
    """`items` are the ids offered; the first is chosen, and the member `duty_id`."""

    def __init__(
        self,
        acts: Acts,
        view: DutiesView,
        items: Sequence[int],
        duty_id: int,
        parent: QWidget | None,
    ) -> None:
        title, submit = tr("Give an item to a member"), tr("Give the item")
        super().__init__(title, submit, parent, acts=acts)
        offered = [
            (f"{found.start:%H:%M}  {found.item.content}" if found.start else found.item.content,
             found.item.id)
            for found in view.facts.planned
            if found.item.id in items
        ]  # fmt: skip
        self.item = self.add_choice(tr("Item of the programme"), "assignedItem", offered)
        self.member = self.add_choice(
            tr("Member"), "assignedMember", members_by_organ(view), chosen=duty_id
        )
        self.what = self.add_line(
            tr("What to do"), "assignedWhat", hint=tr("such as: reads the report")
        )
        self.wrong = {"": self.what}
        self.submitted.connect(self._on_submitted)

    def _on_submitted(self) -> None:
        self.run(
            assign,
            int(self.member.currentData() or 0),
            item_id=int(self.item.currentData() or 0),
            what=self.what.text(),
        )
