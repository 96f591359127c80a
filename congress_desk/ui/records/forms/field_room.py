"""How much wider a form has to be so that what its fields say when it opens is read whole."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QWidget,
)

# What a field of one line keeps free on both sides of its text, and its cursor.
_EDGES = 6


def lacking_width(form: QWidget) -> int:
    """Return by how many pixels the text that lacks most is wider than its field, 0 if none is."""
    lines = (_lacks(line, _line_room(line)) for line in form.findChildren(QLineEdit))
    choices = (
        combo.fontMetrics().horizontalAdvance(combo.currentText()) - _choice_room(combo)
        for combo in form.findChildren(QComboBox)
        if combo.isVisibleTo(form) and not combo.isEditable()
    )
    return max([0, *lines, *choices])


def _lacks(line: QLineEdit, room: int) -> int:
    said = line.displayText() or line.placeholderText()
    return line.fontMetrics().horizontalAdvance(said) + _EDGES - room


def _line_room(line: QLineEdit) -> int:
    option = QStyleOptionFrame()
    line.initStyleOption(option)
    return line.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, line).width()


def _choice_room(combo: QComboBox) -> int:
    option = QStyleOptionComboBox()
    combo.initStyleOption(option)
    return (
        combo.style()
        .subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, combo
        )
        .width()
    )
