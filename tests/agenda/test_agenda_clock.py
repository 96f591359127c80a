"""The planned clock: durations shift it, times hold it, parts fill; days, midnight, speed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from counted_calls import calls_of

from congress_desk.domain.agenda.clock import plan
from congress_desk.domain.agenda.item import AgendaItem
from congress_desk.domain.agenda.times import settled, with_day_starts
from congress_desk.domain.agenda.tree import Move, in_order, moved, moved_before

STARTS = "2026-03-12T13:30"
D1, D2, D3 = "2026-03-12", "2026-03-13", "2026-03-14"


def item(number, minutes=10, **fields):
    return AgendaItem(id=number, content=f"Nội dung {number}", minutes=minutes, **fields)


def clocks(items, starts=STARTS):
    """Return "start–end" of each item, with the day where it is not the first."""
    return [f"{p.start:%H:%M}–{p.end:%H:%M}" if p.start else "" for p in plan(items, starts=starts)]


def test_that_each_item_begins_where_the_one_before_it_ends():
    assert clocks([item(1, 30), item(2, 5), item(3, 20)]) == [
        "13:30–14:00", "14:00–14:05", "14:05–14:25",
    ]  # fmt: skip


def test_that_no_minute_is_added_to_the_last_of_all_days():
    assert clocks([item(1, 30)], starts="9999-12-31T23:59") == [""]
    assert clocks([item(1, 30, day="9999-12-31", time="23:59")]) == [""]


def test_that_a_longer_item_shifts_those_after_it_but_not_one_that_holds_its_time():
    items = [item(1, 30), item(2, 10), item(3, 10, time="15:00", anchored=True), item(4)]
    longer = [replace(items[0], minutes=45), *items[1:]]
    assert clocks(longer) == ["13:30–14:15", "14:15–14:25", "15:00–15:10", "15:10–15:20"]


@pytest.mark.parametrize(
    ("given", "gap", "overlap", "kept"),
    [("14:00", 0, 0, False), ("14:20", 20, 0, True), ("13:50", 0, 10, True)],
)
def test_that_a_time_apart_from_the_flow_is_a_gap_or_an_overlap(given, gap, overlap, kept):
    found = plan([item(1, 30), item(2, time=given)], starts=STARTS)[1]
    assert (found.gap_minutes, found.overlap_minutes, found.kept) == (gap, overlap, kept)


def test_that_an_anchored_item_is_kept_even_where_the_flow_leads_to_it():
    found = plan([item(1, 30), item(2, time="14:00", anchored=True)], starts=STARTS)[1]
    assert found.kept
    assert not found.gap_minutes


def test_that_parts_fill_their_item_and_one_that_needs_more_says_by_how_much():
    items = [item(1, 30), item(2, 10, parent_id=1), item(3, 25, parent_id=1), item(4)]
    whole, *_, after = plan(items, starts=STARTS)
    assert clocks(items) == ["13:30–14:05", "13:30–13:40", "13:40–14:05", "14:05–14:15"]
    assert whole.over_minutes == 5
    assert whole.minutes == 35
    assert [p.depth for p in plan(items, starts=STARTS)] == [0, 1, 1, 0]
    assert after.overlap_minutes == 0


def test_that_an_item_without_minutes_is_as_long_as_its_parts():
    items = [item(1, None), item(2, 10, parent_id=1), item(3, 5, parent_id=1), item(4)]
    assert clocks(items)[0] == "13:30–13:45"


def test_that_an_item_without_minutes_lasts_until_the_next_given_time():
    items = [item(1, None, time="13:30"), item(2, None, time="14:10"), item(3, None)]
    assert clocks(items) == ["13:30–14:10", "14:10–14:10", "14:10–14:10"]
    assert plan(items, starts=STARTS)[1].gap_minutes == 0


def test_that_a_part_that_lasts_until_the_next_time_takes_its_item_along():
    items = [item(1, None), item(2, None, parent_id=1), item(3, 5, time="15:00")]
    assert clocks(items) == ["13:30–15:00", "13:30–15:00", "15:00–15:05"]


def test_that_each_day_begins_at_its_own_time_without_a_gap_from_the_evening():
    items = [item(1, 30, day=D1), item(2, 15, day=D2, time="07:30"), item(3, 15, day=D2)]
    assert clocks(items) == ["13:30–14:00", "07:30–07:45", "07:45–08:00"]
    assert all(p.gap_minutes == 0 for p in plan(items, starts=STARTS))


def test_that_a_day_without_a_time_has_no_clock_until_one_is_given():
    items = [item(1, 30, day=D1), item(2, day=D2), item(3, day=D2, time="09:00")]
    assert clocks(items) == ["13:30–14:00", "", "09:00–09:10"]


def test_that_a_session_goes_on_past_midnight_on_the_same_day_of_the_programme():
    items = [
        item(1, 60, day=D1, time="23:30"),
        item(2, 20, day=D1),
        item(3, 10, day=D1, time="01:00"),
        item(4, 10, day=D2, time="07:00"),
    ]
    planned = plan(items, starts=STARTS)
    assert [f"{p.start:%d %H:%M}" for p in planned] == [
        "12 23:30",
        "13 00:30",
        "13 01:00",
        "13 07:00",
    ]
    assert planned[2].gap_minutes == 10
    assert [p.day for p in planned] == [D1, D1, D1, D2]
    assert not any(p.overlap_minutes for p in planned)


def test_that_a_day_that_begins_before_the_night_before_it_ended_overlaps():
    items = [item(1, 600, day=D1, time="22:00"), item(2, 10, day=D2, time="07:30")]
    assert plan(items, starts=STARTS)[1].overlap_minutes == 30


@pytest.mark.parametrize("starts", ["", "hôm nay"])
def test_that_without_any_time_there_is_no_clock(starts):
    planned = plan([item(1), item(2)], starts=starts)
    assert [(p.start, p.end, p.minutes) for p in planned] == [(None, None, None)] * 2


@pytest.mark.parametrize("parents", [{1: 9}, {1: 1}, {1: 2, 2: 1}, {2: 3, 3: 2}])
def test_that_a_part_of_nothing_or_of_itself_stands_on_its_own(parents):
    items = [item(n, parent_id=parents.get(n, 0)) for n in (1, 2, 3)]
    planned = plan(items, starts=STARTS)
    assert sorted(p.item.id for p in planned) == [1, 2, 3]


def three_days(count: int) -> list[AgendaItem]:
    """Return so many items over three days, nine of ten a part of another."""
    return [
        item(n, 8, day=(D1, D2, D3)[3 * n // (count + 1)], parent_id=n // 10 * 10 if n % 10 else 0)
        for n in range(1, count + 1)
    ]


def test_that_twice_as_many_items_are_no_more_than_twice_the_work():
    few, many = three_days(150), three_days(300)
    assert len(plan(few, starts=STARTS)) == 150
    once = calls_of(lambda: plan(few, starts=STARTS))
    assert calls_of(lambda: plan(many, starts=STARTS)) < 2.2 * once


WARD = [
    item(1, 30, day=D1, time="13:30"),
    item(2, 10, day=D1, time="14:00"),
    item(3, 15, day=D2, time="07:30"),
    item(4, 45, day=D2, time="07:45"),
    item(5, 30, day=D2, time="13:30"),
]


def test_that_only_times_that_hold_an_item_are_left_and_no_clock_changes():
    after = settled(WARD, starts=STARTS)
    assert [(i.time, i.anchored) for i in after] == [
        ("13:30", True), ("", False), ("07:30", True), ("", False), ("13:30", True),
    ]  # fmt: skip
    assert clocks(after) == clocks(WARD)
    assert settled(after, starts=STARTS) == after


def test_that_a_day_begins_when_it_did_whichever_item_is_now_its_first():
    before = settled(WARD, starts=STARTS)
    planned = plan(before, starts=STARTS)
    after = with_day_starts(planned, moved(before, 4, Move.UP), starts=STARTS)
    assert [i.id for i in after] == [1, 2, 4, 3, 5]
    assert clocks(after)[2:4] == ["07:30–08:15", "08:15–08:30"]


TREE = in_order(
    [
        item(1, day=D1), item(2, day=D1), item(3, parent_id=2), item(4, parent_id=2),
        item(5, day=D1), item(6, day=D2),
    ]
)  # fmt: skip


def shape(items):
    return None if items is None else [(i.id, i.parent_id) for i in items]


@pytest.mark.parametrize(
    ("number", "how", "expected"),
    [
        (1, Move.UP, None),
        (1, Move.DOWN, [(2, 0), (3, 2), (4, 2), (1, 0), (5, 0), (6, 0)]),
        (2, Move.UP, [(2, 0), (3, 2), (4, 2), (1, 0), (5, 0), (6, 0)]),
        (3, Move.DOWN, [(1, 0), (2, 0), (4, 2), (3, 2), (5, 0), (6, 0)]),
        (3, Move.UP, None),
        (3, Move.INDENT, None),
        (4, Move.INDENT, [(1, 0), (2, 0), (3, 2), (4, 3), (5, 0), (6, 0)]),
        (3, Move.OUTDENT, [(1, 0), (2, 0), (4, 2), (3, 0), (5, 0), (6, 0)]),
        (2, Move.INDENT, [(1, 0), (2, 1), (3, 2), (4, 2), (5, 0), (6, 0)]),
        (5, Move.INDENT, [(1, 0), (2, 0), (3, 2), (4, 2), (5, 2), (6, 0)]),
        (6, Move.INDENT, None),
        (1, Move.OUTDENT, None),
        (9, Move.UP, None),
    ],
)
def test_that_an_item_moves_with_its_parts_as_far_as_it_can(number, how, expected):
    assert shape(moved(TREE, number, how)) == expected


def test_that_at_the_edge_of_a_day_an_item_goes_over_to_the_other():
    down = moved(TREE, 5, Move.DOWN)
    assert [(i.id, i.day) for i in down][-2:] == [(5, D2), (6, D2)]
    up = moved(TREE, 6, Move.UP)
    assert [(i.id, i.day) for i in up][-1:] == [(6, D1)]


@pytest.mark.parametrize(
    ("number", "before", "expected"),
    [
        (5, 1, [5, 1, 2, 3, 4, 6]),
        (2, 6, [1, 5, 2, 3, 4, 6]),
        (2, 0, [1, 5, 6, 2, 3, 4]),
        (1, 4, [2, 3, 1, 4, 5, 6]),
        (2, 3, None),
        (2, 9, None),
    ],
)
def test_that_an_item_is_put_before_another_with_its_parts(number, before, expected):
    after = moved_before(TREE, number, before)
    assert (after and [i.id for i in after]) == expected
    if after:
        target = next((i for i in after if i.id == before), after[-1])
        assert next(i for i in after if i.id == number).day == target.day


def test_that_nothing_lies_deeper_than_three_levels():
    deep = moved(moved(TREE, 4, Move.INDENT), 2, Move.INDENT)
    assert deep is None
