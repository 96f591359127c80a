"""What the counting screen asks of the file, in one question so that the answers fit together."""

from __future__ import annotations

from dataclasses import dataclass

from congress_desk.domain.elections.passes.bundle_passes import BundlePasses
from congress_desk.domain.elections.round import Ballot
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.domain.elections.stations.order import StationOrder
from congress_desk.queries.elections.ballot_issue import issue_register
from congress_desk.queries.elections.ballots import ballots, confirmed_bundle, last_ballots
from congress_desk.queries.elections.passes.bundles import bundle_list
from congress_desk.queries.elections.rounds import round_sheet, running_sheet
from congress_desk.queries.elections.stations.stations import (
    bundles_of_stations,
    station_order,
)
from congress_desk.storage.congress_file import CongressFile
from congress_desk.ui.desks.elections.counting.own_passes import OwnPasses, own_passes

NEWEST = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedRound:
    """One round with every counted ballot of it, read at the same moment.

    `ballots` by bundle and place; `newest` are the ids of the last recorded, newest first;
    `confirmed` is the bundle after whose last ballot somebody said that no sheet was left;
    `of_register` are the numbers of the accounting that the issue register tells.
    Of a round of several passes `own` tells the bundles, and `ballots` are those of one's own
    open passes alone. `station` is what a station file was made for;
    `from_stations` are the bundles that stations entered: nothing of them is left in the hand.
    """

    sheet: RoundSheet
    ballots: tuple[Ballot, ...]
    newest: tuple[int, ...]
    confirmed: int | None = None
    of_register: frozenset[str] = frozenset()
    own: OwnPasses | None = None
    station: StationOrder | None = None
    from_stations: frozenset[int] = frozenset()


def counted_round(file: CongressFile, round_id: int, operator: str = "") -> CountedRound:
    """Return the round recounted from its rows, and these rows; of several passes one's own."""
    sheet = round_sheet(file, round_id)
    if sheet.round.passes > 1:
        return _own_count(file, sheet, operator)
    return CountedRound(
        sheet=sheet,
        ballots=ballots(file, round_id),
        newest=tuple(ballot.id for ballot in last_ballots(file, round_id, NEWEST)),
        confirmed=confirmed_bundle(file, round_id),
        of_register=issue_register(file, round_id).tells,
        station=station_order(file),
        from_stations=bundles_of_stations(file, round_id),
    )


def _own_count(file: CongressFile, sheet: RoundSheet, operator: str) -> CountedRound:
    own, entered = own_passes(file, sheet.round.id, operator)
    return CountedRound(
        sheet=sheet,
        ballots=entered,
        newest=tuple(ballot.id for ballot in reversed(entered)),
        of_register=issue_register(file, sheet.round.id).tells,
        own=own,
    )


def running_passes(
    file: CongressFile, round_id: int
) -> tuple[RoundSheet, tuple[BundlePasses, ...]]:
    """Return a round of several passes by the count kept up to now, and how far its bundles are."""
    return running_sheet(file, round_id), bundle_list(file, round_id)
