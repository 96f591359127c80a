"""The times items were given: which of them hold, and how a day keeps its beginning."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from congress_desk.domain.agenda.clock import PlannedItem, plan
from congress_desk.domain.agenda.item import AgendaItem


def settled(items: Sequence[AgendaItem], *, starts: str) -> tuple[AgendaItem, ...]:
    """Return the items with a time only where it holds them: all the others flow.

    A time that a workbook gave and that says no more than the clock is taken off; one that begins a
    day or leaves the flow is anchored. From then on a longer item shifts those after it.
    """
    planned = plan(items, starts=starts)
    first = {found.item.id for found in _first_of_days(planned)}
    return tuple(_settled(found, found.item.id in first) for found in planned)


def with_day_starts(
    before: Sequence[PlannedItem], after: Sequence[AgendaItem], *, starts: str
) -> tuple[AgendaItem, ...]:
    """Return `after` where each day begins when it did, whichever item is now its first."""
    earlier = {found.item.day: found for found in _first_of_days(before)}
    later = _first_of_days(plan(after, starts=starts))
    changed: dict[int, AgendaItem] = {}
    by_id = {item.id: item for item in after}
    for found in later:
        old = earlier.get(found.item.day)
        if old is None or old.item.id == found.item.id or old.start is None:
            continue
        begins = f"{old.start:%H:%M}"
        if not found.item.time:
            changed[found.item.id] = replace(found.item, time=begins, anchored=True)
        gone = by_id.get(old.item.id)
        if gone is not None and gone.time == begins:
            changed[gone.id] = replace(gone, time="", anchored=False)
    return tuple(changed.get(item.id, item) for item in after)


def _settled(found: PlannedItem, first: bool) -> AgendaItem:
    item = found.item
    if not item.time:
        return replace(item, anchored=False) if item.anchored else item
    holds = found.kept or first
    return replace(item, time=item.time if holds else "", anchored=holds)


def _first_of_days(planned: Sequence[PlannedItem]) -> tuple[PlannedItem, ...]:
    return tuple(_firsts(planned))


def _firsts(planned: Sequence[PlannedItem]) -> Iterator[PlannedItem]:
    seen: set[str] = set()
    for found in planned:
        if found.depth == 0 and found.item.day not in seen:
            seen.add(found.item.day)
            yield found
