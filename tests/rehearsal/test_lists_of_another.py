"""A rehearsal has the lists of its congress and nothing of what was held; a real one the same."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import load_case
from command_line import a_workbook, said_by
from congress_files import code_of, granted
from example_copies import an_example

from congress_desk.actions.people.checkin import check_in
from congress_desk.domain.agenda.item import ItemState
from congress_desk.domain.congress import CongressState
from congress_desk.domain.people.person import Status
from congress_desk.exports.door_list import write_door_list
from congress_desk.imports.door_list import read_door_list
from congress_desk.new_congress import new_from_lists, rehearse
from congress_desk.queries.congress import agenda, congress, duties
from congress_desk.queries.elections.lists import elections
from congress_desk.queries.people import passages, register
from congress_desk.storage.closed_file_check import check_closed_file
from congress_desk.storage.opening import open_file

A = "Thư ký"
LEFT_EMPTY = (
    "passage", "roll", "motion", "round", "bundle", "ballot", "confirmation", "waiver",
    "ballot_print", "obstacle", "paper_part", "speech", "desk_operator", "station", "withdrawal",
    "opinion_poll",
)  # fmt: skip


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    """An example in which an election was declared, and its rehearsal, both open."""
    folder = tmp_path_factory.mktemp("both")
    real = granted(open_file(an_example(folder / "that.congress")))
    granted(check_in(real, register(real)[0].id, actor=A))
    granted(rehearse(real, folder / "tap.congress", actor=A))
    practice = granted(open_file(folder / "tap.congress"))
    yield real, practice
    real.close()
    practice.close()


def test_that_people_elections_programme_duties_and_rules_come_along(both):
    real, practice = both
    assert congress(practice).details == congress(real).details
    assert congress(practice).rules == congress(real).rules
    assert congress(practice).office == congress(real).office
    assert duties(practice) == duties(real)
    came = {passage.person_id for passage in passages(real)}
    outside = [
        replace(p, status=Status.ABSENT) if p.id in came and p.status is Status.PRESENT else p
        for p in register(real)
    ]
    assert list(register(practice)) == outside
    assert [(e.code, e.title, e.seats, e.kind, e.frozen) for e in elections(practice)] == [
        (e.code, e.title, e.seats, e.kind, e.frozen) for e in elections(real)
    ]
    assert [e.candidates for e in elections(practice)] == [e.candidates for e in elections(real)]


def test_that_the_programme_is_planned_again(both):
    real, practice = both
    assert {item.state for item in agenda(real)} != {ItemState.PLANNED}
    assert {item.state for item in agenda(practice)} == {ItemState.PLANNED}
    assert plan_of(practice) == plan_of(real)


@pytest.mark.parametrize("table", LEFT_EMPTY)
def test_that_nothing_that_was_held_voted_or_counted_comes_along(both, table):
    assert both[1].rows(f"SELECT * FROM {table}") == []


def test_that_it_is_another_congress_and_both_files_are_sound(both):
    real, practice = both
    assert congress(practice).uid != congress(real).uid
    assert congress(practice).state is CongressState.REHEARSAL
    assert [line.act for line in practice.journal_lines()] == ["create_rehearsal_of"]
    assert list(real.journal_lines())[-1].act == "note_rehearsal"
    assert real.check() == practice.check() == []


def test_that_the_list_of_a_door_of_a_rehearsal_is_of_no_use_to_the_congress_nor_the_reverse(
    both, tmp_path
):
    for source, target in (both, both[::-1]):
        path = tmp_path / "cua.csv"
        people = {person.id: person for person in register(source)}
        granted(write_door_list(path, congress(source), passages(source), people))
        assert code_of(read_door_list(path, congress(target).uid)) == "door_list_other_congress"
        path.unlink()


def test_that_a_real_congress_takes_the_lists_of_a_rehearsal_and_nothing_else(both, tmp_path):
    _, practice = both
    granted(practice.copy_to(tmp_path / "tap.congress"))
    made = new_from_lists(
        tmp_path / "that.congress", tmp_path / "tap.congress", actor=A, rehearsal=False
    )
    file = granted(open_file(granted(made)))
    assert congress(file).state is CongressState.PREPARING
    assert [p.name for p in register(file)] == [p.name for p in register(practice)]
    assert file.rows("SELECT * FROM round") == []
    file.close()
    again = granted(open_file(tmp_path / "tap.congress"))
    assert [line.act for line in again.journal_lines()] == ["create_rehearsal_of"]
    again.close()


def test_that_the_command_line_makes_rehearsals_of_workbook_and_congress(tmp_path, capsys):
    setup = a_workbook(tmp_path / "s.xlsx", load_case("ward-17-for-15"))
    real = tmp_path / "r.congress"
    first, second = tmp_path / "a.congress", tmp_path / "b.congress"
    assert said_by(capsys, "new", first, "--from", setup, "--rehearsal").code == 0
    assert said_by(capsys, "new", real, "--from", first).out == f"{real}\n"
    assert said_by(capsys, "rehearse", real, second).out == f"{second}\n"
    states = {path: state_in(path) for path in (first, real, second)}
    assert states == {
        first: CongressState.REHEARSAL,
        real: CongressState.PREPARING,
        second: CongressState.REHEARSAL,
    }
    for path in states:
        assert check_closed_file(path, lambda file: []) == []


def test_that_the_command_line_writes_over_nothing_and_says_what_is_wrong(tmp_path, capsys):
    setup = a_workbook(tmp_path / "s.xlsx", load_case("ward-17-for-15"))
    real = tmp_path / "r.congress"
    said_by(capsys, "new", real, "--from", setup)
    before = real.read_bytes()
    assert said_by(capsys, "rehearse", real, real).code == 2
    assert said_by(capsys, "rehearse", tmp_path / "x.congress", tmp_path / "y.congress").code == 2
    assert real.read_bytes() == before
    assert not (tmp_path / "y.congress").exists()


def plan_of(file):
    return [(i.content, i.day, i.time, i.minutes, i.kind, i.parent_id) for i in agenda(file)]


def state_in(path):
    file = granted(open_file(path))
    state = congress(file).state
    file.close()
    return state
