"""What the hall sees: shown, held, blanked, unplugged, and gone once it is not in force."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import datetime, timedelta

import pytest
from bench import Bench, open_desk
from congress_files import a_congress, a_counted_round, a_declared_round, an_election, granted
from elections_after_round import declare
from hall_acts import ANNULLED, said
from PySide6.QtCore import QObject, QRect, Qt, Signal

from congress_desk.actions.elections.superior import annul_round
from congress_desk.actions.running.speeches import call_speaker, request_speech
from congress_desk.domain.hall.queue import Prepared, prepared_of
from congress_desk.domain.hall.subject import Subject, SubjectKind
from congress_desk.domain.running.speech import Speech
from congress_desk.queries.elections.lists import rounds
from congress_desk.queries.hall import hall_prepared
from congress_desk.ui.desks.projector.desk import ProjectorDesk
from congress_desk.ui.parts.hall import hall_show
from congress_desk.ui.parts.hall.hall_show import HallShow
from congress_desk.ui.parts.hall.screens import (
    AUTOMATIC,
    IN_A_WINDOW,
    ScreenPlace,
    Screens,
    hall_screen,
)

DESK = ScreenPlace("desk", "Laptop", QRect(0, 0, 1366, 768))
WALL = ScreenPlace("wall", "Projector", QRect(1366, 0, 1024, 768))
SIDE = ScreenPlace("side", "Television", QRect(2390, 0, 1920, 1080))
TITLE, PRESENCE = Subject(kind=SubjectKind.TITLE), Subject(kind=SubjectKind.PRESENCE)


class Plugs(QObject):
    """Screens that a test plugs in and out."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.there = (DESK, WALL)

    def all(self):
        return self.there

    def screen(self, key):
        return None

    def plug(self, *there):
        self.there = there
        self.changed.emit()


class HallBench(Bench):
    @property
    def show(self) -> HallShow:
        return self.desk.show_of_hall

    @property
    def seen(self) -> str:
        """Return every word that the hall sees."""
        return said([self.show.window.page])

    def see(self, subject, **named):
        self.show.show(subject, desk_screen=named.get("desk_screen", DESK.key))
        self.settle()


@contextmanager
def a_hall(qtbot, monkeypatch, folder, make):
    monkeypatch.setattr(hall_show, "Screens", Plugs)
    with open_desk(HallBench, ProjectorDesk, make, folder, qtbot) as bench:
        yield bench
    assert bench.show.window is None


@pytest.fixture
def hall(qtbot, monkeypatch, tmp_path):
    def make():
        file = a_congress(tmp_path, an_election("BCH"), an_election("BT", 2, 2))
        a_declared_round(file)
        return file

    with a_hall(qtbot, monkeypatch, tmp_path, make) as bench:
        yield bench


def result_of(bench, kind=SubjectKind.ELECTED):
    return Subject(kind=kind, record=bench.ask(rounds, bench.election().id)[0].id)


@pytest.mark.parametrize(
    ("there", "remembered", "chosen"),
    [
        ((DESK,), AUTOMATIC, None),
        ((DESK, WALL), AUTOMATIC, WALL),
        ((WALL, DESK), AUTOMATIC, WALL),
        ((DESK, WALL, SIDE), AUTOMATIC, WALL),
        ((DESK, WALL, SIDE), "side", SIDE),
        ((DESK, WALL), "side", WALL),
        ((DESK, WALL), IN_A_WINDOW, None),
        ((DESK, WALL), "desk", WALL),
    ],
)
def test_that_the_screen_of_the_hall_is_one_that_is_not_the_desk_s(there, remembered, chosen):
    assert hall_screen(there, desk="desk", remembered=remembered) == chosen


def test_that_the_screens_of_this_computer_are_known_and_a_new_one_is_heard_of(qapp, qtbot):
    screens = Screens()
    (only,) = screens.all()
    assert screens.screen(only.key) is qapp.primaryScreen()
    with qtbot.waitSignal(screens.changed):
        qapp.screenRemoved.emit(qapp.primaryScreen())


def test_that_a_show_begun_elsewhere_never_covers_the_first_screen(hall):
    hall.show.screens.there = (DESK,)
    hall.show.show(TITLE)
    hall.settle()
    assert hall.show.on_screen is None and hall.show.window.geometry() != DESK.area


def test_that_it_is_shown_on_the_other_screen_and_whole(hall):
    hall.see(TITLE)
    window = hall.show.window
    assert window.objectName() == "projectorWindow" and window.isVisible()
    assert window.geometry() == WALL.area
    assert window.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus, "the desk keeps the keys"
    assert hall.show.width == pytest.approx(4 / 3 * 1000)
    assert window.page.width == hall.show.width


def test_that_an_unplugged_screen_leaves_the_desk_free_and_comes_back_with_its_page(hall):
    hall.see(result_of(hall))
    before, window = hall.seen, hall.show.window
    hall.show.screens.plug(DESK)
    hall.settle()
    assert not window.isVisible() and hall.show.waits_for_screen
    assert hall.desk.head.state.text() == "Màn hình đã bị rút dây"
    hall.show.screens.plug(DESK, WALL)
    hall.settle()
    assert window.isVisible() and window.geometry() == WALL.area
    assert hall.seen == before and not hall.show.waits_for_screen
    hall.show.screens.plug(DESK, SIDE)
    hall.settle()
    assert window.geometry() == SIDE.area
    assert window.page.width == pytest.approx(16 / 9 * 1000)


def test_that_with_one_screen_it_is_a_window_and_goes_to_a_second_when_there_is_one(hall):
    hall.show.screens.there = (DESK,)
    hall.see(TITLE)
    window = hall.show.window
    assert window.isVisible() and not window.isFullScreen() and hall.show.on_screen is None
    hall.show.screens.plug(DESK, WALL)
    assert window.geometry() == WALL.area
    hall.show.set_screen(IN_A_WINDOW)
    assert hall.show.on_screen is None and window.width() < 1000
    hall.show.screens.plug(DESK, WALL, SIDE)
    assert hall.show.on_screen is None
    assert hall.session.settings.values.hall_screen == IN_A_WINDOW


def test_that_f12_s_act_blanks_at_once_and_brings_back(hall):
    hall.see(result_of(hall))
    before = hall.seen
    hall.show.switch_blank()
    assert hall.seen == "" and hall.show.window.page.marks
    hall.show.switch_blank()
    assert hall.seen == before


@pytest.mark.parametrize("held", [False, True])
def test_that_an_annulled_result_leaves_the_screen_whoever_annulled_it(hall, qtbot, held):
    subject = result_of(hall)
    hall.see(subject)
    assert "Ngô An" in hall.seen
    if held:
        hall.show.hold(True)
        hall.see(PRESENCE)
        assert "Ngô An" in hall.seen
    other = hall.session.sibling()
    done = []
    other.act(annul_round, subject.record, done=done.append, **ANNULLED)
    qtbot.waitUntil(lambda: "Ngô An" not in hall.seen, timeout=20_000)
    granted(done[0])
    assert hall.show.seen is None or hall.show.seen.declared is None
    other.close(lambda: None)


def test_that_the_hall_keeps_what_it_sees_while_the_desk_prepares(hall):
    hall.see(TITLE)
    before = hall.seen
    hall.show.hold(True)
    hall.see(PRESENCE)
    assert hall.seen == before and hall.desk.head.state.text() == "Đang giữ nguyên"
    hall.show.hold(False)
    hall.settle()
    assert "có mặt" in hall.seen


def test_that_an_undeclared_result_is_not_shown_and_appears_once_it_is_declared(
    qtbot, monkeypatch, tmp_path
):
    made = []

    def make():
        file = a_congress(tmp_path, an_election("BCH"))
        made.append(a_counted_round(file).id)
        return file

    with a_hall(qtbot, monkeypatch, tmp_path, make) as hall:
        subject = Subject(kind=SubjectKind.RESULT, record=made[0])
        hall.see(subject)
        assert hall.show.seen is None and hall.seen == ""
        rows = hall.desk.table.records
        waiting = next(i for i, row in enumerate(rows) if row.subject == subject)
        hall.desk.table.select_row(waiting)
        hall.settle()
        assert hall.desk.side.preview.page is None
        assert hall.desk.commands.why_not("show") == ("Chưa công bố: công bố rồi mới chiếu được.")
        found = hall.ask(rounds, hall.election().id)[0]
        hall.session.act(lambda file: declare(file, found), done=lambda _: None)
        hall.settle()
        assert "Ngô An" in hall.seen


def test_that_the_queue_goes_on_one_by_one_and_is_one_for_all_windows(hall):
    hall.show.set_queue((TITLE, PRESENCE, result_of(hall)))
    assert [row.subject for row in hall.desk.queue.records] == list(hall.show.queue)
    other = hall.session.sibling()
    assert other.shared(HallShow) is hall.show
    for words in ("Đại hội", "có mặt", "Trúng cử"):
        hall.show.show_next(desk_screen=DESK.key)
        hall.settle()
        assert words in hall.seen
    assert hall.show.queue == () and len(hall.desk.queue.records) == 0
    other.close(lambda: None)


def test_that_pages_turn_by_key_and_after_a_time(hall, qtbot):
    text = " ".join(f"chữ{place}" for place in range(400))
    hall.see(Subject(kind=SubjectKind.MESSAGE, text=text))
    count = len(hall.show.pages)
    assert count > 2
    hall.show.turn(1)
    assert hall.show.page_number == 1
    hall.show.turn(-2)
    assert hall.show.page_number == count - 1
    hall.show.set_seconds(8)
    assert hall.session.settings.values.hall_seconds == 8
    hall.show._turn.setInterval(1)
    qtbot.waitUntil(lambda: hall.show.page_number == 1, timeout=5_000)
    hall.show.set_seconds(0)


def test_that_the_time_of_a_speech_goes_on_by_itself(hall, qtbot):
    now = [datetime.now()]
    hall.show._clock = lambda: now[0]
    speech = hall.act(request_speech, Speech(speaker="Lý Thanh Thảo"), actor="TK")
    hall.act(call_speaker, speech.id, actor="TK")
    hall.see(Subject(kind=SubjectKind.SPEAKER))
    assert "Lý Thanh Thảo" in hall.seen and "còn" in hall.seen
    now[0] += timedelta(minutes=11)
    hall.show._second.setInterval(1)
    qtbot.waitUntil(lambda: "quá 01:" in hall.seen or "quá 00:" in hall.seen, timeout=5_000)


def test_that_a_closed_window_ends_the_show_and_keeps_the_queue(hall):
    hall.show.set_queue((TITLE,))
    hall.see(PRESENCE)
    hall.show.window.close()
    hall.settle()
    assert not hall.show.is_open and hall.show.queue == (TITLE,)
    hall.see(TITLE)
    assert hall.show.window.isVisible()


def test_that_queue_and_messages_are_there_again_after_a_restart(hall, qtbot):
    hall.show.set_queue((TITLE, result_of(hall)))
    hall.desk._on_message_typed("Mời đại biểu vào hội trường")
    hall.settle()
    assert hall.ask(hall_prepared) == hall.show.prepared
    again = HallShow(hall.session.sibling())
    qtbot.waitUntil(lambda: again.prepared == hall.show.prepared, timeout=20_000)
    again.stop()
    assert [row.subject.text for row in hall.desk.table.records if row.subject.text]
    hall.desk.commands.run("forget")
    hall.settle()
    assert hall.ask(hall_prepared).messages == () and len(hall.show.queue) == 2
    assert not [row.subject.text for row in hall.desk.table.records if row.subject.text]


@pytest.mark.parametrize(
    "text", ["", "x", "[]", "{}", '{"queue": [["hoa", 1, ""]]}', '{"queue": 3}']
)
def test_that_a_text_that_is_none_of_ours_prepares_nothing(text):
    assert prepared_of(text) == Prepared()
