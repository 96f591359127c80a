"""Where an election stands and what comes next: the state machine, from one table."""

from __future__ import annotations

import re

import pytest
from builders import TWO_THIRDS
from congress_files import an_election
from source_calls import PACKAGE

from congress_desk.domain.elections.ballots import MarkMode
from congress_desk.domain.elections.result import RoundOutcome
from congress_desk.domain.elections.round import Accounting, Round, RoundKind, RoundState
from congress_desk.domain.elections.stages import (
    Stage,
    Step,
    held_rounds,
    stage_of,
    step_after,
)
from congress_desk.domain.rules.quorum import is_quorum


def a_round(state: RoundState = RoundState.COUNTING, returned: int | None = 10) -> Round:
    return Round(
        id=1, election_id=1, number=1, kind=RoundKind.FIRST, state=state, seats=3,
        mode=MarkMode.STRIKE, candidates=(), accounting=Accounting(convened=10, returned=returned),
        base_note="", surplus_reason="", opened_at="", declared_at="", cancel_reason="",
    )  # fmt: skip


DECLARED = a_round(RoundState.DECLARED)


@pytest.mark.parametrize(
    ("names", "last", "entered", "outcome", "elected", "stage", "step"),
    [
        (0, None, 0, None, 0, Stage.NO_LIST, Step.EDIT_LIST),
        (4, None, 0, None, 0, Stage.NOT_OPENED, Step.OPEN_ROUND),
        (4, a_round(), 9, None, 0, Stage.COUNTING, Step.COUNT),
        (4, a_round(returned=None), 9, None, 0, Stage.COUNTING, Step.COUNT),
        (4, a_round(), 10, None, 0, Stage.COUNTED, Step.DECLARE),
        (4, DECLARED, 10, RoundOutcome.COMPLETE, 3, Stage.COMPLETE, Step.SEE_RESULT),
        (4, DECLARED, 10, RoundOutcome.COMPLETE, 2, Stage.SHORT, Step.SEE_RESULT),
        (4, DECLARED, 10, RoundOutcome.SHORT, 2, Stage.SHORT, Step.SEE_RESULT),
        (4, DECLARED, 10, RoundOutcome.TIE, 2, Stage.TIE, Step.SEE_RESULT),
        (4, DECLARED, 10, RoundOutcome.VOID, 0, Stage.VOID, Step.SEE_RESULT),
    ],
)
def test_that_an_election_stands_by_its_newest_round(
    names, last, entered, outcome, elected, stage, step
):
    held = an_election(names=names)
    found = stage_of(held, last, entered=entered, outcome=outcome, elected=elected)
    assert (found, step_after(found)) == (stage, step)


def test_that_a_cancelled_round_was_not_held():
    assert held_rounds([a_round(RoundState.CANCELLED), DECLARED]) == (DECLARED,)


@pytest.mark.parametrize(
    ("present", "convened", "enough"),
    [(0, 0, False), (1, 1, True), (2, 3, True), (1, 3, False), (3, 4, True), (79, 119, False),
     (80, 119, True), (80, 120, True)],
)  # fmt: skip
def test_that_two_thirds_of_those_convened_has_quorum(present, convened, enough):
    assert is_quorum(present, convened, TWO_THIRDS) is enough
    assert (present >= TWO_THIRDS.needed(convened)) is enough or not convened


def test_that_the_rule_of_two_thirds_is_written_once():
    rule = re.compile(r"\* 3 (<|>)=? .*\* 2|\* 2 \+ 2\) // 3|Fraction\(2, 3\)")
    found = {
        str(path.relative_to(PACKAGE)) for path in PACKAGE.rglob("*.py")
        if rule.search(path.read_text("utf-8"))
    }  # fmt: skip
    assert found == {"domain/rules/rule_set.py"}
