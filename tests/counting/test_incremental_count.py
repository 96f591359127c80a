"""The count kept ballot by ballot: as the rows tell it, cheaper, never believed against them."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace

import pytest
from congress_files import a_congress, a_round, code_of, enter, fresh_uids, granted, striking

from congress_desk.actions.elections import ballots as acts
from congress_desk.actions.elections.accounting import set_bundle
from congress_desk.actions.elections.ballots import correct_ballot, take_back_ballot, undo_last
from congress_desk.actions.elections.declaring import declare_result
from congress_desk.actions.people.checkin import check_in
from congress_desk.errors import problem
from congress_desk.queries.elections.rounds import round_sheet, running_sheet
from congress_desk.storage.congress_file import CongressFile, NotSaved
from congress_desk.storage.reading.elections import ballots


@pytest.fixture
def file(tmp_path):
    made = a_congress(tmp_path)
    yield made
    made.close()


@contextmanager
def asked(file: CongressFile, monkeypatch):
    """Collect the texts of the questions put to the file."""
    texts: list[str] = []
    cursor = CongressFile.cursor

    def noting(self, sql, *params):
        texts.append(sql)
        return cursor(self, sql, *params)

    with monkeypatch.context() as noted:
        noted.setattr(CongressFile, "cursor", noting)
        yield texts


def is_of_every_ballot(sql: str) -> bool:
    return sql in (ballots.COUNTED_NARROW, ballots._BALLOTS_OF_ROUND)


def test_that_one_ballot_more_does_not_read_the_others(file, monkeypatch):
    found = a_round(file)
    enter(file, found, [4], [4])
    round_sheet(file, found.id)
    with asked(file, monkeypatch) as texts:
        enter(file, found, [3])
        assert running_sheet(file, found.id).tally.entered == 3
    assert not any(map(is_of_every_ballot, texts))
    with asked(file, monkeypatch) as texts:
        assert round_sheet(file, found.id).tally.entered == 3
    assert any(map(is_of_every_ballot, texts))


def test_that_a_correction_and_a_take_back_carry_the_count_on(file, monkeypatch):
    found = a_round(file)
    first, second = enter(file, found, [4], [3])
    round_sheet(file, found.id)
    paper = striking(found, [1])
    with asked(file, monkeypatch) as texts:
        granted(correct_ballot(file, first.id, paper, fresh_uids(1)[0], operator="N", reason="đọc"))
        granted(take_back_ballot(file, second.id, operator="N"))
        told = running_sheet(file, found.id)
    assert not any(map(is_of_every_ballot, texts))
    assert (told.tally.valid, +told.tally.struck) == (1, {found.candidates[0].id: 1})
    assert [bundle.entered for bundle in told.bundles] == [1, 0]
    assert round_sheet(file, found.id) == replace(told, kept_agrees=True)


def test_that_a_count_made_from_the_rows_is_no_witness_of_them(file):
    found = a_round(file)
    enter(file, found, [4])
    round_sheet(file, found.id)
    enter(file, found, [3])
    assert not round_sheet(file, found.id).kept_agrees


def test_that_a_count_kept_from_the_first_ballot_on_is_a_witness_to_the_end(file):
    found = a_round(file, papers=4, bundle_size=2)
    running_sheet(file, found.id)
    enter(file, found, [4], [3])
    granted(set_bundle(file, found.id, 2, 2, actor="TK"))
    enter(file, found, [4], bundle=2)
    assert round_sheet(file, found.id).kept_agrees


def test_that_an_act_of_the_door_does_not_drop_the_count(file, monkeypatch):
    found = a_round(file)
    enter(file, found, [4])
    round_sheet(file, found.id)
    with asked(file, monkeypatch) as texts:
        granted(check_in(file, 2, actor="Cửa"))
        running_sheet(file, found.id)
    assert not any(map(is_of_every_ballot, texts))


def test_that_an_undo_is_counted_from_the_rows(file):
    found = a_round(file)
    enter(file, found, [4], [3])
    round_sheet(file, found.id)
    granted(undo_last(file, found.id, operator="N"))
    assert running_sheet(file, found.id).tally.entered == 0


def test_that_a_ballot_that_was_not_saved_is_not_in_the_kept_count(file, monkeypatch):
    found = a_round(file)
    enter(file, found, [4])
    round_sheet(file, found.id)

    def fail(*_):
        raise NotSaved(problem("disk_full"))

    with monkeypatch.context() as full:
        full.setattr(CongressFile, "_commit", fail)
        with pytest.raises(NotSaved):
            enter(file, found, [3])
    file._roll_back()
    assert running_sheet(file, found.id).tally.entered == 1


def test_that_rows_that_differ_from_the_kept_count_close_the_gate(file, monkeypatch):
    found = a_round(file, papers=2)
    round_sheet(file, found.id)
    carry_on = acts.carry_on

    def wrongly(file, round_id, before, *, entered):
        carry_on(file, round_id, before, entered=entered)
        carry_on(file, round_id, before, entered=[replace(entered[0], paper=striking(found, [2]))])

    monkeypatch.setattr(acts, "carry_on", wrongly)
    enter(file, found, [4], [4])
    sheet = round_sheet(file, found.id)
    assert sheet.tally.entered == 2
    assert "counters_differ" in [finding.code for finding in sheet.blocking]
    declared = declare_result(file, found.id, first="Đỗ A", second="Đỗ B", reason="thử", actor="TK")
    assert code_of(declared) == "gate_closed"


def test_that_the_next_ballot_goes_where_the_rows_of_its_bundle_say(file, monkeypatch):
    found = a_round(file)
    granted(set_bundle(file, found.id, 1, 9, actor="TK"))

    def next_place():
        kept = ballots.bundle_row(file, found.id, 1)
        file.read_cache.clear()
        assert kept == ballots.bundle_row(file, found.id, 1)
        return kept["last"] + 1

    assert next_place() == 1
    enter(file, found, [4], [4])
    with asked(file, monkeypatch) as texts:
        enter(file, found, [3])
    assert ballots._BUNDLE not in texts  # the act before told it
    assert next_place() == 4
    granted(undo_last(file, found.id, operator="TK"))
    assert next_place() == 3
    enter(file, found, [2])
    first = ballots.ballot_rows(file, found.id)[0]["id"]
    granted(take_back_ballot(file, first, operator="TK"))
    enter(file, found, [1])
    assert next_place() == 5
    enter(file, found, [1])
    granted(set_bundle(file, found.id, 1, 8, actor="TK"))
    assert ballots.bundle_row(file, found.id, 1)["expected"] == 8
    assert next_place() == 6
