"""How many obstacles are in the way, always in sight beside their line of the navigation."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from congress_desk.domain.obstacles import Gravity, ObstacleCounts
from congress_desk.i18n import label, tr
from congress_desk.queries.obstacles import obstacle_counts
from congress_desk.ui.reader import Reader
from congress_desk.ui.session import Session
from congress_desk.ui.widgets.navigation_badge import show_badge

_GRAVE = (Gravity.BLOCKING, Gravity.HIGH)


class ObstacleBadge(QObject):
    """Keeps the number on `item` of `navigation` up to date with the session."""

    def __init__(self, session: Session, navigation: QListWidget, item: QListWidgetItem) -> None:
        super().__init__(navigation)
        self._item = item
        self._reader = Reader(session, self, self._ask)
        self._title, self._tip = item.text(), item.toolTip()
        self._ask()

    def _ask(self) -> None:
        self._reader.ask(obstacle_counts, done=self._on_counted)

    def _on_counted(self, counts: ObstacleCounts) -> None:
        number = counts.in_the_way
        said = tr("{title}, {count} unresolved", title=self._title, count=number)
        tone = "wrong" if counts.gravest in _GRAVE else "look"
        show_badge(self._item, number, tone, said if number else self._title)
        self._item.setToolTip(f"{self._tip}\n{self._words(counts)}" if number else self._tip)

    def _words(self, counts: ObstacleCounts) -> str:
        gravity = label("gravity", counts.gravest.value) if counts.gravest else ""
        return tr(
            "{count} unresolved, the most serious: {gravity}",
            count=counts.in_the_way,
            gravity=gravity,
        )
