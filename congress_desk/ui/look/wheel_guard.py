"""The wheel scrolls the page: it turns the value of no field that has not got the keyboard."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QWidget

_FIELDS = (QComboBox, QAbstractSpinBox)
_NAME = "wheelGuard"
# Watching every event makes the binding load all its classes: not while the first page appears,
# on which there is no field.
_DELAY_MS = 200
_WHEEL = QEvent.Type.Wheel


class _WheelGuard(QObject):
    """Watches every widget there is or will be, so that no new field can be forgotten."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not _WHEEL or not isinstance(watched, QWidget):
            return False
        field = _field_of(watched)
        if field is None or field.hasFocus():
            return False
        # Not accepted: what the field stands on gets it next.
        event.ignore()
        return True


def guard_fields_soon(app: QApplication) -> None:
    """Guard the fields as soon as the first page has been shown."""
    QTimer.singleShot(_DELAY_MS, app, partial(guard_fields, app))


def guard_fields(app: QApplication) -> None:
    """Watch over every field of the program; the style sheet keeps the wheel from giving focus."""
    if app.findChild(QObject, _NAME) is None:
        guard = _WheelGuard(app)
        guard.setObjectName(_NAME)
        app.installEventFilter(guard)


def _field_of(widget: QWidget) -> QWidget | None:
    """Return the field that a widget is, or is the line of."""
    if isinstance(widget, _FIELDS):
        return widget
    parent = widget.parentWidget()
    return parent if isinstance(parent, _FIELDS) and not widget.isWindow() else None
