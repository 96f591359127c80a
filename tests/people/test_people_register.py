"""The register by keyboard: filter, sort, type into cells, card, bulk set, remove."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from people_bench import (
    CTRL,
    CTRL_A,
    CTRL_E,
    CTRL_ENTER,
    CTRL_F,
    CTRL_I,
    CTRL_P,
    CTRL_Z,
    DELETE,
    DOWN,
    ENTER,
    ESC,
    F2,
    INSERT,
    PEOPLE,
    SHIFT,
    SPACE,
    TAB,
    UP,
    Hands,
    people_desk,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QStyleOptionViewItem
from wizard_bench import a_list

from congress_desk.queries.people import register

EVERYBODY = [person.code for person in PEOPLE]


@pytest.fixture
def hands(qtbot, tmp_path):
    with people_desk(tmp_path, qtbot) as found:
        yield found


def test_that_the_desk_filters_at_each_key_without_accents(hands: Hands):
    assert hands.keyboard == "peopleFilter"
    for typed, codes in {
        "an": ["DB-02", "DB-03", "DB-05"],
        "an do": ["DB-02", "DB-05"],
        "dao": ["DB-01"],
        "khu pho 10": ["DB-02", "DB-04"],
        "bi thu": ["DB-01"],
        "dk01": ["DK-01"],
        "6": ["DB-06"],
        "zzz": [],
    }.items():
        hands.press(typed)
        assert hands.shown == codes, typed
        assert f"Hiện {len(codes)} trong 8 người" in hands.desk.register.counts.text()
        hands.press(ESC)
        assert hands.shown == EVERYBODY, typed


@pytest.mark.parametrize("key", ["/", CTRL_F])
def test_that_a_key_leads_from_the_table_to_the_filter_and_enter_back(hands: Hands, key):
    hands.press(ENTER)
    assert hands.keyboard == "registerTable"
    hands.press(key)
    assert hands.keyboard == "peopleFilter"
    hands.press("binh", DOWN)
    assert (hands.keyboard, hands.table.current.code) == ("registerTable", "DB-04")


def test_that_a_slash_can_be_typed_into_the_filter(hands: Hands):
    hands.press("an/do")
    assert hands.desk.register.filter.line.text() == "an/do"
    assert hands.shown == ["DB-02", "DB-05"]


def test_that_lists_narrow_what_the_line_leaves(hands: Hands):
    bar = hands.desk.register.filter
    hands.tab_to("kindFilter")
    hands.press(DOWN)
    assert bar.kinds.currentText() == "Có quyền biểu quyết"
    assert hands.shown == EVERYBODY[:6]
    hands.tab_to("statusFilter")
    hands.press(DOWN)
    assert hands.shown == ["DB-01", "DB-03", "DB-04", "DB-05"]
    hands.tab_to("delegationFilter")
    hands.press(DOWN)
    assert bar.delegations.currentText() == "Chi bộ Khu phố 2"
    assert hands.shown == ["DB-01", "DB-03"]
    hands.tab_to("clearFilter")
    hands.press(ENTER)
    assert hands.shown == EVERYBODY


def test_that_namesakes_are_told_in_the_table_and_can_be_listed(hands: Hands):
    model = hands.table.model()
    columns = [column.name for column in hands.desk.register.register._columns]
    name = model.columns[columns.index("name")]
    told = {person.code: name.remark(person) for person in hands.table.records}
    assert {code for code, words in told.items() if words} == {"DB-02", "DB-05"}
    assert "DB-05" in name.tip(hands.table.records[1])
    assert told["DB-02"] == "trùng tên"
    bar = hands.desk.register.filter
    bar.kinds.setCurrentIndex(bar.kinds.findText("Trùng tên"))
    assert hands.shown == ["DB-02", "DB-05"]


def test_that_who_has_no_vote_is_told_in_words(hands: Hands):
    columns = hands.desk.register.register._columns
    kind = next(column for column in columns if column.name == "kind")
    told = [person.code for person in hands.table.records if kind.remark(person)]
    assert told == ["DK-01", "KM-01"]
    assert kind.remark(hands.table.records[-1]) == "không biểu quyết"


def test_that_names_sort_by_given_name_and_back(hands: Hands):
    hands.to("DB-01", "name")
    hands.press((UP, CTRL))
    by_name = ["DB-03", "DB-02", "DB-05", "DB-04", "DB-01", "DB-06", "KM-01", "DK-01"]
    assert hands.shown == by_name
    assert hands.table.current.code == "DB-01"
    hands.press((DOWN, CTRL))
    assert hands.shown[0] == "DK-01"
    assert hands.shown[-3:] == ["DB-02", "DB-05", "DB-03"]


@pytest.mark.parametrize(
    ("field", "first"), [("number", "DB-01"), ("delegation", "KM-01"), ("born", "DB-01")]
)
def test_that_any_column_sorts(hands: Hands, field, first):
    hands.to("DB-04", field)
    hands.press((UP, CTRL))
    assert hands.shown[0] == first


@pytest.mark.parametrize("begin", [ENTER, F2])
def test_that_a_cell_is_typed_into_as_one_act(hands: Hands, begin):
    for field, typed, kept in (
        ("name", "Trần Hoài Ân", "Trần Hoài Ân"),
        ("born", "5/6/1975", "1975-06-05"),
        ("born", "1975", "1975"),
        ("gender", "nu", "nữ"),
        ("seat", "B12", "B12"),
        ("note", "ngồi hàng đầu", "ngồi hàng đầu"),
        ("kind", "đương nhiên", "ex_officio"),
    ):
        before = len(hands.journal())
        hands.to("DB-03", field)
        hands.press(begin)
        assert hands.keyboard == "cellEditor", field
        hands.retype(typed)
        hands.press(ENTER)
        assert getattr(hands.person("DB-03"), field) == kept
        assert len(hands.journal()) == before + 1
        assert hands.table.current.code == "DB-04"


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("born", "mai", "05/06/1975"),
        ("gender", "x", "nam"),
        ("code", "DB-01", "DB-01"),
        ("name", "", "Họ và tên"),
        ("group_id", "Tổ 9", "Tổ 9"),
    ],
)
def test_that_a_refused_cell_says_why_and_shows_what_it_was(hands: Hands, field, typed, said):
    before = hands.person("DB-03")
    hands.to("DB-03", field)
    hands.press(F2)
    hands.retype(typed)
    if not typed:
        hands.press(CTRL_A, DELETE)
    hands.press(ENTER)
    assert hands.desk.notice.isVisible()
    assert said.casefold() in hands.desk.notice.title.casefold()
    assert hands.person("DB-03") == before
    assert (hands.table.current.code, hands.keyboard) == ("DB-03", "registerTable")


def test_that_the_hands_stay_where_they_are_when_an_edit_takes_somebody_out_of_sight(hands: Hands):
    hands.press("khu pho 10", ENTER)
    hands.to("DB-02", "delegation")
    hands.press(F2)
    hands.retype("Khối Đoàn thể")
    hands.press(ENTER)
    assert hands.shown == ["DB-04"]
    assert hands.table.current.code == "DB-04"
    hands.press("/", ESC)
    hands.to("DB-06", "delegation")
    hands.press("/", "truong", ENTER, ENTER)
    assert hands.keyboard == "cellEditor"
    assert hands.desk.unsaved
    hands.press(ESC)
    assert not hands.desk.unsaved


def test_that_escape_leaves_a_cell_as_it_was(hands: Hands):
    before = len(hands.journal())
    hands.to("DB-03", "note")
    hands.press(F2, "abc", ESC)
    assert len(hands.journal()) == before
    assert hands.keyboard == "registerTable"


def test_that_a_register_read_anew_does_not_take_the_cell_from_under_the_hands(hands: Hands):
    hands.to("DB-03", "note")
    hands.press(F2, "một ")
    hands.desk.activate()
    hands.settle()
    hands.press("hai", ENTER)
    assert hands.person("DB-03").note == "một hai"


def test_that_the_card_changes_any_field(hands: Hands):
    hands.to("DB-01")
    hands.press(CTRL_ENTER)
    assert hands.keyboard == "card_name"
    hands.tab_to("card_ethnic")
    hands.press("Hoa")
    hands.tab_to("card_official_on")
    hands.press("3/2/1999")
    hands.tab_to("card_incumbent")
    hands.press(DOWN)
    hands.tab_to("submit")
    hands.press(ENTER)
    found = hands.person("DB-01")
    assert (found.ethnic, found.official_on) == ("Hoa", "1999-02-03")
    assert found.incumbent == "re_elected"


def test_that_the_card_keeps_what_is_wrong_in_sight(hands: Hands):
    hands.to("DB-01")
    hands.press(CTRL_ENTER)
    hands.tab_to("card_born")
    hands.retype("mai")
    hands.press(ENTER)
    assert "05/06/1975" in hands.dialog.said.text()
    assert hands.keyboard == "card_born"
    assert hands.dialog.editors["born"].widget.property("wrong") is True
    hands.press(ESC)
    assert hands.person("DB-01").born == "1975-06-05"


def test_that_people_are_added_one_after_the_other(hands: Hands):
    hands.to("DB-01")
    hands.press(INSERT, "Hồ Thị Mơ", ENTER)
    assert "số 9" in hands.dialog.said.text()
    assert hands.keyboard == "card_name"
    hands.press("Đỗ Văn An")
    assert hands.dialog._namesakes.isVisible()
    assert "DB-02" in hands.dialog._namesakes.whole
    hands.press(ENTER, ESC)
    added = hands.ask(register)[-2:]
    assert [(p.id, p.name) for p in added] == [(9, "Hồ Thị Mơ"), (10, "Đỗ Văn An")]
    assert all(person.code for person in added)


def test_that_a_field_is_set_for_all_selected_in_one_act(hands: Hands):
    before = len(hands.journal())
    hands.to("DB-02")
    hands.press((DOWN, SHIFT), (DOWN, SHIFT))
    assert "đang chọn 3" in hands.desk.register.counts.text()
    hands.run("bulk")
    assert hands.keyboard == "bulkField"
    hands.press(TAB)
    assert hands.keyboard == "bulkValue"
    hands.press("Khối Đoàn thể", ENTER)
    codes = [p.code for p in hands.ask(register) if p.delegation == "Khối Đoàn thể"]
    assert codes == ["DB-02", "DB-03", "DB-04"]
    assert len(hands.journal()) == before + 1
    assert len(hands.desk.register.register.selected) == 3


def test_that_removing_wants_a_reason(hands: Hands):
    hands.to("DB-06")
    hands.press(DELETE, ENTER, ENTER)
    assert "lý do" in hands.dialog.said.text()
    hands.press("ghi nhầm", ENTER, ENTER)
    assert [p.code for p in hands.ask(register)] == [c for c in EVERYBODY if c != "DB-06"]


def test_that_what_is_shown_is_copied_for_excel(hands: Hands):
    hands.press("an", ENTER)
    hands.table.copy_rows()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 4
    assert lines[1].split("\t")[1:3] == ["DB-02", "Đỗ Văn An"]


def test_that_an_empty_register_says_what_to_do(qtbot, tmp_path):
    with people_desk(tmp_path, qtbot, ()) as hands:
        assert hands.keyboard == "importFirst"
        hands.tab_to("addFirst")
        hands.press(ENTER, "Hồ Thị Mơ", ENTER, ESC)
        assert hands.shown == ["D001"]


@pytest.mark.parametrize("private", [False, True])
def test_that_the_register_goes_out_to_excel_with_what_may_go(qtbot, tmp_path, private):
    path = tmp_path / "ra.xlsx"
    with people_desk(tmp_path, qtbot, save_file=[path]) as hands:
        hands.press(CTRL_E)
        hands.tab_to("withPrivate")
        hands.press(*[SPACE] * private, ENTER)
        qtbot.waitUntil(lambda: hands.desk.notice.isVisible(), timeout=10_000)
        assert "ra.xlsx" in hands.desk.notice.title
    cells = {
        str(cell)
        for sheet in openpyxl.load_workbook(path, read_only=True)
        for row in sheet.iter_rows(values_only=True)
        for cell in row
    }
    assert "Nguyễn Thị Đào" in cells
    assert any("1975" in cell for cell in cells) is private


def test_that_a_key_opens_the_import(hands: Hands):
    hands.press(CTRL_I)
    assert hands.dialog.objectName() == "importWizard"
    hands.press(ESC)


def test_that_the_model_holds_what_qt_asks_of_a_model(hands: Hands):
    QAbstractItemModelTester(
        hands.table.model(), QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    hands.press("an")
    assert len(hands.shown) == 3


def test_that_the_cards_of_those_selected_are_printed_on_the_papers_desk(hands: Hands):
    hands.to("DB-02")
    hands.press((DOWN, SHIFT), CTRL_P)
    papers = hands.window.desk
    hands.window.qtbot.waitUntil(papers.idle, timeout=20_000)
    assert papers._chosen().kind == "cards"
    assert papers.choices.numbers.text() == "2-3"
    assert len(papers._draft.content.cards) == 2


def test_that_a_name_that_somebody_else_bears_is_shown_whole_beside_the_warning(hands: Hands):
    table = hands.table
    column = [c.name for c in hands.desk.register.register._columns].index("name")
    for row in range(table.model().rowCount()):
        index = table.model().index(row, column)
        needed = table.itemDelegate().sizeHint(QStyleOptionViewItem(), index).width()
        assert needed <= table.columnWidth(column)


@pytest.mark.parametrize("at", ["filter", "table"])
def test_that_the_last_import_is_undone_by_key_after_a_question(qtbot, tmp_path, at):
    rows = ((1, "Lê Thử An", "05/06/1975", "Nam", "Chi bộ 1", ""),)
    made = a_list(tmp_path / "ds.xlsx", rows)
    with people_desk(tmp_path, qtbot, ask=[False, True]) as hands:
        before = hands.shown
        wizard_import(hands, made)
        assert len(hands.shown) == len(before) + 1
        for shown in (len(before) + 1, len(before)):
            hands.press(CTRL_F, *([DOWN] if at == "table" else []), CTRL_Z)
            assert len(hands.shown) == shown
        assert "ds.xlsx" in hands.desk.notice.title


def wizard_import(hands: Hands, path: Path) -> None:
    """Import a list by the wizard, without its dialog of files."""
    hands.press(CTRL_I)
    wizard = hands.dialog
    wizard.read_file(path)
    for _ in range(4):
        hands.settle()
        hands.window.qtbot.waitUntil(wizard.idle, timeout=20_000)
        wizard.frame.next_wanted.emit()
    hands.settle()
