"""A text longer than the file keeps is refused in words by the acts on elections, never a fault."""

from __future__ import annotations

import dataclasses

import pytest
from ballot_acts import printed
from congress_files import a_congress, a_declared_round, a_round, an_election, code_of, granted
from issue_acts import a_line, write

from congress_desk.actions.elections.accounting import edit_accounting
from congress_desk.actions.elections.ballot_issue import strike_issue_line
from congress_desk.actions.elections.ballot_prints import void_ballot_print
from congress_desk.actions.elections.recount import open_recount
from congress_desk.actions.elections.rounds import cancel_round
from congress_desk.actions.elections.superior import annul_round, appoint
from congress_desk.domain.ballot_papers.issue_register import IssueKind
from congress_desk.domain.decisions.decision import DecisionOrgan

LONG = "x" * 2001
TWO = {"first": "Đỗ Văn Trưởng", "second": "Phạm Thị Hoa", "actor": "TK"}
DOCUMENT = {"document": "12-QĐ/ĐU", "document_date": "05/06/2026", "issued_by": "Đảng ủy"}


@pytest.fixture
def file(tmp_path):
    made = a_congress(tmp_path / "dh.congress", an_election("BCH"))
    yield made
    made.close()


@pytest.mark.parametrize("field", ["reason", "document"])
def test_that_a_recount_refuses_a_long_text(file, field):
    found = a_declared_round(file)
    texts = {"reason": "khiếu nại", "document": "12-QĐ/ĐU", field: LONG}
    assert code_of(open_recount(file, found.id, **texts, **TWO)) == "text_too_long"


@pytest.mark.parametrize("field", ["reason", "document", "document_date", "issued_by", "article"])
def test_that_an_annulment_refuses_a_long_text(file, field):
    found = a_declared_round(file)
    texts = {**DOCUMENT, "reason": "sai nguyên tắc", field: LONG}
    told = annul_round(file, found.id, organ=DecisionOrgan.SUPERIOR, **texts, **TWO)
    assert code_of(told) == "text_too_long"


@pytest.mark.parametrize("field", ["reason", "document", "document_date", "issued_by"])
def test_that_an_appointment_refuses_a_long_text(file, field):
    texts = {**DOCUMENT, "reason": "theo quy định", field: LONG}
    assert code_of(appoint(file, 1, ["Lê Văn Nam"], **texts, actor="TK")) == "text_too_long"


def test_that_a_corrected_number_refuses_a_long_reason(file):
    found = a_round(file)
    changed = dataclasses.replace(found.accounting, convened=found.accounting.convened + 1)
    told = edit_accounting(file, found.id, changed, actor="TK", reason=LONG)
    assert code_of(told) == "text_too_long"


def test_that_a_struck_line_of_the_issue_register_refuses_a_long_reason(file):
    register = write(file, a_round(file).id, a_line(IssueKind.BOX_SEALED))
    told = strike_issue_line(file, register.lines[-1].id, LONG, actor="TK")
    assert code_of(told) == "text_too_long"


def test_that_a_print_run_taken_back_refuses_a_long_reason(tmp_path):
    file = a_congress(tmp_path / "in.congress", an_election("BCH"))
    run = granted(printed(file))
    assert code_of(void_ballot_print(file, run.id, LONG, actor="TK")) == "text_too_long"
    file.close()


def test_that_a_cancelled_round_refuses_a_long_reason(file):
    told = cancel_round(file, a_round(file).id, reason=LONG, actor="TK")
    assert code_of(told) == "text_too_long"
