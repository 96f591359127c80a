"""The list of obstacles: its columns, and which of them each filter shows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QTabBar

from congress_desk.domain.obstacles import Obstacle, ObstacleCounts, ObstacleState, is_in_the_way
from congress_desk.i18n import tr
from congress_desk.ui.desks.obstacles.words import (
    ObstacleRow,
    gravity_sign,
    gravity_words,
    open_words,
    state_sign,
    state_words,
)
from congress_desk.ui.records.table_model import RecordTableModel, TableColumn
from congress_desk.ui.records.tables.data_table import DataTable

_SHOWS: tuple[Callable[[Obstacle], bool], ...] = (
    is_in_the_way,
    lambda obstacle: obstacle.state is ObstacleState.OPEN,
    lambda obstacle: obstacle.state is ObstacleState.ANSWERED,
    lambda obstacle: obstacle.state is ObstacleState.RESOLVED,
    lambda obstacle: True,
)


class ObstacleFilter(QTabBar):
    """In the way, waiting, answered, resolved, all: each with how many; ← and → choose."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("obstacleFilter")
        self.setAccessibleName(tr("Which obstacles are shown"))
        self.setExpanding(False)
        for _ in _SHOWS:
            self.addTab("")

    def show_counts(self, counts: ObstacleCounts) -> None:
        """Say how many each filter shows."""
        titles = (
            tr("Unresolved {count}", count=counts.in_the_way),
            tr("Waiting for an answer {count}", count=counts.open),
            tr("Answered {count}", count=counts.answered),
            tr("Resolved {count}", count=counts.resolved),
            tr("All {count}", count=counts.total),
        )
        for place, title in enumerate(titles):
            self.setTabText(place, title)

    def shows(self, obstacle: Obstacle) -> bool:
        """Say whether an obstacle is among those chosen."""
        return _SHOWS[self.currentIndex()](obstacle)

    def show_with(self, obstacle: Obstacle) -> None:
        """Choose a filter that shows this obstacle, the one in use if it does."""
        if not self.shows(obstacle):
            self.setCurrentIndex(0 if is_in_the_way(obstacle) else 3)


class ObstacleTable(DataTable):
    """Obstacles; Enter `chosen`s one. `clock` says how long they are open.

    A narrow table leaves the agenda item out: the card beside it says that.
    """

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._wide = obstacle_columns(clock)
        self._narrow = tuple(column for column in self._wide if column.title != tr("Item"))
        model = RecordTableModel(self._wide)
        super().__init__("obstaclesTable", tr("Obstacles"), model, long=(1, 2))

    def show_place(self, shown: bool) -> None:
        """Show the agenda item of each obstacle, or leave it out."""
        if shown != (self.model().columnCount() == len(self._wide)):
            records, current = self.records, self.current
            columns = self._wide if shown else self._narrow
            self.show_columns(columns, long=(1, 2) if shown else (1,))
            self.show_records(records, same=same_obstacle)
            if current in records:
                self.select_row(records.index(current))


def obstacle_columns(clock: Callable[[], datetime]) -> tuple[TableColumn, ...]:
    """Return what the table says of an obstacle."""
    return (
        TableColumn(
            title=tr("Severity"),
            text=lambda row: gravity_words(row.obstacle.gravity),
            sign=gravity_sign,
            tone=lambda row: gravity_sign(row).tone,
        ),
        TableColumn(title=tr("Obstacle"), text=lambda row: row.obstacle.what, tone=_tone),
        TableColumn(title=tr("Item"), text=lambda row: row.place, tone=_tone),
        TableColumn(
            title=tr("How long"),
            text=lambda row: open_words(row.obstacle, clock()),
            number=True,
            tone=_tone,
        ),
        TableColumn(
            title=tr("State"),
            text=lambda row: state_words(row.obstacle),
            sign=state_sign,
            tone=lambda row: state_sign(row).tone,
        ),
    )


def same_obstacle(old: ObstacleRow, new: ObstacleRow) -> bool:
    """Say whether two lines are of the same obstacle."""
    return old.obstacle.id == new.obstacle.id


def _tone(row: ObstacleRow) -> str:
    return "" if is_in_the_way(row.obstacle) else "muted"
