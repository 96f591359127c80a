"""Profiles of candidates: who of the register each is, automatic, by hand, and what is refused."""

from __future__ import annotations

from dataclasses import replace

import pytest
from congress_files import a_setup, code_of, dump, granted

from congress_desk.actions.elections.lists import freeze_list
from congress_desk.actions.elections.profiles import MOST, clear_profile, set_profile
from congress_desk.domain.elections.election import Candidate, Election
from congress_desk.domain.people.person import Person, Status
from congress_desk.new_congress import new_congress
from congress_desk.queries.elections.candidate_people import candidate_people
from congress_desk.queries.elections.lists import elections
from congress_desk.queries.elections.profiles import candidate_links

A = "Thư ký"
REGISTER = (
    Person(code="1", name="Ngô An", born="1970-02-03", ethnic="Hoa", hometown="Huế"),
    Person(code="2", name="Lê Bình", born="1986-06-07", degree="Đại học"),
    Person(code="3", name="Lê Bình", born="1990", degree="Thạc sĩ"),
    Person(code="4", name="Vũ Hoà", born="1980", status=Status.PRESENT),
)
LISTED = (
    Candidate(name="Ngô An", born="1970"),
    Candidate(name="Lê Bình"),
    Candidate(name="Lê Bình", born="1990-04-05"),
    Candidate(name="Vũ Hòa", born="1981"),
)
OWN = Person(code="", name="", ethnic="Tày", joined="2001", incumbent="re_elected")


@pytest.fixture
def file(tmp_path):
    held = Election(code="BCH", title="Bầu BCH", seats=3, candidates=LISTED)
    setup = replace(a_setup(held), people=REGISTER)
    made = granted(new_congress(tmp_path / "dh.congress", setup, actor=A))
    yield made
    made.close()


def listed(file):
    return elections(file)[0]


def known(file):
    return candidate_people(file, listed(file).id)


def links(file):
    return candidate_links(file, listed(file).id)


def test_that_a_candidate_is_linked_by_itself_only_when_one_person_can_be_meant(file):
    found = links(file)

    assert [link.linked.id if link.linked else 0 for link in found] == [1, 0, 3, 0]
    assert [link.ambiguous for link in found] == [False, True, True, False]
    assert [len(link.namesakes) for link in found] == [1, 2, 2, 1]
    assert [len(link.on_list) for link in found] == [0, 1, 1, 0]
    assert [person.id for person in known(file)] == [1, 0, 3, 0]
    assert (known(file)[0].ethnic, known(file)[0].born) == ("Hoa", "1970-02-03")


def test_that_a_link_by_hand_goes_before_and_its_own_fields_before_the_register(file):
    candidate = listed(file).candidates[1]

    granted(set_profile(file, candidate.id, person_id=2, profile=OWN, actor=A))

    person, link = known(file)[1], links(file)[1]
    assert (person.id, person.born, person.degree) == (2, "1986-06-07", "Đại học")
    assert (person.ethnic, person.joined, person.incumbent) == ("Tày", "2001", "re_elected")
    assert (link.by_hand, link.own.ethnic) == (True, "Tày")


def test_that_nobody_may_be_chosen_and_then_the_register_tells_nothing(file):
    candidate = listed(file).candidates[0]

    granted(set_profile(file, candidate.id, person_id=None, profile=OWN, actor=A))

    assert (known(file)[0].id, known(file)[0].hometown, known(file)[0].ethnic) == (0, "", "Tày")


def test_that_a_profile_taken_out_lets_the_register_tell_again(file):
    candidate = listed(file).candidates[0]
    granted(set_profile(file, candidate.id, person_id=None, profile=OWN, actor=A))

    granted(clear_profile(file, candidate.id, actor=A))

    assert (known(file)[0].id, known(file)[0].ethnic) == (1, "Hoa")
    before = dump(file)
    granted(clear_profile(file, candidate.id, actor=A))
    assert dump(file) == before


def test_that_a_fixed_list_still_takes_profiles_and_the_same_again_writes_nothing(file):
    granted(freeze_list(file, listed(file).id, reason="đại hội quyết định", actor=A))
    candidate = listed(file).candidates[1]
    granted(set_profile(file, candidate.id, person_id=2, profile=OWN, actor=A))
    before = dump(file)

    granted(set_profile(file, candidate.id, person_id=2, profile=OWN, actor=A))

    assert dump(file) == before


@pytest.mark.parametrize(
    ("candidate", "person", "profile", "code"),
    [
        (99, None, OWN, "profile_candidate_gone"),
        (0, 77, OWN, "person_unknown"),
        (0, 1, replace(OWN, hometown="x" * (MOST + 1)), "profile_too_long"),
    ],
)
def test_that_what_cannot_be_is_refused_and_changes_nothing(file, candidate, person, profile, code):
    before = dump(file)
    wanted = candidate or listed(file).candidates[0].id

    refused = set_profile(file, wanted, person_id=person, profile=profile, actor=A)

    assert code_of(refused) == code
    assert dump(file) == before


def test_that_clearing_the_profile_of_nobody_is_refused(file):
    assert code_of(clear_profile(file, 99, actor=A)) == "profile_candidate_gone"
