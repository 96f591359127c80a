"""The motions desk on a real congress file, with hands that press keys where the keyboard is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench import WINDOW, Bench, open_desk
from congress_files import a_congress

from congress_desk.domain.motions import Motion
from congress_desk.queries.motions import motions
from congress_desk.storage.congress_file import CongressFile
from congress_desk.ui.desks.motions.desk import MotionsDesk


@dataclass
class MotionsBench(Bench):
    """The desk, shown, with the file behind it."""

    def motions(self) -> tuple[Motion, ...]:
        return self.ask(motions)

    def part(self, name: str) -> Any:
        """Return the part of the desk of this name."""
        found = self.desk.findChild(object, name)
        assert found is not None, name
        return found

    def text(self, name: str) -> str:
        """Return what a label or field says, "" while it is out of sight."""
        part = self.part(name)
        return part.text() if part.isVisible() else ""

    def outcomes(self) -> list[str]:
        """Return the last column of the list."""
        table = self.desk.table
        column = table.model().columnCount() - 1
        return [table.model().index(r, column).data() for r in range(table.model().rowCount())]


@contextmanager
def motions_desk(
    folder: Path,
    qtbot: Any,
    prepare: Callable[[CongressFile], object] = lambda file: None,
    size: tuple[int, int] = WINDOW,
) -> Iterator[MotionsBench]:
    """Open the desk on a new congress of eight delegates, prepared as a test wants it."""

    def make() -> CongressFile:
        file = a_congress(folder, people=8)
        prepare(file)
        return file

    with open_desk(MotionsBench, MotionsDesk, make, folder, qtbot, size=size) as bench:
        yield bench
