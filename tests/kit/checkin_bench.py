"""The door on the bench: a congress of few known people, a window at its check-in desk."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from congress_files import granted
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from window_bench import Window, type_text

from congress_desk.actions.people.statuses import replace_delegate
from congress_desk.domain.congress import CongressDetails
from congress_desk.domain.people.person import Person, PersonKind, Status
from congress_desk.domain.setup.filled_workbook import Setup
from congress_desk.new_congress import new_congress
from congress_desk.storage.congress_file import CongressFile

PEOPLE = (
    Person(code="ĐB-001", name="Nguyễn Văn An", born="1975", delegation="Đoàn 1"),
    Person(code="ĐB-002", name="Trần Thị Ánh", delegation="Đoàn 1"),
    Person(code="ĐB-003", name="Nguyễn Văn An", born="1980", delegation="Đoàn 2"),
    Person(code="5", name="Lê Minh Châu", delegation="Đoàn 2"),
    Person(code="ĐB-005", name="Phạm Quốc Dũng", delegation="Đoàn 2"),
    Person(code="ĐB-006", name="Hoàng Thị Đào", status=Status.ABSENT_THROUGHOUT_COMMITTEE),
    Person(code="ĐB-007", name="Vũ Ê", status=Status.SUSPENDED),
    Person(code="ĐB-008", name="Đỗ Giang"),
    Person(code="DK-1", name="Bùi Hạnh", kind=PersonKind.ALTERNATE),
    Person(code="DK-2", name="Bùi Khánh", kind=PersonKind.ALTERNATE),
    Person(code="K-1", name="Khách Mời", kind=PersonKind.GUEST),
)


def a_door_file(path: Path, *people: Person, starts: str = "") -> CongressFile:
    """Return an open congress of these people; number 8's seat is the alternate 9's."""
    details = CongressDetails(name="Đại hội Đảng bộ Phường 19", starts=starts)
    setup = Setup(details=details, people=people or PEOPLE)
    file = granted(new_congress(path / "cua.congress", setup, actor="Thư ký"))
    if not people:
        granted(replace_delegate(file, 8, 9, reason="ốm", actor="Thư ký"))
    return file


class Door:
    """A window at its check-in desk, driven by keys."""

    def __init__(self, qtbot: Any, path: Path, **answers: list[Any]) -> None:
        self.window = Window(qtbot, path, **answers)
        self.qtbot = qtbot
        self.window.show_desk("checkin")
        self.window.main.workspace.focus_page()
        self.desk = self.window.desk

    @property
    def answer(self) -> str:
        """Return all that the answer says."""
        return self.desk.card.text

    @property
    def word(self) -> str:
        return self.desk.card.word.whole

    @property
    def tone(self) -> str:
        return self.desk.card.property("tone")

    def type(self, text: str) -> None:
        """Type a line without its Enter; what is no ASCII comes through the input method."""
        if text.isascii():
            QTest.keyClicks(self.desk.entry, text)
        else:
            type_text(self.desk.entry, text)

    def scan(self, text: str) -> None:
        """Type a line and Enter, and wait for the answer."""
        self.type(text)
        self.key(Qt.Key.Key_Return)

    def key(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press a key where the keyboard is."""
        QTest.keyClick(QApplication.focusWidget() or self.desk.entry, key, modifier)
        self.settle()

    def run(self, command: str) -> None:
        """Do a command of the desk, as the palette does it."""
        self.desk.commands.run(command)
        self.settle()

    def settle(self) -> None:
        """Wait until the file has answered and the figures stand."""
        self.window.settle()
        self.qtbot.waitUntil(lambda: not self.desk._figures.isActive())

    def rows(self) -> list[tuple[str, ...]]:
        """Return the last passages as they are read, newest first, without their hours."""
        model = self.desk.passages.model()
        return [
            tuple(model.index(row, column).data() for column in (1, 2, 4))
            for row in range(model.rowCount())
        ]

    def ask(self, query: Any, *args: Any) -> Any:
        """Ask the file."""
        got: list[Any] = []
        self.window.main.session.ask(query, *args, done=got.append)
        self.window.settle()
        return got[0]

    def close(self) -> None:
        self.window.close()
