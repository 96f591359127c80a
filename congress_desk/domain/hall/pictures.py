"""The pictures a congress may have of its own for the hall, and how large they may be."""

from __future__ import annotations

from enum import StrEnum


class HallPicture(StrEnum):
    """An emblem stands on plain ground; a background fills the page of the congress."""

    EMBLEM = "emblem"
    BACKGROUND = "background"


# Bytes of a picture as it is kept in the file; what a user gives is made as small.
MOST_BYTES = {HallPicture.EMBLEM: 200_000, HallPicture.BACKGROUND: 600_000}
# The longer side, in pixels, of what is kept.
LONGEST_SIDE = {HallPicture.EMBLEM: 640, HallPicture.BACKGROUND: 1920}
