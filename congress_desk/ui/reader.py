"""Reads the file for one screen, and again when an act of any window changed what it read."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from congress_desk.domain.kinds import OF_A_BALLOT, Kinds
from congress_desk.ui.session import Session

T = TypeVar("T")
# While ballots come in one after the other the file is looked at this often, not at each.
BALLOTS_MS = 700


class Reader(QObject):
    """Knows what kinds of data each question of a screen was read from when it was asked last.

    A change of one of them calls `read_again`: at once when the screen is in sight, a little later
    when ballots alone came in, and when it is shown again while it is hidden.
    """

    def __init__(
        self,
        session: Session,
        screen: QObject,
        read_again: Callable[[], None],
        *,
        while_hidden: bool = False,
    ) -> None:
        super().__init__(screen)
        self._session, self._read_again = session, read_again
        self._screen = None if while_hidden or not isinstance(screen, QWidget) else screen
        self._read: dict[Callable[..., Any], Kinds] = {}
        self._stale: set[Callable[..., Any]] = set()
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._on_soon)
        session.changed.connect(self._on_changed)
        if self._screen is not None:
            self._screen.installEventFilter(self)

    def ask(
        self, query: Callable[..., T], *args: Any, done: Callable[[T], None], **kwargs: Any
    ) -> None:
        """Ask the session; the answer is followed from then on, until the query is asked anew."""
        self._stale.discard(query)
        noted = partial(self._note, query)
        self._session.ask(query, *args, done=done, reads=noted, **kwargs)

    def _note(self, query: Callable[..., Any], kinds: Kinds) -> None:
        self._read[query] = kinds

    def _on_changed(self, kinds: Kinds) -> None:
        self._stale |= {query for query, read in self._read.items() if read & kinds}
        if not self._stale or not self._is_in_sight():
            return
        if not kinds <= OF_A_BALLOT:
            self._on_soon()
        elif not self._soon.isActive():
            self._soon.start(BALLOTS_MS)

    def _on_soon(self) -> None:
        self._soon.stop()
        if self._stale and self._is_in_sight():
            self._stale.clear()
            self._read_again()

    def _is_in_sight(self) -> bool:
        return self._screen is None or self._screen.isVisible()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and self._stale:
            # After the handlers of being shown: whoever reads anyway then does so once.
            self._soon.start(0)
        return False
