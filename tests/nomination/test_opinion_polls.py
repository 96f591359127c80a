"""The opinion poll: whom it asks about, when it is compulsory, and numbers that cannot be."""

from __future__ import annotations

from dataclasses import replace

import pytest
from congress_files import a_congress, code_of, granted
from nomination_acts import (
    ACTOR,
    BY_SELF,
    TEAM,
    a_way_to_the_ballot,
    bch,
    committee_election,
    counted,
    name_of,
    number_of,
    prepared,
    put,
)

from congress_desk.actions.nomination.names import put_on_list, record_support
from congress_desk.actions.nomination.polls import cancel_poll, count_poll, prepare_poll
from congress_desk.domain.elections.election import Candidate
from congress_desk.domain.nomination.nominee import Source
from congress_desk.domain.nomination.opinion_poll import (
    PollMember,
    PollReason,
    PollState,
)
from congress_desk.queries.nomination import nomination_facts, opinion_polls


@pytest.fixture
def file(tmp_path):
    file = a_way_to_the_ballot(tmp_path)
    yield file
    file.close()


def test_that_a_poll_has_a_paper_for_each_source_the_self_nominated_first(file):
    poll = granted(prepared(file))
    assert [paper.source for paper in poll.papers] == [Source.SELF, Source.DELEGATES]
    assert [person.name for person in poll.people] == ["Tô Tự Cử", "Đinh Được Cử"]
    assert [person.name for person in poll.of(Source.SELF)] == ["Tô Tự Cử"]
    assert poll.team == TEAM
    assert poll.state is PollState.PREPARED


def test_that_a_poll_asks_only_about_names_without_support(file):
    granted(record_support(file, number_of(file, "Tự Cử"), in_favour=3, of=6, actor=ACTOR))
    poll = granted(prepared(file))
    assert [person.name for person in poll.people] == ["Đinh Được Cử"]
    assert [paper.source for paper in poll.papers] == [Source.DELEGATES]


def test_that_a_committee_is_polled_by_190_whenever_somebody_is_outside_the_list(file):
    assert nomination_facts(file, bch(file).id).poll_reason is PollReason.COMPULSORY


def test_that_other_rules_ask_for_a_poll_only_above_the_surplus(tmp_path):
    file = a_congress(tmp_path, committee_election(names=6, seats=6), rule_set_id="dang-244-2014")
    put(file, Candidate(name="Tô Tự Cử"), BY_SELF)
    assert nomination_facts(file, 1).poll_reason is None
    put(file, Candidate(name="Tô Tự Do"), BY_SELF)
    assert nomination_facts(file, 1).poll_reason is PollReason.SURPLUS
    file.close()


def test_that_the_support_is_reckoned_of_those_taking_part_not_of_papers(file):
    granted(prepared(file, present=6))
    granted(counted(file, 2, 1, papers=(6, 3, 1)))
    found = name_of(file, "Tự Cử")
    assert (found.support.number, found.support.of, found.support.poll) == (2, 6, 1)
    granted(put_on_list(file, 1, [found.candidate.id], actor=ACTOR))
    one = name_of(file, "Được Cử").candidate.id
    assert code_of(put_on_list(file, 1, [one], actor=ACTOR)) == "nominee_support_short"


@pytest.mark.parametrize(
    ("agree", "papers", "refused"),
    [
        ((2, 1), (7, 6, 0), "poll_issued_above_present"),
        ((2, 1), (5, 6, 0), "poll_returned_above_issued"),
        ((2, 1), (6, 3, 4), "poll_invalid_above_returned"),
        ((7, 1), (6, 6, 0), "poll_answers_above_valid"),
        ((2, 1), (6, None, 0), "poll_numbers_missing"),
        ((2, 1), (-5, -6, 0), "poll_number_wrong"),
        ((2, 1), (6, 6, -1), "poll_number_wrong"),
        ((-1, 1), (6, 6, 0), "poll_number_wrong"),
    ],
)
def test_that_numbers_that_cannot_be_are_refused(file, agree, papers, refused):
    granted(prepared(file))
    if None in papers:
        poll = opinion_polls(file, 1)[-1]
        done = count_poll(file, poll.id, papers=poll.papers, people=poll.people, actor=ACTOR)
    elif refused == "poll_answers_above_valid":
        poll = opinion_polls(file, 1)[-1]
        done = count_poll(
            file,
            poll.id,
            papers=[replace(p, issued=6, returned=6, invalid=0) for p in poll.papers],
            people=[replace(p, agree=7, disagree=0) for p in poll.people],
            actor=ACTOR,
        )
    else:
        done = counted(file, *agree, papers=papers)
    assert code_of(done) == refused
    assert opinion_polls(file, 1)[-1].state is PollState.PREPARED


def test_that_a_count_can_be_put_right_and_the_journal_keeps_both(file):
    granted(prepared(file))
    granted(counted(file, 2, 1))
    granted(counted(file, 3, 1))
    assert name_of(file, "Tự Cử").support.number == 3
    acts = [line.act for line in file.journal_lines()]
    assert acts.count("count_poll") == 2


def test_that_a_second_poll_waits_for_the_first(file):
    poll = granted(prepared(file))
    assert code_of(prepared(file)) == "poll_waits"
    assert code_of(cancel_poll(file, poll.id, reason="", actor=ACTOR)) == "reason_missing"
    granted(cancel_poll(file, poll.id, reason="thu về nhiều hơn phát ra", actor=ACTOR))
    second = granted(prepared(file))
    assert second.number == 2
    assert code_of(cancel_poll(file, poll.id, reason="x", actor=ACTOR)) == "poll_cancelled"


def test_that_nobody_is_asked_about_without_a_name_outside_the_list(tmp_path):
    file = a_congress(tmp_path, committee_election())
    assert code_of(prepared(file)) == "poll_of_nobody"
    file.close()


@pytest.mark.parametrize(
    ("team", "refused"),
    [
        ((), "poll_team_missing"),
        ((PollMember(name=" "),), "poll_team_missing"),
        ((PollMember(name="Mai Văn Ghi"), PollMember(name="Mai  Văn Ghi")), "poll_team_twice"),
        ((PollMember(name="Tô Tự Cử"),), "poll_team_asked"),
    ],
)
def test_that_a_team_of_the_secretariat_counts_and_nobody_asked_about_is_of_it(file, team, refused):
    done = prepare_poll(file, 1, present=6, team=team, actor=ACTOR)
    assert code_of(done) == refused
    assert code_of(prepare_poll(file, 1, present=0, team=TEAM, actor=ACTOR)) == "poll_present_wrong"
