"""The sheet of a round: what closes the gate, and the code printed on every paper."""

from __future__ import annotations

import pytest
from builders import a_paper, a_result, a_rule_set, an_accounting, candidates, papers_with_votes

from congress_desk.domain.congress import Congress, CongressDetails, CongressState
from congress_desk.domain.elections.ballots import MarkMode
from congress_desk.domain.elections.election import Election
from congress_desk.domain.elections.findings import Finding, Severity
from congress_desk.domain.elections.round import Round, RoundKind, RoundState
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.domain.elections.tally import Tally
from congress_desk.domain.journal import JournalLine, short_code

ERROR = Finding(code="ballots_missing", severity=Severity.ERROR)
WAIVED = Finding(code="bundle_short", severity=Severity.ERROR, waivable=True, waived_by="Lê An")
WARNING = Finding(code="same_name", severity=Severity.WARNING)


def a_sheet(result, findings=(), state=RoundState.COUNTING) -> RoundSheet:
    return RoundSheet(
        congress=Congress(
            uid="c1",
            details=CongressDetails(name="Đại hội"),
            state=CongressState.IN_SESSION,
            rules=a_rule_set(),
        ),
        election=Election(code="BCH", title="Bầu Ban Chấp hành", seats=1),
        round=Round(
            id=1,
            election_id=1,
            number=1,
            kind=RoundKind.FIRST,
            state=state,
            seats=1,
            mode=MarkMode.STRIKE,
            candidates=candidates(2),
            accounting=result.accounting,
            base_note="",
            surplus_reason="",
            opened_at="",
            declared_at="",
            cancel_reason="",
        ),
        base_sum=None,
        tally=Tally(),
        result=result,
        findings=tuple(findings),
        bundles=(),
        waivers=(),
        board=(),
        confirmed_by=(),
        head=JournalLine(seq=1, at="", actor="", act="", summary="", hash="7f3a91c2" + "0" * 56),
    )


def complete():
    return a_result(papers_with_votes([2, 1], ballots=3), listed=2, seats=1)


def void():
    accounting = an_accounting(2, returned=3)
    return a_result([a_paper([1])] * 3, listed=2, seats=1, accounting=accounting)


@pytest.mark.parametrize(
    ("result", "findings", "blocking"),
    [
        (complete(), [], ()),
        (complete(), [WARNING, WAIVED], ()),
        (complete(), [WARNING, ERROR, WAIVED], (ERROR,)),
        (void(), [ERROR], ()),
    ],
)
def test_that_only_an_error_nobody_let_stand_closes_the_gate(result, findings, blocking):
    assert a_sheet(result, findings).blocking == blocking


@pytest.mark.parametrize("state", RoundState)
def test_that_a_sealed_round_is_declared(state):
    assert a_sheet(complete(), state=state).declared is (state is RoundState.DECLARED)


def test_that_the_code_on_paper_is_the_beginning_of_the_journals_hash():
    assert short_code("7f3a91c2" + "0" * 56) == "7F3A-91C2"
    assert a_sheet(complete()).head.code == "7F3A-91C2"
