"""The lines of the gate: a sum either holds or is a finding, never both, never neither."""

from __future__ import annotations

import inspect
import re
from dataclasses import replace
from pathlib import Path

import pytest
from exports.sheets import build, candidates, random_papers
from hypothesis import given
from hypothesis import strategies as st

from congress_desk.domain.elections import findings
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
    "entered": {
        "returned_missing",
        "ballots_missing",
        "ballots_missing_some_wait",
        "ballots_in_excess",
    },
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


ERROR = re.compile(r'(?:_error|_waivable)\(\s*"(\w+)"|"(\w+)",\s*Severity\.ERROR')


def errors_of_a_round() -> list[str]:
    """Return the codes of every error that the domain's elections know, read from the sources.

    Codes that are chosen by a condition stand in no call; they are named here.
    """
    folder = Path(inspect.getfile(findings)).parent
    found = [ERROR.findall(each.read_text("utf-8")) for each in sorted(folder.rglob("*.py"))]
    chosen = {
        "present_missing", "issued_missing", "returned_missing", "ballots_missing",
        "ballots_in_excess", "bundle_short", "bundle_over", "counters_differ",
    }  # fmt: skip
    return sorted(chosen | {code for codes in found for pair in codes for code in pair if code})


def test_that_the_errors_are_found_in_the_sources():
    assert {"doubts_waiting", "shares_sum_differs", "line_sum_differs"} < set(errors_of_a_round())


@pytest.mark.parametrize("code", errors_of_a_round())
def test_that_each_error_of_the_domain_has_its_remedy(code):
    assert message(f"remedy.{code}").endswith(".")
