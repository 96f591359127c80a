"""Drawn signs: a tick, a cross, and the neutral emblem of a congress that has none of its own."""

from __future__ import annotations

from collections.abc import Iterator

from congress_desk.reports.hall.content import Tone
from congress_desk.reports.hall.page import (
    GROUND,
    HOLDS,
    LOOK,
    QUIET,
    TEXT,
    WRONG,
    BoxMark,
    Mark,
    StrokeMark,
)

COLOURS = {
    Tone.PLAIN: TEXT,
    Tone.QUIET: QUIET,
    Tone.HOLDS: HOLDS,
    Tone.WRONG: WRONG,
    Tone.LOOK: LOOK,
}


def sign(x: float, y: float, size: float, tone: Tone) -> Iterator[Mark]:
    """Draw the sign of a tone in a square at this place: a tick, a cross, or a bar for a look."""
    width, colour = size / 8, COLOURS[tone]

    def stroke(from_x: float, from_y: float, to_x: float, to_y: float) -> StrokeMark:
        return StrokeMark(
            x=x + from_x * size,
            y=y + from_y * size,
            to_x=x + to_x * size,
            to_y=y + to_y * size,
            width=width,
            colour=colour,
        )

    if tone is Tone.HOLDS:
        yield stroke(0.08, 0.55, 0.38, 0.88)
        yield stroke(0.38, 0.88, 0.95, 0.12)
    elif tone is Tone.WRONG:
        yield stroke(0.12, 0.12, 0.88, 0.88)
        yield stroke(0.12, 0.88, 0.88, 0.12)
    elif tone is Tone.LOOK:
        yield stroke(0.5, 0.08, 0.5, 0.6)
        yield stroke(0.5, 0.84, 0.5, 0.9)


def neutral_emblem(middle: float, top: float, size: float) -> Iterator[Mark]:
    """Draw a ballot going into a box, inside a ring: no sign of any state or party."""
    ring = size * 0.03
    yield BoxMark(
        x=middle - size / 2 + ring,
        y=top + ring,
        width=size - 2 * ring,
        height=size - 2 * ring,
        edge=TEXT,
        stroke=ring,
        radius=size / 2 - ring,
    )
    yield BoxMark(
        x=middle - size * 0.14, y=top + size * 0.2, width=size * 0.28, height=size * 0.36, fill=TEXT
    )
    tick = size * 0.2
    left, high = middle - tick / 2, top + size * 0.25
    for from_x, from_y, to_x, to_y in ((0.1, 0.55, 0.4, 0.85), (0.4, 0.85, 0.95, 0.15)):
        yield StrokeMark(
            x=left + from_x * tick,
            y=high + from_y * tick,
            to_x=left + to_x * tick,
            to_y=high + to_y * tick,
            width=size * 0.03,
            colour=GROUND,
        )
    yield BoxMark(
        x=middle - size * 0.26,
        y=top + size * 0.52,
        width=size * 0.52,
        height=size * 0.24,
        fill=GROUND,
        edge=TEXT,
        stroke=ring,
        radius=size * 0.02,
    )
    yield StrokeMark(
        x=middle - size * 0.17,
        y=top + size * 0.58,
        to_x=middle + size * 0.17,
        to_y=top + size * 0.58,
        width=ring,
        colour=TEXT,
    )
