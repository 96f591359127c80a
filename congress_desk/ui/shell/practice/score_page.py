"""How the drill went: keys and seconds a ballot, and what should have been typed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from congress_desk.domain.practice.drill import Score
from congress_desk.i18n import tr, with_decimal_mark
from congress_desk.ui.look import theme
from congress_desk.ui.widgets.layout.layouts import column_in, grid_in
from congress_desk.ui.widgets.layout.scrolled import scrolled


class ScorePage(QWidget):
    """Shows a score; every wrong ballot with what was typed and what is."""

    def __init__(self) -> None:
        super().__init__()
        self.figures = QLabel(wordWrap=True)
        self.figures.setObjectName("drillFigures")
        self.figures.setProperty("role", "section")
        self.sentence = QLabel(wordWrap=True)
        self.sentence.setObjectName("drillSentence")
        self._wrong = QWidget()
        self._grid = grid_in(self._wrong, across=32, wide=2, margins=None)
        page = column_in(
            self, theme.section(tr("The drill is done")), self.figures, self.sentence, spacing=12
        )
        across = QHBoxLayout()
        across.addWidget(scrolled(self._wrong), 1)
        page.addLayout(across, 1)

    def show_score(self, score: Score) -> None:
        """Show how it went."""
        self.figures.setText(" · ".join(figures_of(score)))
        if not score.ballots:
            self.sentence.setText("")
        elif score.wrong:
            self.sentence.setText(tr("These ballots were not typed as on the paper:"))
        else:
            self.sentence.setText(tr("Every ballot is as on the paper."))
        for old in self._wrong.findChildren(QLabel):
            self._grid.removeWidget(old)
            old.deleteLater()
        titles = (tr("Practice ballot"), tr("Was typed"), tr("Is typed"))
        rows = [titles] if score.wrong else []
        rows += [(str(w.task.ballot.number), w.line, w.task.line) for w in score.wrong]
        for row, words in enumerate(rows):
            for column, text in enumerate(words):
                label = theme.caption(text) if not row else QLabel(text)
                self._grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop)
        self._grid.setRowStretch(len(rows), 1)


def figures_of(score: Score) -> tuple[str, ...]:
    """Return the figures of a score in words."""
    if not score.ballots:
        return (tr("No ballot was typed"),)
    wrong = len(score.wrong)
    keys, seconds = (
        with_decimal_mark(f"{tenths // 10}.{tenths % 10}")
        for tenths in (score.keys_tenths, score.seconds_tenths)
    )
    return (
        tr("{ballots} ballots", ballots=score.ballots),
        tr("{keys} keys a ballot", keys=keys),
        tr("{seconds} seconds a ballot", seconds=seconds),
        tr("{count} wrong", count=wrong) if wrong else tr("All right"),
    )
