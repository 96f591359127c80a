"""A page of the hall as marks on a ground, 1000 units high: whoever paints draws them as they are.

Places are from the left and the top; a text stands on its base line.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from congress_desk.reports.hall.readable import HEIGHT

# Light on dark: a hall is darkened. Every pair that meets has a contrast of 7 at the least.
GROUND = "#0d2031"
TEXT = "#ffffff"
QUIET = "#b9c9d8"
HOLDS = "#8fe0b5"
WRONG = "#ffb4ab"
LOOK = "#ffd479"
LINE = "#38536b"
# A drawn ballot is paper: dark on white.
PAPER, INK, PEN, EDGE = "#ffffff", "#14202b", "#123a8c", "#5d6f80"


class Align(StrEnum):
    """Where a text stands about its place."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True, kw_only=True)
class TextMark:
    """A line of text; `y` is its base line, `ground` what it stands on."""

    x: float
    y: float
    text: str
    size: float
    bold: bool = False
    colour: str = TEXT
    align: Align = Align.LEFT
    ground: str = GROUND


@dataclass(frozen=True, slots=True, kw_only=True)
class StrokeMark:
    """A straight stroke from one point to another."""

    x: float
    y: float
    to_x: float
    to_y: float
    width: float = 2.0
    colour: str = LINE


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxMark:
    """A filled box with rounded corners; "" fills or outlines nothing."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    edge: str = ""
    stroke: float = 2.0
    radius: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureMark:
    """A picture, JPEG or PNG, whole inside its box; one that `fills` covers the box instead."""

    x: float
    y: float
    width: float
    height: float
    image: bytes = field(repr=False)
    fills: bool = False

    def placed(self, width: float, height: float) -> tuple[float, float, float, float]:
        """Return where a picture of this size stands: left, top, width, height."""
        scales = (self.width / width, self.height / height)
        scale = max(scales) if self.fills else min(scales)
        wide, high = width * scale, height * scale
        return (
            self.x + (self.width - wide) / 2,
            self.y + (self.height - high) / 2,
            wide,
            high,
        )


Mark = TextMark | StrokeMark | BoxMark | PictureMark


def bottom_of(mark: Mark) -> float:
    """Return how far down a mark reaches."""
    if isinstance(mark, StrokeMark):
        return max(mark.y, mark.to_y)
    return mark.y + (0 if isinstance(mark, TextMark) else mark.height)


def lowered(mark: Mark, by: float) -> Mark:
    """Return a mark moved down."""
    if isinstance(mark, StrokeMark):
        return replace(mark, y=mark.y + by, to_y=mark.to_y + by)
    return replace(mark, y=mark.y + by)


@dataclass(frozen=True, slots=True, kw_only=True)
class HallPage:
    """One page: its width with a height of 1000, its marks in the order they are painted."""

    width: float
    marks: tuple[Mark, ...]
    title: str = ""

    @property
    def texts(self) -> tuple[TextMark, ...]:
        return tuple(mark for mark in self.marks if isinstance(mark, TextMark))

    @property
    def smallest(self) -> float:
        """Return the size of its smallest type, that of the page's height where it says nothing."""
        return min((mark.size for mark in self.texts), default=HEIGHT)
