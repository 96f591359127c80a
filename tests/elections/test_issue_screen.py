"""The page of the issue register: every line by keyboard, each refusal said, the numbers follow."""

from __future__ import annotations

import pytest
from ballot_acts import printed
from congress_files import a_congress, a_round, an_election, granted, ready_to_vote
from issue_acts import a_kept_register, a_line, write
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from window_bench import Window

from congress_desk.actions.elections.accounting import edit_accounting
from congress_desk.domain.ballot_papers.issue_register import IssueKind
from congress_desk.queries.elections.ballot_issue import issue_register
from congress_desk.storage.reading.elections.lists import round_by_id
from congress_desk.ui.desks.elections.ballot_issue.screen import IssueScreen
from congress_desk.ui.desks.elections.desk import ElectionsDesk

ENTER = Qt.Key.Key_Return


@pytest.fixture
def opened(qtbot, tmp_path):
    windows = []

    def make(prepare=lambda file, round_id: None, **answers) -> Window:
        file = a_congress(tmp_path, an_election("BCH"))
        found = a_round(file, "BCH")
        papers = found.accounting
        told = type(papers)(convened=papers.convened, present=papers.present)
        granted(edit_accounting(file, found.id, told, actor="TK", reason="m"))
        prepare(file, found.id)
        file.close()
        windows.append(Window(qtbot, file.path, **answers))
        windows[-1].show_desk("elections")
        return windows[-1]

    yield make
    for window in windows:
        window.close()


def page(window: Window) -> IssueScreen:
    """Go to the register as the link of the round does."""
    desk = window.desk
    assert isinstance(desk, ElectionsDesk)
    desk.show_at("election", 1)
    window.qtbot.waitUntil(lambda: desk.screen_of("election")._view is not None, timeout=20_000)
    button = desk.screen_of("election").findChild(QPushButton, "issueRegister1")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert desk.screen_of("issue") is not None
    settle(window, desk.screen_of("issue"))
    return desk.screen_of("issue")


def settle(window: Window, found: IssueScreen) -> None:
    window.qtbot.waitUntil(
        lambda: found._view is not None and not found._acts.busy and window.main.session.idle(),
        timeout=20_000,
    )
    window.qtbot.wait(1)


def form(window: Window, found: IssueScreen, command: str, /, **texts: str) -> None:
    """Open a form by its command, type into its fields, press Enter."""
    found.commands.run(command)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    for field, text in texts.items():
        line = dialog.findChild(QLineEdit, f"issue_{field}")
        line.selectAll()
        line.insert(text)
    QTest.keyClick(dialog.findChild(QPushButton, "submit"), ENTER)
    settle(window, found)


def wake(window: Window, found: IssueScreen) -> None:
    """Give the window the keyboard back after a dialog, as a desktop does by itself."""
    window.main.activateWindow()
    window.qtbot.waitUntil(lambda: QApplication.activeWindow() is window.main)
    found.table.setFocus()


def told(found: IssueScreen) -> list[str]:
    return [row.text for row in found.rows]


def said(window: Window) -> str:
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    words = str(dialog.said.text())
    dialog.reject()
    return words


def asked(window: Window, question, *args):
    answers = []
    window.main.session.ask(question, *args, done=answers.append)
    window.qtbot.waitUntil(lambda: bool(answers), timeout=20_000)
    return answers[0]


def test_that_a_vote_is_written_down_from_the_box_to_the_last_paper(opened):
    window = opened()
    found = page(window)
    form(window, found, "seal", name="Lê Thị Lan", witness="Ngô Bảo")
    form(window, found, "hand", unit="Chi bộ 1", papers="4", name="Trần A")
    form(window, found, "hand", papers="2")
    form(window, found, "exchange", papers="1")
    form(window, found, "take_back", unit="Chi bộ 1", papers="1")
    form(window, found, "open", papers="5", name="Lê Thị Lan", witness="Ngô Bảo")
    form(window, found, "destroy", papers="0", spoiled="1", name="Lê Thị Lan", witness="Ngô Bảo")
    accounting = asked(window, round_by_id, 1).accounting
    assert (accounting.issued, accounting.returned) == (5, 5)
    assert len(found.table.records) == 7
    assert told(found)[2:4] == [
        "Phát ra 5, đổi 1 phiếu hỏng; có mặt 6",
        "Trong hòm có 5 phiếu, bằng số phát ra",
    ]
    form(window, found, "destroy", papers="500", name="Lê Thị Lan", witness="Ngô Bảo")
    assert told(found)[-1].startswith("Đã hủy 500 phiếu thừa, chưa có số phiếu in để đối chiếu")
    assert not found.hand.isEnabled()


def test_that_a_refusal_stays_on_the_form_with_the_way_out(opened):
    window = opened(lambda file, round_id: write(file, round_id, a_line(IssueKind.HANDED, 4)))
    found = page(window)
    form(window, found, "take_back", unit="Tổ lạ", papers="1")
    assert "chỉ đang giữ 0 phiếu" in said(window)
    form(window, found, "seal", name="Lê Thị Lan", witness="Lê Thị Lan")
    assert "hai người khác nhau" in said(window)
    assert len(found.table.records) == 1


def test_that_too_many_papers_in_the_box_are_asked_about(opened):
    window = opened(
        lambda file, round_id: write(file, round_id, a_line(IssueKind.HANDED, 4)), ask=[False, True]
    )
    found = page(window)
    form(window, found, "open", papers="5", name="Lê Thị Lan", witness="Ngô Bảo")
    assert asked(window, round_by_id, 1).accounting.returned is None
    dialog = QApplication.activeModalWidget()
    QTest.keyClick(dialog.findChild(QPushButton, "submit"), ENTER)
    settle(window, found)
    assert asked(window, round_by_id, 1).accounting.returned == 5
    assert "lần bầu vô hiệu" in told(found)[3]


def test_that_a_line_is_struck_out_with_a_reason(opened):
    window = opened(lambda file, round_id: write(file, round_id, a_line(IssueKind.HANDED, 4)))
    found = page(window)
    found.table.selectRow(0)
    found.commands.run("strike")
    dialog = QApplication.activeModalWidget()
    dialog.findChild(QLineEdit, "reasonField").insert("ghi nhầm")
    dialog.submitted.emit()
    settle(window, found)
    register = asked(window, issue_register, 1)
    assert (register.issued, register.lines[0].struck_reason) == (0, "ghi nhầm")
    assert told(found)[2] == "Chưa phát phiếu nào."


def test_that_one_press_hands_every_delegation_its_papers(opened):
    window = opened(ask=[True])
    found = page(window)
    if not found._view.voters:
        assert found.commands.why_not("by_unit")
        return
    found.commands.run("by_unit")
    settle(window, found)
    register = asked(window, issue_register, 1)
    assert register.units == found._view.voters
    found.commands.run("by_unit")
    assert found.notice.property("tone") == "holds"


def test_that_the_accounting_of_the_count_follows_and_is_not_typed(opened):
    window = opened(a_kept_register)
    desk = window.desk
    desk.show_at("counting", 1)
    window.qtbot.waitUntil(lambda: desk.screen_of("counting").table is not None, timeout=20_000)
    panel = desk.screen_of("counting").table.side.accounting
    for name, shown in (("issued", 6), ("returned", 6)):
        field = panel._fields[name]
        assert (field.value(), field.isReadOnly()) == (shown, True)
    assert not panel._fields["present"].isReadOnly()
    assert not panel._register.isHidden()
    desk.screen_of("counting").table.commands.run("issue")
    settle(window, desk.screen_of("issue"))
    assert desk.shown_screen is desk.screen_of("issue")


def test_that_a_round_without_a_register_shows_nothing_of_it(opened):
    window = opened()
    desk = window.desk
    desk.show_at("counting", 1)
    window.qtbot.waitUntil(lambda: desk.screen_of("counting").table is not None, timeout=20_000)
    panel = desk.screen_of("counting").table.side.accounting
    assert not panel._fields["issued"].isReadOnly()
    assert panel._register.isHidden()


def test_that_the_keyboard_leads_through_it(opened):
    window = opened(lambda file, round_id: write(file, round_id, a_line(IssueKind.HANDED, 4)))
    found = page(window)
    QTest.keyClick(found.table, Qt.Key.Key_Insert)
    dialog = QApplication.activeModalWidget()
    assert dialog.findChild(QLineEdit, "issue_papers").text() == "2"
    QTest.keyClick(dialog.findChild(QLineEdit, "issue_unit"), ENTER)
    settle(window, found)
    assert told(found)[2] == "Phát ra 6, đổi 0 phiếu hỏng"
    wake(window, found)
    found.table.selectRow(1)
    QTest.keyClick(found.table, Qt.Key.Key_Delete)
    dialog = QApplication.activeModalWidget()
    dialog.findChild(QLineEdit, "reasonField").insert("ghi nhầm")
    QTest.keyClick(dialog.findChild(QLineEdit, "reasonField"), ENTER)
    assert dialog.isVisible()  # what destroys wants a second Enter
    QTest.keyClick(dialog.findChild(QPushButton, "submit"), ENTER)
    settle(window, found)
    assert told(found)[2] == "Phát ra 4, đổi 0 phiếu hỏng; có mặt 6"
    wake(window, found)
    QTest.keyClick(found.table, Qt.Key.Key_Escape)
    assert window.desk.shown_screen is window.desk.screen_of("election")


def test_that_printed_ballots_are_handed_out_before_the_round_and_open_it(qtbot, tmp_path):
    file = a_congress(tmp_path, an_election("BCH"))
    ready_to_vote(file)
    granted(printed(file, copies=8))
    file.close()
    window = Window(qtbot, file.path)
    desk = window.show_desk("elections")
    desk.show_at("ballots", 1)
    qtbot.waitUntil(lambda: desk.screen_of("ballots").issue.isEnabled(), timeout=20_000)
    desk.screen_of("ballots").commands.run("issue")
    found = desk.screen_of("issue")
    settle(window, found)
    assert told(found)[:3] == [
        "Chưa ghi kiểm tra, niêm phong hòm phiếu.", "Đã in 8 phiếu", "Chưa phát phiếu nào.",
    ]  # fmt: skip
    assert all(found.commands.why_not(name) for name in ("open", "destroy", "minutes"))
    form(window, found, "hand", papers="5")
    desk.show_at("opening", 1)
    window.settle()
    screen = desk.screen_of("opening")
    assert [c.finding.code for c in screen._conditions if c.finding] == ["box_not_sealed"]
    desk.screen_of("opening").conditions.remedies[0].click()
    settle(window, found)
    form(window, found, "seal", name="Lê Thị Lan", witness="Ngô Bảo")
    form(window, found, "hand", papers="1")
    desk.show_at("opening", 1)
    window.settle()
    issued = desk.screen_of("opening").figures.papers.fields["issued"]
    assert (issued.text(), issued.isReadOnly()) == ("6", True)
    desk.screen_of("opening").commands.run("open")
    window.settle()
    assert desk.shown_screen is desk.screen_of("counting")
    assert asked(window, round_by_id, 1).accounting.issued == 6
    window.close()
