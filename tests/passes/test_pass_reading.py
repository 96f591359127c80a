"""What is told of a round of several passes: agreed ballots alone, and a gate that can be red."""

from __future__ import annotations

import dataclasses

import pytest
from congress_files import (
    a_congress,
    a_round,
    code_of,
    enter,
    fresh_uids,
    granted,
    reopened,
    striking,
)
from pass_acts import FIRST, SECOND, THIRD, a_pass, a_round_of_passes, both_passes

from congress_desk.actions.elections.declaring import (
    declare_result,
    recount_problems,
    waive_finding,
)
from congress_desk.actions.elections.passes.settings import set_entry_settings
from congress_desk.actions.elections.passes.settling import resolve_place
from congress_desk.actions.elections.recount import open_recount
from congress_desk.domain.elections.passes.settings import EntrySettings
from congress_desk.i18n import finding_text, problem_text
from congress_desk.papers import export_papers
from congress_desk.queries.elections.ballots import ballots, last_ballots
from congress_desk.queries.elections.passes.pass_sums import pass_sums
from congress_desk.queries.elections.round_context import round_context
from congress_desk.queries.elections.rounds import round_sheet, running_sheet
from congress_desk.queries.journal import printed_journal
from congress_desk.ui.desks.elections.gate.checks import CheckState, checks

CHAIR = {"first": "Đỗ Văn Trưởng", "second": "Lê Chủ Tịch", "reason": "thử", "actor": "TK"}
FIRST_BUNDLE, SECOND_BUNDLE = [[4], [4], [3]], [[4], [2], [4]]


@pytest.fixture
def held(tmp_path):
    file, found = a_round_of_passes(tmp_path)
    yield file, found
    file.close()


def counted(held):
    file, found = held
    running_sheet(file, found.id)  # as a screen does when it opens
    both_passes(file, found, FIRST_BUNDLE, FIRST_BUNDLE)
    both_passes(file, found, SECOND_BUNDLE, SECOND_BUNDLE, bundle=2)


def declared(held):
    file, found = held
    for finding in round_sheet(file, found.id).findings:
        if finding.waivable and not finding.waived_by:
            granted(waive_finding(file, found.id, finding, name="Ai", reason="thử", actor="TK"))
    return declare_result(file, found.id, **CHAIR)


def codes(held) -> set[str]:
    file, found = held
    return {finding.code for finding in round_sheet(file, found.id).blocking}


def holding(held) -> set[str]:
    file, found = held
    all_checks = checks(round_sheet(file, found.id))
    return {check.code for check in all_checks if check.state is CheckState.HOLDS}


def test_that_no_total_of_a_pass_is_told_before_its_bundle_is_agreed(held):
    file, found = held
    a_pass(file, found, *FIRST_BUNDLE, by=FIRST)
    for sheet in (round_sheet(file, found.id), running_sheet(file, found.id)):
        assert sheet.tally.entered == 0
        assert [bundle.entered for bundle in sheet.bundles] == [0, 0]
    assert (ballots(file, found.id), last_ballots(file, found.id)) == ((), ())
    a_pass(file, found, *FIRST_BUNDLE, by=SECOND)
    assert running_sheet(file, found.id).tally.entered == 3
    assert [b.sequence for b in ballots(file, found.id)] == [1, 2, 3]
    assert last_ballots(file, found.id) == ()


def test_that_the_result_is_that_of_the_same_papers_entered_once(held, tmp_path):
    file, found = held
    counted(held)
    (tmp_path / "once").mkdir()
    other = a_congress(tmp_path / "once")
    single = a_round(other)
    enter(other, single, *FIRST_BUNDLE)
    enter(other, single, *SECOND_BUNDLE, bundle=2)
    twice, once = round_sheet(file, found.id), round_sheet(other, single.id)
    assert twice.result == once.result
    assert twice.tally == once.tally
    assert twice.bundles == once.bundles
    other.close()


def test_that_the_kept_count_follows_the_agreed_ballots(held):
    file, found = held
    counted(held)
    sheet = round_sheet(file, found.id)
    assert sheet.kept_agrees
    assert dataclasses.replace(running_sheet(file, found.id), passes=None) == dataclasses.replace(
        sheet, passes=None
    )


def test_that_a_round_is_declared_only_when_every_bundle_is_agreed(held):
    file, found = held
    both_passes(file, found, FIRST_BUNDLE, FIRST_BUNDLE)
    both_passes(file, found, SECOND_BUNDLE, [[4], [1], [4]], bundle=2)
    refused = declare_result(file, found.id, **CHAIR)
    assert code_of(refused) == "gate_closed"
    said = " ".join(map(problem_text, refused.problems))
    assert "1 tệp chưa khớp giữa các lượt nhập: 2;" in said
    # Both passes of it hold all its sheets: it is not called short, and nobody lets it stand so.
    assert "bundle_short" not in codes(held)
    paper = striking(found, [2])
    granted(resolve_place(file, found.id, 2, 2, paper, *fresh_uids(1), operator=THIRD))
    assert codes(held) == set()
    granted(declared(held))
    assert recount_problems(file) == []
    assert file.check() == []


def test_that_the_gate_says_what_holds_between_the_passes(held):
    file, found = held
    counted(held)
    assert {"passes_agree", "pass_sums", "incremental_count"} <= holding(held)


def test_that_sums_that_nobody_kept_are_not_said_to_hold(held):
    file, found = held
    counted(held)
    file = reopened(file)
    held = (file, found)
    assert "passes_agree" in holding(held)
    assert "pass_sums" not in holding(held)
    file.close()


def test_that_sums_that_differ_from_the_other_pass_close_the_gate(held):
    file, found = held
    counted(held)
    pass_sums(file, found.id)[2, 2][3] -= 1
    assert codes(held) == {"pass_sums_differ"}
    (finding,) = round_sheet(file, found.id).blocking
    assert finding_text(finding).endswith("ở 1 tệp: 2")
    assert not finding.waivable


def test_that_agreed_ballots_that_no_pass_bears_out_close_the_gate_and_are_found(held):
    """As if a fault of the program had let a ballot count that the passes do not agree on."""
    file, found = held
    counted(held)
    with file.act("resolve_place", actor="lỗi", bundle=1, place=1) as act:
        other = file.rows("SELECT id FROM ballot WHERE pass_id = 2")[0]["id"]
        act.update("agreed_ballot", (1, 1), ballot_id=other)
    assert codes(held) == {"passes_differ"}
    assert [p.code for p in recount_problems(file)] == ["agreed_unfounded"]
    assert "passes_agree" not in holding(held)
    assert file.check() == []


def test_that_a_round_of_one_pass_has_no_passes_at_its_gate(tmp_path):
    file = a_congress(tmp_path)
    found = a_round(file)
    assert round_sheet(file, found.id).passes is None
    assert not {"passes_agree", "pass_sums"} & holding((file, found))
    file.close()


def test_that_a_recount_is_entered_as_often_and_compared_with_the_first_count(held):
    file, found = held
    counted(held)
    granted(declared(held))
    granted(set_entry_settings(file, EntrySettings(passes=3), actor="TK"))
    again = granted(
        open_recount(file, found.id, reason="khiếu nại", first="A B", second="C D", actor="TK")
    )
    assert again.passes == 3
    for by in (FIRST, SECOND, THIRD):
        a_pass(file, again, *FIRST_BUNDLE, by=by)
        a_pass(file, again, [4], [1], [4], by=by, bundle=2)
    comparison = round_context(file, again.id).comparison
    assert [(d.bundle, d.place) for d in comparison.ballots] == [(2, 2)]


def test_that_papers_are_made_of_a_round_of_several_passes(held, tmp_path):
    file, found = held
    counted(held)
    granted(declared(held))
    made = tmp_path / "giấy"
    granted(export_papers(file, made, ("counting-minutes", "results"), written=lambda _: None))
    assert len(list(made.iterdir())) >= 2


def test_that_the_printed_journal_folds_the_entries_of_passes(held):
    file, found = held
    counted(held)
    acts = {line.act for line in printed_journal(file)}
    assert "ghi phiếu" in acts
    assert "ghi phiếu trong lượt" not in acts
