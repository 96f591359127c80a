"""The obstacles desk on a real congress file, with hands that press keys where the keyboard is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from bench import WINDOW, Bench, open_desk
from congress_files import a_congress

from congress_desk.domain.obstacles import Obstacle
from congress_desk.queries.obstacles import obstacles
from congress_desk.storage.congress_file import CongressFile
from congress_desk.ui.desks.obstacles.desk import ObstaclesDesk

NOW = datetime(2026, 3, 12, 10, 0)


@dataclass
class ObstaclesBench(Bench):
    """The desk, shown, with the file behind it."""

    def obstacles(self) -> tuple[Obstacle, ...]:
        return self.ask(obstacles)

    def part(self, name: str) -> Any:
        """Return the part of the dialog on top, or of the desk, of this name."""
        found = self.desk.window().findChild(object, name)
        assert found is not None, name
        return found

    def listed(self) -> list[str]:
        """Return what the list shows."""
        return [row.obstacle.what for row in self.desk.table.records]

    def settle(self) -> None:
        super().settle()
        self.qtbot.waitUntil(self.desk.report.idle, timeout=20_000)
        super().settle()


@contextmanager
def obstacles_desk(
    folder: Path,
    qtbot: Any,
    prepare: Callable[[CongressFile], object] = lambda file: None,
    size: tuple[int, int] = WINDOW,
) -> Iterator[ObstaclesBench]:
    """Open the desk at ten on a new congress, prepared as a test wants it."""

    def make() -> CongressFile:
        file = a_congress(folder)
        file.clock = lambda: NOW
        prepare(file)
        return file

    with open_desk(
        ObstaclesBench, ObstaclesDesk, make, folder, qtbot, size=size, desk={"clock": lambda: NOW}
    ) as bench:
        yield bench
