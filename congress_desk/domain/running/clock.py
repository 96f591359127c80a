"""The clock of a congress under way: planned against actual, how late it is, when it ends."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from congress_desk.domain.agenda.clock import PlannedItem, plan
from congress_desk.domain.agenda.item import AgendaItem, ItemState
from congress_desk.domain.agenda.times import settled
from congress_desk.domain.agenda.tree import in_order

# A programme further away than this is not late or early: it is not being held at all.
_FAR = timedelta(hours=12)
_NONE = timedelta(0)
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackItem:
    """An item with its times in the adopted programme and those it really had; all wall clock.

    `held` says that it does not begin before its planned start however early the congress is. An
    `inserted` item has no length in the adopted programme; `parts` says that only its parts run.
    """

    item: AgendaItem
    start: datetime | None = None
    end: datetime | None = None
    started: datetime | None = None
    finished: datetime | None = None
    depth: int = 0
    day: str = ""
    held: bool = False
    parts: bool = False
    inserted: bool = False

    @property
    def length(self) -> timedelta:
        """Return how long it is meant to take."""
        if self.inserted or self.start is None or self.end is None:
            return timedelta(minutes=self.item.minutes or 0)
        return self.end - self.start

    @property
    def planned_minutes(self) -> int:
        """Return how many minutes it is meant to take, 0 when none were given."""
        return self.length // _MINUTE

    @property
    def actual_minutes(self) -> int | None:
        """Return how many minutes it took, rounded; None while it is not over."""
        if self.started is None or self.finished is None:
            return None
        return (self.finished - self.started + _MINUTE // 2) // _MINUTE

    def elapsed(self, now: datetime) -> timedelta:
        """Return how long it has run, nothing before it began."""
        if self.started is None:
            return _NONE
        return max((self.finished or now) - self.started, _NONE)

    def left(self, now: datetime) -> timedelta | None:
        """Return what is left of its time, below zero once it is over it; None without a time."""
        return self.length - self.elapsed(now) if self.length else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where the congress stands at one moment.

    `late` is below zero when it is ahead, None when nothing can be compared. `starts` and `ends`
    are by item: real for what was, expected for what is to come. The ends of the day and of its
    session are those of the current item's, else of the next one's.
    """

    current: TrackItem | None
    next: TrackItem | None
    late: timedelta | None
    starts: Mapping[int, datetime]
    ends: Mapping[int, datetime]
    session_end: datetime | None
    day_end: datetime | None
    begun: bool
    over: bool

    @property
    def late_minutes(self) -> int | None:
        """Return whole minutes late, below zero ahead; None when nothing can be compared."""
        if self.late is None:
            return None
        minutes = abs(self.late) // _MINUTE
        return minutes if self.late > _NONE else -minutes


def wall_clock(iso: str) -> datetime | None:
    """Return the wall-clock time of an ISO text, None when there is none."""
    try:
        return datetime.fromisoformat(iso).replace(tzinfo=None)
    except ValueError:
        return None


def track(
    items: Sequence[AgendaItem], *, starts: str, inserted: Iterable[int] = ()
) -> tuple[TrackItem, ...]:
    """Return the items in order with planned and actual times.

    `inserted` are the items that came in while the congress ran: they and their parts are no part
    of the adopted programme, so that they make the congress late and do not shift the plan.
    """
    ordered = in_order(items)
    extra = set(inserted)
    for item in ordered:
        if item.parent_id in extra:
            extra.add(item.id)
    adopted = settled([item for item in ordered if item.id not in extra], starts=starts)
    planned = {found.item.id: found for found in plan(adopted, starts=starts)}
    parents = {item.parent_id for item in ordered}
    made: list[TrackItem] = []
    for item in ordered:
        parts = item.id in parents
        before = made[-1] if made else None
        found = planned.get(item.id)
        made.append(_tracked(item, found, before, parts) if found else _extra(item, before, parts))
    return tuple(made)


def standing(items: Sequence[TrackItem], now: datetime) -> Standing:
    """Return where a congress with this track stands at `now` (wall clock)."""
    runs = [found for found in items if not found.parts]
    forecast = _Forecast(now)
    forecast.take_in_begun(runs)
    current = _current(runs)
    waiting = _waiting(runs, current or _last_begun(runs))
    for found, before in waiting:
        forecast.expect(found, before)
    following = waiting[0][0] if waiting else None
    here = current or following or _last_held(runs)
    return Standing(
        current=current,
        next=following,
        late=_late(current, following, runs, forecast, now),
        starts=forecast.starts,
        ends=forecast.ends,
        session_end=forecast.end_of(runs, here, session=True),
        day_end=forecast.end_of(runs, here, session=False),
        begun=any(found.started for found in runs),
        over=bool(runs) and current is None and following is None,
    )


def following(items: Sequence[TrackItem]) -> TrackItem | None:
    """Return the item that comes next, None when nothing is left."""
    runs = [found for found in items if not found.parts]
    waiting = _waiting(runs, _current(runs) or _last_begun(runs))
    return waiting[0][0] if waiting else None


class _Forecast:
    """When items really began and ended, and when the others are expected to."""

    def __init__(self, now: datetime) -> None:
        self.starts: dict[int, datetime] = {}
        self.ends: dict[int, datetime] = {}
        self._now = now
        self._flow: datetime | None = None

    def take_in_begun(self, runs: Sequence[TrackItem]) -> None:
        """Take in what was held or is being held."""
        for found in runs:
            if found.started is None or found.item.state is ItemState.SKIPPED:
                continue
            end = found.finished or max(self._now, found.started + found.length)
            self.starts[found.item.id], self.ends[found.item.id] = found.started, end
            self._flow = max(self._flow or end, end)

    def expect(self, found: TrackItem, before: TrackItem | None) -> None:
        """Say when a waiting item begins and ends."""
        start = self._begins(found, before)
        if start is None:
            return
        self.starts[found.item.id] = start
        self.ends[found.item.id] = self._flow = start + found.length

    def end_of(
        self, runs: Sequence[TrackItem], here: TrackItem | None, *, session: bool
    ) -> datetime | None:
        """Return when the last item of the day, or of its session, ends."""
        if here is None:
            return None
        ends = [
            self.ends[found.item.id]
            for found in runs
            if found.day == here.day
            and (not session or found.item.session == here.item.session)
            and found.item.id in self.ends
        ]
        return max(ends, default=None)

    def _begins(self, found: TrackItem, before: TrackItem | None) -> datetime | None:
        """Lateness eats the free time before an item; an early congress keeps that free time."""
        flow, planned = self._flow, found.start
        if planned is None:
            return max(flow, self._now) if flow else None
        earliest = max(planned if self._is_gone(planned) else self._now, flow or planned)
        if flow is None or found.held or before is None or before.day != found.day:
            return max(planned, earliest)
        gap = planned - before.end if before.end else _NONE
        return max(earliest, min(planned, flow + max(gap, _NONE)))

    def _is_gone(self, planned: datetime) -> bool:
        """Say whether this was planned so long ago that nobody waits for it."""
        return self._now - planned > _FAR


def _tracked(
    item: AgendaItem, found: PlannedItem, before: TrackItem | None, parts: bool
) -> TrackItem:
    return TrackItem(
        item=item,
        start=found.start,
        end=found.end,
        started=wall_clock(item.started_at),
        finished=wall_clock(item.finished_at),
        depth=found.depth,
        day=found.day,
        held=found.kept,
        parts=parts,
    )


def _extra(item: AgendaItem, before: TrackItem | None, parts: bool) -> TrackItem:
    at = before.end if before else None
    return TrackItem(
        item=item,
        start=at,
        end=at,
        started=wall_clock(item.started_at),
        finished=wall_clock(item.finished_at),
        depth=1 if item.parent_id else 0,
        day=item.day or (before.day if before else ""),
        parts=parts,
        inserted=True,
    )


def _current(runs: Sequence[TrackItem]) -> TrackItem | None:
    """Return what is being held; of several what began last."""
    running = [found for found in runs if found.item.state is ItemState.RUNNING]
    return max(running, key=lambda found: found.started or datetime.min, default=None)


def _waiting(
    runs: Sequence[TrackItem], begun: TrackItem | None
) -> list[tuple[TrackItem, TrackItem | None]]:
    """Return what is to come, each with the item before it in the programme.

    What was passed over without a word comes only when nothing else is left.
    """
    place = runs.index(begun) if begun else -1
    pairs = [
        (i, found, runs[i - 1] if i else None)
        for i, found in enumerate(runs)
        if found.item.state is ItemState.PLANNED
    ]
    after = [(found, before) for i, found, before in pairs if i > place]
    return after or [(found, before) for _, found, before in pairs]


def _last_begun(runs: Sequence[TrackItem]) -> TrackItem | None:
    begun = [found for found in runs if found.started]
    return max(begun, key=lambda found: found.started or datetime.min, default=None)


def _last_held(runs: Sequence[TrackItem]) -> TrackItem | None:
    return _last_begun(runs) or (runs[-1] if runs else None)


def _late(
    current: TrackItem | None,
    following: TrackItem | None,
    runs: Sequence[TrackItem],
    forecast: _Forecast,
    now: datetime,
) -> timedelta | None:
    last = _last_begun(runs)
    if current:
        found, planned = forecast.ends.get(current.item.id), current.end
    elif following:
        found, planned = forecast.starts.get(following.item.id), following.start
    else:
        found, planned = (last.finished, last.end) if last else (None, None)
    if found is None or planned is None or abs(found - planned) > _FAR:
        return None
    gone = following is not None and current is None and now - planned > _FAR
    return None if gone else found - planned
