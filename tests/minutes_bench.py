"""The minutes desk on a real congress file, with hands that press keys where the keyboard is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from counting_bench import OPERATOR, on_worker
from elections_bench import Bench
from paper_parts_acts import a_held_congress
from window_bench import AnsweredMessages

from congress_desk.domain.minutes.paper_fields import ShownPart
from congress_desk.domain.minutes.paper_part import CongressPaper, PaperPart
from congress_desk.settings import SettingsStore
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading_paper_parts import paper_parts
from congress_desk.ui.background import Background
from congress_desk.ui.desks.minutes.desk import MinutesDesk
from congress_desk.ui.session import Session

WINDOW = (1178, 716)


@dataclass
class MinutesBench(Bench):
    """The desk, shown, with the file behind it."""

    @property
    def editor(self) -> Any:
        return self.desk.panel.editor

    @property
    def part(self) -> ShownPart:
        """Return the part that is shown."""
        return self.desk.panel.part

    def kept(self, paper: CongressPaper = CongressPaper.MINUTES) -> dict[str, PaperPart]:
        """Return what is in the file of a paper, by record."""
        return {part.record: part for part in self.ask(paper_parts, paper)}

    def choose(self, record: str) -> None:
        """Choose a part, as the arrows would."""
        records = [part.record for part in self.desk.table.records]
        self.desk.table.select_row(records.index(record))
        self.settle()

    def records(self) -> list[str]:
        """Return the parts in the list."""
        return [part.record for part in self.desk.table.records]


@contextmanager
def minutes_desk(
    folder: Path,
    qtbot: Any,
    prepare: Callable[[CongressFile], object] = lambda file: None,
    size: tuple[int, int] = WINDOW,
    **answers: list[Any],
) -> Iterator[MinutesBench]:
    """Open the desk on a congress that was held, prepared as a test wants it."""

    def make() -> CongressFile:
        file = a_held_congress(folder)
        prepare(file)
        return file

    background = Background()
    file = on_worker(background, make, qtbot)
    session = Session(background, file, SettingsStore(folder))
    session.operator = OPERATOR
    messages: Any = AnsweredMessages(**answers)
    desk: Any = MinutesDesk(session, messages)
    bench = MinutesBench(desk, session, messages, background, qtbot)
    session.failed.connect(bench.errors.append)
    qtbot.addWidget(desk)
    desk.resize(*size)
    desk.show()
    desk.activateWindow()
    desk.activate()
    bench.settle()
    try:
        yield bench
        assert messages.unexpected == []
    finally:
        done: list[bool] = []
        session.close(lambda: done.append(True))
        qtbot.waitUntil(lambda: bool(done), timeout=20_000)
        background.stop()
