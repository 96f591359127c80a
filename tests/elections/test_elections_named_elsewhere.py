"""Elections and names that something else in the file rests on: refused with a reason, no crash."""

from __future__ import annotations

import pytest
from congress_files import a_congress, an_election, code_of, granted
from decision_acts import PAPER
from elections_after_round import A, decide, elected_names, hold, of

from congress_desk.actions.agenda.items import add_item
from congress_desk.actions.duties.members import add_member
from congress_desk.actions.elections.ballot_prints import record_ballot_print
from congress_desk.actions.elections.decisions import take_back_decision
from congress_desk.actions.elections.lists import edit_election, remove_candidate, remove_election
from congress_desk.actions.elections.superior import appoint
from congress_desk.actions.nomination.later_names import add_later_name
from congress_desk.domain.agenda.item import AgendaItem
from congress_desk.domain.decisions.decision import DecisionKind
from congress_desk.domain.elections.election import Candidate
from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.queries.elections.ballot_prints import ballots_to_print
from congress_desk.queries.elections.course import election_course


@pytest.fixture
def file(tmp_path):
    file = a_congress(tmp_path, an_election("BCH", 5, 4), an_election("BT", 2, 1), people=20)
    yield file
    assert file.check() == []
    file.close()


def printed(file, election_id):
    digest = ballots_to_print(file, election_id).listed.digest
    run = {"digest": digest, "layout": "A5", "on_sheet": 1, "needed": 20, "copies": 25}
    granted(record_ballot_print(file, election_id, **run, actor=A))


def appointed(file, election_id, *names):
    return granted(appoint(file, election_id, names, **PAPER, actor=A))


def stands_among(file, election_id):
    found = of(file, "BT")
    granted(
        edit_election(file, found.id, title=found.title, seats=1, among_id=election_id, actor=A)
    )


def has_a_board(file, election_id):
    duty = Duty(organ=Organ.COUNTING_BOARD, name="Mai Ban", election_id=election_id)
    granted(add_member(file, duty, actor=A))


NAMED = {
    "printed": printed,
    "appointed": lambda f, e: appointed(f, e, "Ngô An"),
    "stands_among": stands_among,
    "has_a_board": has_a_board,
    "on_the_programme": lambda f, e: granted(
        add_item(f, AgendaItem(content="Bầu", election_id=e), actor=A)
    ),
}


@pytest.mark.parametrize("name", NAMED)
def test_that_an_election_the_file_tells_of_is_not_removed(file, name):
    found = of(file, "BCH").id
    NAMED[name](file, found)
    assert code_of(remove_election(file, found, actor=A)) == "election_in_use"


def test_that_whoever_was_appointed_is_taken_off_the_list_and_keeps_the_post(file):
    found = of(file, "BCH")
    appointed(file, found.id, "Ngô An")
    granted(remove_candidate(file, found.candidates[0].id, actor=A))
    assert elected_names(file, "BCH") == ["Ngô An"]


def test_that_nobody_is_appointed_to_two_posts_of_one_election(file):
    found = of(file, "BCH").id
    appointed(file, found, "Ngô An", "Mai Văn Ngoài")
    assert code_of(appoint(file, found, ["NGÔ  An"], **PAPER, actor=A)) == "appointed_has_post"
    appointed(file, found, "Vũ Ê")
    assert len(elected_names(file, "BCH")) == 3


def test_that_the_posts_of_an_election_stay_while_an_appointment_stands(file):
    found = of(file, "BCH")
    decided = appointed(file, found.id, "Ngô An", "Mai Văn Ngoài")

    def fewer():
        return edit_election(file, found.id, title=found.title, seats=1, actor=A)

    assert code_of(fewer()) == "election_appointed"
    granted(take_back_decision(file, decided.id, reason="nhầm", actor=A))
    granted(fewer())
    assert election_course(file, found.id).seats == 1


def test_that_a_counter_is_no_new_name_of_a_later_round(file):
    hold(file, "BCH", [20, 18, 15, 9, 8], 20)
    decided = decide(file, "BCH", DecisionKind.NEW_NAMES, people=20)
    counter = Candidate(name="Đỗ Văn Trưởng")
    assert code_of(add_later_name(file, decided.id, counter, actor=A)) == "candidate_is_counter"


def test_that_what_is_said_of_a_new_name_has_a_bound(file):
    hold(file, "BCH", [20, 18, 15, 9, 8], 20)
    decided = decide(file, "BCH", DecisionKind.NEW_NAMES, people=20)
    long = Candidate(name="Lê Văn Mới", role="a" * 501)
    assert code_of(add_later_name(file, decided.id, long, actor=A)) == "text_too_long"
