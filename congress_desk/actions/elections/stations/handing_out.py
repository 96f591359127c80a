"""Acts that hand bundles to a station, and call a station back that brings no result."""

from __future__ import annotations

from collections.abc import Sequence

from congress_desk.actions.elections.rounds import counting_round
from congress_desk.actions.elections.stations.station_file import PreparedStation
from congress_desk.actions.operators.guard import guarded
from congress_desk.actions.text_limits import no_reason, too_long
from congress_desk.domain.congress import CongressState
from congress_desk.domain.elections.ballots import MarkMode
from congress_desk.domain.elections.passes.bundle_passes import RESOLVER, BundlePasses
from congress_desk.domain.elections.round import Round
from congress_desk.domain.elections.stations.bundle_ranges import ranges_text
from congress_desk.domain.elections.stations.order import StationOrder, list_hash
from congress_desk.domain.elections.stations.station import Station, StationState
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.domain.text.limits import NAME_LIMIT, TEXT_LIMIT
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.congress import congress
from congress_desk.queries.elections.lists import election
from congress_desk.queries.elections.passes.bundles import bundle_list, compared_bundle
from congress_desk.queries.elections.stations.stations import is_at_station
from congress_desk.signing import new_private_key, public_key_of, sign
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.congress import congress_row
from congress_desk.storage.reading.elections import stations as reading_stations


@guarded
def prepare_station(
    file: CongressFile, round_id: int, numbers: Sequence[int], *, name: str
) -> PreparedStation | Refusal:
    """Check the bundles and sign the order of a station, without writing anything.

    The station is offered them in the order of `numbers`, in which their paper reaches it.
    A bundle is handed out for a pass that it lacks, also while another station enters one; in a
    round of one pass, only one that nobody began. One whose passes are closed and differ is handed
    out to be settled: its sheets that are to be typed from the paper. No station gets both kinds.
    """
    found = counting_round(file, round_id)
    if isinstance(found, Refusal):
        return found
    if found.mode is MarkMode.CUMULATIVE:
        return refuse("station_not_by_shares")
    bundles = {bundle.number: bundle for bundle in bundle_list(file, round_id)}
    chosen = list(dict.fromkeys(numbers))
    if not chosen:
        return refuse("station_without_bundles")
    for number in chosen:
        refusal = _check_bundle(file, found, number, bundles)
        if refusal:
            return refusal
    settled = [number for number in chosen if bundles[number].next_number == RESOLVER]
    if 0 < len(settled) < len(chosen):
        return refuse("station_settles_alone", bundles=ranges_text(settled))
    station = reading_stations.last_number(file) + 1
    name = clean_text(name)
    refusal = refuse("station_name_missing") if not name else too_long(name, NAME_LIMIT)
    if refusal:
        return refusal
    return _signed(file, found, station, name, [bundles[number] for number in chosen])


def _check_bundle(
    file: CongressFile, found: Round, number: int, bundles: dict[int, BundlePasses]
) -> Refusal | None:
    """Say why a bundle cannot leave: no pass is left, begun here, or without a number."""
    bundle = bundles.get(number)
    if bundle is None:
        return refuse("bundle_unknown", bundle=number)
    if bundle.away and not bundle.handed_number:
        return is_at_station(file, found.id, number)
    if bundle.by_totals:
        return refuse("bundle_by_totals", bundle=number)
    if not bundle.expected:
        return refuse("station_bundle_without_cover", bundle=number)
    if found.passes == 1 and bundle.passes:
        return refuse("station_bundle_begun", bundle=number)
    if bundle.open_pass is not None:
        return refuse("pass_open_already", bundle=number, name=bundle.open_pass.operator)
    return None if bundle.next_number else _check_settling(file, found, bundle)


def _check_settling(file: CongressFile, found: Round, bundle: BundlePasses) -> Refusal | None:
    """Say why a bundle whose passes are closed has no sheet to be typed from the paper."""
    if found.passes == 1 or bundle.is_agreed:
        return refuse("passes_all_closed", bundle=bundle.number, passes=len(bundle.passes))
    compared = compared_bundle(file, found.id, bundle.number)
    if compared is None or compared.needs_count:
        return refuse("hand_count_missing", bundle=bundle.number)
    if not compared.left:
        return refuse("station_bundle_waits", bundle=bundle.number)
    return None


def _signed(
    file: CongressFile,
    found: Round,
    station: int,
    name: str,
    bundles: Sequence[BundlePasses],
) -> PreparedStation:
    about, held = congress(file), election(file, found.election_id)
    congress_key = reading_stations.signing_key(file) or new_private_key()
    station_key = new_private_key()
    pass_number = min(bundle.handed_number for bundle in bundles)
    places = _places(file, found, bundles) if pass_number == RESOLVER else ()
    sheets = [len(each) for each in places] or [bundle.expected or 0 for bundle in bundles]
    order = StationOrder(
        congress_uid=about.uid,
        congress_name=about.details.name,
        election=held.code,
        round_id=found.id,
        vote=found.number,
        station=station,
        name=name,
        pass_number=pass_number,
        passes=found.passes,
        list_hash=list_hash(found),
        bundles=tuple((b.number, count) for b, count in zip(bundles, sheets, strict=True)),
        places=places,
        congress_key=public_key_of(congress_key),
        station_key=public_key_of(station_key),
        rehearsal=about.state is CongressState.REHEARSAL,
    )
    return PreparedStation(
        order=order,
        signature=sign(congress_key, order.text),
        congress_key=congress_key,
        station_key=station_key,
        kind=about.details.kind,
        rules_text=congress_row(file)["rules"],
        election=held,
        round=found,
    )


def _places(
    file: CongressFile, found: Round, bundles: Sequence[BundlePasses]
) -> tuple[tuple[int, ...], ...]:
    """Return by bundle which of its sheets are to be typed from the paper."""
    compared = (compared_bundle(file, found.id, bundle.number) for bundle in bundles)
    return tuple(each.left for each in compared if each is not None)


@guarded
def hand_to_station(
    file: CongressFile, prepared: PreparedStation, *, actor: str
) -> Station | Refusal:
    """Lock the bundles of a station whose file is written; nothing of them is entered here now."""
    order = prepared.order
    bundles = {bundle.number: bundle for bundle in bundle_list(file, order.round_id)}
    with file.act(
        "hand_to_station",
        actor=actor,
        backup=True,
        round_id=order.round_id,
        station=order.station,
        name=order.name,
        count=len(order.bundles),
        bundles=ranges_text([number for number, _ in order.bundles]),
    ) as act:
        if not reading_stations.signing_key(file):
            act.keep_untold("congress_signing_key", id=1, private_key=prepared.congress_key)
        station_id = act.insert(
            "station",
            round_id=order.round_id,
            number=order.station,
            name=order.name,
            pass_number=order.passes if order.settles else order.pass_number,
            state=StationState.OUT.value,
            public_key=order.station_key,
            order_hash=order.hash,
            given_at=act.at,
            given_by=clean_text(actor)[:NAME_LIMIT],
            settled_at="",
            settled_by="",
            reason="",
        )
        if order.settles:
            act.insert("station_settling", station_id=station_id, sheets=order.sheets)
        act.insert_rows(
            "station_bundle",
            [
                {"station_id": station_id, "bundle_id": bundles[number].id, "is_out": 1}
                for number, _ in order.bundles
            ],
        )
    return _known(file, order.station)


@guarded
def call_station_back(
    file: CongressFile, number: int, *, reason: str, actor: str
) -> Station | Refusal:
    """Free the bundles of a station here again; a result it brings later is refused."""
    station = reading_stations.station_of_number(file, number)
    if station is None:
        return refuse("station_unknown", number=number)
    if not station.is_out:
        return refuse("station_settled", name=station.name)
    found = counting_round(file, station.round_id)
    if isinstance(found, Refusal):
        return found
    reason = clean_text(reason)
    refusal = no_reason(reason, TEXT_LIMIT)
    if refusal:
        return refusal
    bundles = {bundle.number: bundle for bundle in bundle_list(file, station.round_id)}
    with file.act(
        "call_station_back",
        actor=actor,
        backup=True,
        round_id=station.round_id,
        station=number,
        name=station.name,
        bundles=ranges_text(station.bundles),
        reason=reason,
    ) as act:
        act.update(
            "station",
            station.id,
            state=StationState.CALLED_BACK.value,
            settled_at=act.at,
            settled_by=clean_text(actor)[:NAME_LIMIT],
            reason=reason,
        )
        for bundle in station.bundles:
            act.update("station_bundle", (station.id, bundles[bundle].id), is_out=0)
    return _known(file, number)


def _known(file: CongressFile, number: int) -> Station:
    found = reading_stations.station_of_number(file, number)
    assert found is not None
    return found
