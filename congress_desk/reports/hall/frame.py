"""What every page has around its body: the title above, what is said quietly, the number below."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from congress_desk.reports.hall.content import HallContent
from congress_desk.reports.hall.measuring import (
    LEADING,
    LEAST,
    Measure,
    Room,
    broken,
    largest,
    steps,
)
from congress_desk.reports.hall.page import (
    LINE,
    LOOK,
    QUIET,
    Align,
    BoxMark,
    Mark,
    StrokeMark,
    TextMark,
)
from congress_desk.reports.hall.readable import HEIGHT

SIDE = 60.0
_TOP, _BOTTOM = 36.0, 30.0
_TITLES = steps(62.0)
_TITLE_SHARE = 0.3


class Frame(NamedTuple):
    """The marks around the body of every page of a content, and the room that is left for it."""

    marks: tuple[Mark, ...]
    room: Room


def framed(content: HallContent, width: float, measure: Measure) -> Frame:
    """Lay the title of a content out and keep a line at the foot."""
    marks: list[Mark] = []
    inner = width - 2 * SIDE
    y = _TOP
    if content.stamp:
        marks += stamped(content.stamp, width, measure)
        y += LEAST * 1.5
    title = largest(
        content.title, inner, HEIGHT * _TITLE_SHARE, measure, _TITLES, bold=True, lines=2
    )
    if content.title:
        for line in title.lines:
            y += title.size * LEADING
            marks.append(
                TextMark(x=SIDE, y=y - title.size * 0.25, text=line, size=title.size, bold=True)
            )
    quiet = largest(content.subtitle, inner, HEIGHT, measure, (LEAST,))
    for line in quiet.lines if content.subtitle else ():
        y += LEAST * 1.25
        marks.append(TextMark(x=SIDE, y=y - LEAST * 0.28, text=line, size=LEAST, colour=QUIET))
    if content.title:
        y += 10
        marks.append(StrokeMark(x=SIDE, y=y, to_x=width - SIDE, to_y=y, colour=LINE))
    below = _foot_lines(content, width, measure)
    bottom = HEIGHT - _BOTTOM - max(len(below), 1) * LEAST * LEADING
    return Frame(tuple(marks), Room(SIDE, y, inner, bottom - y))


def foot(
    content: HallContent, width: float, number: int, count: int, measure: Measure
) -> Iterator[Mark]:
    """Draw the foot of one page: what stands there, and which page it is when there are several."""
    below = _foot_lines(content, width, measure)
    last = HEIGHT - _BOTTOM - LEAST * 0.2
    y = last - (len(below) - 1) * LEAST * LEADING
    for line in below:
        yield TextMark(x=SIDE, y=y, text=line, size=LEAST, colour=QUIET)
        y += LEAST * LEADING
    if count > 1:
        yield TextMark(
            x=width - SIDE,
            y=last,
            text=f"{number} / {count}",
            size=LEAST,
            bold=True,
            colour=QUIET,
            align=Align.RIGHT,
        )


def _foot_lines(content: HallContent, width: float, measure: Measure) -> tuple[str, ...]:
    """Break the foot beside the number of the page, which may be "12 / 12"."""
    inner = width - 2 * SIDE - (measure("12 / 12", True) + 1) * LEAST
    return broken(content.foot, inner / LEAST, measure) if content.foot else ()


def stamped(stamp: str, width: float, measure: Measure) -> Iterator[Mark]:
    """Draw over the whole width that nothing here is real."""
    yield BoxMark(x=0, y=0, width=width, height=LEAST * 1.5, fill=LOOK)
    fits = min(LEAST, (width - 2 * SIDE) / max(measure(stamp, True), 1))
    yield TextMark(
        x=width / 2,
        y=LEAST * 1.1,
        text=stamp,
        size=fits,
        bold=True,
        colour="#14202b",
        align=Align.CENTRE,
        ground=LOOK,
    )
