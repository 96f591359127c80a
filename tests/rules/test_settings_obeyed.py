"""Every setting of a rule set changes something that a person sees: none is data without effect."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from builders import (
    a_candidate,
    a_person,
    a_result,
    a_rule_set,
    a_tally,
    an_accounting,
    papers_with_votes,
)
from document_text import document_text
from exports import scenes, sheets

from congress_desk.domain.congress import Congress
from congress_desk.domain.elections.ballots import MarkMode, Paper, judge, mark_mode
from congress_desk.domain.elections.findings import accounting_findings, list_findings
from congress_desk.domain.elections.lists.candidate_list import in_list_order
from congress_desk.domain.elections.result import RoundOutcome, next_steps
from congress_desk.domain.elections.round import RoundKind
from congress_desk.domain.elections.scans.trust import ScannedBundles, scan_findings
from congress_desk.domain.motions import hall_of, majority_asked
from congress_desk.domain.people.person import BaseSum, CongressKind, Status, base_sum
from congress_desk.domain.rules.election_kind import ElectionKind
from congress_desk.domain.rules.rule_set import (
    ListOrder,
    MajorityBase,
    MotionBase,
    RuleSet,
    ScanTrust,
    TieRule,
    Validity,
    VotesBy,
)
from congress_desk.domain.rules.rule_settings import SETTINGS, Role
from congress_desk.domain.rules.threshold import Compare
from congress_desk.reports.after_election.first_meeting import left_to_elect
from congress_desk.reports.document.head import congress_wording, document_head
from congress_desk.reports.elections.counting_minutes.minutes import counting_minutes

HALL = BaseSum(convened=12, deductions=(), alternates=0, present=8, replaced_unfilled=0)
LEVEL = [a_candidate(i, born=str(1960 + i)) for i in (1, 2, 3)]


def result_of(rules: RuleSet, votes=(7, 6, 5), ballots=10, **more: Any) -> object:
    papers = papers_with_votes(votes, ballots)
    return a_result(papers, listed=LEVEL[: len(votes)], seats=2, rules=rules, **more)


def found_in_a_list(candidates: int, seats: int, kind: ElectionKind) -> Callable[[RuleSet], object]:
    people = [a_candidate(i) for i in range(1, candidates + 1)]
    return lambda rules: list_findings(people, seats, rules, kind)


def steps(outcome: RoundOutcome, kind: ElectionKind, number: int = 1):
    return lambda rules: next_steps(
        outcome, number=number, kind=RoundKind.FIRST, election_kind=kind, rules=rules
    )


def congress_with(rules: RuleSet, kind: CongressKind = CongressKind.MEMBERS) -> Congress:
    return replace(sheets.CONGRESS, details=replace(sheets.DETAILS, kind=kind), rules=rules)


def sum_of(kind: CongressKind) -> Callable[[RuleSet], object]:
    away = [a_person(status=status) for status in Status]
    return lambda rules: base_sum(away, congress_with(rules, kind).base_rule)


def words_of(rules: RuleSet) -> object:
    words = congress_wording(congress_with(rules))
    head = document_head(congress_with(rules), "2020-03-12", words)
    return words.terms, words.sentences, head


def minutes_of(rules: RuleSet) -> str:
    sheet = scenes.complete()
    return document_text(
        counting_minutes(replace(sheet, congress=replace(sheet.congress, rules=rules)))
    )


def quorum_of(rules: RuleSet) -> object:
    return accounting_findings(
        an_accounting(12, present=8, issued=8, returned=8), a_tally([], 3, 2), rules
    )


def carries(rules: RuleSet) -> object:
    base = hall_of(HALL, rules.motion_base).base
    return [majority_asked(rules, special=s).threshold.needed(base) for s in (False, True)]


def judged(paper: Paper, names: int) -> Callable[[RuleSet], object]:
    return lambda rules: (
        judge(paper, mode=MarkMode.TICK, candidates=names, seats=names, rules=rules).valid
    )


FEWER_PAPERS = an_accounting(13, present=10, issued=10, returned=10)
K = ElectionKind
OBEYED: dict[str, tuple[Any, Callable[[RuleSet], object]]] = {
    "title": ("Khác", minutes_of),
    "short_title": ("Khác", lambda rules: rules.article("tie")),
    "deducted_members": ((), sum_of(CongressKind.MEMBERS)),
    "deducted_delegates": ((), sum_of(CongressKind.DELEGATES)),
    "base": (
        MajorityBase.VALID,
        lambda rules: result_of(
            rules, accounting=an_accounting(13, present=10, issued=10, returned=10)
        ),
    ),
    "votes": (VotesBy.SHARES, lambda rules: mark_mode(4, 3, rules.votes)),
    "more_than": (Fraction(2, 3), result_of),
    "compare": (Compare.AT_LEAST, result_of),
    "majority_required": (False, result_of),
    "quorum_share": (Fraction(3, 4), quorum_of),
    "quorum_compare": (Compare.MORE, quorum_of),
    "motion_base": (MotionBase.PRESENT, carries),
    "motion_share": (Fraction(2, 3), carries),
    "motion_compare": (Compare.AT_LEAST, carries),
    "motion_special_share": (Fraction(2, 3), carries),
    "surplus_kinds": ((), found_in_a_list(20, 10, K.COMMITTEE)),
    "surplus_prepared_min": (5, found_in_a_list(32, 30, K.COMMITTEE)),
    "surplus_prepared_max": (25, found_in_a_list(12, 10, K.COMMITTEE)),
    "surplus_max": (60, found_in_a_list(15, 10, K.COMMITTEE)),
    "small_committee_seats": ((1, 2), found_in_a_list(6, 4, K.COMMITTEE)),
    "small_committee_max_surplus": (3, found_in_a_list(6, 4, K.COMMITTEE)),
    "single_blank": (Validity.VALID, judged(Paper(blank=frozenset({1})), 1)),
    "all_against": (Validity.INVALID, judged(Paper(struck=frozenset({1, 2})), 2)),
    "list_order": (ListOrder.FULL_NAME, lambda rules: in_list_order(LISTED, rules.list_order)),
    "tie": (TieRule.OLDER, lambda rules: result_of(rules, (7, 6, 6))),
    "tie_revote_needs_majority": (
        True,
        lambda rules: result_of(rules, (3, 2), kind=RoundKind.TIE, number=2),
    ),
    "rounds_max": (1, steps(RoundOutcome.SHORT, K.COMMITTEE)),
    "lower_number_kinds": ((), steps(RoundOutcome.SHORT, K.COMMITTEE)),
    "report_superior_kinds": ((), steps(RoundOutcome.SHORT, K.SECRETARY)),
    "first_meeting_kinds": ((), lambda rules: left_to_elect(congress_with(rules), ())),
    "structure_kinds": ((), lambda rules: rules.wants_structure(K.COMMITTEE, 15)),
    "structure_min_seats": (20, lambda rules: rules.wants_structure(K.COMMITTEE, 15)),
    "scan_trust": (
        ScanTrust.ALONE,
        lambda rules: scan_findings(ScannedBundles(alone=(1,), ballots=20), (), rules),
    ),
    "retention_months": (12, minutes_of),
    "document_style": ("nd30", minutes_of),
    "word_member": ("cổ đông", words_of),
    "word_members_congress": ("Đại hội đồng cổ đông", words_of),
    "word_comrade": ("ông (bà)", words_of),
    "word_people_called": ("toàn thể cổ đông", words_of),
    "word_committee": ("Hội đồng quản trị", words_of),
    "word_committee_member": ("thành viên hội đồng quản trị", words_of),
    "word_approval": ("phê chuẩn", words_of),
    "word_inspection": ("ban thanh tra", words_of),
    "word_inspection_head": ("trưởng ban thanh tra", words_of),
    "word_presidium": ("Chủ tọa", minutes_of),
    "word_secretariat": ("Thư ký cuộc họp", words_of),
    "word_first_meeting": ("Phiên họp đầu tiên", words_of),
}
LISTED = (a_candidate(1, "Bùi Văn An"), a_candidate(2, "An Văn Bùi"))


@pytest.mark.parametrize("field", OBEYED)
def test_that_a_setting_changes_what_is_seen(field):
    changed, seen = OBEYED[field]
    issued = a_rule_set()
    assert getattr(issued, field) != changed
    assert seen(replace(issued, **{field: changed})) != seen(issued)


def test_that_the_larger_majority_of_motions_may_be_more_than_its_share_too():
    rules = a_rule_set(motion_special_share=Fraction(1, 3))
    assert carries(replace(rules, motion_special_compare=Compare.MORE)) != carries(rules)


def test_that_no_setting_is_left_out_here():
    """Of what stands before and after a ballot the tests of nomination and decisions speak."""
    elsewhere = {
        "floor_nominee_support",
        "floor_nominee_compare",
        "poll_kinds",
        "committee_bound",
        "appointed_after",
        "direct_below",
    }
    own_test = {"motion_special_compare"}
    headings = {"issued", "notice"}
    known = {setting.field for setting in SETTINGS if setting.role is not Role.IDENTITY}
    assert known - elsewhere - own_test - headings == set(OBEYED)
