"""A motion carries with more than half of D, in whole numbers; repeated votes stay in order."""

from __future__ import annotations

import pytest
from builders import a_motion

from congress_desk.domain.motions import (
    Hands,
    MotionOutcome,
    MotionState,
    check_base,
    check_hands,
    repeated_ids,
    votes_of_matter,
)
from congress_desk.i18n import problem_text

THRESHOLDS = [(9, 5), (10, 6), (11, 6), (118, 60), (119, 60), (120, 61), (400, 201), (445, 223)]


def a_vote(base, in_favour, **fields):
    return a_motion(Hands(in_favour=in_favour), base=base, present=base, **fields)


@pytest.mark.parametrize(("base", "needed"), THRESHOLDS)
def test_that_more_than_half_of_d_is_needed(base, needed):
    assert a_vote(base, needed).needed == needed
    assert a_vote(base, needed).outcome is MotionOutcome.CARRIED
    assert a_vote(base, needed - 1).outcome is MotionOutcome.NOT_CARRIED


@pytest.mark.parametrize("base", [2, 10, 118, 120, 400])
def test_that_exactly_half_of_d_does_not_carry(base):
    assert a_vote(base, base // 2).outcome is MotionOutcome.NOT_CARRIED


def test_that_a_share_rounded_to_fifty_per_cent_does_not_decide():
    """50.00% of 19,999 when rounded: one hand short of more than half."""
    motion = a_motion(base=19_999, present=19_999, hands=Hands(in_favour=9_999, against=10_000))
    assert motion.percent == "50.00"
    assert motion.outcome is MotionOutcome.NOT_CARRIED
    assert a_vote(19_999, 10_000).outcome is MotionOutcome.CARRIED


def test_that_the_majority_is_taken_of_d_and_not_of_those_present():
    motion = a_motion(base=150, present=76, hands=Hands(in_favour=75, against=1))
    assert motion.needed == 76
    assert motion.outcome is MotionOutcome.NOT_CARRIED


@pytest.mark.parametrize(
    ("hands", "present", "code"),
    [
        (Hands(in_favour=147), 147, ""),
        (Hands(in_favour=140, against=5, other=2), 147, ""),
        (Hands(in_favour=140), 147, ""),
        (Hands(in_favour=0), 147, ""),
        (Hands(in_favour=148), 147, "motion_too_many_hands"),
        (Hands(in_favour=147, other=1), 147, "motion_too_many_hands"),
        (Hands(in_favour=-1), 147, "motion_number_wrong"),
        (Hands(in_favour=1, against=100_001), 147, "motion_number_wrong"),
    ],
)
def test_that_hands_fit_into_those_present(hands, present, code):
    refusal = check_hands(hands, present)
    assert (refusal.first.code if refusal else "") == code
    assert not refusal or problem_text(refusal.first)


@pytest.mark.parametrize(
    ("base", "present", "code"),
    [
        (1, 1, ""),
        (150, 147, ""),
        (0, 0, "motion_base_wrong"),
        (100_001, 5, "motion_base_wrong"),
        (150, 0, "motion_present_wrong"),
        (150, 151, "motion_present_wrong"),
    ],
)
def test_that_a_base_typed_by_hand_holds_those_present(base, present, code):
    refusal = check_base(base, present)
    assert (refusal.first.code if refusal else "") == code


def test_that_whoever_raises_no_hand_stands_as_silent():
    motion = a_motion(base=150, present=147, hands=Hands(in_favour=140, against=2, other=1))
    assert motion.silent == 4
    assert motion.percent == "93.33"


@pytest.mark.parametrize(
    ("fields", "outcome"),
    [
        ({"base": None, "present": None}, MotionOutcome.PREPARED),
        ({}, MotionOutcome.BEGUN),
        ({"hands": Hands(in_favour=6)}, MotionOutcome.CARRIED),
        ({"hands": Hands(in_favour=5)}, MotionOutcome.NOT_CARRIED),
        ({"hands": Hands(in_favour=6), "state": MotionState.CANCELLED}, MotionOutcome.CANCELLED),
        ({"state": MotionState.CANCELLED}, MotionOutcome.CANCELLED),
    ],
)
def test_that_a_motion_says_how_it_stands(fields, outcome):
    assert a_motion(**{"base": 10, "present": 10} | fields).outcome is outcome


def test_that_every_vote_of_a_matter_is_told_oldest_first():
    first = a_motion(id=1, hands=Hands(in_favour=1))
    other = a_motion(id=2)
    second = a_motion(id=3, repeats=1, hands=Hands(in_favour=2))
    third = a_motion(id=4, repeats=3)
    motions = (third, other, second, first)
    for shown in (first, second, third):
        assert [m.id for m in votes_of_matter(motions, shown)] == [1, 3, 4]
    assert [m.id for m in votes_of_matter(motions, other)] == [2]


def test_that_only_a_recorded_vote_replaces_the_one_it_repeats():
    first = a_motion(id=1, hands=Hands(in_favour=1))
    waiting = a_motion(id=2, repeats=1)
    assert repeated_ids((first, waiting)) == frozenset()
    voted = a_motion(id=2, repeats=1, hands=Hands(in_favour=6))
    assert repeated_ids((first, voted)) == {1}
    cancelled = a_motion(id=2, repeats=1, state=MotionState.CANCELLED)
    assert repeated_ids((first, cancelled)) == frozenset()
