"""Which ballot counts in each place of a bundle that was entered more than once."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field

from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.passes.alignment import DOUBTFUL
from congress_desk.domain.elections.passes.comparison import BundleComparison, Stretch, StretchKind
from congress_desk.domain.elections.passes.settling import Arrangement, Part

# So many neighbours are read otherwise; more are typed anew since their sheets may be shifted.
FEW_IN_A_ROW = 2


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


def is_told(
    arrangement: Arrangement,
    passes: Sequence[Sequence[EnteredSheet]],
    place: int,
    paper: Paper,
) -> bool:
    """Say whether some pass has this very paper at a place, or as near as its sheets may lie.

    What no pass has was read otherwise by all of them, or is a slip of whoever types it now.
    """
    part = next(part for part in arrangement.parts if place in part.places)
    within = max(abs(part.sheets - length) for length in part.lengths)
    if part.sheets > FEW_IN_A_ROW:
        within = max(within, 1)
    return any(
        sheet.compared_as == paper
        for sheets, before in zip(passes, part.before, strict=True)
        for sheet in _near(sheets, before + place - part.first, within)
    )


def _near(sheets: Sequence[EnteredSheet], index: int, within: int) -> Sequence[EnteredSheet]:
    return sheets[max(index - within, 0) : max(index + within + 1, 0)]


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
