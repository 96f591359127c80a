"""The motions desk on a real congress file, with hands that press keys where the keyboard is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from congress_files import a_congress
from counting_bench import OPERATOR, RefusingMessages, on_worker
from elections_bench import Bench

from congress_desk.domain.motions import Motion
from congress_desk.queries.motions import motions
from congress_desk.settings import SettingsStore
from congress_desk.storage.congress_file import CongressFile
from congress_desk.ui.background import Background
from congress_desk.ui.desks.motions.desk import MotionsDesk
from congress_desk.ui.session import Session

WINDOW = (1178, 716)


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
        file = a_congress(folder)
        prepare(file)
        return file

    background = Background()
    file = on_worker(background, make, qtbot)
    session = Session(background, file, SettingsStore(folder))
    session.operator = OPERATOR
    messages: Any = RefusingMessages()
    desk: Any = MotionsDesk(session, messages)
    bench = MotionsBench(desk, session, messages, background, qtbot)
    session.failed.connect(bench.errors.append)
    qtbot.addWidget(desk)
    desk.resize(*size)
    desk.show()
    desk.activateWindow()
    desk.activate()
    bench.settle()
    try:
        yield bench
    finally:
        done: list[bool] = []
        session.close(lambda: done.append(True))
        qtbot.waitUntil(lambda: bool(done), timeout=20_000)
        background.stop()
