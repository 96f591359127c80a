"""The joint list of an election held in several rounds: out of declared results, or not at all."""

from __future__ import annotations

import pytest
from congress_files import a_congress, an_election, granted
from elections_after_round import decide, declare, enter_votes, hold, of, open_next
from hall_acts import ANNULLED, faults_of, pages_of, said

from congress_desk.actions.elections.superior import annul_round
from congress_desk.domain.decisions.decision import DecisionKind
from congress_desk.domain.hall.subject import Subject, SubjectKind
from congress_desk.queries.hall import all_elected, hall_choices, hall_content

BASE = {"convened": 10}


@pytest.fixture
def file(tmp_path):
    made = a_congress(tmp_path, an_election("BCH", 5, 3))
    yield made
    made.close()


def joint_of(file):
    return hall_content(file, Subject(kind=SubjectKind.ALL_ELECTED, record=of(file, "BCH").id))


def offered(file):
    return [c for c in hall_choices(file) if c.subject.kind is SubjectKind.ALL_ELECTED]


def test_that_the_elected_of_two_rounds_stand_on_one_list_with_their_round(file):
    first = hold(file, "BCH", (9, 8, 4, 3, 2), 10, **BASE)
    assert joint_of(file) is None and offered(file) == []
    decide(file, "BCH", DecisionKind.NEXT_ROUND, people=10)
    second = open_next(file, "BCH", 10, **BASE)
    enter_votes(file, second, (7, 2, 1)[: len(second.candidates)])
    assert joint_of(file) is None and offered(file) == []
    declare(file, second)
    (choice,) = offered(file)
    assert choice.about and not choice.waits
    content = joint_of(file)
    lines = content.parts[0].lines
    assert [line.lead for line in lines] == ["1", "2", "3"]
    assert [line.value for line in lines] == ["9", "8", "7"]
    assert [line.remark for line in lines] == ["lần thứ 1", "lần thứ 1", "lần thứ 2"]
    assert [line.share for line in lines] == ["90,00%", "80,00%", "70,00%"]
    laid = pages_of(content)
    assert said(laid.pages).startswith("Danh sách trúng cử")
    assert "3 / 3 đồng chí" in said(laid.pages) and not faults_of(laid.pages[0])
    assert set(content.together.results) == {first.round.id, second.id}


def test_that_the_joint_list_leaves_the_hall_when_one_of_its_results_is_annulled(file):
    hold(file, "BCH", (9, 8, 4, 3, 2), 10, **BASE)
    decide(file, "BCH", DecisionKind.NEXT_ROUND, people=10)
    second = hold(file, "BCH", (7, 2, 1), 10, **BASE)
    assert all_elected(file, of(file, "BCH").id) is not None
    granted(annul_round(file, second.round.id, **ANNULLED))
    assert joint_of(file) is None and offered(file) == []
