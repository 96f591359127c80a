"""The page on which ballots are typed: the paper, what was typed, and the one line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.entry_line import paper_so_far
from congress_desk.domain.practice.ballots import PracticeList
from congress_desk.domain.practice.drill import Drill, Lesson, Outcome, Task
from congress_desk.errors import Refusal
from congress_desk.i18n import label, message, problem_text, tr
from congress_desk.ui.desks.elections.counting.ballot_words import verdict_words
from congress_desk.ui.desks.elections.counting.line.line_mode import Preview
from congress_desk.ui.desks.elections.counting.paper_card import ValidityBar
from congress_desk.ui.look import theme
from congress_desk.ui.look.sounds import Sound, Sounds
from congress_desk.ui.widgets.ballot_paper import BallotPaper
from congress_desk.ui.widgets.inputs.entry_line import TAKE_BACK, EntryLine
from congress_desk.ui.widgets.layout.layouts import column_in, row_of
from congress_desk.ui.widgets.notice import Notice

_EMPTY = Paper()
LEAST_PAPER = 40


class DrillPage(QWidget):
    """`finished` after the last ballot, `left` by Esc on an empty line; `now` in milliseconds.

    `beside` stands at the right of which ballot it is.
    """

    finished = Signal()
    left = Signal()

    def __init__(self, now: Callable[[], int], beside: QWidget) -> None:
        super().__init__()
        self._beside = beside
        self._now = now
        self._drill = Drill(())
        self._shown: PracticeList | None = None
        self._sounds = Sounds()
        self.step = theme.caption()
        self.teaching = theme.section()
        self.teaching.setObjectName("drillTeaching")
        self.teaching.setWordWrap(True)
        self.original, self.typed = BallotPaper(), BallotPaper()
        self.original.setObjectName("drillOriginal")
        for paper in (self.original, self.typed):
            # In a low window the ballot scrolls to what is typed.
            paper.setMinimumHeight(theme.px(LEAST_PAPER))
        self.mark = theme.label(tone="look", wrap=True)
        self.validity = ValidityBar()
        self.line = EntryLine()
        self.said = Notice()
        self.said.stay()
        self.line.set_check(lambda text: self._drill.refused(text) if self._drill.tasks else None)
        self.line.textEdited.connect(lambda _: self._drill.key(self._now()))
        self.line.textChanged.connect(self._on_changed)
        self.line.key_refused.connect(self._on_refused)
        self.line.returnPressed.connect(self._on_enter)
        self.line.escaped.connect(self._on_escaped)
        self._left = self._column(tr("On the paper"), self.original, self.mark)
        self._lay_out()

    def begin(self, drill: Drill, *, from_paper: bool) -> None:
        """Type the tasks of a drill; the paper is not drawn for whoever has it in hand."""
        self._drill = drill
        self._left.setVisible(not from_paper)
        self.said.hide()
        self._show_task()
        self.line.setFocus()

    def _show_task(self) -> None:
        task = self._drill.task
        if task is None:
            self.finished.emit()
            return
        self._show_list(task.of)
        self._show_words(task)
        paper = task.ballot.paper
        self.original.set_paper(replace(paper, board_reason=None))
        reason = paper.board_reason
        self.mark.setVisible(reason is not None)
        if reason is not None:
            self.mark.setText(tr("On the paper: {what}", what=label("reason", reason.value)))
        self.line.fill("")
        self._draw("")

    def _show_list(self, of: PracticeList) -> None:
        if of is not self._shown:
            self._shown = of
            for paper in (self.original, self.typed):
                paper.set_list(of.names, of.mode)

    def _show_words(self, task: Task) -> None:
        tasks, place = self._drill.tasks, self._drill.place
        taught = sum(bool(each.lesson) for each in tasks)
        if task.lesson:
            name = message(f"drill_name.{task.lesson.value}")
            self.step.setText(
                tr("Lesson {number} of {count}: {name}", number=place + 1, count=taught, name=name)
            )
            self.teaching.setText(message(f"drill.{task.lesson.value}", line=task.line))
            return
        self.step.setText(
            tr(
                "Ballot {number} of {count}, against the clock",
                number=place + 1 - taught,
                count=len(tasks) - taught,
            )
        )
        self.teaching.setText(
            tr("Type what is on the paper at the left. The clock starts with your first key.")
        )

    def _draw(self, text: str) -> None:
        """Draw the ballot as the line stands, judged at each key as at the counting desk."""
        task = self._drill.task
        if task is None:
            return
        paper = paper_so_far(text, self._drill.context) if text else _EMPTY
        if text.startswith("+") and self._drill.previous is not None:
            paper = self._drill.previous
        rules = task.of.ballot_rules
        preview = Preview(paper=paper, title="", resting=not text)
        self.typed.set_paper(paper, begun=bool(text))
        self.validity.show_verdict(verdict_words(paper, rules.judge(paper), rules), preview)

    def _on_changed(self, text: str) -> None:
        if self._drill.task is None:
            return
        if self._drill.asks and not text:
            self._drill.leave()
            self.said.hide()
        if text == TAKE_BACK and not self._drill.asks:
            self._drill.enter(text, self._now())
            self._say("look", tr(
                "Take the last ballot back? Enter or - takes it back, Esc leaves it"
            ))  # fmt: skip
        self._draw(text)

    def _on_refused(self, refusal: Refusal) -> None:
        self._drill.key(self._now())
        self._sounds.play(Sound.REFUSED)
        self._say("wrong", problem_text(refusal.first))

    def _on_enter(self) -> None:
        task = self._drill.task
        if task is None:
            return
        self._drill.key(self._now())
        outcome = self._drill.enter(self.line.text(), self._now())
        if isinstance(outcome, Refusal):
            self._sounds.play(Sound.REFUSED)
            self._say("wrong", problem_text(outcome.first))
            return
        self._say_outcome(outcome, task)
        self._sounds.play(Sound.REFUSED if outcome is Outcome.OTHER_KEY else Sound.RECORDED)
        self._show_task()

    def _say_outcome(self, outcome: Outcome, task: Task) -> None:
        """Say at once whether a lesson was right; of a timed ballot the end tells."""
        if outcome is Outcome.TAKEN_BACK:
            again = task.lesson is Lesson.NONE
            self._say("holds", tr("Taken back; type it again") if again else tr("Taken back"))
        elif not task.lesson:
            self.said.hide()
        elif outcome is Outcome.RIGHT:
            self._say("holds", tr("Right; go on"))
        elif outcome is Outcome.OTHER_KEY:
            words = tr("That would do, but here it is about the key: type {line}", line=task.line)
            self._say("look", words)
        else:
            words = tr("Not what is on the paper. It is typed {line}; try again", line=task.line)
            self._say("wrong", words)

    def _say(self, tone: str, words: str) -> None:
        self.said.say(tone, words)

    def _on_escaped(self) -> None:
        if self.line.text():
            self.line.fill("")
        else:
            self.left.emit()

    @staticmethod
    def _column(title: str, *widgets: QWidget) -> QWidget:
        column = QWidget()
        inside = column_in(column, theme.caption(title), spacing=4)
        for place, widget in enumerate(widgets):
            inside.addWidget(widget, 0 if place else 1)
        return column

    def _lay_out(self) -> None:
        papers = row_of((self._left, 1), (self._column(tr("As typed"), self.typed), 1), spacing=16)
        head = row_of(self.step, None, self._beside)
        page = column_in(self, head, self.teaching, (papers, 1), self.validity)
        self.line.setMinimumHeight(theme.px(44))
        self.line.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        page.addWidget(self.line)
        page.addWidget(self.said)
