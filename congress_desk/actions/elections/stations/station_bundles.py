"""What a station brings of one bundle: checked against the round, and written into the file."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping, Sequence

from congress_desk.actions.elections.ballots import check_papers
from congress_desk.actions.elections.doubts import check_doubt, write_doubt
from congress_desk.domain.elections.passes.bundle_passes import RESOLVER, BundlePasses, PassSource
from congress_desk.domain.elections.passes.entry_rights import Worker, check_resolver, check_typist
from congress_desk.domain.elections.round import Round
from congress_desk.domain.elections.stations.result import StationBundle, StationSheet
from congress_desk.domain.elections.stations.station import Station
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.domain.text.limits import NAME_LIMIT
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.elections.passes.agreement import untold_places
from congress_desk.queries.elections.passes.bundles import compared_bundle
from congress_desk.storage.act import Act
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.journal.lines import Row
from congress_desk.storage.reading.elections import passes as reading_passes
from congress_desk.storage.reading.elections import stations as reading_stations
from congress_desk.storage.rows.elections.ballots import MARK_COLUMNS, marks_of, paper_columns


def check_entered(
    file: CongressFile,
    found: Round,
    station: Station,
    bundle: BundlePasses,
    entered: StationBundle,
) -> Refusal | None:
    """Say why a bundle cannot be the pass it was handed out for.

    Nobody enters two passes of a bundle, here or at a station; one pass takes no more sheets than
    the cover says.
    """
    if not bundle.next_number or (found.passes == 1 and bundle.passes):
        return refuse("station_bundle_twice", bundle=bundle.number, name=station.name)
    others = reading_passes.typists(file, bundle.id)
    workers = (Worker(name=name) for name in entered.typists)
    count = len(entered.sheets)
    full = found.passes == 1 and bundle.expected is not None and count > bundle.expected
    return (
        next(filter(None, (check_typist(w, others, bundle.number) for w in workers)), None)
        or (_too_many(bundle, count) if full else None)
        or _check_sheets(found, entered.sheets)
    )


def check_settled(
    file: CongressFile,
    found: Round,
    station: Station,
    bundle: BundlePasses,
    entered: StationBundle,
) -> Refusal | None:
    """Say why the sheets that a station typed from the paper cannot settle a bundle.

    Whoever typed them typed no pass of it; and they are the sheets that are still to be settled.
    """
    typists = reading_passes.typists(file, bundle.id)
    nobody = Worker(name="")
    resolvers = (Worker(name=name) for name in entered.typists)
    refusal = next(
        filter(None, (check_resolver(r, nobody, typists, bundle.number) for r in resolvers)), None
    ) or _check_sheets(found, entered.sheets)
    if refusal:
        return refusal
    compared = compared_bundle(file, found.id, bundle.number)
    if bundle.is_agreed or compared is None or len(compared.left) != len(entered.sheets):
        return refuse("station_sheets_settled", bundle=bundle.number, name=station.name)
    return None


def write_entered(
    file: CongressFile,
    act: Act,
    found: Round,
    station: Station,
    bundle: BundlePasses,
    entered: StationBundle,
) -> None:
    """Write a bundle's next pass with all its sheets, closed at once in a round of several."""
    began, ended = _times(station, entered, act.at)
    pass_id = _insert_pass(act, bundle, bundle.next_number, entered, began)
    act.insert_rows(
        "station_typist", [{"pass_id": pass_id, "name": name} for name in entered.typists]
    )
    sheets = dict(enumerate(entered.sheets, start=1))
    _write_ballots(file, act, found, pass_id, sheets)
    _write_doubts(file, act, found, pass_id, sheets, standing=bundle.next_number == 1)
    if found.passes > 1:
        act.update("entry_pass", pass_id, closed_at=ended)


def write_settled(
    file: CongressFile,
    act: Act,
    found: Round,
    station: Station,
    bundle: BundlePasses,
    entered: StationBundle,
) -> None:
    """Write the sheets that a station typed from the paper, each in its place.

    One that no pass has so is left to be typed here: a slip of who settles would count.
    """
    compared = compared_bundle(file, found.id, bundle.number)
    assert compared is not None and compared.arrangement is not None
    typed = dict(zip(compared.left, entered.sheets, strict=True))
    id_of = _id_of(found)
    papers = {n: sheet.paper.with_keys(id_of) for n, sheet in typed.items() if sheet.paper}
    untold = untold_places(file, bundle, compared.arrangement.sheets, papers)
    settled = {n: sheet for n, sheet in typed.items() if n not in untold}
    if not settled:
        return
    pass_id = reading_passes.resolver_pass_id(file, bundle.id)
    if pass_id is None:
        began, _ = _times(station, entered, act.at)
        pass_id = _insert_pass(act, bundle, RESOLVER, entered, began)
    _write_ballots(file, act, found, pass_id, settled)
    _write_doubts(file, act, found, pass_id, settled, standing=True)


def _too_many(bundle: BundlePasses, count: int) -> Refusal:
    return refuse(
        "bundle_full",
        bundle=bundle.number,
        entered=0,
        expected=bundle.expected or 0,
        count=count,
    )


def _check_sheets(found: Round, sheets: Sequence[StationSheet]) -> Refusal | None:
    """Say what cannot be of this round."""
    names = len(found.candidates)
    for sheet in sheets:
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


def _id_of(found: Round) -> Callable[[int], int]:
    return lambda position: found.candidates[position - 1].id


def _insert_pass(
    act: Act, bundle: BundlePasses, number: int, entered: StationBundle, began: str
) -> int:
    together = ", ".join(entered.typists)
    return act.insert(
        "entry_pass",
        bundle_id=bundle.id,
        number=number,
        operator=together if len(together) <= NAME_LIMIT else entered.typists[0],
        operator_id=0,
        source=PassSource.STATION.value,
        opened_at=began,
        closed_at="",
        voided=0,
    )


def _write_ballots(
    file: CongressFile,
    act: Act,
    found: Round,
    pass_id: int,
    sheets: Mapping[int, StationSheet],
) -> None:
    """Write ballots, by their places, in two statements: a station brings hundreds."""
    ballot_id = reading_stations.last_ballot_id(file)
    ballots: list[Row] = []
    marks: list[tuple[int, int, str]] = []
    for sequence, sheet in sheets.items():
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
        marks += marks_of(ballot_id, paper)
    act.insert_rows("ballot", ballots)
    act.insert_values("ballot_mark", MARK_COLUMNS, marks)


def _write_doubts(
    file: CongressFile,
    act: Act,
    found: Round,
    pass_id: int,
    sheets: Mapping[int, StationSheet],
    *,
    standing: bool,
) -> None:
    """Put aside here what the station put aside; the board decides where the paper is."""
    number = reading_stations.last_doubt_number(file, found.id)
    for sequence, sheet in sheets.items():
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
