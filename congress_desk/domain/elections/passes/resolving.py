"""What the paper must settle in a bundle whose passes differ, and which sheet is which place."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace

from congress_desk.domain.elections.passes.comparison import BundleComparison, Stretch, StretchKind
from congress_desk.errors import Refusal, refuse


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Neighbouring sheets of a bundle as it lies on the table: how many, the number of the first.

    `before` says by pass how many of its sheets lie before them, `lengths` how many it has of them.
    """

    kind: StretchKind
    first: int
    sheets: int
    before: tuple[int, ...]
    lengths: tuple[int, ...]

    @property
    def places(self) -> range:
        return range(self.first, self.first + self.sheets)


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrangement:
    """A bundle sheet by sheet: what is agreed, what is the board's, what the resolver types."""

    parts: tuple[Part, ...]

    @property
    def sheets(self) -> int:
        return sum(part.sheets for part in self.parts)

    @property
    def to_type(self) -> tuple[int, ...]:
        """Return the sheets, from 1 at the top, that are typed from the paper."""
        return tuple(self._places(StretchKind.DIFFERS))

    @property
    def of_board(self) -> tuple[int, ...]:
        """Return the sheets that were put aside: the board decides on them."""
        return tuple(self._places(StretchKind.BOARD))

    def left(self, typed: Container[int]) -> tuple[int, ...]:
        """Return the sheets that are still to be typed."""
        return tuple(place for place in self.to_type if place not in typed)

    def _places(self, kind: StretchKind) -> Iterator[int]:
        for part in self.parts:
            if part.kind is kind:
                yield from part.places


def arrange(
    comparison: BundleComparison, expected: int | None, sheets: int | None
) -> Arrangement | Refusal:
    """Return a bundle sheet by sheet, once the number of its sheets is known.

    `sheets` were counted by hand, None where nobody had to. Among equal neighbours of a sheet that
    one pass left out all are typed; where the number does not tell which of several stretches has
    the sheets, everything between them is.
    """
    if sheets is None:
        if comparison.needs_count(expected):
            return refuse("hand_count_missing")
        sheets = sum(stretch.most for stretch in comparison.stretches)
    least = sum(_least(stretch) for stretch in comparison.stretches)
    most = sum(stretch.most for stretch in comparison.stretches)
    if not least <= sheets <= most:
        return refuse("hand_count_impossible", sheets=sheets, least=least, most=most)
    numbers = _numbers(comparison.stretches, sheets, least, most)
    if numbers is None:
        stretches = _merged(comparison.stretches)
        numbers = _numbers(stretches, sheets, 0, most)
        assert numbers is not None
        return _arranged(stretches, numbers)
    return _arranged(comparison.stretches, numbers)


def _least(stretch: Stretch) -> int:
    """Return how many sheets a stretch has at least: a sheet put aside is one in any case."""
    return stretch.most if stretch.kind is StretchKind.BOARD else stretch.least


def _numbers(stretches: Sequence[Stretch], sheets: int, least: int, most: int) -> list[int] | None:
    """Return how many sheets each stretch has, None where the number of all does not tell."""
    if sheets == most:
        return [stretch.most for stretch in stretches]
    if sheets == least:
        return [_least(stretch) for stretch in stretches]
    uneven = [stretch for stretch in stretches if stretch.is_uneven]
    if len(uneven) != 1:
        return None
    others = sum(_least(stretch) for stretch in stretches if not stretch.is_uneven)
    return [sheets - others if s.is_uneven else _least(s) for s in stretches]


def _merged(stretches: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """Return the stretches with all from the first uneven one to the last as one."""
    places = [place for place, stretch in enumerate(stretches) if stretch.is_uneven]
    first, last = places[0], places[-1]
    between = stretches[first : last + 1]
    lengths = [sum(column) for column in zip(*(s.lengths for s in between), strict=True)]
    return (
        *stretches[:first],
        Stretch(
            kind=StretchKind.DIFFERS,
            before=stretches[first].before,
            lengths=(*lengths, 0),  # uneven, whatever the passes have here
        ),
        *stretches[last + 1 :],
    )


def _arranged(stretches: Sequence[Stretch], numbers: Sequence[int]) -> Arrangement:
    parts = [
        Part(
            kind=stretch.kind,
            first=0,
            sheets=number,
            before=stretch.before,
            lengths=stretch.lengths,
        )
        for stretch, number in zip(stretches, numbers, strict=True)
    ]
    for place, (stretch, number) in enumerate(zip(stretches, numbers, strict=True)):
        if number:
            _take_neighbours(parts, place, stretch.slack)
    return Arrangement(parts=tuple(_numbered(parts)))


def _take_neighbours(parts: list[Part], place: int, slack: tuple[int, int]) -> None:
    """Let a stretch be typed with the equal sheets beside it, as far as they are still agreed."""
    up, down = slack
    if up:
        above, here = parts[place - 1], parts[place]
        taken = min(up, above.sheets)
        parts[place - 1] = replace(above, sheets=above.sheets - taken)
        parts[place] = replace(here, sheets=here.sheets + taken)
    if down:
        here, below = parts[place], parts[place + 1]
        taken = min(down, below.sheets)
        before = tuple(b + taken for b in below.before)
        parts[place + 1] = replace(below, sheets=below.sheets - taken, before=before)
        parts[place] = replace(here, sheets=here.sheets + taken)


def _numbered(parts: Sequence[Part]) -> Iterator[Part]:
    first = 1
    for part in parts:
        yield replace(part, first=first)
        first += part.sheets
