"""Which station has which bundle, what a station file was made for, and what it counted."""

from __future__ import annotations

from congress_desk.domain.elections.round import Round
from congress_desk.domain.elections.stations.order import StationOrder, list_hash, order_of
from congress_desk.domain.elections.stations.result import (
    StationBundle,
    StationResult,
    StationSheet,
)
from congress_desk.domain.elections.stations.station import (
    ACTS_AT_STATION,
    NOT_WHERE_SETTLED,
    Station,
)
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.elections.lists import elections, rounds
from congress_desk.signing import is_signed, sign
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.elections import ballots as reading_ballots
from congress_desk.storage.reading.elections import doubts as reading_doubts
from congress_desk.storage.reading.elections import passes as reading_passes
from congress_desk.storage.reading.elections import stations as reading_stations

_FIRST_PASS = 1
_EVERYWHERE = ACTS_AT_STATION - NOT_WHERE_SETTLED


def stations(file: CongressFile, round_id: int) -> tuple[Station, ...]:
    """Return the stations of a round by number, those that are settled too."""
    return reading_stations.stations(file, round_id)


def bundles_of_stations(file: CongressFile, round_id: int) -> frozenset[int]:
    """Return the bundles of which an entry came from a station."""
    return reading_stations.bundles_brought(file, round_id)


def station_order(file: CongressFile) -> StationOrder | None:
    """Return what a station file was made for, None in a congress file."""
    row = reading_stations.order_row(file)
    return order_of(row["text"]) if row else None


def is_at_station(file: CongressFile, round_id: int, number: int) -> Refusal | None:
    """Say that a bundle is at a station, and nothing of it is entered here meanwhile."""
    name = reading_stations.bundles_out(file, round_id).get(number)
    return None if name is None else refuse("bundle_at_station", bundle=number, name=name)


def refused_at_station(file: CongressFile, act: str) -> Refusal | None:
    """Say that a station file takes entries alone; None in a congress file."""
    if act in _EVERYWHERE:
        return None
    order = station_order(file)
    if order is None or (act in ACTS_AT_STATION and not order.settles):
        return None
    return refuse("station_settles_sheets" if act in ACTS_AT_STATION else "station_enters_only")


def station_result(file: CongressFile) -> tuple[StationResult, str] | Refusal:
    """Return what a station counted, and its signature: every bundle of it that is full so far."""
    row = reading_stations.order_row(file)
    if row is None:
        return refuse("station_file_none", path=file.path.name)
    order, found = order_of(row["text"]), round_at_station(file)
    signed = is_signed(order.congress_key, row["text"], row["signature"])
    if not signed or list_hash(found) != order.list_hash:
        return refuse("station_order_changed", path=file.path.name)
    held = {bundle.number: bundle for bundle in reading_ballots.bundles(file, found.id)}
    full = [n for n, _ in order.bundles if held[n].taken == held[n].expected]
    if not full:
        begun = max((held[n] for n, _ in order.bundles), key=lambda bundle: bundle.taken)
        return refuse(
            "station_bundle_open",
            bundle=begun.number,
            entered=begun.taken,
            expected=begun.expected or 0,
        )
    result = StationResult(
        congress_uid=order.congress_uid,
        rehearsal=order.rehearsal,
        election=order.election,
        round_id=order.round_id,
        station=order.station,
        pass_number=order.pass_number,
        list_hash=order.list_hash,
        order_hash=order.hash,
        bundles=tuple(_bundle(file, found, held[n].id, n) for n in full),
    )
    return result, sign(row["private_key"], result.text)


def round_at_station(file: CongressFile) -> Round:
    """Return the one round of a station file."""
    return rounds(file, elections(file)[0].id)[0]


def _bundle(file: CongressFile, found: Round, bundle_id: int, number: int) -> StationBundle:
    began, ended = reading_stations.times_of_bundle(file, bundle_id)
    place = {candidate.id: position for position, candidate in enumerate(found.candidates, start=1)}
    rows = {row["id"]: row for row in reading_ballots.ballot_rows(file, found.id)}
    aside = {doubt.id: doubt for doubt in reading_doubts.doubtful_ballots(file, found.id)}
    entered, _ = reading_passes.sheets_of_bundle(file, bundle_id)
    sheets = []
    for sheet in entered.get(_FIRST_PASS, ()):
        if sheet.paper is not None:
            paper = sheet.paper.with_keys(place.__getitem__)
            typist = rows[sheet.ballot_id]["operator"]
            sheets.append(StationSheet(paper=paper, typist=typist))
        else:
            doubt = aside[sheet.doubt_id]
            sheets.append(StationSheet(cause=doubt.cause, note=doubt.note, typist=doubt.operator))
    return StationBundle(number=number, began=began[:16], ended=ended[:16], sheets=tuple(sheets))
