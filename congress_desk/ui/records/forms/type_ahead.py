"""What is typed or scanned into a form while its act is under way: kept, and given to it after."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TypeAhead(QObject):
    """Keeps the keys of the field that has the keyboard: a form that stays open empties it.

    A second Enter at once is a key pressed twice and is not kept.
    """

    def __init__(self, form: QDialog) -> None:
        super().__init__(form)
        self._form = form
        self._field: QWidget | None = None
        self._held: list[QKeyEvent] = []

    def hold(self) -> None:
        """Keep the keys from now on."""
        self.stop()
        self._held = []
        self._field = self._form.focusWidget()
        if self._field is not None:
            self._field.installEventFilter(self)

    def follow(self, busy: bool) -> None:
        """Stop with the act, whichever way it ended; a form that is gone follows no more."""
        if not busy:
            self.stop()

    def stop(self) -> None:
        """Keep no more keys; those that are kept stay."""
        if self._field is not None:
            self._field.removeEventFilter(self)
        self._field = None

    def give(self) -> None:
        """Give the form the keys that were kept; those after one that begins an act wait for it."""
        held, self._held = self._held, []
        for key in held:
            target = self._form.focusWidget()
            if self._field is not None:
                self._held.append(key)
            elif target is not None and QApplication.activeModalWidget() is self._form:
                QApplication.sendEvent(target, key)

    def drop(self) -> str:
        """Forget the keys that were kept; return what they would have written."""
        held, self._held = self._held, []
        lines = "".join(" " if key.key() in _ENTER else key.text() for key in held)
        return " ".join(lines.split())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        again = event.isAutoRepeat() or (not self._held and event.key() in _ENTER)
        if not again:
            kept = QKeyEvent(event.type(), event.key(), event.modifiers(), event.text())
            self._held.append(kept)
        return True
