"""Over all of the window: what a file that is dragged over it does when it is let go."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from congress_desk.i18n import tr
from congress_desk.ui.look import theme

DROPPED_SUFFIXES = (".congress", ".station", ".xlsx")
EDGE, INSET, COVER = 3, 12, 0.92


class DropMark(QWidget):
    """Lies over the window while a file is over it; takes no mouse and no keyboard."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("dropMark")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.words = ""
        self.hide()

    def show_for(self, path: Path) -> None:
        """Say what letting this file go will do."""
        if path.suffix.lower() == ".xlsx":
            self.words = tr("Drop to make a congress from {name}", name=path.name)
        else:
            self.words = tr("Drop to open {name}", name=path.name)
        self.setAccessibleName(self.words)
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
    """Lets one file be dropped on a window: `dropped` carries its path."""

    dropped = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._mark = DropMark(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.DragLeave:
            self._mark.hide()
        elif kind in (QEvent.Type.DragEnter, QEvent.Type.Drop) and isinstance(event, QDropEvent):
            path = dropped_path(event.mimeData())
            if path is None:
                return False
            event.acceptProposedAction()
            if kind is QEvent.Type.DragEnter:
                self._mark.show_for(path)
            else:
                self._mark.hide()
                self.dropped.emit(path)
            return True
        return super().eventFilter(watched, event)


def dropped_path(data: QMimeData) -> Path | None:
    """Return the one congress file or workbook that is being dropped, if it is one."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if len(paths) == 1 and paths[0].suffix.lower() in DROPPED_SUFFIXES:
        return paths[0]
    return None
