"""Acts of a screen: one at a time, in the name of the person at the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from congress_desk.ui.background import deliver
from congress_desk.ui.session import Session

NOBODY = "–"


class Acts(QObject):
    """Runs an action unless one is under way, so that a key pressed twice acts once."""

    busy_changed = Signal(bool)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self.session = session
        self._done: Callable[[Any], object] | None = None
        session.failed.connect(self._on_failed)

    @property
    def actor(self) -> str:
        """Return the name that the journal gets."""
        return self.session.operator.strip() or NOBODY

    @property
    def busy(self) -> bool:
        return self._done is not None

    def run(
        self,
        action: Callable[..., Any],
        *args: Any,
        done: Callable[[Any], object],
        **kwargs: Any,
    ) -> None:
        """Run an action with its actor; `done` gets what it returned."""
        if self.busy:
            return
        self._done = done
        self.busy_changed.emit(True)
        self.session.act(action, *args, done=self._on_done, actor=self.actor, **kwargs)

    def _on_done(self, value: Any) -> None:
        done, self._done = self._done, None
        self.busy_changed.emit(False)
        if done is not None:
            deliver(done, value)

    def _on_failed(self, error: object) -> None:
        """The window reports what went wrong; here the buttons come back."""
        if self.busy:
            self._done = None
            self.busy_changed.emit(False)
