"""One sheet that waits for a person: what is asked, its line enlarged, and the answers by keys."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

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
from congress_desk.ui.desks.elections.counting.layout import record_button
from congress_desk.ui.desks.elections.scanning.choice_row import ChoiceRow
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
from congress_desk.ui.widgets.layout.layouts import row_of
from congress_desk.ui.widgets.layout.pages import column, scrolling

MOST_CHOICES = 5
TYPED_KEY = "T"


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
        self._two = False
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
        self.rows = tuple(ChoiceRow() for _ in range(MOST_CHOICES))
        self.line = EntryLine()
        self.line.setObjectName("scanLine")
        self.verdict = theme.label(name="scanVerdict", wrap=True)
        self.article = theme.subtitle()
        self.article.setWordWrap(True)
        self.by = self._name("scanBy", tr("Who looks at the ballots"))
        self.beside = self._name("scanBeside", tr("Together with"))
        self._beside_label = QLabel(tr("Together with"))
        self._by_label = QLabel(tr("Who looks at the ballots"))
        self.record = record_button()
        self.record.setText(tr("Record answer ⏎"))
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
        self._offer_names(view)
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
        self.title.setText(question_title(question, names, view.rules.mode))
        self.why.setText(question_why(question, now.sheet))
        self._show_line(now)
        chosen = None if self.is_typing else now.chosen.get(question.position)
        for row, (key, choice) in zip(self.rows, now.keys, strict=False):
            row.show_choice(key, choice_words(choice), now.effect(choice))
            row.setChecked(choice is chosen)
            row.setVisible(not self.is_typing)
        for row in self.rows[len(now.choices) :]:
            row.hide()
        self._follow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fitting.start()  # not while everything is being laid out

    def _fit(self) -> None:
        """Say less of each answer where all is too high, and set them two in a row if need be."""
        now = self._now
        fitted = (self.width(), self.height(), theme.scale()) + (
            (self.title.text(), self.is_typing, self._two) if now else ()
        )
        if fitted == self._fitted:
            return
        self._fitted = fitted
        for low, columns in ((False, 1), (True, 1), (True, 2)):
            self._set_low(low, columns)
            if self._asked.heightForWidth(self._scroll.width()) <= self._room():
                break

    def _set_low(self, low: bool, columns: int) -> None:
        many = len(self._now.choices) if self._now else MOST_CHOICES
        for place, row in enumerate(self.rows):
            row.set_low(low)
            wide = columns if place == many - 1 and place % columns == 0 else 1
            self._grid.addWidget(row, place // columns, place % columns, 1, wide)
        self._grid.setColumnStretch(1, columns - 1)
        self.line_picture.set_low(columns > 1)
        self._by_label.setVisible(not low)
        who, name = tr("Who looks at the ballots"), tr("Family and given name")
        self.by.setPlaceholderText(who if low else name)
        theme.set_property(self.title, "role", "caption" if low else "section")

    def _room(self) -> int:
        """Return how high what is asked may be."""
        below = self.record.sizeHint().height() + theme.px(6)
        for label, line in ((self._beside_label, self.beside), (self._by_label, None)):
            if not label.isHidden():
                below += label.sizeHint().height() + theme.px(6)
                below += line.sizeHint().height() + theme.px(6) if line else 0
        return self.height() - below

    def _show_line(self, now: SheetQuestions) -> None:
        found = side_of(now.view, now.sheet, now.question.position)
        there = found is not None and found[0] < len(now.images)
        self.line_picture.setVisible(there)
        if found is not None and there:
            self.line_picture.show_line(now.images[found[0]], found[1], self.title.text())

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
        self._beside_label.setVisible(self._two)
        self.article.setText(now.article(two))
        self._fitting.start()

    def _name(self, name: str, title: str) -> QLineEdit:
        line = QLineEdit()
        line.setObjectName(name)
        line.setAccessibleName(title)
        line.setPlaceholderText(tr("Family and given name"))
        line.setMaxLength(NAME_LIMIT)
        return line

    def _offer_names(self, view: ScanView) -> None:
        if view.signed_in:
            self.by.setText(view.signed_in)
        self.by.setReadOnly(bool(view.signed_in))

    def _lay_out(self) -> None:
        self._grid = QGridLayout()
        self._grid.setSpacing(theme.px(6))
        self._grid.setColumnStretch(0, 1)
        self._asked = column(
            self.title,
            self.line_picture,
            self.why,
            self._grid,
            self.line,
            self.verdict,
            self.article,
            spacing=6,
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(6))
        self._scroll = scrolling(self._asked)
        box.addWidget(self._scroll, 1)
        box.addWidget(self._beside_label)
        box.addWidget(self.beside)
        box.addWidget(self._by_label)
        last = row_of((self.by, 1), self.record)
        box.addLayout(last)
        self.line.hide()
