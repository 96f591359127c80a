"""The preview of a PDF: one page at a time, as it will come out of the printer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QKeySequence, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QToolButton, QWidget

from congress_desk.i18n import tr
from congress_desk.ui.look import icons, theme
from congress_desk.ui.parts.paper_pages import POINTS_PER_INCH, PageSize
from congress_desk.ui.widgets.layout.layouts import column_in

ZOOMS = (50, 75, 100, 125, 150, 200)
SCREEN_DOTS = 96
_FRAME = 24


class PageView(QWidget):
    """`wanted` carries a page number from 0 and the dots per inch it is to be drawn with."""

    wanted = Signal(int, float)

    def __init__(self) -> None:
        super().__init__()
        self._sizes: tuple[PageSize, ...] = ()
        self._index = 0
        self._zoom = 0
        self._whole = False
        self.sheet = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._scroll = _KeyedScrollArea(self._on_page_key)
        self._scroll.setWidget(self.sheet)
        self._scroll.setWidgetResizable(True)
        self._scroll.setAccessibleName(tr("Preview of the paper"))
        self._number = QLabel()
        self._shown_zoom = QLabel()
        self._back = _tool("chevron-left", tr("Page before (PgUp)"), lambda: self.turn(-1))
        self._on = _tool("chevron-right", tr("Next page (PgDn)"), lambda: self.turn(1))
        self._smaller = _tool("zoom-out", tr("Smaller picture"), lambda: self._step_zoom(-1))
        self._larger = _tool("zoom-in", tr("Larger picture"), lambda: self._step_zoom(1))
        self._redraw = QTimer(self, singleShot=True, interval=120)
        self._redraw.timeout.connect(self._ask)
        self._lay_out()
        self.clear()

    @property
    def index(self) -> int:
        """Return the page shown, from 0."""
        return self._index

    def show_whole(self, whole: bool) -> None:
        """Be as high as the page drawn, on a page that scrolls itself, or scroll it in here."""
        self._whole = whole
        self._fit()

    def _fit(self) -> None:
        height = self.sheet.sizeHint().height() if self._whole else 0
        self._scroll.setMinimumHeight(height and height + theme.px(_FRAME))

    def clear(self) -> None:
        """Show no page."""
        self._sizes = ()
        self.say("")
        self._show_buttons()

    def say(self, words: str) -> None:
        """Show words in the place of the page, until it is drawn."""
        self.sheet.setText(words)

    def show_pages(self, sizes: tuple[PageSize, ...]) -> None:
        """Show a paper from its first page, or from the same page when it was made anew."""
        self._index = min(self._index, max(len(sizes) - 1, 0)) if self._sizes else 0
        self._sizes = sizes
        self._show_buttons()
        self._ask()

    def show_image(self, index: int, image: QImage) -> None:
        """Show the picture of a page, unless another page is wanted by now."""
        if index == self._index and self._sizes:
            picture = QPixmap.fromImage(image)
            picture.setDevicePixelRatio(self.devicePixelRatioF())
            self.sheet.setPixmap(picture)
            self._fit()

    def turn(self, step: int) -> None:
        """Go to another page; stays inside the paper."""
        index = self._index + step
        if 0 <= index < len(self._sizes):
            self._index = index
            self._scroll.verticalScrollBar().setValue(0)
            self._show_buttons()
            self._ask()

    def _step_zoom(self, step: int) -> None:
        percent = round(self._percent())
        if step > 0:
            self._zoom = next((zoom for zoom in ZOOMS if zoom > percent), ZOOMS[-1])
        else:
            self._zoom = next((zoom for zoom in reversed(ZOOMS) if zoom < percent), ZOOMS[0])
        self._show_buttons()
        self._ask()

    def _percent(self) -> float:
        """Return the zoom in per cent; the width of the view until somebody chose another."""
        if self._zoom or not self._sizes:
            return self._zoom
        room = self._scroll.viewport().width() - theme.px(32)
        width = self._sizes[self._index].width * SCREEN_DOTS / POINTS_PER_INCH
        return max(min(100 * room / width, ZOOMS[-1]), ZOOMS[0])

    def _ask(self) -> None:
        if self._sizes:
            dots = SCREEN_DOTS * self._percent() / 100 * self.devicePixelRatioF()
            self.wanted.emit(self._index, dots)

    def _show_buttons(self) -> None:
        pages = len(self._sizes)
        self._number.setText(tr("Page {page} / {pages}", page=self._index + 1, pages=pages))
        self._number.setVisible(bool(pages))
        self._shown_zoom.setText(f"{round(self._percent())}%")
        self._shown_zoom.setVisible(bool(pages))
        self._back.setEnabled(self._index > 0)
        self._on.setEnabled(self._index + 1 < pages)
        for button in (self._smaller, self._larger):
            button.setEnabled(bool(pages))

    def _on_page_key(self, event: QKeyEvent) -> bool:
        bar = self._scroll.verticalScrollBar()
        if event.matches(QKeySequence.StandardKey.MoveToNextPage) and bar.value() == bar.maximum():
            self.turn(1)
            return True
        if event.matches(QKeySequence.StandardKey.MoveToPreviousPage) and bar.value() == 0:
            self.turn(-1)
            return True
        return False

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(theme.px(4))
        for widget in (self._back, self._number, self._on):
            bar.addWidget(widget)
        bar.addStretch(1)
        for widget in (self._smaller, self._shown_zoom, self._larger):
            bar.addWidget(widget)
        column_in(self, bar, (self._scroll, 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._zoom and self._sizes:
            self._show_buttons()
            self._redraw.start()


class _KeyedScrollArea(QScrollArea):
    """A scroll area that lets page keys turn the page at its ends."""

    def __init__(self, on_key: Callable[[QKeyEvent], bool]) -> None:
        super().__init__()
        self._on_key = on_key
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("role", "preview")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._on_key(event):
            super().keyPressEvent(event)


def _tool(icon_name: str, words: str, act: Callable[[], None]) -> QToolButton:
    button = QToolButton()
    icons.set_icon(button, icon_name)
    button.setToolTip(words)
    button.setAccessibleName(words)
    button.clicked.connect(lambda: act())
    return button
