"""The gate: nothing is declared while a sum fails, unless a named person wrote why."""

from __future__ import annotations

import json

import pytest
from congress_files import (
    a_congress,
    a_counted_round,
    a_declared_round,
    a_round,
    code_of,
    dump,
    enter,
    granted,
    reopened,
)

from congress_desk.actions.duties.members import add_member
from congress_desk.actions.elections import declaring
from congress_desk.actions.elections.accounting import set_bundle
from congress_desk.actions.elections.declaring import (
    declare_result,
    recount_problems,
    waive_finding,
)
from congress_desk.domain.elections.findings import Finding, Severity
from congress_desk.domain.elections.round import RoundState
from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.domain.text.clean_text import without_accents
from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.storage.reading.elections import lists as reading_elections

A = "Thư ký"


@pytest.fixture
def file(tmp_path):
    file = a_congress(tmp_path)
    yield file
    file.close()


def declared(file, found, first="Trưởng ban", second="Chủ tịch", reason="thử"):
    return declare_result(file, found.id, first=first, second=second, reason=reason, actor=A)


def test_that_a_declared_round_is_sealed_with_its_result_and_two_names(file):
    found = a_counted_round(file)
    before = round_sheet(file, found.id).result
    sheet = granted(declared(file, found))
    assert sheet.result == before
    assert sheet.round.state is RoundState.DECLARED
    assert sheet.confirmed_by == ("Trưởng ban", "Chủ tịch")
    assert sheet.round.declared_at
    stored = json.loads(reading_elections.stored_result(file, found.id))
    assert stored["elected"] == list(before.elected) == [1, 2, 3]
    assert recount_problems(file) == []
    assert code_of(declared(file, found)) == "round_sealed"
    file = reopened(file)
    assert round_sheet(file, found.id).result == before
    file.close()


NAMES = [
    ("", "Chủ tịch", "two_names_needed"),
    ("Trưởng ban", " ", "two_names_needed"),
    ("Lê Hòa", "LÊ HÒA", "two_names_needed"),
    ("Lê Hòa", "le hoa", "two_names_needed"),
    ("x" * 201, "Chủ tịch", "text_too_long"),
]


BOARD = "Đỗ Văn Trưởng"
NOT_THESE = [
    ("A", BOARD, "có lý do", "confirmer_name_unclear"),
    ("Trần", BOARD, "có lý do", "confirmer_name_unclear"),
    (BOARD, "Trần Thị 2", "có lý do", "confirmer_name_unclear"),
    (BOARD, "Trần Thị Hai", "", "confirmer_needs_reason"),
    (BOARD, "Trần Thị Hai", "  ", "confirmer_needs_reason"),
]


@pytest.mark.parametrize(("first", "second", "reason", "code"), NOT_THESE)
def test_that_who_is_of_neither_body_confirms_with_full_name_and_reason(
    file, first, second, reason, code
):
    found = a_counted_round(file)
    assert code_of(declared(file, found, first, second, reason)) == code
    sheet = granted(declared(file, found, BOARD, "Trần Thị Hai", "Đoàn chủ tịch ủy quyền"))
    (finding,) = [f for f in sheet.findings if f.code == "confirmer_outside"]
    assert (finding.waived_by, finding.waived_reason) == ("Trần Thị Hai", "Đoàn chủ tịch ủy quyền")


@pytest.mark.parametrize("place", [0, 1])
@pytest.mark.parametrize("typed", ["{upper}", "Đ/c {name}", "Ông {name}, Bí thư", "{plain}"])
def test_that_no_candidate_of_the_election_confirms_its_result(file, place, typed):
    found = a_counted_round(file)
    name = found.candidates[2].name
    names = [BOARD, BOARD]
    names[place] = typed.format(name=name, upper=name.upper(), plain=without_accents(name))
    assert code_of(declared(file, found, *names)) == "confirmer_is_candidate"


def test_that_who_is_addressed_confirms_with_the_office_they_have_and_accents_are_two(file):
    found = a_counted_round(file)
    assert code_of(declared(file, found, f"Đ/c {BOARD}", BOARD)) == "two_names_needed"
    # Trương is not Trường: somebody else, of neither body.
    other = BOARD.replace("Trưởng", "Trương")
    assert code_of(declared(file, found, f"Đ/c {BOARD}", other, "")) == "confirmer_needs_reason"


def test_that_two_of_the_board_confirm_without_a_reason(file):
    granted(
        add_member(
            file, Duty(organ=Organ.PRESIDIUM, name="Hồ Thị Chủ Tọa", title="Chủ tọa"), actor=A
        )
    )
    found = a_counted_round(file)
    names = [confirmer.name for confirmer in round_sheet(file, found.id).confirmers]
    assert names == [BOARD, "Hồ Thị Chủ Tọa"]
    sheet = granted(declared(file, found, *names, reason=""))
    assert not [f for f in sheet.findings if f.code == "confirmer_outside"]


@pytest.mark.parametrize(("first", "second", "code"), NAMES)
def test_that_two_different_people_must_confirm(file, first, second, code):
    found = a_counted_round(file)
    before = dump(file)
    assert code_of(declared(file, found, first, second)) == code
    assert dump(file) == before


def test_that_the_gate_stays_closed_while_ballots_are_missing(file):
    found = a_round(file)
    enter(file, found, [4], [4], [3])
    before = dump(file)
    assert code_of(declared(file, found)) == "gate_closed"
    assert dump(file) == before


def a_round_with_a_wrong_cover(file):
    found = a_counted_round(file)
    granted(set_bundle(file, found.id, 2, 5, actor=A))
    findings = [f for f in round_sheet(file, found.id).findings if f.blocks]
    assert findings
    return found, findings


def test_that_a_named_person_may_write_why_a_sum_stands(file):
    found, findings = a_round_with_a_wrong_cover(file)
    assert code_of(declared(file, found)) == "gate_closed"
    for finding in findings:
        written = granted(
            waive_finding(file, found.id, finding, name="Đỗ Văn", reason="Ghi nhầm bìa", actor=A)
        )
        assert (written.name, written.reason) == ("Đỗ Văn", "Ghi nhầm bìa")
        again = waive_finding(file, found.id, finding, name="B", reason="C", actor=A)
        assert code_of(again) == "waiver_twice"
    sheet = granted(declared(file, found))
    assert {
        f.waived_by for f in sheet.findings if f.waivable and f.code != "confirmer_outside"
    } == {"Đỗ Văn"}
    late = waive_finding(file, found.id, findings[0], name="B", reason="C", actor=A)
    assert code_of(late) == "round_sealed"


def test_that_numbers_that_change_later_ask_again(file):
    found, findings = a_round_with_a_wrong_cover(file)
    for finding in findings:
        granted(waive_finding(file, found.id, finding, name="Đỗ Văn", reason="bìa", actor=A))
    granted(set_bundle(file, found.id, 2, 6, actor=A))
    assert code_of(declared(file, found)) == "gate_closed"


WAIVERS = [
    ("", "lý do", "waiver_incomplete"),
    ("Đỗ Văn", " \u200b", "waiver_incomplete"),
    ("x" * 201, "lý do", "text_too_long"),
    ("Đỗ Văn", "x" * 2001, "text_too_long"),
]


@pytest.mark.parametrize(("name", "reason", "code"), WAIVERS)
def test_that_a_waiver_needs_a_name_and_a_reason(file, name, reason, code):
    found, (finding, *_) = a_round_with_a_wrong_cover(file)
    before = dump(file)
    refused = waive_finding(file, found.id, finding, name=name, reason=reason, actor=A)
    assert code_of(refused) == code
    assert dump(file) == before


def test_that_what_must_be_put_right_cannot_be_waived(file):
    found = a_round(file)
    error = Finding(code="ballots_missing", severity=Severity.ERROR)
    refused = waive_finding(file, found.id, error, name="A", reason="B", actor=A)
    assert code_of(refused) == "finding_not_waivable"


def test_that_a_result_told_with_more_than_was_stored_still_agrees(file, monkeypatch):
    a_declared_round(file)
    real = declaring.result_json

    def later(sheet, **changes):
        told = real(sheet)
        told["majority"]["added"] = "later"
        told["candidates"][0] |= {"added": 1, **changes}
        return told

    monkeypatch.setattr(declaring, "result_json", later)
    assert recount_problems(file) == []
    monkeypatch.setattr(declaring, "result_json", lambda sheet: later(sheet, votes=99))
    assert [found.code for found in recount_problems(file)] == ["result_differs"]


def test_that_a_recount_finds_nothing_in_a_sound_file_and_skips_rounds_not_declared(file):
    a_declared_round(file)
    assert recount_problems(file) == []
