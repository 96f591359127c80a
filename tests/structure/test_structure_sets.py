"""The sets whose structure is shown, the day of ages, and the targets of a congress."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from congress_files import a_declared_round, a_setup, an_election, granted

from congress_desk.actions.congress_settings import set_congress_setting
from congress_desk.domain.people.person import Person, PersonKind, Status
from congress_desk.domain.structure.target_text import targets_text
from congress_desk.domain.structure.targets import Measure, Standing, Target, Targets
from congress_desk.new_congress import new_congress
from congress_desk.queries.elections.lists import elections, rounds
from congress_desk.queries.structure import (
    DAY_KEY,
    TARGETS_KEY,
    PeopleSet,
    SetKind,
    panel_view,
    people_of,
    people_sets,
    structure_day,
    structure_targets,
    structure_view,
)

A = "Thư ký"
REGISTER = (
    Person(code="1", name="Ngô An", born="1995", gender="nữ", status=Status.PRESENT),
    Person(code="2", name="Lê Bình", born="1970", kind=PersonKind.EX_OFFICIO),
    Person(code="3", name="Trần Chi", kind=PersonKind.ALTERNATE, status=Status.PRESENT),
    Person(code="4", name="Vũ Dân", kind=PersonKind.GUEST, status=Status.PRESENT),
)


@pytest.fixture
def file(tmp_path):
    setup = a_setup(an_election("BCH"))
    details = replace(setup.details, starts="2025-06-05T07:30")
    made = granted(
        new_congress(
            tmp_path / "dh.congress", replace(setup, details=details, people=REGISTER), actor=A
        )
    )
    yield made
    made.close()


@pytest.mark.parametrize(
    ("kind", "numbers"),
    [
        (SetKind.VOTERS, [1, 2]),
        (SetKind.PRESENT, [1]),
        (SetKind.ALTERNATES, [3]),
        (SetKind.GUESTS, [4]),
        (SetKind.EVERYBODY, [1, 2, 3, 4]),
    ],
)
def test_that_each_part_of_the_register_is_a_set(file, kind, numbers):
    assert [person.id for person in people_of(file, PeopleSet(kind=kind))] == numbers


def test_that_lists_and_declared_rounds_are_sets_too(file):
    found = a_declared_round(file)
    held = elections(file)[0]

    kinds = [named.set.kind for named in people_sets(file)]
    elected = people_sets(file)[-1]

    assert kinds[-2:] == [SetKind.LIST, SetKind.ELECTED]
    assert (elected.code, elected.round) == ("BCH", 1)
    assert elected.set == PeopleSet(
        kind=SetKind.ELECTED, election_id=held.id, round_id=rounds(file, held.id)[0].id
    )
    assert found.candidates[0].name in {p.name for p in people_of(file, elected.set)}
    assert len(people_of(file, elected.set)) == 3
    listed = people_of(file, PeopleSet(kind=SetKind.LIST, election_id=held.id))
    assert [p.name for p in listed] == [c.name for c in held.candidates]


def test_that_a_list_tells_its_exact_surplus_and_is_judged_by_the_rules(file):
    view = structure_view(file, PeopleSet(kind=SetKind.LIST, election_id=elections(file)[0].id))

    assert view.surplus is not None
    assert (view.surplus.number, view.surplus.percent) == (1, "33.33")
    assert view.judgements[0].measure is Measure.SURPLUS
    assert view.judgements[0].standing is Standing.MET


def test_that_ages_are_counted_on_the_first_day_until_another_is_chosen(file):
    assert structure_day(file) == "2025-06-05"
    assert structure_view(file, PeopleSet()).structure.under_35.number == 1

    granted(set_congress_setting(file, DAY_KEY, "2035-06-05", actor=A))

    assert structure_view(file, PeopleSet()).structure.under_35.number == 0
    assert panel_view(file, PeopleSet()).first_day == "2025-06-05"


def test_that_a_congress_has_the_targets_of_its_rules_until_it_sets_its_own(file):
    assert structure_targets(file).target(Measure.WOMEN) == Target(Fraction(15, 100))
    own = Targets(young_under=40, of={Measure.WOMEN: Target(Fraction(2, 3))})

    granted(set_congress_setting(file, TARGETS_KEY, targets_text(own), actor=A))

    assert structure_targets(file).young_under == 40
    standings = {j.measure: j.standing for j in structure_view(file, PeopleSet()).judgements}
    assert standings == {Measure.WOMEN: Standing.NOT_KNOWN}


def test_that_a_set_that_is_gone_becomes_that_of_the_voters(file):
    gone = PeopleSet(kind=SetKind.LIST, election_id=99)

    assert panel_view(file, gone).view.set == PeopleSet()
