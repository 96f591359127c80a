"""One decision with its figures, and one way that is closed."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from congress_desk.domain.decisions.choices import Forbidden
from congress_desk.domain.decisions.decision import Decision, DecisionState
from congress_desk.i18n import tr
from congress_desk.ui.desks.elections.decisions.view import AfterView
from congress_desk.ui.desks.elections.decisions.words import (
    article_words,
    decision_lines,
    forbidden_words,
)
from congress_desk.ui.look import icons, theme
from congress_desk.ui.widgets.layout.layouts import column_in, row_in, row_of

_TONES = {
    DecisionState.STANDS: "holds",
    DecisionState.PROPOSED: "accent",
    DecisionState.REJECTED: "look",
    DecisionState.TAKEN_BACK: "muted",
}


class DecidedRow(QWidget):
    """A decision with its sign, its figures and its article."""

    def __init__(self, decided: Decision, view: AfterView) -> None:
        super().__init__()
        title, state = decision_lines(decided)
        tone = _TONES[decided.state]
        symbol, words, cited = (
            QLabel(),
            QLabel(title),
            QLabel(article_words(decided.article, view.rules)),
        )
        icon = {"holds": "circle-check", "accent": "circle-dot", "look": "circle-x"}
        symbol.setPixmap(icons.pixmap(icon.get(tone, "ban"), tone, 18))
        words.setProperty("role", "strong")
        cited.setProperty("tone", "muted")
        label = theme.label(
            f"{state}\n“{decided.matter}”" if decided.matter else state, tone="muted", wrap=True
        )
        head = row_of(symbol, words, None, cited)
        layout = column_in(self, head, spacing=2, margins=(12, 6, 14, 6))
        inner = row_of(label, spacing=None, margins=(26, 0, 0, 0))
        layout.addLayout(inner)


class ForbiddenRow(QWidget):
    """A way that is closed, why, and the article behind it."""

    def __init__(self, found: Forbidden, view: AfterView) -> None:
        super().__init__()
        what, why = forbidden_words(found, view)
        symbol = QLabel()
        symbol.setPixmap(icons.pixmap("ban", "muted", 16))
        words = QLabel(tr("{what}: {why}", what=what, why=why), wordWrap=True)
        cited = theme.label(article_words(found.article, view.rules), tone="muted")
        row_in(self, (symbol, 0), (words, 1), cited, spacing=12, margins=(12, 2, 14, 2))
