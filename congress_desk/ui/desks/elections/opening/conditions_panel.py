"""The conditions of a round: what is missing large, with its remedy; what is met in one line."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from congress_desk.domain.opening.facts import Condition, Topic
from congress_desk.i18n import article_said, finding_text, grouped, message, tr, with_decimal_mark
from congress_desk.ui.look import icons, theme
from congress_desk.ui.widgets.buttons import button_row, make_button
from congress_desk.ui.widgets.layout.layouts import grid_of
from congress_desk.ui.widgets.layout.pages import clear_layout, column

LONGEST_ARTICLE = 24
ARTICLE_WIDTH = 92
REMEDY_WIDTH = 150
WIDE = 600
_TOP = Qt.AlignmentFlag.AlignTop


class ConditionsPanel(QWidget):
    """`mend_wanted` carries the Mending of the condition that is to be put right.

    `head` says how many are met; it is laid out by the page, above the figures.
    """

    mend_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("openingConditions")
        self._shown: tuple[Condition, ...] | None = None
        self._base, self._narrow = "", False
        self.remedies: list[QPushButton] = []
        self._number = theme.label("", "number")
        self._word = theme.section(tr("conditions are met"))
        self._symbol = QLabel()
        self._state = theme.section()
        self.head = QWidget()
        said = (self._number, self._word, self._symbol, self._state)
        self.head.setLayout(button_row(*said, None, spacing=10))
        self._rows = QGridLayout()
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        theme.changed.connect(self._on_theme_changed)

    @property
    def headline(self) -> str:
        return f"{self._number.text()} {self._word.text()}, {self._state.text()}"

    def show_conditions(self, found: Sequence[Condition], base: str = "") -> None:
        """Show the conditions; nothing is drawn anew when nothing changed.

        `base` says how D comes of those convened.
        """
        if tuple(found) == self._shown and base == self._base:
            return
        self._shown, self._base = tuple(found), base
        self._draw(self._shown)

    def texts(self) -> list[str]:
        """Return every sentence of the panel from above."""
        items = (self._rows.itemAt(place) for place in range(self._rows.count()))
        parts = (item.widget() for item in items if item is not None)
        return [part.text() for part in parts if isinstance(part, QLabel | QPushButton)]

    def _draw(self, found: tuple[Condition, ...]) -> None:
        missing = [condition for condition in found if not condition.met]
        met = [condition for condition in found if condition.met]
        self._number.setText(tr("{met} / {all}", met=len(met), all=len(found)))
        self._state.setText(
            tr("{count} are not met yet", count=len(missing)) if missing else tr("all are met")
        )
        tone = "wrong" if missing else "holds"
        theme.set_tone(self._state, tone)
        self._symbol.setPixmap(icons.pixmap("circle-x" if missing else "circle-check", tone, 22))
        # A grid keeps the rows it once had: this one is made anew.
        clear_layout(self._whole)
        self._rows, self.remedies = self._empty_rows(), []
        self._whole.addWidget(column(self._rows))
        for condition in missing:
            self._add_missing(condition)
        if met:
            self._add_caption(tr("Met · {count}", count=len(met)))
        for condition in met:
            self._add_met(condition)

    def _empty_rows(self) -> QGridLayout:
        rows = grid_of(across=12, down=2, wide=1)
        rows.setColumnMinimumWidth(2, 0 if self._narrow else theme.px(ARTICLE_WIDTH))
        return rows

    def _add_missing(self, condition: Condition) -> None:
        row = self._rows.rowCount()
        symbol = QLabel()
        symbol.setPixmap(icons.pixmap("circle-x", "wrong", 20))
        title, detail = _words(title_of(condition), "name"), _words(self._detail(condition), "")
        theme.set_tone(detail, "muted")
        button = make_button(
            remedy_of(condition),
            partial(self.mend_wanted.emit, condition.mending),
            name=f"mend_{condition.topic.value}",
            role="" if self.remedies else "primary",
        )
        button.setMinimumWidth(theme.px(REMEDY_WIDTH))
        button.setAccessibleDescription(f"{title.text()}. {detail.text()}")
        self.remedies.append(button)
        self._rows.addWidget(symbol, row, 0, _TOP)
        self._rows.addWidget(title, row, 1, _TOP)
        self._rows.addWidget(self._article(condition), row, 2, _TOP)
        self._rows.addWidget(button, row, 3, 2, 1, _TOP | Qt.AlignmentFlag.AlignRight)
        self._rows.addWidget(detail, row + 1, 1, _TOP)
        rule = QFrame()
        rule.setProperty("role", "rule")
        self._rows.setRowMinimumHeight(row + 2, theme.px(14))
        self._rows.addWidget(rule, row + 2, 0, 1, 4, Qt.AlignmentFlag.AlignVCenter)

    def _add_caption(self, words: str) -> None:
        self._rows.addWidget(theme.caption(words), self._rows.rowCount(), 1)

    def _add_met(self, condition: Condition) -> None:
        row = self._rows.rowCount()
        symbol = QLabel()
        symbol.setPixmap(icons.pixmap("check", "holds", 18))
        detail = self._detail(condition)
        title = title_of(condition)
        words = _words(f"{title} · {detail}" if detail else title, "")
        link = make_button(
            tr("{words}  ›", words=place_of(condition)),
            partial(self.mend_wanted.emit, condition.mending),
            role="link",
        )
        link.setAccessibleDescription(title)
        self._rows.addWidget(symbol, row, 0, Qt.AlignmentFlag.AlignVCenter)
        self._rows.addWidget(words, row, 1)
        self._rows.addWidget(self._article(condition), row, 2)
        self._rows.addWidget(link, row, 3, Qt.AlignmentFlag.AlignRight)

    def _detail(self, condition: Condition) -> str:
        """Return the second sentence; the article is said in it where there is no column for it."""
        article, detail = article_of(condition), detail_of(condition, self._base)
        if not article or not self._narrow:
            return detail
        return f"{detail.removesuffix('.')} — {article}" if detail else article

    def _article(self, condition: Condition) -> QLabel:
        label = _words("" if self._narrow else article_of(condition), "")
        label.setWordWrap(False)
        theme.set_tone(label, "muted")
        return label

    def _on_theme_changed(self) -> None:
        if self._shown is not None:
            self._draw(self._shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < theme.px(WIDE)
        if narrow != self._narrow:
            self._narrow = narrow
            self._on_theme_changed()


def _words(text: str, role: str) -> QLabel:
    label = QLabel(text, wordWrap=True)
    if role:
        label.setProperty("role", role)
    return label


def title_of(condition: Condition) -> str:
    """Return what a condition is about, or what is missing."""
    if condition.finding is not None:
        return finding_text(condition.finding)
    return _said("condition", condition)


def detail_of(condition: Condition, base: str = "") -> str:
    """Return the figures of what is met, or what to do about what is missing.

    `base` says how D comes of those convened.
    """
    if condition.finding is not None:
        return message(f"remedy.{condition.finding.code}")
    if condition.topic is Topic.BASE:
        return base
    return _said("condition_detail", condition)


def article_of(condition: Condition) -> str:
    """Return the article, "" where the rules are cited by their name alone."""
    return article_said(condition.article) if len(condition.article) <= LONGEST_ARTICLE else ""


def place_of(condition: Condition) -> str:
    """Return the name of the place where a condition is seen to."""
    return message(f"mend.{condition.mending.desk or 'form'}")


def remedy_of(condition: Condition) -> str:
    """Return what the button of a missing condition does."""
    return message(f"mend_now.{condition.mending.desk or 'form'}")


def _said(group: str, condition: Condition) -> str:
    params = dict(condition.params)
    if "percent" in params:
        params["percent"] = with_decimal_mark(str(params["percent"]))
    if condition.code == "share_quorum":
        params = {key: grouped(int(number)) for key, number in params.items()}
    return message(f"{group}.{condition.code}", **params)
