"""What was decided after a round falls with its result; a recount that gives the same keeps it."""

from __future__ import annotations

import pytest
from congress_files import a_congress, an_election, code_of, granted
from decision_acts import PAPER, TWO
from elections_after_round import (
    A,
    decide,
    declare,
    elected_names,
    enter_votes,
    hold,
    of,
    of_paper,
    open_next,
)

from congress_desk.actions.elections.decisions import (
    propose_decision,
    record_lot,
    take_back_decision,
    vote_on_decision,
)
from congress_desk.actions.elections.lists import edit_election
from congress_desk.actions.elections.recount import open_recount
from congress_desk.actions.elections.rounds import cancel_round
from congress_desk.actions.elections.superior import annul_round
from congress_desk.actions.motions import cancel_motion, change_vote
from congress_desk.domain.decisions.decision import DecisionKind, DecisionOrgan
from congress_desk.domain.motions import Hands
from congress_desk.domain.rules.election_kind import ElectionKind
from congress_desk.queries.elections.course import election_course, what_may_follow
from congress_desk.queries.elections.next_round import next_round

OLDER = DecisionKind.OLDER
LOT, LOWER = DecisionKind.LOT, DecisionKind.LOWER_NUMBER


def committee(tmp_path, seats):
    return a_congress(tmp_path, an_election("BCH", 5, seats), people=20)


def course(file, code="BCH"):
    return election_course(file, of(file, code).id)


def annul(file, round_id):
    organ = DecisionOrgan.SUPERIOR
    return annul_round(file, round_id, organ=organ, reason="vi phạm", **PAPER, **TWO, actor=A)


def count_again(file, round_id, votes):
    found = granted(open_recount(file, round_id, reason="đề nghị", **TWO, actor=A))
    enter_votes(file, found, votes)
    return declare(file, found)


def tied_again(file):
    """Hold a vote with three tied for two seats, and tied again; return that vote."""
    hold(file, "BCH", [20, 13, 13, 13, 2], 21)
    return hold(file, "BCH", [12, 12, 12], 20)


def test_that_the_number_lowered_after_an_annulled_round_is_the_first_one_again(tmp_path):
    file = committee(tmp_path, 4)
    held = hold(file, "BCH", [20, 18, 15, 9, 8], 20)
    decide(file, "BCH", LOWER, people=20)
    assert course(file).seats == 3 and course(file).complete
    granted(annul(file, held.round.id))
    assert course(file).seats == 4 and not course(file).complete
    hold(file, "BCH", [20, 18, 15, 12, 8], 20)
    assert len(elected_names(file, "BCH")) == course(file).seats == 4
    file.close()


def test_that_posts_left_open_after_an_annulled_round_are_open_again(tmp_path):
    file = committee(tmp_path, 4)
    held = hold(file, "BCH", [20, 18, 15, 9, 8], 20)
    decide(file, "BCH", DecisionKind.LEAVE_OPEN, people=20)
    granted(annul(file, held.round.id))
    assert not course(file).complete and course(file).open_seats == 4
    file.close()


def test_that_a_recount_with_another_result_takes_the_lowered_number_away(tmp_path):
    file = committee(tmp_path, 4)
    held = hold(file, "BCH", [20, 18, 15, 9, 8], 20)
    decide(file, "BCH", LOWER, people=20)
    count_again(file, held.round.id, [20, 18, 15, 12, 8])
    assert len(elected_names(file, "BCH")) == course(file).seats == 4
    file.close()


@pytest.mark.parametrize("again", [[12, 12, 12], [13, 13, 13]])
def test_that_a_seat_by_lot_holds_where_a_recount_leaves_the_same_people_tied(tmp_path, again):
    file = committee(tmp_path, 3)
    held = tied_again(file)
    lot = decide(file, "BCH", LOT, people=20)
    taken = [c.id for c in held.round.candidates[:2]]
    granted(record_lot(file, lot.id, taken, drawn_by="Vũ Ê", **TWO, actor=A))
    before = elected_names(file, "BCH")
    told = count_again(file, held.round.id, again)
    assert elected_names(file, "BCH") == before and course(file).complete
    assert [seat.votes for seat in course(file).elected[1:]] == again[:2]
    assert "do Vũ Ê" in of_paper(file, "resolution")
    assert of_paper(file, "minutes", told.round.id).count("do Vũ Ê") == 1
    file.close()


def test_that_a_lot_is_drawn_only_among_those_it_was_decided_for(tmp_path):
    file = committee(tmp_path, 3)
    held = tied_again(file)
    lot = decide(file, "BCH", LOT, people=20)
    tied = [c.id for c in held.round.candidates]
    found = granted(open_recount(file, held.round.id, reason="đề nghị", **TWO, actor=A))
    drawn = record_lot(file, lot.id, tied[:2], drawn_by="Vũ Ê", **TWO, actor=A)
    assert code_of(drawn) == "round_still_open"
    enter_votes(file, found, [13, 12, 12])
    declare(file, found)
    drawn = record_lot(file, lot.id, tied[1:], drawn_by="Vũ Ê", **TWO, actor=A)
    assert code_of(drawn) == "lot_not_decided"
    assert next_round(file, of(file, "BCH").id).seats == course(file).open_seats == 1
    file.close()


def delegates(tmp_path):
    file = a_congress(tmp_path, an_election("DB", 6, 3), people=20)
    found, kind = of(file, "DB"), ElectionKind.DELEGATES
    granted(
        edit_election(file, found.id, title=found.title, seats=3, kind=kind, alternates=1, actor=A)
    )
    return file


def test_that_alternates_tied_and_left_open_end_the_election(tmp_path):
    file = delegates(tmp_path)
    hold(file, "DB", [20, 15, 12, 2, 2, 2], 20)
    decide(file, "DB", DecisionKind.VOTE_SEPARATELY, people=20)
    hold(file, "DB", [12, 12, 0], 24, convened=20)
    hold(file, "DB", [12, 12], 24, convened=20)
    decide(file, "DB", DecisionKind.LEAVE_OPEN, people=20)
    assert course(file, "DB").alternates_complete
    assert not what_may_follow(file, of(file, "DB").id).choices
    assert code_of(next_round(file, of(file, "DB").id)) == "election_complete"
    file.close()


def test_that_official_posts_left_open_stay_so_while_alternates_are_voted_on(tmp_path):
    file = delegates(tmp_path)
    hold(file, "DB", [20, 15, 3, 2, 2, 2], 20)
    decide(file, "DB", DecisionKind.NEXT_ROUND, people=20)
    hold(file, "DB", [5, 5, 5, 5], 20)
    decide(file, "DB", DecisionKind.LEAVE_OPEN, people=20)
    decide(file, "DB", DecisionKind.VOTE_SEPARATELY, people=20)
    found = open_next(file, "DB", 20)
    assert course(file, "DB").complete
    enter_votes(file, found, [14, 2, 2, 2])
    declare(file, found)
    after = course(file, "DB")
    assert after.complete and after.alternates_complete and len(after.alternates) == 1
    assert not what_may_follow(file, of(file, "DB").id).choices
    file.close()


def test_that_an_annulment_is_not_taken_back_once_there_was_a_new_vote(tmp_path):
    file = committee(tmp_path, 4)
    held = hold(file, "BCH", [20, 18, 15, 12, 8], 20)
    annulment = granted(annul(file, held.round.id))
    again = open_next(file, "BCH", 20)
    taken_back = take_back_decision(file, annulment.id, reason="nhầm", actor=A)
    assert code_of(taken_back) == "decision_settled"
    granted(cancel_round(file, again.id, reason="nhầm", actor=A))
    granted(take_back_decision(file, annulment.id, reason="nhầm", actor=A))
    assert len(elected_names(file, "BCH")) == 4 and course(file).complete
    file.close()


def test_that_a_lowered_number_stays_while_a_later_round_was_opened_for_the_rest(tmp_path):
    file = a_congress(tmp_path, an_election("BCH", 6, 5), people=20)
    hold(file, "BCH", [20, 18, 15, 5, 3, 2], 20)
    lowered = decide(file, "BCH", LOWER, people=20, seats=4)
    hold(file, "BCH", [14, 3, 3], 20)
    motion = lowered.motion.id
    taken_back = take_back_decision(file, lowered.id, reason="nhầm", actor=A)
    cancelled = cancel_motion(file, motion, reason="nhầm", actor=A)
    few = Hands(in_favour=3)
    changed = change_vote(file, motion, few, announced_by="", reason="nhầm", actor=A)
    assert {code_of(each) for each in (taken_back, cancelled, changed)} == {"decision_settled"}
    as_many = Hands(in_favour=19)
    granted(change_vote(file, motion, as_many, announced_by="", reason="đếm lại", actor=A))
    assert len(elected_names(file, "BCH")) == course(file).seats == 4
    file.close()


@pytest.mark.parametrize("voted_before", [False, True])
def test_that_nobody_gets_a_seat_by_age_that_a_later_vote_has_filled(tmp_path, voted_before):
    file = committee(tmp_path, 3)
    hold(file, "BCH", [20, 14, 13, 13, 2], 21)
    hold(file, "BCH", [10, 10], 20)
    found = of(file, "BCH").id
    older = granted(propose_decision(file, found, OLDER, matter="Người nhiều tuổi", actor=A))
    few, all_hands = Hands(in_favour=3), Hands(in_favour=20)
    if voted_before:
        granted(vote_on_decision(file, older.id, few, by_hand=(20, 20), actor=A))
    hold(file, "BCH", [5, 15], 20)
    motion = older.motion.id
    if voted_before:
        late = change_vote(file, motion, all_hands, announced_by="", reason="nhầm", actor=A)
    else:
        late = vote_on_decision(file, older.id, all_hands, by_hand=(20, 20), actor=A)
    assert code_of(late) == "decision_settled"
    assert len(elected_names(file, "BCH")) == course(file).seats == 3
    granted(cancel_motion(file, motion, reason="đã bầu lại", actor=A))
    file.close()


def test_that_the_superior_annuls_both_rounds_and_the_first_is_voted_on_again(tmp_path):
    file = committee(tmp_path, 4)
    first = hold(file, "BCH", [20, 18, 9, 9, 8], 20)
    second = hold(file, "BCH", [14, 3, 3], 20)
    assert code_of(annul(file, first.round.id)) == "round_not_last"
    granted(annul(file, second.round.id))
    plan = next_round(file, of(file, "BCH").id)
    assert (plan.seats, len(plan.candidates)) == (2, 3)
    granted(annul(file, first.round.id))
    plan = next_round(file, of(file, "BCH").id)
    assert (plan.seats, len(plan.candidates)) == (4, 5) and not elected_names(file, "BCH")
    hold(file, "BCH", [20, 18, 15, 12, 8], 20)
    assert len(elected_names(file, "BCH")) == 4 and course(file).complete
    assert file.check() == []
    file.close()
