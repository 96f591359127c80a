"""One sheet that waits for a person: what is asked, its line enlarged, and the answers by keys."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.entry_line import paper_so_far, refused_key
from congress_desk.domain.elections.scans.bundle import Answer, ScannedSheet
from congress_desk.domain.elections.scans.feed import ScannedFeed, check_answer
from congress_desk.domain.elections.scans.questions import Choice, needs_two, questions
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.domain.text.limits import NAME_LIMIT
from congress_desk.errors import Refusal
from congress_desk.i18n import problem_text, tr
from congress_desk.ui.desks.elections.counting.ballot_words import verdict_words
from congress_desk.ui.desks.elections.scanning.choice_row import ChoiceGrid
from congress_desk.ui.desks.elections.scanning.pictures import LinePicture, side_of
from congress_desk.ui.desks.elections.scanning.sheet_questions import BOARD_KEY, SheetQuestions
from congress_desk.ui.desks.elections.scanning.view import ScanView
from congress_desk.ui.desks.elections.scanning.words import (
    choice_words,
    question_title,
    question_why,
)
from congress_desk.ui.look import theme
from congress_desk.ui.widgets.inputs.entry_line import EntryLine
from congress_desk.ui.widgets.layout.layouts import column_in, row_of
from congress_desk.ui.widgets.layout.pages import column, scrolling

MOST_CHOICES = 5
TYPED_KEY = "T"
# From room for everything to little: answers low, how many in a row, the article in the title.
_SETTINGS = ((False, 1, False), (True, 1, False), (True, 2, False), (True, 2, True))


class DoubtPart(QWidget):
    """`answered` carries the answer to the sheet in sight; `moved`: the next line is asked.

    Digits choose, Enter takes what is chosen; the whole ballot is typed into the entry line.
    """

    answered = Signal(object)
    moved = Signal()
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._now: SheetQuestions | None = None
        self._two, self._title, self._article = False, "", ""
        # What the answers were set for: where it is the same they stay as they are.
        self._fitted: tuple[object, ...] = ()
        self._fitting = QTimer(self, singleShot=True, interval=0)
        self._fitting.timeout.connect(self._fit)
        self.title = theme.section()
        self.title.setObjectName("scanQuestion")
        self.title.setWordWrap(True)
        self.line_picture = LinePicture()
        self.why = theme.subtitle()
        self.why.setWordWrap(True)
        self._choices = ChoiceGrid(MOST_CHOICES)
        self.rows = self._choices.rows
        self.line = EntryLine()
        self.line.setObjectName("scanLine")
        self.verdict = theme.label(name="scanVerdict", wrap=True)
        self.article = theme.subtitle()
        self.article.setWordWrap(True)
        self.by = self._name("scanBy", tr("Who looks at the ballots"))
        self.beside = self._name("scanBeside", tr("Together with"))
        self._beside_label = QLabel(self.beside.accessibleName())
        self._by_label = QLabel(self.by.accessibleName())
        self.record = theme.primary(QPushButton(tr("Record answer ⏎")))
        self.record.setObjectName("scanRecord")
        self.record.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for row in self.rows:
            row.clicked.connect(lambda _=False, row=row: self._choose(self.rows.index(row)))
        self.line.set_check(self._allows)
        self.line.textChanged.connect(lambda _: self._follow())
        self.line.returnPressed.connect(self.take)
        self.line.escaped.connect(self._leave_line)
        self.line.key_refused.connect(lambda why: self.refused.emit(problem_text(why.first)))
        self.record.clicked.connect(self.take)
        for name in (self.by, self.beside):
            name.returnPressed.connect(self.take)
        self._lay_out()

    @property
    def sheet(self) -> tuple[ScannedFeed, ScannedSheet] | None:
        """Return the sheet that is asked about."""
        return (self._now.feed, self._now.sheet) if self._now else None

    @property
    def position(self) -> int:
        """Return the line that is asked about, 0 of the whole page."""
        return self._now.question.position if self._now else 0

    @property
    def asked(self) -> frozenset[int]:
        """Return the positions of all lines of the sheet that are in doubt."""
        return (
            frozenset(q.position for q in self._now.asked if q.position)
            if self._now
            else frozenset()
        )

    @property
    def is_typing(self) -> bool:
        """Say whether the whole ballot is being typed."""
        return not self.line.isHidden()

    @property
    def _typed(self) -> str | None:
        return self.line.text() if self.is_typing else None

    @property
    def is_begun(self) -> bool:
        """Say whether something was typed or chosen that is not kept yet."""
        return bool(self.line.text()) or bool(self._now and self._now.chosen)

    def show_sheet(
        self, view: ScanView, feed: ScannedFeed, sheet: ScannedSheet, images: tuple[QImage, ...]
    ) -> None:
        """Ask about a sheet; what was chosen stays while it is the same one."""
        now = self._now
        same = now is not None and (now.feed.id, now.sheet) == (feed.id, sheet)
        if now is not None and same:
            now.view, now.feed, now.images = view, feed, images or now.images
        else:
            asked = questions(sheet, view.rules.mode)
            self._now = SheetQuestions(view, feed, sheet, asked, images)
            self.line.clear()
            self.line.hide()
            self.beside.clear()
        if view.signed_in:
            self.by.setText(view.signed_in)
        self.by.setReadOnly(bool(view.signed_in))
        self._show()

    def show_nothing(self) -> None:
        """Ask about no sheet."""
        self._now = None
        self.line.clear()

    def hears(self, text: str) -> bool:
        """Do what a key means here; say whether it means anything."""
        now = self._now
        if now is None or not text:
            return False
        choices = now.choices
        if text.isdigit() and text != BOARD_KEY:
            if int(text) <= len(choices) - 1:
                self._choose(int(text) - 1)
            return True
        if text == BOARD_KEY:
            self._choose(len(choices) - 1)
        elif text == "*":
            self.type_whole("*")
        elif text.upper() == TYPED_KEY:
            self.type_whole("")
        else:
            return False
        return True

    def type_whole(self, begun: str) -> None:
        """Let the whole ballot be typed, beginning with a text."""
        if self._now is None:
            return
        self._now.chosen.pop(self._now.question.position, None)
        self.line.show()
        self.line.fill(begun)
        self._show()
        self.line.setFocus()

    def take(self) -> None:
        """Take what was chosen or typed: ask the next line, or send the answer."""
        now = self._now
        if now is None:
            return
        answer = now.answer(self._typed)
        if isinstance(answer, Refusal):
            self.refused.emit(problem_text(answer.first))
            return
        if answer is None:
            now.place += 1
            self._show()
            self.moved.emit()
            return
        two = needs_two(now.sheet, answer, now.view.rules)
        told = replace(
            answer,
            by=clean_text(self.by.text()),
            beside=clean_text(self.beside.text()) if two else "",
        )
        refusal = check_answer(now.feed, told, two)
        if refusal:
            self._two = two
            self._show()
            field = self.beside if two and self.by.text().strip() else self.by
            field.setFocus()
            self.refused.emit(problem_text(refusal.first))
            return
        self.answered.emit(told)

    def _allows(self, text: str) -> Refusal | None:
        return refused_key(text, self._now.context) if self._now else None

    def _choose(self, place: int) -> None:
        now = self._now
        if now is None:
            return
        choice = now.choices[place]
        if choice is Choice.TYPED:
            self.type_whole("")
            return
        self.line.hide()
        self.line.clear()
        now.chosen[now.question.position] = choice
        self._show()

    def _leave_line(self) -> None:
        self.line.clear()
        self.line.hide()
        self._show()
        parent = self.parentWidget()
        if parent is not None:
            parent.setFocus()

    def _show(self) -> None:
        now = self._now
        if now is None:
            return
        question, view = now.question, now.view
        names = tuple(view.sheet.names[c] for c in view.rules.candidates)
        title = question_title(question, names, view.rules.mode)
        if title != self._title:
            self.title.setText(title)
        self._title = title
        self.why.setText(question_why(question, now.sheet))
        self._show_line(now)
        said = [(key, choice_words(choice), now.effect(choice)) for key, choice in now.keys]
        chosen = now.chosen.get(question.position)
        place = now.choices.index(chosen) if chosen else -1
        self._choices.show_choices(said, place, not self.is_typing)
        self._follow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fitting.start()  # not while everything is being laid out

    def _fit(self) -> None:
        """Say less of each answer where all is too high, and set them two in a row if need be."""
        fitted = (
            *(self.width(), self.height(), theme.scale(), self._title, self.why.text()),
            *(self._article, self.is_typing, self._two),
            *(part.isHidden() for part in (self.line_picture, *self.rows)),
        )
        if fitted == self._fitted:
            return
        self._fitted = fitted
        for low, columns, bare in _SETTINGS:
            self._set_low(low, columns, bare)
            fits = self._asked.heightForWidth(self._scroll.width()) <= self._room()
            if fits:
                break
        # A bar that comes and goes by itself never ends where the picture is lower beside it.
        policy = Qt.ScrollBarPolicy
        bar = policy.ScrollBarAlwaysOff if fits else policy.ScrollBarAlwaysOn
        self._scroll.setVerticalScrollBarPolicy(bar)

    def _set_low(self, low: bool, columns: int, bare: bool) -> None:
        many = len(self._now.choices) if self._now else MOST_CHOICES
        self._choices.set_low(low, columns, many)
        self.line_picture.set_low(columns > 1)
        self._by_label.setVisible(not low)
        self._beside_label.setVisible(self._two and not low)
        name = tr("Family and given name")
        for line in (self.by, self.beside):
            line.setPlaceholderText(line.accessibleName() if low else name)
        # That two answer their names say too; why it is asked the list of doubts.
        article = self._now.cited if self._now else ""
        why = f"{self.why.text()} {article}"
        self.why.setVisible(columns == 1)
        self.article.setVisible(not bare)
        self.article.setText(why if columns > 1 else self._article)
        self.title.setText(f"{self._title} ({article})" if bare else self._title)
        self.title.setToolTip(f"{why}\n{self._article}" if bare else "")
        theme.set_property(self.title, "role", "caption" if low else "section")

    def _room(self) -> int:
        """Return how high what is asked may be."""
        below = self.record.sizeHint().height() + theme.px(6)
        for part in (self._beside_label, self.beside, self._by_label):
            if not part.isHidden():
                below += part.sizeHint().height() + theme.px(6)
        return self.height() - below

    def _show_line(self, now: SheetQuestions) -> None:
        found = side_of(now.view, now.sheet, now.question.position)
        there = found is not None and found[0] < len(now.images)
        self.line_picture.setVisible(there)
        if found is not None and there:
            self.line_picture.show_line(now.images[found[0]], found[1], self._title)

    def _follow(self) -> None:
        """Say what the ballot is as it stands, and ask for a second name where one is needed."""
        now = self._now
        if now is None:
            return
        rules, paper = now.view.rules, Paper()
        answer = now.answer(self._typed)
        if self.is_typing:
            paper = paper_so_far(self.line.text(), now.context)
            words = verdict_words(paper, rules.judge(paper), rules)
            self.verdict.setText(words.sentence if self.line.text() else tr("Nothing typed"))
            theme.set_tone(self.verdict, "holds" if words.valid else "look")
        self.verdict.setVisible(self.is_typing)
        two = needs_two(now.sheet, answer, rules) if isinstance(answer, Answer) else None
        self._two = bool(two)
        self.beside.setVisible(self._two)
        if (article := now.article(two)) != self._article:
            self.article.setText(article)
        self._article = article
        self._fitting.start()

    def _name(self, name: str, title: str) -> QLineEdit:
        line = QLineEdit()
        line.setObjectName(name)
        line.setAccessibleName(title)
        line.setPlaceholderText(tr("Family and given name"))
        line.setMaxLength(NAME_LIMIT)
        return line

    def _lay_out(self) -> None:
        asked = (self.title, self.line_picture, self.why, self._choices, self.line)
        self._asked = column(*asked, self.verdict, self.article, spacing=6)
        self._scroll = scrolling(self._asked)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        last = row_of((self.by, 1), self.record)
        who = (self._beside_label, self.beside, self._by_label, last)
        column_in(self, (self._scroll, 1), *who, spacing=6)
        self.line.hide()
