"""A congress by keyboard alone from its workbook to its closing: one chain of numbers."""

from __future__ import annotations

from pathlib import Path

from ledger import Ledger
from people_bench import (
    CTRL,
    CTRL_A,
    DELETE,
    DOWN,
    ENTER,
    ESC,
    F2,
    F4,
    F8,
    HOME,
    INSERT,
    RIGHT,
    SHIFT,
    SPACE,
    TAB,
)  # fmt: skip
from programme_bench import TABS, Secretary, a_secretary
from programme_papers import (
    CONVENED,
    LISTED,
    PRESENT,
    RETURNED,
    SEATS,
    check_the_minutes,
    check_the_quick_report,
    check_the_result,
    result_by_command,
    sentence_of_the_list,
)
from PySide6.QtCore import Qt

from congress_desk.domain.agenda.item import ItemKind, ItemState
from congress_desk.domain.congress import CongressState
from congress_desk.domain.minutes.paper_fields import PartState
from congress_desk.domain.motions import Hands, MotionOutcome
from congress_desk.domain.obstacles import ObstacleState
from congress_desk.domain.preparation.task import TaskState
from congress_desk.domain.running.speech import SpeechState
from congress_desk.papers import KINDS, available
from congress_desk.papers.keys import KEYS
from congress_desk.papers.shares import SHARE_ISSUE
from congress_desk.queries.congress import congress, presence
from congress_desk.queries.duties import duties_view
from congress_desk.queries.obstacles import obstacles
from congress_desk.queries.people import passages
from congress_desk.queries.preparation import tasks
from congress_desk.queries.running.items import speeches

F3, F9 = Qt.Key.Key_F3, Qt.Key.Key_F9
CTRL_S = (Qt.Key.Key_S, CTRL)
BEFORE, FIRST, SECOND = "2020-03-02", "2020-03-12", "2020-03-13"
AGENDA_VOTE = "motion:4"


def open_the_workbook(desk: Secretary, path: Path) -> None:
    desk.tab_to("new_from_workbook")
    desk.press(SPACE)
    assert path.exists()
    desk.take_over_the_clock()
    assert desk.keyboard == "overviewMatters"
    assert "chưa có kế hoạch chuẩn bị" in desk.desk.matters.current.text.casefold()


def prepare(desk: Secretary) -> None:
    """Enter on the first thing to be done leads to the template, then to the tasks."""
    desk.press(ENTER)
    assert desk.keyboard == "templateList"
    desk.press(TAB, ENTER)
    assert "44 đầu việc" in desk.notice and desk.keyboard == "tasksTable"
    desk.press(RIGHT, RIGHT, ENTER, "Hoàng Hồng Minh", ENTER)
    desk.press((HOME, CTRL), (DOWN, SHIFT), (DOWN, SHIFT), SPACE)
    planned = desk.ask(tasks)
    assert planned[0].answerable == "Hoàng Hồng Minh"
    assert [task.state for task in planned[:4]] == [TaskState.DONE] * 3 + [TaskState.OPEN]
    desk.go("overview")
    assert desk.desk.figures[2].figure.number == "3 / 44"


def plan_the_programme(desk: Secretary) -> None:
    desk.go("agenda")
    desk.go_to_item("Thảo luận")
    desk.press(RIGHT, RIGHT, F2, "60", ENTER)
    assert desk.starts("Phát biểu của lãnh đạo") == "09:50"
    desk.go_to_item("Công bố kết quả")
    desk.press(INSERT, "Bầu Bí thư Đảng ủy phường", ENTER)
    desk.go_to_item("Bầu Bí thư")
    desk.choose("item_election_id", "Bí thư")
    linked = desk.item("Bầu Bí thư")
    assert (linked.election_id, linked.kind, linked.minutes) == (2, ItemKind.ELECTION, 10)


def share_the_duties(desk: Secretary) -> None:
    """The new item has nobody: the check leads to the form that gives it; then one stands in."""
    desk.go("duties")
    desk.press(TABS[3])
    assert [found.code for found in desk.desk.checks.findings.records] == ["duty_item_nobody"]
    desk.press(ENTER)
    desk.tab_to("submit")
    desk.press(ENTER)
    assert desk.ask(duties_view).findings == ()
    desk.press((HOME, CTRL), ENTER, "Chủ trì", ENTER)
    desk.run("relieve")
    assert desk.dialog.by.currentText().startswith("Dương Quốc Sơn")
    desk.press(TAB, "ốm", ENTER)
    model = desk.desk.matrix.model
    told = [model.data(model.index(row, 0)) for row in (0, 1)]
    assert told == ["Chủ trì (→ Dương Quốc Sơn)", "Chủ trì (thay Hoàng Hồng Minh)"]


def begin_the_session(desk: Secretary) -> None:
    desk.at("13:15", FIRST)
    desk.go("congress")
    desk.tab_to("state_preparing")
    desk.press(DOWN)
    assert desk.ask(congress).state is CongressState.IN_SESSION


def open_the_door(desk: Secretary) -> None:
    """One of those missing comes in time, the other one late; 117 stand in the workbook."""
    desk.go("checkin")
    desk.press("P19-005", ENTER, "p19-021", ENTER)
    assert "sau giờ khai mạc" not in desk.desk.card.text
    desk.at("13:50", FIRST)
    desk.press("84", ENTER)
    assert "Đặng Gia Toàn" in desk.desk.card.text and "sau giờ khai mạc" in desk.desk.card.text
    assert len(desk.ask(passages)) == 3
    base = desk.ask(presence)
    assert (base.base, base.present) == (CONVENED, CONVENED)


def elect_the_organs(desk: Secretary) -> None:
    """The first afternoon: every item with one key, the hands typed where they are raised."""
    desk.at("13:55", FIRST)
    desk.go("running")
    desk.press(F8)
    assert desk.item("Đón tiếp").state is ItemState.RUNNING
    desk.press(F3, "Đại biểu đến đông đủ.", ESC)
    desk.at("14:05", FIRST)
    desk.press(F8)
    assert desk.item("Đón tiếp").note == "Đại biểu đến đông đủ."
    desk.at("14:12", FIRST)
    desk.press(F8)
    desk.go("motions")
    assert desk.keyboard == "addFirstMotions"
    desk.press(ENTER)
    for organ in ("Đoàn chủ tịch", "Đoàn thư ký", "Ban thẩm tra"):
        desk.vote(f"Bầu {organ}", 119, 0, 0)
    desk.next_item("14:35", FIRST)
    voted = desk.vote("Thông qua chương trình", 117, 1, 1)
    assert (voted.base, voted.present) == (CONVENED, CONVENED)
    assert voted.outcome is MotionOutcome.CARRIED
    desk.next_item("14:50", FIRST)
    desk.vote("Thông qua quy chế làm việc", 119, 0, 0)
    desk.vote("Thông qua quy chế bầu cử", 118, 0, 1)
    desk.at("15:20", FIRST)
    desk.go("running")
    desk.press((F8, SHIFT))
    assert desk.item("Thông qua nội quy").state is ItemState.DONE


def open_the_second_day(desk: Secretary) -> None:
    for hour in ("07:30", "07:45", "07:55"):
        desk.next_item(hour, SECOND)
    desk.vote("Thông qua báo cáo thẩm tra", 119, 0, 0)
    desk.next_item("08:05", SECOND)
    desk.at("08:10", SECOND)
    desk.press(INSERT, "Thiếu nhi chúc mừng đại hội", TAB, CTRL_A, "5", ENTER)
    desk.next_item("08:40", SECOND)
    assert desk.item("Thiếu nhi").state is ItemState.RUNNING
    desk.press(DELETE, "đã gửi tài liệu", ENTER)
    assert desk.item("Báo cáo kiểm điểm").state is ItemState.SKIPPED


def discuss(desk: Secretary) -> None:
    """A speech with its gist, and an obstacle noted in the middle of it with one key."""
    desk.next_item("08:50", SECOND)
    desk.press(TABS[1], INSERT, "Phan Thanh Mai")
    desk.fill(speechTopic="Chỉnh trang hẻm")
    desk.press(ENTER, ENTER)
    desk.at("08:58", SECOND)
    desk.press(F9, "Máy chiếu bên phải không sáng", CTRL_S)
    assert desk.keyboard == "speechTable"
    desk.press(ENTER)
    (held,) = desk.ask(speeches)
    assert (held.state, held.person_id, held.delegation) == (
        SpeechState.DONE, 1, "Chi bộ Khu phố 3",
    )  # fmt: skip
    desk.go("obstacles")
    desk.at("09:06", SECOND)
    desk.press(ENTER, "Thay máy dự phòng")
    desk.tab_to("obstacle_resolved")
    desk.press(SPACE, CTRL_S)
    (found,) = desk.ask(obstacles)
    assert (found.state, found.item_id) == (ObstacleState.RESOLVED, desk.item("Thảo luận").id)


def go_out(desk: Secretary) -> None:
    """Somebody leaves before the vote: D stands, one fewer is present."""
    desk.at("10:00", SECOND)
    desk.go("checkin")
    desk.press(F4, "P19-084", ENTER)
    base = desk.ask(presence)
    assert (base.base, base.present) == (CONVENED, PRESENT)


def hold_the_election(desk: Secretary) -> Ledger:
    desk.next_item("10:02", SECOND)
    desk.next_item("10:15", SECOND)
    desk.vote("Thông qua số lượng 15", PRESENT, 0, 0)
    desk.vote("Bầu Ban kiểm phiếu", PRESENT, 0, 0)
    desk.go("running")
    desk.press((Qt.Key.Key_G, CTRL))
    assert desk.desk.shown_screen is desk.desk.screen_of("election")
    desk.tab_to("nextStep")
    desk.press(SPACE)
    assert desk.keyboard == "mend_order"
    desk.press(ENTER)
    desk.run("sort")
    desk.run("fix")
    desk.press(ENTER)
    desk.tab_to("nextStep")
    desk.press(SPACE)
    assert desk.keyboard == "openRound"
    desk.tab_to("changeFigures")
    desk.press(SPACE)
    assert desk.keyboard == "openPresent" and desk.typed == str(PRESENT)
    desk.press(ENTER, str(PRESENT), ENTER, str(RETURNED), ENTER)
    desk.tab_to("openRound")
    desk.press(SPACE)
    ledger = ballots()
    desk.enter("BCH", ledger.papers, 25)
    desk.at("11:05", SECOND)
    desk.tab_to("ballotEntry")
    desk.press(".")
    desk.tab_to("toGate")
    desk.press(SPACE)
    desk.fill(firstConfirmer="Phan Kim Ngân", secondConfirmer="Phạm Anh Long")
    desk.tab_to("declareButton")
    desk.press(SPACE)
    desk.tab_to("sealButton")
    desk.press(SPACE)
    assert desk.desk.shown_screen is desk.desk.screen_of("result")
    return ledger


def ballots() -> Ledger:
    """Return 117 papers: most strike the last three, some another one, two strike too few."""
    ledger = Ledger(LISTED, SEATS)
    for place in range(RETURNED - 2):
        other = place // 4 % SEATS + 1
        struck = {16, 17, 18} if place % 4 else {other, 17, 18}
        ledger.papers.append(frozenset(struck))
    ledger.papers += [frozenset({18})] * 2
    return ledger


def close(desk: Secretary) -> None:
    desk.next_item("11:10", SECOND)
    desk.go("running")
    for content in ("Bầu Bí thư", "Bầu đoàn đại biểu"):
        desk.press(TABS[0], DELETE, "để hội nghị lần thứ nhất bầu", ENTER)
        assert desk.item(content).state is ItemState.SKIPPED
    desk.next_item("11:20", SECOND)
    desk.vote("Thông qua nghị quyết", PRESENT - 1, 0, 1)
    desk.next_item("11:40", SECOND)
    desk.at("11:52", SECOND)
    desk.press((F8, SHIFT))
    assert desk.item("Bế mạc").state is ItemState.DONE


def write_the_minutes(desk: Secretary) -> None:
    """One sentence is added; then a number changes, and the part waits until it was looked at."""
    desk.go("minutes")
    records = [part.record for part in desk.desk.table.records]
    desk.row(desk.desk.table, records.index(AGENDA_VOTE))
    desk.press(ENTER, (Qt.Key.Key_End, CTRL), " Đại hội vỗ tay hoan nghênh.", ESC)
    desk.go("motions")
    place = [row.motion.id for row in desk.desk.table.records].index(4)
    desk.row(desk.desk.table, place)
    desk.press(F2, CTRL_A, "116", ENTER, CTRL_A, "2", ENTER, ENTER, "ghi nhầm", ENTER)
    assert desk.motion("Thông qua chương trình").hands == Hands(in_favour=116, against=2, other=1)
    desk.go("minutes")
    assert desk.desk.panel.part.state is PartState.TO_LOOK_AT
    assert "số tán thành 117 → 116" in desk.desk.panel.said.text()
    desk.press(SPACE)
    assert desk.desk.panel.part.state is PartState.EDITED


def set_closed(desk: Secretary) -> None:
    desk.go("congress")
    desk.tab_to("state_in_session")
    desk.press(DOWN)
    assert desk.ask(congress).state is CongressState.CLOSED


def export_everything(desk: Secretary, folder: Path) -> None:
    desk.go("overview")
    assert desk.desk.matters.lines == ()
    desk.go("papers")
    desk.tab_to("exportAll")
    desk.press(SPACE)
    desk.window.qtbot.waitUntil(lambda: str(folder) in desk.notice, timeout=240_000)
    wanted = [name for paper in desk.ask(available) for name in paper.file_names]
    assert sorted(path.name for path in folder.iterdir()) == sorted(wanted)
    without_cause = {KEYS, SHARE_ISSUE, "superior-report", "issue-minutes", "sample-control"}
    without_cause |= {"application", "nominees", "opinion-poll", "opinion-poll-minutes"}
    without_cause |= {"practice-ballots", "readiness"}  # of a rehearsal, of the evening before
    without_cause |= {"bundle-covers", "tally-sheets"}  # no count is under way any more
    without_cause |= {
        "copies",
        "copies-returned",
        "copies-book",
    }  # no text was printed with numbers
    without_cause |= {"casting-order", "boxes-book"}  # there is one box
    without_cause |= {"distribution", "recipients"}  # nobody said who gets which text
    without_cause |= {f"discussion-{what}" for what in ("synthesis", "minutes", "sheets")}
    # nobody asked for guests and letters
    without_cause |= {"letters", "guests", "guest-words", "person-sheets", "photo-rota"}
    without_cause |= {"guest-book"}
    without_cause |= {"seating-plan", "seating-plan-a3", "seat-labels", "seating"}  # no hall
    assert {paper.kind for paper in desk.ask(available)} == set(KINDS) - without_cause


def test_that_one_chain_of_numbers_goes_from_the_door_to_every_paper(
    qtbot, tmp_path, phuong_19, monkeypatch, capsys
):
    path, folder = tmp_path / "phuong-19.congress", tmp_path / "giay-to"
    folder.mkdir()
    answers = {"open_file": [phuong_19], "save_file": [path], "choose_folder": [folder]}
    start = ("08:00", BEFORE)
    with a_secretary(qtbot, monkeypatch, start, **answers, ask=[True, True]) as desk:
        open_the_workbook(desk, path)
        for step in (
            prepare, plan_the_programme, share_the_duties, begin_the_session, open_the_door,
            elect_the_organs, open_the_second_day, discuss, go_out,
        ):  # fmt: skip
            step(desk)
        ledger = hold_the_election(desk)
        for step in (close, write_the_minutes, set_closed):
            step(desk)
        export_everything(desk, folder)
        sentence = desk.ask(sentence_of_the_list)
    told = result_by_command(path, capsys)
    check_the_result(told, ledger)
    check_the_minutes(folder, told, sentence)
    check_the_quick_report(folder)
