"""A list on as few pages as possible, as large as it can be there, its lines shared evenly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from congress_desk.reports.hall.content import HallLine, Lines
from congress_desk.reports.hall.measuring import LEADING, LEAST, Measure, Room, broken, steps
from congress_desk.reports.hall.page import (
    LINE,
    QUIET,
    Align,
    Mark,
    PictureMark,
    StrokeMark,
    TextMark,
)
from congress_desk.reports.hall.signs import COLOURS

MOST_LINES = 12
PITCH = 1.42
_SIZES = steps(84.0)
_GAP = 0.55
_PHOTO_HEIGHT, _PHOTO_SHARE = 108.0, 0.75


class Columns(NamedTuple):
    """Where the columns of a list are, in type of one size."""

    photo: float
    lead: float
    text: float
    value: float
    share: float


class SetLine(NamedTuple):
    """A line of a list broken into rows; the remark stands after the last row, or below it."""

    line: HallLine
    rows: tuple[str, ...]
    remarks: tuple[str, ...]
    beside: bool
    height: float

    @property
    def rows_taken(self) -> int:
        return len(self.rows) + (0 if self.beside else len(self.remarks))


ListPage = tuple[Mark, ...]


def list_pages(part: Lines, room: Room, measure: Measure) -> tuple[list[ListPage], int]:
    """Return the pages of a list, and the page to begin with, from 0."""
    if not part.lines:
        return [()], 0
    size, set_lines, fewest = _largest(part.lines, room, measure)
    pages = _evenly(set_lines, room.height, fewest)
    columns = _columns(part.lines, size, room, measure)
    drawn = [tuple(_drawn(page, size, columns, room, measure)) for page in pages]
    begun = 0
    for number, page in enumerate(pages):
        if part.first < begun + len(page):
            return drawn, number
        begun += len(page)
    return drawn, 0


def _largest(
    lines: Sequence[HallLine], room: Room, measure: Measure
) -> tuple[float, tuple[SetLine, ...], int]:
    """Return the largest size of type in which a list takes no more pages than in the least.

    With it the list so set, and how many pages that is. Smaller type never takes more pages, so
    the sizes are halved until one is left.
    """
    size, found = LEAST, _set(lines, LEAST, room, measure)
    fewest = len(_packed(found, room.height))
    low, high = 0, len(_SIZES) - 1
    while low < high:
        middle = (low + high) // 2
        tried = _set(lines, _SIZES[middle], room, measure)
        if len(_packed(tried, room.height)) == fewest:
            size, found, high = _SIZES[middle], tried, middle
        else:
            low = middle + 1
    return size, found, fewest


def _columns(lines: Sequence[HallLine], size: float, room: Room, measure: Measure) -> Columns:
    """Return how wide each column is; one that nobody fills takes no room."""

    def widest(name: str, bold: bool) -> float:
        most = max(measure(getattr(line, name), bold) for line in lines)
        return (most + _GAP) * size if most else 0.0

    photo = _PHOTO_HEIGHT * _PHOTO_SHARE + size * _GAP if any(x.photo for x in lines) else 0.0
    lead, value, share = widest("lead", False), widest("value", True), widest("share", False)
    return Columns(photo, lead, room.width - photo - lead - value - share, value, share)


def _set(
    lines: Sequence[HallLine], size: float, room: Room, measure: Measure
) -> tuple[SetLine, ...]:
    columns = _columns(lines, size, room, measure)
    return tuple(_set_line(line, size, columns, measure) for line in lines)


def _set_line(line: HallLine, size: float, columns: Columns, measure: Measure) -> SetLine:
    width = columns.text / size
    rows = broken(line.text, width, measure, bold=line.bold)
    beside = measure(rows[-1], line.bold) + _GAP + measure(line.remark, False) <= width
    remarks = broken(line.remark, width, measure) if line.remark else ()
    below = 0 if beside else len(remarks)
    height = size * PITCH + (len(rows) - 1 + below) * size * LEADING
    return SetLine(line, rows, remarks, beside, max(height, _photo_height(columns)))


def _photo_height(columns: Columns) -> float:
    return _PHOTO_HEIGHT + 8 if columns.photo else 0.0


def _packed(lines: Sequence[SetLine], height: float) -> list[list[SetLine]]:
    """Fill page after page; a line higher than a page has one of its own."""
    pages: list[list[SetLine]] = [[]]
    taken, count = 0.0, 0
    for line in lines:
        if pages[-1] and (taken + line.height > height or count + line.rows_taken > MOST_LINES):
            pages.append([])
            taken, count = 0.0, 0
        pages[-1].append(line)
        taken, count = taken + line.height, count + line.rows_taken
    return pages


def _evenly(lines: Sequence[SetLine], height: float, pages: int) -> list[list[SetLine]]:
    """Share lines among so many pages so that the fullest is as empty as it can be."""
    least, most = height / 4, height
    for _ in range(10):
        middle = (least + most) / 2
        if len(_packed(lines, middle)) > pages:
            least = middle
        else:
            most = middle
    return _packed(lines, most)


def _drawn(
    page: Sequence[SetLine], size: float, columns: Columns, room: Room, measure: Measure
) -> Iterator[Mark]:
    y = room.top
    for line in page:
        yield from _line(line, y, size, columns, room, measure)
        y += line.height
        yield StrokeMark(x=room.left, y=y, to_x=room.left + room.width, to_y=y, colour=LINE)


def _line(
    line: SetLine, top: float, size: float, columns: Columns, room: Room, measure: Measure
) -> Iterator[Mark]:
    said, right = line.line, room.left + room.width
    rows = line.rows_taken
    used = size * PITCH + (rows - 1) * size * LEADING
    y = top + (line.height - used) / 2 + size * 1.05
    if said.photo:
        box = _PHOTO_HEIGHT
        yield PictureMark(
            x=room.left,
            y=top + (line.height - box) / 2,
            width=box * _PHOTO_SHARE,
            height=box,
            image=said.photo,
        )
    base, left = y, room.left + columns.photo
    colour = COLOURS[said.tone]
    if said.lead:
        yield TextMark(x=left, y=y, text=said.lead, size=size, colour=QUIET)
    left += columns.lead
    for row in line.rows:
        yield TextMark(x=left, y=y, text=row, size=size, bold=said.bold, colour=colour)
        y += size * LEADING
    if line.remarks and line.beside:
        at = left + (measure(line.rows[-1], said.bold) + _GAP) * size
        yield TextMark(x=at, y=y - size * LEADING, text=line.remarks[0], size=size, colour=QUIET)
    for row in () if line.beside else line.remarks:
        yield TextMark(x=left, y=y, text=row, size=size, colour=QUIET)
        y += size * LEADING
    if said.value:
        at = right - columns.share
        yield TextMark(x=at, y=base, text=said.value, size=size, bold=True, colour=colour,
                       align=Align.RIGHT)  # fmt: skip
    if said.share:
        yield TextMark(x=right, y=base, text=said.share, size=size, colour=QUIET, align=Align.RIGHT)
