"""Tables of the record kit: typed into by a letter, copied and rid of columns from their menu."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QToolButton

from congress_desk.settings import SettingsStore
from congress_desk.ui.records.fields.field import RecordField
from congress_desk.ui.records.table_model import (
    RecordTableModel,
    Sign,
    TableColumn,
    text_columns,
)
from congress_desk.ui.records.tables.column_choice import remembered
from congress_desk.ui.records.tables.column_widths import columns_with_room
from congress_desk.ui.records.tables.data_table import DataTable
from congress_desk.ui.records.tables.record_table import RecordTable

ROWS = (("1", "Lê An", "nam"), ("2", "Đỗ Bình", "nữ"))


@dataclass(frozen=True)
class Pair:
    id: int
    name: str


def a_field(name: str, title: str, *, carded: bool = True) -> RecordField:
    return RecordField(
        name=name,
        title=title,
        text=lambda pair: str(getattr(pair, name)),
        key=lambda pair: getattr(pair, name),
        carded=carded,
    )


@pytest.fixture
def typed(qtbot):
    """A table of two records, its second column typed into."""
    holder = QLineEdit()
    qtbot.addWidget(holder)
    made = RecordTable("pairs", "Cặp", holder)
    qtbot.addWidget(made.table)
    made.show_records(
        (a_field("id", "Số", carded=False), a_field("name", "Tên")),
        (Pair(1, "An"), Pair(2, "Bình")),
    )
    made.table.show()
    made.table.setFocus()
    made.edits, made.holder = [], holder
    made.edited.connect(lambda record, name, text: made.edits.append((record.id, name, text)))
    return made


def editor(made: RecordTable) -> QLineEdit | None:
    return made.table.findChild(QLineEdit, "cellEditor")


def test_that_a_letter_begins_to_type_over_a_cell(qtbot, typed):
    typed.table.select_row(1, 1)
    QTest.keyClicks(typed.table, "C")
    line = editor(typed)
    assert line is not None and line.text() == "C"
    QTest.keyClicks(line, "hi")
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: typed.edits == [(2, "name", "Chi")])


def test_that_a_letter_of_an_input_method_begins_as_well(typed):
    typed.table.select_row(0, 1)
    event = QInputMethodEvent()
    event.setCommitString("Đ")
    QApplication.sendEvent(typed.table, event)
    assert editor(typed) is not None


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Backspace, Qt.Key.Key_Delete])
def test_that_a_key_without_a_letter_wipes_no_cell(typed, key):
    typed.table.select_row(0, 1)
    QTest.keyClick(typed.table, key)
    assert editor(typed) is None


def test_that_a_letter_on_a_cell_that_is_only_read_types_nothing(typed):
    typed.table.select_row(0, 0)
    QTest.keyClicks(typed.table, "C")
    assert editor(typed) is None


@pytest.fixture
def columns(qtbot, tmp_path):
    remembered.use(SettingsStore(tmp_path))
    made = a_table(qtbot)
    yield made
    remembered.use(SettingsStore(tmp_path / "none"))


def a_table(qtbot) -> DataTable:
    model = RecordTableModel(text_columns(("TT", "Họ và tên", "Giới tính")))
    made = DataTable("choice", "Danh sách", model)
    qtbot.addWidget(made)
    made.show_records(ROWS)
    return made


def choose(table: DataTable, title: str) -> None:
    menu = table.actions()[-1].menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == title).trigger()


def test_that_a_column_left_out_stays_out_for_this_table_at_the_next_start(
    qtbot, columns, tmp_path
):
    choose(columns, "Giới tính")
    assert columns.isColumnHidden(2)
    columns.show_records(ROWS[:1])
    columns.setColumnHidden(2, False)
    assert columns.isColumnHidden(2)
    remembered.use(SettingsStore(tmp_path))
    again = a_table(qtbot)
    assert again.isColumnHidden(2)
    choose(again, "Giới tính")
    assert not again.isColumnHidden(2)
    assert SettingsStore(tmp_path).values.hidden_columns == ()


def test_that_end_and_home_go_to_the_last_and_first_row_but_where_cells_are_typed_into(
    columns, typed
):
    for table, there in ((columns, (len(ROWS) - 1, 0)), (typed.table, (0, 1))):
        table.select_row(0, 0)
        QTest.keyClick(table, Qt.Key.Key_End)
        assert (table.currentIndex().row(), table.currentIndex().column()) == there
        QTest.keyClick(table, Qt.Key.Key_Home)
        assert table.currentIndex().row() == 0
        QTest.keyClick(table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        assert [table.current] == list(table.selected) == [table.records[-1]]


def test_that_what_the_rows_are_about_cannot_be_left_out(columns):
    menu = columns.actions()[-1].menu()
    menu.aboutToShow.emit()
    assert [a.text() for a in menu.actions() if not a.isEnabled()] == ["Họ và tên"]


def test_that_the_menu_of_a_table_copies_it(columns):
    columns.actions()[0].trigger()
    assert QGuiApplication.clipboard().text().splitlines()[0] == "TT\tHọ và tên\tGiới tính"


def test_that_columns_give_way_from_the_right_and_those_with_signs_and_names_stay():
    needed = [40, 60, 100, 50, 80, 90]
    fit = lambda room, kept=(): columns_with_room(  # noqa: E731 - the same five times
        [0, 1, 2, 3, 4, 5], needed, main=2, kept=kept, room=room
    )
    assert fit(420) == [0, 1, 2, 3, 4, 5]
    assert fit(400) == [0, 1, 2, 3, 4]
    assert fit(400, kept=(5,)) == [0, 1, 2, 3, 5]
    assert fit(200) == [0, 1, 2]
    assert fit(150) == [0, 2]
    assert fit(10) == [0, 2]
    late = columns_with_room([0, 1, 2, 3, 4, 5], needed, main=2, kept=(), late=(4,), room=230)
    assert late == [0, 2, 4], "what is needed first gives way last"


def test_that_a_narrow_table_scrolls_no_column_away_and_says_which_have_no_room(qtbot):
    titles = ("TT", "Họ và tên", "Ngày sinh", "Đoàn", "Ghi chú")
    rows = [("1", "Nguyễn Thị Phương Dung", "01/02/1975", "Chi bộ Cơ quan phường", "tái cử")] * 3
    table = DataTable("narrow", "Hẹp", RecordTableModel(text_columns(titles)), long=(1, 3))
    qtbot.addWidget(table)
    table.resize(900, 200)
    table.show()
    table.show_records(rows)
    mark = table.findChild(QToolButton, "columnsWithoutRoom")
    assert not mark.isVisible()
    assert not any(table.isColumnHidden(column) for column in range(5))
    table.resize(330, 200)
    qtbot.waitUntil(lambda: table.horizontalScrollBar().maximum() == 0)
    assert table.columnWidth(1) >= table.sizeHintForColumn(1), "the name is whole"
    hidden = [title for place, title in enumerate(titles) if table.isColumnHidden(place)]
    assert hidden
    assert mark.isVisible() and mark.text() == f"+{len(hidden)} cột"
    assert ", ".join(hidden) in mark.toolTip()
    mark.click()
    assert not any(table.isColumnHidden(column) for column in range(5))
    qtbot.waitUntil(lambda: table.horizontalScrollBar().maximum() > 0)
    mark.click()
    assert [title for place, title in enumerate(titles) if table.isColumnHidden(place)] == hidden
    table.resize(900, 200)
    assert not mark.isVisible()


def test_that_the_mark_of_columns_without_room_hides_no_title(qtbot):
    columns = [
        TableColumn(title=title, text=lambda row, at=at: row[at], number=at > 0)
        for at, title in enumerate(("Họ và tên", "Còn phải làm", "Trong tuần", "Phối hợp"))
    ]
    table = DataTable("numbers", "Số", RecordTableModel(columns), long=(0,))
    qtbot.addWidget(table)
    table.resize(900, 200)
    table.show()
    table.show_records([("Nguyễn Thị Phương Dung", "1", "2", "3")] * 3)

    def sides() -> list[bool]:
        role, across = Qt.ItemDataRole.TextAlignmentRole, Qt.Orientation.Horizontal
        shown = [c for c in range(4) if not table.isColumnHidden(c)]
        found = [table.model().headerData(c, across, role) for c in shown]
        return [bool(side & Qt.AlignmentFlag.AlignRight) for side in found]

    assert sides() == [False, True, True, True]
    table.resize(400, 200)
    qtbot.waitUntil(lambda: len(sides()) < 4)
    assert sides() == [False, *[True] * (len(sides()) - 2), False]
    table.resize(900, 200)
    qtbot.waitUntil(lambda: sides() == [False, True, True, True])


def test_that_a_text_to_be_whole_takes_lines_instead_of_being_cut_and_no_title_is_cut(qtbot):
    """Names that begin alike: “Công Tằng Tôn Nữ …” three times would be nobody."""
    name = TableColumn(title="Họ và tên", text=lambda row: row[0], whole=True,
                       remark=lambda row: row[2])  # fmt: skip
    state = TableColumn(
        title="Tình trạng", text=lambda row: row[1],
        sign=lambda row: Sign(icon="circle-check", tone="holds"),
    )  # fmt: skip
    long = "Công Tằng Tôn Nữ Hoàng Thị Phương Khanh"
    table = DataTable("whole", "Cả tên", RecordTableModel((name, state)), long=(0,))
    qtbot.addWidget(table)
    table.resize(900, 200)
    table.show()
    table.show_records([("Lê An", "có mặt", ""), (long, "có mặt", ""), (long, "có mặt", "trùng")])
    one = table.rowHeight(0)
    assert [table.rowHeight(row) for row in range(3)] == [one] * 3
    table.resize(300, 200)
    heights = [table.rowHeight(row) for row in range(3)]
    assert heights[0] == one < heights[1] < heights[2], "the remark stands below the name"
    assert table.rows_height(2) < table.rows_height(3)
    assert not table._cells.tip(1, 0, table.columnWidth(0)), "nothing is cut that a tip would say"
    signed = replace(name, sign=state.sign, whole=False)
    remark = partial(table._cells._remark, signed, (long, "", "trùng"))
    assert (remark(900), remark(250)) == ("trùng", ""), "the sign says it too, the name does not"
    title = table.horizontalHeader().sectionSizeHint
    table.resize(190, 200)
    shown = [column for column in range(2) if not table.isColumnHidden(column)]
    assert all(table.columnWidth(column) >= title(column) for column in shown)
    table.resize(900, 200)
    assert table.rowHeight(2) == one


def test_that_a_table_painted_at_once_looks_as_cell_by_cell(qtbot):
    dot = Sign(icon="circle-check", tone="holds")
    columns = (
        TableColumn(title="Số", text=lambda row: row[0], number=True, sign=lambda _: dot),
        TableColumn(title="Họ tên", text=lambda row: row[1], strong=lambda row: row[0] == "1"),
        TableColumn(title="Ẩn", text=lambda row: row[2]),
        TableColumn(title="Giới", text=lambda row: row[2], remark=lambda _: "ghi", whole=True),
    )
    table = DataTable("painted", "Bảng", RecordTableModel(columns), sideways=True)
    qtbot.addWidget(table)
    table.resize(260, 150)
    table.show()
    table.setFocus()
    table.show_records([(str(n), f"Nguyễn Thị {n}", "nữ giới " * 4) for n in range(9)])
    table.setColumnHidden(2, True)
    table.horizontalHeader().moveSection(3, 0)
    table.select_row(2)
    table.select_rows([4, 5])
    table.horizontalScrollBar().setValue(20)

    def picture():
        return table.viewport().grab().toImage()

    at_once = picture()
    table.record_model.draggable = True  # then Qt asks for each cell
    assert at_once == picture()
    table.clearSelection()
    assert at_once != picture()
