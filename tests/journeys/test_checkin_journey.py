"""The morning of a congress at two doors: 120 people by keyboard, then a round that freezes D."""

from __future__ import annotations

import shutil
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from checkin_bench import Door
from congress_files import an_election, anyway, code_of, granted
from people_acts import roll_of_round
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from congress_desk.actions.elections.accounting import edit_accounting
from congress_desk.actions.elections.rounds import open_round
from congress_desk.actions.people.checkin import check_in
from congress_desk.actions.people.statuses import replace_delegate, set_status
from congress_desk.domain.congress import CongressDetails
from congress_desk.domain.elections.round import Accounting
from congress_desk.domain.people.person import Person, PersonKind, Status
from congress_desk.domain.setup.filled_workbook import Setup
from congress_desk.errors import Refusal
from congress_desk.exports.door_list import write_door_list
from congress_desk.new_congress import new_congress
from congress_desk.queries.congress import congress, presence
from congress_desk.queries.elections.lists import rounds
from congress_desk.queries.people import base_and_names, passages, person, register
from congress_desk.storage.opening import open_file

CTRL = Qt.KeyboardModifier.ControlModifier
ENTER = Qt.Key.Key_Return
DELEGATES, ALTERNATES, GUESTS = 108, 4, 8
# One member of the committee away throughout (100), two delegates whose seats alternates have.
D, PRESENT, LATE = 107, 105, 8


class WallClock:
    """The hour in the hall; each act takes some seconds."""

    def __init__(self, hour: int, minute: int) -> None:
        self.turn_to(hour, minute)

    def turn_to(self, hour: int, minute: int) -> None:
        self.now = datetime(2020, 3, 13, hour, minute)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=5)
        return self.now


def everybody() -> tuple[Person, ...]:
    delegates = [
        Person(
            code=f"P19-{i:03}",
            name=f"Đại biểu Thứ {i}",
            delegation=f"Chi bộ {i % 9 + 1}",
            status=Status.ABSENT_THROUGHOUT_COMMITTEE if i == 100 else Status.ABSENT,
        )
        for i in range(1, DELEGATES + 1)
    ]
    alternates = [
        Person(code=f"DK-{i}", name=f"Dự khuyết {i}", kind=PersonKind.ALTERNATE)
        for i in range(1, ALTERNATES + 1)
    ]
    guests = [
        Person(code=f"K-{i}", name=f"Khách {i}", kind=PersonKind.GUEST)
        for i in range(1, GUESTS + 1)
    ]
    return (*delegates, *alternates, *guests)


@pytest.fixture
def paths(tmp_path) -> tuple[Path, Path]:
    """Make the congress, and a copy of it for the other door."""
    details = CongressDetails(name="Đại hội đại biểu Phường 19", starts="2020-03-13T07:30")
    setup = Setup(details=details, people=everybody(), elections=(an_election(),))
    file = granted(new_congress(tmp_path / "cua-a.congress", setup, actor="Thư ký"))
    file.close()
    other = tmp_path / "cua-b.congress"
    shutil.copy(file.path, other)
    return file.path, other


def at_door_b(path: Path, target: Path) -> None:
    """Check three people in at the other door at 07:20, one of whom also came through door A."""
    file = granted(open_file(path, clock=WallClock(7, 20)))
    for number in (103, 104, 1):
        granted(check_in(file, number, door="Cửa B", actor="Bình"))
    people = {found.id: found for found in register(file)}
    assert write_door_list(target, congress(file), passages(file), people) == 3
    file.close()


def act(door: Door, action, *args, **kwargs):
    got = []
    session = door.window.main.session
    session.act(action, *args, done=got.append, actor="Thư ký", **kwargs)
    door.settle()
    return got[0]


def press(door: Door, name: str) -> None:
    QTest.keyClick(door.window.main.findChild(QPushButton, name), Qt.Key.Key_Space)
    door.settle()


def come_in_time(door: Door) -> None:
    for i in range(1, 96):
        door.scan(f"p19-{i:03}")
        assert door.word == "Đã điểm danh", door.answer
        assert "sau giờ khai mạc" not in door.answer
    for i in range(1, 7):
        door.scan(f"k-{i}")
        assert "không biểu quyết" in door.answer
    for i in (1, 50, 95):
        door.scan(str(i))
        assert "Đã vào lúc 07:" in door.answer
    door.scan("p19-104")
    door.key(Qt.Key.Key_Z, CTRL)
    assert door.word == "Đã bỏ lượt vào"
    door.scan("p19-999")
    assert door.word == "Không có trong danh sách"


def come_late(door: Door) -> None:
    for delegate, alternate in ((101, 109), (102, 110)):
        granted(act(door, replace_delegate, delegate, alternate, reason="ốm nặng"))
    for text in ("p19-096", "97", "thu 98", "P19-099", "dk-1", "dk-2"):
        door.scan(text)
        assert door.word == "Đã điểm danh", door.answer
        assert "sau giờ khai mạc" in door.answer
    door.scan("p19-101")
    assert door.word == "Không được vào" and "Dự khuyết 1 (số 109)" in door.answer


def take_in_lists(door: Door) -> None:
    for new in (3, 0):
        press(door, "mergeDoor")
        dialog = QApplication.activeModalWidget()
        assert dialog.rows[0].text == f"{new} lượt mới"
        QTest.keyClick(dialog.submit if new else dialog.leave, ENTER)
        door.settle()
    door.run("signed_list")
    dialog = QApplication.activeModalWidget()
    QTest.keyClicks(dialog.field, "103-106, 100")
    door.qtbot.waitUntil(lambda: dialog.submit.isEnabled())
    assert dialog.submit.text() == "Điểm danh 2 người"
    QTest.keyClick(dialog.field, ENTER)
    door.settle()


def top_line(door: Door) -> str:
    return door.window.main.findChild(object, "topLine").presence.text()


def test_that_a_hundred_and_twenty_people_are_checked_in_and_a_round_freezes_d(
    qtbot, paths, tmp_path
):
    path, other = paths
    at_door_b(other, tmp_path / "cua-b.csv")
    door = Door(qtbot, path, open_file=[tmp_path / "cua-b.csv"] * 2)
    clock = WallClock(7, 0)
    door.window.main.session._file.clock = clock
    come_in_time(door)
    clock.turn_to(8, 10)
    come_late(door)
    clock.turn_to(8, 30)
    take_in_lists(door)

    base, names = door.ask(base_and_names)
    assert (base.convened, base.base, base.present) == (DELEGATES, D, PRESENT)
    assert [(a.id, d.id) for a, d in names.alternates] == [(109, 101), (110, 102)]
    assert door.ask(presence) == base
    assert f"<b>{PRESENT}</b> / {DELEGATES} · 97,22%" in top_line(door)
    panel = door.desk.presence
    assert panel.number.text() == f"{PRESENT} / {DELEGATES}"
    assert panel.others.text().splitlines() == [
        f"Đến sau giờ khai mạc: {LATE}",
        "Khách mời: 6 / 8, ngoài số được triệu tập",
    ]
    assert [p.id for d in panel.table.records for p in d.missing] == [107, 108]
    assert sum(p.person_id == 1 and not p.undone for p in door.ask(passages)) == 2

    accounting = Accounting(convened=base.base, present=PRESENT, issued=PRESENT, returned=PRESENT)
    opened = granted(
        act(
            door,
            open_round,
            1,
            accounting=accounting,
            by_hand=False,
            bundle_size=25,
            going_on=door.ask(anyway),
        )
    )
    roll = door.ask(roll_of_round, opened.id)
    assert (opened.accounting.convened, roll.base) == (D, base)
    in_hall = {*range(1, 100), 103, 104, 105, 106, 109, 110}
    assert {found.person_id for found in roll.present} == in_hall and len(in_hall) == PRESENT

    change_afterwards(door, opened.id)
    assert door.ask(roll_of_round, opened.id) == roll
    door.close()
    file = granted(open_file(path))
    assert file.check() == []
    file.close()


def change_afterwards(door: Door, round_id: int) -> None:
    """Let people go and be suspended: D of the round stands until somebody writes why not."""
    door.key(Qt.Key.Key_F4)
    door.scan("p19-095")
    door.key(Qt.Key.Key_F4)
    granted(act(door, set_status, [107], Status.SUSPENDED, reason="có quyết định"))
    now = door.ask(presence)
    assert (now.base, now.present) == (D - 1, PRESENT - 1)
    assert f"<b>{PRESENT - 1}</b> / {DELEGATES}" in top_line(door)
    found = door.ask(rounds, 1)[0]
    assert (found.accounting.convened, found.accounting.present) == (D, PRESENT)
    other = Accounting(convened=D - 1, present=PRESENT, issued=PRESENT, returned=PRESENT)
    refused = act(door, edit_accounting, round_id, other)
    assert isinstance(refused, Refusal) and code_of(refused) == "base_change_needs_reason"
    assert door.ask(rounds, 1)[0].accounting.convened == D
    granted(
        act(
            door,
            edit_accounting,
            round_id,
            other,
            reason="Đại hội quyết định",
        )
    )
    assert door.ask(rounds, 1)[0].accounting.convened == D - 1


def test_that_going_out_and_in_again_keeps_d_and_the_first_arrival(qtbot, paths):
    path, _ = paths
    door = Door(qtbot, path)
    clock = WallClock(7, 0)
    door.window.main.session._file.clock = clock
    door.scan("p19-001")
    clock.turn_to(9, 0)
    door.key(Qt.Key.Key_F4)
    door.scan("p19-001")
    door.key(Qt.Key.Key_F4)
    door.scan("p19-001")
    assert door.ask(person, 1).status is Status.PRESENT
    assert "Đến sau giờ khai mạc: 0" in door.desk.presence.others.text()
    assert door.ask(presence).base == D
    door.close()
