"""Who leads a delegation: one head, any number of deputies, each change in the journal."""

from __future__ import annotations

from dataclasses import replace

import pytest
from congress_files import code_of, granted
from journal_lines import journal
from people_bench import a_register

from congress_desk.actions.people.delegations import set_delegation_role
from congress_desk.actions.people.register import (
    add_person,
    edit_people,
    edit_person,
    import_register,
)
from congress_desk.domain.people.person import Person
from congress_desk.domain.people.register_changes import RegisterChanges
from congress_desk.queries.people import register

ACTOR = "Thư ký"


@pytest.fixture
def file(tmp_path):
    found = a_register(tmp_path)
    yield found
    found.close()


def roles(file) -> dict[str, str]:
    return {p.code: p.delegation_role for p in register(file) if p.delegation_role}


def test_that_a_delegation_has_one_head_and_any_deputies(file):
    for number, role in ((5, "head"), (6, "deputy"), (7, "deputy"), (6, "head")):
        granted(set_delegation_role(file, number, role, actor=ACTOR))
    assert roles(file) == {"DB-06": "head", "DK-01": "deputy"}


def test_that_heads_of_other_delegations_stay(file):
    granted(set_delegation_role(file, 1, "head", actor=ACTOR))
    granted(set_delegation_role(file, 2, "head", actor=ACTOR))
    assert roles(file) == {"DB-01": "head", "DB-02": "head"}


def test_that_a_role_ends(file):
    granted(set_delegation_role(file, 1, "head", actor=ACTOR))
    granted(set_delegation_role(file, 1, "", actor=ACTOR))
    assert roles(file) == {}
    last = journal(file)[-1].summary
    assert last == "Nguyễn Thị Đào: thôi làm trưởng, phó đoàn"


def test_that_the_same_role_again_writes_nothing(file):
    granted(set_delegation_role(file, 1, "head", actor=ACTOR))
    before = len(journal(file))
    granted(set_delegation_role(file, 1, "head", actor=ACTOR))
    assert len(journal(file)) == before


@pytest.mark.parametrize(
    ("number", "code"), [(99, "person_unknown"), (8, "delegation_role_without_delegation")]
)
def test_that_nobody_leads_what_is_not_there(file, number, code):
    assert code_of(set_delegation_role(file, number, "head", actor=ACTOR)) == code
    assert roles(file) == {}


def person(file, number: int, **changes):
    return replace(register(file)[number - 1], **changes)


def test_that_whoever_is_made_head_on_the_card_takes_the_role_over(file):
    granted(set_delegation_role(file, 5, "head", actor=ACTOR))
    granted(edit_person(file, person(file, 6, delegation_role="head"), actor=ACTOR))
    assert roles(file) == {"DB-06": "head"}


def test_that_no_delegation_gets_two_heads(file):
    two = "delegation_two_heads"
    both = edit_people(file, [5, 6], {"delegation_role": "head"}, actor=ACTOR)
    assert (code_of(both), roles(file)) == (two, {})
    for number in (1, 5):
        granted(set_delegation_role(file, number, "head", actor=ACTOR))
    school = person(file, 5).delegation
    moved = person(file, 1, delegation=school)
    added = Person(code="", name="Mới", delegation=school, delegation_role="head")
    listed = RegisterChanges(new=(replace(added, code="M1"),))
    for refused in (
        edit_person(file, moved, actor=ACTOR),
        edit_people(file, [1], {"delegation": school}, actor=ACTOR),
        edit_people(file, [6], {"delegation_role": "head"}, actor=ACTOR),
        add_person(file, added, actor=ACTOR),
        import_register(file, listed, source="ds.xlsx", actor=ACTOR),
    ):
        assert code_of(refused) == two
    assert roles(file) == {"DB-01": "head", "DB-05": "head"}


def test_that_a_role_is_given_in_a_delegation_alone(file):
    code = "delegation_role_without_delegation"
    made = edit_person(file, person(file, 8, delegation_role="deputy"), actor=ACTOR)
    assert code_of(made) == code
    granted(set_delegation_role(file, 1, "head", actor=ACTOR))
    assert code_of(edit_people(file, [1], {"delegation": ""}, actor=ACTOR)) == code
