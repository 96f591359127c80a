"""Discussion groups: made, filled, split, led, removed; and the settings of a congress."""

from __future__ import annotations

import pytest
from congress_files import code_of, granted
from people_files import ACTOR, a_register, by_code

from congress_desk.actions.congress_settings import set_congress_setting
from congress_desk.actions.people.groups import (
    add_group,
    apply_split,
    assign_group,
    remove_group,
    rename_group,
    set_group_role,
)
from congress_desk.queries.people import congress_setting, groups, register


@pytest.fixture
def file(tmp_path):
    file = a_register(tmp_path)
    yield file
    assert file.check() == []
    file.close()


def test_that_groups_are_made_renamed_and_named_apart(file):
    first = granted(add_group(file, " Tổ  1 ", actor=ACTOR))
    granted(add_group(file, "Tổ 2", actor=ACTOR))
    assert code_of(add_group(file, "tổ 2", actor=ACTOR)) == "group_name_twice"
    assert code_of(add_group(file, "", actor=ACTOR)) == "group_name_wrong"
    granted(rename_group(file, first.id, "Tổ A", actor=ACTOR))
    assert [g.name for g in groups(file)] == ["Tổ A", "Tổ 2"]
    assert code_of(rename_group(file, 99, "Tổ B", actor=ACTOR)) == "group_unknown"


def test_that_people_are_put_into_a_group_and_taken_out(file):
    group = granted(add_group(file, "Tổ 1", actor=ACTOR))
    assert granted(assign_group(file, [1, 2, 3], group.id, actor=ACTOR)) == 3
    assert granted(assign_group(file, [3, 4], group.id, actor=ACTOR)) == 1
    assert granted(assign_group(file, [1], 0, actor=ACTOR)) == 1
    assert [p.id for p in register(file) if p.group_id == group.id] == [2, 3, 4]
    assert code_of(assign_group(file, [1, 99], group.id, actor=ACTOR)) == "person_unknown"


def test_that_a_group_has_one_head_and_one_secretary(file):
    group = granted(add_group(file, "Tổ 1", actor=ACTOR))
    granted(assign_group(file, [1, 2], group.id, actor=ACTOR))
    granted(set_group_role(file, 1, "head", actor=ACTOR))
    granted(set_group_role(file, 2, "head", actor=ACTOR))
    assert [by_code(file, c).group_role for c in ("D001", "D002")] == ["", "head"]
    assert code_of(set_group_role(file, 5, "head", actor=ACTOR)) == "group_role_without_group"
    granted(assign_group(file, [2], 0, actor=ACTOR))
    assert by_code(file, "D002").group_role == ""


def test_that_a_split_makes_the_groups_it_needs_and_keeps_roles_of_those_who_stay(file):
    granted(apply_split(file, {1: "Tổ 1", 2: "Tổ 1", 3: "Tổ 2"}, actor=ACTOR))
    granted(set_group_role(file, 1, "head", actor=ACTOR))
    granted(set_group_role(file, 2, "secretary", actor=ACTOR))
    lines = len(file.journal_lines())
    moved = granted(apply_split(file, {1: "Tổ 1", 2: "Tổ 2", 4: "Tổ 3"}, actor=ACTOR))
    assert (moved, len(file.journal_lines())) == (2, lines + 1)
    assert [g.name for g in groups(file)] == ["Tổ 1", "Tổ 2", "Tổ 3"]
    assert [by_code(file, c).group_role for c in ("D001", "D002")] == ["head", ""]


def test_that_removing_a_group_leaves_its_people_in_none(file):
    group = granted(add_group(file, "Tổ 1", actor=ACTOR))
    granted(assign_group(file, [1], group.id, actor=ACTOR))
    granted(set_group_role(file, 1, "head", actor=ACTOR))
    granted(remove_group(file, group.id, actor=ACTOR))
    assert (groups(file), by_code(file, "D001").group_id) == ((), 0)


def test_that_a_setting_of_the_congress_is_kept_changed_and_taken_out(file):
    granted(set_congress_setting(file, "structure.day", "2020-06-05", actor=ACTOR))
    lines = len(file.journal_lines())
    granted(set_congress_setting(file, "structure.day", "2020-06-05", actor=ACTOR))
    assert len(file.journal_lines()) == lines
    granted(set_congress_setting(file, "structure.day", "2020-06-06", actor=ACTOR))
    assert congress_setting(file, "structure.day") == "2020-06-06"
    granted(set_congress_setting(file, "structure.day", "", actor=ACTOR))
    assert congress_setting(file, "structure.day") == ""
    assert code_of(set_congress_setting(file, "x", "y" * 20_001, actor=ACTOR)) == "text_too_long"
