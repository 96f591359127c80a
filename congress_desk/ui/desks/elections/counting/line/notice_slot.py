"""The place under the entry line: a notice with its buttons, or else the keys."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QWidget,
)

from congress_desk.ui.desks.elections.counting.line.notices import Notice, Notices
from congress_desk.ui.look import icons, theme
from congress_desk.ui.widgets.key_hints import KeyHints
from congress_desk.ui.widgets.layout.layouts import row_in, row_of
from congress_desk.ui.widgets.state_row import ICONS
from congress_desk.ui.widgets.why_link import WhyLink

HEIGHT = 52


class NoticeSlot(QStackedWidget):
    """Of one height, so that nothing moves when something is said."""

    def __init__(self, notices: Notices, hints: KeyHints) -> None:
        super().__init__()
        self.setObjectName("countingNotice")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._notices = notices
        self._band = _Band()
        self._hints = QWidget()
        row = QHBoxLayout(self._hints)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(hints, 1, Qt.AlignmentFlag.AlignTop)
        self.addWidget(self._hints)
        self.addWidget(self._band)
        notices.changed.connect(self.refresh)
        self.refresh()

    @property
    def text(self) -> str:
        """Return what is said, "" when only the keys are shown."""
        return self._band.text if self.currentWidget() is self._band else ""

    def refresh(self) -> None:
        """Show the most pressing notice."""
        top = self._notices.top
        if top is not None:
            self._band.say(top)
        self.setCurrentWidget(self._hints if top is None else self._band)
        self._fit()

    def _fit(self) -> None:
        """Keep one height, unless a long refusal in a narrow window needs another line."""
        needed = self._band.heightForWidth(self.width()) if self.text else 0
        self.setFixedHeight(max(theme.px(HEIGHT), needed))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def answer(self, index: int = 0) -> None:
        """Choose a button of the notice."""
        self._band.buttons[index].click()


class _Band(QFrame):
    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "band")
        self._said: Notice | None = None
        self._symbol = QLabel()
        self._words = theme.label(name="noticeText", wrap=True)
        self.why = WhyLink()
        self.why.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.buttons: list[QPushButton] = []
        notice_row = row_of(self._symbol, (self._words, 1), self.why)
        self._row = QHBoxLayout()
        self._row.setSpacing(theme.px(8))
        row_in(self, (notice_row, 1), self._row, margins=(12, 4, 8, 4))
        theme.changed.connect(self._draw_symbol)

    @property
    def text(self) -> str:
        return self._words.text()

    def say(self, notice: Notice) -> None:
        before, self._said = self._said, notice
        if before is None or before.text != notice.text:
            self._words.setText(notice.text)
            self._words.setToolTip(notice.text)
            self.setAccessibleName(notice.text)
        if before is None or before.tone != notice.tone:
            theme.set_tone(self, notice.tone)
            self._draw_symbol()
        self.why.explain(notice.explained)
        labels = [answer.label for answer in notice.answers]
        if labels != [button.text() for button in self.buttons]:
            self._make_buttons(labels)

    def _make_buttons(self, labels: list[str]) -> None:
        for button in self.buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []
        for index, label in enumerate(labels):
            button = QPushButton(label)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(partial(self._choose, index))
            self._row.addWidget(button)
            self.buttons.append(button)

    def _choose(self, index: int) -> None:
        if self._said is not None:
            self._said.answers[index].chosen()

    def _draw_symbol(self) -> None:
        tone = self._said.tone if self._said else "accent"
        self._symbol.setPixmap(icons.pixmap(ICONS[tone], tone, 20))
