"""The question before a list is fixed: ballots are printed in this order; why so long a list."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout

from congress_desk.errors import Refusal
from congress_desk.i18n import problem_text, tr
from congress_desk.ui.look import theme
from congress_desk.ui.widgets.buttons import button_row, make_button


class FreezeForm(QFrame):
    """Hidden until asked for. `wanted` carries the reason, "" while none is needed."""

    wanted = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("freezeForm")
        self.setProperty("role", "band")
        self.setProperty("tone", "accent")
        self._words = QLabel(wordWrap=True)
        self.reason = QLineEdit()
        self.reason.setObjectName("freezeReason")
        self.reason.setAccessibleName(tr("Reason given by the congress"))
        self.reason.setPlaceholderText(tr("Reason given by the congress"))
        self.reason.returnPressed.connect(self._on_fix)
        self.fix = make_button(tr("Fix the list"), self._on_fix, name="fixList", icon="lock")
        self.leave = make_button(tr("Not yet"), self._on_leave)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        layout.setSpacing(theme.px(8))
        layout.addWidget(self._words)
        layout.addWidget(self.reason)
        layout.addLayout(button_row(None, self.leave, self.fix))
        self.hide()

    def ask(self, names: int, above: str, order: str = "") -> None:
        """Ask whether to fix a list; `above` says by how much it is too long, "" when it is not.

        `order` says that its order is not that of the rules.
        """
        words = tr(
            "The ballot is printed with these {count} names in this order. After that the list"
            " changes only when it is opened again, and no more once a round used it.",
            count=names,
        )
        self._show("\n".join(filter(None, (words, order, above))), reason=bool(above))
        theme.set_tone(self, "look" if order else "accent")
        (self.reason if above else self.fix).setFocus()

    def refuse(self, refusal: Refusal) -> None:
        """Say why the list was not fixed; the reason can be typed at once."""
        self._show("\n".join(map(problem_text, refusal.problems)), reason=True)
        theme.set_tone(self, "wrong")
        self.reason.setFocus()

    def _show(self, words: str, *, reason: bool) -> None:
        theme.set_tone(self, "accent")
        self._words.setText(words)
        self.reason.setVisible(reason)
        self.show()

    def _on_fix(self) -> None:
        self.wanted.emit(self.reason.text() if self.reason.isVisible() else "")

    def _on_leave(self) -> None:
        self.close_form()
        self.left.emit()

    def close_form(self) -> None:
        """Hide the question and forget the reason."""
        self.reason.clear()
        self.hide()
