"""The window that the hall looks at: one page, on a screen of its own or in a window."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QScreen
from PySide6.QtWidgets import QWidget

from congress_desk.i18n import tr
from congress_desk.reports.hall.page import HallPage
from congress_desk.ui.parts.hall.painter import painted

WIDTH, HEIGHT = 960, 540
# Bytes of a pixel, and of all the pictures that are kept.
_PIXEL, _MOST_BYTES = 4, 40_000_000


class ProjectorWindow(QWidget):
    """Shows the page it is given; the page of the blank hall is painted beforehand.

    `resized` when its shape changed: pages are laid out anew. `closed` when somebody closed it.
    """

    resized = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("projectorWindow")
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.page: HallPage | None = None
        self._ahead: HallPage | None = None
        self._pictures: dict[HallPage, QPixmap] = {}
        self.resize(WIDTH, HEIGHT)
        self.setMinimumSize(WIDTH // 3, HEIGHT // 3)
        self.speak()

    def speak(self) -> None:
        """Call the window what it is in the language in use."""
        self.setWindowTitle(tr("Hall screen"))

    def show_page(self, page: HallPage) -> None:
        """Show a page at once."""
        self.page = page
        words = " ".join(mark.text for mark in page.texts)
        self.setAccessibleName(page.title or tr("Hall screen"))
        self.setAccessibleDescription(words)
        if self.isVisible():
            self.repaint()

    def prepare(self, page: HallPage) -> None:
        """Paint a page that may be wanted at once."""
        self._ahead = page
        self._picture(page)

    def fill_screen(self, area: QRect, screen: QScreen | None) -> None:
        """Fill a whole screen, without edges and without the pointer."""
        self.hide()
        # Some window managers give the keyboard to whatever fills a screen: the desk keeps it.
        self.setWindowFlags(
            Qt.WindowType.Window
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowDoesNotAcceptFocus
        )
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setGeometry(area)
        if screen is None:
            self.show()
            return
        self.setScreen(screen)
        self.showFullScreen()

    def be_a_window(self) -> None:
        """Stand beside the desk in a window of its own."""
        self.hide()
        self.setWindowFlags(Qt.WindowType.Window)
        self.unsetCursor()
        self.resize(WIDTH, HEIGHT)
        self.showNormal()

    def _picture(self, page: HallPage) -> QPixmap:
        ratio = self.devicePixelRatioF()
        if page not in self._pictures:
            self._forget()
            picture = painted(page, round(self.width() * ratio), round(self.height() * ratio))
            picture.setDevicePixelRatio(ratio)
            self._pictures[page] = picture
        return self._pictures[page]

    def _forget(self) -> None:
        """Let the oldest pictures go: of a large screen two are kept, of a small one some more."""
        each = self.width() * self.height() * self.devicePixelRatioF() ** 2 * _PIXEL
        while len(self._pictures) > 1 and (len(self._pictures) + 1) * each > _MOST_BYTES:
            known = (page for page in self._pictures if page not in (self.page, self._ahead))
            self._pictures.pop(next(known, next(iter(self._pictures))))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.page is not None:
            painter = QPainter(self)
            painter.drawPixmap(0, 0, self._picture(self.page))
            painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._pictures.clear()
        self.resized.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()
