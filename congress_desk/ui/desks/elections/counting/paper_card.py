"""The ballot in hand: which it is, drawn as the paper, and whether it is valid."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from congress_desk.i18n import tr
from congress_desk.ui.desks.elections.counting.ballot_words import (
    VerdictWords,
    marks_text,
    verdict_words,
)
from congress_desk.ui.desks.elections.counting.line.line_mode import Preview
from congress_desk.ui.desks.elections.counting.operator_field import OperatorField
from congress_desk.ui.desks.elections.counting.running_count import RunningCount
from congress_desk.ui.look import icons, theme
from congress_desk.ui.widgets.announcement import say_aloud
from congress_desk.ui.widgets.ballot_paper import BallotPaper
from congress_desk.ui.widgets.buttons import button_row
from congress_desk.ui.widgets.elided_label import ElidedLabel
from congress_desk.ui.widgets.layout.layouts import column_of, row_in

WITH_TYPED_BY = 440


class ValidityBar(QFrame):
    """Valid or invalid, and why; grey while nothing is typed yet."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("validityBar")
        self.setProperty("role", "band")
        self._tone = ""
        self._symbol = QLabel()
        self._word = theme.label("", "strong")
        self._why = ElidedLabel()
        self._article = theme.label(tone="muted")
        row_in(
            self, self._symbol, self._word, (self._why, 1), self._article, margins=(16, 8, 16, 8)
        )
        theme.changed.connect(self._dress)

    @property
    def text(self) -> str:
        """Return the whole sentence."""
        return self.accessibleName()

    def show_verdict(self, words: VerdictWords, preview: Preview) -> None:
        """Show what Enter would record, and that an empty line records nothing."""
        resting = preview.resting
        word = tr("Nothing typed") if resting else words.word
        hint = preview.hint or tr("an untouched ballot is 0 and Enter")
        why = (preview.note or hint) if resting else words.why
        self._word.setText(word)
        self._why.set_whole(why)
        self._article.setText("" if resting else words.article)
        self.setToolTip(self._article.text())
        self.setAccessibleName(tr("{word} — {why}", word=word, why=why))
        tone = "muted" if resting else "holds" if words.valid else "wrong"
        if tone != self._tone:
            self._tone = tone
            self._dress()
        self._make_room()

    def _make_room(self) -> None:
        """Leave the article to the tooltip when the reason needs the place, of a hint the word."""
        needed = theme.px(60) + sum(
            part.sizeHint().width() for part in (self._symbol, self._word, self._why, self._article)
        )
        self._article.setVisible(needed <= self.width())
        needed -= self._article.sizeHint().width()
        self._word.setVisible(self._tone != "muted" or needed <= self.width())

    def _dress(self) -> None:
        tone = self._tone or "muted"
        names = {"muted": "circle", "holds": "circle-check", "wrong": "circle-x"}
        self._symbol.setPixmap(icons.pixmap(names[tone], tone, 18))
        for widget in (self, self._word, self._why):
            theme.set_tone(widget, tone)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()


class PaperCard(QFrame):
    """The paper with its head and its verdict."""

    def __init__(self, count: RunningCount, operator: OperatorField) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._count, self._operator = count, operator
        self.paper = BallotPaper()
        names, counted = count.sheet.names, count.sheet.round
        self.paper.set_list([names[c.id] for c in counted.candidates], counted.mode)
        self.validity = ValidityBar()
        self.title = theme.label("", "caption", name="ballotTitle")
        head = button_row(self.title, None, operator)
        inside = column_of(head, (self.paper, 1), spacing=4, margins=(16, 6, 16, 4))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(0)
        whole.addLayout(inside, 1)
        whole.addWidget(self.validity)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._operator.be_short(event.size().width() < theme.px(WITH_TYPED_BY))

    def draw(self, preview: Preview) -> None:
        """Show the ballot as the line stands, and say it to whoever hears instead of seeing."""
        rules = self._count.rules
        words = verdict_words(preview.paper, rules.judge(preview.paper), rules)
        self.title.setText(preview.title)
        self.paper.set_paper(preview.paper, begun=not preview.resting)
        self.paper.setAccessibleName(tr("Ballot: {title}", title=preview.title))
        marks = marks_text(preview.paper, rules.mode)
        spoken = tr("{marks}. {verdict}", marks=marks, verdict=words.sentence)
        say_aloud(self.paper, tr("Nothing typed") if preview.resting else spoken)
        self.validity.show_verdict(words, preview)
