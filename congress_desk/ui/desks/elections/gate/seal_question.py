"""The last question before a round is sealed: what, how many, by whom; Enter and Esc go back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from congress_desk.domain.elections.result import CandidateOutcome, RoundOutcome
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.i18n import tr
from congress_desk.ui.desks.elections.result.words import headline_number, headline_words
from congress_desk.ui.look import theme
from congress_desk.ui.widgets.buttons import button_row, make_button
from congress_desk.ui.widgets.layout.layouts import column_in, row_of
from congress_desk.ui.widgets.layout.pages import clear_layout, scrolling
from congress_desk.ui.widgets.layout.side_by_side import TALL, WIDE

# From this width on what is sealed and who confirms it stand beside each other.
IN_TWO = 480
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SealQuestion(QFrame):
    """`sealed` is the answer yes, by mouse or Space alone; `left` goes back to the names."""

    sealed = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sealQuestion")
        self.setProperty("role", "card")
        self.back = make_button(tr("Not yet, go back"), self.left.emit, name="sealBack")
        self.seal = make_button("", self.sealed.emit, name="sealButton", role="primary")
        # Enter is pressed without looking: it never seals, wherever the keyboard is.
        self.seal.setAutoDefault(False)
        self._parts, self._names = QVBoxLayout(), QVBoxLayout()
        self._both = QBoxLayout(TALL)
        self._both.setSpacing(theme.px(6))
        for part in (self._parts, self._names):
            part.setSpacing(theme.px(6))
            self._both.addLayout(part, 1)
        self._both.addStretch(0)
        inside = QWidget()
        inside.setLayout(self._both)
        self._both.setContentsMargins(0, 0, 0, 0)
        buttons = button_row(self.back, None, self.seal)
        keys = _words(tr("Enter and Esc go back; seal with the mouse, or with Tab and then Space"))
        theme.set_tone(keys, "muted")
        column_in(self, (scrolling(inside), 1), buttons, keys, spacing=10, margins=(16, 12, 16, 12))

    def ask(self, sheet: RoundSheet, names: Sequence[str], offices: Sequence[str]) -> None:
        """Ask about this round and these two."""
        clear_layout(self._parts)
        clear_layout(self._names)
        void = sheet.result.outcome is RoundOutcome.VOID
        title = tr("Record this round as void?") if void else tr("Seal this result?")
        heading = theme.section(title)
        heading.setWordWrap(True)
        self._add(heading)
        self._add(_words(sheet.election.title, strong=True))
        self._add(
            _words(
                tr(
                    "Round {number} · {seats} to elect from {names}",
                    number=sheet.round.number,
                    seats=sheet.round.seats,
                    names=len(sheet.round.candidates),
                )
            )
        )
        number = row_of(_number(sheet), (_words(_number_words(sheet), strong=True), 1), spacing=12)
        self._parts.addLayout(number)
        self._names.addWidget(theme.caption(tr("Confirmed by")))
        for name, office in zip(names, offices, strict=True):
            self._names.addWidget(_words(name, strong=True))
            self._names.addWidget(
                _words(office or tr("of neither body; the reason is written down"))
            )
        if not void:
            self._names.addLayout(_ends(sheet))
        self._names.addWidget(
            _words(
                tr(
                    "After this nobody can change a ballot of this round. The minutes can be"
                    " printed and the result may be projected."
                )
            )
        )
        for part in (self._parts, self._names):
            part.addStretch(1)
        words = tr("Record as void") if void else tr("Seal and declare")
        self.seal.setText(words)
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def text(self) -> str:
        """Return everything that is asked."""
        return "\n".join(part.text() for part in self.findChildren(QLabel) if not part.isHidden())

    def _add(self, part: QWidget) -> None:
        self._parts.addWidget(part)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= theme.px(IN_TWO)
        self._both.setDirection(WIDE if wide else TALL)
        self._both.setSpacing(theme.px(24 if wide else 6))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (*_ENTER, Qt.Key.Key_Escape):
            event.accept()
            if not event.isAutoRepeat():
                self.left.emit()
        else:
            super().keyPressEvent(event)


def _number(sheet: RoundSheet) -> QLabel:
    number = headline_number(sheet)
    if sheet.result.outcome is not RoundOutcome.VOID:
        number = str(len(sheet.result.elected))
    return theme.label(number, "number")


def _number_words(sheet: RoundSheet) -> str:
    if sheet.result.outcome is RoundOutcome.VOID:
        return headline_words(sheet)
    return tr("elected · {outcome}", outcome=headline_words(sheet))


def _ends(sheet: RoundSheet) -> QGridLayout:
    """Return the highest and the lowest of the elected, each with votes."""
    grid = QGridLayout()
    grid.setColumnStretch(1, 1)
    ranked = [c for c in sheet.result.by_votes if c.outcome is CandidateOutcome.ELECTED]
    ends = ((tr("Highest"), ranked[:1]), (tr("Lowest"), ranked[-1:]))
    for row, (title, found) in enumerate(ends):
        for end in found:
            grid.addWidget(_words(title), row, 0, Qt.AlignmentFlag.AlignTop)
            names = ", ".join(each.name for each in ranked if each.votes == end.votes)
            said = tr("{votes} votes · {name}", votes=end.votes, name=names)
            grid.addWidget(_words(said), row, 1)
    return grid


def _words(text: str, *, strong: bool = False) -> QLabel:
    made = QLabel(text, wordWrap=True)
    if strong:
        made.setProperty("role", "strong")
    return made
