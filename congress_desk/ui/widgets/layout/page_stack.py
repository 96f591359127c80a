"""Pages one behind the other, each as large as the window makes it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QScrollArea,
    QStackedWidget,
    QWidget,
)

from congress_desk.ui.look import theme
from congress_desk.ui.widgets.layout.turning_row import is_narrow


class Page(QWidget):
    """A page that is scrolled as a whole where the window is lower than so many unscaled pixels.

    The first with its parts beside each other, the second with them under each other; 0 never.
    """

    least_heights = (390, 640)


class PageStack(QStackedWidget):
    """Asks no page how high it would be: else all that are out of sight lay out anew at each key.

    What does not fit scrolls within its page.
    """

    def hasHeightForWidth(self) -> bool:
        return False


class WholePages(QScrollArea):
    """Scrolls the pages as a whole where a small screen at twice the type is too low for them.

    Each `Page` says below which height; what has the keyboard is kept in sight.
    """

    def __init__(self, pages: PageStack) -> None:
        super().__init__()
        self._pages = pages
        pages.currentChanged.connect(self._on_page_changed)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.set_property(self.verticalScrollBar(), "role", "page")
        self.setWidget(pages)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def sizeHint(self) -> QSize:
        return self._pages.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._pages.minimumSizeHint()

    def _on_page_changed(self) -> None:
        self.verticalScrollBar().setValue(0)
        self._fit()

    def _fit(self) -> None:
        page = self._pages.currentWidget()
        wide, narrow = page.least_heights if isinstance(page, Page) else (0, 0)
        least = theme.px(narrow if is_narrow(self.width()) else wide)
        scrolls, bar = self.height() < least, Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            bar.ScrollBarAlwaysOn if scrolls else bar.ScrollBarAlwaysOff
        )
        self._pages.resize(self.viewport().width(), least if scrolls else self.height())
        self._keep_in_sight()

    def _on_focus_changed(self) -> None:
        # What was laid out a moment ago has its place in Qt's next turn.
        QTimer.singleShot(0, self, self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        holder = QApplication.focusWidget()
        if holder is not None and self._pages.isAncestorOf(holder):
            # Of a table its beginning: the rest of the page stays in sight as well.
            part = holder.rect()
            part.setHeight(min(part.height(), self.height() // 2))
            part.translate(holder.mapTo(self._pages, QPoint()))
            for y in (part.bottom(), part.top()):
                self.ensureVisible(0, y, 0, theme.px(8))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
