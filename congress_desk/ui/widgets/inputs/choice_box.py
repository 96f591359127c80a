"""A list to choose from, which the wheel turns only while it has the keyboard."""

from __future__ import annotations

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox


class ChoiceBox(QComboBox):
    """Every list of choices; the style sheet keeps the wheel from giving it the keyboard."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            # Not accepted: what the field stands on gets it next.
            event.ignore()
