"""Which version of its programme the congress adopted, and what was changed since."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from congress_desk.domain.agenda.item import AgendaItem
from congress_desk.domain.motions import Motion

# What of an item the congress votes on; how it went, its script and its notes are not of it.
_ADOPTED = ("session", "day", "time", "minutes", "content", "executor", "parent_id")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeDifference:
    """What makes two programmes differ: the contents of items, their order, when it begins."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    reordered: bool = False
    begins: bool = False

    @property
    def some(self) -> bool:
        """Say whether they differ at all."""
        return bool(self.added or self.removed or self.changed or self.reordered or self.begins)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeAdoption:
    """The version of the programme: `number` votes adopted one, the last of them is `vote`.

    `since` is what was changed after it; a programme nobody voted on is version 0.
    """

    number: int = 0
    vote: Motion | None = None
    since: ProgrammeDifference = ProgrammeDifference()

    @property
    def holds(self) -> bool:
        """Say whether the programme is the one that the congress adopted."""
        return self.number > 0 and not self.since.some

    @property
    def next_amendment(self) -> int:
        """Return which amendment the next vote would adopt, 0 where it is the first vote."""
        return self.number


def difference(
    adopted: Sequence[AgendaItem], now: Sequence[AgendaItem], *, begins: bool = False
) -> ProgrammeDifference:
    """Return what of a programme is another one; both in order, with times only where they hold.

    `begins` says that the congress begins at another time.
    """
    before, after = {i.id: i for i in adopted}, {i.id: i for i in now}
    return ProgrammeDifference(
        added=tuple(item.content for item in now if item.id not in before),
        removed=tuple(item.content for item in adopted if item.id not in after),
        changed=tuple(
            item.content
            for item in now
            if item.id in before and _adopted(item) != _adopted(before[item.id])
        ),
        reordered=[i for i in before if i in after] != [i for i in after if i in before],
        begins=begins,
    )


def _adopted(item: AgendaItem) -> tuple[object, ...]:
    return tuple(getattr(item, name) for name in _ADOPTED)
