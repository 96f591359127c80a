"""What every step of the wizard stands in: where one is, what to do, and the way on and back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QWidget,
)

from congress_desk.i18n import tr
from congress_desk.keys.names import use_name
from congress_desk.ui.commands import add_use
from congress_desk.ui.look import icons, theme
from congress_desk.ui.widgets.buttons import button_row, make_button
from congress_desk.ui.widgets.layout.layouts import column_in, row_in
from congress_desk.ui.widgets.notice import Notice

_MARK, _GAP, _BETWEEN = 24, 8, 28
_PATIENCE_MS = 250


class Frame(QWidget):
    """Steps on a stack; keys go on and back, as the buttons do."""

    next_wanted = Signal()
    back_wanted = Signal()
    stop_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self, titles: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = StepBar(titles)
        self.heading = theme.section()
        self.sentence = theme.subtitle()
        self.notice = Notice()
        self.pages = QStackedWidget()
        self.leave = make_button(tr("Close"), self.leave_wanted.emit, name="leave")
        self.back = make_button(
            tr("Go back"),
            self.back_wanted.emit,
            name="goBack",
            icon="chevron-left",
            tip=use_name("step_back"),
        )
        self.next: QPushButton = make_button(
            "", self.next_wanted.emit, name="goOn", tip=use_name("step_on"), role="primary"
        )
        self._holder: QWidget | None = None
        self._works = False
        self._wait = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._lay_out()
        self._wait.timeout.connect(self._work.show)
        for use, button in (("step_on", self.next), ("step_back", self.back)):
            add_use(self, use, partial(_press, button))

    @property
    def working(self) -> bool:
        """Say whether something is being done that has to be waited for."""
        return self._works

    def show_step(self, step: int, heading: str, sentence: str) -> None:
        """Show a step with its title and the one sentence of what to do."""
        self.bar.show_step(step)
        self.pages.setCurrentIndex(step)
        self.heading.setText(heading)
        self.sentence.setText(sentence)
        self.notice.hide()
        self.back.setVisible(0 < step < self.pages.count() - 1)

    def show_next(self, words: str, *, enabled: bool = True, shown: bool = True) -> None:
        """Say what the primary button does."""
        self.next.setText(words)
        self.next.setEnabled(enabled)
        self.next.setVisible(shown)

    def show_work(self, words: str, *, can_stop: bool) -> None:
        """Say what is being done, once it takes a while; nothing can be pressed meanwhile."""
        self._works, self._holder = True, self.focusWidget()
        self._says.setText(words)
        self.stop.setVisible(can_stop)
        self._wait.start()
        for widget in (self.pages, self.next, self.back):
            widget.setEnabled(False)

    def end_work(self) -> None:
        """Let the step be used again, the keyboard where it was."""
        self._works = False
        self._wait.stop()
        self._work.hide()
        for widget in (self.pages, self.next, self.back):
            widget.setEnabled(True)
        if self._holder is not None and self._holder.isVisible():
            self._holder.setFocus(Qt.FocusReason.OtherFocusReason)
        self._holder = None

    def _work_row(self) -> QWidget:
        work = QWidget()
        self._says = QLabel()
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self.stop = make_button(tr("Stop reading"), self.stop_wanted.emit, name="stopReading")
        row_in(work, self._says, (self._progress, 1), self.stop, spacing=12)
        work.hide()
        return work

    def _lay_out(self) -> None:
        self.heading.setObjectName("stepHeading")
        self.sentence.setObjectName("stepSentence")
        self._work = self._work_row()
        layout = column_in(self, self.bar, margins=(24, 20, 24, 16))
        layout.addSpacing(theme.px(12))
        for widget in (self.heading, self.sentence, self.notice):
            layout.addWidget(widget)
        layout.addSpacing(theme.px(4))
        layout.addWidget(self.pages, 1)
        layout.addWidget(self._work)
        layout.addSpacing(theme.px(4))
        layout.addLayout(button_row(self.leave, None, self.back, self.next))


def _press(button: QPushButton) -> None:
    """Press a button that is in sight; a hidden one leads nowhere."""
    if button.isVisible():
        button.click()


class StepBar(QWidget):
    """Says where one is; it takes no clicks: the buttons below lead on and back."""

    def __init__(self, titles: Sequence[str]) -> None:
        super().__init__()
        self.setObjectName("stepBar")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._titles = tuple(titles)
        self._at = 0
        theme.changed.connect(self.updateGeometry)
        self.show_step(0)

    @property
    def step(self) -> int:
        """Return the step at hand, from 0."""
        return self._at

    def show_step(self, step: int) -> None:
        """Mark a step as the one at hand."""
        self._at = step
        steps, title = len(self._titles), self._titles[step]
        self.setAccessibleName(
            tr("Step {step} of {steps}: {title}", step=step + 1, steps=steps, title=title)
        )
        self.update()

    def _draw_mark(self, painter: QPainter, place: int, x: float) -> None:
        side = theme.px(_MARK)
        if place < self._at:
            inset = theme.px(2)
            picture = icons.pixmap("circle-check", "holds", _MARK - 4, self.devicePixelRatioF())
            painter.drawPixmap(round(x) + inset, inset, picture)
            return
        here = place == self._at
        circle = QRectF(x, 0, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent" if here else "line"))
        painter.drawEllipse(circle)
        painter.setFont(theme.font(bold=True))
        painter.setPen(theme.colour("on_accent" if here else "muted"))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(place + 1))

    def _draw_title(self, painter: QPainter, place: int, x: float) -> None:
        painter.setFont(self._font(place))
        painter.setPen(theme.colour("text" if place == self._at else "muted"))
        words = QRectF(x, 0, self._width(place), theme.px(_MARK))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._titles[place])

    def _font(self, place: int) -> QFont:
        return theme.font("table", bold=place == self._at)

    def _width(self, place: int) -> float:
        """Return how wide a step is, with the room before the next one."""
        words = QFontMetricsF(self._font(place)).horizontalAdvance(self._titles[place])
        return words + theme.px(_MARK + _GAP + _BETWEEN)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x = 0.0
        whole = sum(self._width(place) for place in range(len(self._titles))) <= self.width()
        for place in range(len(self._titles)):
            self._draw_mark(painter, place, x)
            if whole or place == self._at:
                self._draw_title(painter, place, x + theme.px(_MARK + _GAP))
                x += self._width(place)
            else:
                x += theme.px(_MARK + _GAP)
        painter.end()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(560), theme.px(_MARK))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(280), theme.px(_MARK))
