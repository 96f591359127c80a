"""The line of steps: what is missing, its article, and silence where nobody records any."""

from __future__ import annotations

from dataclasses import replace

import pytest
from congress_files import a_congress, an_election, granted
from nomination_acts import (
    ACTOR,
    ALL_SIX,
    BY_COMMITTEE,
    TWO_OF_SIX,
    a_way_to_the_ballot,
    bch,
    counted,
    number_of,
    prepared,
)

from congress_desk.actions.duties.board import replace_counter
from congress_desk.actions.duties.members import end_membership
from congress_desk.actions.elections.lists import freeze_list
from congress_desk.actions.motions import record_vote
from congress_desk.actions.nomination.names import leave_off, put_on_list, say_source
from congress_desk.actions.nomination.votes import (
    ask_withdrawal,
    vote_board,
    vote_list,
    vote_number,
)
from congress_desk.domain.nomination.steps import Stop, StopState, first_missing, first_undone
from congress_desk.queries.congress import duties
from congress_desk.queries.nomination import nomination_view
from congress_desk.storage.act import Act


@pytest.fixture
def file(tmp_path):
    file = a_way_to_the_ballot(tmp_path)
    yield file
    file.close()


def step(file, stop):
    return next(s for s in nomination_view(file, 1).steps if s.stop is stop)


def missing(file):
    found = first_missing(nomination_view(file, 1).steps)
    return found.code if found else ""


@pytest.mark.parametrize("rules", ["dang-190-2024", "doan-tncs", "generic"])
def test_that_a_plain_list_is_told_nothing_is_missing(tmp_path, rules):
    file = a_congress(tmp_path, an_election(), rule_set_id=rules)
    view = nomination_view(file, 1)
    assert not view.facts.recorded
    assert first_missing(view.steps) is None
    # Who asks for the steps is led to the first of them, and not told that all are done.
    begins = first_undone(view.steps, view.facts)
    assert begins is not None and begins.code == "number_not_voted"
    assert first_undone(view.steps, replace(view.facts, rounds_held=True)) is None
    assert {s.state for s in view.steps} <= {StopState.NOT_RECORDED, StopState.NOT_NEEDED}
    file.close()


def test_that_the_whole_way_of_a_committee_is_gone_step_by_step(file):
    assert missing(file) == "number_not_voted"
    granted(vote_number(file, 1, seats=3, vote=TWO_OF_SIX, actor=ACTOR))
    assert missing(file) == "number_voted_down"
    granted(vote_number(file, 1, seats=4, vote=ALL_SIX, actor=ACTOR))
    assert missing(file) == "committee_list_unknown"
    listed = [c.id for c in bch(file).candidates]
    granted(say_source(file, 1, listed, BY_COMMITTEE, actor=ACTOR))
    assert missing(file) == "poll_compulsory"
    assert step(file, Stop.NOMINATIONS).code == "nominations_to_poll"
    assert step(file, Stop.POLL).article == "khoản 4 Điều 17"
    granted(prepared(file))
    assert missing(file) == "poll_prepared"
    granted(counted(file, 5, 1))
    assert step(file, Stop.POLL).state is StopState.DONE
    assert missing(file) == "nominations_waiting"
    granted(put_on_list(file, 1, [number_of(file, "Tự Cử")], actor=ACTOR))
    granted(leave_off(file, number_of(file, "Được Cử"), reason="chưa quá 30%", actor=ACTOR))
    assert step(file, Stop.NOMINATIONS).state is StopState.DONE
    granted(ask_withdrawal(file, listed[0], reason="sức khỏe", actor=ACTOR))
    assert missing(file) == "withdrawals_waiting"
    waiting = next(n for n in nomination_view(file, 1).facts.nominees if n.withdrawal)
    granted(record_vote(file, waiting.withdrawal.motion.id, ALL_SIX.hands, actor=ACTOR))
    assert missing(file) == "list_no_surplus"  # 4 names for 4 seats: a committee wants more
    granted(vote_list(file, 1, vote=ALL_SIX, actor=ACTOR))
    assert missing(file) == "list_not_frozen"
    granted(freeze_list(file, 1, actor=ACTOR))
    assert missing(file) == "board_not_voted"
    granted(vote_board(file, 1, vote=ALL_SIX, actor=ACTOR))
    assert missing(file) == ""
    assert {s.state for s in nomination_view(file, 1).steps} == {StopState.DONE}


def test_that_any_step_can_be_entered_first(file):
    granted(freeze_list(file, 1, actor=ACTOR))
    granted(vote_board(file, 1, vote=ALL_SIX, actor=ACTOR))
    granted(vote_list(file, 1, vote=ALL_SIX, actor=ACTOR))
    states = {s.stop: s.state for s in nomination_view(file, 1).steps}
    for stop in (Stop.LIST, Stop.FROZEN, Stop.BOARD):
        assert states[stop] is StopState.DONE
    assert states[Stop.NUMBER] is StopState.MISSING


def test_that_the_number_of_delegates_is_given_and_not_asked_for(tmp_path):
    file = a_congress(tmp_path, an_election("DB"))
    view = nomination_view(file, 1)
    assert (view.steps[0].code, view.steps[0].state) == ("number_given", StopState.NOT_NEEDED)
    file.close()


def test_that_a_board_without_members_or_one_on_the_list_is_said(file):
    granted(end_membership(file, duties(file)[0].id, reason="ốm", actor=ACTOR))
    assert step(file, Stop.BOARD).code == "board_none"
    with file.act("as_imported", actor=ACTOR) as act:
        _insert_counter(act, bch(file).candidates[0].name)
    found = step(file, Stop.BOARD)
    assert (found.code, found.state, found.article) == (
        "board_on_list", StopState.MISSING, "Điều 8",
    )  # fmt: skip


def _insert_counter(act: Act, name: str) -> None:
    act.insert(
        "duty", place=9, organ="counting_board", name=name, title="", duty="", organ_name="",
        election_id=None, person_id=None, since="", until="", until_reason="",
    )  # fmt: skip


def test_that_a_counter_who_came_after_the_vote_is_voted_on(file):
    granted(vote_board(file, 1, vote=ALL_SIX, actor=ACTOR))
    assert step(file, Stop.BOARD).state is StopState.DONE
    granted(replace_counter(file, duties(file)[0].id, name="Lê Thay", reason="ốm", actor=ACTOR))
    found = step(file, Stop.BOARD)
    assert (found.code, found.params["names"]) == ("board_changed", "Lê Thay")
    granted(vote_board(file, 1, vote=ALL_SIX, actor=ACTOR))
    assert step(file, Stop.BOARD).state is StopState.DONE


def test_that_surplus_now_and_with_all_who_still_stand_are_exact(file):
    facts = nomination_view(file, 1).facts
    assert (facts.surplus.number, facts.surplus.percent) == (1, "33.33")
    assert (facts.prospect.number, facts.prospect.percent) == (3, "100.00")
    granted(ask_withdrawal(file, number_of(file, "Tự Cử"), reason="rút", vote=ALL_SIX, actor=ACTOR))
    assert nomination_view(file, 1).facts.prospect.number == 2
