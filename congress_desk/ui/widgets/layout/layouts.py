"""Columns and rows of parts, each said in one sentence, as pages, panels and dialogs are laid out.

A part is a widget or a layout; with a number, its share of the room that is left; None is that
room, empty. Spacing and margins are pixels at 100 %; a margin is one number, or left, top, right
and bottom. Where they are None, Qt's own hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from congress_desk.ui.look import theme

Part = QWidget | QLayout | tuple[QWidget | QLayout, int] | None
Margins = int | tuple[int, int, int, int] | None
_Box = TypeVar("_Box", bound=QBoxLayout)


def column_in(
    owner: QWidget, *parts: Part, spacing: int | None = 8, margins: Margins = 0
) -> QVBoxLayout:
    """Lay the parts of `owner` out under each other."""
    return _filled(QVBoxLayout(owner), parts, spacing, margins)


def row_in(
    owner: QWidget, *parts: Part, spacing: int | None = 8, margins: Margins = 0
) -> QHBoxLayout:
    """Lay the parts of `owner` out beside each other."""
    return _filled(QHBoxLayout(owner), parts, spacing, margins)


def column_of(*parts: Part, spacing: int | None = 8, margins: Margins = 0) -> QVBoxLayout:
    """Return parts under each other, for a layout around them."""
    return _filled(QVBoxLayout(), parts, spacing, margins)


def row_of(*parts: Part, spacing: int | None = 8, margins: Margins = 0) -> QHBoxLayout:
    """Return parts beside each other, for a layout around them."""
    return _filled(QHBoxLayout(), parts, spacing, margins)


def grid_in(owner: QWidget, *, margins: Margins = 0, **gaps: int) -> QGridLayout:
    """Lay the parts of `owner` out in rows and columns; see `grid_of`."""
    layout = grid_of(**gaps)
    _set_margins(layout, margins)
    owner.setLayout(layout)
    return layout


def grid_of(
    *, across: int | None = None, down: int | None = None, wide: int | None = None
) -> QGridLayout:
    """Return rows and columns, so far apart; the column `wide` takes the room that is left."""
    layout = QGridLayout()
    if across is not None:
        layout.setHorizontalSpacing(theme.px(across))
    if down is not None:
        layout.setVerticalSpacing(theme.px(down))
    if wide is not None:
        layout.setColumnStretch(wide, 1)
    return layout


def add_parts(layout: QBoxLayout, *parts: Part) -> None:
    """Add parts behind those that a column or row has."""
    for part in parts:
        found, share = part if isinstance(part, tuple) else (part, 0)
        if found is None:
            layout.addStretch(1)
        elif isinstance(found, QLayout):
            layout.addLayout(found, share)
        else:
            layout.addWidget(found, share)


def parts_in_order(layout: QLayout) -> Iterator[QWidget]:
    """Yield what takes the keyboard in a layout, row by row, and in what stands on it."""
    for item in _items(layout):
        inner, part = item.layout(), item.widget()
        if part is not None and part.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield part
            continue
        content = part.widget() if isinstance(part, QScrollArea) else part
        inner = inner or (content.layout() if content is not None else None)
        if inner is not None:
            yield from parts_in_order(inner)


def _items(layout: QLayout) -> list[QLayoutItem]:
    places: Iterable[int] = range(layout.count())
    if isinstance(layout, QGridLayout):
        places = sorted(places, key=lambda place: _cell(layout, place))
    return [item for place in places if (item := layout.itemAt(place)) is not None]


def _cell(layout: QGridLayout, place: int) -> tuple[int, ...]:
    found: Any = layout.getItemPosition(place)
    return tuple(found)


def _filled(layout: _Box, parts: tuple[Part, ...], spacing: int | None, margins: Margins) -> _Box:
    _set_margins(layout, margins)
    if spacing is not None:
        layout.setSpacing(theme.px(spacing))
    add_parts(layout, *parts)
    return layout


def _set_margins(layout: QLayout, margins: Margins) -> None:
    if margins is not None:
        sides = margins if isinstance(margins, tuple) else (margins,) * 4
        layout.setContentsMargins(*(theme.px(side) for side in sides))
