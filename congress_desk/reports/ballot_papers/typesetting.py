"""Lines of text put on a ballot: whoever has the fonts measures them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from congress_desk.reports.ballot_papers.layout import Box, Face, TextLine

LEADING = 1.22
# How far below the top of its line the base line of a text lies.
_ASCENT = 0.93


class Typesetter(Protocol):
    """Knows the widths of the print font."""

    def width(self, text: str, face: Face, size: float) -> float:
        """Return how wide a text is, in points."""
        ...

    def broken(self, text: str, face: Face, size: float, width: float) -> tuple[str, ...]:
        """Return a text as lines of at most `width` points; a name of a body is not torn."""
        ...


@dataclass(frozen=True, slots=True)
class Words:
    """A text before it has a place; it is broken into lines of the width it gets."""

    text: str
    face: Face
    size: float


def rounded(value: float) -> float:
    """Return a length to the hundredth of a point: the same on every machine."""
    return round(value, 2)


def box(x: float, y: float, width: float, height: float) -> Box:
    """Return a box with rounded edges."""
    return Box(rounded(x), rounded(y), rounded(width), rounded(height))


def broken_lines(words: Iterable[Words], width: float, setter: Typesetter) -> list[Words]:
    """Return texts as lines that fit `width`; a text that is empty gives none."""
    return [
        Words(part, each.face, each.size)
        for each in words
        if each.text
        for part in setter.broken(each.text, each.face, each.size, width)
    ]


def height_of(lines: Sequence[Words]) -> float:
    """Return the height of lines below each other."""
    return sum(line.size * LEADING for line in lines)


def centred(
    lines: Sequence[Words], middle: float, top: float, setter: Typesetter
) -> list[TextLine]:
    """Put lines below each other, each in the middle of its room, from `top` down."""
    placed = []
    for line in lines:
        width = setter.width(line.text, line.face, line.size)
        base = top - line.size * _ASCENT
        placed.append(text_line(line, middle - width / 2, base, width))
        top -= line.size * LEADING
    return placed


def text_line(line: Words, x: float, y: float, width: float) -> TextLine:
    """Return a line at its place."""
    return TextLine(line.text, rounded(x), rounded(y), rounded(width), line.size, line.face)
