"""The figures of the door: late, guests, and every delegation adding up to D."""

from __future__ import annotations

import pytest
from builders import a_person

from congress_desk.domain.people.attendance import attendance
from congress_desk.domain.people.person import CongressKind, PersonKind, Status
from congress_desk.domain.people.register import Direction, Passage

OPENS = "2020-03-13T07:30"


def a_passage(
    person_id: int, hour: str, direction: Direction = Direction.IN, *, undone: bool = False
) -> Passage:
    return Passage(
        id=person_id * 100 + int(hour[-2:]), uid=f"{person_id}{hour}{direction}00", door="Cửa A",
        person_id=person_id, direction=direction, at=f"2020-03-13T{hour}:20+07:00", actor="An",
        before=Status.ABSENT, undone=undone,
    )  # fmt: skip


PEOPLE = (
    a_person(id=1, name="Một", delegation="Đoàn 2"),
    a_person(id=2, name="Hai", delegation="Đoàn 1", status=Status.ABSENT),
    a_person(id=3, name="Ba", delegation="Đoàn 2", status=Status.REPLACED),
    a_person(id=4, name="Bốn", delegation="Đoàn 2", kind=PersonKind.ALTERNATE, replaces=3),
    a_person(
        id=5, name="Năm", delegation="Đoàn 1", kind=PersonKind.ALTERNATE, status=Status.ABSENT
    ),
    a_person(id=6, name="Sáu", delegation="Đoàn 1", status=Status.SUSPENDED),
    a_person(id=7, name="Khách", kind=PersonKind.GUEST),
    a_person(id=8, name="Khách vắng", kind=PersonKind.GUEST, status=Status.ABSENT),
)


def figures(passages=(), opens=OPENS, people=PEOPLE):
    return attendance(people, CongressKind.DELEGATES, arrivals=passages, opens=opens)


def test_that_the_delegations_add_up_to_d_and_to_those_present():
    found = figures()
    assert [(d.name, d.present, d.of) for d in found.delegations] == [
        ("Đoàn 2", 2, 2),
        ("Đoàn 1", 0, 1),
    ]
    assert sum(d.of for d in found.delegations) == found.base.base == 3
    assert sum(d.present for d in found.delegations) == found.base.present == 2


def test_that_the_missing_are_named():
    assert [p.name for d in figures().delegations for p in d.missing] == ["Hai"]


def test_that_guests_are_counted_apart():
    assert (figures().guests_present, figures().guests) == (1, 2)


@pytest.mark.parametrize(
    ("passages", "late"),
    [
        ((), 0),
        ((a_passage(1, "07:29"),), 0),
        ((a_passage(1, "07:30"),), 0),
        ((a_passage(1, "07:31"),), 1),
        ((a_passage(1, "07:10"), a_passage(1, "08:00", Direction.OUT), a_passage(1, "09:00")), 0),
        ((a_passage(1, "07:10", undone=True), a_passage(1, "07:45")), 1),
        ((a_passage(7, "08:00"),), 0),
        ((a_passage(4, "08:00"), a_passage(1, "08:01")), 2),
    ],
)
def test_that_late_is_who_first_came_in_after_the_opening_and_has_a_vote(passages, late):
    assert figures(passages).late == late


@pytest.mark.parametrize("opens", ["", "2020-03-13"])
def test_that_nobody_is_late_when_the_hour_is_not_known(opens):
    assert figures((a_passage(1, "09:00"),), opens).late is None


def test_that_an_empty_register_has_no_delegations():
    found = figures(people=())
    assert (found.delegations, found.base.base, found.guests) == ((), 0, 0)
