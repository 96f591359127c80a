"""The words across the window of a rehearsal: pale, over everything, in nobody's way."""

from __future__ import annotations

from math import atan2, degrees, hypot

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from congress_desk.domain.congress import Congress, CongressState
from congress_desk.i18n import tr
from congress_desk.queries.congress import congress
from congress_desk.ui.look import theme
from congress_desk.ui.reader import Reader
from congress_desk.ui.session import Session

_SHARE = 0.6  # of the diagonal
_STRENGTH = 22  # of 255


def rehearsal_words(found: Congress) -> str:
    """Return what stands across everything shown of a rehearsal, "" of a real congress."""
    return tr("REHEARSAL") if found.state is CongressState.REHEARSAL else ""


class Watermark(QWidget):
    """Lies over a widget as large as it is, and lets every click through; "" shows nothing."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("watermark")
        self._over, self._words = over, ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        over.installEventFilter(self)

    def say(self, words: str) -> None:
        """Show these words."""
        self._words = words
        self.setAccessibleName(words)
        self.setGeometry(self._over.rect())
        self.setVisible(bool(words))
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
        elif event.type() is QEvent.Type.ChildAdded and self._words:
            self.raise_()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tone = theme.colour("look")
        tone.setAlpha(_STRENGTH)
        painter.setPen(tone)
        font = theme.font("number", bold=True)
        width, height = self.width(), self.height()
        across = QFontMetricsF(font).horizontalAdvance(self._words) or 1.0
        font.setPixelSize(max(1, round(font.pixelSize() * _SHARE * hypot(width, height) / across)))
        painter.setFont(font)
        painter.translate(width / 2, height / 2)
        painter.rotate(-degrees(atan2(height, width)))
        room = hypot(width, height)
        area = QRectF(-room / 2, -room / 2, room, room)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self._words)


class RehearsalMark(Watermark):
    """The watermark of a window on an open congress; follows the file."""

    def __init__(self, session: Session, over: QWidget) -> None:
        super().__init__(over)
        self._reader = Reader(session, self, self._ask, while_hidden=True)
        self._ask()

    def _ask(self) -> None:
        self._reader.ask(congress, done=lambda found: self.say(rehearsal_words(found)))
