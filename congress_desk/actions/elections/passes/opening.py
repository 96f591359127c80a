"""Acts that open and close a pass of a bundle; a closed pass is never edited."""

from __future__ import annotations

from congress_desk.actions.elections.agreeing import agree_if_settled, let_doubts_stand
from congress_desk.actions.elections.passes.checks import open_bundle, own_pass, worker
from congress_desk.actions.operators.guard import guarded
from congress_desk.domain.elections.passes.bundle_passes import BundlePasses, PassSource
from congress_desk.domain.elections.passes.entry_rights import check_typist
from congress_desk.domain.elections.round import Ballot, Round
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.elections.incremental_count import carry_on, incremental_count
from congress_desk.queries.elections.passes.bundles import bundle_of
from congress_desk.queries.elections.passes.pass_sums import begin_sums
from congress_desk.queries.elections.stations.stations import is_at_station
from congress_desk.storage.act import Act
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.elections import passes as reading_passes


@guarded
def open_pass(
    file: CongressFile, round_id: int, number: int, *, operator: str
) -> BundlePasses | Refusal:
    """Open the next pass of a bundle; from now on whoever opened it alone enters it.

    Refused to whoever entered another pass of this bundle.
    """
    found = open_bundle(file, round_id, number)
    if isinstance(found, Refusal):
        return found
    _, bundle = found
    refusal = is_at_station(file, round_id, number)
    if refusal:
        return refusal
    if bundle.by_totals:
        return refuse("bundle_by_totals", bundle=number)
    if bundle.open_pass is not None:
        return refuse("pass_open_already", bundle=number, name=bundle.open_pass.operator)
    if not bundle.next_number:
        return refuse("passes_all_closed", bundle=number, passes=len(bundle.passes))
    who = worker(file, operator)
    refusal = check_typist(who, reading_passes.typists(file, bundle.id), number)
    if refusal:
        return refusal
    kept = incremental_count(file, round_id)
    with file.act(
        "open_pass",
        actor=who.name,
        round_id=round_id,
        bundle=number,
        number=bundle.next_number,
    ) as act:
        act.insert(
            "entry_pass",
            bundle_id=bundle.id,
            number=bundle.next_number,
            operator=who.name,
            operator_id=who.operator_id,
            source=PassSource.TYPED.value,
            opened_at=act.at,
            closed_at="",
            voided=0,
        )
    carry_on(file, round_id, kept)
    begin_sums(file, round_id, number, bundle.next_number)
    return _read_again(file, round_id, number)


@guarded
def close_pass(
    file: CongressFile, round_id: int, number: int, *, operator: str, short: bool = False
) -> BundlePasses | Refusal:
    """Close one's own pass: no sheet of the bundle is left in the hand.

    `short` says that there are no more sheets though the cover promises them. When it was the last
    pass the bundle is compared, and where nothing differs its ballots count from now on.
    """
    found = open_bundle(file, round_id, number)
    if isinstance(found, Refusal):
        return found
    held, bundle = found
    row = own_pass(file, round_id, number, operator)
    if isinstance(row, Refusal):
        return row
    taken = row["entered"] + row["waiting"]
    in_hand, promised = taken + bundle.aside_elsewhere(row["number"]), bundle.expected
    if promised is not None and in_hand < promised and not short:
        return refuse("pass_not_full", bundle=number, entered=taken, expected=promised)
    kept = incremental_count(file, round_id)
    with file.act(
        "close_pass",
        actor=worker(file, operator).name,
        round_id=round_id,
        bundle=number,
        number=row["number"],
    ) as act:
        act.update("entry_pass", row["id"], closed_at=act.at)
        agreed = settle_closed(file, act, held, number)
    carry_on(file, round_id, kept, entered=agreed)
    return _read_again(file, round_id, number)


def settle_closed(file: CongressFile, act: Act, found: Round, number: int) -> tuple[Ballot, ...]:
    """Compare a bundle inside the act that closed its last pass; return the ballots that count."""
    bundle = bundle_of(file, found.id, number)
    if bundle is None or not bundle.all_closed:
        return ()
    let_doubts_stand(file, act, found.id, bundle)
    return agree_if_settled(file, act, found, number)


def _read_again(file: CongressFile, round_id: int, number: int) -> BundlePasses:
    found = bundle_of(file, round_id, number)
    assert found is not None
    return found
