"""Statuses and seats by keyboard: the effect on D is in sight before anything is confirmed."""

from __future__ import annotations

import pytest
from people_bench import (
    BASE_TAB,
    CTRL_ENTER,
    DOWN,
    ENTER,
    ESC,
    F7,
    PEOPLE,
    SHIFT,
    TAB,
    UP,
    Hands,
    people_desk,
)
from PySide6.QtWidgets import QLabel

from congress_desk.domain.people.person import CongressKind, Status
from congress_desk.queries.people import base_and_names, replacements, status_changes
from congress_desk.ui.desks.people.person.status_dialog import offered_statuses


@pytest.fixture
def hands(qtbot, tmp_path):
    with people_desk(tmp_path, qtbot) as found:
        yield found


def choose_status(hands: Hands, status: Status) -> None:
    """Go down or up the list of statuses with the arrow keys."""
    hands.tab_to("statusField")
    box = hands.dialog.status
    wanted = [box.itemData(row) for row in range(box.count())].index(status.value)
    steps = wanted - box.currentIndex()
    hands.press(*[DOWN if steps > 0 else UP] * abs(steps))
    assert hands.dialog.chosen is status


def sums(hands: Hands) -> tuple[int, int]:
    panel = hands.dialog.what_if
    return panel.before.base, panel.after.base


def test_that_d_before_and_after_is_shown_before_a_status_is_confirmed(hands: Hands):
    hands.to("DB-02")
    hands.press(F7)
    choose_status(hands, Status.ABSENT_THROUGHOUT_NO_ALTERNATE)
    assert sums(hands) == (6, 5)
    assert hands.ask(base_and_names)[0].base == 6
    hands.press(ESC)
    assert hands.person("DB-02").status is Status.ABSENT


def test_that_a_status_that_touches_d_wants_a_reason(hands: Hands):
    hands.to("DB-02")
    hands.press(F7)
    choose_status(hands, Status.ABSENT_THROUGHOUT_COMMITTEE)
    assert "bắt buộc" in hands.dialog.reason.placeholderText()
    hands.press(ENTER)
    assert hands.keyboard == "reasonField"
    assert "lý do" in hands.dialog.said.text()
    assert hands.person("DB-02").status is Status.ABSENT
    hands.press("ốm nặng", ENTER)
    found = hands.person("DB-02")
    assert found.status is Status.ABSENT_THROUGHOUT_COMMITTEE
    assert hands.ask(base_and_names)[0].base == 5
    (change,) = hands.ask(status_changes, found.id)
    assert (change.before, change.reason) == (Status.ABSENT, "ốm nặng")


def test_that_present_and_absent_want_none(hands: Hands):
    hands.to("DB-02")
    hands.press(F7)
    assert hands.dialog.chosen is Status.PRESENT
    assert "không bắt buộc" in hands.dialog.reason.placeholderText()
    hands.press(ENTER)
    assert hands.person("DB-02").status is Status.PRESENT


def test_that_enter_on_the_status_opens_its_form(hands: Hands):
    hands.to("DB-02", "status")
    hands.press(ENTER)
    assert hands.keyboard == "statusField"


def test_that_the_status_of_several_is_changed_at_once(hands: Hands):
    hands.to("DB-01")
    hands.press((DOWN, SHIFT), F7)
    choose_status(hands, Status.SUSPENDED)
    assert sums(hands) == (6, 4)
    hands.tab_to("reasonField")
    hands.press("có quyết định", ENTER)
    assert {hands.person(code).status for code in ("DB-01", "DB-02")} == {Status.SUSPENDED}


def test_that_a_status_can_be_changed_from_the_card(hands: Hands):
    hands.to("DB-02")
    hands.press(CTRL_ENTER)
    hands.tab_to("cardStatus")
    hands.press(ENTER, ENTER)
    assert hands.person("DB-02").status is Status.PRESENT
    assert "có mặt" in hands.dialog._status.text()
    assert any("vắng → có mặt" in line for line in history(hands))


def history(hands: Hands) -> list[str]:
    rows = hands.dialog.history
    return [rows.item(row).text() for row in range(rows.count())]


def test_that_an_alternate_takes_a_seat_and_d_is_shown_before(hands: Hands):
    hands.to("DB-06")
    hands.run("replace")
    assert hands.dialog.delegate.chosen.code == "DB-06"
    assert hands.keyboard == "alternateField"
    hands.press("yen", ENTER, TAB)
    assert hands.dialog.alternate.chosen.code == "DK-01"
    assert sums(hands) == (6, 6)
    assert (hands.dialog.what_if.before.present, hands.dialog.what_if.after.present) == (4, 5)
    assert hands.keyboard == "reasonField"
    hands.press("đi công tác", ENTER)
    delegate, alternate = hands.person("DB-06"), hands.person("DK-01")
    assert delegate.status is Status.REPLACED
    assert alternate.replaces == delegate.id
    assert hands.ask(base_and_names)[0].present == 5


def test_that_the_alternate_without_a_vote_gets_one_in_the_table(hands: Hands):
    replace(hands)
    kind = next(c for c in hands.desk.register.register._columns if c.name == "kind")
    told = {person.code: kind.remark(person) for person in hands.table.records}
    assert (told["DK-01"], told["KM-01"]) == ("", "không biểu quyết")


def replace(hands: Hands) -> None:
    hands.to("DB-06")
    hands.run("replace")
    hands.press("yen", TAB, "đi công tác", ENTER)
    assert len(hands.ask(replacements)) == 1


def test_that_people_are_offered_as_their_names_are_typed_without_accents(hands: Hands):
    hands.to("DK-01")
    hands.run("replace")
    assert (hands.keyboard, hands.dialog.alternate.chosen.code) == ("delegateField", "DK-01")
    hands.press("van an")
    assert hands.dialog.delegate._offered.stringList() == [
        "2. Đỗ Văn An · DB-02 · Chi bộ Khu phố 10"
    ]
    hands.press(TAB)
    assert hands.dialog.delegate.chosen.code == "DB-02"
    hands.press(ESC)


def test_that_nobody_is_replaced_without_all_three_answers(hands: Hands):
    hands.to("DB-06")
    hands.run("replace")
    hands.tab_to("submit")
    hands.press(ENTER)
    assert hands.keyboard == "alternateField"
    hands.press("yen", ENTER)
    hands.press(ENTER)
    assert "lý do" in hands.dialog.said.text()
    hands.press(ESC)
    assert hands.ask(replacements) == ()


@pytest.mark.parametrize(
    ("code", "command"), [("DB-06", "replace"), ("DK-01", "replace"), ("DB-06", "status")]
)
def test_that_the_seat_is_given_back_with_a_reason(hands: Hands, code, command):
    replace(hands)
    hands.to(code)
    hands.run(command)
    assert hands.dialog.windowTitle() == "Khôi phục đại biểu đã được thay"
    assert hands.dialog.what_if.after.base == 6
    hands.press(ENTER)
    assert "lý do" in hands.dialog.said.text()
    hands.press("đã đến", ENTER)
    assert hands.person("DB-06").status is Status.ABSENT
    assert hands.person("DK-01").replaces == 0
    assert hands.ask(replacements) == ()


def test_that_d_is_shown_as_a_sum_with_every_name(hands: Hands):
    replace(hands)
    hands.to("DB-02")
    hands.press(F7)
    choose_status(hands, Status.ABSENT_THROUGHOUT_COMMITTEE)
    hands.tab_to("reasonField")
    hands.press("ốm", ENTER, BASE_TAB)
    told = [label.text() for label in hands.desk.base.findChildren(QLabel) if label.isVisible()]
    assert "6 − 1 − 1 + 1 = 5" in told
    names = [label.text().replace("&nbsp;", " ") for label in base_names(hands)]
    assert [("Đỗ Văn An" in names[0]), ("Vũ Ê" in names[1])] == [True, True]
    assert "Phạm Thị Yến" in names[2]
    assert "thay <a" in names[2]
    assert any("Điều 30" in text for text in told)
    assert any("Đủ 2/3 số được triệu tập" in text for text in told)


def base_names(hands: Hands) -> list[QLabel]:
    return list(hands.desk.base.findChildren(QLabel, "baseNames"))


def test_that_a_name_in_the_sum_opens_the_card(hands: Hands):
    replace(hands)
    hands.press(BASE_TAB)
    hands.tab_to("baseNames")
    hands.press(TAB, ENTER)
    assert hands.dialog.editors["code"].value() == "DB-06"


@pytest.mark.parametrize(
    ("kind", "offered", "withheld"),
    [
        (CongressKind.DELEGATES, Status.ABSENT_THROUGHOUT_NO_ALTERNATE, Status.ELSEWHERE),
        (CongressKind.PARTY_MEMBERS, Status.ELSEWHERE, Status.ABSENT_THROUGHOUT_NO_ALTERNATE),
    ],
)
def test_that_the_statuses_fit_the_kind_of_congress(kind, offered, withheld):
    found = offered_statuses(kind, PEOPLE[:1])
    assert offered in found
    assert {withheld, Status.REPLACED} & set(found) == set()
