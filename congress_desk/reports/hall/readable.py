"""Whether a page can be read from the last row: how high its letters have to be.

A letter is read with ease when its capitals are seen under ten minutes of arc, twice what a normal
eye just tells apart: somebody with half the sight of a normal eye reads it too.
"""

from __future__ import annotations

from math import radians, tan

FARTHEST_M = 30.0
SCREEN_M = 3.0
MINUTES_OF_ARC = 10.0
# How high the capitals of Noto Sans are, as a share of the size of the letter.
CAPITALS = 0.714
# The height of a page: every other length is a share of it.
HEIGHT = 1000.0


def least_capitals(distance: float = FARTHEST_M) -> float:
    """Return how high capitals have to be, in metres, to be read from so many metres."""
    return distance * tan(radians(MINUTES_OF_ARC / 60))


def least_size(distance: float = FARTHEST_M, screen: float = SCREEN_M) -> float:
    """Return the least size of type on a page 1000 units high, on a screen of so many metres."""
    return least_capitals(distance) / screen * HEIGHT / CAPITALS
