"""The page of ballot papers: choose, read the proof, record, write; by keyboard too."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from ballot_acts import printed
from congress_files import a_congress, a_declared_round, an_election, granted
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QScrollArea
from share_acts import a_company, absent
from window_bench import Window

from congress_desk.actions.elections.lists import edit_candidate, unfreeze_list
from congress_desk.domain.ballot_papers.ballot_print import PrintFact, PrintState
from congress_desk.domain.elections.election import Candidate
from congress_desk.queries.elections.ballot_prints import ballots_to_print
from congress_desk.queries.elections.lists import election
from congress_desk.settings import SettingsStore
from congress_desk.storage.congress_file import CongressFile
from congress_desk.ui.desks.elections.ballot_papers.screen import BallotsScreen
from congress_desk.ui.desks.elections.desk import ElectionsDesk
from congress_desk.ui.parts.paper_pages import PageSize
from congress_desk.ui.parts.printing import page_size


@pytest.fixture
def opened(qtbot, tmp_path):
    windows = []

    def make(prepare=lambda file: None, **answers) -> Window:
        file = a_congress(tmp_path, an_election("BCH"), an_election("BT", 2, 2))
        prepare(file)
        file.close()
        windows.append(Window(qtbot, file.path, **answers))
        windows[-1].show_desk("elections")
        return windows[-1]

    yield make
    for window in windows:
        window.close()


def desk_of(window: Window) -> ElectionsDesk:
    assert isinstance(window.desk, ElectionsDesk)
    return window.desk


def page(window: Window, election_id: int = 1) -> BallotsScreen:
    """Show the ballots of an election as the button of its page does."""
    desk = desk_of(window)
    desk.show_at("election", election_id)
    window.qtbot.waitUntil(lambda: desk.screen_of("election")._view is not None, timeout=20_000)
    button = desk.screen_of("election").findChild(QPushButton, "printBallots")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    found = desk.screen_of("ballots")
    assert found is not None
    settle(window, found)
    return found


def settle(window: Window, found: BallotsScreen) -> None:
    window.qtbot.waitUntil(
        lambda: found.idle() and found._view is not None and not found._acts.busy, timeout=20_000
    )
    window.qtbot.waitUntil(lambda: not found.pages.sheet.pixmap().isNull(), timeout=20_000)


def asked(window: Window, question, *args):
    answers = []
    window.main.session.ask(question, *args, done=answers.append)
    window.qtbot.waitUntil(lambda: bool(answers), timeout=20_000)
    return answers[0]


def pages_of(path: Path) -> int:
    with pypdfium2.PdfDocument(path) as document:
        return len(document)


def test_that_the_page_of_an_election_leads_to_its_ballots_and_back(opened):
    window = opened()
    found = page(window)
    assert desk_of(window).shown_screen is found
    assert "Bầu BCH" in found.head.title.text()
    assert "6 người bầu, dự phòng 2" in found.choices.said.text()
    assert found.choices.copies.value() == 8
    QTest.keyClick(found.choices.paper, Qt.Key.Key_Escape)
    assert desk_of(window).shown_screen is desk_of(window).screen_of("election")


def test_that_saving_records_the_run_fixes_the_list_and_writes_every_ballot(opened, tmp_path):
    target = tmp_path / "phieu.pdf"
    window = opened(save_file=[target])
    found = page(window)
    QTest.keyClick(found, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    window.qtbot.waitUntil(lambda: found.notice.property("tone") == "holds", timeout=20_000)
    assert pages_of(target) == 4
    of = asked(window, ballots_to_print, 1)
    assert (of.fact, of.copies) == (PrintFact.CURRENT, 8)
    assert asked(window, election, 1).frozen
    window.qtbot.waitUntil(lambda: "8 phiếu" in found.state.text(), timeout=20_000)


def test_that_a_company_records_its_papers_and_then_only_those_that_are_missing(qtbot, tmp_path):
    file = a_company(tmp_path / "ct.congress")
    absent(file, 4)
    file.close()
    target = tmp_path / "phieu.pdf"
    window = Window(qtbot, file.path, save_file=[target])
    window.show_desk("elections")
    found = page(window)
    assert not found.choices.isVisible() and found.again.isVisible()
    QTest.keyClick(found, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    window.qtbot.waitUntil(lambda: found.notice.property("tone") == "holds", timeout=20_000)
    assert pages_of(target) == 5
    window.qtbot.waitUntil(lambda: not found.save.isEnabled(), timeout=20_000)
    assert "đánh dấu ô in lại" in found.save.toolTip()
    found.again.click()
    window.qtbot.waitUntil(lambda: found.save.isEnabled(), timeout=20_000)
    window.close()


def test_that_a_second_press_records_no_second_run(opened, tmp_path):
    window = opened(save_file=[tmp_path / "a.pdf", tmp_path / "b.pdf"])
    found = page(window)
    found.commands.run("save")
    found.commands.run("save")
    window.qtbot.waitUntil(lambda: found.notice.property("tone") == "holds", timeout=20_000)
    settle(window, found)
    assert len(asked(window, ballots_to_print, 1).prints) == 1


def test_that_papers_that_cannot_be_written_make_their_run_void(opened, tmp_path):
    window = opened(save_file=[tmp_path / "khong-co" / "phieu.pdf"])
    found = page(window)
    found.commands.run("save")
    window.qtbot.waitUntil(lambda: found.notice.property("tone") == "wrong", timeout=20_000)
    window.qtbot.waitUntil(lambda: not found._acts.busy, timeout=20_000)
    (run,) = asked(window, ballots_to_print, 1).prints
    assert run.state is PrintState.VOID
    assert "không ghi được tệp" in run.void_reason


def test_that_another_paper_is_laid_out_at_once(opened):
    window = opened()
    found = page(window)
    before = found._view
    found.choices.paper.setCurrentIndex(found.choices.paper.findData("A6"))
    window.qtbot.waitUntil(lambda: found._view is not before, timeout=20_000)
    assert found._view is not None and found._view.ballots is not None
    assert found._view.ballots.layout.size == "A6"
    assert found._view.ballots.sheet.on_sheet == 4
    assert "Phiếu A6" in found.choices.said.text()


def test_that_a_typed_number_of_ballots_is_rounded_up_to_whole_sheets(opened):
    window = opened()
    found = page(window)
    before = found._view
    found.choices.copies.setValue(11)
    window.qtbot.waitUntil(lambda: found._view is not before, timeout=20_000)
    assert found._view is not None and found._view.ballots is not None
    assert found._view.ballots.copies == 12


def test_that_fewer_ballots_than_voters_are_refused_with_the_reason(opened, tmp_path):
    window = opened(save_file=[tmp_path / "a.pdf"])
    found = page(window)
    before = found._view
    found.choices.copies.setValue(4)
    window.qtbot.waitUntil(lambda: found._view is not before, timeout=20_000)
    found.commands.run("save")
    window.qtbot.waitUntil(lambda: found.notice.property("tone") == "wrong", timeout=20_000)
    assert "không đủ cho 6 người bầu" in found.notice.title
    assert not (tmp_path / "a.pdf").exists()


def changed_after_printing(file: CongressFile) -> None:
    granted(printed(file))
    granted(unfreeze_list(file, 1, actor="TK"))
    granted(edit_candidate(file, Candidate(id=1, name="Ngô Ân", born="1970"), actor="TK"))


def test_that_a_print_of_another_list_is_said_on_both_pages_and_voided_by_the_next(
    opened, tmp_path
):
    window = opened(changed_after_printing, save_file=[tmp_path / "moi.pdf"])
    found = page(window)
    assert "không còn đúng danh sách" in desk_of(window).screen_of("election").side._papers.text
    assert "phiếu cũ bị hủy" in found.state.text()
    found.commands.run("save")
    window.qtbot.waitUntil(lambda: found.notice.property("tone") == "holds", timeout=20_000)
    states = [run.state for run in asked(window, ballots_to_print, 1).prints]
    assert states == [PrintState.VOID, PrintState.PRINTED]


def test_that_ballots_of_a_declared_round_are_a_specimen_that_nobody_prints(opened):
    window = opened(a_declared_round)
    found = page(window)
    assert found.commands.why_not("save")
    assert not found.save.isEnabled()
    assert "phiếu mẫu" in found.state.text()


def test_that_what_is_seen_follows_the_election_that_is_shown(opened):
    window = opened()
    found = page(window)
    page(window, 2)
    assert found._view is not None and found._view.election.code == "BT"
    assert found._preview is not None and "BT" in found._preview.name


def test_that_printing_sends_every_sheet_of_a_recorded_run(opened, tmp_path, monkeypatch):
    window = opened()
    found = page(window)
    monkeypatch.setattr(
        found._printing, "choose", lambda sizes, name, done: done(to_file(tmp_path))
    )
    found.commands.run("print")
    window.qtbot.waitUntil(lambda: found.notice.property("tone") == "holds", timeout=60_000)
    assert pages_of(tmp_path / "in.pdf") == 4
    assert asked(window, ballots_to_print, 1).copies == 8


def test_that_a_run_that_the_printer_did_not_finish_is_void(opened, tmp_path, monkeypatch):
    window = opened()
    found = page(window)
    broken = to_file(tmp_path / "khong-co")
    monkeypatch.setattr(found._printing, "choose", lambda sizes, name, done: done(broken))
    found.commands.run("print")
    window.qtbot.waitUntil(lambda: found.notice.property("tone") == "wrong", timeout=60_000)
    window.qtbot.waitUntil(lambda: not found._acts.busy, timeout=20_000)
    (run,) = asked(window, ballots_to_print, 1).prints
    assert run.state is PrintState.VOID


def to_file(folder: Path) -> QPrinter:
    """Return a printer that prints to a file; none where the folder is not there."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(folder / "in.pdf"))
    return printer


@pytest.mark.parametrize(
    ("size", "name"),
    [((595.28, 841.89), "A4"), ((841.89, 595.28), "A4"), ((419.53, 595.28), "A5"),
     ((841.89, 1190.55), "A3"), ((297.64, 420.94), "A6"), ((500, 500), "A4")],
)  # fmt: skip
def test_that_the_printer_is_set_to_the_paper_of_the_sheet(size, name):
    assert page_size(PageSize(*size)).id() is QPageSize.PageSizeId[name]


def test_that_in_a_narrow_window_the_page_alone_scrolls_and_begins_with_the_choices(opened):
    SettingsStore().change(scale=150)
    window = opened()
    found = page(window)
    found.choices.paper.setFocus()
    for width, alone in ((1024, True), (1366, False), (1024, True)):
        window.main.resize(width, 700)
        window.settle()
        settle(window, found)
        window.qtbot.waitUntil(lambda alone=alone: found.pages._whole is alone)
        found.grab()  # what scrolls takes another look to be as high as its words
        bars = [
            area.verticalScrollBar()
            for area in found.findChildren(QScrollArea)
            if area.isVisible() and area.verticalScrollBar().maximum()
        ]
        assert len(bars) == 1 if alone else len(bars) > 1
        assert window.main.focusWidget() is found.choices.paper
        top = found.choices.paper.mapTo(found, QPoint(0, 0)).y()
        assert 0 < top < found.height()
