"""A field for one whole number; empty means that it is not known yet."""

from __future__ import annotations

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit

from congress_desk.ui.look import theme

DIGITS = 6


class NumberField(QLineEdit):
    """`committed` is sent by Enter or by leaving the field, when the number is another one.

    `finished` is Enter, whether the number changed or not.
    """

    committed = Signal(object)
    finished = Signal()

    def __init__(self, *, digits: int = DIGITS) -> None:
        super().__init__()
        self._saved: int | None = None
        self.take_digits(digits)
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        theme.set_property(self, "compact", True)

    def take_digits(self, most: int) -> None:
        """Take numbers of so many digits."""
        digits = QRegularExpression(f"[0-9]{{0,{most}}}")
        self.setValidator(QRegularExpressionValidator(digits, self))

    def value(self) -> int | None:
        """Return the number on the field, None when it is empty."""
        return int(self.text()) if self.text() else None

    def show_saved(self, value: int | None) -> None:
        """Show what the file says; a number that is being typed is left alone."""
        untouched = self.value() == self._saved
        self._saved = value
        if untouched or not self.hasFocus():
            self.restore()

    def restore(self) -> None:
        """Show the saved number again."""
        text = "" if self._saved is None else str(self._saved)
        if text != self.text():
            self.setText(text)

    def set_wrong(self, wrong: bool) -> None:
        """Mark the field as refused."""
        theme.set_property(self, "wrong", "true" if wrong else "false")

    def _commit(self) -> None:
        if not self.isReadOnly() and self.value() != self._saved:
            self.committed.emit(self.value())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self._commit()
                self.finished.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._commit()
