"""Votes on the way to the ballot: the number sets the seats, a withdrawal takes a name off."""

from __future__ import annotations

from dataclasses import replace

import pytest
from congress_files import a_congress, a_round, code_of, granted
from nomination_acts import (
    ACTOR,
    ALL_SIX,
    TWO_OF_SIX,
    a_way_to_the_ballot,
    bch,
    name_of,
    number_of,
)

from congress_desk.actions.elections.lists import edit_candidate
from congress_desk.actions.motions import add_motions, change_vote, record_vote, repeat_motion
from congress_desk.actions.nomination.votes import (
    Vote,
    ask_withdrawal,
    vote_board,
    vote_list,
    vote_number,
)
from congress_desk.domain.motions import Hands, MotionKind, MotionOutcome, MotionState
from congress_desk.domain.nomination.nominee import NomineeState, WithdrawalState
from congress_desk.domain.nomination.steps import Stop, StopState
from congress_desk.queries.motions import motions, motions_view
from congress_desk.queries.nomination import (
    board_vote,
    list_was_voted,
    nomination_facts,
    nomination_view,
)


@pytest.fixture
def file(tmp_path):
    file = a_way_to_the_ballot(tmp_path)
    yield file
    file.close()


def number_carried(file):
    found = nomination_facts(file, 1).number
    return found is not None and found.motion.outcome is MotionOutcome.CARRIED


def test_that_a_carried_number_sets_the_seats_and_one_voted_down_does_not(file):
    down = vote_number(file, 1, seats=4, vote=TWO_OF_SIX, actor=ACTOR)
    assert granted(down).outcome is MotionOutcome.NOT_CARRIED
    assert bch(file).seats == 3
    assert not number_carried(file)
    done = granted(vote_number(file, 1, seats=2, structure="nữ 1", vote=ALL_SIX, actor=ACTOR))
    assert bch(file).seats == 2
    assert number_carried(file)
    assert "nữ 1" in done.matter


def test_that_a_number_voted_on_the_desk_of_motions_sets_the_seats_too(file):
    waiting = granted(vote_number(file, 1, seats=2, actor=ACTOR))
    assert waiting.state is MotionState.OPEN
    assert bch(file).seats == 3
    assert code_of(vote_number(file, 1, seats=2, actor=ACTOR)) == "vote_waits"
    granted(record_vote(file, waiting.id, Hands(in_favour=5), actor=ACTOR))
    assert bch(file).seats == 2


def test_that_hands_corrected_to_too_few_take_the_seats_back(file):
    done = granted(vote_number(file, 1, seats=2, vote=ALL_SIX, actor=ACTOR))
    hands = {"announced_by": "", "reason": "đếm nhầm", "actor": ACTOR}
    granted(change_vote(file, done.id, Hands(in_favour=3, against=3), **hands))
    assert bch(file).seats == 3
    granted(change_vote(file, done.id, Hands(in_favour=4, against=2), **hands))
    assert bch(file).seats == 2


def test_that_the_last_vote_of_a_matter_counts(file):
    first = granted(vote_number(file, 1, seats=2, vote=ALL_SIX, actor=ACTOR))
    again = granted(repeat_motion(file, first.id, reason="đếm lại", actor=ACTOR))
    granted(record_vote(file, again.id, Hands(in_favour=1), actor=ACTOR))
    assert bch(file).seats == 3
    assert not number_carried(file)


def test_that_seats_stay_once_ballots_were_cast(file):
    waiting = granted(vote_number(file, 1, seats=2, actor=ACTOR))
    a_round(file)
    granted(record_vote(file, waiting.id, Hands(in_favour=6), actor=ACTOR))
    assert bch(file).seats == 3
    assert code_of(vote_number(file, 1, seats=2, actor=ACTOR)) == "election_has_rounds"


@pytest.mark.parametrize("seats", [0, 501])
def test_that_a_number_that_cannot_be_is_refused(file, seats):
    assert code_of(vote_number(file, 1, seats=seats, actor=ACTOR)) == "election_seats_wrong"


def test_that_the_congress_decides_on_a_withdrawal(file):
    number, name = bch(file).candidates[1].id, bch(file).candidates[1].name
    assert code_of(ask_withdrawal(file, number, reason="", actor=ACTOR)) == "reason_missing"
    granted(ask_withdrawal(file, number, reason="sức khỏe", vote=TWO_OF_SIX, actor=ACTOR))
    assert name_of(file, name).withdrawal.state is WithdrawalState.REFUSED
    assert len(bch(file).candidates) == 4
    done = granted(ask_withdrawal(file, number, reason="sức khỏe", vote=ALL_SIX, actor=ACTOR))
    assert done.kind is MotionKind.WITHDRAWAL
    assert name in done.matter
    assert name_of(file, name).state is NomineeState.WITHDRAWN
    assert len(bch(file).candidates) == 3
    again = ask_withdrawal(file, number, reason="lại", actor=ACTOR)
    assert code_of(again) == "nominee_withdrawn"


def test_that_a_withdrawal_corrected_to_refused_brings_the_name_back_last(file):
    first = bch(file).candidates[0]
    done = granted(ask_withdrawal(file, first.id, reason="sức khỏe", vote=ALL_SIX, actor=ACTOR))
    hands = {"announced_by": "", "reason": "đếm nhầm", "actor": ACTOR}
    granted(change_vote(file, done.id, Hands(in_favour=1), **hands))
    assert bch(file).candidates[-1] == first
    granted(change_vote(file, done.id, Hands(in_favour=2), **hands))
    assert [c.id for c in bch(file).candidates].count(first.id) == 1


def test_that_a_proposed_name_withdraws_and_comes_onto_no_list(file):
    number = number_of(file, "Tự Cử")
    granted(ask_withdrawal(file, number, reason="rút", vote=ALL_SIX, actor=ACTOR))
    assert name_of(file, "Tự Cử").state is NomineeState.WITHDRAWN
    assert len(bch(file).candidates) == 4


def test_that_the_list_is_voted_once_and_again_after_a_change(file):
    waiting = granted(vote_list(file, 1, actor=ACTOR))
    assert code_of(vote_list(file, 1, actor=ACTOR)) == "vote_waits"
    done = granted(vote_list(file, 1, vote=ALL_SIX, actor=ACTOR))
    assert done.id == waiting.id
    assert list_was_voted(file, 1)
    assert code_of(vote_list(file, 1, vote=ALL_SIX, actor=ACTOR)) == "vote_carried"
    number = bch(file).candidates[0].id
    granted(ask_withdrawal(file, number, reason="sức khỏe", vote=ALL_SIX, actor=ACTOR))
    granted(vote_list(file, 1, vote=ALL_SIX, actor=ACTOR))
    assert len([m for m in motions(file) if m.kind is MotionKind.NUMBER_AND_LIST]) == 2


def test_that_a_list_changed_after_its_vote_is_voted_on_again(file):
    granted(vote_list(file, 1, vote=ALL_SIX, actor=ACTOR))
    first = bch(file).candidates[0]
    granted(edit_candidate(file, replace(first, name="Ngô Ân"), actor=ACTOR))
    found = next(s for s in nomination_view(file, 1).steps if s.stop is Stop.LIST)
    assert (found.code, found.state) == ("list_changed", StopState.MISSING)
    granted(vote_list(file, 1, vote=ALL_SIX, actor=ACTOR))
    found = next(s for s in nomination_view(file, 1).steps if s.stop is Stop.LIST)
    assert found.state is StopState.DONE


def test_that_a_motion_prepared_among_the_usual_ones_is_taken(file):
    granted(add_motions(file, motions_view(file).missing_templates(), actor=ACTOR))
    count = len(motions(file))
    granted(vote_list(file, 1, vote=ALL_SIX, actor=ACTOR))
    granted(vote_board(file, 1, vote=ALL_SIX, actor=ACTOR))
    assert len(motions(file)) == count
    assert list_was_voted(file, 1)
    assert board_vote(file, 1).outcome is MotionOutcome.CARRIED


def test_that_hands_and_base_that_cannot_be_are_refused_with_nothing_written(file):
    before = len(file.journal_lines())
    many = Vote(hands=Hands(in_favour=7))
    assert code_of(vote_list(file, 1, vote=many, actor=ACTOR)) == "motion_too_many_hands"
    assert code_of(vote_board(file, 1, vote=many, actor=ACTOR)) == "motion_too_many_hands"
    wrong = Vote(hands=Hands(in_favour=1), by_hand=(3, 4))
    assert code_of(vote_number(file, 1, seats=2, vote=wrong, actor=ACTOR)) == "motion_present_wrong"
    assert len(file.journal_lines()) == before


def test_that_a_congress_without_a_register_votes_with_numbers_typed_by_hand(tmp_path):
    file = a_congress(tmp_path, people=0)
    nobody = vote_number(file, 1, seats=2, vote=ALL_SIX, actor=ACTOR)
    assert code_of(nobody) == "motion_base_unknown"
    typed = Vote(hands=Hands(in_favour=7), by_hand=(9, 8))
    done = granted(vote_number(file, 1, seats=2, vote=typed, actor=ACTOR))
    assert (done.base, done.present, done.needed) == (9, 8, 5)
    file.close()
