"""The drill in a window of its own: no congress need be open, and nothing is written."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import monotonic

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLabel, QStackedLayout, QWidget

from congress_desk.domain.practice.ballots import practice_ballots
from congress_desk.domain.practice.drill import Drill, Score, lessons, timed
from congress_desk.errors import Refusal
from congress_desk.i18n import tr, with_decimal_mark
from congress_desk.imports.rule_sets import load_rule_set, rule_set_ids
from congress_desk.reports.practice.practice_sheets import BALLOTS, practice_lists
from congress_desk.settings import documents_folder
from congress_desk.ui.background import Background
from congress_desk.ui.look import theme
from congress_desk.ui.messages import Messages
from congress_desk.ui.shell.practice.drill_page import DrillPage
from congress_desk.ui.widgets.buttons import button_row, make_button
from congress_desk.ui.widgets.dialog_size import be_large
from congress_desk.ui.widgets.layout.layouts import column_in, grid_in
from congress_desk.ui.widgets.layout.scrolled import scrolled
from congress_desk.ui.widgets.notice import Notice

_WIDTH, _HEIGHT = 1100, 720
_LAST_SET = 9


class DrillDialog(QDialog):
    """Lessons first, then a set of ballots against the clock; `now` gives milliseconds."""

    def __init__(
        self,
        parent: QWidget,
        messages: Messages,
        background: Background,
        now: Callable[[], int] = lambda: int(monotonic() * 1000),
    ) -> None:
        super().__init__(parent)
        self.setObjectName("drill")
        self.setWindowTitle(tr("Practise typing ballots"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._messages, self._background = messages, background
        rules = load_rule_set(rule_set_ids()[0])
        assert not isinstance(rules, Refusal)
        self._strike, self._tick = practice_lists(rules)
        self._set = 1
        self.drill = Drill(())
        self.from_paper = QCheckBox()
        self.page, self.score = DrillPage(now, self.from_paper), ScorePage()
        self.page.finished.connect(self._on_finished)
        self.page.left.connect(self.reject)
        self.notice = Notice()
        self.from_paper.setObjectName("fromPaper")
        self.from_paper.toggled.connect(lambda _: self._begin(taught=False))
        self.skip = make_button(
            tr("Skip the lessons"), partial(self._begin, taught=False), name="skipLessons"
        )
        self.again = make_button(tr("Once more"), self._on_again, name="drillAgain", role="primary")
        self.print = make_button(
            tr("Print the practice ballots…"), self._on_print, name="printPractice", icon="printer"
        )
        self._lay_out()
        be_large(self, _WIDTH, _HEIGHT)
        self._begin(taught=True)

    def _begin(self, *, taught: bool) -> None:
        """Begin with the lessons, or with the ballots alone."""
        ballots = practice_ballots(self._strike, ballots=BALLOTS, set_number=self._set)
        first = lessons(self._strike, self._tick) if taught else ()
        self.drill = Drill((*first, *timed(self._strike, ballots)))
        self.from_paper.setText(tr("I type from the printed ballots, set {set}", set=self._set))
        self._show(self.page)
        self.page.begin(self.drill, from_paper=self.from_paper.isChecked())

    def _on_finished(self) -> None:
        self.score.show_score(self.drill.score)
        self._show(self.score)
        self.again.setFocus()

    def _on_again(self) -> None:
        self._set = self._set % _LAST_SET + 1
        self._begin(taught=False)

    def _show(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(page)
        self.again.setVisible(page is self.score)
        self.skip.setVisible(page is self.page)

    def _on_print(self) -> None:
        from congress_desk.papers.practice import practice_name

        target = documents_folder() / practice_name(self._set)
        title = tr("Where to keep the practice ballots")
        self._messages.save_file(self, title, target, "PDF (*.pdf)", self._write)

    def _write(self, path: Path) -> None:
        from congress_desk.papers.practice import write_practice_set

        def on_written(refusal: Refusal | None) -> None:
            if refusal:
                self.notice.say_problems(refusal.problems)
            else:
                words = tr("The practice ballots are in {path}", path=str(path))
                self.notice.say("holds", words)

        self._background.run(partial(write_practice_set, self._strike, self._set, path), on_written)

    def _lay_out(self) -> None:
        self._pages = QStackedLayout()
        self._pages.addWidget(self.page)
        self._pages.addWidget(self.score)
        close = make_button(tr("Close"), self.reject, name="closeDrill")
        for button in (self.skip, self.print, close, self.again):
            button.setAutoDefault(False)
        whole = column_in(self, (self._pages, 1), self.notice, margins=16)
        self.notice.hide()
        whole.addLayout(button_row(None, self.print, self.skip, self.again, close))


class ScorePage(QWidget):
    """Shows a score; every wrong ballot with what was typed and what is."""

    def __init__(self) -> None:
        super().__init__()
        self.figures = theme.label("", "section", name="drillFigures", wrap=True)
        self.sentence = theme.label(name="drillSentence", wrap=True)
        self._wrong = QWidget()
        self._grid = grid_in(self._wrong, across=32, wide=2, margins=None)
        page = column_in(
            self, theme.section(tr("The drill is done")), self.figures, self.sentence, spacing=12
        )
        across = QHBoxLayout()
        across.addWidget(scrolled(self._wrong, read_as=tr("The drill is done")), 1)
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
