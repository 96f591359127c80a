"""What a page says in large: numbers, a text in the middle, a verdict, a bar, the cover."""

from __future__ import annotations

from collections.abc import Iterator

from congress_desk.reports.hall.content import Bar, Cover, Figures, HallContent, Statement, Verdict
from congress_desk.reports.hall.frame import SIDE, stamped
from congress_desk.reports.hall.measuring import (
    LEADING,
    LEAST,
    Measure,
    Room,
    Setting,
    broken,
    largest,
    steps,
)
from congress_desk.reports.hall.page import (
    GROUND,
    HOLDS,
    LINE,
    QUIET,
    Align,
    BoxMark,
    Mark,
    PictureMark,
    TextMark,
)
from congress_desk.reports.hall.readable import HEIGHT
from congress_desk.reports.hall.signs import COLOURS, neutral_emblem, sign

_NUMBERS = steps(160.0)
_STATEMENTS = steps(110.0)
_VERDICTS = steps(84.0)
_TITLES = steps(92.0)
_EMBLEM = 340.0
_BAR = 60.0


def figures_height(part: Figures, room: Room, measure: Measure) -> float:
    """Return how high a row of numbers is."""
    size, words = _set_figures(part, room, measure)
    most = max(len(lines) for lines in words)
    return size * 1.05 + most * LEAST * LEADING + 24


def draw_figures(part: Figures, room: Room, measure: Measure) -> Iterator[Mark]:
    """Draw numbers side by side, each over its words."""
    size, words = _set_figures(part, room, measure)
    width = room.width / len(part.figures)
    for place, (figure, lines) in enumerate(zip(part.figures, words, strict=True)):
        middle, y = room.left + (place + 0.5) * width, room.top + size * 0.95
        yield TextMark(x=middle, y=y, text=figure.value, size=size, bold=True,
                       colour=COLOURS[figure.tone], align=Align.CENTRE)  # fmt: skip
        for line in lines:
            y += LEAST * LEADING
            yield TextMark(
                x=middle, y=y + 8, text=line, size=LEAST, colour=QUIET, align=Align.CENTRE
            )


def _set_figures(
    part: Figures, room: Room, measure: Measure
) -> tuple[float, list[tuple[str, ...]]]:
    width = room.width / len(part.figures) * 0.84
    widest = max(measure(figure.value, True) for figure in part.figures)
    size = next((size for size in _NUMBERS if widest * size <= width), LEAST)
    return size, [broken(figure.words, width / LEAST, measure) for figure in part.figures]


def set_statement(part: Statement, room: Room, measure: Measure) -> Setting:
    """Return a text as large as it can be in a room."""
    return largest(part.text, room.width, room.height, measure, _STATEMENTS, bold=True)


def draw_statement(part: Statement, found: Setting, room: Room) -> Iterator[Mark]:
    """Draw a text that was set, in the middle of the room."""
    y = room.top + max(room.height - found.height, 0) / 2
    for line in found.lines:
        y += found.size * LEADING
        yield TextMark(x=room.middle, y=y - found.size * 0.25, text=line, size=found.size,
                       bold=True, colour=COLOURS[part.tone], align=Align.CENTRE)  # fmt: skip


def _set_verdict(part: Verdict, room: Room, measure: Measure) -> Setting:
    size = _VERDICTS[0]
    return largest(part.text, room.width - size, HEIGHT, measure, _VERDICTS, bold=True, lines=1)


def verdict_height(part: Verdict, room: Room, measure: Measure) -> float:
    """Return how high a verdict is."""
    return _set_verdict(part, room, measure).height + 24


def draw_verdict(part: Verdict, room: Room, measure: Measure) -> Iterator[Mark]:
    """Draw a verdict in the middle, its sign before it."""
    found = _set_verdict(part, room, measure)
    y = room.top + 12
    widest = max(measure(line, True) for line in found.lines) * found.size
    left = room.middle - widest / 2
    yield from sign(left - found.size * 0.55, y + found.size * 0.3, found.size * 0.7, part.tone)
    for line in found.lines:
        y += found.size * LEADING
        yield TextMark(x=room.middle + found.size * 0.4, y=y - found.size * 0.25, text=line,
                       size=found.size, bold=True, colour=COLOURS[part.tone],
                       align=Align.CENTRE)  # fmt: skip


BAR_HEIGHT = _BAR + 40


def draw_bar(part: Bar, room: Room) -> Iterator[Mark]:
    """Draw how much is done as a bar."""
    share = min(part.done / part.of, 1.0) if part.of else 0.0
    y = room.top + 20
    yield BoxMark(x=room.left, y=y, width=room.width, height=_BAR, edge=LINE, stroke=4, radius=8)
    if share:
        yield BoxMark(
            x=room.left, y=y, width=max(room.width * share, 16), height=_BAR, fill=HOLDS, radius=8
        )


def draw_cover(content: HallContent, cover: Cover, width: float, measure: Measure) -> list[Mark]:
    """Draw the page of the congress: emblem and title, on its picture where it has one."""
    marks: list[Mark] = []
    top, room = 90.0, HEIGHT - 90 - _EMBLEM - 90
    if cover.background:
        marks += _picture(cover, width)
        top, room = 560.0, 390.0
        marks.append(BoxMark(x=0, y=530, width=width, height=HEIGHT - 530, fill=GROUND))
    else:
        marks += _emblem(cover, width / 2, top, _EMBLEM)
        top += _EMBLEM + 40
    inner = width - 2 * SIDE
    quiet = broken(content.subtitle, inner / LEAST, measure) if content.subtitle else ()
    left = room - len(quiet) * LEAST * LEADING
    title = largest(content.title, inner, left, measure, _TITLES, bold=True, lines=5)
    y = top
    for line in title.lines:
        y += title.size * LEADING
        marks.append(
            TextMark(x=width / 2, y=y - title.size * 0.25, text=line, size=title.size,
                     bold=True, align=Align.CENTRE)
        )  # fmt: skip
    y += 14
    for line in quiet:
        y += LEAST * LEADING
        marks.append(TextMark(x=width / 2, y=y, text=line, size=LEAST, colour=QUIET,
                              align=Align.CENTRE))  # fmt: skip
    if content.stamp:
        marks += stamped(content.stamp, width, measure)
    return marks


def draw_blank(cover: Cover, width: float) -> list[Mark]:
    """Draw the page that the hall sees while nothing is shown: the emblem alone."""
    if cover.background:
        return _picture(cover, width)
    return _emblem(cover, width / 2, (HEIGHT - _EMBLEM * 1.4) / 2, _EMBLEM * 1.4)


def _picture(cover: Cover, width: float) -> list[Mark]:
    return [PictureMark(x=0, y=0, width=width, height=HEIGHT, image=cover.background, fills=True)]


def _emblem(cover: Cover, middle: float, top: float, size: float) -> list[Mark]:
    if cover.emblem:
        box = size * 1.6
        return [PictureMark(x=middle - box / 2, y=top, width=box, height=size, image=cover.emblem)]
    return list(neutral_emblem(middle, top, size))
