"""Text that fits a card: it shrinks, then breaks into lines, then is cut where all can see it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from congress_desk.exports.pdf.fonts import text_width
from congress_desk.exports.pdf.head import DrawnLine, broken, filled
from congress_desk.exports.pdf.text import bounded, printable

_LONGEST = 400
LEADING = 1.2
_STEP = 0.25


class Fitted(NamedTuple):
    """Lines of text and the size in points they fit with."""

    lines: tuple[str, ...]
    size: float


def fitted(
    text: str, face: str, size: float, *, least: float, width: float, lines: int = 1
) -> Fitted:
    """Fit text into `width` points: in one line down to three quarters of `size`, then in more.

    What does not fit `lines` lines of the `least` size is cut with "…".
    """
    clean = bounded(printable(text), _LONGEST)
    whole = text_width(clean, face, size)
    if whole <= width:
        return Fitted((clean,), size)
    alone = size * width / whole
    if alone >= (size * 0.75 if lines > 1 else least):
        return Fitted((clean,), alone)
    if lines == 1:
        return Fitted((_cut(clean, face, least, width),), least)
    return _in_lines(clean, face, size * 0.85, least, width, lines)


def fitted_together(
    texts: Sequence[str], face: str, size: float, *, least: float, width: float, height: float
) -> list[Fitted]:
    """Fit whole texts one below the other, in the largest common size; [] = not even in the least.

    Lines break between any two words: there is no room to break them well.
    """
    clean = [bounded(printable(text), _LONGEST) for text in texts]
    while size >= least:
        lines = [filled(DrawnLine(text, face, size), width) for text in clean]
        if sum(map(len, lines)) * size * LEADING <= height:
            return [Fitted(tuple(line.text for line in parts), size) for parts in lines]
        size -= _STEP
    return []


def _in_lines(text: str, face: str, size: float, least: float, width: float, lines: int) -> Fitted:
    while True:
        parts = [line.text for line in broken(DrawnLine(text, face, size), width)]
        if len(parts) <= lines:
            return Fitted(tuple(parts), size)
        if size <= least:
            break
        size = max(least, size * 0.9)
    rest = " ".join(parts[lines - 1 :])
    return Fitted((*parts[: lines - 1], _cut(rest, face, least, width)), least)


def _cut(text: str, face: str, size: float, width: float) -> str:
    if text_width(text, face, size) <= width:
        return text
    while text and text_width(f"{text}…", face, size) > width:
        text = text[:-1]
    return f"{text.rstrip()}…"
