"""The act that records a bundle as a scanner and a person read it: a pass like any other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from congress_desk.actions.elections.agreeing import take_agreement_back
from congress_desk.actions.elections.ballots import check_papers, cleaned
from congress_desk.actions.elections.passes.checks import worker
from congress_desk.actions.elections.passes.opening import settle_closed
from congress_desk.actions.elections.passes.recording import close_first_pass, write_pass
from congress_desk.actions.elections.rounds import counting_round
from congress_desk.actions.operators.guard import guarded
from congress_desk.domain.elections.ballots import MarkMode, Paper
from congress_desk.domain.elections.passes.bundle_passes import BundlePasses, PassSource
from congress_desk.domain.elections.passes.who import check_typist
from congress_desk.domain.elections.round import Round
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.elections.passes.bundles import bundle_list, bundle_of
from congress_desk.queries.elections.stations.stations import is_at_station
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.elections import passes as reading_passes


@guarded
def record_scan(
    file: CongressFile,
    round_id: int,
    number: int,
    papers: Sequence[Paper],
    *,
    pictures: str,
    picture_hash: str,
    operator: str,
) -> BundlePasses | Refusal:
    """Record a bundle from a scanner as its next pass, and close it; the bundle is compared.

    The keys of `papers` are ballot positions, in the order of the feeder. `pictures` is the name of
    the file of their pictures, `picture_hash` its SHA-256: the journal keeps both. A scan never
    counts alone: in a round of one pass it is recorded beside ballots that were typed, and the
    round has two passes from then on.
    """
    found = counting_round(file, round_id)
    if isinstance(found, Refusal):
        return found
    bundle = bundle_of(file, round_id, number)
    if bundle is None:
        return refuse("bundle_unknown", bundle=number)
    ids = {place: candidate.id for place, candidate in enumerate(found.candidates, start=1)}
    by_id = [cleaned(paper.with_keys(ids.__getitem__)) for paper in papers]
    who = worker(file, operator)
    refusal = (
        is_at_station(file, round_id, number)
        or check_scannable(found, bundle)
        or check_typist(who, reading_passes.typists(file, bundle.id), number)
        or check_papers(found, by_id)
    )
    if refusal:
        return refusal
    pass_number = 2 if found.passes == 1 else bundle.next_number
    before = bundle_list(file, round_id)
    with file.act(
        "record_scan",
        actor=who.name,
        backup=True,
        round_id=round_id,
        bundle=number,
        number=pass_number,
        count=len(papers),
        pictures=pictures,
        hash=picture_hash,
    ) as act:
        if found.passes == 1:
            act.update("round", round_id, passes=2)
            found = replace(found, passes=2)
            for each in before:
                take_agreement_back(file, act, round_id, each.id)
                close_first_pass(act, each)
        write_pass(act, bundle.id, pass_number, by_id, who, PassSource.SCAN)
        settle_closed(file, act, found, number)
    again = bundle_of(file, round_id, number)
    assert again is not None
    return again


def check_scannable(found: Round, bundle: BundlePasses) -> Refusal | None:
    """Say why no scan of a bundle can be recorded now."""
    if found.mode is MarkMode.CUMULATIVE:
        return refuse("scan_by_shares")
    if bundle.by_totals:
        return refuse("bundle_by_totals", bundle=bundle.number)
    if any(entry_pass.source is PassSource.SCAN for entry_pass in bundle.passes):
        return refuse("scan_recorded_already", bundle=bundle.number)
    if found.passes == 1:
        typed = any(entry_pass.taken for entry_pass in bundle.passes)
        return None if typed else refuse("scan_alone", bundle=bundle.number)
    if bundle.open_pass is not None:
        return refuse("pass_open_already", bundle=bundle.number, name=bundle.open_pass.operator)
    if not bundle.next_number:
        return refuse("passes_all_closed", bundle=bundle.number, passes=len(bundle.passes))
    return None
