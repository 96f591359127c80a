"""Two different people confirm a result before it is sealed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QVBoxLayout, QWidget

from congress_desk.domain.text.clean_text import fold
from congress_desk.i18n import tr
from congress_desk.ui.desks.elections.gate.name_choice import NameChoice
from congress_desk.ui.look import theme


class ConfirmationForm(QWidget):
    """`confirmed` when Enter was pressed on the second name."""

    confirmed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first = NameChoice("confirmFirst", tr("First person"))
        self.second = NameChoice("confirmSecond", tr("Second person"))
        self.first.line.returnPressed.connect(self.second.setFocus)
        self.second.line.returnPressed.connect(self.confirmed)
        self._refused = QLabel()
        self._refused.setWordWrap(True)
        theme.set_tone(self._refused, "wrong")
        self._refused.hide()
        form = QFormLayout()
        form.setHorizontalSpacing(theme.px(12))
        form.setVerticalSpacing(theme.px(8))
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(tr("First person"), self.first)
        form.addRow(tr("Second person"), self.second)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        layout.addLayout(form)
        layout.addWidget(self._refused)

    @property
    def names(self) -> tuple[str, str]:
        return self.first.currentText(), self.second.currentText()

    def show_names(self, names: Sequence[str], *, keep: bool) -> None:
        """Offer these names; what was chosen stays with `keep`."""
        for choice in (self.first, self.second):
            if keep:
                choice.keep_name(names)
            else:
                choice.show_names(names)
        self.clear()

    def refuse(self, words: str) -> None:
        """Say what is wrong with the names, and go to the one that is missing or the same."""
        self._refused.setText(words)
        self._refused.show()
        first, _ = self.names
        wrong = self.second if fold(first) else self.first
        theme.set_property(wrong, "wrong", True)
        wrong.setFocus()

    def clear(self) -> None:
        """Take back what was said."""
        self._refused.hide()
        for choice in (self.first, self.second):
            theme.set_property(choice, "wrong", False)
