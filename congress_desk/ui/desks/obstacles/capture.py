"""The form of an obstacle, and noting one in the middle of anything: the keyboard goes back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from congress_desk.actions.obstacles import add_obstacle, edit_obstacle
from congress_desk.domain.obstacles import Obstacle
from congress_desk.i18n import tr
from congress_desk.queries.obstacles import CaptureView, capture_view
from congress_desk.ui.desks.obstacles.fields import form_fields
from congress_desk.ui.records.forms.record_dialog import RecordDialog
from congress_desk.ui.session import Session
from congress_desk.ui.widgets.screen_acts import Acts

_WRONG_FIELD = {
    "obstacle_since_wrong": "since",
    "obstacle_since_later": "since",
    "obstacle_item_unknown": "item_id",
    "": "what",
}


class Capture(QObject):
    """Opens the form over `page`; `saved` carries the obstacle that was noted or changed.

    Nothing on the desk behind it is touched: what was being typed there stays as it is.
    """

    saved = Signal(object)

    def __init__(
        self, session: Session, page: QWidget, *, clock: Callable[[], datetime] = datetime.now
    ) -> None:
        super().__init__(page)
        self._session, self._page, self._clock = session, page, clock
        self._acts = Acts(session, self)
        self._holder: QWidget | None = None

    def note(self) -> None:
        """Open the form of a new obstacle."""
        self._open(None, "")

    def change(self, obstacle: Obstacle, place: str) -> None:
        """Open the form of an obstacle; `place` is what its agenda item says."""
        self._open(obstacle, place)

    def _open(self, obstacle: Obstacle | None, place: str) -> None:
        self._holder = QApplication.focusWidget()
        dialog = ObstacleDialog(self._acts, obstacle, place, self._page, clock=self._clock)
        dialog.saved.connect(self.saved)
        dialog.finished.connect(self._on_finished)
        self._session.ask(capture_view, self._clock(), done=dialog.show_view)
        dialog.open()

    def _on_finished(self) -> None:
        holder, self._holder = self._holder, None
        if holder is not None and shiboken6.isValid(holder) and holder.isVisible():
            holder.setFocus(Qt.FocusReason.OtherFocusReason)


class ObstacleDialog(RecordDialog):
    """Notes an obstacle, or changes one; `saved` carries it.

    `place` is what the agenda item of an obstacle says, kept where the item was removed since.
    """

    def __init__(
        self,
        acts: Acts,
        obstacle: Obstacle | None,
        place: str,
        parent: QWidget | None,
        *,
        clock: Callable[[], datetime],
    ) -> None:
        now = clock().replace(tzinfo=None)
        found = obstacle or Obstacle(what="", since=now.isoformat(timespec="minutes"))
        self._obstacle, self._place = found, place
        super().__init__(
            acts,
            tr("Change the obstacle") if obstacle else tr("Record an obstacle"),
            tr("Save the obstacle") if obstacle else tr("Record the obstacle"),
            form_fields(found, self._items({}), now),
            self._act_of,
            record=found,
            prefix="obstacle",
            wrong=_WRONG_FIELD,
            saves=("what",),
            parent=parent,
        )

    def show_view(self, view: CaptureView) -> None:
        """Offer the agenda and the names; of a new obstacle the item under way is proposed."""
        words = {
            item.id: tr("{content} (now)", content=item.content)
            if item.id == view.under_way
            else item.content
            for item in view.items
        }
        item = self.editors["item_id"]
        item.offer(self._items(words))
        if not self._obstacle.id:
            item.choose(view.under_way)
        self.editors["answerable"].suggest(view.answerable)
        self.editors["asked"].suggest(view.asked)

    def _items(self, words: dict[int, str]) -> tuple[tuple[int, str], ...]:
        """Return the items to choose from: none, those of the agenda, the obstacle's own."""
        own = self._obstacle.item_id
        kept = {own: self._place} if own and own not in words else {}
        return ((0, tr("no item of the programme")), *words.items(), *kept.items())

    def _act_of(self, values: dict[str, Any]) -> tuple[Any, tuple[Any, ...], dict[str, Any]]:
        draft = replace(self._obstacle, **values)
        return (edit_obstacle if draft.id else add_obstacle), (draft,), {}
