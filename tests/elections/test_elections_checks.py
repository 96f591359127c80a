"""The lines of the gate: a sum either holds or is a finding, never both, never neither."""

from __future__ import annotations

from dataclasses import replace

import pytest
from exports.sheets import build, candidates, random_papers
from hypothesis import given
from hypothesis import strategies as st

from congress_desk.domain.elections.findings import waiver_key, with_waivers
from congress_desk.domain.elections.round import Accounting, RoundState, Waiver
from congress_desk.i18n import message
from congress_desk.ui.desks.elections.gate.check_words import (
    check_remark,
    check_sentence,
    check_word,
)
from congress_desk.ui.desks.elections.gate.checks import CheckState, checks

FAILURES = {
    "present": {"present_missing", "present_above_convened"},
    "issued": {"present_missing", "issued_missing", "issued_above_present"},
    "returned": {"issued_missing", "returned_missing", "returned_above_issued"},
    "entered": {"returned_missing", "ballots_missing", "ballots_in_excess"},
}
NUMBERS = st.one_of(st.none(), st.integers(0, 12))


def a_sheet(ballots: int = 10, **numbers: int | None):
    people = candidates(4)
    papers = random_papers([c.id for c in people], 3, ballots)
    accounting = Accounting(**{"convened": 10} | numbers)
    return build(papers, people, 3, accounting=accounting, state=RoundState.COUNTING)[0]


@given(
    convened=st.integers(1, 12),
    present=NUMBERS,
    issued=NUMBERS,
    returned=NUMBERS,
    ballots=st.integers(0, 12),
)
def test_that_a_sum_either_holds_or_is_a_finding(convened, present, issued, returned, ballots):
    sheet = a_sheet(ballots, convened=convened, present=present, issued=issued, returned=returned)
    found = checks(sheet)
    holding = {check.code for check in found if check.state is CheckState.HOLDS}
    failing = {finding.code for finding in sheet.findings}
    for code, failures in FAILURES.items():
        assert (code in holding) != bool(failures & failing), (code, failing)


def test_that_errors_come_first_and_what_holds_last():
    sheet = a_sheet(8, present=9, issued=10, returned=10)
    states = [check.state for check in checks(sheet)]
    order = list(CheckState)
    assert states == sorted(states, key=order.index)
    assert states[0] is CheckState.WRONG and states[-1] is CheckState.HOLDS


def test_that_a_waived_error_is_told_with_who_and_why():
    sheet = a_sheet(10, present=9, issued=10, returned=10)
    error = next(f for f in sheet.findings if f.code == "issued_above_present")
    waiver = Waiver(code=waiver_key(error), name="Lê A", reason="đến muộn", at="")
    waived = replace(sheet, findings=with_waivers(sheet.findings, [waiver]))
    line = next(c for c in checks(waived) if c.code == "issued_above_present")
    assert (line.state, check_word(line)) == (CheckState.WAIVED, "Cho qua")
    assert check_remark(line) == "Lê A: đến muộn"


@pytest.mark.parametrize("numbers", [{}, {"present": 9, "issued": 10, "returned": 10}])
def test_that_every_line_has_a_sentence_and_every_error_a_remedy(numbers):
    for check in checks(a_sheet(8, **numbers)):
        assert check_sentence(check)
        assert check.article
        assert check_remark(check) or check.state is not CheckState.WRONG


@pytest.mark.parametrize(
    "code",
    [
        "present_missing", "issued_missing", "returned_missing", "present_above_convened",
        "issued_above_present", "returned_above_issued", "ballots_missing", "ballots_in_excess",
        "votes_above_valid", "line_sum_differs", "kept_sum_differs", "kept_ballots_differ",
        "bundle_short", "bundle_over", "bundles_sum_differs", "counter_is_candidate",
        "counters_differ",
    ],
)  # fmt: skip
def test_that_each_error_of_the_domain_has_its_remedy(code):
    assert message(f"remedy.{code}").endswith(".")
