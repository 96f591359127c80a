"""Gives an item of the programme to a member: which item, who, and what the member does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QWidget

from congress_desk.actions.duties.assignments import assign
from congress_desk.domain.duties.view import DutiesView
from congress_desk.errors import Refusal
from congress_desk.i18n import tr
from congress_desk.ui.desks.duties.reason_dialogs import LONGEST, member_choice
from congress_desk.ui.records.form_dialog import FormDialog
from congress_desk.ui.widgets.acts import Acts


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
        super().__init__(
            tr("Give an item to a member"), tr("Give the item"), tr("Leave it as it was"), parent
        )
        self._acts = acts
        self.item = QComboBox()
        self.item.setMaxVisibleItems(16)
        self.item.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.item.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for found in view.facts.planned:
            if found.item.id in items:
                at = f"{found.start:%H:%M}  " if found.start else ""
                self.item.addItem(at + found.item.content, found.item.id)
        self.member = member_choice(view)
        self.member.setCurrentIndex(max(self.member.findData(duty_id), 0))
        self.what = QLineEdit()
        self.what.setMaxLength(LONGEST)
        self.what.setPlaceholderText(tr("such as: reads the report"))
        self.add_field(tr("Item of the programme"), self.item, "assignedItem")
        self.add_field(tr("Member"), self.member, "assignedMember")
        self.add_field(tr("What to do"), self.what, "assignedWhat")
        acts.busy_changed.connect(self.submit.setDisabled)
        self.submitted.connect(self._on_submitted)

    def _on_submitted(self) -> None:
        self._acts.run(
            assign,
            int(self.member.currentData() or 0),
            item_id=int(self.item.currentData() or 0),
            what=self.what.text(),
            done=self._on_done,
        )

    def _on_done(self, value: Any) -> None:
        if isinstance(value, Refusal):
            self.refuse(value, self.what)
        else:
            self.accept()
