"""How wide texts are, and texts broken into lines: nothing said to the hall is ever shortened."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple, Protocol

from congress_desk.reports.document.line_breaks import NBSP, unbroken
from congress_desk.reports.hall.readable import least_size

# The least type of a page, and the room a line of it takes.
LEAST = float(ceil(least_size()))
LEADING = 1.2


class Measure(Protocol):
    """Knows the width of a text in type of size 1."""

    def __call__(self, text: str, bold: bool) -> float: ...


class Room(NamedTuple):
    """A free place on a page."""

    left: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        return self.top + self.height

    @property
    def middle(self) -> float:
        return self.left + self.width / 2

    def below(self, taken: float) -> Room:
        """Return what is left of it below something so high."""
        return Room(self.left, self.top + taken, self.width, self.height - taken)


class Setting(NamedTuple):
    """A text broken into lines, and the size at which they fit."""

    lines: tuple[str, ...]
    size: float

    @property
    def height(self) -> float:
        return len(self.lines) * self.size * LEADING


def broken(text: str, width: float, measure: Measure, *, bold: bool = False) -> tuple[str, ...]:
    """Return a text in lines at most so wide, in type of size 1; a longer word is torn.

    Every line of the text itself begins a new one.
    """
    made: list[str] = []
    for paragraph in unbroken(text).splitlines() or [""]:
        line = ""
        # A space that does not break ("2025 - 2030", "lần thứ XII") is part of its word.
        for word in filter(None, paragraph.split(" ")):
            longer = f"{line} {word}" if line else word
            if measure(longer, bold) <= width:
                line = longer
                continue
            if line:
                made.append(line)
            *whole, line = _torn(word, width, measure, bold)
            made += whole
        made.append(line)
    return tuple(line.replace(NBSP, " ") for line in made)


def largest(
    text: str,
    width: float,
    height: float,
    measure: Measure,
    sizes: Sequence[float],
    *,
    bold: bool = False,
    lines: int = 12,
) -> Setting:
    """Return a text in the largest of these sizes in which it fits; else in the least of them.

    Sizes from large to small. In the least it may be higher than the room: its pages go on.
    """
    for size in sizes:
        found = Setting(broken(text, width / size, measure, bold=bold), size)
        if found.height <= height and len(found.lines) <= lines:
            return Setting(_evened(found.lines, text, width / size, measure, bold), size)
    return Setting(broken(text, width / sizes[-1], measure, bold=bold), sizes[-1])


def _evened(
    lines: Sequence[str], text: str, width: float, measure: Measure, bold: bool
) -> tuple[str, ...]:
    """Return the same number of lines, as long as each other: no last word stands alone."""
    least, most = width / 2, width
    for _ in range(6):
        middle = (least + most) / 2
        if len(broken(text, middle, measure, bold=bold)) > len(lines):
            least = middle
        else:
            most = middle
    return broken(text, most, measure, bold=bold)


def steps(most: float, least: float = LEAST) -> tuple[float, ...]:
    """Return sizes from `most` down to `least`, each a little smaller than the one before."""
    found = [most]
    while found[-1] > least:
        found.append(max(round(found[-1] * 0.95, 1), least))
    return tuple(found)


def _torn(word: str, width: float, measure: Measure, bold: bool) -> list[str]:
    pieces, piece = [], ""
    for letter in word:
        if piece and measure(piece + letter, bold) > width:
            pieces.append(piece)
            piece = ""
        piece += letter
    return [*pieces, piece]
