"""Obstacles among each other: order, minutes, counts, and the agenda item they are noted at."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from congress_desk.domain.agenda.clock import plan
from congress_desk.domain.agenda.item import AgendaItem, ItemState
from congress_desk.domain.minutes.lessons import item_times, late_tasks
from congress_desk.domain.obstacles import (
    Gravity,
    Obstacle,
    ObstacleState,
    counts,
    in_order,
    item_under_way,
    minutes_open,
    minutes_to_resolve,
    usual_minutes,
)
from congress_desk.domain.preparation.task import Task, TaskState

NOW = datetime(2026, 3, 12, 10, 0)


def one(key: int, gravity=Gravity.MEDIUM, since="08:00", resolved="", **fields) -> Obstacle:
    state = ObstacleState.RESOLVED if resolved else fields.pop("state", ObstacleState.OPEN)
    until = f"2026-03-12T{resolved}:00+07:00" if resolved else ""
    return Obstacle(
        id=key, what=f"Việc {key}", gravity=gravity, since=f"2026-03-12T{since}", state=state,
        resolved_at=until, **fields,
    )  # fmt: skip


def test_that_the_gravest_come_first_then_the_oldest_and_the_resolved_last():
    found = (
        one(1, Gravity.LOW, "07:00"),
        one(2, Gravity.BLOCKING, "09:00", resolved="09:30"),
        one(3, Gravity.HIGH, "09:00"),
        one(4, Gravity.HIGH, "08:00", state=ObstacleState.ANSWERED),
        one(5, Gravity.BLOCKING, "09:50"),
        one(6, resolved="09:40"),
    )
    assert [o.id for o in in_order(found)] == [5, 4, 3, 1, 6, 2]


@pytest.mark.parametrize(
    ("obstacle", "minutes"),
    [
        (one(1, since="08:30"), 90),
        (one(1, since="08:30", resolved="08:55"), 25),
        (one(1, since="10:05"), 0),
        (Obstacle(what="x", since="2026-03-10T23:00"), 35 * 60),
        (Obstacle(what="x", since="2026-03-12T08:00:30+07:00"), 119),
        (Obstacle(what="x"), None),
    ],
)
def test_that_minutes_run_until_it_is_resolved(obstacle, minutes):
    assert minutes_open(obstacle, NOW) == minutes


def test_that_without_a_clock_only_the_resolved_have_minutes():
    assert minutes_open(one(1), None) is None
    found = (one(1), one(2, resolved="08:10"), one(3, resolved="09:00"), one(4, resolved="08:20"))
    taken = minutes_to_resolve(found)
    assert taken == (60, 20, 10)
    assert usual_minutes(taken) == 20
    assert usual_minutes(()) == 0


def test_that_the_gravest_is_of_those_in_the_way():
    found = counts((one(1, Gravity.BLOCKING, resolved="09:00"), one(2, Gravity.LOW)))
    assert (found.gravest, found.in_the_way, found.total) == (Gravity.LOW, 1, 2)
    assert counts(()).gravest is None


def item(key: int, **fields) -> AgendaItem:
    return AgendaItem(id=key, content=f"Nội dung {key}", **fields)


def test_that_the_innermost_running_item_is_the_one_under_way():
    running, done = ItemState.RUNNING, ItemState.DONE
    items = (
        item(1, state=done, started_at="x"),
        item(2, state=running, started_at="x"),
        item(3, state=running, parent_id=2, started_at="x"),
        item(4),
    )
    assert item_under_way(items, starts="", now=NOW) == 3
    paused = (item(1, state=done, started_at="x", minutes=600), item(2))
    assert item_under_way(paused, starts="2026-03-12T08:00", now=NOW) == 0


def test_that_before_anything_was_begun_the_plan_tells_the_item():
    items = (item(1, minutes=60), item(2, minutes=90), item(3, minutes=10, parent_id=2))
    for hour, minute, expected in ((7, 59, 0), (8, 0, 1), (9, 5, 3), (10, 0, 2), (10, 30, 0)):
        at = datetime(2026, 3, 12, hour, minute)
        assert item_under_way(items, starts="2026-03-12T08:00", now=at) == expected


def test_that_an_item_is_as_late_and_as_long_as_it_was_recorded():
    items = (
        item(1, minutes=30, started_at="2026-03-12T08:10:20+07:00",
             finished_at="2026-03-12T08:35:00+07:00"),
        item(2, minutes=30, started_at="2026-03-12T08:25:00+07:00"),
        item(3, minutes=10, state=ItemState.SKIPPED),
    )  # fmt: skip
    times = item_times(plan(items, starts="2026-03-12T08:00"))
    assert [(t.late, t.longer, t.skipped) for t in times] == [
        (10, -5, False),
        (-5, None, False),
        (None, None, True),
    ]


@pytest.mark.parametrize(
    ("fields", "days"),
    [
        ({"due": "2026-03-01", "state": TaskState.DONE, "done_at": "2026-03-04T08:00"}, [3]),
        ({"due": "2026-03-01", "state": TaskState.DONE, "done_at": "2026-03-01T23:00"}, []),
        ({"due": "2026-03-10"}, [2]),
        ({"due": "2026-03-12"}, []),
        ({"due": ""}, []),
        ({"due": "2026-03-01", "state": TaskState.DROPPED}, []),
        ({"due": "2026-03-01", "state": TaskState.DONE, "done_at": ""}, []),
    ],
)
def test_that_a_task_is_late_by_the_days_after_its_own(fields, days):
    late = late_tasks([Task(title="Báo cáo", **fields)], date(2026, 3, 12))
    assert [each.days for each in late] == days
