"""The minutes desk on a real congress file, with hands that press keys where the keyboard is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench import WINDOW, Bench, open_desk
from paper_parts_acts import a_held_congress
from window_bench import AnsweredMessages

from congress_desk.domain.minutes.paper_fields import ShownPart
from congress_desk.domain.minutes.paper_part import CongressPaper, PaperPart
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.paper_parts import paper_parts
from congress_desk.ui.desks.minutes.desk import MinutesDesk


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

    with open_desk(
        MinutesBench,
        MinutesDesk,
        make,
        folder,
        qtbot,
        size=size,
        messages=AnsweredMessages(**answers),
    ) as bench:
        yield bench
