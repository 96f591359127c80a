"""One way to go on: chosen it opens and says what the congress votes on and what that brings."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QRadioButton,
    QWidget,
)

from congress_desk.domain.decisions.choices import Choice
from congress_desk.ui.look import theme
from congress_desk.ui.widgets.layout.layouts import column_in, column_of, grid_in, row_of

Details = Sequence[tuple[str, str, str]]


class _Way(QRadioButton):
    """`entered` when Enter goes on with the way that is chosen."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.setChecked(True)
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class ChoiceCard(QFrame):
    """`chosen` when its button is checked, `entered` when Enter goes on with it."""

    chosen = Signal()
    entered = Signal()

    def __init__(
        self, choice: Choice, title: str, sentence: str, article: str, details: Details
    ) -> None:
        super().__init__()
        self.choice = choice
        self.button = _Way(title)
        self.button.setObjectName(f"way_{choice.kind.value}")
        self.button.setAccessibleDescription(sentence)
        theme.set_property(self.button, "role", "way")
        self.button.toggled.connect(self._on_toggled)
        self.button.entered.connect(self.entered)
        cited = theme.label(article, tone="muted")
        head = row_of((self.button, 1), spacing=12)
        head.addWidget(cited, 0, Qt.AlignmentFlag.AlignTop)
        self._line = theme.subtitle(sentence)
        self._details = _grid(details)
        inner = column_of(self._line, self._details, spacing=4, margins=(28, 0, 0, 0))
        column_in(self, head, inner, spacing=4, margins=(12, 10, 14, 10))
        self._on_toggled(False)

    def _on_toggled(self, checked: bool) -> None:
        theme.set_property(self, "role", "chosen" if checked else "way")
        self._details.setVisible(checked)
        self._line.setVisible(not checked)
        if checked:
            self.chosen.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.button.setChecked(True)
        self.button.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)


def _grid(details: Details) -> QWidget:
    made = QWidget()
    grid = grid_in(made, across=16, down=6, wide=1)
    for row, (title, words, tone) in enumerate(details):
        caption, value = QLabel(title), QLabel(words)
        caption.setProperty("tone", "muted")
        value.setWordWrap(True)
        value.setTextFormat(Qt.TextFormat.PlainText)
        value.setProperty("tone", tone)
        grid.addWidget(caption, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(value, row, 1)
    return made
