"""Parts beside each other, and under each other on a small screen at twice the type."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QBoxLayout, QWidget

from congress_desk.ui.look import theme
from congress_desk.ui.widgets.layout.layouts import Part, add_parts
from congress_desk.ui.widgets.layout.side_by_side import TALL, UNBOUNDED, WIDE

# In less than this many unscaled pixels no two parts have room beside each other.
NARROW = 480


class TurningRow(QBoxLayout):
    """A row of `parts`, as `row_of` takes them, that turns where it is narrow."""

    def __init__(self, *parts: Part, spacing: int = 8) -> None:
        super().__init__(WIDE)
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(theme.px(spacing))
        add_parts(self, *parts)

    def setGeometry(self, room: QRect) -> None:
        turned = TALL if is_narrow(room.width()) else WIDE
        if turned is not self.direction():
            self.setDirection(turned)
        super().setGeometry(room)


def is_narrow(width: int, least: int = NARROW) -> bool:
    """Say whether parts that want `least` unscaled pixels stand under each other in so many."""
    return width < theme.px(least)


def fix_width(part: QWidget, width: int, room: int) -> None:
    """Give a part its width beside the others, and all of a narrow room under them."""
    narrow = is_narrow(room)
    part.setMinimumWidth(0 if narrow else width)
    part.setMaximumWidth(UNBOUNDED if narrow else width)


def stand_below(
    parts: Sequence[tuple[QWidget, int]],
    row: QBoxLayout,
    below: QBoxLayout,
    *,
    at: int,
    room: int,
    least: int = NARROW,
) -> None:
    """Have parts with their shares in a line below their row where its room is less than `least`.

    Else they stand `at` their place in it.
    """
    line, first = (below, 0) if is_narrow(room, least) else (row, at)
    for place, (part, share) in enumerate(parts):
        if line.indexOf(part) < 0:
            line.insertWidget(first + place, part, share)
