"""The big answer at the door: a word with its sign, the name, and what to do."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPixmap, QTextLayout
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from congress_desk.domain.people.person import Person
from congress_desk.i18n import tr
from congress_desk.keys.names import use_name
from congress_desk.ui.desks.checkin.door_messages import (
    Answer,
    kind_text,
    namesake_text,
    place_texts,
    why_refused,
)
from congress_desk.ui.desks.checkin.door_state import Hall
from congress_desk.ui.look import icons, theme, tokens
from congress_desk.ui.widgets.buttons import make_button
from congress_desk.ui.widgets.elided_label import ElidedLabel
from congress_desk.ui.widgets.layout.layouts import column_of, row_in, row_of
from congress_desk.ui.widgets.why_link import WhyLink

SIZES = (40, 32, 26, 20, 16)
LINES = 2
SIGN = 56
HEIGHT = 252
PHOTO_WIDTH, PHOTO_HEIGHT = 120, 160


class AnswerCard(QFrame):
    """Of one height, so that nothing moves. `status_wanted` carries the person to let in."""

    status_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("checkinAnswer")
        self.setProperty("role", "band")
        self._answer: Answer | None = None
        self._sign = QLabel()
        self.word = ElidedLabel(role="answerWord")
        self.said = ElidedLabel()
        self.name = FittedText()
        self.place = ElidedLabel()
        self.kind = theme.pill()
        self.todo = QLabel()
        self.namesake = ElidedLabel()
        self.photo = QLabel()
        self.change = make_button(
            tr("Change status and check in…"),
            self._on_change,
            name="changeStatus",
            tip=tr(
                "{words} ({key})", words=tr("Change status and check in…"), key=use_name("status")
            ),
        )
        self.why = WhyLink()
        self.why.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.change.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._dress_labels()
        self._lay_out()
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def answer(self) -> Answer | None:
        return self._answer

    @property
    def text(self) -> str:
        """Return all that is said, as a screen reader gets it."""
        return self.accessibleName()

    def show_answer(self, answer: Answer, hall: Hall | None) -> None:
        """Show an answer; the photograph comes by `show_photo`."""
        self._answer = answer
        theme.set_tone(self, answer.tone)
        self.word.set_whole(answer.word)
        self.said.set_whole(answer.said)
        self.todo.setText(answer.todo)
        self.change.setVisible(answer.changes_status)
        self.why.explain(why_refused(answer))
        self.photo.hide()
        self._show_person(answer.person, hall)
        if answer.headline:
            self.name.set_text(answer.headline)
            self.name.show()
        self._on_theme_changed()
        self.setAccessibleName(". ".join(text for text in self._texts() if text))

    def show_photo(self, person: Person, jpeg: bytes) -> None:
        """Show the photograph of the person who is shown, if it is still that one."""
        shown = self._answer.person if self._answer else None
        picture = QPixmap()
        if shown is None or shown.id != person.id or not picture.loadFromData(jpeg):
            return
        room = (theme.px(PHOTO_WIDTH), theme.px(PHOTO_HEIGHT))
        self.photo.setPixmap(
            picture.scaled(
                *room,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        )
        self.photo.show()

    def _show_person(self, person: Person | None, hall: Hall | None) -> None:
        known = person is not None and hall is not None
        for part in (self.name, self.place, self.kind):
            part.setVisible(known)
        self.namesake.setVisible(False)
        if person is None or hall is None:
            return
        self.name.set_text(person.name)
        number = tr("Number {number} · code {code}", number=person.id, code=person.code)
        self.place.set_whole("   ·   ".join((number, *place_texts(hall, person))))
        self.kind.setText(kind_text(person))
        theme.set_tone(self.kind, "muted" if person.has_vote else "look")
        warning = namesake_text(hall, person)
        self.namesake.set_whole(warning)
        self.namesake.setVisible(bool(warning))

    def _texts(self) -> tuple[str, ...]:
        answer = self._answer
        person = answer.person if answer else None
        shown = (self.name.text, self.place.whole, self.kind.text(), self.namesake.whole)
        about = shown if person is not None else (answer.headline if answer else "",)
        return (self.word.whole, self.said.whole, *about, self.todo.text())

    def _on_change(self) -> None:
        if self._answer is not None and self._answer.changes_status:
            self.status_wanted.emit(self._answer.person)

    def _on_theme_changed(self) -> None:
        self.setFixedHeight(theme.px(HEIGHT))
        answer = self._answer
        if answer is not None:
            self._sign.setPixmap(icons.pixmap(answer.icon, answer.tone, SIGN))
            theme.set_tone(self.word, answer.tone)
            theme.set_tone(self.todo, "" if answer.person or answer.tone == "look" else "muted")

    def _dress_labels(self) -> None:
        self.photo.hide()
        self.todo.setWordWrap(True)
        self.todo.setTextFormat(Qt.TextFormat.PlainText)
        theme.set_tone(self.namesake, "look")
        for label in (self.said, self.place, self.todo, self.namesake):
            label.setProperty("role", "answerLine")

    def _lay_out(self) -> None:
        title = column_of(self.word, self.said, spacing=0)
        head = row_of(self._sign, (title, 1), spacing=16)
        head.addWidget(self.kind, 0, Qt.AlignmentFlag.AlignTop)
        foot = row_of((self.todo, 1), spacing=16)
        aside = QVBoxLayout()
        aside.addStretch(1)
        aside.addWidget(self.why, 0, Qt.AlignmentFlag.AlignRight)
        aside.addWidget(self.change)
        foot.addLayout(aside)
        words = column_of(head, self.name, self.place, self.namesake, foot, None, spacing=4)
        row = row_in(self, (words, 1), spacing=24, margins=(24, 16, 24, 12))
        row.addWidget(self.photo, 0, Qt.AlignmentFlag.AlignVCenter)


class FittedText(QWidget):
    """Takes the largest of its sizes at which the whole text stands on two lines."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._text = ""
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def text(self) -> str:
        return self._text

    def set_text(self, text: str) -> None:
        """Show another text."""
        if text != self._text:
            self._text = text
            self.setToolTip(text)
            self.setAccessibleName(text)
            self.update()

    def _on_theme_changed(self) -> None:
        self.setFixedHeight(theme.px(64))
        self.update()

    def _fitting(self) -> tuple[QFont, list[str]]:
        for size in SIZES:
            font = _font(size)
            lines = _wrapped(self._text, font, self.width())
            high = QFontMetrics(font).height() * len(lines)
            if len(lines) <= LINES and high <= self.height():
                return font, lines
        metrics = QFontMetrics(font)
        rest = self._text[self._text.find(lines[1].strip()) :]
        elided = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, self.width())
        return font, [lines[0], elided]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        font, lines = self._fitting()
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        high = QFontMetrics(font).height()
        top = (self.height() - high * len(lines)) // 2
        for number, line in enumerate(lines):
            row = QRect(0, top + number * high, self.width(), high)
            painter.drawText(row, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, line)
        painter.end()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(300), theme.px(64))


def _font(size: int) -> QFont:
    font = QFont(tokens.FAMILY)
    font.setPixelSize(theme.px(size))
    font.setBold(True)
    return font


def _wrapped(text: str, font: QFont, width: int) -> list[str]:
    """Return the lines of a text, broken at words where that is possible."""
    layout = QTextLayout(text, font)
    lines: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid() and len(lines) <= LINES:
        line.setLineWidth(width)
        lines.append(text[line.textStart() : line.textStart() + line.textLength()])
    layout.endLayout()
    return lines or [""]
