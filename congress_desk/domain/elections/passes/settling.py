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
        """Return its sheets, from 1 at the top of the bundle."""
        return range(self.first, self.first + self.sheets)


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrangement:
    """A bundle sheet by sheet: what is agreed, what is the board's, what the resolver types."""

    parts: tuple[Part, ...]

    @property
    def sheets(self) -> int:
        """Return how many sheets the bundle has."""
        return sum(part.sheets for part in self.parts)

    @property
    def to_type(self) -> tuple[int, ...]:
        """Return the sheets, from 1 at the top, that are typed from the paper."""
        differing = (part for part in self.parts if part.kind is StretchKind.DIFFERS)
        return tuple(place for part in differing for place in part.places)

    def left(self, typed: Container[int]) -> tuple[int, ...]:
        """Return the sheets that are still to be typed."""
        return tuple(place for place in self.to_type if place not in typed)


def arrange(
    comparison: BundleComparison, expected: int | None, sheets: int | None
) -> Arrangement | Refusal:
    """Return a bundle sheet by sheet, once the number of its sheets is known.

    `sheets` were counted by hand, None where nobody had to. Where every pass has as many, the
    sheets that differ are typed and those between them are agreed. Where one has more than another,
    nobody can say how far the sheets between two differences are shifted: the bundle is agreed up
    to the first and from the last, all between is typed, and equal neighbours too. A number that no
    pass explains is refused: a sheet may be missing in every pass, and nobody knows where.
    """
    most = sum(stretch.most for stretch in comparison.stretches)
    least = sum(s.least if s.kind is StretchKind.DIFFERS else s.most for s in comparison.stretches)
    if sheets is None:
        if comparison.needs_count(expected):
            return refuse("hand_count_missing")
        sheets = most
    if not least <= sheets <= most:
        return refuse("hand_count_impossible", sheets=sheets, least=least, most=most)
    if not any(stretch.is_uneven for stretch in comparison.stretches):
        return _arranged(comparison.stretches, [s.most for s in comparison.stretches])
    stretches = _merged(comparison.stretches)
    beside = sum(s.most for s in stretches if s.kind is not StretchKind.DIFFERS)
    return _arranged(
        stretches,
        [sheets - beside if s.kind is StretchKind.DIFFERS else s.most for s in stretches],
    )


def _merged(stretches: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """Return the stretches with all from the first that differs to the last as one."""
    places = [p for p, stretch in enumerate(stretches) if stretch.kind is StretchKind.DIFFERS]
    if len(places) < 2:
        return tuple(stretches)
    first, last = places[0], places[-1]
    between = stretches[first : last + 1]
    whole = Stretch(
        kind=StretchKind.DIFFERS,
        before=stretches[first].before,
        lengths=tuple(sum(each) for each in zip(*(s.lengths for s in between), strict=True)),
        slack=(stretches[first].slack[0], stretches[last].slack[1]),
    )
    return (*stretches[:first], whole, *stretches[last + 1 :])


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
