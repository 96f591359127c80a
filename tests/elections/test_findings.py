"""Every sum that must hold is a coded finding when it does not."""

from __future__ import annotations

import pytest
from builders import a_candidate, a_paper, a_rule_set, a_tally, an_accounting, candidates
from hypothesis import given
from hypothesis import strategies as st

from congress_desk.domain.elections.ballots import MarkMode
from congress_desk.domain.elections.findings import (
    Finding,
    Severity,
    accounting_findings,
    board_findings,
    bundle_findings,
    list_findings,
    tally_findings,
    waiver_key,
    with_waivers,
)
from congress_desk.domain.elections.lists.board_on_list import counters_among
from congress_desk.domain.elections.round import Accounting, Bundle, RoundKind, Waiver
from congress_desk.domain.elections.tally import Tally
from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.domain.rules.election_kind import ElectionKind

RULES = a_rule_set()
COMMITTEE = ElectionKind.COMMITTEE


def codes(findings):
    return [finding.code for finding in findings]


@pytest.mark.parametrize(
    ("listed", "seats", "expected"),
    [
        (58, 52, []),
        (85, 74, []),
        (17, 15, []),
        (63, 55, []),
        (15, 15, ["surplus_none"]),
        (1, 1, ["surplus_none"]),
        (2, 1, []),
        (3, 1, ["surplus_above_max_small"]),
        (14, 15, ["fewer_candidates"]),
        (16, 15, ["surplus_outside_prepared"]),
        (11, 10, []),
        (23, 20, []),
        (24, 20, ["surplus_outside_prepared"]),
        (18, 15, ["surplus_outside_prepared"]),
        (26, 20, ["surplus_outside_prepared"]),
        (27, 20, ["surplus_above_max"]),
        (220, 180, ["surplus_outside_prepared"]),
        (4, 3, []),
        (5, 3, ["surplus_above_max_small"]),
        (6, 5, []),
        (7, 5, ["surplus_above_max_small"]),
        (7, 6, []),
        (8, 6, ["surplus_above_max"]),
        (3, 2, []),
        (4, 2, ["surplus_above_max_small"]),
        (13, 11, []),
        (14, 11, ["surplus_outside_prepared"]),
    ],
)
def test_that_the_surplus_of_a_list_is_compared_with_the_rules(listed, seats, expected):
    found = list_findings(candidates(listed), seats, RULES, COMMITTEE)
    assert codes(found) == expected
    # The line for 3–5 seats is in no article; that one or two seats have one name more is.
    assert all(f.article == ("" if 3 <= seats <= 5 else "Điều 14") for f in found)
    assert not any(finding.blocks for finding in found)


@pytest.mark.parametrize("rules", ["dang-244-2014", "doan-tncs", "cong-doan", "generic"])
@pytest.mark.parametrize(
    ("listed", "seats", "expected"),
    [
        (3, 3, ["surplus_none"]),
        (4, 3, []),
        (5, 3, ["surplus_above_max_small"]),
        (3, 2, []),
        (5, 4, []),
        (6, 4, ["surplus_above_max"]),
    ],
)
def test_that_where_a_share_of_few_seats_is_less_than_one_name_one_is_allowed(
    rules, listed, seats, expected
):
    """30% of three seats is no name, and a surplus is compulsory: one is asked of nobody."""
    assert codes(list_findings(candidates(listed), seats, a_rule_set(rules), COMMITTEE)) == expected


def test_that_a_finding_of_the_surplus_says_the_exact_percentage():
    (found,) = list_findings(candidates(17), 13, RULES, COMMITTEE)
    assert found.params == {"candidates": 17, "seats": 13, "percent": "30.77", "limit": 30}


def test_that_the_list_of_the_tied_is_not_measured():
    assert list_findings(candidates(3), 1, RULES, COMMITTEE, RoundKind.TIE) == []
    assert list_findings(candidates(5), 3, RULES, COMMITTEE, RoundKind.TIE) == []


@pytest.mark.parametrize(
    ("names", "same"),
    [
        (("Lê Hòa", "Lê Hoà", "Vũ An"), ["Lê Hòa"]),
        (("LÊ HÒA", "Lê Hòa"), ["LÊ HÒA"]),
        (("Lê Hoa", "Lê Hòa", "Lê Hóa"), []),
        (("Vũ An", "Lê An", "Vũ An", "Lê An", "Vũ An"), ["Vũ An", "Lê An"]),
    ],
)
def test_that_two_of_one_name_are_told_once(names, same):
    listed = [a_candidate(i, name) for i, name in enumerate(names, start=1)]
    found = list_findings(listed, 1, RULES, COMMITTEE)
    assert [f.params["name"] for f in found if f.code == "same_name"] == same


ROUND = an_accounting(12)


@pytest.mark.parametrize(
    ("accounting", "entered", "expected"),
    [
        (ROUND, 12, []),
        (an_accounting(12, present=13), 12, ["present_above_convened"]),
        (an_accounting(12, issued=13), 12, ["issued_above_present", "returned_below_issued"]),
        (an_accounting(12, returned=13), 13, ["returned_above_issued"]),
        (an_accounting(12, returned=11), 11, ["returned_below_issued"]),
        (ROUND, 11, ["ballots_missing"]),
        (ROUND, 13, ["ballots_in_excess"]),
        (an_accounting(20, present=14, issued=12, returned=12), 12, []),
        (an_accounting(20, present=13, issued=12, returned=12), 12, ["present_below_quorum"]),
        (an_accounting(18, present=12, issued=12, returned=12), 12, []),
        (Accounting(convened=12), 0, ["present_missing", "issued_missing", "returned_missing"]),
        (Accounting(convened=12, present=12, issued=12), 5, ["returned_missing"]),
    ],
)
def test_that_people_and_papers_must_add_up(accounting, entered, expected):
    tally = a_tally([a_paper([1])] * entered, listed=2, seats=1)
    assert codes(accounting_findings(accounting, tally, RULES)) == expected


@pytest.mark.parametrize(
    ("entered", "waiting", "expected"),
    [
        (11, 1, []),
        (9, 1, ["ballots_missing_some_wait"]),
        (12, 1, ["ballots_in_excess"]),
    ],
)
def test_that_a_ballot_that_waits_for_the_board_is_not_missing(entered, waiting, expected):
    tally = a_tally([a_paper([1])] * entered, listed=2, seats=1)
    found = accounting_findings(ROUND, tally, RULES, waiting=waiting)
    assert codes(found) == expected
    assert all(f.params["difference"] == abs(12 - entered - waiting) for f in found)


@pytest.mark.parametrize(
    ("code", "severity", "waivable", "accounting", "entered"),
    [
        ("present_missing", "error", False, Accounting(convened=12), 0),
        ("present_above_convened", "error", True, an_accounting(12, present=13), 12),
        ("issued_above_present", "error", True, an_accounting(12, issued=13), 12),
        ("returned_above_issued", "error", False, an_accounting(12, returned=13), 13),
        ("returned_below_issued", "info", False, an_accounting(12, returned=11), 11),
        ("ballots_missing", "error", False, ROUND, 11),
        ("ballots_in_excess", "error", False, ROUND, 13),
    ],
)
def test_that_some_failures_close_the_gate_for_good_and_others_until_a_reason_is_written(
    code, severity, waivable, accounting, entered
):
    tally = a_tally([a_paper([1])] * entered, listed=2, seats=1)
    (found,) = [f for f in accounting_findings(accounting, tally, RULES) if f.code == code]
    assert (found.severity, found.waivable) == (severity, waivable)
    assert found.blocks is (severity == "error")


def test_that_the_difference_of_ballots_is_stated():
    tally = a_tally([a_paper([1])] * 9, listed=2, seats=1)
    (found,) = accounting_findings(ROUND, tally, RULES)
    assert found.params == {"entered": 9, "returned": 12, "difference": 3}
    assert found.article == "Điều 8"


papers = st.lists(st.builds(a_paper, st.sets(st.integers(1, 4))), max_size=20)


@given(papers)
def test_that_a_counted_tally_has_no_finding(cast):
    tally = a_tally(cast, listed=4, seats=2)
    assert tally_findings(candidates(4), tally, MarkMode.STRIKE, RULES) == []


def counted() -> Tally:
    return a_tally([a_paper([1, 2]), a_paper([3, 4]), a_paper([2, 3, 4])], listed=4, seats=2)


def lose_a_ballot(tally):
    tally.valid -= 1


def gain_a_strike(tally):
    tally.struck[4] += 1


def gain_three_strikes(tally):
    tally.struck[1] += 3


def lose_a_kept_name(tally):
    tally.kept_sizes[2] -= 1
    tally.kept_sizes[1] += 1


def blank_in_strike_mode(tally):
    tally.blank[1] += 1


@pytest.mark.parametrize(
    ("spoil", "expected"),
    [
        (lose_a_ballot, {"kept_sum_differs", "kept_ballots_differ"}),
        (gain_a_strike, {"kept_sum_differs"}),
        (gain_three_strikes, {"kept_sum_differs", "votes_above_valid"}),
        (lose_a_kept_name, {"kept_sum_differs"}),
        (blank_in_strike_mode, {"kept_sum_differs", "line_sum_differs"}),
    ],
)
def test_that_a_spoilt_count_is_found(spoil, expected):
    tally = counted()
    spoil(tally)
    found = tally_findings(candidates(4), tally, MarkMode.STRIKE, RULES)
    assert set(codes(found)) == expected
    assert all(finding.blocks and not finding.waivable for finding in found)


def bundles(*pairs):
    return [
        Bundle(id=i, number=i, expected=expected, entered=entered)
        for i, (expected, entered) in enumerate(pairs, start=1)
    ]


@pytest.mark.parametrize(
    ("stacks", "expected"),
    [
        (bundles((6, 6), (6, 6)), []),
        (bundles((None, 7), (None, 5)), []),
        (bundles((6, 5), (6, 6)), ["bundle_short"]),
        (bundles((6, 7), (6, 5)), ["bundle_over", "bundle_short"]),
        (bundles((6, 6), (5, 5)), ["bundles_sum_differs"]),
        (bundles((6, 6), (None, 5)), []),
        ([], []),
    ],
)
def test_that_bundles_add_up_to_what_was_returned(stacks, expected):
    found = bundle_findings(stacks, ROUND, RULES)
    assert codes(found) == expected
    assert all(finding.waivable and finding.blocks for finding in found)


def test_that_covers_are_not_compared_with_an_unknown_number():
    assert bundle_findings(bundles((6, 6)), Accounting(convened=12), RULES) == []


@pytest.mark.parametrize(
    ("board", "named"),
    [
        (["Vũ Thủy", "Lê Hoà"], ["Lê Hoà"]),
        (["LÊ HÒA"], ["LÊ HÒA"]),
        (["Lê Hoa", "Lê Hóa"], []),
        ([], []),
    ],
)
def test_that_a_counter_who_is_a_candidate_is_found(board, named):
    listed = [a_candidate(1, "Lê Hòa"), a_candidate(2, "Vũ An")]
    counters = [Duty(organ=Organ.COUNTING_BOARD, name=name) for name in board]
    standing = [duty.name for duty in counters_among(counters, listed, {})]
    found = board_findings(standing, RULES)
    assert [finding.params["name"] for finding in found] == named
    assert all(f.code == "counter_is_candidate" and f.article == "Điều 8" for f in found)


def waiver(finding: Finding) -> Waiver:
    return Waiver(code=waiver_key(finding), name="Lê An", reason="Đã đối chiếu", at="2025-01-01")


def test_that_a_named_person_may_let_a_finding_stand():
    (found,) = bundle_findings(bundles((6, 5)), an_accounting(6), RULES)
    (let,) = with_waivers([found], [waiver(found)])
    assert (let.waived_by, let.waived_reason, let.blocks) == ("Lê An", "Đã đối chiếu", False)
    assert (let.code, let.params, let.article) == (found.code, found.params, found.article)


def test_that_a_finding_whose_numbers_change_asks_again():
    (before,) = bundle_findings(bundles((6, 5)), an_accounting(6), RULES)
    (after,) = with_waivers(
        bundle_findings(bundles((6, 4)), an_accounting(6), RULES), [waiver(before)]
    )
    assert after.blocks


def test_that_what_cannot_be_waived_is_not():
    tally = a_tally([a_paper([1])] * 11, listed=2, seats=1)
    (missing,) = accounting_findings(ROUND, tally, RULES)
    (still,) = with_waivers([missing], [waiver(missing)])
    assert still.blocks
    assert still.severity is Severity.ERROR
