"""A field for a whole number with buttons up and down."""

from __future__ import annotations

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSpinBox, QWidget

from congress_desk.ui.look import theme

_BESIDE = 8


class WholeNumber(QSpinBox):
    """Its text keeps off the edge, which a style sheet cannot do for the line in a spin box."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keep_off_edge()
        theme.changed.connect(self._keep_off_edge)

    def _keep_off_edge(self) -> None:
        self.lineEdit().setTextMargins(theme.px(_BESIDE), 0, theme.px(_BESIDE), 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            # Not accepted: what the field stands on gets it next.
            event.ignore()
