"""The figures of the door: late, guests, and every delegation adding up to D."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import a_person, base_rule
from hypothesis import given
from hypothesis import strategies as st

from congress_desk.domain.congress import Congress, CongressDetails, CongressState
from congress_desk.domain.people.attendance import attendance
from congress_desk.domain.people.person import CongressKind, PersonKind, Status
from congress_desk.domain.people.register import Direction, Passage
from congress_desk.imports.rule_sets import load_rule_set
from congress_desk.ui.desks.checkin.door_state import Hall

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


def a_congress_of(details: CongressDetails) -> Congress:
    rules = load_rule_set("dang-190-2024")
    return Congress(uid="u", details=details, state=CongressState.IN_SESSION, rules=rules)


def figures(passages=(), opens=OPENS, people=PEOPLE):
    return attendance(people, base_rule(CongressKind.DELEGATES), passages=passages, opens=opens)


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


@pytest.mark.parametrize("opens", [OPENS, ""])
@given(steps=st.lists(st.tuples(st.integers(0, 7), st.integers(0, 59)), max_size=25))
def test_that_figures_kept_up_scan_by_scan_are_those_worked_out_anew(opens, steps):
    details = CongressDetails(name="ĐH", starts=opens)
    hall = Hall(a_congress_of(details), PEOPLE, (), ())
    hall.attendance()
    passed: list[Passage] = []
    for number, (place, minute) in enumerate(steps, start=1):
        person = hall.people[place]
        if person.status not in (Status.PRESENT, Status.ABSENT):
            continue
        mine = [p for p in passed if p.person_id == person.id and not p.undone]
        if minute % 5 == 0 and mine:
            passage = replace(mine[-1], undone=True)
            status = mine[-1].before
        else:
            way = Direction.OUT if person.status is Status.PRESENT else Direction.IN
            passage = replace(a_passage(person.id, f"07:{minute:02}", way), id=number)
            passage = replace(passage, before=person.status)
            status = Status.ABSENT if way is Direction.OUT else Status.PRESENT
        passed = [p for p in passed if p.id != passage.id] + [passage]
        passed.sort(key=lambda p: p.id)
        hall.take(passage, replace(person, status=status))
        assert hall.attendance() == figures(passed, opens, hall.people)
        assert hall.newest(3) == passed[:-4:-1]
        assert hall.last_passage(person.id) == next(
            (p for p in reversed(passed) if p.person_id == person.id and not p.undone), None
        )
