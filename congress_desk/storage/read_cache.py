"""What was read of the open file, kept until an act changes what it was read from."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

from congress_desk.domain.kinds import OF_A_BALLOT, Kind, Kinds
from congress_desk.storage.noted_kinds import NotedKinds

T = TypeVar("T")


class _Kept(NamedTuple):
    value: Any
    kinds: Kinds


class ReadCache:
    """Values by name and key. The file has one connection only, so nothing else can change them."""

    def __init__(self, kinds: NotedKinds) -> None:
        self._noted = kinds
        self._kept: dict[tuple[str, int], _Kept] = {}
        self._exact: dict[tuple[str, int], _Kept] = {}

    def remembered(self, name: str, key: int, read: Callable[[], T]) -> T:
        """Return what is kept, or what `read` gives: kept until an act changes its kinds.

        Ballots that come in make nothing forgotten.
        """
        kept = self._kept.get((name, key))
        if kept is None:
            kept = self._kept[name, key] = _Kept(*self._noted.read_apart(read))
        self._noted.note_read(kept.kinds)
        value: T = kept.value
        return value

    def recalled(self, name: str, key: int) -> Any:
        """Return what was given to `keep`, None where nothing is kept."""
        kept = self._exact.get((name, key))
        if kept is None:
            return None
        self._noted.note_read(kept.kinds)
        return kept.value

    def keep(self, name: str, key: int, value: object, kinds: Kinds) -> None:
        """Keep a value until an act changes one of these kinds, were it by a ballot."""
        self._exact[name, key] = _Kept(value, kinds)

    def forget(self, written: Kinds) -> None:
        """Forget what is of the kinds that were changed."""
        self._exact = {
            key: each for key, each in self._exact.items() if written.isdisjoint(each.kinds)
        }
        # A ballot more makes no register or programme to be read again; any other act may be what
        # the newest line of the journal, kept with something, is about.
        more = written - OF_A_BALLOT
        if more:
            more |= {Kind.JOURNAL}
            self._kept = {
                key: each for key, each in self._kept.items() if more.isdisjoint(each.kinds)
            }

    def clear(self) -> None:
        """Forget everything: nobody knows what the file holds now."""
        self._kept.clear()
        self._exact.clear()
