"""The import wizard on a congress file, and hands that press keys where the keyboard is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import shiboken6
from congress_files import a_congress
from openpyxl import Workbook, load_workbook
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from window_bench import AnsweredMessages

from congress_desk.domain.people.person import Person
from congress_desk.queries.people import register
from congress_desk.settings import SettingsStore
from congress_desk.storage.congress_file import CongressFile
from congress_desk.ui.background import Background
from congress_desk.ui.desks.people.importing.wizard import ImportWizard
from congress_desk.ui.session import Session

MESSY = Path(__file__).parent.parent / "data" / "danh-sach-dai-bieu-cu.xlsx"
ENTER, ESC, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab
DOWN, UP, RIGHT = Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Right
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
TITLES = ("STT", "Họ và tên", "Ngày sinh", "Giới tính", "Đơn vị", "Chức vụ")


class WizardBench:
    """A congress with people, and wizards opened on it one after the other."""

    def __init__(self, qtbot: Any, file: CongressFile, **answers: list[Any]) -> None:
        self.qtbot = qtbot
        self.file = file
        self.messages = AnsweredMessages(**answers)
        self.background = Background()
        self.session = Session(self.background, file, SettingsStore())
        self.errors: list[Exception] = []
        self.session.failed.connect(self.errors.append)
        self.window = QWidget()
        self.window.show()
        self.wizard = self.opened()

    def opened(self) -> ImportWizard:
        """Open a wizard; an earlier one is gone by then."""
        self.wizard = ImportWizard(self.session, self.messages, self.window)
        self.wizard.open()
        self.settle()
        return self.wizard

    @property
    def focus(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None
        return found

    @property
    def is_open(self) -> bool:
        return shiboken6.isValid(self.wizard) and self.wizard.isVisible()

    def settle(self) -> None:
        """Wait until all is read and written and the wizard, if it is open, has the keyboard."""
        self.qtbot.wait(1)
        self.qtbot.waitUntil(self._settled, timeout=20_000)
        self.qtbot.wait(1)
        assert not self.errors, self.errors
        assert self.messages.unexpected == []

    def _settled(self) -> bool:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if not self.is_open:
            return self.session.idle()
        if QApplication.activeWindow() is not self.wizard:
            self.wizard.activateWindow()
        focused = QApplication.focusWidget() is not None
        return self.wizard.idle() and focused and QApplication.activeWindow() is self.wizard

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press keys where the keyboard is, each after the one before was answered."""
        for key in keys:
            QTest.keyClick(self.focus, key, modifier)
            self.settle()

    def go_on(self) -> None:
        """Press Alt+N."""
        self.press(Qt.Key.Key_N, modifier=ALT)

    def tab_to(self, name: str) -> QWidget:
        """Press Tab until the widget of this name has the keyboard."""
        for _ in range(60):
            if self.focus.objectName() == name:
                return self.focus
            self.press(TAB)
        raise AssertionError(f"no Tab leads to {name} from {self.focus.objectName()}")

    def choose(self, letter: str, field: str) -> None:
        """Choose the field of a column by keyboard."""
        combo = self.tab_to(f"field{letter}")
        assert isinstance(combo, QComboBox)
        wanted = combo.findText(field)
        assert wanted >= 0, field
        while combo.currentIndex() != wanted:
            self.press(DOWN if combo.currentIndex() < wanted else UP)

    def read(self, path: Path) -> None:
        """Read a file without a dialog."""
        self.wizard.read_file(path)
        self.settle()

    def read_to_preview(self, path: Path) -> None:
        """Read a file and go on to its preview."""
        self.read(path)
        self.go_on()
        self.go_on()

    def counts(self) -> dict[str, int]:
        """Return the numbers of the preview."""
        return {k: tab.view.count for k, tab in self.wizard.preview_step.tabs.tabs.items()}

    def rows(self, view: str) -> tuple[Any, ...]:
        """Return the rows of one choice of the preview."""
        self.wizard.preview_step.tabs.tabs[view].setChecked(True)
        return self.wizard.preview_step.table.records

    def people(self) -> tuple[Person, ...]:
        """Return the register as the worker reads it."""
        found: list[tuple[Person, ...]] = []
        self.session.ask(register, done=found.append)
        self.qtbot.waitUntil(self.session.idle)
        return found[0]

    def names(self) -> list[str]:
        return [person.name for person in self.people()]

    def leave(self) -> None:
        """Close the wizard and the file, and end the threads."""
        if self.is_open:
            self.wizard.done(0)
        self.qtbot.waitUntil(self.session.idle, timeout=20_000)
        closed: list[int] = []
        self.session.close(lambda: closed.append(1))
        self.qtbot.waitUntil(lambda: bool(closed))
        self.background.stop()
        self.window.close()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    @property
    def notice(self) -> str:
        notice = self.wizard.frame.notice
        return f"{notice.title}\n{notice.text}".strip() if notice.isVisible() else ""


@contextmanager
def a_bench(qtbot: Any, folder: Path, **answers: list[Any]) -> Iterator[WizardBench]:
    """Yield a bench on a new congress; an unexpected dialog fails the test."""
    bench = WizardBench(qtbot, a_congress(folder, people=8), **answers)
    try:
        yield bench
    finally:
        bench.leave()
    assert bench.messages.unexpected == []


def a_list(
    path: Path, people: Iterable[Sequence[Any]], titles: Sequence[str] = TITLES, sheet: str = "DS"
) -> Path:
    """Write a workbook with one list."""
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = sheet
    page.append(list(titles))
    for line in people:
        page.append(list(line))
    book.save(path)
    return path


def edited(path: Path, **cells: Any) -> Path:
    """Change cells of the first sheet as somebody would in Excel."""
    book = load_workbook(path)
    page = book.worksheets[0]
    for cell, value in cells.items():
        page[cell] = value
    book.save(path)
    return path


CLEAN = (
    (1, "Nguyễn Văn An", "05/06/1975", "Nam", "Chi bộ 1", "Bí thư"),
    (2, "Trần Thị Bình", "1980", "Nữ", "Chi bộ 1", ""),
    (3, "Lê Minh Châu", "03/1979", "Nam", "Chi bộ 2", "Phó Bí thư"),
    (4, "Phạm Quốc Dũng", "12/12/1990", "Nam", "Chi bộ 3", ""),
)
