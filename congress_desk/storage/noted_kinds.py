"""Which kinds of data were read and which were changed while a question or an act ran."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from congress_desk.domain.kinds import NOTHING, Kinds

T = TypeVar("T")


class NotedKinds:
    """Collects until it is taken; the open file and its acts do the noting."""

    def __init__(self) -> None:
        self._read = self._changed = NOTHING

    def note_read(self, kinds: Kinds) -> None:
        """Note that rows of these kinds were asked for."""
        if not kinds <= self._read:
            self._read |= kinds

    def note_changed(self, kinds: Kinds) -> None:
        """Note that an act that is in the file wrote rows of these kinds."""
        self._changed |= kinds

    def read_apart(self, read: Callable[[], T]) -> tuple[T, Kinds]:
        """Return what `read` gives with the kinds that it read, and note them."""
        before, self._read = self._read, NOTHING
        try:
            return read(), self._read
        finally:
            self._read |= before

    def take_read(self) -> Kinds:
        """Return the kinds read since this was asked last."""
        taken, self._read = self._read, NOTHING
        return taken

    def take_changed(self) -> Kinds:
        """Return the kinds changed since this was asked last."""
        taken, self._changed = self._changed, NOTHING
        return taken
