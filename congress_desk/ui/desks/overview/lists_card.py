"""Programme and elections on one card: under each other, or behind tabs where it is low."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QTabBar, QWidget

from congress_desk.ui.desks.overview.lines import LineList
from congress_desk.ui.look import theme
from congress_desk.ui.widgets.layout.layouts import column_in
from congress_desk.ui.widgets.layout.side_by_side import UNBOUNDED

# Lower than this one list has the room of both.
LOW = 360
LEAST = 60


def card_column(card: QFrame, *parts: QWidget) -> None:
    """Put titles and lists under each other on a card; the lists share the height."""
    card.setProperty("role", "card")
    column = column_in(card, spacing=4, margins=8)
    for part in parts:
        if isinstance(part, QLabel):
            part.setContentsMargins(theme.px(8), theme.px(4), 0, 0)
        column.addWidget(part, 1 if isinstance(part, LineList) else 0)
    column.addStretch(0)


class ListsCard(QFrame):
    """The first list has the height that the second does not need."""

    def __init__(self, *lists: LineList) -> None:
        super().__init__()
        self.lists = lists
        self._titles = [theme.caption(part.accessibleName()) for part in lists]
        self.tabs = QTabBar()
        self.tabs.setObjectName("overviewLists")
        self.tabs.setExpanding(False)
        for part in lists:
            self.tabs.addTab(part.accessibleName())
        self.tabs.currentChanged.connect(lambda _: self.arrange())
        parts = [each for pair in zip(self._titles, lists, strict=True) for each in pair]
        card_column(self, self.tabs, *parts)
        self.arrange()

    def enter(self, part: LineList, step: int = 0) -> None:
        """Give the keyboard to a list, in sight."""
        self.tabs.setCurrentIndex(self.lists.index(part))
        part.enter(step)

    def enter_shown(self) -> None:
        """Give the keyboard to the first list in sight."""
        shown = [part for part in self.lists if part.lines and not part.isHidden()]
        if shown:
            shown[0].enter()

    def arrange(self) -> None:
        """Show the lists that have lines, one behind the other where the card is low."""
        some = [part for part in self.lists if part.lines]
        folded = len(some) > 1 and self.height() < theme.px(LOW)
        self.tabs.setVisible(folded)
        chosen = self.lists[self.tabs.currentIndex()]
        for title, part in zip(self._titles, self.lists, strict=True):
            title.setHidden(folded or part not in some)
            part.setHidden(part not in some or (folded and part is not chosen))
        self._share_height(folded=folded)

    def _share_height(self, *, folded: bool) -> None:
        """Give the last list the height it needs, up to half."""
        last = self.lists[-1]
        if folded or not self.lists[0].lines:
            last.setMinimumHeight(0)
            last.setMaximumHeight(UNBOUNDED)
            return
        wanted = last.height_of_all() + theme.px(4)
        last.setFixedHeight(min(wanted, max(self.height() // 2, theme.px(LEAST))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self.arrange)
