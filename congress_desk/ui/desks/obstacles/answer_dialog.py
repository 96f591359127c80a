"""What was answered and decided about an obstacle, and why it is opened again or removed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QWidget

from congress_desk.actions.obstacles import (
    answer_obstacle,
    remove_obstacle,
    reopen_obstacle,
    resolve_obstacle,
)
from congress_desk.domain.obstacles import Obstacle, is_in_the_way
from congress_desk.errors import Refusal
from congress_desk.i18n import tr
from congress_desk.ui.desks.obstacles.fields import answer_fields
from congress_desk.ui.records.forms.reason_dialog import ReasonDialog
from congress_desk.ui.records.forms.record_dialog import RecordDialog
from congress_desk.ui.widgets.screen_acts import Acts


class AnswerDialog(RecordDialog):
    """Writes down answer and decision, and on demand that it is resolved; `saved` carries it."""

    def __init__(self, acts: Acts, obstacle: Obstacle, parent: QWidget | None) -> None:
        super().__init__(
            acts,
            tr("Answer the obstacle"),
            tr("Record the answer"),
            answer_fields(open_still=is_in_the_way(obstacle)),
            self._act_of,
            record=_Answer(answer=obstacle.answer, decision=obstacle.decision),
            prefix="obstacle",
            wrong={"": "answer"},
            saves=("answer", "decision"),
            said=obstacle.what,
            parent=parent,
        )
        self._obstacle = obstacle
        self._resolved = False

    def _act_of(self, values: dict[str, Any]) -> tuple[Any, tuple[Any, ...], dict[str, Any]]:
        self._resolved = bool(values.pop("resolved", False))
        return answer_obstacle, (self._obstacle.id,), values

    def finish(self, value: Any) -> None:
        """Say that it is resolved too, where that was ticked."""
        resolves, self._resolved = self._resolved, False
        if resolves and not isinstance(value, Refusal) and is_in_the_way(value):
            self.run(resolve_obstacle, value.id)
        else:
            super().finish(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    answer: str
    decision: str
    resolved: bool = False


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
