"""The head of a page: the way back, the title, the state, and one sentence of what to do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from congress_desk.keys.names import use_name
from congress_desk.ui.commands import add_use
from congress_desk.ui.look import icons, theme
from congress_desk.ui.widgets.elided_label import ElidedLabel
from congress_desk.ui.widgets.layout.layouts import column_in
from congress_desk.ui.widgets.layout.pages import space_page

# A title that is longer than this many lines would take three.
MOST_LINES = 1.8
# A page lower than this, of a small screen at twice the type, has one line for its title; one
# lower still says its sentence by the title's tip.
LOW, LOWEST = 330, 300


class PageHead(QWidget):
    """`back` when the arrow or Escape says so; without a label there is no way back.
    One that is not `always` there is shown by its page, whose Escape has more to do.

    A long title takes a second line rather than be shortened, and the state stands under it then;
    on a low page it is shortened in the middle: titles of one congress begin and end alike.
    """

    back = Signal()

    def __init__(self, page: QWidget, back_label: str = "", *, always: bool = True) -> None:
        super().__init__()
        self._page = page
        self.title = ElidedLabel("", Qt.TextElideMode.ElideMiddle)
        self.title.setProperty("role", "heading")
        self.state = theme.pill()
        self.sentence = theme.subtitle()
        self.state.hide()
        self._row = QHBoxLayout()
        self._row.setSpacing(theme.px(8))
        if back_label:
            self.arrow = self._arrow(back_label)
            self._row.addWidget(self.arrow, 0, Qt.AlignmentFlag.AlignTop)
            # Shown before it stands in its page it would be a window, which takes the keyboard.
            if not always:
                self.arrow.hide()
            else:
                add_use(page, "back", self.back.emit)
        self._row.addWidget(self.title, 1)
        self._row.addWidget(self.state)
        self._below = QHBoxLayout()
        self._below.addStretch(1)
        column_in(self, self._row, self._below, self.sentence, spacing=4)
        page.installEventFilter(self)

    def show_words(self, title: str, sentence: str) -> None:
        """Say what the page is about, and what to do here."""
        self.title.set_whole(title)
        self.title.setAccessibleDescription(sentence)
        self.sentence.setText(sentence)
        self._fit()

    def show_state(self, words: str, tone: str) -> None:
        """Say in a few words at the right how it stands."""
        self.state.setText(words)
        theme.set_tone(self.state, tone)
        self.state.setVisible(bool(words))
        self._fit()

    def _fit(self) -> None:
        """Write a title of more than two lines smaller; put the state where it has room."""
        wide = QFontMetrics(theme.font("page", bold=True)).horizontalAdvance(self.title.whole)
        small = wide > MOST_LINES * (self.width() - theme.px(80))
        theme.set_property(self.title, "length", "small" if small else "")
        high = self._page.height()
        self.title.setWordWrap(high >= theme.px(LOW))
        space_page(self._page, low=high < theme.px(LOW))
        sentence, low = self.sentence.text(), high < theme.px(LOWEST)
        self.sentence.setVisible(bool(sentence) and not low)
        said = sentence if low else ""
        self.title.setToolTip(f"{self.title.whole}\n{said}".strip())
        if self.state.text():
            self._place_state()

    def _place_state(self) -> None:
        """Put the state beside the title where both have room in one line, else under it."""
        wanted = self.title.sizeHint().width() + self.state.sizeHint().width() + theme.px(60)
        row = self._row if wanted <= self.width() else self._below
        other = self._below if row is self._row else self._row
        if row.indexOf(self.state) < 0:
            other.removeWidget(self.state)
            row.insertWidget(0 if row is self._below else row.count(), self.state)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _arrow(self, label: str) -> QToolButton:
        arrow = QToolButton()
        arrow.setObjectName("back")
        arrow.setAccessibleName(label)
        arrow.setToolTip(f"{label} ({use_name('back')})")
        icons.set_icon(arrow, "arrow-left")
        arrow.setIconSize(QSize(theme.px(18), theme.px(18)))
        arrow.clicked.connect(self.back)
        return arrow
