"""Organisations other than the Party: each rule set drives its congress, by figures of hand."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from congress_files import a_congress, a_round, an_election, code_of, enter, granted
from document_text import document_text
from motion_acts import FREE, A, a_voted_motion

from congress_desk.actions.congress import edit_rules
from congress_desk.actions.elections.declaring import declare_result
from congress_desk.domain.elections.result import CandidateOutcome, NextStep, RoundOutcome
from congress_desk.domain.motions import Hands, MotionOutcome
from congress_desk.domain.rules.rule_file import write_rules
from congress_desk.domain.rules.rule_set import MajorityBase, MotionBase
from congress_desk.domain.rules.threshold import Compare
from congress_desk.papers import available, make_paper
from congress_desk.queries.congress import congress
from congress_desk.queries.elections.lists import elections
from congress_desk.queries.elections.next_round import next_round
from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.reports.document.document import Document
from congress_desk.reports.elections.counting_minutes.minutes import counting_minutes

PARTY_WORDS = ("Đảng", "đảng viên", "cấp ủy", "Bí thư", "Điều 30")


def every_document(file):
    """Return each paper of a congress as text, by its kind."""
    drafts = (make_paper(file, paper) for paper in available(file))
    return {
        d.paper.kind: document_text(d.content) for d in drafts if isinstance(d.content, Document)
    }


def declared(file, found):
    granted(declare_result(file, found.id, first="Đỗ A", second="Lê B", reason="thử", actor="TK"))
    return round_sheet(file, found.id)


def test_that_an_association_elects_and_carries_with_at_least_two_thirds(tmp_path):
    """Nine present. Two thirds of nine are six: names with 9, 6 and 5 votes; 6 of 9 hands carry."""
    file = a_congress(
        tmp_path, an_election("BCH", names=3, seats=2), rule_set_id="generic", people=9
    )
    rules = congress(file).kept_rules
    changed = {
        "more_than": Fraction(2, 3),
        "compare": Compare.AT_LEAST,
        "base": MajorityBase.PRESENT,
        "motion_base": MotionBase.PRESENT,
        "motion_share": Fraction(2, 3),
        "motion_compare": Compare.AT_LEAST,
    }
    granted(edit_rules(file, write_rules(replace(rules, **changed)), actor=A))
    lost = a_voted_motion(file, Hands(in_favour=5, against=4), FREE)
    carried = a_voted_motion(file, Hands(in_favour=6, against=3), FREE)
    assert (lost.outcome, carried.outcome) == (MotionOutcome.NOT_CARRIED, MotionOutcome.CARRIED)
    found = a_round(file, papers=9, bundle_size=9)
    enter(file, found, [3], [3], [3], [3], [2], [2], [2], [2, 3], [2, 3])
    sheet = declared(file, found)
    assert [c.votes for c in sheet.result.candidates] == [9, 4, 3]
    assert (sheet.result.majority.needed, sheet.result.outcome) == (6, RoundOutcome.SHORT)
    text = document_text(counting_minutes(sheet))
    assert "Trúng cử phải đạt ít nhất hai phần ba của 9, tức từ **6** phiếu trở lên" in text
    assert "Không đạt mức trúng cử" in text
    assert "quá bán" not in text.casefold()
    papers = every_document(file)
    assert "ít nhất hai phần ba số đại biểu có mặt" in papers["motions"]
    for kind in ("counting-minutes", "minutes", "resolution", "motions"):
        for word in PARTY_WORDS:
            assert word not in papers[kind].replace("Đại hội Đảng bộ Phường 19", ""), (kind, word)
    assert file.check() == []
    file.close()


def test_that_the_youth_union_counts_on_returned_ballots_and_stops_after_two_rounds(tmp_path):
    """18 returned: 10 needed. Two of three seats in round 1, none in round 2: the end."""
    file = a_congress(
        tmp_path, an_election("BCH", names=4, seats=3), rule_set_id="doan-tncs", people=20
    )
    first = a_round(file, papers=18, bundle_size=18)
    enter(file, first, *([[3, 4]] * 9), *([[1, 3]] * 1), *([[4]] * 8))
    sheet = declared(file, first)
    assert (sheet.result.majority.base, sheet.result.majority.of) == (MajorityBase.RETURNED, 18)
    assert sheet.result.majority.needed == 10
    assert [c.votes for c in sheet.result.candidates] == [17, 18, 8, 1]
    assert sheet.result.outcome is RoundOutcome.SHORT
    assert NextStep.SECOND_ROUND in sheet.result.next_steps
    second = a_round(file, papers=18, bundle_size=18)
    assert {c.id for c in second.candidates} == {c.id for c in first.candidates[2:]}
    enter(file, second, *([[1]] * 9), *([[2]] * 9))
    last = declared(file, second)
    assert last.result.by_position(1).outcome is CandidateOutcome.NO_MAJORITY
    assert last.result.next_steps[0] is NextStep.NO_MORE_ROUNDS
    assert code_of(next_round(file, elections(file)[0].id)) == "rounds_used_up"
    assert "ĐOÀN TNCS HỒ CHÍ MINH" in document_text(counting_minutes(last))
    file.close()


@pytest.mark.parametrize("rule_set_id", ["cong-doan", "phu-nu", "nong-dan", "ccb", "generic"])
def test_that_an_organisations_papers_speak_in_its_own_words(tmp_path, rule_set_id):
    file = a_congress(tmp_path, an_election(), rule_set_id=rule_set_id)
    found = a_round(file)
    enter(file, found, [4], [4], [4])
    enter(file, found, [4], [4], [4], bundle=2)
    declared(file, found)
    papers = every_document(file)
    rules = congress(file).rules
    assert rules.word_people_called in papers["resolution"]
    for kind in ("counting-minutes", "minutes", "resolution", "credentials"):
        for word in PARTY_WORDS:
            assert word not in papers[kind].replace("Đại hội Đảng bộ Phường 19", ""), (kind, word)
    file.close()
