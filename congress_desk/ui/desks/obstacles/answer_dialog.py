"""What was answered and decided about an obstacle, and why it is opened again or removed."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QCheckBox, QWidget

from congress_desk.actions.obstacles import (
    answer_obstacle,
    remove_obstacle,
    reopen_obstacle,
    resolve_obstacle,
)
from congress_desk.domain.obstacles import Obstacle, is_in_the_way
from congress_desk.errors import Refusal
from congress_desk.i18n import tr
from congress_desk.ui.records.field_widgets import Prose
from congress_desk.ui.records.form_dialog import FormDialog
from congress_desk.ui.records.reason_dialog import ReasonDialog
from congress_desk.ui.widgets.acts import Acts

TEXT_HEIGHT = 84


class AnswerDialog(FormDialog):
    """Writes down answer and decision, and on demand that it is resolved; `saved` carries it."""

    def __init__(self, acts: Acts, obstacle: Obstacle, parent: QWidget | None) -> None:
        super().__init__(
            tr("Answer the obstacle"),
            tr("Record the answer"),
            parent,
            acts=acts,
        )
        self._obstacle = obstacle
        self.tell(obstacle.what, "strong")
        self.answer, self.decision = Prose(TEXT_HEIGHT), Prose(TEXT_HEIGHT)
        self.resolved = QCheckBox(tr("Mark as resolved"))
        self.answer.setPlainText(obstacle.answer)
        self.decision.setPlainText(obstacle.decision)
        for title, field, name in (
            (tr("Answer"), self.answer, "obstacleAnswer"),
            (tr("Decision"), self.decision, "obstacleDecision"),
        ):
            field.entered.connect(self.submitted)
            self.add_field(title, field, name)
        self.add_field("", self.resolved, "obstacleResolvedToo")
        self.resolved.setAccessibleName(self.resolved.text())
        self.resolved.setVisible(is_in_the_way(obstacle))
        self.submitted.connect(self._on_submitted)

    def _on_submitted(self) -> None:
        texts = {"answer": self.answer.toPlainText(), "decision": self.decision.toPlainText()}
        self.acts.run(answer_obstacle, self._obstacle.id, **texts, done=self._on_answered)

    def _on_answered(self, value: Any) -> None:
        if isinstance(value, Refusal):
            self.refuse(value, self.answer)
        elif self.resolved.isChecked() and is_in_the_way(value):
            self.run(resolve_obstacle, value.id)
        else:
            self.finish(value)


def reopen_dialog(acts: Acts, obstacle: Obstacle, parent: QWidget | None) -> ReasonDialog:
    """Return the dialog that opens an obstacle again."""
    return ReasonDialog(
        acts,
        tr("Reopen this obstacle?"),
        tr("It becomes unresolved again; its answer can still be read."),
        tr("Reopen"),
        reopen_obstacle,
        obstacle.id,
        why=tr("Why it is reopened"),
        parent=parent,
    )


def remove_dialog(acts: Acts, obstacle: Obstacle, parent: QWidget | None) -> ReasonDialog:
    """Return the dialog that takes out an obstacle noted by mistake."""
    return ReasonDialog(
        acts,
        tr("Remove this obstacle?"),
        tr("Only for what was recorded by mistake. The journal keeps it with the reason."),
        tr("Remove it"),
        remove_obstacle,
        obstacle.id,
        why=tr("Why it is removed"),
        danger=True,
        parent=parent,
    )
