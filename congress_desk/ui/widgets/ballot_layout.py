"""Where the names stand on a drawn ballot: columns, row height and type size, in pixels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

MOST_COLUMNS = 4
SMALLEST_TYPE = 9
_ROW_OF_TYPE = 1.38
_ROOMY_ROW_OF_TYPE = 1.9
_BOX_OF_TYPE = 1.15
_BOX_COLUMN_OF_TYPE = 1.9
_HEAD_EMS = 4.0
_SAME_SIZE = 0.94
_HEAD_LINES = 2.7
_MOST_OF_COLUMN = 0.45
_OUTLIER = 1.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle in pixels."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotLayout:
    """A ballot of `rows` lines in `columns`; `number` and `boxes` are widths inside a column."""

    columns: int
    rows: int
    column_width: float
    gap: float
    row_height: float
    top: float
    type_size: int
    number: float
    boxes: float
    head_type: int

    @property
    def box_side(self) -> float:
        return self.type_size * _BOX_OF_TYPE

    def line(self, index: int) -> Box:
        """Return the whole line of the name with this index, from 0, down the columns."""
        column, row = divmod(index, self.rows)
        x = column * (self.column_width + self.gap)
        y = self.top + row * self.row_height
        return Box(x=x, y=y, width=self.column_width, height=self.row_height)

    def name(self, index: int) -> Box:
        """Return the part of the line that the name may fill."""
        line = self.line(index)
        width = line.width - self.number - self.boxes
        return Box(x=line.x + self.number, y=line.y, width=width, height=line.height)

    @property
    def height(self) -> float:
        """Return the height of the whole ballot."""
        return self.top + self.rows * self.row_height

    def head(self, column: int) -> Box:
        """Return where the titles of a column's two boxes stand."""
        x = column * (self.column_width + self.gap) + self.column_width - self.boxes
        return Box(x=x, y=0, width=self.boxes, height=self.top)


def lay_out(
    name_widths: Sequence[float],
    width: float,
    height: float,
    *,
    ticked: bool,
    largest: int,
    scale: float,
    least: int = 0,
) -> BallotLayout:
    """Choose the columns that let the names be largest; fewer columns when it makes no difference.

    `name_widths` are in ems. `largest` bounds the type; lengths of the design grow with `scale`.
    A name far longer than the others may have to be shortened, never all of them. Where the type
    would be smaller than `least`, the ballot is higher than `height` and scrolls.
    """
    tried = [
        _with_columns(columns, name_widths, width, height, ticked, largest, scale)
        for columns in range(1, min(MOST_COLUMNS, max(len(name_widths), 1)) + 1)
    ]
    longest = _usual_longest(name_widths)
    best = max(_fit(layout, longest) for layout in tried)
    chosen = next(layout for layout in tried if _fit(layout, longest) >= best * _SAME_SIZE)
    if _read_size(chosen) >= least:
        return chosen
    higher = (replace(layout, row_height=least * _ROW_OF_TYPE) for layout in reversed(tried))
    ways = [_in_type(layout, least, ticked) for layout in higher]
    return next((way for way in ways if way.name(0).width >= longest * least), ways[-1])


def _read_size(layout: BallotLayout) -> float:
    """Return the type that a line leaves whole."""
    return layout.type_size * min(1.0, layout.row_height / (layout.type_size * _ROW_OF_TYPE))


def _in_type(layout: BallotLayout, size: int, ticked: bool) -> BallotLayout:
    """Return a layout with its names in another size."""
    boxes = 2 * _BOX_COLUMN_OF_TYPE * size if ticked else 0.0
    return replace(
        layout,
        type_size=size,
        number=layout.number / layout.type_size * size,
        boxes=max(layout.boxes, min(boxes, layout.column_width * _MOST_OF_COLUMN)),
    )


def _fit(layout: BallotLayout, longest: float) -> float:
    """Return how well a layout reads: its type, less when lines or names do not fit."""
    lines = min(1.0, layout.row_height / (layout.type_size * _ROW_OF_TYPE))
    names = min(1.0, layout.name(0).width / (longest * layout.type_size))
    return layout.type_size * lines * max(names, 0.01)


def _with_columns(
    columns: int,
    name_widths: Sequence[float],
    width: float,
    height: float,
    ticked: bool,
    largest: int,
    scale: float,
) -> BallotLayout:
    count = max(len(name_widths), 1)
    rows = -(-count // columns)
    gap = 28 * scale if columns < 3 else 16 * scale
    head_type = max((12 if columns < 3 else 9) * scale, SMALLEST_TYPE)
    top = head_type * _HEAD_LINES if ticked else 0.0
    column_width = (width - gap * (columns - 1)) / columns
    number_ems = 0.62 * len(str(count)) + 0.75
    least_boxes = 2 * _HEAD_EMS * head_type if ticked else 0.0
    box_ems = 2 * _BOX_COLUMN_OF_TYPE if ticked else 0.0
    row_height = (height - top) / rows
    by_height = row_height / _ROW_OF_TYPE
    named = number_ems + _usual_longest(name_widths)
    by_width = min(column_width / (named + box_ems), (column_width - least_boxes) / named)
    size = max(int(min(by_height, by_width, largest)), SMALLEST_TYPE)
    return BallotLayout(
        columns=columns,
        rows=rows,
        column_width=column_width,
        gap=gap,
        row_height=min(row_height, size * _ROOMY_ROW_OF_TYPE),
        top=top,
        type_size=size,
        number=number_ems * size,
        boxes=min(max(box_ems * size, least_boxes), column_width * _MOST_OF_COLUMN),
        head_type=int(head_type),
    )


def _usual_longest(name_widths: Sequence[float]) -> float:
    """Return the width most names keep within: one very long name must not shrink all others."""
    ordered = sorted(name_widths) or [1.0]
    middle = ordered[len(ordered) // 2]
    return max(1.0, *(width for width in ordered if width <= middle * _OUTLIER))
