"""The keys to look up: those of the desk in use first, then of the window and the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from congress_desk.i18n import tr
from congress_desk.keys.entry_line import entry_line_keys
from congress_desk.keys.names import caps, keys_name
from congress_desk.keys.place import WINDOW, Line
from congress_desk.keys.table import PLACES
from congress_desk.keys.uses import DESK_DIGITS, desk_key, part_key
from congress_desk.ui.commands import plain_words
from congress_desk.ui.look import theme
from congress_desk.ui.shell.commands_in_sight import commands_here
from congress_desk.ui.widgets.layout.layouts import column_in, grid_of, row_in

if TYPE_CHECKING:
    from congress_desk.ui.shell.main_window import MainWindow

KEYS_WIDTH = 176
_Row = tuple[tuple[str, ...], str]


def places_first(window: MainWindow) -> tuple[str, ...]:
    """Return the places in order: in sight, the window and its forms, the desk in use, others."""
    here = [commands.place for commands in commands_here(window)]
    desk = window.workspace.desk_key if window.workspace else ""
    beside = [name for name, place in PLACES.items() if desk and place.desk == desk]
    order = (*here[:-1], *([desk] if desk in PLACES else []), WINDOW, "forms", *beside, *PLACES)
    return tuple(dict.fromkeys(order))


def keys_page(places: Iterable[str]) -> QWidget:
    """Return the keys of these places, each place under its title."""
    page = QWidget()
    page.setProperty("role", "page")
    column = column_in(page, spacing=6, margins=(0, 0, 8, 0))
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
    grid = grid_of(across=12, down=6)
    grid.setColumnMinimumWidth(0, theme.px(KEYS_WIDTH))
    grid.setColumnStretch(1, 1)
    for row, (keys, words) in enumerate(rows):
        grid.addWidget(_caps(keys), row, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        said = QLabel(words, wordWrap=True)
        grid.addWidget(said, row, 1)
    return grid


def _caps(keys: tuple[str, ...]) -> QWidget:
    """Return keys as they look on a keyboard, alternatives beside each other."""
    made = QWidget()
    made.setAccessibleName(keys_name(keys))
    row = row_in(made, spacing=4)
    for place, key in enumerate(keys):
        if key == "…":
            row.addWidget(QLabel(key))
            continue
        if place and keys[place - 1] != "…":
            row.addWidget(QLabel("/"))
        for cap in caps(key):
            drawn = theme.label(cap, "key")
            row.addWidget(drawn)
    return made
