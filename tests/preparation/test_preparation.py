"""What is late, what is due this week, who carries how much, and deadlines counted back."""

from __future__ import annotations

from datetime import date

import pytest

from congress_desk.domain.preparation.progress import (
    Standing,
    by_section,
    days_late,
    helpers_of,
    loads,
    progress,
    standing,
    week_end,
)
from congress_desk.domain.preparation.task import Task, TaskState
from congress_desk.domain.preparation.template import dated, day_before
from congress_desk.domain.preparation.text import CongressText, TextState
from congress_desk.queries.preparation import KINDS, preparation_templates

WEDNESDAY = date(2020, 6, 3)


def a_task(due: str = "", state: TaskState = TaskState.OPEN, **fields) -> Task:
    return Task(**{"title": "Việc"} | fields, due=due, state=state)


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (a_task("2020-06-02"), Standing.LATE),
        (a_task("2020-06-03"), Standing.THIS_WEEK),
        (a_task("2020-06-07"), Standing.THIS_WEEK),
        (a_task("2020-06-08"), Standing.LATER),
        (a_task(), Standing.UNDATED),
        (a_task("2020-06"), Standing.UNDATED),
        (a_task("2020-06-02", TaskState.DOING), Standing.LATE),
        (a_task("2020-06-02", TaskState.DONE), Standing.DONE),
        (a_task("2020-06-02", TaskState.DROPPED), Standing.DROPPED),
        (CongressText(title="A", due="2020-06-02", state=TextState.SUBMITTED), Standing.LATE),
        (CongressText(title="A", due="2020-06-02", state=TextState.FINAL), Standing.DONE),
        (CongressText(title="A", due="2020-06-02", state=TextState.ADOPTED), Standing.DONE),
    ],
)
def test_that_a_deadline_is_late_only_after_its_day(record, expected):
    assert standing(record, WEDNESDAY) is expected


@pytest.mark.parametrize(
    ("today", "sunday"),
    [
        ("2020-06-01", "2020-06-07"),
        ("2020-06-07", "2020-06-07"),
        ("2020-06-08", "2020-06-14"),
        ("2020-12-31", "2021-01-03"),
    ],
)
def test_that_a_week_ends_on_its_sunday(today, sunday):
    assert week_end(date.fromisoformat(today)) == date.fromisoformat(sunday)


def test_that_days_late_are_counted_for_open_tasks_alone():
    assert days_late(a_task("2020-05-30"), WEDNESDAY) == 4
    assert days_late(a_task("2020-06-03"), WEDNESDAY) == 0
    assert days_late(a_task("2020-05-30", TaskState.DONE), WEDNESDAY) == 0


def test_that_dropped_tasks_are_not_in_the_total_and_the_figures_add_up():
    found = progress(
        [
            a_task("2020-06-02"),
            a_task("2020-06-05", answerable="An"),
            a_task("2020-07-01"),
            a_task(state=TaskState.DONE),
            a_task(state=TaskState.DROPPED),
            a_task(),
        ],
        WEDNESDAY,
    )
    assert (found.total, found.done, found.open, found.dropped) == (5, 1, 4, 1)
    assert (found.late, found.this_week, found.undated) == (1, 1, 1)
    assert found.unassigned == 3
    assert found.percent_done == "20.00"
    assert progress([], WEDNESDAY).percent_done == ""


def test_that_the_heaviest_load_comes_first_and_what_nobody_carries_before_all():
    tasks = [
        a_task("2020-07-01", answerable="Vũ Ê"),
        a_task("2020-06-01", answerable="Ngô An", helpers="Lê Bình; Vũ Ê"),
        a_task("2020-06-01", answerable="ngô  an"),
        a_task("2020-06-05"),
        a_task(state=TaskState.DONE, answerable="Vũ Ê", helpers="Lê Bình"),
        a_task(state=TaskState.DROPPED, answerable="Trần Nghỉ"),
    ]
    found = loads(tasks, WEDNESDAY)
    assert [(x.name, x.open, x.late, x.this_week, x.done, x.helps) for x in found] == [
        ("", 1, 0, 1, 0, 0),
        ("Ngô An", 2, 2, 0, 0, 0),
        ("Vũ Ê", 1, 0, 0, 1, 1),
        ("Lê Bình", 0, 0, 0, 0, 1),
    ]
    assert loads([], WEDNESDAY) == ()


def test_that_helpers_are_named_apart_each_once():
    assert helpers_of(a_task(helpers=" An ;Bình, An;; ")) == ("An", "Bình")


def test_that_sections_keep_the_order_of_the_plan():
    tasks = [a_task(section="B"), a_task(section="A"), a_task(section="B")]
    assert [(name, len(found)) for name, found in by_section(tasks)] == [("B", 2), ("A", 1)]


@pytest.mark.parametrize(
    ("first", "days", "due"),
    [
        ("2020-06-05T07:30", 5, "2020-05-31"),
        ("2020-03-01", 1, "2020-02-29"),
        ("2020-06-05", 0, "2020-06-05"),
        ("2020-06-05", -7, "2020-06-12"),
        ("", 5, ""),
        ("2020-06", 5, ""),
    ],
)
def test_that_deadlines_are_counted_back_from_the_first_day(first, days, due):
    assert day_before(first, days) == due


def test_that_what_follows_a_congress_of_three_days_is_due_from_its_last():
    template = next(found for found in preparation_templates() if found.key == "tinh")
    taken = dated(template, "2026-03-12", "2026-03-14").tasks
    assert all((t.days > 0) == (t.task.due < "2026-03-12") for t in taken)
    assert {t.task.due for t in taken if t.days == 0} == {"2026-03-14"}
    assert {t.task.due for t in taken if t.days == -10} == {"2026-03-24"}


@pytest.mark.parametrize("kind", KINDS)
def test_that_each_template_can_be_taken_over(kind):
    template = dated(
        next(found for found in preparation_templates() if found.key == kind), "2020-06-05"
    )
    assert len(template.tasks) >= 20 and len(template.texts) >= 8
    titles = [found.task.title for found in template.tasks]
    assert len(set(titles)) == len(titles)
    assert all(found.task.due and found.task.section for found in template.tasks)
    assert all(found.task.text_id <= len(template.texts) for found in template.tasks)
    assert all(found.text.due for found in template.texts)
    assert any(found.days < 0 for found in template.tasks), "nothing to do after the congress"
