"""Nothing undeclared reaches the hall: the type of a result takes a declared one, and no other."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from congress_files import a_congress, a_counted_round, a_declared_round, an_election, granted
from elections_after_round import declare
from hall_acts import ANNULLED, pages_of, said

from congress_desk.actions.elections.superior import annul_round
from congress_desk.domain.elections.round import RoundState
from congress_desk.domain.hall.declared_result import DeclaredResult, NotDeclared
from congress_desk.domain.hall.subject import Subject, SubjectKind
from congress_desk.queries.elections.lists import elections, rounds
from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.queries.hall import (
    declared_result,
    hall_choices,
    hall_content,
    lasting_contents,
)
from congress_desk.reports.elections.result_json import result_json
from congress_desk.reports.hall.elections import elected_content, result_content

OF_RESULTS = (SubjectKind.RESULT, SubjectKind.ELECTED)


@pytest.fixture
def file(tmp_path):
    made = a_congress(tmp_path, an_election("BCH"))
    yield made
    made.close()


def shown(file, round_id):
    return [hall_content(file, Subject(kind=kind, record=round_id)) for kind in OF_RESULTS]


def test_that_a_round_being_counted_shows_nothing_however_it_is_asked(file):
    found = a_counted_round(file)
    sheet = round_sheet(file, found.id)
    assert declared_result(file, found.id) is None
    assert shown(file, found.id) == [None, None]
    complete = json.dumps(result_json(sheet))
    for stored in ("", complete):
        with pytest.raises(NotDeclared):
            DeclaredResult(sheet.round, stored)
    with pytest.raises(NotDeclared):
        DeclaredResult(replace(sheet.round, state=RoundState.CANCELLED), complete)


@pytest.mark.parametrize("show", [result_content, elected_content])
def test_that_no_page_can_be_made_of_a_result_that_is_worked_out(file, show):
    sheet = round_sheet(file, a_counted_round(file).id)
    with pytest.raises(AttributeError):
        show(sheet.congress, sheet.election, sheet.result, {})
    with pytest.raises(AttributeError):
        show(sheet.congress, sheet.election, sheet, {})


def test_that_progress_tells_how_far_a_count_is_and_no_votes(file):
    found = a_counted_round(file)
    content = hall_content(file, Subject(kind=SubjectKind.PROGRESS, record=found.id))
    words = said(pages_of(content).pages)
    assert "6 phiếu đã nhập" in words and "6 phiếu thu về" in words
    names = [candidate.name for candidate in found.candidates]
    assert not any(name in words for name in names)
    assert "hợp lệ" not in words


def test_that_waiting_results_are_listed_as_waiting(file):
    found = a_counted_round(file)
    kinds = {c.subject.kind: c.waits for c in hall_choices(file) if c.subject.record == found.id}
    assert kinds[SubjectKind.RESULT] and kinds[SubjectKind.ELECTED]
    assert not kinds[SubjectKind.PROGRESS]


def test_that_a_declared_result_is_the_stored_one_to_the_digit(file):
    found = a_declared_round(file)
    declared = declared_result(file, found.id)
    sheet = round_sheet(file, found.id)
    assert [c.votes for c in declared.candidates] == [c.votes for c in sheet.result.candidates]
    assert [c.position for c in declared.elected] == list(sheet.result.elected)
    result, elected = shown(file, found.id)
    words = said(pages_of(result).pages)
    for candidate in sheet.result.candidates:
        assert f"{candidate.position} {candidate.name}" in words.replace("trúng cử ", "")
        assert candidate.percent.replace(".", ",") in words
    assert "Thu về 6 · hợp lệ 6 · không hợp lệ 0" in words
    assert result.declared == declared and elected.declared == declared
    kinds = [c.subject.kind for c in hall_choices(file) if c.subject.record == found.id]
    assert SubjectKind.PROGRESS not in kinds
    assert hall_content(file, Subject(kind=SubjectKind.PROGRESS, record=found.id)) is None


def test_that_an_annulled_result_is_gone_from_the_hall_and_from_its_pages(file):
    found = a_declared_round(file)
    before = DeclaredResult(rounds(file, found.election_id)[0], _stored(file, found.id))
    granted(annul_round(file, found.id, **ANNULLED))
    assert shown(file, found.id) == [None, None]
    assert all(content.declared is None for content in lasting_contents(file))
    with pytest.raises(NotDeclared):
        DeclaredResult(rounds(file, found.election_id)[0], before.stored)


def test_that_namesakes_are_told_apart_as_they_were_when_it_was_declared(tmp_path):
    alike = an_election("BCH")
    twins = tuple(
        replace(c, name="Nguyễn Thị Thanh Hương", born=born)
        for c, born in zip(alike.candidates[:2], ("1978-05-06", "1985"), strict=True)
    )
    held = replace(alike, candidates=(*twins, *alike.candidates[2:]))
    file = a_congress(tmp_path / "hai.congress", held)
    found = a_counted_round(file)
    declare(file, found)
    words = said(pages_of(shown(file, found.id)[0]).pages)
    assert "Nguyễn Thị Thanh Hương (06/05/1978)" in words
    assert "Nguyễn Thị Thanh Hương (1985)" in words
    listed = hall_content(file, Subject(kind=SubjectKind.CANDIDATES, record=elections(file)[0].id))
    assert "(06/05/1978)" in said(pages_of(listed).pages)
    file.close()


def _stored(file, round_id):
    from congress_desk.storage.reading.elections.lists import stored_result

    return stored_result(file, round_id)
