"""A content laid out as pages of one width: the one layout of screen, PDF and slides."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from congress_desk.reports.hall.blocks import (
    BAR_HEIGHT,
    draw_bar,
    draw_blank,
    draw_cover,
    draw_figures,
    draw_statement,
    draw_verdict,
    figures_height,
    set_statement,
    verdict_height,
)
from congress_desk.reports.hall.content import (
    Bar,
    Cover,
    Figures,
    HallContent,
    HallLine,
    HallSeats,
    Lines,
    Part,
    Samples,
    SpeechClock,
    Statement,
    Verdict,
)
from congress_desk.reports.hall.frame import foot, framed, stamped
from congress_desk.reports.hall.list_pages import MOST_LINES, ListPage, list_pages
from congress_desk.reports.hall.measuring import Measure, Room
from congress_desk.reports.hall.page import HallPage, Mark, bottom_of, lowered
from congress_desk.reports.hall.sample_pages import sample_pages
from congress_desk.reports.hall.seats import draw_seats

WIDE = 16 / 9 * 1000
# Wider or narrower than this a page is not laid out: it stands in the middle of the screen.
_WIDEST, _NARROWEST = 2400.0, 1250.0
_GAP = 20.0
# A list begins below something else only where so much is left.
_LEAST_BELOW = 200.0
# So many words of a long text are kept on one page.
_PIECE = 24


class LaidOut(NamedTuple):
    """The pages of a content, and the one to begin with, from 0."""

    pages: tuple[HallPage, ...]
    first: int = 0


def page_width(width: float, height: float) -> float:
    """Return the width of a page, 1000 units high, for a screen of this size."""
    return min(max(width / max(height, 1) * 1000, _NARROWEST), _WIDEST)


def laid_out(content: HallContent, width: float, measure: Measure, now: datetime) -> LaidOut:
    """Lay a content out on pages so wide; `now` (wall clock) is for the time of a speech."""
    for part in content.parts:
        if isinstance(part, Cover):
            marks = draw_cover(content, part, width, measure)
            return LaidOut((HallPage(width=width, marks=tuple(marks), title=content.title),))
    frame = framed(content, width, measure)
    bodies = _Bodies(frame.room, measure)
    parts = [part.at(now) if isinstance(part, SpeechClock) else part for part in content.parts]
    for place, part in enumerate(parts):
        bodies.add(part, parts[place + 1 :])
    made = bodies.pages or [()]
    pages = tuple(
        HallPage(
            width=width,
            title=content.title,
            marks=(*frame.marks, *body, *foot(content, width, number, len(made), measure)),
        )
        for number, body in enumerate(made, start=1)
    )
    return LaidOut(pages, bodies.first)


def blank_page(cover: Cover, width: float, stamp: str, measure: Measure) -> HallPage:
    """Return the page with the emblem alone."""
    marks = draw_blank(cover, width)
    if stamp:
        marks += stamped(stamp, width, measure)
    return HallPage(width=width, marks=tuple(marks))


class _Bodies:
    """The bodies of pages while parts are laid one below the other."""

    def __init__(self, room: Room, measure: Measure) -> None:
        self._whole, self._measure = room, measure
        self._left = room
        self._made: list[list[Mark]] = []
        # Pages of blocks alone.
        self._loose: set[int] = set()
        self.first = 0

    @property
    def pages(self) -> list[Sequence[Mark]]:
        """Return what was laid out; a page that is not full stands in the middle."""
        return [self._in_the_middle(marks) for marks in self._made]

    def _in_the_middle(self, marks: Sequence[Mark]) -> Sequence[Mark]:
        """Move numbers and bars that leave much of a page free towards its middle."""
        if id(marks) not in self._loose:
            return marks
        free = self._whole.bottom - max(bottom_of(mark) for mark in marks)
        return [lowered(mark, free * 0.4) for mark in marks]

    def add(self, part: Part, after: Sequence[Part]) -> None:
        """Lay a part out below what there is, on a new page where it has no room.

        A text leaves room for what comes `after` it.
        """
        if isinstance(part, Lines):
            self._add_list(part)
        elif isinstance(part, Samples):
            self._made += [list(page) for page in sample_pages(part, self._whole, self._measure)]
            self._left = self._whole.below(self._whole.height)
        elif isinstance(part, HallSeats):
            self._add_seats(part)
        elif isinstance(part, Statement):
            self._add_statement(part, sum(map(self._height, after)))
        elif isinstance(part, Figures | Verdict | Bar):
            self._add_block(part)

    def _add_list(self, part: Lines) -> None:
        if not part.lines:
            return
        pages, first = list_pages(part, self._whole, self._measure)
        below: list[ListPage] = []
        if self._made and len(pages) == 1 and self._left.height > _LEAST_BELOW:
            below, _ = list_pages(part, self._left.below(_GAP), self._measure)
        if len(below) == 1:
            self._made[-1] += below[0]
            self._loose.discard(id(self._made[-1]))
        else:
            self.first = first if not self._made else 0
            self._made += [list(page) for page in pages]
        self._left = self._whole.below(self._whole.height)

    def _add_seats(self, part: HallSeats) -> None:
        """Let the hall have all the room that is left."""
        room = self._page_with(self._whole.height * 0.5)
        self._made[-1] += draw_seats(part, room, self._measure)
        self._loose.discard(id(self._made[-1]))
        self._left = room.below(room.height)

    def _add_statement(self, part: Statement, after: float) -> None:
        """Let a text be as large as the page has room for; a long one goes on as a list."""
        room = self._page_with(self._whole.height * 0.3)
        mine = room._replace(height=room.height - after)
        found = set_statement(part, mine, self._measure)
        if found.height <= mine.height and len(found.lines) <= MOST_LINES:
            self._made[-1] += draw_statement(part, found, mine)
            self._left = room.below(mine.height)
            self._loose.discard(id(self._made[-1]))
            return
        self._made.pop()
        self._left = self._whole.below(self._whole.height)
        self._add_list(Lines(lines=_in_pieces(part.text)))

    def _add_block(self, part: Figures | Verdict | Bar) -> None:
        height = self._height(part)
        room = self._page_with(height)
        if isinstance(part, Figures):
            self._made[-1] += draw_figures(part, room, self._measure)
        elif isinstance(part, Verdict):
            self._made[-1] += draw_verdict(part, room, self._measure)
        else:
            self._made[-1] += draw_bar(part, room)
        self._left = room.below(height)

    def _height(self, part: Part) -> float:
        """Return how high a part is that does not grow."""
        if isinstance(part, Figures):
            return figures_height(part, self._whole, self._measure) + _GAP
        if isinstance(part, Verdict):
            return verdict_height(part, self._whole, self._measure) + _GAP
        return BAR_HEIGHT + _GAP if isinstance(part, Bar) else 0.0

    def _page_with(self, height: float) -> Room:
        if not self._made or self._left.height < height:
            self._made.append([])
            self._loose.add(id(self._made[-1]))
            self._left = self._whole.below(_GAP)
        return self._left


def _in_pieces(text: str) -> tuple[HallLine, ...]:
    """Return a long text as lines of some words each, so that it can go on overleaf."""
    pieces = (line.split() for line in text.splitlines())
    return tuple(
        HallLine(text=" ".join(words[begin : begin + _PIECE]))
        for words in pieces
        for begin in range(0, len(words), _PIECE)
    )
