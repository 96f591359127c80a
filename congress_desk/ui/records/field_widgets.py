"""The widget of a field on the card and in a form: a line, several lines, or a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QPlainTextEdit, QWidget

from congress_desk.ui.look import theme
from congress_desk.ui.records.field import RecordField
from congress_desk.ui.records.several_line import SeveralLine

LONGEST = 2000
PROSE_HEIGHT = 62


class Prose(QPlainTextEdit):
    """Several lines on screen that are one in the file: `entered` by Enter, `left` by going away.

    Tab goes on to the next field.
    """

    entered = Signal()
    left = Signal()

    def __init__(self, height: int = PROSE_HEIGHT) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFixedHeight(theme.px(height))

    def text(self) -> str:
        return self.toPlainText()

    def setText(self, text: str) -> None:
        self.setPlainText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


def make_widget(field: RecordField) -> QLineEdit | QComboBox | Prose:
    """Return the widget a field is typed into, or chosen in."""
    if field.choices:
        made = QComboBox()
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.setMinimumContentsLength(8)
        fill_choices(made, field)
        return made
    if field.prose:
        prose = Prose()
        prose.entered.connect(prose.focusNextChild)
        return prose
    line = SeveralLine(field.apart) if field.apart else QLineEdit()
    line.setMaxLength(LONGEST)
    line.setPlaceholderText(field.hint)
    suggest(line, field.offered())
    return line


def fill_choices(combo: QComboBox, field: RecordField) -> None:
    """Offer the choices of a field, when they are others than before."""
    words = [said for _, said in field.choices]
    if [combo.itemText(i) for i in range(combo.count())] != words:
        combo.blockSignals(True)
        combo.clear()
        combo.addItems(words)
        combo.blockSignals(False)


def suggest(line: QLineEdit, words: Sequence[str]) -> None:
    """Offer words while typing in a line: any part of them, in any case."""
    if isinstance(line, SeveralLine):
        line.offer(words)
        return
    held: Any = line.completer()
    if held is not None and held.property("words") == list(words):
        return
    if not words:
        return
    completer = QCompleter(list(words), line)
    completer.setProperty("words", list(words))
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    line.setCompleter(completer)


def show_value(widget: QWidget, field: RecordField, record: Any) -> None:
    """Show the field of a record; of none, nothing."""
    if isinstance(widget, QComboBox):
        value = None if record is None else getattr(record, field.name)
        values = [each for each, _ in field.choices]
        widget.setCurrentIndex(values.index(value) if value in values else -1)
    elif isinstance(widget, QLineEdit | Prose):
        text = "" if record is None else field.text(record)
        if widget.text() != text:
            widget.setText(text)
        if isinstance(widget, QLineEdit):
            widget.setCursorPosition(0)


def typed_text(widget: QWidget) -> str:
    """Return what a widget says, as it would be typed."""
    if isinstance(widget, QComboBox):
        return widget.currentText()
    assert isinstance(widget, QLineEdit | Prose)
    return widget.text()


class FieldEditor:
    """Holds the `widget` of a field; `value` is what it says, of the field's own type."""

    def __init__(self, field: RecordField, name: str, title: str = "") -> None:
        self.field = field
        # Kept here: what goes through Qt's item data comes back without its Python type.
        self._values: list[Any] = [value for value, _ in field.choices]
        self.widget = make_widget(field)
        self.widget.setObjectName(name)
        self.widget.setAccessibleName(title or field.title)

    def show(self, record: Any) -> None:
        """Show the field of a record; a value that is not offered is offered from then on."""
        value = getattr(record, self.field.name)
        if isinstance(self.widget, QComboBox) and value not in self._values:
            self._values.append(value)
            self.widget.addItem(str(value))
        if isinstance(self.widget, QComboBox):
            self.widget.setCurrentIndex(self._values.index(value))
        else:
            show_value(self.widget, self.field, record)

    def value(self) -> Any:
        """Return the value typed or chosen; `Unreadable` when it is none."""
        if isinstance(self.widget, QComboBox):
            return self._values[self.widget.currentIndex()]
        return self.field.read(self.widget.text())
