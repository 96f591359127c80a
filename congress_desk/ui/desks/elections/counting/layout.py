"""Where things stand on the counting screen: bundles left, paper and line in the middle."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from congress_desk.ui.look import theme

NARROW = 700


class _Column(Protocol):
    @property
    def needed_width(self) -> int: ...

    def setMinimumWidth(self, width: int, /) -> None: ...


def lay_out_columns(
    screen: QWidget, title: QWidget, *columns: tuple[QWidget | QVBoxLayout, int]
) -> None:
    """Put the columns beside each other under the title, each with its share of the width."""
    beside = QHBoxLayout()
    beside.setSpacing(theme.px(16))
    for column, share in columns:
        if isinstance(column, QWidget):
            beside.addWidget(column, share)
        else:
            beside.addLayout(column, share)
    whole = QVBoxLayout(screen)
    whole.setContentsMargins(theme.px(20), theme.px(12), theme.px(20), theme.px(12))
    whole.setSpacing(theme.px(8))
    whole.addWidget(title)
    whole.addLayout(beside, 1)


def tighten(screen: QWidget, *columns: tuple[_Column, int, int]) -> None:
    """Give the columns the margins too where the screen is narrow.

    A column has so many unscaled pixels or its share in a hundred, and never less than it needs: at
    large type in a small window the paper keeps the room, not what stands beside it.
    """
    for column, least, share in columns:
        wanted = min(theme.px(least), screen.width() * share // 100)
        column.setMinimumWidth(max(wanted, column.needed_width))
    whole = screen.layout()
    below = whole.itemAt(1) if whole is not None else None
    beside = below.layout() if below is not None else None
    if whole is None or beside is None:
        return
    narrow = screen.width() < theme.px(NARROW)
    edge = theme.px(8 if narrow else 20)
    whole.setContentsMargins(edge, theme.px(12), edge, theme.px(12))
    beside.setSpacing(theme.px(8 if narrow else 16))


def entry_column(card: QWidget, line: QWidget, record: QWidget, *below: QWidget) -> QVBoxLayout:
    """Return the paper, the line with its button, and what stands below them."""
    entry = QHBoxLayout()
    entry.setSpacing(theme.px(12))
    entry.addWidget(line, 1)
    entry.addWidget(record)
    column = QVBoxLayout()
    column.setSpacing(theme.px(8))
    column.addWidget(card, 1)
    column.addLayout(entry)
    for part in below:
        column.addWidget(part)
    return column
