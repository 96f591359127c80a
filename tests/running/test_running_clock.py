"""The clock of a congress under way: drift, forecast, midnight, days, skipped and inserted."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from counted_calls import calls_of

from congress_desk.domain.agenda.item import AgendaItem, ItemState
from congress_desk.domain.running.clock import standing, track

DAY = "2026-06-05"


def at(clock: str, day: str = DAY) -> datetime:
    return datetime.fromisoformat(f"{day}T{clock}")


def item(number: int, minutes: int | None, **fields) -> AgendaItem:
    return AgendaItem(id=number, content=f"Nội dung {number}", minutes=minutes, **fields)


def morning() -> list[AgendaItem]:
    """08:00 +10, 08:10 +30, 08:40 +60, then after lunch 13:30 +20 (it was given its time)."""
    return [
        item(1, 10, day=DAY, time="08:00", session="S"),
        item(2, 30, session="S"),
        item(3, 60, session="S"),
        item(4, 20, time="13:30", session="C"),
    ]


def ran(found: AgendaItem, started: str, finished: str = "", day: str = DAY) -> AgendaItem:
    end = f"{day}T{finished}" if finished else ""
    state = ItemState.DONE if finished else ItemState.RUNNING
    return replace(found, state=state, started_at=f"{day}T{started}", finished_at=end)


def stands(items, clock: str, day: str = DAY, inserted=()):
    return standing(track(items, starts="", inserted=inserted), at(clock, day))


@pytest.mark.parametrize(
    ("times", "now", "late", "current", "following"),
    [
        ([], "07:45", 0, None, 1),
        ([], "08:12", 12, None, 1),
        ([("08:00", "")], "08:05", 0, 1, 2),
        ([("08:07", "")], "08:09", 7, 1, 2),
        ([("08:00", "")], "08:22", 12, 1, 2),
        ([("08:00", "08:05")], "08:06", -4, None, 2),
        ([("08:00", "08:10"), ("08:10", "08:35")], "08:35", -5, None, 3),
        ([("08:00", "08:10"), ("08:10", "08:45"), ("08:45", "")], "09:00", 5, 3, 4),
        ([("08:00", "08:10"), ("08:10", "08:40"), ("08:40", "09:20")], "09:20", 0, None, 4),
    ],
)  # fmt: skip
def test_that_drift_is_what_the_hall_waits_or_gains(times, now, late, current, following):
    items = morning()
    for place, (started, finished) in enumerate(times):
        items[place] = ran(items[place], started, finished)
    found = stands(items, now)
    assert found.late_minutes == late
    assert (found.current.item.id if found.current else None) == current
    assert found.next is not None
    assert found.next.item.id == following


def test_that_a_late_morning_ends_late_and_the_lunch_break_eats_it():
    items = morning()
    items[0] = ran(items[0], "08:12")
    found = stands(items, "08:13")
    assert found.session_end == at("09:52")
    assert found.starts[4] == at("13:30")
    assert found.day_end == at("13:50")


def test_that_an_early_congress_does_not_begin_a_given_time_early():
    items = morning()
    for place, times in enumerate((("08:00", "08:05"), ("08:05", "08:20"), ("08:20", "09:00"))):
        items[place] = ran(items[place], *times)
    assert stands(items, "09:01").starts[4] == at("13:30")


def test_that_a_skipped_item_gains_its_minutes():
    items = morning()
    items[0] = ran(items[0], "08:00", "08:10")
    items[1] = replace(items[1], state=ItemState.SKIPPED)
    found = stands(items, "08:10")
    assert found.next.item.id == 3
    assert found.late_minutes == -30
    assert found.session_end == at("09:10")


def test_that_an_inserted_item_makes_late_and_shifts_nothing_of_the_plan():
    items = morning()
    items[0] = ran(items[0], "08:00", "08:10")
    items.insert(1, item(9, 15, day=DAY, session="S"))
    found = stands(items, "08:10", inserted={9})
    planned = {t.item.id: t.start for t in track(items, starts="", inserted={9})}
    assert (planned[2], planned[3]) == (at("08:10"), at("08:40"))
    assert found.next.item.id == 9
    assert found.starts[2] == at("08:25")
    assert found.session_end == at("09:55")
    items[1] = ran(items[1], "08:10", "08:25")
    items[2] = ran(items[2], "08:25")
    assert stands(items, "08:30", inserted={9}).late_minutes == 15


def test_that_the_clock_goes_on_past_midnight():
    items = [
        item(1, 90, day=DAY, time="23:00"),
        item(2, 30),
        item(3, 15),
    ]
    items[0] = ran(items[0], "23:00")
    found = stands(items, "00:40", "2026-06-06")
    assert found.late_minutes == 10
    assert found.starts[2] == at("00:40", "2026-06-06")
    assert found.day_end == at("01:25", "2026-06-06")
    items[0] = replace(items[0], state=ItemState.DONE, finished_at="2026-06-06T00:20")
    assert stands(items, "00:20", "2026-06-06").late_minutes == -10


def three_days() -> list[AgendaItem]:
    days = ("2026-06-05", "2026-06-06", "2026-06-07")
    return [
        item(10 * d + i, 60, day=day, time="08:00" if i == 0 else "", session=f"Ngày {d}")
        for d, day in enumerate(days, start=1)
        for i in range(3)
    ]


def test_that_a_late_first_day_does_not_make_the_second_late():
    items = three_days()
    for place, times in enumerate((("08:30", "09:30"), ("09:30", "10:30"), ("10:30", "11:45"))):
        items[place] = ran(items[place], *times)
    found = stands(items, "12:00")
    assert found.next.item.id == 20
    assert found.late_minutes == 0
    assert found.starts[20] == at("08:00", "2026-06-06")
    assert found.day_end == at("11:00", "2026-06-06")
    assert found.ends[32] == at("11:00", "2026-06-07")


def test_that_each_day_is_measured_by_its_own_clock():
    items = three_days()
    for place in range(3):
        items[place] = ran(items[place], f"0{8 + place}:00", f"{9 + place:02}:00")
    items[3] = ran(items[3], "08:20", day="2026-06-06")
    found = stands(items, "08:30", "2026-06-06")
    assert found.late_minutes == 20
    assert found.day_end == at("11:20", "2026-06-06")


@pytest.mark.parametrize("day", ["2026-06-09", "2027-06-05"])
def test_that_a_programme_nobody_holds_is_neither_late_nor_early(day):
    assert stands(morning(), "08:00", day).late_minutes is None


def test_that_only_parts_run_and_their_whole_is_no_item_of_its_own():
    items = [
        item(1, 30, day=DAY, time="08:00"),
        item(2, 10, parent_id=1),
        item(3, 10, parent_id=1),
        item(4, 10),
    ]
    items[1] = ran(items[1], "08:00", "08:10")
    found = stands(items, "08:10")
    assert found.next.item.id == 3
    items[2] = ran(items[2], "08:10", "08:25")
    found = stands(items, "08:25")
    assert (found.next.item.id, found.late_minutes) == (4, 0)
    assert stands(items, "08:34").late_minutes == 4


def test_that_what_was_passed_over_comes_when_nothing_else_is_left():
    items = morning()[:3]
    items[2] = ran(items[2], "08:00", "09:00")
    assert stands(items, "09:00").next.item.id == 1


def test_that_a_congress_with_all_items_behind_it_is_over():
    items = [ran(morning()[0], "08:00", "08:14")]
    found = stands(items, "09:00")
    assert (found.over, found.late_minutes, found.next) == (True, 4, None)


def test_that_an_empty_programme_stands_nowhere():
    found = stands([], "08:00")
    assert (found.over, found.begun, found.current, found.late, found.day_end) == (
        False, False, None, None, None,
    )  # fmt: skip


def test_that_elapsed_left_and_lengths_are_told():
    found = track([ran(morning()[0], "08:00")], starts="")[0]
    assert found.elapsed(at("08:04:30")) == timedelta(minutes=4, seconds=30)
    assert found.left(at("08:12")) == timedelta(minutes=-2)
    assert (found.planned_minutes, found.actual_minutes) == (10, None)
    assert track([ran(morning()[0], "08:00", "08:12")], starts="")[0].actual_minutes == 12
    assert track([item(1, None)], starts="")[0].left(at("08:00")) is None


def test_that_three_times_as_many_items_are_no_more_than_three_times_the_work():
    items = [
        item(i, 10, day=f"2026-06-0{5 + i // 50}", time="08:00" if i % 50 == 0 else "")
        for i in range(150)
    ]
    items[0] = ran(items[0], "08:03")
    found = track(items, starts="")
    few = found[:50]
    assert standing(found, at("08:05")).next is not None
    once = calls_of(lambda: standing(few, at("08:05")))
    assert calls_of(lambda: standing(found, at("08:05"))) < 3.3 * once
