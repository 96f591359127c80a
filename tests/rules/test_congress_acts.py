"""Acts on the congress itself, and on its rules."""

from __future__ import annotations

import dataclasses
import unicodedata
from dataclasses import replace

import pytest
from congress_files import (
    a_congress,
    a_declared_round,
    a_round,
    a_setup,
    code_of,
    dump,
    enter,
    granted,
)

from congress_desk.actions.congress import create_congress, edit_congress, edit_rules, set_state
from congress_desk.actions.elections.ballots import undo_last
from congress_desk.domain.congress import CongressDetails, CongressState
from congress_desk.domain.people.person import CongressKind
from congress_desk.imports.rule_sets import load_rule_set, rule_set_text
from congress_desk.queries.congress import agenda, congress, duties, people, presence
from congress_desk.queries.elections.lists import elections

A = "Thư ký"


@pytest.fixture
def file(tmp_path):
    file = a_congress(tmp_path)
    yield file
    file.close()


def created(path, setup):
    rules = granted(load_rule_set("generic"))
    return create_congress(path, setup, rules, rule_set_text("generic"), actor=A)


def test_that_a_new_congress_holds_all_of_its_set_up(file):
    setup = a_setup()
    assert congress(file).details == setup.details
    assert [dataclasses.replace(p, id=0) for p in people(file)] == list(setup.people)
    assert tuple(replace(item, id=0) for item in agenda(file)) == setup.agenda
    assert tuple(replace(duty, id=0) for duty in duties(file)) == setup.duties
    (held,) = elections(file)
    assert [c.name for c in held.candidates] == [c.name for c in setup.elections[0].candidates]
    assert presence(file).base == 6


def test_that_text_comes_in_clean_whatever_door_it_takes(tmp_path):
    setup = a_setup()
    rough = unicodedata.normalize("NFD", "  Đại hội \u200b Phường  Bến\u00adNghé ")
    person = dataclasses.replace(setup.people[0], name=rough, note=rough)
    candidate = dataclasses.replace(setup.elections[0].candidates[0], name=rough, note=rough)
    election = dataclasses.replace(setup.elections[0], title=rough, candidates=(candidate,))
    details = CongressDetails(name=rough, place=rough)
    file = granted(
        created(
            tmp_path / "a.congress",
            dataclasses.replace(setup, details=details, people=(person,), elections=(election,)),
        )
    )
    clean = "Đại hội Phường BếnNghé"
    (held,) = elections(file)
    found = congress(file).details
    assert {found.name, found.place, people(file)[0].name, people(file)[0].note} == {clean}
    assert {held.title, held.candidates[0].name, held.candidates[0].note} == {clean}
    file.close()


@pytest.mark.parametrize(
    ("name", "code"), [(" \u200b", "congress_name_missing"), ("x" * 501, "text_too_long")]
)
def test_that_a_congress_needs_a_name_that_fits(tmp_path, file, name, code):
    setup = dataclasses.replace(a_setup(), details=CongressDetails(name=name))
    assert code_of(created(tmp_path / "b.congress", setup)) == code
    assert not (tmp_path / "b.congress").exists()
    assert code_of(edit_congress(file, setup.details, actor=A)) == code


def test_that_nothing_is_left_of_a_congress_that_could_not_be_written(tmp_path):
    setup = a_setup()
    twice = dataclasses.replace(setup, people=(setup.people[0], setup.people[0]))
    with pytest.raises(Exception, match="UNIQUE"):
        created(tmp_path / "a.congress", twice)
    assert list(tmp_path.iterdir()) == []
    granted(created(tmp_path / "a.congress", setup)).close()


def test_that_a_file_that_is_there_is_not_overwritten(tmp_path, file):
    before = file.path.read_bytes()
    assert code_of(created(file.path, a_setup())) == "target_exists"
    assert file.path.read_bytes() == before


def test_that_the_kind_is_fixed_once_a_ballot_was_recorded(file):
    other = dataclasses.replace(congress(file).details, kind=CongressKind.MEMBERS)
    assert granted(edit_congress(file, other, actor=A)).details == other
    found = a_round(file)
    enter(file, found, [4])
    granted(undo_last(file, found.id, operator=A))
    again = dataclasses.replace(other, kind=CongressKind.DELEGATES)
    assert code_of(edit_congress(file, again, actor=A)) == "congress_kind_fixed"
    moved = dataclasses.replace(other, place="Hội trường B")
    assert granted(edit_congress(file, moved, actor=A)).details.place == "Hội trường B"


def test_that_the_rules_are_fixed_once_a_ballot_was_recorded(file):
    assert granted(edit_rules(file, rule_set_text("phu-nu"), actor=A)).id == "phu-nu"
    assert congress(file).rules.id == "phu-nu"
    enter(file, a_round(file), [4])
    before = dump(file)
    assert code_of(edit_rules(file, rule_set_text("generic"), actor=A)) == "rules_fixed"
    assert dump(file) == before


@pytest.mark.parametrize("text", ["", "id = ", "id = 'x'\n", "\0", "[majority]\nbase = 7\n"])
def test_that_rules_that_cannot_be_read_are_refused(file, text):
    before = dump(file)
    assert code_of(edit_rules(file, text, actor=A)).startswith("rules_")
    assert dump(file) == before


def test_that_a_congress_does_not_close_over_a_round_being_counted(file):
    for state in CongressState.PREPARING.may_become:
        assert granted(set_state(file, state, actor=A)).state is state
    granted(set_state(file, CongressState.IN_SESSION, actor=A))
    a_round(file)
    assert code_of(set_state(file, CongressState.CLOSED, actor=A)) == "close_with_open_round"


def test_that_a_congress_closes_when_its_rounds_are_declared(file):
    a_declared_round(file)
    assert granted(set_state(file, CongressState.CLOSED, actor=A)).state is CongressState.CLOSED
