"""The example goes on now: programme, day of the congress and what was held fit together."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from congress_desk.domain.agenda.item import ItemState
from congress_desk.example import make_example
from congress_desk.example.sizes import SIZES
from congress_desk.queries.congress import agenda, congress
from congress_desk.storage.opening import open_file


@pytest.mark.parametrize("now", [None, datetime(2027, 3, 1, 9, 7), datetime(2027, 3, 1, 0, 3)])
def test_that_the_example_is_in_the_middle_of_its_congress(tmp_path, now):
    path = make_example(tmp_path / "mau.congress", now=now)
    file = open_file(path)
    try:
        items, details = agenda(file), congress(file).details
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
