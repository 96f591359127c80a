"""What was answered and decided about an obstacle, and why it is opened again or removed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QWidget

from congress_desk.actions.obstacles import (
    answer_obstacle,
    remove_obstacle,
    reopen_obstacle,
    resolve_obstacle,
)
from congress_desk.domain.obstacles import Obstacle, is_in_the_way
from congress_desk.domain.setup.layout import LONG_TEXT_LIMIT
from congress_desk.errors import Refusal
from congress_desk.i18n import tr
from congress_desk.ui.desks.motions.motion_dialog import MatterField
from congress_desk.ui.look import theme
from congress_desk.ui.records.form_dialog import FormDialog
from congress_desk.ui.widgets.acts import Acts

TEXT_HEIGHT = 84


class AnswerDialog(FormDialog):
    """Writes down answer and decision, and on demand that it is resolved; `saved` carries it."""

    saved = Signal(object)

    def __init__(self, acts: Acts, obstacle: Obstacle, parent: QWidget | None) -> None:
        super().__init__(
            tr("Answer the obstacle"),
            tr("Write down the answer (Ctrl+Enter)"),
            tr("Leave it as it was"),
            parent,
        )
        self._acts, self._obstacle = acts, obstacle
        self.form.addRow(_said(obstacle.what))
        self.answer, self.decision = MatterField(), MatterField()
        self.resolved = QCheckBox(tr("It is resolved"))
        self.answer.setPlainText(obstacle.answer)
        self.decision.setPlainText(obstacle.decision)
        for title, field, name in (
            (tr("Answer"), self.answer, "obstacleAnswer"),
            (tr("Decision"), self.decision, "obstacleDecision"),
        ):
            field.setFixedHeight(theme.px(TEXT_HEIGHT))
            field.finished.connect(self.submitted)
            self.add_field(title, field, name)
        self.add_field("", self.resolved, "obstacleResolvedToo")
        self.resolved.setAccessibleName(self.resolved.text())
        self.resolved.setVisible(is_in_the_way(obstacle))
        acts.busy_changed.connect(self.submit.setDisabled)
        self.submitted.connect(self._on_submitted)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.submitted)

    def _on_submitted(self) -> None:
        self.say("", "wrong")
        texts = {"answer": self.answer.toPlainText(), "decision": self.decision.toPlainText()}
        self._acts.run(answer_obstacle, self._obstacle.id, **texts, done=self._on_answered)

    def _on_answered(self, value: Any) -> None:
        if isinstance(value, Refusal):
            self.refuse(value, self.answer)
        elif self.resolved.isChecked() and is_in_the_way(value):
            self._acts.run(resolve_obstacle, value.id, done=self._on_done)
        else:
            self._on_done(value)

    def _on_done(self, value: Any) -> None:
        if isinstance(value, Refusal):
            self.refuse(value)
            return
        self.saved.emit(value)
        self.accept()


class WhyDialog(FormDialog):
    """One sentence of what `action` will do, and a field for why; `saved` carries the obstacle."""

    saved = Signal(object)

    def __init__(
        self,
        acts: Acts,
        obstacle: Obstacle,
        action: Callable[..., Obstacle | Refusal],
        parent: QWidget | None,
        *,
        title: str,
        sentence: str,
        submit: str,
        why: str,
    ) -> None:
        super().__init__(title, submit, tr("Leave it as it was"), parent)
        self._acts, self._obstacle, self._action = acts, obstacle, action
        self.form.addRow(_said(sentence))
        self.reason = QLineEdit()
        self.reason.setMaxLength(LONG_TEXT_LIMIT)
        self.add_field(why, self.reason, "obstacleReason")
        acts.busy_changed.connect(self.submit.setDisabled)
        self.submitted.connect(self._on_submitted)

    def _on_submitted(self) -> None:
        self.say("", "wrong")
        reason = self.reason.text()
        self._acts.run(self._action, self._obstacle.id, reason=reason, done=self._on_done)

    def _on_done(self, value: Any) -> None:
        if isinstance(value, Refusal):
            self.refuse(value, self.reason)
            return
        self.saved.emit(value)
        self.accept()


def reopen_dialog(acts: Acts, obstacle: Obstacle, parent: QWidget | None) -> WhyDialog:
    """Return the dialog that opens an obstacle again."""
    return WhyDialog(
        acts,
        obstacle,
        reopen_obstacle,
        parent,
        title=tr("Open this obstacle again?"),
        sentence=tr("It goes back among the open ones; its answer stays to be read."),
        submit=tr("Open it again"),
        why=tr("Why it is open again"),
    )


def remove_dialog(acts: Acts, obstacle: Obstacle, parent: QWidget | None) -> WhyDialog:
    """Return the dialog that takes out an obstacle noted by mistake."""
    return WhyDialog(
        acts,
        obstacle,
        remove_obstacle,
        parent,
        title=tr("Remove this obstacle?"),
        sentence=tr("Only for what was noted by mistake. The journal keeps it with the reason."),
        submit=tr("Remove it"),
        why=tr("Why it is removed"),
    )


def _said(sentence: str) -> QLabel:
    said = theme.subtitle(sentence)
    theme.set_property(said, "role", "strong")
    return said
