"""From a candidate's votes to the sheets: for the board, of whole counts, told in the journal."""

from __future__ import annotations

import pytest
from bench import ENTER
from congress_files import (
    NAMES,
    a_congress,
    a_counted_round,
    a_declared_round,
    a_round,
    code_of,
    enter,
    granted,
)
from elections_bench import elections_desk
from operator_acts import CHAIR, COUNTER, HEAD, define_everybody, sits

from congress_desk.actions.duties.members import add_member
from congress_desk.actions.elections.checks.trace import trace_votes
from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.storage.act import about_of
from congress_desk.ui.desks.elections.checks.trace_dialog import TraceDialog

TWO = {"first": "Đỗ Văn Trưởng", "second": "Lê Thị Chủ", "actor": "TK"}


@pytest.fixture
def file(tmp_path):
    made = a_congress(tmp_path)
    yield made
    made.close()


def test_that_every_vote_of_every_candidate_has_its_sheet(file):
    found = a_counted_round(file)
    votes = [each.votes for each in round_sheet(file, found.id).result.candidates]
    for candidate, count in zip(found.candidates, votes, strict=True):
        traced = granted(trace_votes(file, found.id, candidate.id, **TWO))
        assert sum(len(bundle.places) for bundle in traced) == count


def test_that_the_journal_tells_who_looked_for_whom_and_no_sheet(file):
    found = a_counted_round(file)
    candidate = found.candidates[0]
    granted(trace_votes(file, found.id, candidate.id, **TWO))
    line = file.journal_lines()[-1]
    assert (line.act, about_of(line)["name"]) == ("trace_votes", candidate.name)
    assert TWO["first"] in about_of(line)["people"] and TWO["second"] in about_of(line)["people"]
    assert line.changes == "[]"
    assert file.check() == []


def test_that_two_people_are_named_where_there_are_no_operators(file):
    found = a_counted_round(file)
    refused = trace_votes(file, found.id, found.candidates[0].id, actor="TK")
    assert code_of(refused) == "two_names_needed"


def test_that_the_two_are_of_the_board_and_no_candidates(file):
    found = a_counted_round(file)
    second = Duty(organ=Organ.COUNTING_BOARD, name="Lê Thị Chủ", title="Thành viên")
    granted(add_member(file, second, actor="TK"))
    candidate, more = found.candidates[0].id, {"first": TWO["first"], "actor": "TK"}
    refused = trace_votes(file, found.id, candidate, second="Ai Đó", **more)
    assert (code_of(refused), refused.first.params["name"]) == ("trace_not_of_board", "Ai Đó")
    refused = trace_votes(file, found.id, candidate, second=NAMES[0], **more)
    assert code_of(refused) == "trace_is_candidate"
    granted(trace_votes(file, found.id, candidate, second="lê thị chủ", **more))


def test_that_nothing_is_told_before_the_last_ballot_is_in(file):
    found = a_round(file)
    enter(file, found, [4])
    refused = trace_votes(file, found.id, found.candidates[0].id, **TWO)
    assert code_of(refused) == "trace_too_early"


def test_that_with_operators_only_the_head_of_the_board_looks(file):
    found = a_counted_round(file)
    define_everybody(file)
    for name in (CHAIR, COUNTER):
        sits(file, name)
        refused = trace_votes(file, found.id, found.candidates[0].id, actor="TK")
        assert code_of(refused) == "role_may_not"
    sits(file, HEAD)
    granted(trace_votes(file, found.id, found.candidates[0].id, actor="TK"))
    assert file.journal_lines()[-1].actor == HEAD


def test_that_the_dialog_shows_the_sheets_for_two_names(qtbot, tmp_path):
    with elections_desk(tmp_path, qtbot, prepare=a_counted_round) as bench:
        bench.show("sample", 1)
        screen = bench.desk.shown_screen
        screen.commands.run("trace")
        bench.settle()
        dialog = screen.findChild(TraceDialog)
        dialog.first.setText("Đỗ Văn Trưởng")
        dialog.second.setFocus()
        bench.press("Lê Thị Chủ", ENTER)
        bench.settle()
        assert "Tệp 1: tờ" in dialog.text


def test_that_the_board_looks_after_the_result_is_declared_too(qtbot, tmp_path):
    with elections_desk(tmp_path, qtbot, prepare=a_declared_round) as bench:
        bench.show("result", 1)
        screen = bench.desk.shown_screen
        assert not screen.trace.isHidden()
        screen.commands.run("trace")
        bench.settle()
        dialog = screen.findChild(TraceDialog)
        dialog.first.setText("Đỗ Văn Trưởng")
        dialog.second.setFocus()
        bench.press("Lê Thị Chủ", ENTER)
        bench.settle()
        assert "Tệp 1: tờ" in dialog.text
