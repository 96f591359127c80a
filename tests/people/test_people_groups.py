"""Delegations and discussion groups by keyboard."""

from __future__ import annotations

import pytest
from congress_files import granted
from people_bench import (
    BACKTAB,
    DOWN,
    ENTER,
    ESC,
    GROUPS_TAB,
    PEOPLE,
    SHIFT,
    SPACE,
    Hands,
    people_desk,
)

from congress_desk.actions.people.groups import add_group, assign_group, set_group_role
from congress_desk.queries.people import register


def two_groups(file) -> None:
    for name in ("Tổ 1", "Tổ 2"):
        granted(add_group(file, name, actor="TK"))
    granted(assign_group(file, [1, 2], 1, actor="TK"))
    granted(set_group_role(file, 1, "head", actor="TK"))


@pytest.fixture
def hands(qtbot, tmp_path):
    with people_desk(tmp_path, qtbot, prepare=two_groups, ask=[True]) as found:
        found.press(GROUPS_TAB)
        yield found


def rows(table) -> list[tuple[str, int, int]]:
    return [(row.name, len(row.people), row.women) for row in table.records]


def test_that_delegations_are_counted_with_their_women(hands: Hands):
    assert rows(hands.desk.groups.delegations) == [
        ("Chi bộ Khu phố 2", 2, 1),
        ("Chi bộ Khu phố 10", 2, 1),
        ("Chi bộ Trường học", 3, 1),
        ("(không có đoàn)", 1, 0),
    ]


def test_that_groups_are_counted_with_who_is_in_none(hands: Hands):
    assert rows(hands.desk.groups.groups) == [
        ("Tổ 1", 2, 1),
        ("Tổ 2", 0, 0),
        ("(chưa xếp tổ)", 6, 2),
    ]
    assert hands.desk.groups.groups.records[0].head == "Nguyễn Thị Đào"


def test_that_the_split_is_seen_before_it_is_done(hands: Hands):
    hands.tab_to("splitGroups")
    hands.press(ENTER)
    assert hands.keyboard == "groupNumber"
    preview = [(group.name, len(group.people)) for group in hands.dialog.groups]
    assert preview == [("Tổ 1", 4), ("Tổ 2", 2)]
    assert hands.dialog.preview.records == hands.dialog.groups
    hands.press(ESC)
    assert [p.group_id for p in hands.ask(register)] == [1, 1, 0, 0, 0, 0, 0, 0]


def test_that_the_split_keeps_the_head_and_is_one_act(hands: Hands):
    before = len(hands.journal())
    hands.tab_to("splitGroups")
    hands.press(ENTER, "3")
    hands.tab_to("keepTogether")
    hands.press(DOWN)
    assert hands.dialog.mixed.isChecked()
    hands.tab_to("submit")
    hands.press(ENTER)
    assert hands.group_names() == ["Tổ 1", "Tổ 2", "Tổ 3"]
    people = hands.ask(register)
    voters = [p for p in people if p.has_vote]
    assert sorted(p.group_id for p in voters) == [1, 1, 2, 2, 3, 3]
    assert (people[0].group_id, people[0].group_role) == (1, "head")
    assert {p.group_id for p in people if not p.has_vote} == {0}
    assert len(hands.journal()) == before + 1


def test_that_guests_and_alternates_are_parted_only_when_wanted(hands: Hands):
    hands.tab_to("splitGroups")
    hands.press(ENTER)
    hands.tab_to("alsoWithoutVote")
    hands.press(SPACE)
    assert sum(len(group.people) for group in hands.dialog.groups) == len(PEOPLE)


def test_that_selected_people_move_to_another_group(hands: Hands):
    hands.tab_to("groupsTable")
    hands.press(DOWN, DOWN, ENTER)
    assert hands.keyboard == "membersTable"
    first, second = (person.code for person in hands.desk.groups.members.table.records[:2])
    hands.press((DOWN, SHIFT))
    target = hands.desk.groups.members.target
    hands.tab_to("moveTarget")
    hands.press(DOWN)
    assert target.currentText() == "Tổ 2"
    hands.tab_to("movePeople")
    hands.press(ENTER)
    assert {hands.person(code).group_id for code in (first, second)} == {2}


def test_that_a_group_gets_a_head_and_a_secretary(hands: Hands):
    hands.tab_to("groupsTable")
    assert hands.desk.groups.members.title.whole == "Tổ 1"
    hands.press(ENTER)
    code = hands.desk.groups.members.table.current.code
    hands.tab_to("makeSecond")
    assert hands.desk.groups.members.second.text() == "Làm thư ký"
    hands.press(ENTER)
    assert hands.person(code).group_role == "secretary"
    assert hands.desk.groups.groups.records[0].second == hands.person(code).name


def test_that_a_delegation_has_one_head(hands: Hands):
    hands.tab_to("delegationsTable")
    members = hands.desk.groups.members
    hands.press(ENTER)
    first, second = (person.code for person in members.table.records[:2])
    hands.tab_to("makeHead")
    hands.press(ENTER)
    assert hands.person(first).delegation_role == "head"
    hands.press(*[BACKTAB] * 3)
    assert hands.keyboard == "membersTable"
    hands.press(DOWN)
    hands.tab_to("makeHead")
    hands.press(ENTER)
    assert hands.person(second).delegation_role == "head"
    assert hands.person(first).delegation_role == ""
    assert members.second.text() == "Làm phó"


def test_that_groups_are_added_renamed_and_removed(hands: Hands):
    hands.tab_to("addGroup")
    hands.press(ENTER, "Tổ 2", ENTER)
    assert hands.dialog.said.text()
    hands.retype("Tổ Ba")
    hands.press(ENTER)
    assert hands.group_names() == ["Tổ 1", "Tổ 2", "Tổ Ba"]
    hands.tab_to("renameGroup")
    hands.press(ENTER)
    hands.retype("Tổ Một")
    hands.press(ENTER)
    assert hands.group_names() == ["Tổ Một", "Tổ 2", "Tổ Ba"]
    hands.tab_to("removeGroup")
    hands.press(ENTER)
    assert hands.group_names() == ["Tổ 2", "Tổ Ba"]
    assert {p.group_id for p in hands.ask(register)} == {0}


def test_that_a_delegation_is_merged_into_another_after_a_word(hands: Hands):
    before = len(hands.journal())
    hands.tab_to("delegationsTable")
    hands.tab_to("renameDelegation")
    hands.press(ENTER)
    hands.retype("Chi bộ Trường học")
    assert "sẽ thành một đoàn" in hands.dialog.said.text()
    hands.press(ENTER, ENTER)  # the first one closes the names that are offered
    found = [p.code for p in hands.ask(register) if p.delegation == "Chi bộ Trường học"]
    assert found == ["DB-01", "DB-03", "DB-05", "DB-06", "DK-01"]
    assert len(hands.journal()) == before + 1
