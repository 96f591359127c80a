"""The example goes on now: programme, day of the congress and what was held fit together."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import groupby

import pytest

from congress_desk.domain.agenda.clock import plan
from congress_desk.domain.agenda.item import ItemState
from congress_desk.domain.minutes.lessons import late_tasks
from congress_desk.domain.preparation.task import TaskState
from congress_desk.example import make_example
from congress_desk.example.days import dated_from
from congress_desk.example.sizes import SIZES
from congress_desk.imports.rule_sets import rule_set_ids
from congress_desk.imports.setup.workbook import read_setup
from congress_desk.paths import resource
from congress_desk.queries.congress import agenda, congress
from congress_desk.queries.preparation import tasks
from congress_desk.storage.opening import open_file


@pytest.mark.parametrize("now", [None, datetime(2027, 3, 1, 9, 7), datetime(2027, 3, 1, 0, 3)])
def test_that_the_example_is_in_the_middle_of_its_congress(tmp_path, now):
    path = make_example(tmp_path / "mau.congress", now=now)
    file = open_file(path)
    try:
        items, details, prepared = agenda(file), congress(file).details, tasks(file)
    finally:
        file.close()
    moment = now or datetime.now()
    (held,) = [item for item in items if item.state is ItemState.RUNNING]
    assert held.content.startswith(SIZES["phuong"].held)
    begun = datetime.fromisoformat(held.started_at).replace(tzinfo=None)
    assert timedelta(0) <= moment - begun < timedelta(minutes=30)
    place = items.index(held)
    assert {item.state for item in items[:place]} == {ItemState.DONE}
    assert {item.state for item in items[place + 1 :]} == {ItemState.PLANNED}
    assert datetime.fromisoformat(details.starts) < moment < datetime.fromisoformat(details.ends)
    assert items[0].day == details.starts[:10]
    # What follows the congress is not done yet, and nothing is late.
    for task in prepared:
        assert (task.state is TaskState.DONE) == (task.due < details.ends[:10]), task.title
    assert late_tasks(prepared, moment.date()) == ()


def laid_out(setup):
    """Return when the items of each day begin and end after its first, and when its first does."""
    planned = plan(setup.agenda, starts=setup.details.starts)
    days = [tuple(found) for _, found in groupby(planned, key=lambda item: item.day)]
    times = [[(p.start - day[0].start, p.end - day[0].start) for p in day] for day in days]
    return times, [day[0].start for day in days]


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_that_each_day_of_the_programme_is_the_same_at_every_hour_also_past_midnight(size):
    setup = read_setup(resource("samples", size.workbook), rule_set_ids())
    times, written = laid_out(setup)
    for quarter in range(24 * 4):
        now = datetime(2027, 3, 1) + timedelta(minutes=15 * quarter)
        found, begun = laid_out(dated_from(setup, now, size.held))
        assert found == times, now
        # Only the day that is held now has other hours, and it is the last.
        assert [at.time() for at in begun[:-1]] == [at.time() for at in written[:-1]], now
        assert begun == sorted(begun) and begun[-1] <= now
