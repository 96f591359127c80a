"""The keys beside the page: those of the desk in use first, then of the window and the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from congress_desk.i18n import tr
from congress_desk.keys.entry_line import entry_line_keys
from congress_desk.keys.names import caps, keys_name, use_name
from congress_desk.keys.place import WINDOW, Line
from congress_desk.keys.table import PLACES
from congress_desk.keys.uses import DESK_DIGITS, desk_key, part_key
from congress_desk.ui.commands import add_use, plain_words
from congress_desk.ui.look import icons, theme
from congress_desk.ui.shell.palette.palette_sources import commands_here
from congress_desk.ui.widgets.buttons import command_button

if TYPE_CHECKING:
    from congress_desk.ui.shell.main_window import MainWindow

WIDTH, KEYS_WIDTH = 440, 176
NAME = "keysDrawer"
_Row = tuple[tuple[str, ...], str]


class KeysDrawer(QFrame):
    """Stands at the right of its window, as high as it is; scrolls by itself. Esc closes it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._before = QApplication.focusWidget()
        self.setObjectName(NAME)
        self.setAccessibleName(tr("Keys"))
        self.setProperty("role", "drawer")
        self.area = QScrollArea()
        self._lay_out()
        window.installEventFilter(self)
        window.language_changed.connect(self.close)
        add_use(self, "back", self.close)

    @staticmethod
    def switch(window: MainWindow) -> None:
        """Show the keys, or close them when they are shown."""
        shown = window.findChild(KeysDrawer, NAME)
        if shown is not None and shown.isVisible():
            shown.close()
        else:
            KeysDrawer(window).open()

    def open(self) -> None:
        """Show the keys; the arrow keys scroll them."""
        self._fit()
        self.show()
        self.raise_()
        self.area.setFocus(Qt.FocusReason.PopupFocusReason)

    def close(self) -> bool:
        """Go away, the keyboard back where it was."""
        holder = QApplication.focusWidget()
        mine = holder is None or self.isAncestorOf(holder)
        self.setObjectName("")
        self.hide()
        self._window.removeEventFilter(self)
        before = self._before
        if mine and before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.deleteLater()
        return True

    def _fit(self) -> None:
        bar = self._window.menuBar().height()
        width = min(theme.px(WIDTH), self._window.width() - theme.px(32))
        self.setGeometry(self._window.width() - width, bar, width, self._window.height() - bar)

    def _lay_out(self) -> None:
        close = QToolButton()
        close.setAccessibleName(tr("Close"))
        close.setToolTip(f"{tr('Close')} ({use_name('keys')}, {use_name('back')})")
        icons.set_icon(close, "x")
        close.clicked.connect(self.close)
        head = QHBoxLayout()
        head.addWidget(theme.section(tr("Keys")), 1)
        head.addWidget(close)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName(tr("Keys"))
        self.area.setWidget(_page(places_first(self._window)))
        foot = QHBoxLayout()
        foot.addWidget(command_button(self._window.commands, "print_keys", name="printKeys"))
        foot.addStretch(1)
        found = QLabel(tr("{key} finds what has no key", key=use_name("palette")))
        theme.set_tone(found, "muted")
        foot.addWidget(found)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(24), theme.px(16), theme.px(16), theme.px(16))
        column.setSpacing(theme.px(8))
        column.addLayout(head)
        column.addWidget(self.area, 1)
        column.addLayout(foot)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() is QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)


def places_first(window: MainWindow) -> tuple[str, ...]:
    """Return the places in order: in sight, the window and its forms, the desk in use, others."""
    here = [commands.place for commands in commands_here(window)]
    desk = window.workspace.desk_key if window.workspace else ""
    beside = [name for name, place in PLACES.items() if desk and place.desk == desk]
    order = (*here[:-1], *([desk] if desk in PLACES else []), WINDOW, "forms", *beside, *PLACES)
    return tuple(dict.fromkeys(order))


def _page(places: Iterable[str]) -> QWidget:
    page = QWidget()
    page.setProperty("role", "page")
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, theme.px(8), 0)
    column.setSpacing(theme.px(6))
    for name in places:
        rows = tuple(_rows(name))
        if rows:
            column.addSpacing(theme.px(4))
            column.addWidget(theme.caption(_title(name)))
            column.addLayout(_grid(rows))
    column.addSpacing(theme.px(4))
    column.addWidget(theme.caption(tr("Typing ballots")))
    column.addLayout(_grid(((key,), words) for key, words in entry_line_keys()))
    column.addStretch(1)
    return page


def _title(name: str) -> str:
    """Return what a place is called, with its desk where it is a part of one."""
    place = PLACES[name]
    if place.desk in ("", name) or PLACES[place.desk].title == place.title:
        return tr(place.title)
    return f"{tr(PLACES[place.desk].title)} · {tr(place.title)}"


def _rows(name: str) -> Iterator[_Row]:
    place = PLACES[name]
    if name == WINDOW:
        yield (desk_key(0), "…", desk_key(DESK_DIGITS - 1)), tr("Go to a desk")
        yield (desk_key(DESK_DIGITS), "…"), tr("The tenth desk and those after it")
    if place.parts:
        first, last = part_key(0), part_key(len(place.parts) - 1)
        yield (first, "…", last), ", ".join(map(tr, place.parts))
    for line in place.lines:
        if line.use:
            yield line.keys, _words(line)


def _words(line: Line) -> str:
    return plain_words(line).removesuffix("…")


def _grid(rows: Iterable[_Row]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.px(12))
    grid.setVerticalSpacing(theme.px(6))
    grid.setColumnMinimumWidth(0, theme.px(KEYS_WIDTH))
    grid.setColumnStretch(1, 1)
    for row, (keys, words) in enumerate(rows):
        grid.addWidget(_caps(keys), row, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        said = QLabel(words)
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setWordWrap(True)
        grid.addWidget(said, row, 1)
    return grid


def _caps(keys: tuple[str, ...]) -> QWidget:
    """Return keys as they look on a keyboard, alternatives beside each other."""
    made = QWidget()
    made.setAccessibleName(keys_name(keys))
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(4))
    for place, key in enumerate(keys):
        if key == "…":
            row.addWidget(QLabel(key))
            continue
        if place and keys[place - 1] != "…":
            row.addWidget(QLabel("/"))
        for cap in caps(key):
            drawn = QLabel(cap)
            drawn.setProperty("role", "key")
            drawn.setTextFormat(Qt.TextFormat.PlainText)
            row.addWidget(drawn)
    return made
