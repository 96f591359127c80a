"""The list of a ballot as a ruled table: rows, cells, names and boxes, each at its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from congress_desk.domain.ballot_papers.printed_list import PrintedName
from congress_desk.reports.ballot_papers.ballot_head import BASE_TYPE, EDGE
from congress_desk.reports.ballot_papers.forms import MM, PaperSize
from congress_desk.reports.ballot_papers.layout import (
    LEAST_TYPE,
    Box,
    Face,
    NameRow,
    Rule,
    TextLine,
)
from congress_desk.reports.ballot_papers.text import BallotText
from congress_desk.reports.ballot_papers.typesetting import (
    LEADING,
    Typesetter,
    Words,
    box,
    broken_lines,
    centred,
    height_of,
    rounded,
    text_line,
)

_PAD = 3.5
_GUTTER = 4 * MM
_LEAST_BOX = 9.5
_LARGEST_BOX = 17.0
# How much of the type size a row has above and below its lines, at least and where there is room.
_AIR = 0.2
_MOST_AIR = 1.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The columns of a table at one type size; widths in points, `block` one list beside others."""

    columns: int
    type_size: float
    block: float
    number: float
    name: float
    tick: float
    header: tuple[tuple[Words, ...], ...]

    @property
    def header_height(self) -> float:
        return max(height_of(cell) for cell in self.header) + 2 * _PAD

    @property
    def name_room(self) -> float:
        return self.name - 2 * _PAD

    @property
    def tick_box(self) -> float:
        return min(max(self.type_size * 0.95, _LEAST_BOX), _LARGEST_BOX)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableLayout:
    """A table at its place."""

    rows: tuple[NameRow, ...]
    lines: tuple[TextLine, ...]
    rules: tuple[Rule, ...]


def grid_of(
    text: BallotText, size: PaperSize, columns: int, type_size: float, setter: Typesetter
) -> Grid:
    """Return the columns of a table: the name gets what number and boxes leave."""
    whole = size.width - 2 * EDGE
    block = (whole - _GUTTER * (columns - 1)) / columns
    points = round(min(BASE_TYPE[size] * 0.82, type_size * 0.85), 2)
    digits = setter.width("8" * len(str(len(text.names))), Face.REGULAR, type_size)
    number = max(digits, setter.width(text.number_title, Face.BOLD, points)) + 2 * _PAD
    tick = 0.0
    if text.tick:
        words = f"{text.agree_title} {text.disagree_title}".split()
        pair = max(setter.width(text.agree_title, Face.BOLD, points), _LARGEST_BOX)
        longest = max(setter.width(word, Face.BOLD, points) for word in words)
        tick = max(pair, longest, setter.width("đồng ý", Face.BOLD, points)) + 2 * _PAD
    name = block - number - 2 * tick
    titles = [(text.number_title, number), (text.name_title, name)]
    if text.tick:
        titles += [(text.agree_title, tick), (text.disagree_title, tick)]
    header = tuple(
        tuple(broken_lines([Words(title, Face.BOLD, points)], width - 2, setter))
        for title, width in titles
    )
    return Grid(
        columns=columns,
        type_size=type_size,
        block=block,
        number=number,
        name=name,
        tick=tick,
        header=header,
    )


def name_lines(name: PrintedName, grid: Grid, setter: Typesetter) -> tuple[str, ...]:
    """Return a name as it is drawn: one line, unless it is wider than its cell."""
    return setter.broken(name.text, Face.REGULAR, grid.type_size, grid.name_room)


def is_torn(name: PrintedName, grid: Grid, setter: Typesetter) -> bool:
    """Say whether a name is wider than its cell though it would fit one line of the least type."""
    room = grid.name_room
    wide = setter.width(name.text, Face.REGULAR, grid.type_size) > room
    return wide and setter.width(name.text, Face.REGULAR, LEAST_TYPE) <= room


def row_heights(names: Sequence[tuple[str, ...]], grid: Grid) -> list[float]:
    """Return the least heights of the rows: those beside each other are equally high."""
    down = -(-len(names) // grid.columns)
    least = grid.tick_box + 4 if grid.tick else 0
    heights = []
    for row in range(down):
        most = max(len(lines) for lines in names[row::down])
        text = (most - 1) * grid.type_size * LEADING + grid.type_size * (1 + 2 * _AIR)
        heights.append(max(text, least))
    return heights


def table_layout(
    names: Sequence[tuple[int, PrintedName]],
    text: BallotText,
    grid: Grid,
    top: float,
    bottom: float,
    setter: Typesetter,
) -> TableLayout:
    """Lay out a table between `top` and `bottom`: rows spread where there is room.

    `names` carry their positions on the ballot, from 1; the first column is filled first.
    """
    drawn = [name_lines(name, grid, setter) for _, name in names]
    heights = _spread(row_heights(drawn, grid), grid, top - grid.header_height - bottom)
    down = len(heights)
    rows: list[NameRow] = []
    lines: list[TextLine] = []
    rules: list[Rule] = []
    for column in range(grid.columns):
        left = EDGE + column * (grid.block + _GUTTER)
        held = range(column * down, min((column + 1) * down, len(names)))
        if not held:
            break
        lines += _header(grid, left, top, setter)
        y = top - grid.header_height
        edges = [top, y]
        for place, index in enumerate(held):
            y -= heights[place]
            position, name = names[index]
            row = box(left, y, grid.block, heights[place])
            rows.append(_row(position, name, drawn[index], row, grid, setter))
            number = Words(str(position), Face.REGULAR, grid.type_size)
            lines += _in_cell([number], left, grid.number, row, setter)
            edges.append(y)
        rules += _ruled(grid, left, edges, text.tick)
    return TableLayout(rows=tuple(rows), lines=tuple(lines), rules=tuple(rules))


def _spread(heights: list[float], grid: Grid, room: float) -> list[float]:
    extra = (room - sum(heights)) / len(heights)
    most = grid.type_size * (_MOST_AIR - 2 * _AIR)
    return [height + min(max(extra, 0), most) for height in heights]


def _header(grid: Grid, left: float, top: float, setter: Typesetter) -> list[TextLine]:
    widths = [grid.number, grid.name, *([grid.tick, grid.tick] if grid.tick else [])]
    row = box(left, top - grid.header_height, grid.block, grid.header_height)
    placed: list[TextLine] = []
    for cell, width in zip(grid.header, widths, strict=True):
        placed += _in_cell(cell, left, width, row, setter)
        left += width
    return placed


def _in_cell(
    lines: Sequence[Words], left: float, width: float, row: Box, setter: Typesetter
) -> list[TextLine]:
    """Put lines in the middle of a cell of a row."""
    above = (row.height - height_of(lines)) / 2
    return centred(lines, left + width / 2, row.top - above, setter)


def _row(
    position: int,
    name: PrintedName,
    drawn: tuple[str, ...],
    row: Box,
    grid: Grid,
    setter: Typesetter,
) -> NameRow:
    cell = box(row.x + grid.number, row.y, grid.name, row.height)
    size = grid.type_size
    lines, top = [], row.top - (row.height - len(drawn) * size * LEADING) / 2
    for part in drawn:
        words = Words(part, Face.REGULAR, size)
        width = setter.width(part, Face.REGULAR, size)
        lines.append(text_line(words, cell.x + _PAD, top - size * 0.93, width))
        top -= size * LEADING
    agree = disagree = None
    if grid.tick:
        agree, disagree = (_tick_box(cell.right + place * grid.tick, row, grid) for place in (0, 1))
    return NameRow(
        position=position,
        candidate_id=name.candidate_id,
        row=row,
        name=cell,
        lines=tuple(lines),
        agree=agree,
        disagree=disagree,
    )


def _tick_box(left: float, row: Box, grid: Grid) -> Box:
    side = grid.tick_box
    return box(left + (grid.tick - side) / 2, row.y + (row.height - side) / 2, side, side)


def _ruled(grid: Grid, left: float, edges: list[float], tick: bool) -> list[Rule]:
    right, top, bottom = left + grid.block, edges[0], edges[-1]
    across = [Rule(rounded(left), rounded(y), rounded(right), rounded(y)) for y in edges]
    stops = [left, left + grid.number]
    if tick:
        stops += [right - 2 * grid.tick, right - grid.tick]
    down = [Rule(rounded(x), rounded(bottom), rounded(x), rounded(top)) for x in (*stops, right)]
    return [*across, *down]
