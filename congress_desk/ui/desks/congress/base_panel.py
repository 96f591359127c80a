"""D, the number the majority is taken of, as a sum with each deduction."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from congress_desk.domain.people.person import BaseSum
from congress_desk.domain.rules.rule_set import RuleSet
from congress_desk.i18n import tr
from congress_desk.ui.look import theme
from congress_desk.ui.parts.presence_words import base_lines, presence_text
from congress_desk.ui.widgets.layout.layouts import grid_in


class BasePanel(QWidget):
    """The lines of the sum, its result, and who is present of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = QVBoxLayout(self)
        self._page.setContentsMargins(0, 0, 0, 0)
        self._sum: QWidget | None = None

    def show_base(self, base: BaseSum, rules: RuleSet) -> None:
        """Show the sum worked out from the register."""
        if self._sum is not None:
            self._page.removeWidget(self._sum)
            self._sum.deleteLater()
        self._sum = _sum_of(base, rules) if base.convened else _no_register()
        self._page.addWidget(self._sum)


def _sum_of(base: BaseSum, rules: RuleSet) -> QWidget:
    whole = QWidget()
    grid = grid_in(whole, down=6, wide=0)
    for words, number in base_lines(base):
        _add(grid, words, number)
    rule = QFrame()
    rule.setProperty("role", "rule")
    grid.addWidget(rule, grid.rowCount(), 0, 1, 2)
    article = rules.article("convened")
    _add(grid, tr("D, the base of the majority ({article})", article=article), str(base.base), True)
    _add(grid, tr("Present now"), presence_text(base))
    if base.replaced_unfilled:
        note = QLabel(
            tr(
                "{count} delegates are noted as replaced, but no alternate is there.",
                count=base.replaced_unfilled,
            ),
            wordWrap=True,
        )
        theme.set_tone(note, "look")
        grid.addWidget(note, grid.rowCount(), 0, 1, 2)
    return whole


def _add(grid: QGridLayout, words: str, number: str, strong: bool = False) -> None:
    row = grid.rowCount()
    text, figure = QLabel(words), QLabel(number)
    text.setWordWrap(True)
    figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
    if strong:
        text.setProperty("role", "strong")
        figure.setProperty("role", "section")
    grid.addWidget(text, row, 0)
    grid.addWidget(figure, row, 1)


def _no_register() -> QWidget:
    return theme.subtitle(
        tr("The register is not in this file. D is typed by hand when a round is opened.")
    )
