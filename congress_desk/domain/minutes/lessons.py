"""What can be learned of a congress that was held: what began late, took longer, was not done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from congress_desk.domain.agenda.clock import PlannedItem
from congress_desk.domain.agenda.item import ItemState
from congress_desk.domain.obstacles import wall_clock
from congress_desk.domain.preparation.task import Task, TaskState

_MINUTE = timedelta(minutes=1)
_HALF_A_MINUTE = timedelta(seconds=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemTimes:
    """An agenda item as planned and as it was; None where a time is not known.

    `late` is by how many minutes it began after its plan (negative: before), `longer` by how many
    it took more than planned (negative: less).
    """

    planned: PlannedItem
    started: datetime | None
    finished: datetime | None
    late: int | None
    longer: int | None

    @property
    def skipped(self) -> bool:
        return self.planned.item.state is ItemState.SKIPPED


@dataclass(frozen=True, slots=True, kw_only=True)
class LateTask:
    """A piece of preparation done after its day, or not yet done; `days` is by how many."""

    task: Task
    days: int


def item_times(planned: Sequence[PlannedItem]) -> tuple[ItemTimes, ...]:
    """Return every item with its plan and what was recorded, in the order of the programme."""
    return tuple(_times(found) for found in planned)


def late_tasks(tasks: Sequence[Task], today: date) -> tuple[LateTask, ...]:
    """Return the tasks that were late or are, the latest first; a dropped one is not late."""
    found = [LateTask(task=task, days=days) for task in tasks if (days := _days(task, today)) > 0]
    return tuple(sorted(found, key=lambda late: -late.days))


def _times(planned: PlannedItem) -> ItemTimes:
    started = wall_clock(planned.item.started_at)
    finished = wall_clock(planned.item.finished_at)
    minutes = planned.minutes
    taken = None if planned.item.clock_put_back else _minutes(started, finished)
    return ItemTimes(
        planned=planned,
        started=started,
        finished=finished,
        late=_minutes(planned.start, started),
        longer=None if taken is None or minutes is None else taken - minutes,
    )


def _minutes(earlier: datetime | None, later: datetime | None) -> int | None:
    """Return the minutes between two times to the nearest; None where one is missing."""
    if earlier is None or later is None:
        return None
    return (later - earlier + _HALF_A_MINUTE) // _MINUTE


def _days(task: Task, today: date) -> int:
    due = _day(task.due)
    if due is None or task.state is TaskState.DROPPED:
        return 0
    done = _day(task.done_at) if task.state is TaskState.DONE else today
    return (done - due).days if done else 0


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
