"""The act that takes in what a station counted: its whole result, or nothing of it."""

from __future__ import annotations

from dataclasses import replace

from congress_desk.actions.elections.passes.opening import settle_closed
from congress_desk.actions.elections.rounds import counting_round
from congress_desk.actions.elections.stations.station_bundles import (
    check_entered,
    check_settled,
    write_entered,
    write_settled,
)
from congress_desk.actions.operators.guard import guarded
from congress_desk.domain.congress import CongressState
from congress_desk.domain.elections.passes.bundle_passes import BundlePasses
from congress_desk.domain.elections.round import Round
from congress_desk.domain.elections.stations.bundle_ranges import ranges_text
from congress_desk.domain.elections.stations.order import list_hash
from congress_desk.domain.elections.stations.result import SignedResult, StationResult
from congress_desk.domain.elections.stations.station import Station, StationState, TakenIn
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.domain.text.limits import NAME_LIMIT
from congress_desk.errors import Place, Problem, Refusal, refuse
from congress_desk.queries.congress import congress
from congress_desk.queries.elections.passes.bundles import bundle_list, compared_bundle
from congress_desk.signing import is_signed
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.elections import stations as reading_stations

_Bundles = dict[int, BundlePasses]


@guarded
def take_station_result(
    file: CongressFile, signed: SignedResult, *, actor: str
) -> TakenIn | Refusal:
    """Record the bundles that a station brings as their next pass, in one act.

    It brings what it has finished, and the rest later; bundles that are in already may stand in its
    result again, and what came first counts. Refusals name the file. Of a station that settles, the
    sheets it typed count in their places. No copy is made here: ten stations come in a row, and one
    copy holds them all.
    """
    result, place = signed.result, Place(file=signed.source)
    station = _known_station(file, signed, place)
    if isinstance(station, Refusal):
        return station
    found = _counting(file, station, result, place)
    if isinstance(found, Refusal):
        return found
    bundles = {bundle.number: bundle for bundle in bundle_list(file, found.id)}
    refusal = _check_bundles(file, found, station, result, bundles, place)
    if refusal:
        return refusal
    known = reading_stations.returns(file, station.id)
    brought = [entered for entered in result.bundles if entered.number in station.out]
    numbers = tuple(entered.number for entered in brought)
    changed = tuple(
        entered.number
        for entered in result.bundles
        if entered.number in known and known[entered.number] != entered.hash
    )
    if not brought:
        again = ranges_text(changed or [entered.number for entered in result.bundles])
        code = "station_bundles_changed" if changed else "station_bundles_in"
        return refuse(code, place, name=station.name, bundles=again)
    with file.act(
        "take_station_result",
        actor=actor,
        round_id=found.id,
        station=station.number,
        name=station.name,
        source=signed.source,
        bundles=ranges_text(numbers),
    ) as act:
        if set(numbers) == set(station.out):
            act.update(
                "station",
                station.id,
                state=StationState.BACK.value,
                settled_at=act.at,
                settled_by=clean_text(actor)[:NAME_LIMIT],
            )
        for entered in brought:
            bundle = bundles[entered.number]
            act.update("station_bundle", (station.id, bundle.id), is_out=0)
            act.insert(
                "station_return",
                station_id=station.id,
                bundle_id=bundle.id,
                sheets_hash=entered.hash,
            )
            write = write_settled if station.settles else write_entered
            write(file, act, found, station, bundle, entered)
        for entered in brought:
            settle_closed(file, act, found, entered.number)
    taken = reading_stations.station_of_number(file, station.number)
    assert taken is not None
    return TakenIn(
        station=taken, bundles=numbers, changed=changed, untold=_untold(file, found, taken, numbers)
    )


def _untold(
    file: CongressFile, found: Round, station: Station, numbers: tuple[int, ...]
) -> tuple[int, ...]:
    """Return the bundles of a station that settles of which a sheet is still to be typed."""
    if not station.settles:
        return ()
    compared = {n: compared_bundle(file, found.id, n) for n in numbers}
    return tuple(n for n, bundle in compared.items() if bundle is not None and bundle.left)


def _known_station(file: CongressFile, signed: SignedResult, place: Place) -> Station | Refusal:
    """Return the station that made a result; a result that was changed is nobody's."""
    result, here = signed.result, congress(file).state
    if result.rehearsal and here is not CongressState.REHEARSAL:
        return refuse("station_of_rehearsal", place)
    if not result.rehearsal and here is CongressState.REHEARSAL:
        return refuse("station_of_real_congress", place)
    if result.congress_uid != congress(file).uid:
        return refuse("station_of_other_congress", place)
    station = reading_stations.station_of_number(file, result.station)
    if station is None:
        return refuse("station_not_known", place, number=result.station)
    if not is_signed(station.public_key, signed.text, signed.signature):
        return refuse("station_result_changed", place, name=station.name)
    if station.state is StationState.BACK:
        return refuse("station_taken_already", place, name=station.name)
    if station.state is StationState.CALLED_BACK:
        return refuse(
            "station_called_back", place, name=station.name, bundles=ranges_text(station.bundles)
        )
    return station


def _counting(
    file: CongressFile, station: Station, result: StationResult, place: Place
) -> Round | Refusal:
    """Return the round of a result, if it still counts and has the very list of its order."""
    found = counting_round(file, station.round_id)
    if isinstance(found, Refusal):
        return refuse("station_round_over", place, name=station.name)
    same = (station.round_id, station.order_hash, list_hash(found), station.pass_number)
    told = (result.round_id, result.order_hash, result.list_hash, result.pass_number)
    return found if same == told else refuse("station_wrong_list", place, name=station.name)


def _check_bundles(
    file: CongressFile,
    found: Round,
    station: Station,
    result: StationResult,
    bundles: _Bundles,
    place: Place,
) -> Refusal | None:
    """Refuse other bundles than were handed out, and one that is not free for what it brings."""
    told = [entered.number for entered in result.bundles]
    if not told or len(set(told)) != len(told) or not set(told) <= set(station.bundles):
        return refuse("station_other_bundles", place, name=station.name)
    check = check_settled if station.settles else check_entered
    for entered in result.bundles:
        if entered.number not in station.out:
            continue
        refusal = check(file, found, station, bundles[entered.number], entered)
        if refusal:
            return Refusal(tuple(_in_file(p, place) for p in refusal.problems))
    return None


def _in_file(found: Problem, place: Place) -> Problem:
    return replace(found, place=place)
