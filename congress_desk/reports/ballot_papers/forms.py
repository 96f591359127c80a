"""What may be chosen of a ballot paper: its size, columns, papers to a sheet, and its colour."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

MM = 72 / 25.4
Corner = tuple[float, float]


class PaperSize(StrEnum):
    """Sizes of ISO 216; each is the half of the one before it."""

    A3 = "A3"
    A4 = "A4"
    A5 = "A5"
    A6 = "A6"

    @property
    def width(self) -> float:
        """Return the shorter side in points."""
        return _MILLIMETRES[self][0] * MM

    @property
    def height(self) -> float:
        """Return the longer side in points."""
        return _MILLIMETRES[self][1] * MM

    def doubled(self, copies: int) -> PaperSize | None:
        """Return the size that holds 1, 2 or 4 of this one, None where there is none."""
        place = list(PaperSize).index(self) - _DOUBLINGS[copies]
        return list(PaperSize)[place] if place >= 0 else None


_MILLIMETRES = {
    PaperSize.A3: (297, 420),
    PaperSize.A4: (210, 297),
    PaperSize.A5: (148.5, 210),
    PaperSize.A6: (105, 148.5),
}
_DOUBLINGS = {1: 0, 2: 1, 4: 2}
ON_SHEET = tuple(_DOUBLINGS)


class ColourKind(StrEnum):
    """How ballots of several elections are distinguished: by the paper, or by a printed band."""

    PAPER = "paper"  # printed on coloured paper: the ballot says which
    BAND = "band"  # printed on white paper with a band of the colour


class Colour(StrEnum):
    """The colour of a ballot; white has no note."""

    WHITE = "white"
    YELLOW = "yellow"
    PINK = "pink"
    GREEN = "green"
    BLUE = "blue"


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotForm:
    """What was chosen; `size` and `columns` None: the largest type that fits decides."""

    size: PaperSize | None = None
    columns: int | None = None
    on_sheet: int | None = None
    colour: Colour = Colour.WHITE
    colour_kind: ColourKind = ColourKind.PAPER


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet that holds `across` × `down` ballots of one size; all lengths in points."""

    ballot: PaperSize
    size: PaperSize
    across: int
    down: int

    @property
    def on_sheet(self) -> int:
        return self.across * self.down

    @property
    def width(self) -> float:
        return self.ballot.width * self.across

    @property
    def height(self) -> float:
        return self.ballot.height * self.down

    def corners(self) -> Iterator[Corner]:
        """Yield the lower left corner of each ballot, row by row from the top."""
        for row in range(self.down):
            for column in range(self.across):
                yield column * self.ballot.width, (self.down - 1 - row) * self.ballot.height

    def cuts(self) -> tuple[tuple[float, float, float, float], ...]:
        """Return the marks along which the sheet is cut: short lines at its edges, a cross inside.

        They lie in the margins of the ballots, where nothing else is printed.
        """
        marks: list[tuple[float, float, float, float]] = []
        for column in range(1, self.across):
            x = column * self.ballot.width
            ends = [0, *(row * self.ballot.height for row in range(1, self.down)), self.height]
            marks += [(x, max(y - _CUT, 0), x, min(y + _CUT, self.height)) for y in ends]
        for row in range(1, self.down):
            y = row * self.ballot.height
            ends = [
                0,
                *(column * self.ballot.width for column in range(1, self.across)),
                self.width,
            ]
            marks += [(max(x - _CUT, 0), y, min(x + _CUT, self.width), y) for x in ends]
        return tuple(marks)


# Longer than the strip at the edge of a sheet that printers leave white.
_CUT = 9 * MM


def sheet_of(ballot: PaperSize, on_sheet: int) -> Sheet | None:
    """Return the sheet that holds 1, 2 or 4 ballots of a size, None where no printer takes it."""
    size = ballot.doubled(on_sheet)
    if size is None:
        return None
    across, down = {1: (1, 1), 2: (2, 1), 4: (2, 2)}[on_sheet]
    return Sheet(ballot=ballot, size=size, across=across, down=down)


def usual_on_sheet(ballot: PaperSize) -> int:
    """Return how many ballots of a size an A4 sheet holds."""
    return {PaperSize.A6: 4, PaperSize.A5: 2}.get(ballot, 1)
