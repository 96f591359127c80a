"""The planned clock of the programme: durations shift it, given times hold it, parts fill."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from congress_desk.domain.agenda.item import AgendaItem
from congress_desk.domain.agenda.tree import Branch, branches
from congress_desk.domain.text.dates import is_of_our_time

_HALF_A_DAY = timedelta(hours=12)
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedItem:
    """An item with its planned times; None where no clock is known yet.

    `depth` is 0 for an item of its own. `gap_minutes` lie free before it, by `overlap_minutes` it
    begins before the item before it ends, by `over_minutes` its parts take longer than it has.
    `kept` says that its start is the time it was given, not where the items before it lead;
    `day` is the day of the programme it belongs to, also past midnight.
    """

    item: AgendaItem
    start: datetime | None = None
    end: datetime | None = None
    depth: int = 0
    overlap_minutes: int = 0
    gap_minutes: int = 0
    over_minutes: int = 0
    kept: bool = False
    day: str = ""

    @property
    def minutes(self) -> int | None:
        """Return how long it takes as planned, parts and all; None when no clock is known."""
        if self.start is None or self.end is None:
            return None
        return (self.end - self.start) // _MINUTE


def plan(items: Sequence[AgendaItem], *, starts: str) -> tuple[PlannedItem, ...]:
    """Return the items with their planned times, each before its parts.

    `starts` is the ISO time the congress begins, for a first item without a time of its own. An
    item begins where the one before it ends; a time it was given and that differs holds it. An item
    without minutes lasts until the next time that was given, and takes none when there is none.
    """
    clock = _Clock(starts)
    for branch in branches(items):
        clock.place(branch, 0)
    return tuple(PlannedItem(**draft) for draft in clock.drafts)


class _Clock:
    """The clock while items are laid along it."""

    def __init__(self, starts: str) -> None:
        self.drafts: list[dict[str, Any]] = []
        self._starts = _moment(starts)
        self._flow: datetime | None = None
        self._day = ""
        self._open: list[int] = []

    def place(self, branch: Branch, depth: int) -> None:
        """Lay one item and its parts."""
        item = branch.item
        before, same_day = self._flow, not item.day or item.day == self._day
        flows_to = self._flows_to(item, same_day)
        start = self._given(item, flows_to) or flows_to
        self._day = item.day or self._day or (str(start.date()) if start else "")
        kept = start is not None and bool(_time(item.time)) and (item.anchored or start != flows_to)
        if kept and same_day and start is not None:
            before = self._close(start) or before
        index, distance = len(self.drafts), _minutes(before, start)
        self.drafts.append(
            {
                "item": item,
                "start": start,
                "depth": depth,
                "kept": kept,
                "day": self._day,
                "gap_minutes": max(distance, 0) if same_day else 0,
                "overlap_minutes": max(-distance, 0),
            }
        )
        self._flow = start
        for part in branch.parts:
            self.place(part, depth + 1)
        self._finish(index, branch, start)

    def _finish(self, index: int, branch: Branch, start: datetime | None) -> None:
        own, filled = branch.item.minutes, self._flow
        if own is None:
            self._open = (
                [*(self._open if branch.parts else []), index] if self._is_open(branch) else []
            )
            self.drafts[index]["end"] = filled
            return
        self._open = []
        end = start + timedelta(minutes=own) if start else None
        if end and filled and branch.parts and filled > end:
            self.drafts[index]["over_minutes"] = _minutes(end, filled)
            end = filled
        self._flow = self.drafts[index]["end"] = end

    def _is_open(self, branch: Branch) -> bool:
        """Say whether nothing tells when this item without minutes ends."""
        return not branch.parts or bool(self._open)

    def _close(self, start: datetime) -> datetime | None:
        """Let the items whose end was open last until `start`, and return it if any did."""
        if not self._open or self._flow is None or start < self._flow:
            return None
        for index in self._open:
            self.drafts[index]["end"] = start
        self._open = []
        return start

    def _flows_to(self, item: AgendaItem, same_day: bool) -> datetime | None:
        """Return when the item begins if nothing holds it."""
        if self._flow is None:
            first = self._starts if not self.drafts else None
            fits = first and (not item.day or str(first.date()) == item.day)
            return first if fits else None
        if same_day or str(self._flow.date()) == item.day:
            return self._flow
        return None

    def _given(self, item: AgendaItem, flows_to: datetime | None) -> datetime | None:
        """Return the time the item was given; one far before the clock is past midnight."""
        at = _time(item.time)
        if at is None:
            return None
        day = _day(item.day or self._day)
        if day is None and flows_to is not None:
            day = flows_to.date()
        if day is None:
            return None
        given = datetime.combine(day, at)
        goes_on = not item.day or item.day == self._day
        if goes_on and self._flow and given < self._flow - _HALF_A_DAY:
            return given + timedelta(days=1)
        return given


def _minutes(earlier: datetime | None, later: datetime | None) -> int:
    return (later - earlier) // _MINUTE if earlier and later else 0


def _moment(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return None
    return found if is_of_our_time(found) else None


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if is_of_our_time(found) else None


def _time(text: str) -> time | None:
    if not text:
        return None
    try:
        return time.fromisoformat(text)
    except ValueError:
        return None
