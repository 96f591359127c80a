"""What the reader says of one page: what is clear on each line, and what a person must look at.

The reader never guesses: a line is told where the evidence is clear on both sides, and a doubt
names every other line, or the whole page.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from congress_desk.domain.elections.ballots import Paper


class Why(StrEnum):
    """Why a person must look: at a line, or, below `OUTSIDE`, at the whole page."""

    PARTIAL = "partial"  # a stroke through a part of the name
    BETWEEN = "between"  # ink near the name that does not go through it
    TWO_IN_ONE = "two_in_one"  # one stroke through two names
    LIGHT = "light"  # too light to be told from a trace
    SCRIBBLE = "scribble"  # crossed over again and again: perhaps taken back
    COVERED = "covered"  # the printed name is missing: erased, covered, torn
    FOLD = "fold"  # a fold or shadow goes through the name
    BOX = "box"  # a mark at a box that is neither empty nor clearly crossed
    OUTSIDE = "outside"  # writing, a signature or a mark outside the list
    TORN = "torn"  # a corner mark is missing: torn, folded or covered
    BLURRED = "blurred"  # the print cannot be held against the paper
    TWICE = "twice"  # the picture is that of another page
    SIDES = "sides"  # the two sides of a ballot do not follow each other
    BARE = "bare"  # in black and white, and not one mark: a light pen leaves nothing there
    FAINT = "faint"  # a pen so light, or strokes in such pieces, that others may be lost
    PHOTOGRAPH = "photograph"  # taken by a telephone: a person looks at each


OF_PAGE = frozenset(
    {Why.OUTSIDE, Why.TORN, Why.BLURRED, Why.TWICE, Why.SIDES, Why.BARE, Why.FAINT, Why.PHOTOGRAPH}
)


class Aside(StrEnum):
    """Why a page is no ballot of this round: it is set aside, and nothing of it is counted."""

    NO_MARKS = "no_marks"  # no corner marks: no ballot at all
    MIRRORED = "mirrored"
    WRONG_LIST = "wrong_list"  # another print run of this election
    OTHER_ELECTION = "other_election"
    UNKNOWN_CODE = "unknown_code"  # marks of a ballot, and a code nobody can read
    TOO_COARSE = "too_coarse"  # fewer than 120 dots an inch
    BLANK = "blank"  # the empty back of a ballot
    COVER = "cover"  # a cover sheet


@dataclass(frozen=True, slots=True)
class LineDoubt:
    """A line that is not clear, by its position on the ballot from 1; 0 is the whole page."""

    position: int
    why: Why


@dataclass(frozen=True, slots=True, kw_only=True)
class PageReading:
    """One page of a ballot as read; the keys of `paper` are positions on the ballot.

    `page` is 1, or 2 on the back of a ballot of two pages. Lines in `doubts` stand in no set of
    `paper`. `positions` are all lines of the page.
    """

    page: int
    positions: tuple[int, ...]
    paper: Paper
    doubts: tuple[LineDoubt, ...]
