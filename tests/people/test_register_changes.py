"""A list against the register: who is new, changed, the same, kept apart, or not to be told."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress_desk.domain.people.person import Person, PersonKind, Status
from congress_desk.domain.people.register_changes import Outcome, RegisterChanges, compare_register
from congress_desk.domain.people.register_matching import RegisterLine

FIELDS = frozenset({"code", "born", "delegation", "gender", "status", "kind", "note"})


def known(number, name="Lê Văn An", **fields):
    return Person(id=number, code=fields.pop("code", f"D{number:03d}"), name=name, **fields)


def line(row, name="Lê Văn An", **fields):
    """Return a line of a list with these columns; None is a blank cell."""
    given = {key: value for key, value in fields.items() if value is not None}
    return RegisterLine(
        row=row,
        person=Person(**{"code": "", "name": name, **given}),
        given=frozenset(given) | {"name"},
        blank=frozenset(fields) - given.keys(),
    )


def compared(existing, lines, attendance=True) -> RegisterChanges:
    return compare_register(existing, lines, attendance=attendance)


def outcomes(changes):
    return [row.outcome.value for row in changes.rows]


def imported(existing, changes):
    """Return the register after an import, as the act writes it."""
    after = {change.after.id: change.after for change in changes.changed}
    kept = [after.get(person.id, person) for person in existing]
    first = max((person.id for person in existing), default=0) + 1
    return [*kept, *(replace(p, id=first + i) for i, p in enumerate(changes.new))]


def test_that_new_people_get_codes_that_nobody_has():
    existing = [known(1, code="D007", name="Trần Ba"), known(2, code="X", name="Trần Tư")]
    lines = [line(2), line(3, "Ngô Cư", code="D008"), line(4, "Ngô Du")]
    changes = compared(existing, lines)
    assert [p.code for p in changes.new] == ["D009", "D008", "D010"]
    assert [p.code for p in compared([], [line(2), line(3, "Ngô Cư")]).new] == ["D001", "D002"]
    assert [p.id for p in changes.missing] == [1, 2]


SAME_PERSON = {
    "code, name corrected": (known(1, code="A1"), line(2, "Lê Văn Ân", code="a1")),
    "code, birth corrected": (known(1, code="A1", born="1970"), line(2, code="A1", born="1971")),
    "name alone": (known(1), line(2)),
    "name in capitals": (known(1), line(2, "LÊ VĂN AN")),
    "tone put elsewhere": (known(1, "Lê Hòa"), line(2, "Lê Hoà")),
    "year and day": (known(1, born="1975"), line(2, born="1975-06-05")),
    "day and month": (known(1, born="1975-06-05"), line(2, born="1975-06")),
    "birth blank": (known(1, born="1975"), line(2, born=None)),
    "same unit": (known(1, delegation="Khu phố 1"), line(2, delegation="khu phố  1")),
    "another unit": (known(1, delegation="Khu phố 1"), line(2, delegation="Khu phố 2")),
    "new code, same birth": (known(1, born="1975"), line(2, code="B7", born="1975")),
}


@pytest.mark.parametrize("case", SAME_PERSON)
def test_that_a_line_finds_its_person(case):
    person, listed = SAME_PERSON[case]
    changes = compared([person], [listed])
    assert (changes.new, changes.problems, changes.missing) == ((), (), ())
    assert [row.person.id for row in changes.rows] == [1]


OTHER_PERSON = {
    "another birth": (known(1, born="1975"), line(2, born="1976")),
    "another day": (known(1, born="1975-06-05"), line(2, born="1975-06-06")),
    "a code of its own and nothing else": (known(1), line(2, code="B7")),
    "another name": (known(1), line(2, "Lê Văn Ân")),
}


@pytest.mark.parametrize("case", OTHER_PERSON)
def test_that_a_line_that_is_somebody_else_is_new(case):
    person, listed = OTHER_PERSON[case]
    changes = compared([person], [listed])
    assert outcomes(changes) == ["new"]
    assert changes.missing == (person,)
    namesakes = [note.code for note in changes.notes]
    assert namesakes == ([] if case == "another name" else ["register_namesake_known"])


def test_that_a_code_of_another_person_is_a_problem():
    changes = compared([known(1, "Trần Ba", code="A1", born="1980")], [line(2, code="A1")])
    assert [p.code for p in changes.problems] == ["register_code_of_another"]
    assert (changes.new, changes.changed, changes.missing) == ((), (), ())


TWICE = {
    "nothing but the name": ({}, {}),
    "year and day": ({"born": "1973"}, {"born": "1973-09-01"}),
    "one unit": ({"delegation": "KP 5", "born": "1973"}, {"delegation": "kp 5"}),
    "unit once": ({"delegation": "KP 5"}, {}),
    "one full birth, two units": (
        {"born": "1973-09-01", "delegation": "KP 5"}, {"born": "1973-09-01", "delegation": "KP 6"},
    ),
    "code once": ({"code": "A1"}, {}),
    "one code": ({"code": "A1"}, {"code": "A1"}),
}  # fmt: skip
APART = {
    "two births": ({"born": "1973"}, {"born": "1974"}),
    "two units": ({"delegation": "KP 5"}, {"delegation": "KP 6"}),
    "one year, two units": (
        {"born": "1973", "delegation": "KP 5"}, {"born": "1973", "delegation": "KP 6"},
    ),
    "two codes": ({"code": "A1", "born": "1973-09-01"}, {"code": "A2", "born": "1973-09-01"}),
}  # fmt: skip


@pytest.mark.parametrize("case", TWICE)
def test_that_the_same_person_twice_in_the_list_is_told_and_taken_once(case):
    first, second = TWICE[case]
    changes = compared([], [line(9, **first), line(95, **second)])
    assert outcomes(changes) == ["new", "problem"]
    (problem,) = changes.problems
    assert (problem.code, problem.params["first"]) == ("register_person_twice", 9)


@pytest.mark.parametrize("case", APART)
def test_that_two_people_of_one_name_are_kept_apart_and_told(case):
    first, second = APART[case]
    lines = [line(9, **first), line(95, **second)]
    changes = compared([], lines)
    assert outcomes(changes) == ["new", "new"]
    assert [n.code for n in changes.notes] == ["register_namesake_in_list"]
    again = compared(imported([], changes), lines)
    assert outcomes(again) == ["same", "same"]
    backwards = compared(imported([], changes), lines[::-1])
    assert outcomes(backwards) == ["same", "same"]


def test_that_one_code_for_two_people_is_a_problem():
    changes = compared([], [line(2, code="A1"), line(3, "Trần Ba", code="a1")])
    assert [p.code for p in changes.problems] == ["register_code_twice"]


def test_that_a_line_that_may_be_two_people_is_a_problem():
    existing = [known(1, delegation="KP 1"), known(2, delegation="KP 2")]
    changes = compared(existing, [line(2)])
    assert [p.code for p in changes.problems] == ["register_person_unclear"]
    assert changes.problems[0].params["codes"] == "D001, D002"
    assert changes.missing == ()


def test_that_the_delegation_breaks_a_tie():
    existing = [known(1, delegation="KP 1"), known(2, delegation="KP 2")]
    lines = [line(2, delegation="KP 3"), line(3, delegation="KP 2"), line(4, delegation="KP 1")]
    changes = compared(existing, lines)
    assert [(r.outcome.value, r.person.id) for r in changes.rows] == [
        ("new", 0), ("same", 2), ("same", 1),
    ]  # fmt: skip


def test_that_a_blank_never_erases():
    person = known(1, born="1975", note="bí thư", delegation="KP 1")
    changes = compared([person], [line(2, born=None, note=None)])
    assert changes.same == (person,)
    assert [(k.row, k.field) for k in changes.kept] == [(2, "born"), (2, "note")]


@pytest.mark.parametrize(
    ("before", "listed", "after"),
    [
        ("1975-06-05", "1975", "1975-06-05"),
        ("1975-06-05", "1975-06", "1975-06-05"),
        ("1975", "1975-06-05", "1975-06-05"),
        ("1975-06", "1975-06", "1975-06"),
        ("", "1975", "1975"),
    ],
)
def test_that_a_less_precise_date_does_not_take_away(before, listed, after):
    changes = compared([known(1, born=before)], [line(2, born=listed)])
    assert imported([known(1, born=before)], changes)[0].born == after
    assert bool(changes.changed) is (before != after)


def test_that_another_year_under_the_same_code_is_a_correction():
    changes = compared([known(1, born="1975-06-05")], [line(2, code="D001", born="1976")])
    (change,) = changes.changed
    assert (change.after.born, change.fields) == ("1976", ("born",))


def test_that_attendance_is_left_alone_when_the_doors_are_open():
    person = known(1, status=Status.PRESENT)
    lines = [line(2, status=Status.ABSENT, note="x"), line(3, "Ngô Cư", status=Status.PRESENT)]
    closed = compared([person], lines, attendance=False)
    assert closed.changed[0].fields == ("note",)
    assert closed.changed[0].after.status is Status.PRESENT
    assert compared([person], lines).changed[0].fields == ("note", "status")


def test_that_nobody_new_comes_in_as_present_when_the_doors_are_open():
    lines = [line(2, status=Status.PRESENT), line(3, "Ngô Cư", status=Status.SUSPENDED)]
    statuses = [p.status for p in compared([], lines, attendance=False).new]
    assert statuses == [Status.ABSENT, Status.SUSPENDED]
    assert compared([], lines).new[0].status is Status.PRESENT


def test_that_a_seat_taken_over_is_no_matter_of_lists():
    existing = [
        known(1, status=Status.REPLACED),
        known(2, "Ngô Cư", kind=PersonKind.ALTERNATE, status=Status.PRESENT, replaces=1),
    ]
    lines = [
        line(2, status=Status.PRESENT, kind=PersonKind.GUEST),
        line(3, "Ngô Cư", status=Status.SUSPENDED, kind=PersonKind.OFFICIAL),
    ]
    assert outcomes(compared(existing, lines)) == ["same", "same"]


def test_that_a_name_typed_in_capitals_again_is_no_change():
    assert outcomes(compared([known(1)], [line(2, "LÊ VĂN AN")])) == ["same"]
    assert outcomes(compared([known(1, "LÊ VĂN AN")], [line(2)])) == ["changed"]
    changes = compared([known(1, "Lê Hòa")], [line(2, "Lê Hoà", code="D001")])
    assert changes.changed[0].fields == ("name",)


def test_that_a_changed_person_tells_which_fields():
    changes = compared([known(1, born="1970")], [line(2, born="1970-01-02", gender="nữ")])
    before, after, fields = changes.changed[0]
    assert (before.id, after.id, fields) == (1, 1, ("born", "gender"))
    assert changes.rows[0].outcome is Outcome.CHANGED


def test_that_fields_no_list_gives_stay():
    person = known(1, group_id=3, has_photo=True, replaces=0, committee=True)
    changes = compared([person], [line(2, kind=PersonKind.EX_OFFICIO)])
    assert changes.changed[0].after == replace(person, kind=PersonKind.EX_OFFICIO)


NAMES = st.sampled_from(["Lê An", "Lê Ân", "LÊ AN", "Trần Hòa", "Trần Hoà", "Ngô Ba"])
BORN = st.sampled_from(["", "1975", "1975-06", "1975-06-05", "1975-06-06", "1980"])
UNITS = st.sampled_from(["", "KP 1", "KP 2"])
LISTS = st.lists(st.tuples(NAMES, BORN, UNITS), max_size=12)


def listed(rows):
    return [
        line(i, name, born=born or None, delegation=unit or None)
        for i, (name, born, unit) in enumerate(rows, start=2)
    ]


@given(LISTS, LISTS)
def test_that_importing_again_changes_nothing_more(first, second):
    register = imported([], compared([], listed(first)))
    changes = compared(register, listed(second))
    rows = [row.row for row in changes.rows]
    assert rows == [each.row for each in listed(second)]
    after = imported(register, changes)
    assert {p.id for p in after} >= {p.id for p in register}
    codes = [p.code for p in after]
    assert len(codes) == len(set(codes))
    again = compared(imported([], compared([], listed(first))), listed(first))
    assert (again.new, again.changed) == ((), ())


@given(LISTS)
def test_that_an_exported_register_comes_back_the_same(rows):
    register = imported([], compared([], listed(rows)))
    exported = [
        line(p.id, p.name, code=p.code, born=p.born or None, delegation=p.delegation or None)
        for p in register
    ]
    changes = compared(register, exported)
    assert changes.same == tuple(register)
    assert (changes.new, changes.changed, changes.problems, changes.missing) == ((), (), (), ())
