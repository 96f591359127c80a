"""Who passed when: the journal orders, clocks only place the lists of other doors."""

from __future__ import annotations

import pytest

from congress_desk.domain.people.passage_order import goes_back, in_order
from congress_desk.domain.people.person import Status
from congress_desk.domain.people.register import Direction, Passage


def passed(*hours: str) -> tuple[Passage, ...]:
    """Return passages as they came into the file, by the hour that their clock showed."""
    return tuple(
        Passage(
            id=number,
            uid=f"p{number}",
            person_id=1,
            direction=Direction.IN,
            at=f"2026-05-20T{hour}:00+07:00" if "+" not in hour else f"2026-05-20T{hour}",
            door="",
            actor="",
            before=Status.ABSENT,
            undone=False,
        )
        for number, hour in enumerate(hours, start=1)
    )


@pytest.mark.parametrize(
    ("hours", "lists", "order"),
    [
        (("07:30", "07:40", "07:50"), {}, [1, 2, 3]),
        # A clock that went back changes nothing of what was recorded here.
        (("07:30", "06:40", "06:50"), {}, [1, 2, 3]),
        # The list of another door, taken in later, is put among them by its clock.
        (("07:30", "08:30", "08:00"), {3: 9}, [1, 3, 2]),
        # Its own lines stay in their order, whatever that door's clock did.
        (("07:30", "08:30", "08:00", "07:00"), {3: 9, 4: 9}, [1, 3, 4, 2]),
        (("08:30", "08:00", "07:00"), {2: 9, 3: 9}, [2, 3, 1]),
        # Two doors are placed each by itself.
        (("08:30", "08:00", "07:00"), {2: 9, 3: 10}, [3, 2, 1]),
        # What is recorded here after a list was taken in is later than all of the list.
        (("07:30", "09:00", "08:45"), {2: 9}, [1, 2, 3]),
        (("07:30", "09:00", "08:45", "08:50"), {2: 9, 4: 10}, [1, 4, 2, 3]),
        # Other zones are other texts of the same hours.
        (("08:00", "00:30:00+00:00"), {2: 9}, [2, 1]),
    ],
)
def test_that_the_journal_orders_and_a_list_is_placed_by_its_clock(hours, lists, order):
    assert [p.id for p in in_order(passed(*hours), lists)] == order


def test_that_only_an_earlier_hour_after_a_later_one_goes_back():
    assert not goes_back(passed("07:30", "07:30", "08:00"))
    assert not goes_back(())
    assert goes_back(passed("07:30", "07:29"))
