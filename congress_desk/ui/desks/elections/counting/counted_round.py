"""What the counting screen asks of the file, in one question so that the answers fit together."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from congress_desk.domain.elections.passes.bundle_passes import BundlePasses, EntryPass
from congress_desk.domain.elections.passes.entry_rights import Worker, check_typist
from congress_desk.domain.elections.round import Ballot
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.domain.elections.stations.order import StationOrder
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.elections.ballot_issue import issue_register
from congress_desk.queries.elections.ballots import ballots, confirmed_bundle, last_ballots
from congress_desk.queries.elections.own_pass import own_entry
from congress_desk.queries.elections.passes.bundles import bundle_list
from congress_desk.queries.elections.rounds import round_sheet, running_sheet
from congress_desk.queries.elections.stations.stations import (
    bundles_of_stations,
    station_order,
)
from congress_desk.storage.congress_file import CongressFile

NEWEST = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPasses:
    """`aside` are the places that one's own open passes keep for the board, by bundle."""

    worker: Worker
    bundles: tuple[BundlePasses, ...]
    aside: Mapping[int, tuple[int, ...]]

    def bundle(self, number: int) -> BundlePasses | None:
        """Return a bundle by the number on its cover."""
        return next((bundle for bundle in self.bundles if bundle.number == number), None)

    def open_pass(self, number: int) -> EntryPass | None:
        """Return the open pass of a bundle where it is the operator's own."""
        bundle = self.bundle(number)
        return None if bundle is None else own_open_pass(bundle, self.worker)

    def obstacle(self, number: int) -> Refusal | None:
        """Say why the operator cannot begin the next pass of a bundle; the act asks again."""
        bundle = self.bundle(number)
        if bundle is None:
            return refuse("bundle_unknown", bundle=number)
        if bundle.by_totals:
            return refuse("bundle_by_totals", bundle=number)
        if bundle.station:
            return refuse("bundle_at_station", bundle=number, name=bundle.station)
        if bundle.open_pass is not None:
            return refuse("pass_open_already", bundle=number, name=bundle.open_pass.operator)
        if not bundle.next_number:
            return refuse("passes_all_closed", bundle=number, passes=len(bundle.passes))
        return check_typist(self.worker, typists_of(bundle), number)

    def next_bundle(self, after: int, without: Collection[int] = ()) -> int | None:
        """Return the bundle to offer next: the operator's own open one, or one they may begin."""
        numbers = [b.number for b in self.bundles if b.number not in without and self._is_for(b)]
        later = [number for number in numbers if number > after]
        return next(iter(later or numbers), None)

    def first_bundle(self) -> int | None:
        """Return the bundle to begin with: an open pass of one's own, else one to be begun."""
        opened = [b.number for b in self.bundles if own_open_pass(b, self.worker) is not None]
        first = next(iter(opened), None) or self.next_bundle(0)
        return first or next((bundle.number for bundle in self.bundles), None)

    def _is_for(self, bundle: BundlePasses) -> bool:
        if own_open_pass(bundle, self.worker) is not None:
            return True
        return not bundle.is_sealed and self.obstacle(bundle.number) is None


def own_open_pass(bundle: BundlePasses, worker: Worker) -> EntryPass | None:
    """Return the open pass of a bundle where this operator opened it."""
    opened = bundle.open_pass
    return opened if opened is not None and worker.is_same(_worker_of(opened)) else None


def typists_of(bundle: BundlePasses) -> tuple[Worker, ...]:
    """Return who entered the passes of a bundle."""
    return tuple(_worker_of(each) for each in bundle.passes)


def _worker_of(entered: EntryPass) -> Worker:
    return Worker(name=entered.operator, operator_id=entered.operator_id)


def own_passes(
    file: CongressFile, round_id: int, name: str
) -> tuple[OwnPasses, tuple[Ballot, ...]]:
    """Return the bundles of a round, and the ballots of the operator's open passes alone.

    The ballots are in the order in which they were entered; nothing of another pass is read.
    """
    worker = Worker(name=name, operator_id=file.signed_in.operator_id)
    bundles = bundle_list(file, round_id)
    aside: dict[int, tuple[int, ...]] = {}
    entered: list[tuple[Ballot, ...]] = []
    for bundle in bundles:
        if own_open_pass(bundle, worker) is None:
            continue
        own = own_entry(file, round_id, bundle.number, name)
        if not isinstance(own, Refusal):
            aside[bundle.number] = own.aside
            entered.append(own.ballots)
    entered.sort(key=lambda ballots: max((ballot.id for ballot in ballots), default=0))
    ballots = tuple(ballot for of_bundle in entered for ballot in of_bundle)
    return OwnPasses(worker=worker, bundles=bundles, aside=aside), ballots


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
