"""An import is taken back as one act, unless something later builds on it."""

from __future__ import annotations

import pytest
from congress_files import granted
from people_files import ACTOR, a_register, by_code

from congress_desk.actions.people.checkin import check_in
from congress_desk.actions.people.one_field import edit_field
from congress_desk.actions.people.register import add_person, import_register
from congress_desk.actions.people.undo_import import undo_import
from congress_desk.domain.people.person import Person
from congress_desk.domain.people.register_changes import compare_register
from congress_desk.domain.people.register_matching import RegisterLine
from congress_desk.errors import Refusal
from congress_desk.i18n import problem_text
from congress_desk.queries.people import last_import, register
from congress_desk.storage.closed_file_check import check_closed_file


@pytest.fixture
def file(tmp_path):
    """A register into which a list brought two new people and a changed one."""
    file = a_register(tmp_path)
    yield file
    file.close()


def take_in(file, source="ds.xlsx"):
    """Import a list of two new people and one whose position is new."""
    known = by_code(file, "D001")
    lines = [
        RegisterLine(row=2, person=Person(code="D001", name=known.name, position="Bí thư"),
                     given=frozenset({"name", "code", "position"})),
        RegisterLine(row=3, person=Person(code="", name="Lý Mới", hometown="Huế", born="1980"),
                     given=frozenset({"name", "hometown", "born"})),
        RegisterLine(row=4, person=Person(code="", name="Mạc Mới"), given=frozenset({"name"})),
    ]  # fmt: skip
    changes = compare_register(register(file), lines, attendance=True)
    granted(import_register(file, changes, source=source, actor=ACTOR))
    return changes


def test_that_an_import_is_taken_back_whole(file):
    before = register(file)
    take_in(file)
    assert len(register(file)) == len(before) + 2
    assert last_import(file) == "ds.xlsx"
    assert undo_import(file, actor=ACTOR) == "ds.xlsx"
    assert register(file) == before
    assert last_import(file) == ""
    path = file.path
    file.close()
    assert check_closed_file(path, lambda _: []) == []


def test_that_a_number_given_by_an_import_is_not_given_again(file):
    take_in(file)
    last = max(person.id for person in register(file))
    granted(undo_import(file, actor=ACTOR))
    added = granted(add_person(file, Person(code="X1", name="Vũ Sau"), actor=ACTOR))
    assert added.id == last + 1


def test_that_imports_are_taken_back_one_by_one(file):
    before = register(file)
    take_in(file, "một.xlsx")
    between = register(file)
    file_lines = [
        RegisterLine(row=2, person=Person(code="", name="Ông Hai Mới"), given=frozenset({"name"}))
    ]
    changes = compare_register(register(file), file_lines, attendance=True)
    granted(import_register(file, changes, source="hai.xlsx", actor=ACTOR))
    assert undo_import(file, actor=ACTOR) == "hai.xlsx"
    assert register(file) == between
    assert undo_import(file, actor=ACTOR) == "một.xlsx"
    assert register(file) == before
    refused = undo_import(file, actor=ACTOR)
    assert isinstance(refused, Refusal)
    assert refused.first.code == "import_nothing_to_undo"


def checked_in(file):
    """Check a new person in at the door."""
    return check_in(file, by_code(file, "D007").id, actor=ACTOR)


LATER = {
    "checked in": checked_in,
    "edited": lambda file: edit_field(file, by_code(file, "D007").id, "position", "x", actor=ACTOR),
    "known one edited": lambda file: edit_field(
        file, by_code(file, "D001").id, "position", "x", actor=ACTOR
    ),
}


@pytest.mark.parametrize("what", LATER)
def test_that_what_builds_on_an_import_refuses_its_undo_with_the_act(file, what):
    take_in(file)
    granted(LATER[what](file))
    before = register(file)
    refused = undo_import(file, actor=ACTOR)
    assert isinstance(refused, Refusal)
    said = problem_text(refused.first)
    assert f"dòng {len(file.journal_lines())}:" in said
    assert register(file) == before


def test_that_work_on_other_people_keeps_no_import(file):
    take_in(file)
    granted(edit_field(file, by_code(file, "D002").id, "position", "x", actor=ACTOR))
    assert undo_import(file, actor=ACTOR) == "ds.xlsx"
    assert by_code(file, "D002").position == "x"
