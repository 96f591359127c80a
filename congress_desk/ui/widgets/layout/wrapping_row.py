"""Words and buttons in one row; where the row is too short the buttons go on in lines below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLabel, QLayoutItem, QSizePolicy, QSpacerItem

from congress_desk.ui.look import theme
from congress_desk.ui.widgets.layout.item_layout import ItemLayout, is_primary

# Words that get less than this beside the buttons stand above them.
LEAST_WORDS = 200
# No lines are further apart than this, however far their parts are.
LINE_GAP = 8


class WrappingRow(ItemLayout):
    """No button is ever narrower than its words. Gaps in unscaled pixels.

    What stands behind the spring (`add_spring`) ends at the right; without a spring the words that
    wrap and the fields that may grow take the room that is left. A primary button stands at the
    right end.
    """

    def __init__(self, *, spacing: int = 8) -> None:
        super().__init__(spacing=spacing)

    def add_spring(self) -> None:
        """Let what comes next stand at the right."""
        self.addItem(QSpacerItem(0, 0))

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        if width not in self._heights:
            inner = width - margins.left() - margins.right()
            lines = self._lines(inner)
            gaps = self._line_gap() * max(len(lines) - 1, 0)
            self._heights[width] = gaps + sum(
                _height(line, inner, self.spacing()) for line in lines
            )
        return self._heights[width] + margins.top() + margins.bottom()

    def setGeometry(self, room: QRect) -> None:
        super().setGeometry(room)
        inner = room.marginsRemoved(self.contentsMargins())
        lines = self._lines(inner.width())
        y = inner.y()
        for line in lines:
            # One line fills what the page gives it, its parts in the middle.
            own = _height(line, inner.width(), self.spacing())
            high = inner.height() if len(lines) == 1 else own
            _place(line, QRect(inner.x(), y, inner.width(), high), self.spacing())
            y += high + self._line_gap()

    def sizeHint(self) -> QSize:
        shown = [item for item in self._items if item.widget() is not None and not item.isEmpty()]
        wide = sum(_least(item) for item in shown) + self.spacing() * max(len(shown) - 1, 0)
        return self._with_margins(
            QSize(wide, max((item.sizeHint().height() for item in shown), default=0))
        )

    def minimumSize(self) -> QSize:
        shown = [item for item in self._items if item.widget() is not None and not item.isEmpty()]
        wide = max((_least(item) for item in shown), default=0)
        return self._with_margins(
            QSize(wide, max((item.minimumSize().height() for item in shown), default=0))
        )

    def _line_gap(self) -> int:
        return min(self.spacing(), theme.px(LINE_GAP))

    def _with_margins(self, size: QSize) -> QSize:
        return size.grownBy(self.contentsMargins())

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        """Return what stands in each line: all in one where there is room."""
        shown = [item for item in self._items if item.widget() is None or not item.isEmpty()]
        if not any(item.widget() is not None for item in shown):
            return []
        if _wanted(shown, self.spacing()) <= width:
            return [shown]
        words = [item for item in shown if _is_words(item) and _says_something(item)]
        rest = [item for item in shown if not _is_words(item)]
        lines = [[item] for item in words]
        return [*lines, *_broken(rest, width, self.spacing())]


def _broken(items: Sequence[QLayoutItem], width: int, gap: int) -> Iterator[list[QLayoutItem]]:
    line: list[QLayoutItem] = []
    for item in items:
        held = [each for each in line if each.widget() is not None]
        if item.widget() is not None and held and _wanted([*held, item], gap) > width:
            yield line
            line = []
        line.append(item)
    if any(item.widget() is not None for item in line):
        last = [item for item in line if item.widget() is not None]
        if any(is_primary(item) for item in last) and not any(map(_is_spring, line)):
            line.insert(line.index(last[-1]), QSpacerItem(0, 0))
        yield line


def _place(line: Sequence[QLayoutItem], room: QRect, gap: int) -> None:
    widths = _widths(line, room.width(), gap)
    x = room.x()
    for item, width in zip(line, widths, strict=True):
        if item.widget() is None:
            x += width
            continue
        high = min(_item_height(item, width), room.height())
        y = room.y() + (room.height() - high) // 2
        item.setGeometry(QRect(QPoint(x, y), QSize(width, high)))
        x += width + gap


def _widths(line: Sequence[QLayoutItem], width: int, gap: int) -> list[int]:
    """Return the width of each part; a spring, else words and fields, take what is left."""
    held = [item for item in line if item.widget() is not None]
    widths = [0 if item.widget() is None else min(_least(item), width) for item in line]
    left = max(width - sum(widths) - gap * max(len(held) - 1, 0), 0)
    takers = [place for place, item in enumerate(line) if _is_words(item)]
    takers = takers or [place for place, item in enumerate(line) if _is_spring(item)]
    takers = takers or [place for place, item in enumerate(line) if _grows(item)]
    for taker in takers:
        widths[taker] += left // len(takers)
    return widths


def _height(line: Sequence[QLayoutItem], width: int, gap: int) -> int:
    widths = _widths(line, width, gap)
    return max(
        (
            _item_height(item, own)
            for item, own in zip(line, widths, strict=True)
            if item.widget() is not None
        ),
        default=0,
    )


def _item_height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


def _wanted(items: Sequence[QLayoutItem], gap: int) -> int:
    held = [item for item in items if item.widget() is not None]
    return sum(map(_room, held)) + gap * max(len(held) - 1, 0)


def _room(item: QLayoutItem) -> int:
    """Return the width that a part wants beside others: words what they need, within reason."""
    if not _is_words(item):
        return _least(item)
    return min(item.sizeHint().width(), theme.px(LEAST_WORDS)) if _says_something(item) else 0


def _least(item: QLayoutItem) -> int:
    if _is_words(item):
        return item.minimumSize().width()
    return item.sizeHint().width()


def _is_words(item: QLayoutItem) -> bool:
    widget = item.widget()
    if not isinstance(widget, QLabel):
        return False
    return widget.wordWrap() or widget.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Ignored


def _says_something(item: QLayoutItem) -> bool:
    widget = item.widget()
    return isinstance(widget, QLabel) and bool(widget.text())


def _is_spring(item: QLayoutItem) -> bool:
    return item.widget() is None


def _grows(item: QLayoutItem) -> bool:
    return bool(item.expandingDirections() & Qt.Orientation.Horizontal)
