"""The kind of an election decides what the rules say of it, never its number of seats."""

from __future__ import annotations

from fractions import Fraction

import pytest
from builders import (
    TWO_THIRDS,
    a_candidate,
    a_result,
    a_rule_set,
    an_accounting,
    candidates,
    papers_with_votes,
)

from congress_desk.domain.elections.findings import base_findings, list_findings
from congress_desk.domain.elections.lists.candidate_list import Surplus
from congress_desk.domain.elections.result import NextStep, RoundOutcome, next_steps
from congress_desk.domain.elections.round import RoundKind
from congress_desk.domain.people.person import BaseSum
from congress_desk.domain.rules.election_kind import ElectionKind, kind_meant
from congress_desk.domain.rules.quorum import is_quorum
from congress_desk.domain.rules.threshold import Compare, Threshold
from congress_desk.reports.document.sentences import outcome_words
from congress_desk.reports.document.wording import wording_of
from congress_desk.ui.desks.elections.result.words import outcome_label

K = ElectionKind
RULES = a_rule_set()
WITHOUT_SURPLUS_RULES = [k for k in K if k not in (K.COMMITTEE, K.STANDING)]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Bầu Ban Chấp hành Đảng bộ phường An Bình, nhiệm kỳ 2025 - 2030", K.COMMITTEE),
        ("BCH Đoàn trường", K.COMMITTEE),
        ("Bầu chi ủy", K.COMMITTEE),
        ("Đảng ủy khóa XII", K.COMMITTEE),
        ("Bầu Ban Thường vụ Đảng ủy", K.STANDING),
        ("Bầu Đoàn Chủ tịch Ban Chấp hành", K.STANDING),
        ("Bầu ủy viên ban thường vụ trong Ban Chấp hành", K.STANDING),
        ("Bí thư Ban Chấp hành", K.SECRETARY),
        ("Bầu Bí thư chi bộ", K.SECRETARY),
        ("Chủ tịch Công đoàn", K.SECRETARY),
        ("Phó Bí thư Đảng ủy", K.DEPUTY),
        ("Bầu các phó chủ tịch hội", K.DEPUTY),
        ("Ủy ban Kiểm tra và Chủ nhiệm", K.INSPECTION),
        ("Bầu đoàn đại biểu dự Đại hội Đảng bộ tỉnh", K.DELEGATES),
        ("Đại biểu dự đại hội cấp trên", K.DELEGATES),
        ("BẦU  ĐẠI  BIỂU", K.DELEGATES),
        ("Bầu cử", K.OTHER),
        ("X", K.OTHER),
        ("", K.OTHER),
    ],
)
def test_that_a_title_tells_the_kind_by_the_post_it_names_first(title, kind):
    assert kind_meant(title) is kind


@pytest.mark.parametrize("kind", WITHOUT_SURPLUS_RULES)
@pytest.mark.parametrize(("listed", "seats"), [(8, 5), (3, 2), (5, 5), (20, 10)])
def test_that_the_surplus_of_other_kinds_is_free(kind, listed, seats):
    assert list_findings(candidates(listed), seats, RULES, kind) == []
    assert not Surplus(candidates=listed, seats=seats, kind=kind).above_max(RULES)


@pytest.mark.parametrize("kind", [K.COMMITTEE, K.STANDING])
def test_that_committees_must_have_a_surplus_within_the_rules(kind):
    assert [f.code for f in list_findings(candidates(15), 15, RULES, kind)] == ["surplus_none"]
    (found,) = list_findings(candidates(20), 15, RULES, kind)
    assert (found.code, found.article) == ("surplus_above_max", "Điều 14")


def test_that_the_line_for_small_committees_cites_no_article():
    (found,) = list_findings(candidates(5), 3, RULES, K.COMMITTEE)
    assert (found.code, found.article) == ("surplus_above_max_small", "")


def test_that_one_fact_gets_one_judgement():
    """A surplus of 20% is outside what is prepared, and nothing says that it is met."""
    for listed in range(15, 25):
        assert len(list_findings(candidates(listed), 15, RULES, K.COMMITTEE)) <= 1


@pytest.mark.parametrize("kind", [K.SECRETARY, K.DEPUTY, K.INSPECTION, K.OTHER])
def test_that_no_structure_is_asked_of_single_posts(kind):
    assert not any(RULES.wants_structure(kind, seats) for seats in (1, 2, 3, 15))


@pytest.mark.parametrize("kind", [K.COMMITTEE, K.STANDING, K.DELEGATES])
def test_that_structure_is_asked_from_three_seats_on(kind):
    assert [RULES.wants_structure(kind, seats) for seats in (1, 2, 3, 15)] == [
        False, False, True, True,
    ]  # fmt: skip


S = NextStep
AFTER_SHORT = {
    K.COMMITTEE: (S.SECOND_ROUND, S.LOWER_NUMBER, S.LEAVE_OPEN),
    K.STANDING: (S.SECOND_ROUND, S.LOWER_NUMBER, S.LEAVE_OPEN),
    K.SECRETARY: (S.SECOND_ROUND, S.REPORT_SUPERIOR),
    K.DEPUTY: (S.SECOND_ROUND, S.REPORT_SUPERIOR),
    K.DELEGATES: (S.SECOND_ROUND, S.CONGRESS_DECIDES_MORE),
}


@pytest.mark.parametrize("kind", AFTER_SHORT)
def test_that_what_follows_too_few_elected_is_decided_by_the_kind(kind):
    found = next_steps(
        RoundOutcome.SHORT, number=1, kind=RoundKind.FIRST, election_kind=kind, rules=RULES
    )
    assert found == AFTER_SHORT[kind]


def test_that_one_seat_left_of_a_committee_is_no_secretary():
    result = a_result(
        papers_with_votes([8, 7, 2], 10), listed=3, seats=2, accounting=an_accounting(10)
    )
    assert result.outcome is RoundOutcome.COMPLETE
    again = a_result(papers_with_votes([4], 10), listed=1, seats=1, kind=RoundKind.AGAIN, number=2)
    assert again.next_steps == AFTER_SHORT[K.COMMITTEE]


@pytest.mark.parametrize("outcome", [RoundOutcome.SHORT, RoundOutcome.TIE])
@pytest.mark.parametrize("kind", list(K))
def test_that_what_the_limit_of_rounds_forbids_is_not_offered(kind, outcome):
    youth = a_rule_set("doan-tncs")
    found = next_steps(outcome, number=2, kind=RoundKind.AGAIN, election_kind=kind, rules=youth)
    assert found[0] is S.NO_MORE_ROUNDS
    assert {S.SECOND_ROUND, S.REVOTE_TIED, S.CONGRESS_DECIDES_MORE}.isdisjoint(found)


@pytest.mark.parametrize(
    ("base", "share", "more", "at_least"),
    [(9, "2/3", 7, 6), (10, "2/3", 7, 7), (118, "1/2", 60, 59), (119, "1/2", 60, 60)],
)
def test_that_more_than_and_at_least_are_two_settings(base, share, more, at_least):
    assert Threshold(Fraction(share), Compare.MORE).needed(base) == more
    reached = Threshold(Fraction(share), Compare.AT_LEAST)
    assert reached.needed(base) == at_least
    assert reached.is_reached(at_least, base)
    assert not reached.is_reached(at_least - 1, base)


def test_that_without_a_majority_the_highest_win():
    rules = a_rule_set("generic", majority_required=False)
    result = a_result(papers_with_votes([3, 2, 1], 10), listed=3, seats=2, rules=rules)
    assert (result.outcome, result.elected) == (RoundOutcome.COMPLETE, (1, 2))
    assert not result.majority.required


@pytest.mark.parametrize(("convened", "needed"), [(9, 6), (10, 7), (120, 80), (1, 1)])
def test_that_two_thirds_of_those_convened_make_a_quorum(convened, needed):
    assert TWO_THIRDS.needed(convened) == needed
    assert is_quorum(needed, convened, TWO_THIRDS)
    assert not is_quorum(needed - 1, convened, TWO_THIRDS)


def test_that_nobody_makes_no_quorum():
    assert not is_quorum(0, 0, TWO_THIRDS)


def a_sum(base: int) -> BaseSum:
    return BaseSum(convened=base, deductions=(), alternates=0, present=base, replaced_unfilled=0)


def test_that_d_by_hand_beside_the_register_needs_a_reason():
    accounting = an_accounting(118)
    assert base_findings(accounting, a_sum(118), None, RULES) == []
    assert base_findings(accounting, None, None, RULES) == []
    assert base_findings(accounting, a_sum(0), None, RULES) == []
    (found,) = base_findings(accounting, a_sum(119), None, RULES)
    assert (found.code, dict(found.params)) == (
        "base_not_of_register", {"base": 118, "register": 119},
    )  # fmt: skip
    assert found.waivable
    assert found.blocks
    assert found.article == "Điều 30"


def test_that_names_of_candidates_are_not_the_kind():
    listed = [a_candidate(1, "Bí Thư Ký"), a_candidate(2, "Chủ Tịch Văn A")]
    assert list_findings(listed, 1, RULES, K.OTHER) == []


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({}, "không quá bán"),
        ({"more_than": Fraction(2, 3)}, "không đạt mức trúng cử"),
        ({"compare": Compare.AT_LEAST}, "không đạt mức trúng cử"),
        ({"majority_required": False}, "không được phiếu nào"),
    ],
)
def test_that_over_half_is_said_where_more_than_half_is_asked_alone(settings, words):
    rules = a_rule_set("generic", **settings)
    result = a_result(papers_with_votes([9, 8, 0], 10), listed=3, seats=2, rules=rules)
    lost = result.candidates[2]
    assert outcome_words(lost.outcome, result.majority, wording_of("nd30")) == words
    assert outcome_label(lost.outcome, result.majority) == words
