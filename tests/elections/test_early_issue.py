"""Ballots handed out before the round opens: written once printed, and joining the round."""

from __future__ import annotations

import sqlite3

import pytest
from ballot_acts import printed
from congress_files import (
    a_congress,
    an_election,
    anyway,
    code_of,
    enter,
    granted,
    ready_to_vote,
)
from issue_acts import ACTOR, a_line
from share_acts import a_company

from congress_desk.actions.elections.ballot_issue import strike_issue_line, write_issue_lines
from congress_desk.actions.elections.ballot_prints import void_ballot_print
from congress_desk.actions.elections.declaring import waive_finding
from congress_desk.actions.elections.early_issue import write_early_issue
from congress_desk.actions.elections.rounds import cancel_round, open_round
from congress_desk.domain.ballot_papers.issue_register import IssueKind
from congress_desk.domain.elections.round import Accounting
from congress_desk.domain.opening.conditions import conditions, unmet
from congress_desk.queries.elections.ballot_issue import early_issue_view, issue_register
from congress_desk.queries.elections.next_round import next_round
from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.queries.opening import opening_facts

BOX, HANDED, EXCHANGED = IssueKind.BOX_SEALED, IssueKind.HANDED, IssueKind.EXCHANGED
BACK, RETURNED, DESTROYED = IssueKind.TAKEN_BACK, IssueKind.RETURNED, IssueKind.DESTROYED
SIX = Accounting(convened=6, present=6)


@pytest.fixture
def file(tmp_path):
    made = a_congress(tmp_path, an_election("BCH"))
    ready_to_vote(made)
    yield made
    made.close()


def write(file, *lines):
    return write_early_issue(file, 1, lines, actor=ACTOR)


def opened(file, accounting=SIX, **more):
    how = {"accounting": accounting, "by_hand": False, "bundle_size": 3, "actor": ACTOR}
    return open_round(file, 1, **how, **more)


def missing(file):
    facts = opening_facts(file, 1, granted(next_round(file, 1)))
    return [finding.code for finding in unmet(conditions(facts, SIX, by_hand=False))]


def test_that_only_printed_ballots_are_handed_out_before_the_round(file):
    assert code_of(write(file, a_line(HANDED, 6))) == "issue_not_printed"
    granted(printed(file, copies=8))
    assert code_of(write(file, a_line(BOX, name="Ngô An"))) == "issue_name_stands"
    early = granted(write(file, a_line(BOX), a_line(HANDED, 4, "Chi bộ 1"), a_line(HANDED, 2)))
    assert (early.register.issued, early.register.printed) == (6, 8)
    assert code_of(write(file, a_line(HANDED, 3))) == "issue_more_than_printed"
    for kind in (RETURNED, DESTROYED):
        assert code_of(write(file, a_line(kind, 1))) == "issue_round_not_open"


def test_that_the_lines_join_the_round_and_issued_is_not_typed_again(file):
    granted(printed(file, copies=8))
    granted(write(file, a_line(BOX), a_line(HANDED, 6)))
    told = Accounting(convened=6, present=6, issued=5)
    assert code_of(opened(file, told)) == "issued_of_register"
    found = granted(opened(file))
    assert found.accounting.issued == 6
    register = issue_register(file, found.id)
    assert [line.kind for line in register.lines] == [BOX, HANDED]
    assert {line.round_id for line in register.lines} == {found.id}
    assert code_of(write(file, a_line(HANDED, 1))) == "issue_round_open"
    granted(write_issue_lines(file, found.id, [a_line(RETURNED, 6)], actor=ACTOR))
    assert early_issue_view(file, 1).round.id == found.id
    assert file.check() == []


def test_that_a_line_belongs_to_one_round_for_ever(file):
    granted(printed(file, copies=8))
    granted(write(file, a_line(BOX), a_line(HANDED, 6)))
    found = granted(opened(file))
    with pytest.raises(sqlite3.IntegrityError):
        file.db.conn.execute("UPDATE ballot_issue SET round_id = NULL")
    assert issue_register(file, found.id).issued == 6


def test_that_a_line_is_struck_out_before_the_round_too(file):
    granted(printed(file, copies=8))
    line = granted(write(file, a_line(HANDED, 6))).register.lines[0]
    assert code_of(strike_issue_line(file, line.id, "", actor=ACTOR)) == "reason_missing"
    assert granted(strike_issue_line(file, line.id, "nhầm", actor=ACTOR)).issued == 0
    assert granted(opened(file)).accounting.issued is None


def test_that_papers_of_a_void_run_are_taken_back_before_the_round(file):
    run = granted(printed(file, copies=8))
    granted(write(file, a_line(BOX), a_line(HANDED, 6, "Chi bộ 1")))
    granted(void_ballot_print(file, run.id, "mờ chữ", actor=ACTOR))
    assert missing(file) == ["ballots_void", "void_papers_out"]
    assert code_of(write(file, a_line(HANDED, 1))) == "issue_not_printed"
    granted(printed(file, copies=8))
    granted(write(file, a_line(BOX), a_line(HANDED, 6, "Chi bộ 1")))
    assert missing(file) == ["void_papers_out"]
    assert code_of(write(file, a_line(BACK, 7, "Chi bộ 1"))) == "issue_unit_holds_less"
    early = granted(write(file, a_line(BACK, 6, "chi bộ 1")))
    assert (early.register.issued, early.void_out, missing(file)) == (6, 0, [])
    found = granted(opened(file))
    assert found.accounting.issued == 6
    assert file.check() == []


def test_that_a_box_nobody_sealed_stands_against_the_opening_and_the_result(file):
    granted(printed(file, copies=8))
    granted(write(file, a_line(HANDED, 6)))
    assert missing(file) == ["box_not_sealed"]
    assert code_of(opened(file)) == "condition_missing"
    found = granted(opened(file, going_on=anyway(file)))
    told = {f.code: f for f in round_sheet(file, found.id).findings}
    assert told["box_not_sealed"].article == "Điều 8"
    assert not told["box_not_sealed"].blocks  # somebody answered for it when the round was opened


def test_that_the_gate_asks_for_the_box_of_a_register_that_is_kept(file):
    found = granted(opened(file))
    box = [f for f in round_sheet(file, found.id).findings if f.code == "box_not_sealed"]
    assert box == []  # nobody has to keep the register
    granted(write_issue_lines(file, found.id, [a_line(HANDED, 6)], actor=ACTOR))
    box = [f for f in round_sheet(file, found.id).findings if f.code == "box_not_sealed"]
    assert [f.blocks for f in box] == [True]
    granted(waive_finding(file, found.id, box[0], name="Ngô Bảo", reason="ghi riêng", actor="TK"))
    assert box[0].code not in {f.code for f in round_sheet(file, found.id).findings if f.blocks}
    granted(write_issue_lines(file, found.id, [a_line(BOX)], actor=ACTOR))
    assert "box_not_sealed" not in {f.code for f in round_sheet(file, found.id).findings}


def test_that_the_round_after_a_cancelled_one_begins_with_what_is_still_handed_out(file):
    granted(printed(file, copies=8))
    granted(write(file, a_line(BOX), a_line(HANDED, 4, "Chi bộ 1", name="Trần A")))
    first = granted(opened(file))
    more = [a_line(HANDED, 3), a_line(EXCHANGED, 1), a_line(BACK, 1)]
    granted(write_issue_lines(file, first.id, more, actor=ACTOR))
    wrong = granted(write_issue_lines(file, first.id, [a_line(HANDED, 1)], actor=ACTOR)).lines[-1]
    granted(strike_issue_line(file, wrong.id, "ghi nhầm", actor=ACTOR))
    before = issue_register(file, first.id)
    granted(cancel_round(file, first.id, reason="mở nhầm", actor=ACTOR))
    view = early_issue_view(file, 1)
    assert [(n.kind, n.papers, n.unit, n.name, n.at) for n in view.lines] == [
        (n.kind, n.papers, n.unit, n.name, n.at) for n in before.lines if n.stands
    ]
    assert (view.register.issued, view.register.unused, view.void_out) == (6, 1, 0)
    assert missing(file) == []
    again = granted(opened(file))
    assert (again.accounting.issued, issue_register(file, again.id).unused) == (6, 1)
    assert issue_register(file, first.id) == before
    assert file.check() == []


def test_that_papers_of_a_cancelled_round_are_taken_back_where_its_list_is_changed(file):
    run = granted(printed(file, copies=8))
    granted(write(file, a_line(BOX), a_line(HANDED, 6)))
    granted(cancel_round(file, granted(opened(file)).id, reason="thiếu tên", actor=ACTOR))
    granted(void_ballot_print(file, run.id, "thiếu tên", actor=ACTOR))
    granted(printed(file, copies=8))
    assert missing(file) == ["void_papers_out"]
    granted(write(file, a_line(BACK, 6), a_line(BOX)))
    assert missing(file) == []


def test_that_papers_that_came_back_before_a_round_was_cancelled_are_used(file):
    granted(printed(file, copies=8))
    granted(write(file, a_line(BOX), a_line(HANDED, 6)))
    first = granted(opened(file))
    granted(write_issue_lines(file, first.id, [a_line(RETURNED, 6)], actor=ACTOR))
    granted(cancel_round(file, first.id, reason="phát nhầm màu phiếu", actor=ACTOR))
    register = early_issue_view(file, 1).register
    assert (register.lines, register.printed, register.spent) == ((), 8, 6)
    assert missing(file) == ["ballots_too_few"]
    assert code_of(write(file, a_line(HANDED, 3))) == "issue_more_than_printed"
    granted(printed(file, copies=6))
    granted(write(file, a_line(BOX), a_line(HANDED, 6)))
    assert (missing(file), granted(opened(file)).accounting.issued) == ([], 6)


def test_that_ballots_entered_before_a_round_was_cancelled_are_used(file):
    granted(printed(file, copies=8))
    granted(write(file, a_line(BOX), a_line(HANDED, 6)))
    first = granted(opened(file))
    enter(file, first, [4])
    granted(cancel_round(file, first.id, reason="nhầm", actor=ACTOR))
    register = early_issue_view(file, 1).register
    assert (register.lines, register.spent) == ((), 6)


def test_that_a_round_cancelled_without_printed_ballots_leaves_nothing(file):
    first = granted(opened(file))
    granted(write_issue_lines(file, first.id, [a_line(HANDED, 6)], actor=ACTOR))
    granted(cancel_round(file, first.id, reason="nhầm", actor=ACTOR))
    assert early_issue_view(file, 1).lines == ()
    assert granted(opened(file)).accounting.issued is None


def test_that_ballots_by_shares_have_no_early_register(tmp_path):
    file = a_company(tmp_path)
    early = early_issue_view(file, 1)
    assert code_of(early.closed) == code_of(write(file, a_line(HANDED, 5))) == "issue_by_shares"
    file.close()
