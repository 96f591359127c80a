"""One line of the gate: an icon and a word, what it says, its article, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from congress_desk.help.why import Why
from congress_desk.i18n import article_said, message, tr
from congress_desk.ui.desks.elections.gate.check_words import (
    check_remark,
    check_sentence,
    check_sign,
    check_word,
)
from congress_desk.ui.desks.elections.gate.checks import Check, CheckState
from congress_desk.ui.look import icons, theme
from congress_desk.ui.parts.pass_words import PASSES_COMPARED
from congress_desk.ui.widgets.buttons import button_row, make_button
from congress_desk.ui.widgets.layout.layouts import grid_in
from congress_desk.ui.widgets.why_link import WhyLink

WORD_WIDTH = 84


class CheckLine(QWidget):
    """`waive_wanted` carries this line, to let its finding stand; `count_wanted` goes back,
    `compare_wanted` to where the passes are compared.
    """

    waive_wanted = Signal(object)
    count_wanted = Signal()
    compare_wanted = Signal()

    def __init__(self, check: Check) -> None:
        super().__init__()
        self.check = check
        self._link: QPushButton | None = None
        sign = check_sign(check)
        symbol = QLabel()
        symbol.setPixmap(icons.pixmap(sign.icon, sign.tone, 18))
        word = QLabel(check_word(check))
        word.setMinimumWidth(theme.px(WORD_WIDTH))
        word.setProperty("role", "strong")
        word.setProperty("tone", sign.tone)
        article = theme.label(article_said(check.article), tone="muted")
        self._grid = grid_in(self, across=8, down=2, wide=2, margins=(0, 4, 0, 4))
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(symbol, 0, 0, top)
        self._grid.addWidget(word, 0, 1, top)
        self._grid.addWidget(_words(check_sentence(check)), 0, 2)
        self._grid.addWidget(article, 0, 3, top)
        self._add_remark(check)

    @property
    def keyboard_target(self) -> QWidget:
        """Return what can be done here, else the line itself."""
        return self._link or self

    def _add_remark(self, check: Check) -> None:
        remark = check_remark(check)
        if remark:
            words = _words(remark)
            words.setProperty("tone", "muted")
            self._grid.addWidget(words, 1, 2, 1, 2)
        if check.state is not CheckState.WRONG or check.finding is None:
            return
        finding = check.finding
        if finding.waivable:
            self._link = make_button(
                tr("Let it stand…"),
                lambda: self.waive_wanted.emit(self),
                role="link",
                icon="stamp",
                name="waive",
            )
        elif finding.code in PASSES_COMPARED:
            self._link = make_button(
                tr("Compare the passes"),
                self.compare_wanted.emit,
                role="link",
                icon="layers",
                name="comparePasses",
            )
        else:
            self._link = make_button(
                tr("To the counting desk"), self.count_wanted.emit, role="link", icon="arrow-left"
            )
        why = WhyLink()
        why.explain(
            Why(
                missing=check_sentence(check),
                next_step=remark,
                lifted_by=message(f"lifted_by.{'board' if finding.waivable else 'desk'}"),
                article=check.article,
            )
        )
        self._grid.addLayout(button_row(self._link, why), 2, 2, 1, 2)


def _words(text: str) -> QLabel:
    return QLabel(text, wordWrap=True)
