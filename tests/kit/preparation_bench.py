"""The preparation desk in a whole window on a real file, and hands that only press keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from congress_files import granted
from people_bench import CTRL, DOWN, HOME, RIGHT, Hands, a_register
from preparation_acts import ACTOR, a_template
from window_bench import Window

from congress_desk.actions.preparation.template import apply_preparation
from congress_desk.domain.preparation.task import Task
from congress_desk.queries.preparation import PreparationView, preparation_view
from congress_desk.storage.congress_file import CongressFile
from congress_desk.ui.desks.preparation.desk import PreparationDesk

NOW = datetime(2020, 5, 6, 8, 0)


class Preparer(Hands):
    """Presses keys on the preparation desk, on Wednesday 6 May 2020."""

    @property
    def desk(self) -> Any:
        desk = self.window.desk
        assert isinstance(desk, PreparationDesk)
        return desk

    @property
    def tab(self) -> Any:
        """Return the tab that is shown."""
        names = ("tasks", "texts", "targets", "load")
        return getattr(self.desk, names[self.desk.tabs.currentIndex()])

    @property
    def table(self) -> Any:
        return self.tab.table

    @property
    def view(self) -> PreparationView:
        found = self.ask(preparation_view)
        assert isinstance(found, PreparationView)
        return found

    @property
    def notice(self) -> str:
        notice = self.desk.notice
        return f"{notice.title} {notice.text}".strip() if notice.isVisible() else ""

    def task(self, title: str) -> Task:
        """Return the task of the file whose title begins like this."""
        return next(task for task in self.view.tasks if task.title.startswith(title))

    def shown_titles(self) -> list[str]:
        return [record.title for record in self.table.records]

    def cell(self, row: int, field: str) -> None:
        """Go to a cell of the table by the arrow keys; left-out columns take no key."""
        self.table.setFocus()
        self.press((HOME, CTRL))
        names = [column.name for column in self.tab.records._columns]
        hidden = [self.table.isColumnHidden(i) for i in range(len(names))]
        assert not hidden[names.index(field)], f"{field} is left out"
        steps = names.index(field) - sum(hidden[: names.index(field)])
        self.press(*[DOWN] * row, *[RIGHT] * steps)

    def texts_of(self, field: str) -> list[str]:
        """Return what a column says, row by row."""
        column = next(c for c in self.tab.records._columns if c.name == field)
        return [column.text(record) for record in self.table.records]


def taken_over(file: CongressFile) -> None:
    """Take over the template of a chi bộ congress; its first day is not known."""
    granted(apply_preparation(file, a_template(), actor=ACTOR))


@contextmanager
def preparation_desk(
    folder: Path,
    qtbot: Any,
    prepare: Callable[[CongressFile], object] = lambda file: None,
    size: tuple[int, int] = (1366, 768),
    **answers: list[Any],
) -> Iterator[Preparer]:
    """Open the window on a new congress, prepared as a test wants it, at the desk."""
    file = a_register(folder)
    prepare(file)
    file.close()
    window = Window(qtbot, file.path, **answers)
    try:
        window.main.resize(*size)
        desk = window.show_desk("preparation")
        desk.clock = lambda: NOW
        desk.activate()
        hands = Preparer(window)
        hands.settle()
        yield hands
    finally:
        window.close()
