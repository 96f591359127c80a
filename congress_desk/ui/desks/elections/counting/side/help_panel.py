"""The keys of the entry line, the board's reasons and the note on partial strikes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QWidget,
)

from congress_desk.domain.elections.ballots import MarkMode
from congress_desk.domain.elections.entry_line import REASONS
from congress_desk.i18n import label, tr
from congress_desk.keys.names import key_name, use_name
from congress_desk.keys.uses import part_key
from congress_desk.ui.help_wish import want_help
from congress_desk.ui.look import icons, theme
from congress_desk.ui.widgets.buttons import make_button
from congress_desk.ui.widgets.layout.layouts import column_in, grid_of, row_of

Pair = tuple[str, str]


def entry_keys(mode: MarkMode, names: int) -> list[Pair]:
    """Return each key of the line with what it does, in the order of use."""
    if mode is MarkMode.CUMULATIVE:
        return _share_keys()
    digits = (
        ("03 12", tr("two digits a name, no space needed; 3 and 12"))
        if names >= 10
        else ("3 5", tr("the number of a name; a space between two"))
    )
    struck = mode is MarkMode.STRIKE
    keys = [
        digits,
        ("7-9", tr("from number 7 to number 9")),
        ("0", _untouched_words(struck)),
        ("Enter", tr("records the ballot; an empty line records nothing")),
        ("+", tr("the same as the ballot before")),
        ("+12", tr("twelve more of them")),
        ("*", tr("invalid, followed by the digit of the reason")),
        ("-", tr("takes the last ballot back")),
        (".", tr("no sheet of this bundle is left in the hand")),
        ("↑ ↓", tr("reopens a recorded ballot")),
        (use_name("set_aside"), tr("puts the ballot aside for the whole board")),
        (use_name("undo"), tr("undoes the last act")),
    ]
    if not struck:
        keys.insert(2, ("/5", tr("5: X in both boxes")))
        keys.insert(3, ("//5", tr("5: no X in either box")))
    return keys


def _share_keys() -> list[Pair]:
    return [
        ("1000", tr("the shares on the paper, first")),
        ("3/500", tr("500 votes for number 3; a space before the next")),
        ("Enter", tr("records the ballot; an empty line records nothing")),
        ("+", tr("the same as the ballot before")),
        ("*", tr("invalid, followed by the digit of the reason")),
        ("-", tr("takes the last ballot back")),
        (".", tr("no sheet of this bundle is left in the hand")),
        ("↑ ↓", tr("reopens a recorded ballot")),
        (use_name("undo"), tr("undoes the last act")),
    ]


def _untouched_words(struck: bool) -> str:
    return tr("untouched, nobody struck") if struck else tr("untouched, agree with all")


def screen_keys() -> list[Pair]:
    """Return the keys of the screen."""
    parts = (
        tr("bundles: ↑ ↓ Enter choose, + add, * cover"),
        tr("accounting"),
        tr("checks"),
        tr("last ballots"),
    )
    return [
        *((key_name(part_key(place)), words) for place, words in enumerate(parts)),
        (use_name("totals"), tr("running totals")),
        (use_name("sounds"), tr("sounds on or off")),
        (use_name("back"), tr("back to the entry line")),
    ]


def short_hints(mode: MarkMode, names: int) -> list[Pair]:
    """Return the few keys shown under the line."""
    if mode is MarkMode.CUMULATIVE:
        return [
            ("1000", tr("shares")),
            ("3/500", tr("number/votes")),
            ("⏎", tr("records")),
            ("*", tr("invalid")),
            ("–", tr("take back")),
        ]
    first = ("03 12", tr("two digits a name")) if names >= 10 else ("3 5", tr("numbers"))
    pairs = [
        first,
        ("7-9", tr("from…to")),
        ("0 ⏎", tr("untouched")),
        ("⏎", tr("records")),
        ("+ ⏎", tr("as before")),
        ("*", tr("invalid")),
        ("–", tr("take back")),
    ]
    if mode is MarkMode.TICK:
        pairs.insert(2, ("/", tr("both boxes")))
        pairs.insert(3, ("//", tr("neither")))
    return pairs


class HelpPanel(QFrame):
    """Stands in the right column, beside the paper and the line it explains."""

    closed = Signal()

    def __init__(self, mode: MarkMode, names: int) -> None:
        super().__init__()
        self.setObjectName("keysHelp")
        self.setProperty("role", "card")
        close = QToolButton()
        close.setToolTip(tr("{words} ({key})", words=tr("Hide help"), key=use_name("help")))
        close.setAccessibleName(tr("Hide help"))
        icons.set_icon(close, "x")
        close.clicked.connect(self.closed)
        title = theme.label(tr("Keys of the entry line"), "caption", wrap=True)
        head = row_of((title, 1), close, spacing=None)
        # The page of the help lies over the right column, never over the ballot.
        self.page_link = make_button(
            tr("The page of the help…"), self._on_page, role="link", name="helpPage"
        )
        self._mode, self._names = mode, names
        self._area = area = QScrollArea()
        area.setAccessibleName(tr("Keys"))
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = column_in(self, head, spacing=4, margins=(12, 6, 8, 8))
        layout.addWidget(self.page_link, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(area, 1)

    def _on_page(self) -> None:
        want_help("counting", self)

    def showEvent(self, event: QShowEvent) -> None:
        """Write the page when it is first looked at: the count opens without it."""
        if self._area.widget() is None:
            self._area.setWidget(_page(self._mode, self._names))
        super().showEvent(event)


def _page(mode: MarkMode, names: int) -> QWidget:
    page = QWidget()
    page.setProperty("role", "page")
    inside = column_in(page, spacing=10, margins=(0, 0, 8, 0))
    reasons = [(f"*{n}", label("reason", r.value)) for n, r in REASONS.items()]
    inside.addLayout(_table(entry_keys(mode, names)))
    inside.addWidget(_caption(tr("Invalid by the board")))
    inside.addLayout(_table(reasons))
    if mode is MarkMode.STRIKE:
        inside.addWidget(_caption(tr("A strike through part of a name")))
        inside.addWidget(_words(partial_strike_note()))
    inside.addWidget(_caption(tr("On this screen")))
    inside.addLayout(_table(screen_keys()))
    inside.addStretch(1)
    return page


def partial_strike_note() -> str:
    """Return what the sources say of a strike through part of a name; the board decides."""
    return tr(
        "The rules do not settle it. Texts for state and trade union elections take a name struck"
        " only in part as NOT struck. The counting board decides; type what it decided."
    )


def _caption(text: str) -> QLabel:
    made = theme.caption(text)
    made.setWordWrap(True)
    return made


def _table(pairs: list[Pair]) -> QGridLayout:
    grid = grid_of(across=8, down=4, wide=1)
    for row, (key, meaning) in enumerate(pairs):
        cap = theme.label(key, "strong")
        grid.addWidget(cap, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(_words(meaning), row, 1)
    return grid


def _words(text: str) -> QLabel:
    return QLabel(text, wordWrap=True)
