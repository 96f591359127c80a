"""Election pages in a small window: one bar scrolls, and no state, outcome or name is cut."""

from __future__ import annotations

import shutil
from functools import partial

import nomination_acts as acts
import pytest
from bench import DOWN, ENTER, OPERATOR, open_desk
from congress_files import a_congress, an_election
from counting_bench import ACCOUNTS, BUNDLES, count
from elections_after_round import enter_votes, hold, open_next
from elections_bench import ElectionsBench, elections_desk
from PySide6.QtCore import QPoint, QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QWidget

from congress_desk.domain.elections.election import Candidate, Election
from congress_desk.reports.document.line_breaks import unbroken
from congress_desk.storage.opening import open_file
from congress_desk.ui.desks.elections.counting.line.notices import Answer, Notice, Topic
from congress_desk.ui.desks.elections.desk import ElectionsDesk
from congress_desk.ui.desks.elections.lists.candidate_rows import candidate_columns
from congress_desk.ui.desks.elections.nomination.nominee_rows import nominee_columns
from congress_desk.ui.look import theme
from congress_desk.ui.widgets.ballot_paper import LEAST_TYPE
from congress_desk.ui.widgets.buttons import button_row, make_button

# What a window of 1024 x 700 leaves to a desk.
SMALL = (836, 600)


def many_names(file) -> None:
    for number in range(20):
        name = f"Công Tằng Tôn Nữ Thị Minh Khai {number}"
        acts.put(file, Candidate(name=name, born="1980"), acts.BY_DELEGATES)


@pytest.fixture
def nomination(tmp_path, qtbot):
    held = acts.committee_election()
    with elections_desk(tmp_path, qtbot, held, prepare=many_names, size=SMALL) as bench:
        bench.show("nomination", bench.election("BCH").id)
        bench.settle()
        yield bench


def fits(table) -> bool:
    return table.verticalScrollBar().maximum() == table.horizontalScrollBar().maximum() == 0


def test_that_the_names_before_the_ballot_scroll_with_their_page_alone(nomination):
    table = nomination.desk.screen_of("nomination").table
    assert fits(table)
    titles = [column.title for column in table.record_model.columns]
    assert not table.isColumnHidden(titles.index("Trạng thái"))
    assert not table.isColumnHidden(titles.index("Họ và tên"))


def test_that_the_page_follows_the_row_the_keyboard_goes_to(nomination):
    table = nomination.desk.screen_of("nomination").table
    table.setFocus()
    for _ in range(20):
        QTest.keyClick(table, DOWN)
    assert table.currentIndex().row() == 20
    page = nomination.desk.screen_of("nomination").findChild(QScrollArea)
    row = table.viewport().mapTo(page.viewport(), table.visualRect(table.currentIndex()).center())
    assert 0 <= row.y() <= page.viewport().height()


def test_that_the_outcome_of_a_round_is_not_cut(tmp_path, qtbot):
    held = an_election("BCH", 4, 3)
    with elections_desk(
        tmp_path,
        qtbot,
        held,
        prepare=lambda file: hold(file, "BCH", [20, 18, 9, 10], 20),
        people=20,
        size=(600, 560),
    ) as bench:
        bench.show("result", bench.rounds()[0].id)
        bench.settle()
        table = bench.desk.screen_of("result").tables.shown
        last = len(table.record_model.columns) - 1
        assert fits(table) and table.columnWidth(last) >= table.sizeHintForColumn(last)


def test_that_no_name_of_a_result_is_cut_and_one_bar_scrolls_it(tmp_path, qtbot):
    """As a window of 1366 x 768 leaves it: the ground of each row goes before a name is cut."""
    called = [f"Công Huyền Tôn Nữ Thị Phương Thảo Xuyến {number}" for number in range(1, 25)]
    listed = tuple(Candidate(name=name) for name in called)
    held = Election(code="BCH", title=TITLE, seats=20, candidates=listed)
    with elections_desk(
        tmp_path,
        qtbot,
        held,
        prepare=lambda file: hold(file, "BCH", [18] * 20 + [5] * 4, 20),
        people=20,
        size=(1178, 686),
    ) as bench:
        bench.show("result", bench.rounds()[0].id)
        bench.settle()
        table = bench.desk.screen_of("result").tables.shown
        assert table.columnWidth(1) >= table.sizeHintForColumn(1)
        names = [t.record_model.columns[1] for t in bench.desk.screen_of("result").tables.tables]
        assert all(column.whole for column in (*names, candidate_columns()[1]))
        assert nominee_columns(bench.sheet().congress.rules)[0].whole
        screen = bench.desk.screen_of("result")
        page = next(a for a in screen.findChildren(QScrollArea) if a.isVisible())
        assert page.isAncestorOf(table) and page.verticalScrollBar().maximum() == 0
        assert table.verticalScrollBar().maximum() > 0


@pytest.fixture
def narrow(tmp_path, qtbot):
    """The counting screen as a window of 1024 x 700 at 150 % leaves it, in unscaled pixels."""
    yield count(tmp_path, qtbot, size=(622, 400), returned=40)


def test_that_the_columns_of_a_narrow_count_are_read_whole(narrow):
    table = narrow.table
    for button in (table.bundles.add, table.bundles.change):
        assert button.width() >= button.sizeHint().width()
    areas = table.side.findChildren(QScrollArea)
    area = next(each for each in areas if each.isAncestorOf(table.side.accounting))
    assert area.widget().width() <= area.viewport().width()


def test_that_a_narrow_count_shows_the_name_of_who_types_whole(narrow):
    shown = narrow.table.operator.findChild(QPushButton, "operatorButton")
    assert shown.text() == OPERATOR
    assert shown.width() >= shown.sizeHint().width()
    assert shown.accessibleName() == f"Người nhập: {OPERATOR}"


def test_that_a_notice_stands_whole_below_a_narrow_count_and_leaves_names_in_sight(narrow, qtbot):
    """As a window of 1024 x 700 at 200 % leaves it: the ballot had one line, the notice no end."""
    table = narrow.table
    words = "Phiếu ghi sau cùng: tệp 1, phiếu 4, gạch 1 · 9. Tờ phiếu này đã đặt xuống chưa?"
    answer = Answer("Đã đặt xuống", lambda: None)
    table.notices.put(Topic.RESUMED, Notice(text=words, answers=(answer,)))
    narrow.screen.resize(438, 280)
    qtbot.wait(1)
    assert table.slot.width() == table.columns.width()
    assert table.slot.mapTo(table, QPoint(0, table.slot.height())).y() <= table.height()
    assert table.card.paper.height() >= 25
    told = table.slot.findChild(QLabel, "noticeText")
    assert told.height() >= told.heightForWidth(told.width())


def test_that_the_reasons_against_declaring_never_cover_the_way_to_them(narrow, qtbot):
    """A notice over the page leaves the column less than the reasons need."""
    publish = narrow.table.side.publish
    assert publish.reasons.isVisible() and publish.button.toolTip() == publish.reasons.toolTip()
    assert publish.reasons.geometry().bottom() < publish.look.geometry().top()
    alone = publish.height() - publish.reasons.height()
    publish.fit_in(alone + theme.px(8))
    assert not publish.reasons.isVisible()
    publish.fit_in(1000)
    long = publish.reasons.text()
    publish.reasons.setText(long * 3)
    publish.fit_in(1000)
    high = publish.reasons.minimumHeight()
    publish.reasons.setText(long)
    publish.fit_in(1000)
    assert publish.reasons.isVisible() and publish.reasons.minimumHeight() < high


# What a window of 1024 x 700 leaves to a desk at 100, 125 and 150 %, in unscaled pixels.
GATE_SIZES = [(836, 619), (759, 470), (622, 397)]
TITLE = "Bầu Ban Chấp hành Đảng bộ Tổng công ty Phát triển Khu công nghiệp, nhiệm kỳ 2025 – 2030"


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    """A file with a counted round of 63 long names for 55 seats."""
    called = [f"Công Huyền Tôn Nữ Thị Minh Khai {number}" for number in range(1, 64)]
    held = Election(
        code="BCH", title=TITLE, seats=55, candidates=tuple(Candidate(name=n) for n in called)
    )
    file = a_congress(tmp_path_factory.mktemp("many"), held, people=20)
    found = open_next(file, "BCH", 20)
    enter_votes(file, found, [18] * 55 + [10] * 8)
    file.close()
    return file.path


@pytest.fixture(params=GATE_SIZES, ids=str)
def gate_of_63(request, many, tmp_path, qtbot):
    copy = tmp_path / "dh.congress"
    shutil.copy(many, copy)
    size = request.param
    make = partial(open_file, copy)
    with open_desk(ElectionsBench, ElectionsDesk, make, tmp_path, qtbot, size=size) as bench:
        bench.show("gate", bench.rounds()[0].id)
        qtbot.wait(1)
        yield bench


def outside(page: QWidget, *parts: QWidget) -> list[str]:
    """Return the parts that are not in sight on the page, whole."""
    return [
        part.objectName() or part.text()
        for part in parts
        if not part.isVisible()
        or not page.rect().contains(QRect(part.mapTo(page, QPoint(0, 0)), part.size()))
        or part.height() < part.minimumSizeHint().height()
    ]


def test_that_63_names_are_whole_and_those_who_confirm_never_leave_the_sight(gate_of_63):
    gate, form = gate_of_63.desk.screen_of("gate"), gate_of_63.desk.screen_of("gate").confirmation
    assert gate.board.isVisible()
    for bar in (area.verticalScrollBar() for area in gate.findChildren(QScrollArea)):
        bar.setValue(bar.maximum())
    assert outside(gate, form.first, form.second, gate.declare, gate.missing) == []
    for name in gate.board.names():
        needed = name.heightForWidth(name.width()) if name.wordWrap() else name.sizeHint().height()
        assert name.height() >= needed, name.text()
        assert name.wordWrap() or name.width() >= name.sizeHint().width(), name.text()
    assert all(area.horizontalScrollBar().maximum() == 0 for area in gate.findChildren(QScrollArea))
    assert gate.head.title.text() == unbroken(gate.head.title.whole)


def test_that_what_is_missing_for_an_outsider_is_said_beside_the_button(gate_of_63):
    gate, form = gate_of_63.desk.screen_of("gate"), gate_of_63.desk.screen_of("gate").confirmation
    form.first.setEditText("Đỗ Văn Trưởng")
    form.second.setEditText("Trần Thị Người Ngoài")
    gate_of_63.settle()
    gate_of_63.qtbot.wait(1)
    assert "lý do người không thuộc" in gate.missing.text()
    assert outside(gate, form.first, form.second, form.reason, gate.declare, gate.missing) == []


def test_that_the_last_question_shows_both_names_and_both_buttons(gate_of_63):
    gate, form = gate_of_63.desk.screen_of("gate"), gate_of_63.desk.screen_of("gate").confirmation
    form.first.setEditText("Đỗ Văn Trưởng")
    form.second.setEditText("Trần Thị Hai")
    form.reason.setText("Đoàn chủ tịch ủy quyền")
    gate.declare.click()
    gate_of_63.settle()
    gate_of_63.qtbot.wait(1)
    asked = gate.question
    names = [part for part in asked.findChildren(QLabel) if part.text() in form.names]
    assert len(names) == 2
    assert outside(gate, asked.back, asked.seal, *names) == []
    assert gate_of_63.keyboard == "sealBack"
    gate_of_63.press(ENTER)
    assert gate.frame.names.isVisible() and gate.head.isVisible()


def test_that_buttons_too_wide_for_their_row_go_on_below_and_words_stand_above(qtbot):
    page = QWidget()
    words = theme.subtitle("Chưa có gì được mở; biểu quyết xong mới mở lần bầu.")
    other = make_button("Mở không ghi quyết định…", lambda: None)
    main = make_button("Lập nội dung biểu quyết…", lambda: None, role="primary")
    page.setLayout(button_row(words, other, main))
    qtbot.addWidget(page)
    page.resize(900, page.heightForWidth(900))
    page.show()
    assert other.y() == main.y() and words.x() < other.x() < main.x()
    wide = other.sizeHint().width() + main.sizeHint().width() + 20
    page.resize(wide, page.heightForWidth(wide))
    qtbot.wait(1)
    assert words.geometry().bottom() < other.y() == main.y()
    narrow = main.sizeHint().width() + 4
    page.resize(narrow, page.heightForWidth(narrow))
    qtbot.wait(1)
    assert other.geometry().bottom() < main.y()
    assert main.geometry().right() == page.rect().right()
    assert all(part.width() >= part.sizeHint().width() for part in (other, main))


def test_that_bundles_and_figures_share_a_column_in_a_narrow_count_and_keys_find_both(narrow):
    columns, bundles, side = narrow.table.columns, narrow.table.bundles, narrow.table.side
    assert side.isVisible() and not bundles.isVisible()
    narrow.type(BUNDLES)
    assert bundles.isVisible() and not side.isVisible()
    assert bundles.list.hasFocus()
    narrow.type(ACCOUNTS)
    assert side.isVisible() and columns.tabs.currentIndex() == 1
    narrow.table.bundles.add_bundle()
    assert bundles.editor.field.isVisible()
    narrow.screen.resize(1178, 716)
    assert side.isVisible() and bundles.isVisible() and not columns.tabs.isVisible()


def test_that_a_long_ballot_is_readable_in_a_narrow_count_and_scrolls_to_what_is_typed(
    tmp_path, qtbot
):
    called = [f"Công Huyền Tôn Nữ Minh Khai {number}" for number in range(1, 64)]
    counted = count(tmp_path, qtbot, size=(622, 397), listed=called, seats=55, returned=40)
    paper = counted.table.card.paper
    for typed, position in (("58.", 58), ("2.", 2)):
        counted.type(typed)
        line = paper.placed.line(position - 1)
        assert paper.placed.top <= line.y - paper.scrolled
        assert line.y + line.height - paper.scrolled <= paper.height()
    assert paper.placed.type_size >= LEAST_TYPE
    assert paper.placed.row_height >= paper.placed.type_size
    assert [paper.shown_name(position) for position in range(1, 64)] == called


@pytest.mark.parametrize(("wide", "scale"), [(836, 100), (866, 150), (1178, 100)])
def test_that_the_title_of_a_count_is_never_shortened(qtbot, qapp, tmp_path, wide, scale):
    theme.apply(qapp, "light", scale)
    desk = count(tmp_path, qtbot, size=(wide, 600))
    heading = desk.table.title._heading
    heading.set_whole("Đoàn đại biểu Đảng bộ phường An Bình dự Đại hội đại biểu Đảng bộ thành phố"
                      " Tân Giang lần thứ XII · lần bầu 1")  # fmt: skip
    desk.screen.resize(wide + 1, 600)
    qtbot.wait(1)
    letters, page = heading.font().pixelSize(), theme.font("page").pixelSize()
    theme.apply(qapp, "light", 100)
    assert heading.text() == unbroken(heading.whole)
    assert letters < page, "a long title takes smaller letters before it takes lines"
