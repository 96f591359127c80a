"""The one line at the door: what a scanner or a person types, ended by Enter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from congress_desk.i18n import tr

LONGEST = 200
REST_MS = 150
_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class DoorEntry(QLineEdit):
    """`entered` carries the text when Enter, or a scanner's Tab, ends it.

    `rested` carries it when typing pauses: a scanner never does. `moved` is +1 or -1 for the arrow
    keys, `escaped` is Escape on an empty line, `undo_asked` Ctrl+Z on an empty line.
    """

    entered = Signal(str)
    rested = Signal(str)
    moved = Signal(int)
    escaped = Signal()
    undo_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("checkinEntry")
        self.setAccessibleName(tr("Code, number or name"))
        self.setPlaceholderText(tr("Scan a card, or type a number or part of a name"))
        self.setMaxLength(LONGEST)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(lambda: self.rested.emit(self.text()))
        self.textChanged.connect(self._rest.start)

    def empty(self) -> None:
        """Empty the line for the next person."""
        self.clear()
        self._rest.stop()

    def _end(self) -> None:
        text = self.text()
        self._rest.stop()
        self.entered.emit(text)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.ShortcutOverride and _is_ours(event):
                event.accept()
                return True
            # A scanner may end a code with Tab; on an empty line Tab goes to the next field.
            is_tab = event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab
            if is_tab and self.text():
                self._end()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _ENDS:
            if not event.isAutoRepeat():
                self._end()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape:
            if self.text():
                self.empty()
            else:
                self.escaped.emit()
        elif event.matches(QKeySequence.StandardKey.Undo) and not self.text():
            if not event.isAutoRepeat():
                self.undo_asked.emit()
        else:
            super().keyPressEvent(event)
            return
        event.accept()


def _is_ours(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Escape or event.matches(QKeySequence.StandardKey.Undo)
