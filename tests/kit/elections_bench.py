"""The elections desk on a real congress file, and hands that press keys where the keyboard is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bench import (
    WINDOW,
    Bench,
    open_desk,
)
from congress_files import a_congress, a_round, an_election, enter, granted
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from congress_desk.actions.elections.accounting import edit_accounting
from congress_desk.actions.elections.declaring import declare_result
from congress_desk.domain.elections.election import Election
from congress_desk.domain.elections.round import Round
from congress_desk.queries.elections.lists import election, rounds
from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.storage.congress_file import CongressFile
from congress_desk.ui.desks.elections.desk import ElectionsDesk


@dataclass
class ElectionsBench(Bench):
    """The desk with its elections, lists and rounds."""

    def listed(self, code: str = "BCH") -> list[str]:
        """Return the names on a list, in the order of the file."""
        return [c.name for c in self.ask(election, self.election(code).id).candidates]

    def rounds(self, code: str = "BCH") -> tuple[Round, ...]:
        return self.ask(rounds, self.election(code).id)

    def sheet(self, code: str = "BCH", number: int = 1) -> Any:
        return self.ask(round_sheet, self.rounds(code)[number - 1].id)

    def open_anyway(self, reason: str = "Đại hội đồng ý") -> None:
        """Open the round that is shown although something is missing, by the keyboard."""
        self.widget("goingOnName").setFocus()
        self.press("Phan Bá Khải", Qt.Key.Key_Return, reason, Qt.Key.Key_Return, Qt.Key.Key_Return)

    def show(self, screen: str, record: int) -> None:
        self.desk.show_at(screen, record)
        self.settle()

    def widget(self, name: str, kind: type[QWidget] = QWidget) -> Any:
        """Return the widget of this name on the page in sight."""
        found = self.desk.shown_screen.findChild(kind, name)
        assert found is not None, name
        return found


@contextmanager
def elections_desk(
    folder: Path,
    qtbot: Any,
    *held: Election,
    prepare: Callable[[CongressFile], object] = lambda file: None,
    size: tuple[int, int] = WINDOW,
    people: int = 6,
) -> Iterator[ElectionsBench]:
    """Open the desk on a new congress with these elections, prepared as a test wants it."""

    def make() -> CongressFile:
        file = a_congress(folder, *(held or (an_election(),)), people=people)
        prepare(file)
        return file

    with open_desk(ElectionsBench, ElectionsDesk, make, folder, qtbot, size=size) as bench:
        yield bench


def short_round(file: CongressFile) -> None:
    """Hold a first round of four names for three seats in which only two are elected."""
    found = a_round(file)
    enter(file, found, [3, 4], [3, 4], [3, 4])
    enter(file, found, [3, 4], [3], [4], bundle=2)
    granted(declare_result(file, found.id, first="Đỗ A", second="Lê B", reason="thử", actor="TK"))


def tied_round(file: CongressFile) -> None:
    """Hold a first round of four names for three seats: one elected, three tied for two seats."""
    found = a_round(file)
    enter(file, found, [2], [2], [3])
    enter(file, found, [3], [4], [4], bundle=2)
    granted(declare_result(file, found.id, first="Đỗ A", second="Lê B", reason="thử", actor="TK"))


def void_round(file: CongressFile) -> None:
    """Hold a first round in which seven ballots came back of six issued."""
    found = a_round(file, papers=7)
    accounting = replace(found.accounting, issued=6)
    granted(edit_accounting(file, found.id, accounting, void_meant=True, actor="TK"))
    granted(declare_result(file, found.id, first="Đỗ A", second="Lê B", reason="thử", actor="TK"))
