"""Beside the ways: how many are elected, what it took, and who has no post yet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from congress_desk.domain.elections.result import CandidateOutcome
from congress_desk.i18n import tr, with_decimal_mark
from congress_desk.ui.desks.elections.decisions.view import AfterView
from congress_desk.ui.desks.elections.decisions.words import big_number, big_words, needed_words
from congress_desk.ui.look import icons, theme
from congress_desk.ui.widgets.layout.layouts import column_in, grid_of
from congress_desk.ui.widgets.layout.pages import clear_layout

MOST_NAMES = 24


class AfterSide(QWidget):
    """The figures a hall asks for while it decides."""

    def __init__(self) -> None:
        super().__init__()
        self.number, self._symbol, self.words = QLabel(), QLabel(), theme.section()
        self.number.setObjectName("afterNumber")
        self.number.setProperty("role", "number")
        self.words.setWordWrap(True)
        self._needed = theme.subtitle()
        self._names = QVBoxLayout()
        self._names.setSpacing(theme.px(4))
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self._symbol, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        layout = column_in(self, self.number, row, self._needed, spacing=6)
        layout.addSpacing(theme.px(12))
        layout.addLayout(self._names)
        layout.addStretch(1)

    def show_view(self, view: AfterView) -> None:
        """Show the figures of an election as it stands."""
        words, tone = big_words(view)
        self.number.setText(big_number(view))
        self.words.setText(words)
        icon = "circle-check" if tone == "holds" else "triangle-alert"
        self._symbol.setPixmap(icons.pixmap(icon, tone, 20))
        theme.set_tone(self.words, tone)
        self._needed.setText(needed_words(view))
        clear_layout(self._names)
        self._show_left(view)
        self._show_alternates(view)

    def _show_left(self, view: AfterView) -> None:
        sheet = view.sheet
        left = {candidate.id for candidate in view.left}
        if sheet is None or not left:
            return
        self._names.addWidget(theme.caption(tr("Not elected · {count}", count=len(left))))
        grid = grid_of(across=12, down=3, wide=0)
        found = [c for c in sheet.result.by_votes if c.candidate.id in left]
        for row, each in enumerate(found[:MOST_NAMES]):
            votes, percent = QLabel(str(each.votes)), QLabel(f"{with_decimal_mark(each.percent)}%")
            votes.setProperty("role", "strong")
            percent.setProperty("tone", "muted")
            grid.addWidget(_whole_name(each.name), row, 0)
            beside = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
            grid.addWidget(votes, row, 1, beside)
            grid.addWidget(percent, row, 2, beside)
        self._names.addLayout(grid)
        if view.course.complete:
            return  # what the last round left open was decided
        over = [c for c in found if c.outcome is CandidateOutcome.MAJORITY_NOT_PLACED]
        tied = [c for c in found if c.outcome is CandidateOutcome.TIED]
        if tied:
            sentence = tr("{count} of them are tied.", count=len(tied))
        elif over:
            sentence = tr("{count} of them have the majority.", count=len(over))
        else:
            sentence = tr("None of them has the majority.")
        self._names.addWidget(theme.subtitle(sentence))

    def _show_alternates(self, view: AfterView) -> None:
        if not view.course.election.alternates:
            return
        course = view.course
        sentence = tr(
            "Alternates: {found} / {of}",
            found=len(course.alternates),
            of=course.election.alternates,
        )
        self._names.addSpacing(theme.px(8))
        self._names.addWidget(theme.caption(sentence))
        for seat in course.alternates:
            self._names.addWidget(_whole_name(seat.name))


def _whole_name(name: str) -> QLabel:
    """Return a label that takes a second line rather than cut a name."""
    return QLabel(name, wordWrap=True)
