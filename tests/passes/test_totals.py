"""Bundles by totals: every sum is checked, and both kinds of bundle make one result."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from builders import a_paper, a_result
from congress_files import (
    a_congress,
    a_round,
    an_election,
    code_of,
    enter,
    fresh_uids,
    granted,
    reopened,
    striking,
)
from pass_acts import FIRST, SECOND, THIRD, a_pass, a_round_of_passes
from total_acts import a_sheet, one_bundle, totals_of_papers

from congress_desk.actions.elections.accounting import set_bundle
from congress_desk.actions.elections.ballots import enter_ballots, undo_last
from congress_desk.actions.elections.passes.opening import open_pass
from congress_desk.actions.elections.passes.restarting import restart_bundle
from congress_desk.actions.elections.passes.settling import count_by_hand
from congress_desk.actions.elections.totals.entering import enter_totals, void_totals
from congress_desk.actions.elections.totals.settling import resolve_totals
from congress_desk.domain.elections.ballots import BoardReason, InvalidReason, Paper
from congress_desk.domain.elections.comparison import compare_counts
from congress_desk.domain.elections.passes.bundle_passes import BundleState
from congress_desk.domain.elections.totals.bundle_totals import BundleTotals, NameTotals
from congress_desk.domain.elections.totals.comparison import TotalKind, TotalPlace
from congress_desk.errors import Refusal
from congress_desk.queries.elections.ballots import ballots
from congress_desk.queries.elections.passes.agreement import agreement_problems
from congress_desk.queries.elections.passes.bundles import bundle_of, compared_bundle
from congress_desk.queries.elections.rounds import round_sheet, running_sheet
from congress_desk.queries.elections.totals import compared_totals
from congress_desk.reports.document.document import Bullet
from congress_desk.reports.document.head import congress_wording
from congress_desk.reports.elections.counting_minutes.accounts import ballots_section
from congress_desk.reports.elections.workbook.ballots import bundles_sheet, matrix_sheet
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.opening import open_file


def counting(folder: Path) -> tuple[CongressFile, BundleTotals]:
    file = a_congress(folder)
    found = a_round(file)
    running_sheet(file, found.id)
    return file, one_bundle(file)


def codes(value: object) -> list[str]:
    assert isinstance(value, Refusal)
    return [problem.code for problem in value.problems]


def test_that_bundles_of_both_kinds_make_the_result_of_their_ballots(tmp_path: Path) -> None:
    file, _ = counting(tmp_path)
    (tmp_path / "two").mkdir()
    typed = a_congress(tmp_path / "two")
    first = round_sheet(file, 1).round
    other = a_round(typed)
    marked = [[4], [4], [3]], [[1], [2, 3], []]
    for each, bundle in zip(marked, (1, 2), strict=True):
        enter(typed, other, *each, bundle=bundle)
    enter(file, first, *marked[0])
    totals = totals_of_papers(file, first, [striking(first, each) for each in marked[1]])
    granted(enter_totals(file, first.id, 2, totals, operator="Nhập"))
    here, there = round_sheet(file, first.id), round_sheet(typed, other.id)
    assert here.result == there.result
    assert here.tally.same_as(there.tally)
    assert here.kept_agrees, "the count kept up to now was held against the rows"
    assert [b.by_totals for b in here.bundles] == [False, True]
    assert len(ballots(file, first.id)) == 3, "nothing stores a ballot of a tally sheet"


def test_that_ticked_totals_count_lines_that_do_not(tmp_path: Path) -> None:
    file = a_congress(tmp_path, an_election("BT", 2, 2))
    found = a_round(file, "BT")
    one, two = (c.id for c in found.candidates)
    papers = [Paper(struck=frozenset({one}), both=frozenset({two})), Paper(), Paper()]
    granted(enter_totals(file, found.id, 1, totals_of_papers(file, found, papers), operator="Nhập"))
    result = round_sheet(file, found.id).result
    assert [(c.votes, c.against, c.uncounted) for c in result.candidates] == [(2, 1, 0), (2, 0, 1)]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"valid": 4}, ["totals_line_differs"] * 4 + ["totals_kept_differ"]),
        ({"kept": {3: 2, 2: 1}}, ["totals_votes_differ"]),
        ({"kept": {3: 2}}, ["totals_kept_differ", "totals_votes_differ"]),
        ({"kept": {4: 3}}, ["totals_kept_outside"]),
        ({"kept": {0: 3}}, ["totals_kept_outside"]),
        ({"valid": -1}, ["totals_number_wrong"]),
        ({"names": {}}, ["totals_names_missing"]),
        ({"valid": 0, "kept": {}, "invalid": {}}, ["totals_empty"]),
    ],
)
def test_that_a_sum_that_does_not_hold_is_said(
    tmp_path: Path, change: dict[str, object], said: list[str]
) -> None:
    file, totals = counting(tmp_path)
    wrong = replace(totals, **change)
    assert codes(enter_totals(file, 1, 1, wrong, operator="Nhập")) == said


def test_that_a_name_has_no_more_votes_than_there_are_valid_ballots(tmp_path: Path) -> None:
    file, totals = counting(tmp_path)
    first = next(iter(totals.names))
    wrong = replace(totals, names={**totals.names, first: NameTotals(agree=4)})
    said = codes(enter_totals(file, 1, 1, wrong, operator="Nhập"))
    assert said == ["totals_above_valid", "totals_votes_differ"]


def test_that_sums_which_hold_by_two_errors_are_still_seen_where_no_ballots_give_them(
    tmp_path: Path,
) -> None:
    file, _ = counting(tmp_path)
    found = round_sheet(file, 1).round
    # Two ballots keep one name each and one keeps three: nobody but one name can have three votes.
    wrong = a_sheet(found, [3, 2, 0, 0], {3: 1, 1: 2})
    assert codes(enter_totals(file, 1, 1, wrong, operator="Nhập")) == ["totals_impossible"]


def test_that_more_sheets_than_the_cover_says_are_refused_and_fewer_asked_about_once(
    tmp_path: Path,
) -> None:
    file, totals = counting(tmp_path)
    found = round_sheet(file, 1).round
    four = a_sheet(found, [4, 4, 4, 0], {3: 4})
    assert codes(enter_totals(file, 1, 1, four, operator="Nhập")) == ["totals_above_cover"]
    two = a_sheet(found, [2, 2, 2, 0], {3: 2})
    assert codes(enter_totals(file, 1, 1, two, operator="Nhập")) == ["totals_below_cover"]
    granted(enter_totals(file, 1, 1, two, operator="Nhập", short=True))
    closing = [f.code for f in round_sheet(file, 1).blocking]
    assert "bundle_short" in closing, "a named person answers for the sheet that is not there"
    assert code_of(set_bundle(file, 1, 1, 1, actor="TK")) == "bundle_expected_wrong"
    assert totals.sheets == 3


def test_that_a_bundle_is_of_one_kind(tmp_path: Path) -> None:
    file, totals = counting(tmp_path)
    found = round_sheet(file, 1).round
    enter(file, found, [4], bundle=2)
    assert codes(enter_totals(file, 1, 2, totals, operator="N")) == ["totals_bundle_begun"]
    granted(enter_totals(file, 1, 1, totals, operator="N"))
    assert codes(enter_totals(file, 1, 1, totals, operator="N")) == ["totals_entered_already"]
    typed = enter_ballots(file, 1, 1, [Paper()], fresh_uids(1), operator="N")
    assert code_of(typed) == "bundle_by_totals"
    assert code_of(undo_last(file, 1, operator="N")) == "nothing_to_undo"


def test_that_totals_set_aside_stay_in_the_file_and_the_bundle_is_typed(tmp_path: Path) -> None:
    file, totals = counting(tmp_path)
    granted(enter_totals(file, 1, 1, totals, operator="N"))
    assert code_of(void_totals(file, 1, 1, reason=" ", operator="N")) == "reason_missing"
    granted(void_totals(file, 1, 1, reason="nhầm tệp", operator="N"))
    sheet = round_sheet(file, 1)
    assert sheet.tally.entered == 0
    assert sheet.kept_agrees
    assert len(file.rows("SELECT * FROM bundle_total")) == 4
    enter(file, sheet.round, [4], [4], [3])
    granted(enter_totals(file, 1, 2, totals, operator="N"))
    file = reopened(file)
    assert round_sheet(file, 1).tally.entered == 6
    assert [b.entered for b in round_sheet(file, 1).bundles] == [3, 3]


def test_that_totals_are_entered_twice_by_different_people_and_count_when_they_agree(
    tmp_path: Path,
) -> None:
    file, found = a_round_of_passes(tmp_path)
    totals = one_bundle(file)
    granted(enter_totals(file, found.id, 1, totals, operator=FIRST))
    assert round_sheet(file, found.id).tally.entered == 0, "nobody sees the totals of one pass"
    again = enter_totals(file, found.id, 1, totals, operator=FIRST)
    assert code_of(again) == "pass_operator_twice"
    agreed = granted(enter_totals(file, found.id, 1, totals, operator=SECOND))
    assert agreed.state is BundleState.AGREED
    sheet = round_sheet(file, found.id)
    assert sheet.tally.entered == 3
    assert sheet.passes is not None
    assert sheet.passes.not_agreed == (2,)
    assert not sheet.passes.unfounded


def differing(folder: Path) -> tuple[CongressFile, int]:
    """Return a round in which two passes of bundle 1 tell other votes of two names."""
    file, found = a_round_of_passes(folder)
    granted(enter_totals(file, found.id, 1, one_bundle(file), operator=FIRST))
    other = a_sheet(found, [3, 3, 2, 1], {3: 3})
    granted(enter_totals(file, found.id, 1, other, operator=SECOND))
    return file, found.id


def test_that_only_totals_that_differ_are_typed_again_by_somebody_else(tmp_path: Path) -> None:
    file, round_id = differing(tmp_path)
    compared = compared_totals(file, round_id, 1)
    assert compared is not None
    names = [place.candidate for place in compared.differing]
    third, fourth = (c.id for c in round_sheet(file, round_id).round.candidates[2:])
    assert names == [third, fourth]
    typed = {
        TotalPlace(kind=TotalKind.NAME, candidate=third): NameTotals(agree=2, disagree=1),
        TotalPlace(kind=TotalKind.NAME, candidate=fourth): NameTotals(agree=1, disagree=2),
    }
    assert code_of(resolve_totals(file, round_id, 1, typed, operator=FIRST)) == (
        "resolver_typed_a_pass"
    )
    one = dict(list(typed.items())[:1])
    assert code_of(resolve_totals(file, round_id, 1, one, operator=THIRD)) == "totals_other_places"
    granted(resolve_totals(file, round_id, 1, typed, operator=THIRD))
    sheet = round_sheet(file, round_id)
    assert [c.votes for c in sheet.result.candidates] == [3, 3, 2, 1]
    assert not list(agreement_problems(file))
    assert sheet.passes is not None
    assert not sheet.passes.unfounded


def test_that_a_settled_sheet_must_hold_its_sums_too(tmp_path: Path) -> None:
    file, round_id = differing(tmp_path)
    third, fourth = (c.id for c in round_sheet(file, round_id).round.candidates[2:])
    typed = {
        TotalPlace(kind=TotalKind.NAME, candidate=each): NameTotals(agree=2, disagree=1)
        for each in (third, fourth)
    }
    assert codes(resolve_totals(file, round_id, 1, typed, operator=THIRD)) == [
        "totals_votes_differ"
    ]


def test_that_a_bundle_by_totals_begun_anew_can_be_typed(tmp_path: Path) -> None:
    file, round_id = differing(tmp_path)
    assert code_of(open_pass(file, round_id, 1, operator=THIRD)) == "bundle_by_totals"
    assert code_of(count_by_hand(file, round_id, 1, 3, operator=THIRD)) == "bundle_by_totals"
    assert compared_bundle(file, round_id, 1) is None
    granted(restart_bundle(file, round_id, 1, reason="lẫn", operator=THIRD))
    found = round_sheet(file, round_id).round
    a_pass(file, found, [4], [4], [4], by=FIRST)
    a_pass(file, found, [4], [4], [4], by=SECOND)
    bundle = bundle_of(file, round_id, 1)
    assert bundle is not None
    assert bundle.agreed == 3
    assert not bundle.by_totals


def test_that_totals_changed_behind_the_program_close_the_gate(tmp_path: Path) -> None:
    file, totals = counting(tmp_path)
    granted(enter_totals(file, 1, 1, totals, operator="N"))
    file.close()
    db = sqlite3.connect(file.path)
    db.execute("DROP TRIGGER total_is_never_changed")
    db.execute("UPDATE bundle_total SET agree = agree + 1, disagree = disagree - 1 WHERE agree = 0")
    db.commit()
    db.close()
    opened = open_file(file.path)
    assert isinstance(opened, Refusal) or "bundle_totals_wrong" in [
        finding.code for finding in round_sheet(opened, 1).blocking
    ]


def test_that_minutes_and_workbook_say_which_bundles_have_totals_alone(tmp_path: Path) -> None:
    file, totals = counting(tmp_path)
    found = round_sheet(file, 1).round
    enter(file, found, [4], [1], [4])
    granted(enter_totals(file, 1, 2, totals, operator="N"))
    sheet = round_sheet(file, 1)
    words = congress_wording(sheet.congress)
    said = [
        "".join(run.text for run in block.runs)
        for block in ballots_section(sheet, words)
        if isinstance(block, Bullet)
    ]
    assert any(line.startswith("Tệp số 2, cộng 3 phiếu, được kiểm bằng tay") for line in said)
    cast = ballots(file, 1)
    matrix = matrix_sheet(sheet, cast, words)
    rows = matrix.sections[0].rows
    assert [row.values[0] for row in rows[:4]] == [1, 1, 1, 2]
    assert rows[3].values[-5:] == (3, 3, 3, 0, 9)
    assert set(rows[-1].values[-5:]) == {0}, "the differences are none"
    assert any("Tệp 2 nhập theo phiếu tổng hợp" in note for note in matrix.notes)
    by_bundle = bundles_sheet(sheet, cast, words).sections[0].rows
    assert by_bundle[1].values[:5] == (2, 3, 3, 3, 0)


def test_that_a_recount_of_a_bundle_by_totals_is_compared_by_its_totals() -> None:
    result = a_result([a_paper([4])] * 3, listed=4, seats=3)
    typed = compare_counts((), (), (result, result), by_totals={2})
    assert typed.same
    assert typed.by_totals == (2,)
    other = replace(result, kept_sizes={1: 1, 2: 2})
    assert not compare_counts((), (), (result, other), by_totals={2}).same


def test_that_other_reasons_of_a_tally_sheet_stand_beside_those_in_the_words_of_the_board(
    tmp_path: Path,
) -> None:
    file, _ = counting(tmp_path)
    found = round_sheet(file, 1).round
    torn = Paper(board_reason=BoardReason.OTHER, board_text="rách đôi")
    enter(file, found, [4], [4], torn)
    sheet = a_sheet(found, [1, 1, 1, 0], {3: 1})
    granted(
        enter_totals(file, 1, 2, replace(sheet, invalid={InvalidReason.OTHER: 2}), operator="N")
    )
    whole = round_sheet(file, 1)
    words = congress_wording(whole.congress)
    said = [
        "".join(run.text for run in block.runs)
        for block in ballots_section(whole, words, other_reasons=(("rách đôi", 1),))
        if isinstance(block, Bullet)
    ]
    assert any("lý do khác: 2; rách đôi: 1" in line for line in said), said
