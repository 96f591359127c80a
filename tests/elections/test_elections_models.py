"""The tables of the desk: their model, how columns share the width, copying and moving rows."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from builders import a_candidate
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest

from congress_desk.domain.elections.ballots import MarkMode
from congress_desk.ui.desks.elections.lists.candidate_rows import (
    LONG,
    candidate_columns,
    candidate_rows,
    same_candidate,
)
from congress_desk.ui.desks.elections.lists.elections_screen import election_columns
from congress_desk.ui.desks.elections.result.tables import (
    elected_columns,
    result_columns,
)
from congress_desk.ui.look import theme
from congress_desk.ui.records.table_model import RecordTableModel, Roles, Sign, TableColumn
from congress_desk.ui.records.tables.column_widths import column_widths
from congress_desk.ui.records.tables.data_table import DataTable, tsv
from congress_desk.ui.records.tables.row_mover import RowMover


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    name: str
    votes: int


PAIRS = tuple(Pair(name=f"Người {i}", votes=i) for i in range(1, 6))
COLUMNS = (
    TableColumn(title="TT", text=lambda p: str(p.votes), number=True),
    TableColumn(
        title="Họ và tên",
        text=lambda p: p.name,
        sign=lambda p: Sign(icon="check", tone="holds") if p.votes > 3 else None,
        tone=lambda p: "holds" if p.votes > 3 else "",
        strong=lambda p: p.votes > 4,
    ),
)


@pytest.fixture
def table(qtbot):
    made = DataTable("pairs", "Bảng thử", RecordTableModel(COLUMNS))
    qtbot.addWidget(made)
    made.show_records(PAIRS)
    made.resize(400, 300)
    made.show()
    return made


@pytest.mark.parametrize("draggable", [False, True])
def test_that_the_model_keeps_to_the_rules_of_qt_models(qtmodeltester, draggable):
    model = RecordTableModel(COLUMNS)
    model.draggable = draggable
    qtmodeltester.check(model)
    model.show_records(PAIRS)
    qtmodeltester.check(model)


def test_that_the_list_of_candidates_keeps_to_the_rules_of_qt_models(qtmodeltester):
    model = RecordTableModel(candidate_columns())
    people = [a_candidate(i, born="1970-01-02", role="Bí thư") for i in range(1, 64)]
    model.show_records(candidate_rows(people))
    qtmodeltester.check(model)
    assert model.index(0, 2).data() == "02/01/1970"
    assert model.index(62, 0).data() == "63"
    assert model.index(62, 0).data(Roles.RECORD).candidate.id == 63


@pytest.mark.parametrize(
    "columns",
    [
        election_columns(),
        result_columns(MarkMode.STRIKE),
        result_columns(MarkMode.TICK),
        elected_columns(MarkMode.TICK),
    ],
)
def test_that_every_column_of_the_desk_has_a_title(columns):
    model = RecordTableModel(columns)
    titles = [model.headerData(i, Qt.Orientation.Horizontal) for i in range(model.columnCount())]
    assert all(titles)
    assert len(set(titles)) == len(titles)


def test_that_a_row_carries_its_record_its_tone_and_its_sign(table):
    model = table.model()
    assert model.index(1, 0).data(Roles.RECORD) == PAIRS[1]
    assert model.index(1, 1).data(Qt.ItemDataRole.ForegroundRole) is None
    assert model.index(3, 1).data(Qt.ItemDataRole.ForegroundRole) == theme.colour("holds")
    assert not model.index(3, 1).data(Qt.ItemDataRole.DecorationRole).isNull()
    assert model.index(4, 1).data(Qt.ItemDataRole.FontRole).bold()


def test_that_the_current_row_stays_current_when_rows_come_and_go(table):
    table.select_row(2)
    table.show_records(PAIRS[1:])
    assert table.current == PAIRS[2]
    table.show_records(PAIRS[3:])
    assert table.current == PAIRS[3]
    table.show_records(())
    assert table.current is None


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_that_enter_chooses_the_current_row_but_not_when_held_down(qtbot, table, key):
    table.select_row(1)
    chosen: list[Pair] = []
    table.chosen.connect(chosen.append)
    QTest.keyClick(table, key)
    held = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "\r", True)
    table.keyPressEvent(held)
    assert chosen == [PAIRS[1]]


def test_that_ctrl_c_copies_all_rows_with_their_titles(table):
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines == ["TT\tHọ và tên", *(f"{p.votes}\t{p.name}" for p in PAIRS)]


@pytest.mark.parametrize(
    ("cells", "line"),
    [
        (["1", "Ngô An"], "1\tNgô An"),
        (["=1+1", "@x", "+2", "-3"], "'=1+1\t'@x\t'+2\t'-3"),
        (["hai\tcột", "hai\ndòng"], "hai cột\thai dòng"),
        (["− 1", "76 > 150 ÷ 2"], "− 1\t76 > 150 ÷ 2"),
    ],
)
def test_that_a_copied_cell_is_one_cell_and_never_a_formula(cells, line):
    assert tsv([cells]) == line + "\n"


@pytest.mark.parametrize(
    ("natural", "room", "widths"),
    [
        ([40, 100, 80], 400, [40, 280, 80]),  # what is left over goes to the name
        ([40, 900, 80], 400, [40, 280, 80]),  # a long name takes no more than there is
        ([40, 900, 900], 400, [40, 190, 170]),  # the name stays readable, the office gives way
        ([40, 100, 900], 400, [40, 100, 260]),
        ([40, 900, 900], 200, [40, 100, 60]),  # nobody below the title
    ],
)
def test_that_long_columns_share_what_the_others_leave(natural, room, widths):
    least = [40, 70, 60]
    assert (
        column_widths(natural, least=least, long=(1, 2), room=room, widest=260, readable=190)
        == widths
    )


def test_that_a_column_without_any_text_takes_no_room(qtbot):
    made = DataTable("people", "Danh sách", RecordTableModel(candidate_columns()), long=LONG)
    qtbot.addWidget(made)
    made.show_records(candidate_rows([a_candidate(1, note="tái cử"), a_candidate(2)]))
    assert made.isColumnHidden(4)
    assert not made.isColumnHidden(5)


def test_that_rows_move_only_while_they_may_and_only_within_the_list(qtbot):
    made = DataTable("people", "Danh sách", RecordTableModel(candidate_columns()), long=LONG)
    qtbot.addWidget(made)
    made.show_records(candidate_rows([a_candidate(i) for i in (1, 2, 3)]), same=same_candidate)
    mover, moves = RowMover(made), []
    mover.moved.connect(lambda row, place: moves.append((row, place)))
    alt = Qt.KeyboardModifier.AltModifier
    QTest.keyClick(made, Qt.Key.Key_Down, alt)
    assert moves == []
    mover.set_enabled(True)
    assert made.model().flags(made.model().index(0, 0)) & Qt.ItemFlag.ItemIsDragEnabled
    QTest.keyClick(made, Qt.Key.Key_Up, alt)
    QTest.keyClick(made, Qt.Key.Key_Down, alt)
    made.select_row(2)
    QTest.keyClick(made, Qt.Key.Key_Down, alt)
    assert moves == [(0, 1)]


def test_that_a_text_that_does_not_fit_is_shown_whole_on_hovering(qtbot, table):
    from PySide6.QtGui import QHelpEvent
    from PySide6.QtWidgets import QStyleOptionViewItem, QToolTip

    name = "Công Tằng Tôn Nữ " * 12
    table.show_records((Pair(name=name, votes=1),))
    cell = table.visualRect(table.model().index(0, 1)).center()
    event = QHelpEvent(QEvent.Type.ToolTip, cell, table.mapToGlobal(cell))
    option = QStyleOptionViewItem()
    option.font = table.font()
    index = table.model().index(0, 1)
    assert table.itemDelegate().helpEvent(event, table, option, index)
    assert QToolTip.text() == name
    assert QPointF(cell).x() > 0


def test_that_rows_grow_with_the_scale(qtbot, table, qapp):
    try:
        theme.apply(qapp, "light", 150)
        assert table.rowHeight(0) == 48
    finally:
        theme.apply(qapp, "light", 100)
    assert table.rowHeight(0) == 32
