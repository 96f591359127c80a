"""Letting a finding stand: a named person writes why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QLineEdit, QVBoxLayout

from congress_desk.actions.elections.declaring import waive_finding
from congress_desk.domain.elections.findings import Finding
from congress_desk.errors import Refusal
from congress_desk.i18n import finding_text, problem_text, tr
from congress_desk.ui.desks.elections.gate.name_choice import NameChoice
from congress_desk.ui.look import theme
from congress_desk.ui.widgets.buttons import button_row, make_button
from congress_desk.ui.widgets.screen_acts import Acts

LONGEST = 500


class WaiverForm(QFrame):
    """Hidden until asked for; `closed` when it was written or left."""

    closed = Signal()

    def __init__(self, acts: Acts) -> None:
        super().__init__()
        self.setObjectName("waiverForm")
        self.setProperty("role", "band")
        self.setProperty("tone", "look")
        self._acts = acts
        self._round_id = 0
        self._finding: Finding | None = None
        self._words = theme.label("", "strong", wrap=True)
        self.name = NameChoice("waiverName", tr("Person responsible"))
        self.reason = QLineEdit()
        self.reason.setObjectName("waiverReason")
        self.reason.setAccessibleName(tr("Why it may stand"))
        self.reason.setMaxLength(LONGEST)
        self.reason.returnPressed.connect(self._on_write)
        self._refused = theme.label(tone="wrong", wrap=True)
        self._refused.hide()
        self.write = make_button(tr("Write the reason"), self._on_write, name="writeWaiver")
        leave = make_button(tr("Cancel"), self.close_form)
        form = QFormLayout()
        form.setHorizontalSpacing(theme.px(12))
        form.setVerticalSpacing(theme.px(8))
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(tr("Person responsible"), self.name)
        form.addRow(tr("Why it may stand"), self.reason)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        layout.setSpacing(theme.px(8))
        layout.addWidget(self._words)
        layout.addLayout(form)
        layout.addWidget(self._refused)
        layout.addLayout(button_row(None, leave, self.write))
        self.hide()

    @property
    def finding(self) -> Finding | None:
        """Return what the form is about, None while it is hidden."""
        return self._finding

    def ask(self, round_id: int, finding: Finding, names: Sequence[str]) -> None:
        """Ask who lets this finding stand, and why."""
        self._round_id, self._finding = round_id, finding
        self._words.setText(finding_text(finding))
        self.name.show_names(names)
        self.reason.clear()
        self._refused.hide()
        self.show()
        self.name.setFocus()

    def close_form(self) -> None:
        """Hide the form; nothing was written."""
        self._finding = None
        self.hide()
        self.closed.emit()

    def _on_write(self) -> None:
        if self._finding is not None:
            self._acts.run(
                waive_finding,
                self._round_id,
                self._finding,
                name=self.name.currentText(),
                reason=self.reason.text(),
                done=self._on_written,
            )

    def _on_written(self, value: Any) -> None:
        if not isinstance(value, Refusal):
            self.close_form()
            return
        self._refused.setText("\n".join(map(problem_text, value.problems)))
        self._refused.show()
        missing = self.reason if self.name.currentText().strip() else self.name
        missing.setFocus()
