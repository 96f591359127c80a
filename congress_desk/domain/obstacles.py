"""Obstacles (vướng mắc) among each other: their order, how long they take, and where they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from statistics import median_low

from congress_desk.domain.agenda.clock import plan
from congress_desk.domain.agenda.item import AgendaItem, ItemState


class Gravity(StrEnum):
    """How grave an obstacle is; a blocking one keeps the congress from going on."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    BLOCKING = "blocking"


class ObstacleState(StrEnum):
    """An obstacle waits, has an answer, or is out of the way."""

    OPEN = "open"
    ANSWERED = "answered"
    RESOLVED = "resolved"


@dataclass(frozen=True, slots=True, kw_only=True)
class Obstacle:
    """An obstacle (vướng mắc): what, where, since when, who answers for it, whom we ask.

    `since`, `asked_at`, `answered_at` and `resolved_at` are ISO times; `procedure` says that it was
    a question of procedure; `item_id` is the agenda item, 0 none, `where_in` the place in words.
    `reopen_reason` is why it was opened again the last time, empty when it never was.
    """

    id: int = 0
    what: str
    item_id: int = 0
    where_in: str = ""
    since: str = ""
    gravity: Gravity = Gravity.MEDIUM
    answerable: str = ""
    asked: str = ""
    asked_at: str = ""
    answer: str = ""
    answered_at: str = ""
    decision: str = ""
    state: ObstacleState = ObstacleState.OPEN
    resolved_at: str = ""
    reopen_reason: str = ""
    procedure: bool = False
    actor: str = ""


GRAVEST_FIRST = (Gravity.BLOCKING, Gravity.HIGH, Gravity.MEDIUM, Gravity.LOW)
_STATES = tuple(ObstacleState)
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class ObstacleCounts:
    """How many there are in each state; `gravest` is of those in the way, None without any."""

    open: int = 0
    answered: int = 0
    resolved: int = 0
    gravest: Gravity | None = None

    @property
    def in_the_way(self) -> int:
        """Return how many are not resolved yet, with an answer or without."""
        return self.open + self.answered

    @property
    def total(self) -> int:
        return self.in_the_way + self.resolved


def in_order(obstacles: Sequence[Obstacle]) -> tuple[Obstacle, ...]:
    """Return those in the way by gravity, then age; after them the resolved, the newest first."""
    waiting = [found for found in obstacles if is_in_the_way(found)]
    waiting.sort(key=lambda o: (GRAVEST_FIRST.index(o.gravity), o.since, o.id))
    done = [found for found in obstacles if not is_in_the_way(found)]
    done.sort(key=lambda o: (o.resolved_at, o.id), reverse=True)
    return (*waiting, *done)


def is_in_the_way(obstacle: Obstacle) -> bool:
    """Say whether an obstacle is not resolved; an answer alone does not take it away."""
    return obstacle.state is not ObstacleState.RESOLVED


def counts(obstacles: Sequence[Obstacle]) -> ObstacleCounts:
    """Return how many obstacles there are in each state."""
    number = {state: sum(o.state is state for o in obstacles) for state in _STATES}
    waiting = {found.gravity for found in obstacles if is_in_the_way(found)}
    return ObstacleCounts(
        open=number[ObstacleState.OPEN],
        answered=number[ObstacleState.ANSWERED],
        resolved=number[ObstacleState.RESOLVED],
        gravest=next((gravity for gravity in GRAVEST_FIRST if gravity in waiting), None),
    )


def minutes_open(obstacle: Obstacle, now: datetime | None) -> int | None:
    """Return how many minutes it was or is in the way; None where a time is not known.

    `now` is the wall clock; times are compared as they were recorded, without zone.
    """
    until = now.replace(tzinfo=None) if now else None
    if not is_in_the_way(obstacle):
        until = wall_clock(obstacle.resolved_at)
    since = wall_clock(obstacle.since)
    if since is None or until is None:
        return None
    return max((until - since) // _MINUTE, 0)


def minutes_to_resolve(obstacles: Sequence[Obstacle]) -> tuple[int, ...]:
    """Return how many minutes each resolved obstacle took, the longest first."""
    taken = (minutes_open(found, None) for found in obstacles if not is_in_the_way(found))
    return tuple(sorted((minutes for minutes in taken if minutes is not None), reverse=True))


def usual_minutes(taken: Sequence[int]) -> int:
    """Return the median of some times, the lower of two; 0 of none."""
    return median_low(taken) if taken else 0


def item_under_way(items: Sequence[AgendaItem], *, starts: str, now: datetime) -> int:
    """Return the id of the agenda item that goes on now, 0 when none does.

    It is the innermost one that was begun; before any was begun, the one the plan has now.
    """
    running = [item for item in items if item.state is ItemState.RUNNING]
    if running:
        outer = {item.parent_id for item in running}
        return next((item.id for item in reversed(running) if item.id not in outer), running[-1].id)
    if any(item.started_at for item in items):
        return 0
    at, found = now.replace(tzinfo=None), 0
    for planned in plan(items, starts=starts):
        if planned.start and planned.end and planned.start <= at < planned.end:
            found = planned.item.id
    return found


def without_answer(obstacle: Obstacle) -> Obstacle:
    """Return an obstacle as it is first noted: open, nothing answered or decided."""
    return replace(
        obstacle,
        answer="",
        answered_at="",
        decision="",
        state=ObstacleState.OPEN,
        resolved_at="",
        reopen_reason="",
    )


def wall_clock(iso: str) -> datetime | None:
    """Return the wall-clock time of an ISO text, None when there is none."""
    try:
        return datetime.fromisoformat(iso).replace(tzinfo=None)
    except ValueError:
        return None
