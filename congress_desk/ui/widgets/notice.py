"""A band that says something where it happened: what, where, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from congress_desk.i18n import problem_text, tr
from congress_desk.ui.commands import Commands
from congress_desk.ui.look import icons, theme
from congress_desk.ui.widgets.layout.layouts import column_in, column_of, row_in
from congress_desk.ui.widgets.layout.pages import scrolling
from congress_desk.ui.widgets.why_link import WhyLink

if TYPE_CHECKING:
    from congress_desk.errors import Problem

_ICONS = {
    "wrong": "octagon-alert",
    "look": "triangle-alert",
    "holds": "circle-check",
    "accent": "info",
}
LINES_SHOWN = 12
MOST_OF_WINDOW = 30


class Notice(QFrame):
    """Hidden until something is said; closes by its cross. Never takes the focus by itself.

    It is as high as its words need, a third of the window at the most: then they scroll, and the
    buttons of the page stay where they are.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setProperty("role", "band")
        self._tone = "accent"
        self._closable = True
        self._refuses = False  # what is said is why a command is refused
        self._act: Callable[[], None] = self.hide
        self._words: _Words | None = None
        self.hide()

    @property
    def title(self) -> str:
        return self._words.title.text() if self._words else ""

    @property
    def text(self) -> str:
        return self._words.text.text() if self._words else ""

    def stay(self) -> None:
        """Have no cross from now on: what it says must stay in sight."""
        self._closable = False
        if self._words:
            self._words.close.hide()

    def say(
        self,
        tone: str,
        title: str,
        lines: Sequence[str] = (),
        *,
        button: str = "",
        act: Callable[[], None] | None = None,
    ) -> None:
        """Show a sentence and lines under it; tones: wrong, look, holds, accent."""
        self._tone, self._refuses = tone, False
        words = self._words = self._words or self._make_words()
        shown = list(lines[:LINES_SHOWN])
        if len(lines) > LINES_SHOWN:
            shown.append(tr("… and {count} more", count=len(lines) - LINES_SHOWN))
        words.title.setText(title)
        theme.set_property(words.title, "role", "strong" if shown or button else "")
        words.text.setText("\n".join(shown))
        words.text.setVisible(bool(shown))
        words.button.setText(button)
        words.button.setVisible(bool(button))
        words.why.explain(None)
        self._act = act or self.hide
        theme.set_tone(self, tone)
        self._on_theme_changed()
        self.setAccessibleName(" ".join([title, *shown]))
        self.show()
        self._fit()

    def say_problems(
        self,
        problems: Sequence[Problem],
        title: str = "",
        *,
        tone: str = "wrong",
        button: str = "",
        act: Callable[[], None] | None = None,
    ) -> None:
        """Show problems, each with its place; a single one without a title is the title itself."""
        lines = [problem_text(problem) for problem in problems]
        if len(lines) == 1 and not title:
            self.say(tone, lines[0], button=button, act=act)
        else:
            title = title or tr("{count} things to put right", count=len(lines))
            self.say(tone, title, lines, button=button, act=act)
        if problems and self._words:
            from congress_desk.help.why import why_of  # at the start nothing is refused

            self._words.why.explain(why_of(problems[0]))

    def show_answer(self, value: object) -> bool:
        """Say why an act was refused, or nothing any more; return whether it was done."""
        from congress_desk.errors import Refusal

        if isinstance(value, Refusal):
            self.say_problems(value.problems)
            return False
        self.hide()
        return True

    def say_refused(self, reason: str) -> None:
        """Show why a command is refused, "" no more; “Why?” beside it opens the help about it."""
        if not reason:
            if self._refuses:
                self.hide()
            return
        self.say("look", reason[:1].upper() + reason[1:])
        self._refuses = True
        if self._words:
            from congress_desk.help.why import why_said

            self._words.why.explain(why_said(reason))

    def hear(self, part: QWidget) -> None:
        """Show why a command is refused of those that a part and what stands on it has now."""
        for commands in part.findChildren(Commands):
            commands.refused.connect(self.say_refused)

    def _on_button(self) -> None:
        self.hide()
        self._act()

    def _on_theme_changed(self) -> None:
        if self._words:
            self._words.symbol.setPixmap(icons.pixmap(_ICONS[self._tone], self._tone, 20))

    def _fit(self) -> None:
        if self._words is not None:
            self._words.fit(self.window().height() * MOST_OF_WINDOW // 100)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        page = self.parentWidget()
        if page is not None:
            page.removeEventFilter(self)
            page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._fit()
        return super().eventFilter(watched, event)

    def _make_words(self) -> _Words:
        words = _Words(self)
        words.button.clicked.connect(self._on_button)
        words.close.clicked.connect(self.hide)
        words.close.setVisible(self._closable)
        theme.changed.connect(self._on_theme_changed)
        return words


class _Words:
    """What a notice is made of, made when it first says something."""

    def __init__(self, band: QFrame) -> None:
        self.symbol = QLabel()
        self.symbol.setContentsMargins(0, theme.px(5), 0, 0)
        self.title = QLabel()
        self.text = QLabel()
        for label in (self.title, self.text):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.button = QPushButton()
        self.button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.why = WhyLink()
        self.close = QToolButton()
        self.close.setAccessibleName(tr("Close this notice"))
        self.close.setToolTip(tr("Close this notice"))
        icons.set_icon(self.close, "x")
        self._lay_out(band)

    def fit(self, most: int) -> None:
        """Be as high as the words need at their width, `most` pixels at the most."""
        # Asked of the labels: what is below a scroll bar has no height for a width of its own.
        self._area.setFixedHeight(min(self._needed(self._area.width()), max(most, theme.px(48))))

    def _needed(self, width: int) -> int:
        shown = [label for label in (self.title, self.text) if not label.isHidden()]
        gaps = self._said.spacing() * (len(shown) - 1)
        return gaps + sum(label.heightForWidth(width) for label in shown)

    def _lay_out(self, band: QFrame) -> None:
        inside = QWidget()
        self._said = column_in(inside, self.title, self.text, None, spacing=4)
        self._area = scrolling(inside)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        words = column_of(self._area, self.button, spacing=4, margins=(0, 6, 0, 6))
        row = row_in(band, spacing=12, margins=(12, 4, 4, 4))
        row.addWidget(self.symbol, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.why, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.close, 0, Qt.AlignmentFlag.AlignTop)
