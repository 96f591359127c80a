"""A ruled table laid out and drawn at once: every text broken once, every page one run of text.

reportlab's own table asks each cell, a paragraph of its own, several times a page; a list of a
province has tens of thousands of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import black
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_RIGHT
from reportlab.platypus import Paragraph
from reportlab.platypus.flowables import Flowable
from reportlab.platypus.paragraph import split as words_of

from congress_desk.exports.pdf.fonts import text_width
from congress_desk.exports.pdf.text import plain_fragment, printable

_LINE_WIDTH = 0.6
_ROUND = 1
_SOFT_HYPHEN = "\xad"
_NO_BREAK = "\xa0"


@dataclass(frozen=True, slots=True)
class Cell:
    """A text broken into lines; with each line goes the room it leaves in its column, in points.

    `style` is a style of paragraphs, whose fields reportlab makes as it runs.
    """

    lines: tuple[tuple[float, str], ...]
    style: Any

    @property
    def height(self) -> float:
        return len(self.lines) * float(self.style.leading)


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row, one a column, and its height in points."""

    height: float
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class HeadCell:
    """A title over the columns and rows of the header from `left`, `upper` up to `right`, `lower`.

    The last of either is not its own any more.
    """

    cell: Cell
    left: int
    upper: int
    right: int
    lower: int


@dataclass(frozen=True, slots=True)
class Head:
    """The titles of a table and the heights of their rows; () of rows that need none."""

    heights: tuple[float, ...] = ()
    cells: tuple[HeadCell, ...] = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """The widths of the columns, and the room around a text in its cell, in points."""

    widths: tuple[float, ...]
    side: float
    above: float
    below: float

    @property
    def edges(self) -> list[float]:
        """Return where columns begin, and where the last one ends."""
        edges = [0.0]
        for width in self.widths:
            edges.append(edges[-1] + width)
        return edges

    def room(self, left: int, right: int) -> float:
        """Return how wide a text in the columns from `left` up to `right` may be."""
        return sum(self.widths[left:right]) - 2 * self.side

    def needed(self, cell: Cell) -> float:
        """Return how high a row must be for a cell."""
        return cell.height + self.above + self.below


_BROKEN: ContextVar[dict[Any, Cell] | None] = ContextVar("texts broken", default=None)


@contextmanager
def broken_once() -> Iterator[None]:
    """Keep how texts break while one paper is tried in several ways: they break alike in all."""
    before = _BROKEN.set({})
    try:
        yield
    finally:
        _BROKEN.reset(before)


def broken(text: str, style: Any, width: float) -> Cell:
    """Return a text in lines of at most `width` points."""
    kept = _BROKEN.get()
    if kept is None:
        return _break(text, style, width)
    key = (text, style, width)
    if key not in kept:
        kept[key] = _break(text, style, width)
    return kept[key]


def _break(text: str, style: Any, width: float) -> Cell:
    shown = printable(text)
    if _SOFT_HYPHEN not in shown:
        line = " ".join(words_of(shown))
        left = width - text_width(line, style.fontName, style.fontSize)
        if left >= 0:
            return Cell(((left, line),) if line.strip(_NO_BREAK) else (), style)
    made = Paragraph("", style, frags=[plain_fragment(shown, style)])
    lines = made.breakLines([max(width, style.fontSize)]).lines
    return Cell(tuple((room, " ".join(words)) for room, words in lines), style)


class RuledTable(Flowable):
    """Rows below a header that every page repeats; `kept` are rows, from and up to, not parted."""

    hAlign = "CENTER"  # noqa: N815 - reportlab's name

    def __init__(
        self,
        grid: Grid,
        head: Head,
        rows: Sequence[Row],
        kept: Sequence[tuple[int, int]] = (),
    ) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.grid, self.head, self.rows, self._kept = grid, head, rows, kept
        wide: Any = sum(grid.widths)
        high: Any = sum(head.heights) + sum(row.height for row in rows)
        self.width, self.height = wide, high

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 - reportlab's names
        return self.width, self.height

    def split(self, aW: float, aH: float) -> list[Flowable]:  # noqa: N803
        """Return the rows that fit and the others, under the header again; [] where none fits."""
        height, place = sum(self.head.heights), 0
        for count, row in enumerate(self.rows, 1):
            height += row.height
            if height > aH:
                break
            if not any(first < count < end for first, end in self._kept):
                place = count
        if place in (0, len(self.rows)):
            return [self] if place else []
        return [self._part(0, place), self._part(place, len(self.rows))]

    def _part(self, begin: int, end: int) -> RuledTable:
        kept = [(a - begin, b - begin) for a, b in self._kept if begin <= a and b <= end]
        return RuledTable(self.grid, self.head, self.rows[begin:end], kept)

    def draw(self) -> None:
        canvas: Any = self.canv
        canvas.saveState()
        canvas.setFillColor(black)
        self._draw_texts(canvas)
        self._draw_lines(canvas)
        canvas.restoreState()

    def _draw_texts(self, canvas: Any) -> None:
        text = canvas.beginText()
        edges, tops = self.grid.edges, self._tops()
        for each in self.head.cells:
            box = (edges[each.left], tops[each.upper], tops[each.upper] - tops[each.lower])
            self._draw_cell(text, each.cell, *box)
        for top, row in zip(tops[len(self.head.heights) :], self.rows, strict=False):
            for left, cell in zip(edges, row.cells, strict=False):
                self._draw_cell(text, cell, left, top, row.height)
        canvas.drawText(text)

    def _draw_cell(self, text: Any, cell: Cell, left: float, top: float, height: float) -> None:
        """Draw the lines of a cell in the middle of its height."""
        if not cell.lines:
            return
        style, grid = cell.style, self.grid
        if text._fontname != style.fontName or text._fontsize != style.fontSize:
            text.setFont(style.fontName, style.fontSize, style.leading)
        free = height - grid.above - grid.below - cell.height
        x, y = left + grid.side, top - grid.above - free / 2 - style.fontSize
        last = len(cell.lines) - 1
        for number, (room, line) in enumerate(cell.lines):
            spaces = line.count(" ") + line.count(_NO_BREAK)
            spread = room < -1e-8 or (style.alignment == TA_JUSTIFY and number < last)
            spread = spread and spaces > 0
            shift = 0.0 if spread else room * _SHIFTED.get(style.alignment, 0.0)
            text.setTextOrigin(x + shift, y)
            if spread:
                text.setWordSpace(room / spaces)
            text.textOut(line)
            if spread:
                text.setWordSpace(0)
            y -= style.leading

    def _tops(self) -> list[float]:
        """Return where rows begin, those of the header first, and where the last one ends."""
        tops: list[float] = [self.height]
        for height in (*self.head.heights, *(row.height for row in self.rows)):
            tops.append(tops[-1] - height)
        tops[-1] = 0.0
        return tops

    def _draw_lines(self, canvas: Any) -> None:
        edges, tops = self.grid.edges, self._tops()
        below = tops[len(self.head.heights)]
        lines = canvas.beginPath()

        def line(x0: float, y0: float, x1: float, y1: float) -> None:
            lines.moveTo(x0, y0)
            lines.lineTo(x1, y1)

        line(0, self.height, self.width, self.height)
        line(0, 0, 0, self.height)
        for each in self.head.cells:
            right, lower = edges[each.right], tops[each.lower]
            line(edges[each.left], lower, right, lower)
            line(right, lower, right, tops[each.upper])
        for top in tops[len(self.head.heights) + 1 :]:
            line(0, top, self.width, top)
        for edge in edges[1:] if self.rows else ():
            line(edge, 0, edge, below)
        canvas.setStrokeColor(black)
        canvas.setLineWidth(_LINE_WIDTH)
        canvas.setLineCap(_ROUND)
        canvas.setLineJoin(_ROUND)
        canvas.drawPath(lines, stroke=1, fill=0)


_SHIFTED = {TA_CENTER: 0.5, TA_RIGHT: 1.0}
