"""The field of a rule setting, by the kind of value it holds, and the value typed into it."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import Any

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from congress_desk.domain.rules.rule_settings import Setting
from congress_desk.domain.rules.rule_values import (
    MOST_SEATS,
    Choice,
    Flag,
    Kinds,
    Seats,
    Share,
    Statuses,
    Text,
    Unit,
    ValueKind,
    Whole,
)
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.errors import Place, Problem, problem
from congress_desk.i18n import label, message, tr
from congress_desk.ui.look import theme
from congress_desk.ui.widgets.inputs.choice_box import ChoiceBox
from congress_desk.ui.widgets.inputs.tick_boxes import TickBoxes
from congress_desk.ui.widgets.inputs.whole_number import WholeNumber


def field_names(setting: Setting) -> tuple[str, ...]:
    """Return the names of a setting's fields: a range of seats has two, from and to."""
    if isinstance(setting.value, Seats):
        return f"{setting.row_name}_low", f"{setting.row_name}_high"
    return (setting.field,)


def make_fields(kind: ValueKind, value: Any) -> tuple[QWidget, ...]:
    """Return the fields for a value of this kind, showing it; as many as it has names."""
    match kind:
        case Text(prose=True):
            return (_prose(value),)
        case Choice():
            return (_choice(kind, str(value)),)
        case Flag():
            flag = QCheckBox(tr("yes"))
            flag.setChecked(value)
            return (flag,)
        case Kinds() | Statuses():
            # Statuses are told in an order of their own: those ticked stand first, in theirs.
            first = value if isinstance(kind, Statuses) else ()
            ordered = dict.fromkeys((*first, *kind.values))
            boxes = TickBoxes((each.value, label(kind.labels, each)) for each in ordered)
            boxes.tick(value)
            return (boxes,)
        case Whole():
            return (_spin(kind, value),)
        case Seats():
            bounds = Whole(low=0, high=MOST_SEATS)
            return tuple(_spin(bounds, seats) for seats in value or (0, 0))
    return (line_field("" if value is None else str(value)),)


def line_field(text: str) -> QLineEdit:
    """Return a line that shows its text from the beginning, however long it is."""
    field = QLineEdit(text)
    field.setCursorPosition(0)
    return field


def typed_value(setting: Setting, fields: list[QWidget]) -> Any:
    """Return the value typed into a setting's fields, or the problem why it is none."""
    match fields:
        case [WholeNumber() as low, WholeNumber() as high]:
            return (low.value(), high.value()) if low.value() or high.value() else None
        case [WholeNumber() as spin]:
            return spin.value()
        case [QCheckBox() as flag]:
            return flag.isChecked()
        case [QComboBox() as combo]:
            return setting.value.read(combo.currentData(), Place(key=setting.key))
        case [TickBoxes() as boxes]:
            return setting.value.read(list(boxes.ticked), Place(key=setting.key))
        case [field]:
            typed = typed_text(field)
            return _share(setting, typed) if isinstance(setting.value, Share) else typed
    raise AssertionError(setting.key)


def typed_text(field: QWidget) -> str:
    """Return the text on a field in its clean form."""
    if isinstance(field, QPlainTextEdit):
        return clean_text(field.toPlainText())
    assert isinstance(field, QLineEdit)
    return clean_text(field.text())


def _share(setting: Setting, typed: str) -> Fraction | Problem | None:
    if not typed and isinstance(setting.value, Share) and setting.value.optional:
        return None
    value = setting.value.read(typed, Place(key=setting.key))
    if isinstance(value, Fraction):
        return value
    words = message(f"rule_setting.{setting.field}")
    return problem("rule_share_typed", Place(key=words), value=typed)


def _prose(text: str) -> QPlainTextEdit:
    field = QPlainTextEdit(text)
    field.setTabChangesFocus(True)
    field.setMaximumHeight(theme.px(96))
    return field


def _choice(kind: Choice, chosen: str) -> QComboBox:
    combo = ChoiceBox()
    for value in kind.values:
        code = value.value if isinstance(value, StrEnum) else value
        combo.addItem(label(kind.labels, code), code)
    combo.setCurrentIndex(combo.findData(chosen))
    return combo


def _spin(kind: Whole, value: int) -> WholeNumber:
    spin = WholeNumber()
    spin.setRange(kind.low, kind.high)
    spin.setSuffix("%" if kind.unit is Unit.PERCENT else "")
    if kind.zero_is_no_limit:
        spin.setSpecialValueText(tr("no limit"))
    spin.setValue(value)
    return spin
