"""The act that takes in what a station counted: its whole result, or nothing of it."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import replace

from congress_desk.actions.elections.ballots import check_papers
from congress_desk.actions.elections.doubts import check_doubt, write_doubt
from congress_desk.actions.elections.passes.opening import settle_closed
from congress_desk.actions.elections.rounds import counting_round
from congress_desk.actions.operators.guard import guarded
from congress_desk.domain.congress import CongressState
from congress_desk.domain.elections.passes.bundle_passes import BundlePasses, PassSource
from congress_desk.domain.elections.passes.who import Worker, check_typist
from congress_desk.domain.elections.round import Round
from congress_desk.domain.elections.stations.bundle_ranges import ranges_text
from congress_desk.domain.elections.stations.order import list_hash
from congress_desk.domain.elections.stations.result import (
    SignedResult,
    StationBundle,
    StationResult,
)
from congress_desk.domain.elections.stations.station import Station, StationState
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.domain.text.limits import NAME_LIMIT
from congress_desk.errors import Place, Problem, Refusal, refuse
from congress_desk.queries.congress import congress
from congress_desk.queries.elections.passes.bundles import bundle_list
from congress_desk.signing import is_signed
from congress_desk.storage.act import Act
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.journal.lines import Row
from congress_desk.storage.reading.elections import passes as reading_passes
from congress_desk.storage.reading.elections import stations as reading_stations
from congress_desk.storage.rows.elections.ballots import mark_rows, paper_columns

_Bundles = dict[int, BundlePasses]


@guarded
def take_station_result(
    file: CongressFile, signed: SignedResult, *, actor: str
) -> Station | Refusal:
    """Record the bundles of a station as their next pass, in one act; the file names refusals.

    No copy is made here: ten stations come in a row, and one copy holds them all.
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
    with file.act(
        "take_station_result",
        actor=actor,
        round_id=found.id,
        station=station.number,
        name=station.name,
        source=signed.source,
        bundles=ranges_text(station.bundles),
        count=sum(len(bundle.sheets) for bundle in result.bundles),
    ) as act:
        act.update(
            "station",
            station.id,
            state=StationState.BACK.value,
            settled_at=act.at,
            settled_by=clean_text(actor)[:NAME_LIMIT],
        )
        for entered in result.bundles:
            bundle = bundles[entered.number]
            act.update("station_bundle", (station.id, bundle.id), is_out=0)
            _write_bundle(file, act, found, station, bundle, entered)
        for entered in result.bundles:
            settle_closed(file, act, found, entered.number)
    taken = reading_stations.station_of_number(file, station.number)
    assert taken is not None
    return taken


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
        return refuse("station_called_back", place, name=station.name)
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
    """Refuse other bundles than were handed out, one that is not free for this pass, wrong papers.

    Nobody enters two passes of a bundle, here or at a station.
    """
    told = [entered.number for entered in result.bundles]
    if tuple(sorted(told)) != station.bundles:
        return refuse("station_other_bundles", place, name=station.name)
    for entered in result.bundles:
        bundle = bundles[entered.number]
        if bundle.next_number != station.pass_number or (found.passes == 1 and bundle.passes):
            return refuse("station_bundle_twice", place, bundle=entered.number, name=station.name)
        refusal = _check_typists(file, bundle, entered) or _check_sheets(found, bundle, entered)
        if refusal:
            return Refusal(tuple(_in_file(p, place) for p in refusal.problems))
    return None


def _check_typists(
    file: CongressFile, bundle: BundlePasses, entered: StationBundle
) -> Refusal | None:
    others = reading_passes.typists(file, bundle.id)
    workers = (Worker(name=name) for name in entered.typists)
    return next(filter(None, (check_typist(w, others, bundle.number) for w in workers)), None)


def _check_sheets(found: Round, bundle: BundlePasses, entered: StationBundle) -> Refusal | None:
    """Say what cannot be of this round; one pass takes no more sheets than the cover says."""
    count, names = len(entered.sheets), len(found.candidates)
    if found.passes == 1 and bundle.expected is not None and count > bundle.expected:
        return refuse(
            "bundle_full", bundle=bundle.number, entered=0, expected=bundle.expected, count=count
        )
    for sheet in entered.sheets:
        if sheet.cause is not None:
            refusal = check_doubt(sheet.cause, sheet.note)
        else:
            assert sheet.paper is not None
            paper = sheet.paper
            if any(position > names for position in paper.struck | paper.both | paper.blank):
                return refuse("paper_not_of_round")
            refusal = check_papers(found, [paper.with_keys(_id_of(found))])
        if refusal:
            return refusal
    return None


def _in_file(found: Problem, place: Place) -> Problem:
    return replace(found, place=place)


def _id_of(found: Round) -> Callable[[int], int]:
    return lambda position: found.candidates[position - 1].id


def _write_bundle(
    file: CongressFile,
    act: Act,
    found: Round,
    station: Station,
    bundle: BundlePasses,
    entered: StationBundle,
) -> None:
    """Write a bundle's pass with all its sheets; in a round of several it is closed at once."""
    began, ended = _times(station, entered, act.at)
    together = ", ".join(entered.typists)
    pass_id = act.insert(
        "entry_pass",
        bundle_id=bundle.id,
        number=station.pass_number,
        operator=together if len(together) <= NAME_LIMIT else entered.typists[0],
        operator_id=0,
        source=PassSource.STATION.value,
        opened_at=began,
        closed_at="",
        voided=0,
    )
    act.insert_rows(
        "station_typist", [{"pass_id": pass_id, "name": name} for name in entered.typists]
    )
    _write_ballots(file, act, found, pass_id, entered)
    _write_doubts(file, act, found, pass_id, entered, standing=station.pass_number == 1)
    if found.passes > 1:
        act.update("entry_pass", pass_id, closed_at=ended)


def _write_ballots(
    file: CongressFile, act: Act, found: Round, pass_id: int, entered: StationBundle
) -> None:
    """Write the ballots of a bundle in two statements: a station brings hundreds."""
    ballot_id = reading_stations.last_ballot_id(file)
    ballots: list[Row] = []
    marks: list[Row] = []
    for sequence, sheet in enumerate(entered.sheets, start=1):
        if sheet.paper is None:
            continue
        ballot_id += 1
        paper = sheet.paper.with_keys(_id_of(found))
        ballots.append(
            {
                "id": ballot_id,
                "uid": uuid.uuid4().hex,
                "pass_id": pass_id,
                "sequence": sequence,
                "state": "counted",
                "replaces": None,
                "origin": None,
                "operator": clean_text(sheet.typist),
                "entered_at": act.at,
                **paper_columns(paper),
            }
        )
        marks += mark_rows(ballot_id, paper)
    act.insert_rows("ballot", ballots)
    act.insert_rows("ballot_mark", marks)


def _write_doubts(
    file: CongressFile,
    act: Act,
    found: Round,
    pass_id: int,
    entered: StationBundle,
    *,
    standing: bool,
) -> None:
    """Put aside here what the station put aside; the board decides where the paper is."""
    number = reading_stations.last_doubt_number(file, found.id)
    for sequence, sheet in enumerate(entered.sheets, start=1):
        if sheet.cause is not None:
            number += 1
            write_doubt(
                act, pass_id, sequence, number=number, cause=sheet.cause, note=sheet.note,
                by=sheet.typist, standing=standing,
            )  # fmt: skip


def _times(station: Station, entered: StationBundle, now: str) -> tuple[str, str]:
    """Return when a bundle was begun and ended; ours, where the station's clock cannot be right.

    It was entered after it was handed out and before its result came in: by any other clock
    nothing is ordered, and no duration is told.
    """
    inside = station.given_at[:16] <= entered.began <= entered.ended <= now[:16]
    if not inside:
        return station.given_at, now
    return f"{entered.began}:00{now[19:]}", f"{entered.ended}:00{now[19:]}"
