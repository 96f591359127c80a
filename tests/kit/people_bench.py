"""The delegates desk in a whole window on a real file, and hands that only press keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from congress_files import granted
from journal_lines import journal
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from window_bench import Window

from congress_desk.domain.congress import CongressDetails
from congress_desk.domain.people.person import Person, PersonKind, Status
from congress_desk.domain.setup.filled_workbook import Setup
from congress_desk.new_congress import new_congress
from congress_desk.queries.people import groups, register
from congress_desk.storage.congress_file import CongressFile
from congress_desk.ui.commands import Commands
from congress_desk.ui.desks.people.desk import PeopleDesk

Key = str | Qt.Key | tuple[Qt.Key, Qt.KeyboardModifier]
ENTER, ESC, TAB, F2 = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_F2
UP, DOWN, LEFT, RIGHT = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right
HOME, SPACE, INSERT = Qt.Key.Key_Home, Qt.Key.Key_Space, Qt.Key.Key_Insert
DELETE, SPACE = Qt.Key.Key_Delete, Qt.Key.Key_Space
F4, F7, F8 = Qt.Key.Key_F4, Qt.Key.Key_F7, Qt.Key.Key_F8
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
BACKTAB = (TAB, SHIFT)
CTRL_ENTER, CTRL_F, CTRL_A = (ENTER, CTRL), (Qt.Key.Key_F, CTRL), (Qt.Key.Key_A, CTRL)
CTRL_E, CTRL_I = (Qt.Key.Key_E, CTRL), (Qt.Key.Key_I, CTRL)
CTRL_P = (Qt.Key.Key_P, CTRL)
CTRL_Z = (Qt.Key.Key_Z, CTRL)
GROUPS_TAB, BASE_TAB = (Qt.Key.Key_2, ALT), (Qt.Key.Key_3, ALT)

PEOPLE = (
    Person(code="DB-01", name="Nguyễn Thị Đào", gender="nữ", born="1975-06-05",
           delegation="Chi bộ Khu phố 2", position="Bí thư chi bộ", status=Status.PRESENT),
    Person(code="DB-02", name="Đỗ Văn An", gender="nam", delegation="Chi bộ Khu phố 10"),
    Person(code="DB-03", name="Trần Hoài An", gender="nam", delegation="Chi bộ Khu phố 2",
           status=Status.PRESENT),
    Person(code="DB-04", name="Lê Thị Bình", gender="nữ", delegation="Chi bộ Khu phố 10",
           status=Status.PRESENT),
    Person(code="DB-05", name="Đỗ Văn An", gender="nam", delegation="Chi bộ Trường học",
           status=Status.PRESENT),
    Person(code="DB-06", name="Vũ Ê", gender="nam", delegation="Chi bộ Trường học"),
    Person(code="DK-01", name="Phạm Thị Yến", gender="nữ", delegation="Chi bộ Trường học",
           kind=PersonKind.ALTERNATE, status=Status.PRESENT),
    Person(code="KM-01", name="Khách Mời", kind=PersonKind.GUEST),
)  # fmt: skip


def a_register(folder: Path, people: tuple[Person, ...] = PEOPLE) -> CongressFile:
    """Return a new open file with these people."""
    details = CongressDetails(name="Đại hội Đảng bộ Phường 19", superior="Quận ủy", term="2020")
    setup = Setup(
        details=details, rule_set_id="", people=people, agenda=(), duties=(), elections=()
    )
    return granted(new_congress(folder / "dh.congress", setup, actor="Thư ký"))


# So wide that the register has room for every column.
ALL_COLUMNS = 3000


class Hands:
    """Press keys where the keyboard is, and ask the file what came of it."""

    def __init__(self, window: Window) -> None:
        self.window = window

    @property
    def desk(self) -> PeopleDesk:
        desk = self.window.desk
        assert isinstance(desk, PeopleDesk)
        return desk

    @property
    def table(self) -> Any:
        return self.desk.register.table

    @property
    def shown(self) -> list[str]:
        """Return the codes in the table, in its order."""
        return [person.code for person in self.table.records]

    @property
    def dialog(self) -> Any:
        found = QApplication.activeModalWidget()
        assert found is not None, "no dialog is open"
        return found

    @property
    def keyboard(self) -> str:
        """Return the name of the widget that has the keyboard."""
        holder = QApplication.focusWidget()
        return holder.objectName() if holder else ""

    def press(self, *keys: Key) -> None:
        """Press keys one after the other; texts are typed letter by letter."""
        for key in keys:
            # What pops up under a line takes the keys first, and passes them on.
            target = QApplication.activePopupWidget() or QApplication.focusWidget()
            assert target is not None, "nobody has the keyboard"
            if isinstance(key, str):
                type_letters(target, key)
            elif isinstance(key, tuple):
                QTest.keyClick(target, key[0], key[1])
            else:
                QTest.keyClick(target, key)
            self.settle()

    def run(self, command: str) -> None:
        """Do a command of the place in sight, as the palette and the menus do it."""
        found = [each for each in self.desk.findChildren(Commands) if command in each.lines]
        next(each for each in found if each.widget.isVisible()).run(command)
        self.settle()

    def retype(self, text: str) -> None:
        """Type over what the field holds."""
        self.press(CTRL_A, text)

    def settle(self) -> None:
        self.window.qtbot.wait(1)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.window.settle()
        modal = QApplication.activeModalWidget()
        if modal is not None and QApplication.activeWindow() is not modal:
            modal.activateWindow()
            self.window.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)

    def to(self, code: str, field: str = "name") -> None:
        """Go to the cell of a person in the table, by the arrow keys; no column gives way."""
        self.window.main.resize(ALL_COLUMNS, self.window.main.height())
        self.settle()
        self.table.setFocus()
        self.press((HOME, CTRL))
        down = self.shown.index(code)
        columns = [column.name for column in self.desk.register.register._columns]
        self.press(*[DOWN] * down, *[RIGHT] * columns.index(field))

    def tab_to(self, name: str) -> None:
        """Press Tab until the widget of this name has the keyboard."""
        for _ in range(60):
            if self.keyboard == name:
                return
            self.press(TAB)
        raise AssertionError(f"Tab does not reach {name}")

    def ask(self, query: Callable[..., Any], *args: Any) -> Any:
        got: list[Any] = []
        self.window.main.session.ask(query, *args, done=got.append)
        self.window.settle()
        return got[0]

    def person(self, code: str) -> Person:
        return next(p for p in self.ask(register) if p.code == code)

    def group_names(self) -> list[str]:
        return [group.name for group in self.ask(groups)]

    def journal(self) -> list[str]:
        return [line.summary for line in self.ask(journal)]


def type_letters(target: QWidget, text: str) -> None:
    """Type a text; QTest itself knows no letter with an accent."""
    for letter in text:
        none = Qt.KeyboardModifier.NoModifier
        QCoreApplication.sendEvent(target, QKeyEvent(QEvent.Type.KeyPress, 0, none, letter))


def compose(target: QWidget, text: str) -> None:
    """Type a text as an input method for Vietnamese does."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(target, event)


@contextmanager
def people_desk(
    folder: Path,
    qtbot: Any,
    people: tuple[Person, ...] = PEOPLE,
    *,
    prepare: Callable[[CongressFile], object] = lambda file: None,
    **answers: list[Any],
) -> Iterator[Hands]:
    """Open the window on a new congress with these people, at the delegates desk."""
    file = a_register(folder, people)
    prepare(file)
    file.close()
    window = Window(qtbot, file.path, **answers)
    try:
        window.show_desk("people")
        yield Hands(window)
    finally:
        window.close()
