"""Which ballot counts in each place of a bundle that was entered more than once."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field

from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.passes.alignment import DOUBTFUL, align
from congress_desk.domain.elections.passes.comparison import BundleComparison, Stretch, StretchKind
from congress_desk.domain.elections.passes.settling import Arrangement, Part


@dataclass(frozen=True, slots=True, kw_only=True)
class EnteredSheet:
    """One sheet as a pass has it: a ballot, or one put aside; 0 of what there is not (yet).

    One that was put aside has its ballot once the board has decided.
    """

    ballot_id: int
    paper: Paper | None = None
    doubt_id: int = 0

    @property
    def compared_as(self) -> Hashable:
        """Return what passes are compared by."""
        return DOUBTFUL if self.doubt_id else self.paper


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolverSheets:
    """What the resolver made of a bundle, by place: ballots typed, and what was put aside."""

    ballots: Mapping[int, int] = field(default_factory=dict)
    aside: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """A bundle place by place: `ballots` that count, `left` to type, `waiting` for the board."""

    ballots: Mapping[int, int]
    left: tuple[int, ...]
    waiting: tuple[int, ...]

    @property
    def is_whole(self) -> bool:
        """Say whether every place has its ballot: only then does any of them count."""
        return not self.left and not self.waiting


def agreement(
    arrangement: Arrangement,
    passes: Sequence[Sequence[EnteredSheet]],
    resolved: ResolverSheets,
) -> Agreement:
    """Return which ballot counts in each place.

    Where all passes read alike it is that of the first, unless a resolver put another in its place
    later; where they differ the resolver's; of a sheet put aside the board's.
    """
    ballots: dict[int, int] = {}
    left, waiting = list[int](), list[int]()
    for part in arrangement.parts:
        for offset, place in enumerate(part.places):
            ballot_id = resolved.ballots.get(place) or _entered(part, offset, passes)
            if ballot_id:
                ballots[place] = ballot_id
            elif part.kind is StretchKind.BOARD or place in resolved.aside:
                waiting.append(place)
            else:
                left.append(place)
    return Agreement(ballots=ballots, left=tuple(left), waiting=tuple(waiting))


def told_papers(
    passes: Sequence[Sequence[EnteredSheet]], sheets: int
) -> tuple[frozenset[Hashable], ...]:
    """Return what passes have of each place of a bundle of so many sheets, from the top.

    Passes are laid side by side; a sheet that only some of them have may be none, as far as there
    are more than `sheets`. So a place is told by one line of them, by several only between such
    sheets: a sheet read off its place is none of these, also where passes are shifted.
    """
    columns = align([[sheet.compared_as for sheet in each] for each in passes])
    found = [
        [each[at] for each, at in zip(passes, column, strict=True) if at is not None]
        for column in columns
    ]
    may_be_none = [
        len(here) < len(passes) and not any(sheet.doubt_id for sheet in here) for here in found
    ]
    spare, told = len(columns) - sheets, [set[Hashable]() for _ in range(sheets)]
    for number, here in enumerate(found):
        least = max(0, spare - sum(may_be_none[number + 1 :]))
        most = min(spare, sum(may_be_none[:number]))
        for left_out in range(least, most + 1):
            told[number - left_out].update(sheet.compared_as for sheet in here)
    return tuple(map(frozenset, told))


def standing_doubts(
    comparison: BundleComparison, passes: Sequence[Sequence[EnteredSheet]]
) -> frozenset[int]:
    """Return one doubtful ballot of each sheet that was put aside: that of the earliest pass."""
    board = (s for s in comparison.stretches if s.kind is StretchKind.BOARD)
    return frozenset(_put_aside(stretch, passes).doubt_id for stretch in board)


def _entered(part: Part, offset: int, passes: Sequence[Sequence[EnteredSheet]]) -> int:
    if part.kind is StretchKind.SAME:
        return passes[0][part.before[0] + offset].ballot_id
    if part.kind is StretchKind.BOARD:
        return _put_aside(part, passes).ballot_id
    return 0


def _put_aside(part: Part | Stretch, passes: Sequence[Sequence[EnteredSheet]]) -> EnteredSheet:
    sheets = (
        each[before]
        for each, before, length in zip(passes, part.before, part.lengths, strict=True)
        if length
    )
    return next(sheet for sheet in sheets if sheet.doubt_id)
