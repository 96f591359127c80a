"""The overview desk by keyboard: figures, programme, elections, and the way to each place."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from builders import a_rule_set
from congress_files import a_congress, an_election, granted
from example_copies import an_example
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from window_bench import Window

from congress_desk.actions.congress import set_state
from congress_desk.actions.obstacles import add_obstacle
from congress_desk.actions.people.checkin import check_in
from congress_desk.actions.preparation.tasks import add_task
from congress_desk.actions.running.items import finish_and_start_next
from congress_desk.domain.congress import CongressDetails, CongressState
from congress_desk.domain.obstacles import Gravity, Obstacle
from congress_desk.domain.people.person import BaseSum
from congress_desk.domain.people.register import Direction
from congress_desk.domain.preparation.task import Task
from congress_desk.domain.setup.filled_workbook import Setup
from congress_desk.errors import Refusal
from congress_desk.new_congress import new_congress
from congress_desk.storage.opening import open_file
from congress_desk.ui.desk import DeskPlace
from congress_desk.ui.desks.overview.figure import FigureTile
from congress_desk.ui.desks.overview.lines import Line, LineList, LineModel, _Parts
from congress_desk.ui.desks.overview.words import presence_figure
from congress_desk.ui.look import theme
from congress_desk.ui.records.table_model import Sign


@pytest.fixture
def opened(qtbot):
    """Return a function that opens a file and shows the overview; windows are closed after."""
    made: list[Window] = []

    def show(path: Path) -> Window:
        window = Window(qtbot, path)
        window.show_desk("overview")
        made.append(window)
        return window

    yield show
    for window in made:
        window.close()


@pytest.fixture
def congress(tmp_path) -> Path:
    """A congress in session with a obstacle, a late task nobody answers for, and one item held."""
    file = a_congress(tmp_path, an_election("BCH"), an_election("BT", 2, 1))
    granted(set_state(file, CongressState.IN_SESSION, actor="An"))
    obstacle = Obstacle(what="Mất điện", gravity=Gravity.BLOCKING)
    granted(add_obstacle(file, obstacle, actor="An"))
    granted(add_task(file, Task(title="In thẻ đại biểu", due="2020-01-01"), actor="An"))
    granted(finish_and_start_next(file, actor="An"))
    file.close()
    return Path(file.path)


def texts(part: LineList) -> list[str]:
    return [line.text for line in part.lines]


def row_with(part: LineList, words: str) -> int:
    return next(row for row, line in enumerate(part.lines) if words in line.text)


def press(window: Window, key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget(), key)
    window.settle()


def test_that_a_new_congress_says_what_to_do_from_the_first_step(opened, tmp_path):
    path = tmp_path / "moi.congress"
    granted(new_congress(path, Setup(details=CongressDetails(name="Đại hội")), actor="An")).close()
    desk = opened(path).desk
    assert desk.head.title.text() == "Tổng quan"
    assert "Đại hội mới" in desk.head.sentence.text()
    assert [line.lead for line in desk.matters.lines][:3] == ["1.", "2.", "3."]
    assert "Chưa ghi ngày giờ khai mạc" in desk.matters.lines[0].text
    assert not any(tile.isVisible() for tile in desk.figures)
    assert not desk.programme.isVisible()
    assert QApplication.focusWidget() is desk.matters


def test_that_what_is_to_be_done_stands_under_its_need_the_most_pressing_first(opened, congress):
    desk = opened(congress).desk
    headings = [line.text for line in desk.matters.lines if line.heading]
    # In the way is also the counter whom nobody finds in the register.
    assert headings[:2] == ["Đang vướng (2)", "Chậm (1)"]
    assert texts(desk.matters)[1] == "Mất điện: chưa giải quyết xong; hãy ghi hướng xử lý"
    assert desk.matters.lines[1].aside == "Vướng mắc ›"
    assert desk.matters.current.text == texts(desk.matters)[1]


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("Mất điện", "obstacles"),
        ("In thẻ đại biểu” quá hạn", "preparation"),
        ("Thông tin đại hội còn thiếu", "congress"),
        ("Danh sách bầu BCH chưa chốt", "elections"),
        ("chưa có thành viên", "duties"),
        ("báo cáo thẩm tra", "motions"),
    ],
)
def test_that_enter_goes_to_the_place_of_a_matter(opened, congress, words, key):
    window = opened(congress)
    matters = window.desk.matters
    wanted = [line for line in matters.lines if words.casefold() in line.text.casefold()]
    assert wanted, texts(matters)
    for _ in matters.lines:
        if matters.current != wanted[0]:
            press(window, Qt.Key.Key_Down)
    assert matters.current == wanted[0]
    press(window, Qt.Key.Key_Return)
    assert window.main.workspace.desk_key == key
    assert window.desk.isAncestorOf(QApplication.focusWidget())


def test_that_the_record_itself_is_shown_where_a_matter_leads(opened, congress):
    window = opened(congress)
    workspace = window.main.workspace
    workspace.show_place(DeskPlace(desk="preparation", record=1, part="task"))
    window.settle()
    assert window.desk.tasks.current.title == "In thẻ đại biểu"
    workspace.show_place(DeskPlace(desk="obstacles", record=1))
    window.settle()
    assert window.desk.table.current.obstacle.what == "Mất điện"
    workspace.show_place(DeskPlace(desk="agenda", record=2))
    window.settle()
    assert window.desk.programme.table.current.item.id == 2
    workspace.show_place(DeskPlace(desk="elections", record=2))
    window.settle()
    assert window.desk.shown_screen is window.desk.screen_of("election")
    workspace.show_place(DeskPlace(desk="congress", part="rules"))
    window.settle()
    assert window.desk.tabs.currentWidget() is window.desk.rules
    workspace.show_place(DeskPlace(desk="congress", part="state"))
    window.settle()
    assert QApplication.focusWidget() is window.desk.details.state.chosen
    workspace.show_place(DeskPlace(desk="people", record=3))
    window.settle()
    assert window.desk._card is not None
    window.desk._card.close()


def test_that_the_arrows_go_from_list_to_list_and_up_to_the_figures(opened, congress):
    window = opened(congress)
    desk = window.desk
    assert QApplication.focusWidget() is desk.matters
    press(window, Qt.Key.Key_Left)
    assert QApplication.focusWidget() is desk.programme
    for _ in desk.programme.lines:
        press(window, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is desk.elections
    assert desk.elections.current is desk.elections.lines[0]
    press(window, Qt.Key.Key_Up)
    assert QApplication.focusWidget() is desk.programme
    press(window, Qt.Key.Key_Right)
    assert QApplication.focusWidget() is desk.matters
    for _ in desk.matters.lines:
        if QApplication.focusWidget() is desk.matters:
            press(window, Qt.Key.Key_Up)
    assert isinstance(QApplication.focusWidget(), FigureTile)
    press(window, Qt.Key.Key_Return)
    assert window.main.workspace.desk_key in {"checkin", "running", "elections"}


def test_that_the_item_that_is_held_stands_out_with_what_is_left_of_it(opened, congress):
    window = opened(congress)
    held = [line for line in window.desk.programme.lines if line.strong]
    assert [line.text for line in held] == ["Khai mạc"]
    assert held[0].sign.icon == "play" and "phút" in held[0].aside
    top = window.main.findChild(object, "currentItem")
    assert top.isVisible() and top.content.whole == "Khai mạc"
    assert top.left.text().startswith("còn 0")
    QTest.mouseClick(top.content, Qt.MouseButton.LeftButton)
    window.settle()
    assert window.main.workspace.desk_key == "running"


def test_that_the_clock_in_the_top_line_goes_on_and_warns_when_the_time_is_over(opened, congress):
    window = opened(congress)
    top = window.main.findChild(object, "currentItem")
    began = top._held.started
    for minutes, words, tone in ((4, "còn 06:00", "holds"), (12, "quá 02:00", "look")):
        top._clock = lambda minutes=minutes: datetime.fromtimestamp(
            began.timestamp() + 60 * minutes
        )
        top.tick()
        assert (top.left.text(), top.left.property("tone")) == (words, tone)


def test_that_the_top_line_has_no_item_while_none_is_held(opened, tmp_path):
    file = a_congress(tmp_path)
    file.close()
    window = opened(Path(file.path))
    assert not window.main.findChild(object, "currentItem").isVisible()


def test_that_the_overview_follows_what_changes_and_keeps_the_chosen_line(opened, congress):
    window = opened(congress)
    desk = window.desk
    for _ in desk.matters.lines:
        if "In thẻ" not in desk.matters.current.text:
            press(window, Qt.Key.Key_Down)
    window.main.session.act(check_in, 1, direction=Direction.OUT, actor="An", done=print)
    window.qtbot.waitUntil(lambda: desk.figures[0].figure.number == "5 / 6")
    assert "In thẻ" in desk.matters.current.text
    for number in (2, 3):
        window.main.session.act(
            check_in, number, direction=Direction.OUT, actor="An",
            done=print,
        )  # fmt: skip
    window.qtbot.waitUntil(lambda: any("Chưa đủ số có mặt" in text for text in texts(desk.matters)))
    assert desk.figures[0].figure.icon == "triangle-alert"


def test_that_the_example_shows_its_count_and_its_elections(opened, tmp_path):
    path = tmp_path / "mau.congress"
    an_example(path)
    desk = opened(path).desk
    # The second figure is of the programme, which is held on the day and hour the test runs.
    assert [desk.figures[place].figure.number for place in (0, 2)] == ["118 / 120", "60 / 118"]
    assert [line.aside for line in desk.elections.lines] == [
        "đã công bố, bầu đủ 15 / 15", "lần 1: đang kiểm phiếu 60 / 118", "chưa mở lần bầu",
    ]  # fmt: skip
    assert all(tile.accessibleName().startswith(tile.figure.caption) for tile in desk.figures)


def test_that_every_line_leads_to_a_desk_there_is(opened, congress):
    desk = opened(congress).desk
    keys = {entry.key for entry in desk.window().workspace.entries}
    for part in (desk.matters, desk.programme, desk.elections):
        assert {line.desk for line in part.lines if not line.heading} <= keys


@pytest.mark.parametrize("size", [(1366, 768), (1000, 600), (1920, 1080)])
def test_that_the_overview_fits_and_scrolls_up_and_down_only(opened, congress, size):
    window = opened(congress)
    window.main.resize(*size)
    window.settle()
    least = window.main.minimumSizeHint()
    assert least.width() <= size[0] and least.height() <= size[1]
    for part in (window.desk.matters, window.desk.programme):
        assert part.horizontalScrollBar().maximum() == 0
        assert part.height() >= 40


def test_that_nobody_convened_is_said_instead_of_a_number():
    nobody = BaseSum(convened=0, deductions=(), alternates=0, present=0, replaced_unfilled=0)
    figure = presence_figure(nobody, a_rule_set())
    assert (figure.number, figure.desk) == ("–", "people")


def test_that_the_lines_are_a_sound_model_and_headings_cannot_be_chosen(qtbot):
    model = LineModel()
    tester = QAbstractItemModelTester(model)
    model.show_lines([
        Line(text="Chậm (1)", heading=True),
        Line(text="Việc", lead="08:00", aside="Chuẩn bị ›", sign=Sign(icon="x", tone="look")),
    ])  # fmt: skip
    assert model.flags(model.index(0, 0)) == Qt.ItemFlag.NoItemFlags
    spoken = model.data(model.index(1, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "08:00, Việc, Chuẩn bị ›"
    model.show_lines([])
    assert model.rowCount() == 0
    del tester


def test_that_the_queries_read_the_count_again_while_ballots_come_in(tmp_path):
    from congress_files import a_round, enter

    from congress_desk.queries.overview import overview

    file = a_congress(tmp_path)
    found = a_round(file)
    now = datetime(2020, 6, 5, 9, 0)
    assert overview(file, now).facts.elections[0].entered == 0
    enter(file, found, [4], [3])
    standing = overview(file, now).facts.elections[0]
    assert (standing.entered, standing.counting, standing.all_entered) == (2, True, False)
    file.close()
    assert not isinstance(again := open_file(file.path), Refusal)
    again.close()


@pytest.mark.parametrize("width", range(300, 900, 100))
def test_that_what_stands_beside_a_short_title_is_whole(qapp, width):
    line = Line(text="Ban Chấp hành", aside="đã chốt danh sách, chưa mở lần bầu")
    parts = _Parts(QRect(0, 0, width, 100), line, wraps=False)
    wide = QFontMetrics(theme.font()).horizontalAdvance(line.aside)
    assert parts.aside.width() >= wide or parts.aside.top() > parts.text.bottom()
