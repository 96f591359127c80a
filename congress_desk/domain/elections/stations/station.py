"""A station as the congress knows it: which bundles it has, since when, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from congress_desk.domain.elections.passes.bundle_passes import RESOLVER


class StationState(StrEnum):
    """Its bundles are out, its result was taken in, or it was called back without one."""

    OUT = "out"
    BACK = "back"
    CALLED_BACK = "called_back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """One handing-out of bundles; a laptop that gets bundles again is another station.

    `bundles` are numbers on covers, `out` those it has not brought yet, `sheets` how many are
    entered there. One that settles has the pass of the resolver; else `pass_number` is the lowest
    that a bundle of it came to: its passes are numbered as they come in. `settled_at` and
    `settled_by` are of its end.
    """

    id: int
    round_id: int
    number: int
    name: str
    pass_number: int
    state: StationState
    bundles: tuple[int, ...]
    out: tuple[int, ...]
    sheets: int
    public_key: str
    order_hash: str
    given_at: str
    given_by: str
    settled_at: str
    settled_by: str
    reason: str

    @property
    def is_out(self) -> bool:
        return self.state is StationState.OUT

    @property
    def settles(self) -> bool:
        return self.pass_number == RESOLVER


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """What a result came to: bundles that are in now, and those it told otherwise than before.

    What came first of a bundle counts: no pass is edited. `untold` are bundles of which a sheet
    that it settled is typed once more here: no pass has it so.
    """

    station: Station
    bundles: tuple[int, ...]
    changed: tuple[int, ...]
    untold: tuple[int, ...] = ()


SUFFIX = ".station"
RESULT_SUFFIX = ".station-result.json"
# What is done in a station file: its ballots are entered, and nothing else is decided there.
ACTS_AT_STATION = frozenset(
    {
        "enter_ballots",
        "correct_ballot",
        "take_back_ballot",
        "undo_last",
        "set_aside",
        "give_back",
        "set_bundle",
        "confirm_bundle",
    }
)
# Which sheets a station settles is the congress's to say: their number is no cover to be changed.
NOT_WHERE_SETTLED = frozenset({"set_bundle"})
