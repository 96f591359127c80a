"""The running desk on a real congress file with a clock that a test sets."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from bench import WINDOW, Bench, open_desk
from running_acts import a_programme

from congress_desk.domain.agenda.item import AgendaItem
from congress_desk.domain.running.speech import Speech
from congress_desk.queries.congress import agenda
from congress_desk.queries.running.items import speeches
from congress_desk.storage.congress_file import CongressFile
from congress_desk.ui.desks.running.desk import RunningDesk


@dataclass
class FakeClock:
    """A clock that stands until a test sets it; acts and the desk both read it."""

    now: datetime = field(default_factory=lambda: datetime(2020, 6, 5, 7, 50))

    def __call__(self) -> datetime:
        return self.now

    def set(self, hour: str, day: str = "2020-06-05") -> None:
        self.now = datetime.fromisoformat(f"{day}T{hour}")


@dataclass
class RunningBench(Bench):
    """The desk, shown, with the file and the clock behind it."""

    clock: FakeClock = field(default_factory=FakeClock)

    def at(self, hour: str, day: str = "2020-06-05") -> None:
        """Let it be this hour, and the desk see it."""
        self.clock.set(hour, day)
        self.desk.tick()

    def text(self, name: str) -> str:
        """Return what a part of the desk says, "" while it is out of sight."""
        part: Any = self.desk.findChild(object, name)
        assert part is not None, name
        if not part.isVisible():
            return ""
        text = getattr(part, "text", "")
        return text() if callable(text) else text

    def items(self) -> tuple[AgendaItem, ...]:
        return self.ask(agenda)

    def item(self, content: str) -> AgendaItem:
        return next(item for item in self.items() if item.content.startswith(content))

    def speeches(self) -> tuple[Speech, ...]:
        return self.ask(speeches)

    def cells(self, column: int) -> list[str]:
        model = self.desk.track.model()
        return [model.index(row, column).data() for row in range(model.rowCount())]

    @property
    def drift(self) -> str:
        return self.desk.now.drift.text

    def settle_notice(self) -> str:
        notice = self.desk.notice
        return notice.title if notice.isVisible() else ""


@contextmanager
def running_desk(
    folder: Path,
    qtbot: Any,
    prepare: Callable[[CongressFile], object] = lambda file: None,
    make: Callable[[Path], CongressFile] = a_programme,
    size: tuple[int, int] = WINDOW,
) -> Iterator[RunningBench]:
    """Open the desk on a new congress, prepared as a test wants it; acts happen by its clock."""
    clock = FakeClock()

    def build() -> CongressFile:
        file = make(folder)
        file.clock = clock
        prepare(file)
        return file

    with open_desk(
        RunningBench,
        RunningDesk,
        build,
        folder,
        qtbot,
        size=size,
        desk={"clock": clock},
        clock=clock,
    ) as bench:
        yield bench
