"""Over all of the window: what a file that is dragged over it does when it is let go."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from congress_desk.ui.look import theme

EDGE, INSET, COVER = 3, 12, 0.92


class DropMark(QWidget):
    """Lies over the window while a file is over it; takes no mouse and no keyboard."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("dropMark")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.words = ""
        self.hide()

    def show_words(self, words: str) -> None:
        """Say what letting the file go will do."""
        self.words = words
        self.setAccessibleName(words)
        self.setGeometry(self.window().rect())
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = theme.colour("accent_soft")
        ground.setAlphaF(COVER)
        painter.fillRect(self.rect(), ground)
        pen = QPen(theme.colour("accent"), theme.px(EDGE), Qt.PenStyle.DashLine)
        painter.setPen(pen)
        inset = theme.px(INSET)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 8, 8)
        painter.setFont(theme.font("page", bold=True))
        painter.setPen(theme.colour("text"))
        room = self.rect().adjusted(4 * inset, 4 * inset, -4 * inset, -4 * inset)
        flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(room, flags, self.words)
        painter.end()


class DropTarget(QObject):
    """Lets one file be dropped on a window: `dropped` carries its path.

    `words` says what letting a file go will do, "" of one that is not taken.
    """

    dropped = Signal(object)

    def __init__(self, window: QWidget, words: Callable[[Path], str]) -> None:
        super().__init__(window)
        self._words = words
        self._mark = DropMark(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.DragLeave:
            self._mark.hide()
        elif kind in (QEvent.Type.DragEnter, QEvent.Type.Drop) and isinstance(event, QDropEvent):
            path = one_file(event.mimeData())
            words = self._words(path) if path is not None else ""
            if not words:
                return False
            event.acceptProposedAction()
            if kind is QEvent.Type.DragEnter:
                self._mark.show_words(words)
            else:
                self._mark.hide()
                self.dropped.emit(path)
            return True
        return super().eventFilter(watched, event)


def one_file(data: QMimeData) -> Path | None:
    """Return the one file of this computer that is being dragged, if it is one."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 else None
