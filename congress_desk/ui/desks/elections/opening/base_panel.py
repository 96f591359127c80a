"""D, the number the majority is taken of: as a sum from the register, or typed by hand."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QRadioButton, QWidget

from congress_desk.domain.people.person import BaseSum
from congress_desk.i18n import message, tr
from congress_desk.ui.look import theme
from congress_desk.ui.parts.presence_words import base_lines
from congress_desk.ui.widgets.inputs.field_grid import FieldGrid
from congress_desk.ui.widgets.layout.layouts import column_in, grid_in
from congress_desk.ui.widgets.layout.pages import clear_layout
from congress_desk.ui.widgets.state_row import StateRow

SUM_WIDTH = 460
INDENT = 26


class BasePanel(QWidget):
    """`edited` when another D was chosen or typed."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._base: BaseSum | None = None
        self.from_register = QRadioButton(tr("From the register"))
        self.from_register.setObjectName("baseFromRegister")
        self.by_hand = QRadioButton(
            tr("By hand: the register is not in this file, or not complete")
        )
        self.by_hand.setObjectName("baseByHand")
        self.from_register.toggled.connect(self._on_toggled)
        self.fields = FieldGrid(self.edited.emit)
        self.fields.setContentsMargins(theme.px(INDENT), 0, 0, 0)
        self.fields.add_number("convened", tr("Base (D)"), "openConvened")
        self._sum = QWidget()
        self._sum.setMaximumWidth(theme.px(SUM_WIDTH))
        self._lines = grid_in(self._sum, across=16, down=4, wide=0, margins=(INDENT, 0, 0, 0))
        self._unfilled = StateRow()
        column_in(self, self.from_register, self._sum, self._unfilled, self.by_hand, self.fields)

    @property
    def convened(self) -> int:
        """Return D as it stands on the form, 0 while nothing is typed."""
        if self.is_by_hand or self._base is None:
            return self.fields.number("convened") or 0
        return self._base.base

    @property
    def is_by_hand(self) -> bool:
        return self.by_hand.isChecked()

    def show_base(self, base: BaseSum, *, known: bool) -> None:
        """Show the sum of the register; without one D is typed."""
        self._base = base
        clear_layout(self._lines)
        for row, (words, number) in enumerate(base_lines(base)):
            self._add_line(row, words, number)
        rule = QFrame()
        rule.setProperty("role", "rule")
        row = self._lines.rowCount()
        self._lines.addWidget(rule, row, 0, 1, 2)
        self._add_line(row + 1, tr("D, the base of the majority"), str(base.base), strong=True)
        self._unfilled.setVisible(base.replaced_unfilled > 0)
        if base.replaced_unfilled:
            words = message("finding.replaced_unfilled", count=base.replaced_unfilled)
            self._unfilled.show_state("look", words)
        self.fields.show_number("convened", None)
        self.from_register.setEnabled(known)
        (self.from_register if known else self.by_hand).setChecked(True)
        self._on_toggled()

    def refuse(self, words: str) -> None:
        """Say beside the field what is wrong with D; of the register's D the field opens too."""
        self.by_hand.setChecked(True)
        self.fields.say("convened", words, "wrong")
        self.fields.fields["convened"].setFocus()

    def _add_line(self, row: int, words: str, number: str, *, strong: bool = False) -> None:
        parts = (QLabel(words), QLabel(number))
        for column, part in enumerate(parts):
            part.setTextFormat(Qt.TextFormat.PlainText)
            part.setProperty("role", "strong" if strong else "")
            self._lines.addWidget(part, row, column)
        parts[0].setWordWrap(True)
        parts[1].setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)

    def _on_toggled(self) -> None:
        by_hand = self.is_by_hand
        self._sum.setVisible(not by_hand and self.from_register.isEnabled())
        self.fields.setVisible(by_hand)
        self.fields.clear()
        self.edited.emit()
