"""The drill in a window of its own: no congress need be open, and nothing is written."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import monotonic

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QStackedLayout, QWidget

from congress_desk.domain.practice.ballots import practice_ballots
from congress_desk.domain.practice.drill import Drill, lessons, timed
from congress_desk.errors import Refusal
from congress_desk.i18n import tr
from congress_desk.imports.rule_sets import load_rule_set, rule_set_ids
from congress_desk.reports.practice.practice_sheets import BALLOTS, practice_lists
from congress_desk.settings import documents_folder
from congress_desk.ui.background import Background
from congress_desk.ui.messages import Messages
from congress_desk.ui.shell.practice.drill_page import DrillPage
from congress_desk.ui.shell.practice.score_page import ScorePage
from congress_desk.ui.widgets.buttons import button_row, make_button
from congress_desk.ui.widgets.dialog_size import be_large
from congress_desk.ui.widgets.layout.layouts import column_in
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
        self.page, self.score = DrillPage(now), ScorePage()
        self.page.finished.connect(self._on_finished)
        self.page.left.connect(self.reject)
        self.notice = Notice()
        self.from_paper = QCheckBox()
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
        self.from_paper.setVisible(page is self.page)

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
        whole.addLayout(button_row(self.from_paper, None, self.print, self.skip, self.again, close))
