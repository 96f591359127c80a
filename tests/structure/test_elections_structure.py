"""On the elections desk: the structure beside lists and results, profiles, and same names."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bench import DOWN, ENTER, ESC, TAB
from congress_files import a_declared_round, an_election
from elections_bench import elections_desk
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from congress_desk.actions.people.register import add_person
from congress_desk.domain.elections.election import Candidate
from congress_desk.domain.people.person import Person
from congress_desk.queries.elections.candidate_people import candidate_people
from congress_desk.queries.elections.profiles import candidate_links

CARD = (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
LISTED = an_election("BCH")
TWICE = replace(LISTED, candidates=(*LISTED.candidates, Candidate(name="Ngô An", born="1981")))


def with_register(file):
    """Put two people of one name on the register, and one who can only be one candidate."""
    people = (
        Person(code="A1", name="Ngô An", born="1970-02-03", ethnic="Hoa", delegation="Chi bộ 1"),
        Person(code="A2", name="Ngô An", born="1981-05-06", delegation="Chi bộ 2"),
        Person(code="A3", name="Trần Thị Bình", born="1971-01-01", gender="nữ", hometown="Huế"),
    )
    for person in people:
        add_person(file, person, actor="TK")


@pytest.fixture
def page(qtbot, tmp_path):
    with elections_desk(tmp_path, qtbot, TWICE, prepare=with_register) as bench:
        bench.show("election", bench.election().id)
        yield bench


def links(bench):
    return bench.ask(candidate_links, bench.election().id)


def test_that_targets_stand_beside_the_list_and_lead_to_the_panel_and_back(page):
    lines = page.desk.screen_of("election").side.structure
    shown = lines.sentences
    assert shown[0].startswith("Nữ: 1 / 5 (20,00%) – đạt")
    assert shown[1] == "Dưới 35 tuổi: chưa rõ, đại hội chưa ghi ngày bắt đầu"
    lines.button.setFocus()
    page.press(ENTER)
    screen = page.desk.screen_of("structure")
    assert screen.panel.sets.currentText().startswith("Danh sách bầu cử BCH")
    assert page.keyboard == "structureTable"
    page.press(ESC)
    assert page.desk.shown_screen is page.desk.screen_of("election")


def test_that_the_elected_of_a_declared_round_have_their_structure_beside_the_result(
    qtbot, tmp_path
):
    with elections_desk(tmp_path, qtbot, LISTED, prepare=a_declared_round) as bench:
        bench.show("result", bench.rounds()[0].id)
        bench.desk.screen_of("result").structure.button.setFocus()
        bench.press(ENTER)
        panel = bench.desk.screen_of("structure").panel
        assert panel.sets.currentText() == "Trúng cử BCH, lần bầu 1 – Bầu BCH"
        assert panel.table.records[0].number == "3"
        bench.press(ESC)
        assert bench.desk.shown_screen is bench.desk.screen_of("result")


def test_that_a_name_several_people_bear_is_told_until_it_is_said_who_is_meant(page):
    column = page.desk.screen_of("election").list.table.model().columns[1]
    rows = page.desk.screen_of("election").list.table.records
    assert [column.remark(row) for row in rows] == ["trùng tên", "", "", "", "trùng tên"]
    assert [sign.tone if (sign := column.sign(row)) else "" for row in rows] == [
        *("muted", "", "", "", "muted")
    ]
    assert "06/05/1981 · Chi bộ 2" in column.tip(rows[0])
    assert "trong danh sách này: Ngô An · 1981" in column.tip(rows[0])


def test_that_f4_opens_the_profile_linked_by_itself_and_keeps_what_is_typed(page):
    page.press(CARD)
    dialog = page.dialog
    assert dialog.windowTitle() == "Trích ngang: Ngô An"
    assert dialog.person.currentText() == "Ngô An · 03/02/1970 · Chi bộ 1 · A1"
    assert dialog.fields["ethnic"].placeholderText() == "Hoa"
    page.press(TAB, TAB, "Thừa Thiên Huế", ENTER)
    person = page.ask(candidate_people, page.election().id)[0]
    assert (person.id, person.hometown, person.ethnic) == (
        links(page)[0].linked.id,
        "Thừa Thiên Huế",
        "Hoa",
    )
    assert links(page)[0].by_hand


def test_that_another_namesake_is_chosen_by_birth_date_with_the_arrow(page):
    page.press(CARD, DOWN, ENTER)
    link = links(page)[0]
    assert (link.linked.code, link.by_hand) == ("A2", True)


def test_that_a_profile_taken_out_is_told_by_the_register_again(page):
    page.press(CARD, DOWN, ENTER, CARD)
    forget = page.dialog.findChild(QPushButton, "forgetProfile")
    forget.setFocus()
    page.press(ENTER)
    assert (links(page)[0].linked.code, links(page)[0].by_hand) == ("A1", False)


def test_that_a_wrong_date_is_refused_at_its_field_and_nothing_is_kept(page):
    page.press(CARD)
    page.dialog.fields["joined"].setFocus()
    page.press("31/02/2001", ENTER)
    assert "Ghi ngày sinh như" in page.dialog.said.text()
    assert page.keyboard == "profile_joined"
    page.press(ESC)
    assert not links(page)[0].by_hand


def test_that_somebody_else_of_the_register_is_found_without_accents(page):
    page.press(DOWN, DOWN, CARD)
    assert page.dialog.person.currentData() == 0
    page.dialog.other.setFocus()
    page.press("tran thi b")
    popup = page.dialog.other.completer().popup()
    assert popup.isVisible()
    QTest.keyClick(popup, DOWN)
    QTest.keyClick(popup, ENTER)
    page.settle()
    assert page.keyboard == "profile_hometown"
    page.press(ENTER)
    assert links(page)[2].linked.name == "Trần Thị Bình"
