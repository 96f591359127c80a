"""The agenda desk on a real congress file, with hands that press keys where the keyboard is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from agenda_acts import a_programme
from bench import WINDOW, Bench, open_desk

from congress_desk.domain.agenda.item import AgendaItem
from congress_desk.queries.agenda.items import AgendaView, agenda_view
from congress_desk.storage.congress_file import CongressFile
from congress_desk.ui.desks.agenda.desk import AgendaDesk


@dataclass
class AgendaBench(Bench):
    """The desk, shown, with the file behind it."""

    def view(self) -> AgendaView:
        return self.ask(agenda_view)

    def contents(self) -> list[str]:
        return [item.content for item in self.view().items]

    def part(self, name: str) -> Any:
        """Return the part of the desk of this name."""
        found = self.desk.findChild(object, name)
        assert found is not None, name
        return found

    def cells(self, column: int) -> list[str]:
        """Return the texts of a column of the table."""
        model = self.desk.programme.table.model()
        return [model.index(row, column).data() for row in range(model.rowCount())]

    def go_to(self, item_id: int) -> None:
        """Make an item the current one."""
        self.desk.show_item(item_id)
        self.settle()


@contextmanager
def agenda_desk(
    folder: Path,
    qtbot: Any,
    *items: AgendaItem,
    prepare: Callable[[CongressFile], object] = lambda file: None,
    messages: Any = None,
    size: tuple[int, int] = WINDOW,
) -> Iterator[AgendaBench]:
    """Open the desk on a congress of two sessions, or with these items, prepared as wanted."""

    def make() -> CongressFile:
        file = a_programme(folder, *items)
        prepare(file)
        return file

    with open_desk(
        AgendaBench, AgendaDesk, make, folder, qtbot, size=size, messages=messages
    ) as bench:
        yield bench
