"""The widget of a field on the card and in a form: lines, a list, a box, a person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QWidget,
)

from congress_desk.ui.look import icons, theme
from congress_desk.ui.records.fields.field import RecordField
from congress_desk.ui.records.fields.offered_words import OfferedWords
from congress_desk.ui.widgets.inputs.choice_box import ChoiceBox
from congress_desk.ui.widgets.inputs.person_choice import PersonChoice

LONGEST = 500


class Prose(QPlainTextEdit):
    """Several lines on screen that are one in the file: `entered` by Enter, `left` by going away.

    Tab goes on to the next field.
    """

    entered = Signal()
    left = Signal()

    def __init__(self, height: int) -> None:
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


def make_widget(field: RecordField) -> QLineEdit | QComboBox | QCheckBox | Prose:
    """Return the widget a field is typed into, chosen in, or ticked."""
    if field.tick:
        return QCheckBox(field.title)
    if field.people is not None:
        return _of_people(PersonChoice(field.people), field)
    if field.choices:
        made = _as_wide_as_it_gets(ChoiceBox())
        made.setMinimumContentsLength(8)
        fill_choices(made, field)
        return made
    if field.listed:
        return _listed(_as_wide_as_it_gets(ChoiceBox()), field)
    if field.prose:
        prose = Prose(field.height)
        prose.setPlaceholderText(field.hint)
        prose.entered.connect(prose.focusNextChild)
        return prose
    line = SeveralLine(field.apart) if field.apart else QLineEdit()
    line.setMaxLength(field.longest)
    line.setPlaceholderText(field.hint)
    suggest(line, field.offered())
    return line


def _as_wide_as_it_gets(combo: QComboBox) -> QComboBox:
    """Let a list take the width of its form, however long what it offers is."""
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return combo


def _of_people(combo: PersonChoice, field: RecordField) -> PersonChoice:
    _as_wide_as_it_gets(combo)
    line = combo.lineEdit()
    assert line is not None
    line.setPlaceholderText(field.hint)
    return combo


def _listed(combo: QComboBox, field: RecordField) -> QComboBox:
    """Return a line to type into whose suggestions can be opened as a list, too."""
    combo.setEditable(True)
    combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    line = combo.lineEdit()
    assert line is not None
    line.setMaxLength(field.longest)
    line.setPlaceholderText(field.hint)
    combo.addItems(list(field.offered()))
    combo.setCompleter(OfferedWords(field.offered(), combo))
    combo.setCurrentText("")
    return combo


def fill_choices(combo: QComboBox, field: RecordField) -> None:
    """Offer the choices of a field, when they are others than before."""
    words = [said for _, said in field.choices]
    if [combo.itemText(i) for i in range(combo.count())] != words:
        combo.blockSignals(True)
        combo.clear()
        for value, said in field.choices:
            combo.addItem(said)
            if sign := field.choice_sign(value):
                combo.setIconSize(icons.spaced_size())
                drawn = icons.icon(sign.icon, sign.tone, spaced=True)
                combo.setItemIcon(combo.count() - 1, drawn)
        combo.blockSignals(False)


def suggest(line: QLineEdit, words: Sequence[str]) -> None:
    """Offer words while typing in a line."""
    if isinstance(line, SeveralLine):
        line.offer(words)
        return
    held = line.completer()
    if isinstance(held, OfferedWords):
        held.offer(words)
    elif words:
        line.setCompleter(OfferedWords(words, line))


def show_value(widget: QWidget, field: RecordField, record: Any) -> None:
    """Show the field of a record; of none, nothing."""
    if isinstance(widget, PersonChoice):
        widget.choose(0 if record is None else getattr(record, field.name))
    elif isinstance(widget, QComboBox) and field.listed:
        widget.setCurrentText("" if record is None else field.text(record))
    elif isinstance(widget, QComboBox):
        value = None if record is None else getattr(record, field.name)
        values = [each for each, _ in field.choices]
        widget.setCurrentIndex(values.index(value) if value in values else -1)
    elif isinstance(widget, QCheckBox):
        widget.setChecked(record is not None and bool(getattr(record, field.name)))
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
        if not isinstance(self.widget, QComboBox) or not self.field.choices:
            show_value(self.widget, self.field, record)
            return
        value = getattr(record, self.field.name)
        if value not in self._values:
            self._values.append(value)
            self.widget.addItem(str(value))
        self.widget.setCurrentIndex(self._values.index(value))

    def offer(self, choices: Sequence[tuple[Any, str]]) -> None:
        """Offer these choices from now on; the one chosen stays where it is offered."""
        chosen = self.value() if self._values else None
        self.field = replace(self.field, choices=tuple(choices))
        self._values = [value for value, _ in choices]
        assert isinstance(self.widget, QComboBox)
        fill_choices(self.widget, self.field)
        self.choose(chosen)

    def suggest(self, words: Sequence[str]) -> None:
        """Offer these words while the field is typed into."""
        assert isinstance(self.widget, QLineEdit)
        suggest(self.widget, words)

    def choose(self, value: Any) -> None:
        """Choose one of the choices; the first where it is none of them."""
        assert isinstance(self.widget, QComboBox)
        self.widget.setCurrentIndex(self._values.index(value) if value in self._values else 0)

    def value(self) -> Any:
        """Return the value typed, chosen or ticked; `Unreadable` when it is none."""
        if isinstance(self.widget, PersonChoice):
            return self.widget.chosen.id if self.widget.chosen else 0
        if isinstance(self.widget, QComboBox) and not self.field.listed:
            return self._values[self.widget.currentIndex()]
        if isinstance(self.widget, QCheckBox):
            return self.widget.isChecked()
        return self.field.read(typed_text(self.widget))


class SeveralLine(QLineEdit):
    """`apart` is the sign between two names."""

    def __init__(self, apart: str) -> None:
        super().__init__()
        self._apart = apart
        self.setMaxLength(LONGEST)
        self._offered = OfferedWords((), self)
        self._offered.setWidget(self)
        self._offered.activated.connect(self._on_chosen)
        self.textEdited.connect(self._on_edited)

    def offer(self, names: Sequence[str]) -> None:
        """Offer these names from now on."""
        self._offered.offer(names)

    def _on_edited(self, text: str) -> None:
        part = text.rpartition(self._apart)[2].strip()
        self._offered.setCompletionPrefix(part)
        if len(part) < 2 or not self._offered.completionCount():
            popup = self._offered.popup()
            if popup is not None:
                popup.hide()
            return
        self._offered.complete()

    def _on_chosen(self, name: str) -> None:
        before = self.text().rpartition(self._apart)[0].strip()
        self.setText(f"{before}{self._apart} {name}" if before else name)
