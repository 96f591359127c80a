"""Acts on motions: D and who is present are frozen, numbers hold, history is kept."""

from __future__ import annotations

import pytest
from congress_files import a_congress, code_of, granted, reopened
from motion_acts import (
    AGENDA,
    ALL,
    FREE,
    A,
    a_begun_motion,
    a_prepared_motion,
    a_voted_motion,
)

from congress_desk.actions import motions
from congress_desk.actions.congress import set_state
from congress_desk.actions.people.statuses import set_status
from congress_desk.domain.congress import CongressState
from congress_desk.domain.motions import Hands, MotionDraft, MotionKind, MotionOutcome, MotionState
from congress_desk.domain.people.person import Status
from congress_desk.queries.motions import motion, motion_roll, motions_view
from congress_desk.queries.motions import motions as motions_of


@pytest.fixture
def file(tmp_path):
    """A congress of eight delegates, all present, and a guest."""
    made = a_congress(tmp_path, people=8)
    yield made
    assert made.check() == []
    made.close()


def leave(file, *ids, status=Status.ABSENT, reason=""):
    granted(set_status(file, ids, status, reason=reason, actor=A))


def test_that_a_motion_freezes_d_and_the_names_of_those_present(file):
    leave(file, 3)
    begun = a_begun_motion(file)
    assert (begun.base, begun.present, begun.needed) == (8, 7, 5)
    roll = motion_roll(file, begun.id)
    assert [p.person_id for p in roll.present] == [1, 2, 4, 5, 6, 7, 8]
    assert roll.base.base == 8


def test_that_later_arrivals_change_neither_the_numbers_nor_the_names(file):
    leave(file, 3)
    voted = a_voted_motion(file, Hands(in_favour=7))
    leave(file, 3, status=Status.PRESENT)
    leave(file, 4, status=Status.SUSPENDED, reason="quyết định 12")
    found = motion(file, voted.id)
    assert (found.base, found.present, found.hands.in_favour) == (8, 7, 7)
    assert len(motion_roll(file, voted.id).present) == 7


def test_that_a_vote_that_was_not_begun_is_frozen_when_it_is_recorded(file):
    prepared = a_prepared_motion(file)
    assert (prepared.base, prepared.roll_id) == (None, 0)
    leave(file, 1, 2)
    voted = granted(motions.record_vote(file, prepared.id, Hands(in_favour=6), actor=A))
    assert (voted.base, voted.present) == (8, 6)
    assert len(motion_roll(file, voted.id).present) == 6
    assert file.journal_lines()[-1].act == "record_vote"


def test_that_presence_is_taken_anew_until_the_vote_is_recorded(file):
    leave(file, 1)
    begun = a_begun_motion(file)
    assert begun.present == 7
    leave(file, 1, status=Status.PRESENT)
    again = granted(motions.begin_vote(file, begun.id, actor=A))
    assert (again.present, len(motion_roll(file, begun.id).present)) == (8, 8)
    granted(motions.record_vote(file, begun.id, ALL, actor=A))
    assert code_of(motions.begin_vote(file, begun.id, actor=A)) == "motion_voted"


def test_that_a_vote_begun_too_early_is_put_off_and_its_names_go(file):
    begun = a_begun_motion(file)
    waiting = granted(motions.put_off_vote(file, begun.id, actor=A))
    assert (waiting.outcome, waiting.base, waiting.present) == (MotionOutcome.PREPARED, None, None)
    assert motion_roll(file, begun.id) is None
    assert code_of(motions.put_off_vote(file, begun.id, actor=A)) == "motion_not_begun"
    voted = granted(motions.record_vote(file, begun.id, ALL, actor=A))
    assert code_of(motions.put_off_vote(file, voted.id, actor=A)) == "motion_voted"


def test_that_more_hands_than_people_present_are_refused_and_nothing_is_written(file):
    begun = a_begun_motion(file)
    lines = len(file.journal_lines())
    refused = motions.record_vote(file, begun.id, Hands(in_favour=8, other=1), actor=A)
    assert code_of(refused) == "motion_too_many_hands"
    assert len(file.journal_lines()) == lines
    assert motion(file, begun.id).state is MotionState.OPEN


def test_that_fewer_hands_are_recorded_as_silent(file):
    voted = a_voted_motion(file, Hands(in_favour=5, against=1))
    assert (voted.silent, voted.outcome) == (2, MotionOutcome.CARRIED)


def test_that_exactly_half_of_d_does_not_carry(file):
    assert a_voted_motion(file, Hands(in_favour=4)).outcome is MotionOutcome.NOT_CARRIED


def test_that_recorded_numbers_change_only_with_a_reason(file):
    voted = a_voted_motion(file)
    fewer = Hands(in_favour=6, against=2)
    change = {"announced_by": "Phó chủ tịch", "actor": A}
    refused = motions.change_vote(file, voted.id, fewer, reason=" ", **change)
    assert code_of(refused) == "reason_missing"
    assert motion(file, voted.id).hands == ALL
    changed = granted(motions.change_vote(file, voted.id, fewer, reason="đếm lại", **change))
    assert (changed.hands, changed.change_reason) == (fewer, "đếm lại")
    assert changed.voted_at == voted.voted_at
    line = file.journal_lines()[-1]
    assert line.act == "change_vote"
    assert "đếm lại" in line.about
    assert '"in_favour":[8,6]' in line.changes


def test_that_a_correction_can_take_presence_anew(file):
    leave(file, 1)
    voted = a_voted_motion(file, Hands(in_favour=7))
    leave(file, 1, status=Status.PRESENT)
    change = {"announced_by": "", "reason": "chốt sớm", "actor": A}
    assert code_of(motions.change_vote(file, voted.id, ALL, **change)) == "motion_too_many_hands"
    changed = granted(motions.change_vote(file, voted.id, ALL, present_now=True, **change))
    assert (changed.present, changed.hands) == (8, ALL)
    assert len(motion_roll(file, voted.id).present) == 8


def test_that_a_repeated_vote_keeps_the_earlier_one(file):
    lost = a_voted_motion(file, Hands(in_favour=4, against=4))
    again = granted(motions.repeat_motion(file, lost.id, reason="thảo luận thêm", actor=A))
    assert (again.repeats, again.matter, again.begun) == (lost.id, lost.matter, False)
    won = granted(motions.record_vote(file, again.id, ALL, actor=A))
    assert [m.outcome for m in motions_of(file)] == [
        MotionOutcome.NOT_CARRIED,
        MotionOutcome.CARRIED,
    ]
    refused = motions.repeat_motion(file, lost.id, reason="lần nữa", actor=A)
    assert code_of(refused) == "motion_repeated"
    granted(motions.repeat_motion(file, won.id, reason="lần nữa", actor=A))


def test_that_a_cancelled_motion_stays_with_its_reason_and_numbers(file):
    voted = a_voted_motion(file)
    assert code_of(motions.cancel_motion(file, voted.id, reason="", actor=A)) == "reason_missing"
    gone = granted(motions.cancel_motion(file, voted.id, reason="ghi nhầm dòng", actor=A))
    assert (gone.state, gone.cancel_reason, gone.hands) == (
        MotionState.CANCELLED,
        "ghi nhầm dòng",
        ALL,
    )
    for act in (
        lambda: motions.record_vote(file, voted.id, ALL, actor=A),
        lambda: motions.cancel_motion(file, voted.id, reason="nữa", actor=A),
        lambda: motions.begin_vote(file, voted.id, actor=A),
    ):
        assert code_of(act()) == "motion_cancelled"


def test_that_only_an_open_motion_is_worded_anew(file):
    begun = a_begun_motion(file)
    changed = granted(motions.edit_motion(file, begun.id, FREE, actor=A))
    assert (changed.kind, changed.matter) == (FREE.kind, FREE.matter)
    granted(motions.record_vote(file, begun.id, ALL, actor=A))
    assert code_of(motions.edit_motion(file, begun.id, AGENDA, actor=A)) == "motion_voted"


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        (MotionDraft(kind=MotionKind.FREE, matter=" \u200b "), "motion_matter_missing"),
        (MotionDraft(kind=MotionKind.FREE, matter="x" * 2001), "text_too_long"),
        (MotionDraft(kind=MotionKind.FREE, matter="x", note="x" * 2001), "text_too_long"),
        (
            MotionDraft(kind=MotionKind.NUMBER_AND_LIST, matter="x", election_id=99),
            "motion_election_unknown",
        ),
    ],
)
def test_that_a_motion_without_a_fit_matter_is_refused(file, draft, code):
    assert code_of(motions.add_motion(file, draft, actor=A)) == code
    assert code_of(motions.add_motions(file, [AGENDA, draft], actor=A)) == code
    assert motions_of(file) == ()


def test_that_the_matter_is_kept_in_nfc_on_one_line(file):
    draft = MotionDraft(kind=MotionKind.FREE, matter="Tha\u0309o  luận\n tiếp")
    assert a_begun_motion(file, draft).matter == "Thảo luận tiếp"


def test_that_nobody_votes_before_anybody_is_present(file):
    leave(file, *range(1, 9))
    assert code_of(motions.add_motion(file, AGENDA, actor=A)) == "motion_nobody_present"
    prepared = a_prepared_motion(file)
    for act in (motions.begin_vote(file, prepared.id, actor=A),
                motions.record_vote(file, prepared.id, ALL, actor=A)):  # fmt: skip
        assert code_of(act) == "motion_nobody_present"


def test_that_d_and_presence_can_be_typed_where_there_is_no_register(file):
    prepared = a_prepared_motion(file)
    refused = motions.begin_vote(file, prepared.id, base=150, present=151, actor=A)
    assert code_of(refused) == "motion_present_wrong"
    begun = granted(motions.begin_vote(file, prepared.id, base=150, present=147, actor=A))
    assert (begun.base, begun.present, begun.roll_id) == (150, 147, 0)
    voted = granted(motions.record_vote(file, begun.id, Hands(in_favour=147), actor=A))
    assert (voted.percent, motion_roll(file, voted.id)) == ("98.00", None)


def test_that_typing_d_by_hand_takes_frozen_names_off(file):
    begun = a_begun_motion(file)
    by_hand = granted(motions.begin_vote(file, begun.id, base=9, present=9, actor=A))
    assert (by_hand.base, by_hand.roll_id) == (9, 0)


def test_that_a_closed_congress_takes_no_new_vote_but_a_correction(file):
    voted, begun = a_voted_motion(file), a_begun_motion(file, FREE)
    granted(set_state(file, CongressState.CLOSED, actor=A))
    for act in (
        motions.add_motion(file, FREE, actor=A),
        motions.add_motions(file, [FREE], actor=A),
        motions.begin_vote(file, begun.id, actor=A),
        motions.record_vote(file, begun.id, ALL, actor=A),
        motions.repeat_motion(file, voted.id, reason="x", actor=A),
    ):
        assert code_of(act) == "motion_congress_closed"
    less = Hands(in_favour=7)
    granted(motions.change_vote(file, voted.id, less, announced_by="", reason="sót", actor=A))


def test_that_an_order_names_every_motion_once(file):
    first, second = a_begun_motion(file), a_begun_motion(file, FREE)
    ordered = granted(motions.order_motions(file, [second.id, first.id], actor=A))
    assert [m.id for m in ordered] == [second.id, first.id]
    for wrong in ([first.id], [first.id, first.id], [first.id, second.id, 99]):
        assert code_of(motions.order_motions(file, wrong, actor=A)) == "motions_order_wrong"


def test_that_motions_that_are_not_in_the_file_are_refused(file):
    for act in (
        motions.begin_vote(file, 99, actor=A),
        motions.edit_motion(file, 99, FREE, actor=A),
        motions.record_vote(file, 99, ALL, actor=A),
        motions.change_vote(file, 99, ALL, announced_by="", reason="x", actor=A),
        motions.repeat_motion(file, 99, reason="x", actor=A),
        motions.cancel_motion(file, 99, reason="x", actor=A),
    ):
        assert code_of(act) == "motion_unknown"


def test_that_votes_need_a_result_before_they_are_corrected_or_repeated(file):
    begun = a_begun_motion(file)
    change = {"announced_by": "", "reason": "x", "actor": A}
    assert code_of(motions.change_vote(file, begun.id, ALL, **change)) == "motion_not_voted"
    assert code_of(motions.repeat_motion(file, begun.id, reason="x", actor=A)) == "motion_not_voted"


def test_that_motions_come_back_as_they_were_when_the_file_is_opened_again(tmp_path):
    file = a_congress(tmp_path, people=8)
    a_voted_motion(file, Hands(in_favour=6, against=1, other=1))
    a_begun_motion(file, FREE)
    before = motions_of(file)
    file = reopened(file)
    assert motions_of(file) == before
    file.close()


def test_that_the_usual_motions_already_there_are_not_offered_again(file):
    view = motions_view(file)
    assert view.missing_templates() == view.templates
    granted(motions.add_motions(file, view.templates, actor=A))
    again = motions_view(file)
    assert again.missing_templates() == ()
    assert len(again.motions) == len(view.templates)
    gone = again.motions[0]
    granted(motions.cancel_motion(file, gone.id, reason="nhầm", actor=A))
    assert [d.kind for d in motions_view(file).missing_templates()] == [gone.kind]
    assert code_of(motions.add_motions(file, [], actor=A)) == "motions_none"
