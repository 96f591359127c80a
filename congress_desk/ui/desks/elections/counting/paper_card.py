"""The ballot in hand: which it is, drawn as the paper, and whether it is valid."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

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
from congress_desk.ui.widgets.layout.layouts import column_of

WITH_TYPED_BY = 440


class ValidityBar(QWidget):
    """Valid or invalid, and why; grey while nothing is typed yet.

    Painted as one: labels in it would be dressed and laid out anew, and the window around them,
    with nearly every key.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("validityBar")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._tone = "muted"
        self._word = self._why = self._article = ""
        theme.changed.connect(self.updateGeometry)

    @property
    def text(self) -> str:
        """Return the whole sentence."""
        return self.accessibleName()

    def show_verdict(self, words: VerdictWords, preview: Preview) -> None:
        """Show what Enter would record, and that an empty line records nothing."""
        if preview.resting:
            hint = preview.hint or tr("an untouched ballot is 0 and Enter")
            shown = ("muted", tr("Nothing typed"), preview.note or hint, "")
        else:
            shown = ("holds" if words.valid else "wrong", words.word, words.why, words.article)
        if shown == (self._tone, self._word, self._why, self._article):
            return
        self._tone, self._word, self._why, self._article = shown
        self.setAccessibleName(tr("{word} — {why}", word=self._word, why=self._why))
        self.setToolTip(" · ".join(filter(None, (self._why, self._article))))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            ground = "hover" if self._tone == "muted" else f"{self._tone}_soft"
            painter.setBrush(theme.colour(ground))
            corner = theme.px(6)  # those above are covered by the ballot
            painter.setClipRect(self.rect())
            painter.drawRoundedRect(self.rect().adjusted(0, -corner, 0, 0), corner, corner)
            self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        """Leave the article to the tip when the reason needs the place, of a hint the word."""
        plain, bold = theme.font("verdict"), theme.font("verdict", bold=True)
        measure, gap = QFontMetrics(plain), theme.px(8)
        symbol = icons.pixmap(_SYMBOLS[self._tone], self._tone, 18)
        side = round(symbol.height() / symbol.devicePixelRatio())
        room = self.rect().adjusted(theme.px(16), 0, -theme.px(16), 0)
        painter.drawPixmap(room.left(), (room.height() - side) // 2, symbol)
        room.setLeft(room.left() + side + gap)
        word, article = (
            wide + gap if (wide := metrics.horizontalAdvance(text)) else 0
            for metrics, text in ((QFontMetrics(bold), self._word), (measure, self._article))
        )
        why = measure.horizontalAdvance(self._why)
        painter.setPen(theme.colour("muted"))
        painter.setFont(plain)
        if word + why + article <= room.width():
            painter.drawText(room, _RIGHT, self._article)
            room.setRight(room.right() - article)
        painter.setPen(theme.colour(self._tone))
        muted = self._tone == "muted"
        if (0 if muted else word) + why > room.width():
            # Two smaller lines rather than cut words, where they have room.
            whole, small = self._why if muted else self.text, theme.font(bold=not muted)
            if QFontMetrics(small).boundingRect(room, _WRAPPED, whole).height() <= room.height():
                painter.setFont(small)
                painter.drawText(room, _WRAPPED, whole)
                return
        if not muted or word + why <= room.width():
            painter.setFont(bold)
            painter.drawText(room, _LEFT, self._word)
            room.setLeft(room.left() + word)
        painter.setFont(plain)
        shown = measure.elidedText(self._why, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _LEFT, shown)

    def sizeHint(self) -> QSize:
        high = max(QFontMetrics(theme.font("verdict")).height(), theme.px(18))
        return QSize(theme.px(220), high + 2 * theme.px(8))


_SYMBOLS = {"muted": "circle", "holds": "circle-check", "wrong": "circle-x"}
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_WRAPPED = int(_LEFT) | int(Qt.TextFlag.TextWordWrap)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class PaperCard(QFrame):
    """The paper with its head and its verdict."""

    def __init__(self, count: RunningCount, operator: OperatorField) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._count, self._operator = count, operator
        self._drawn: Preview | None = None
        self.paper = BallotPaper()
        names, counted = count.sheet.names, count.sheet.round
        self.paper.set_list([names[c.id] for c in counted.candidates], counted.mode)
        self.validity = ValidityBar()
        self.title = theme.label("", "caption", name="ballotTitle")
        self.head = button_row(self.title, None, operator)
        inside = column_of(self.head, (self.paper, 1), spacing=4, margins=(16, 6, 16, 4))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(0)
        whole.addLayout(inside, 1)
        whole.addWidget(self.validity)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._operator.be_short(event.size().width() < theme.px(WITH_TYPED_BY))

    def draw(self, preview: Preview) -> None:
        """Show the ballot as the line stands, and say it to whoever hears instead of seeing.

        Each step of an act asks for it; most find it drawn already.
        """
        if preview == self._drawn:
            return
        self._drawn = preview
        rules = self._count.rules
        words = verdict_words(preview.paper, rules.judge(preview.paper), rules)
        self.title.setText(preview.title)
        self.paper.set_paper(preview.paper, begun=not preview.resting)
        self.paper.setAccessibleName(tr("Ballot: {title}", title=preview.title))
        marks = marks_text(preview.paper, rules.mode)
        spoken = tr("{marks}. {verdict}", marks=marks, verdict=words.sentence)
        say_aloud(self.paper, tr("Nothing typed") if preview.resting else spoken)
        self.validity.show_verdict(words, preview)
