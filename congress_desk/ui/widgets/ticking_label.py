"""A label whose figures change each second: nothing around it is laid out anew for them."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel

from congress_desk.ui.widgets.layout.side_by_side import UNBOUNDED

_DIGIT = re.compile(r"\d")


class TickingLabel(QLabel):
    """Takes another size only where more than digits change: for a fixed one nothing moves."""

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self._shape = ""
        self.show_words(text)

    def show_words(self, words: str) -> None:
        """Show what the clock says now; nothing is drawn when it says the same."""
        if words == self.text():
            return
        shape = _DIGIT.sub("0", words)
        if shape != self._shape:
            self._shape = shape
            self._fit()
        self.setText(words)

    def _fit(self) -> None:
        """Be as large as the widest figures of these words need."""
        self.ensurePolished()
        self.setMinimumSize(0, 0)
        self.setMaximumSize(UNBOUNDED, UNBOUNDED)
        words = self.text()
        self.setText(self._shape)
        self.setFixedSize(self.sizeHint())
        self.setText(words)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self._shape:
            self._fit()
