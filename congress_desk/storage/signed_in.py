"""Who sits at the desk of an open file: kept by this process, never in the file."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import datetime


class SignedIn:
    """Nobody at first; `before` is who sat there last, and `needed` that the file has operators.

    `unlocks` are what two people opened and no act has used yet; `beside` sits next to whoever is
    signed in, with a PIN of their own, until another one is.
    """

    def __init__(self) -> None:
        self.operator_id = 0
        self.name = ""
        self.before = 0
        self.beside = ""
        self.needed = False
        self.unlocks: set[object] = set()
        self._entered_at: datetime | None = None

    @contextlib.contextmanager
    def becoming(self, operator_id: int, name: str) -> Iterator[None]:
        """Let somebody sit down; if what is done meanwhile fails, the one before still sits."""
        before = self.operator_id, self.name
        self.operator_id, self.name = operator_id, name
        try:
            yield
        except BaseException:
            self.operator_id, self.name = before
            raise
        self._entered_at, self.beside = None, ""
        if before[0] not in (0, operator_id):
            self.before = before[0]

    def actor(self, told: str) -> str:
        """Return whose act it is: of who is signed in, and who sits beside where both do it."""
        both = self.beside and told == f"{self.name}, {self.beside}"
        return told if both else self.name or told

    def leave(self) -> None:
        """Let nobody sit at the desk."""
        self.before = self.operator_id
        self.operator_id, self.name, self.beside, self._entered_at = 0, "", "", None

    def seconds_since_entry(self, now: datetime, most: int) -> int | None:
        """Return how long after the entry before this one comes; None after a pause or at first."""
        before, self._entered_at = self._entered_at, now
        passed = (now - before).total_seconds() if before else -1.0
        return round(passed) if 0 <= passed <= most else None
