"""The act that records a bundle as a scanner and a person read it: a pass like any other."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import replace

from congress_desk.actions.elections.agreeing import take_agreement_back
from congress_desk.actions.elections.ballots import check_papers, cleaned, write_ballot
from congress_desk.actions.elections.doubts import write_doubt
from congress_desk.actions.elections.passes.checks import worker
from congress_desk.actions.elections.passes.opening import settle_closed
from congress_desk.actions.elections.passes.recording import close_first_pass
from congress_desk.actions.elections.rounds import counting_round
from congress_desk.actions.operators.guard import guarded
from congress_desk.domain.elections.ballots import MarkMode, Paper
from congress_desk.domain.elections.passes.bundle_passes import BundlePasses, PassSource
from congress_desk.domain.elections.passes.entry_rights import Worker, check_typist
from congress_desk.domain.elections.round import Round
from congress_desk.domain.elections.scans.bundle import PutAside
from congress_desk.domain.rules.rule_set import ScanTrust
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.congress import congress
from congress_desk.queries.elections.passes.bundles import bundle_list, bundle_of
from congress_desk.queries.elections.stations.stations import is_at_station
from congress_desk.storage.act import Act
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.elections import doubts as reading_doubts
from congress_desk.storage.reading.elections import passes as reading_passes


@guarded
def record_scan(
    file: CongressFile,
    round_id: int,
    number: int,
    sheets: Sequence[Paper | PutAside],
    *,
    pictures: str,
    picture_hash: str,
    operator: str,
    asked: int = 0,
    beside: str = "",
    two_passes: bool = False,
) -> BundlePasses | Refusal:
    """Record a bundle from a scanner as its next pass, and close it; the bundle is compared.

    The keys of the papers are ballot positions, in the order of the feeder; what was put aside
    waits for the board. `pictures` is the name of the file of their pictures, `picture_hash` its
    SHA-256; of `asked` sheets a person said what they are, `beside` are those who saw it too.

    In a round of one pass a scan is recorded beside ballots that were typed only where `two_passes`
    says that the whole round is entered twice from then on. A bundle that was not typed is recorded
    there only where the rules of the congress let a scan count without a typed pass.
    """
    found = counting_round(file, round_id)
    if isinstance(found, Refusal):
        return found
    bundle = bundle_of(file, round_id, number)
    if bundle is None:
        return refuse("bundle_unknown", bundle=number)
    ids = {place: candidate.id for place, candidate in enumerate(found.candidates, start=1)}
    by_id = [
        sheet if isinstance(sheet, PutAside) else cleaned(sheet.with_keys(ids.__getitem__))
        for sheet in sheets
    ]
    who = worker(file, operator)
    refusal = (
        is_at_station(file, round_id, number)
        or check_scannable(found, bundle, congress(file).rules.scan_trust, two_passes=two_passes)
        or check_typist(who, reading_passes.typists(file, bundle.id), number)
        or check_papers(found, [paper for paper in by_id if isinstance(paper, Paper)])
    )
    if refusal:
        return refusal
    typed = _is_typed(bundle)
    pass_number = 2 if found.passes == 1 and typed else bundle.next_number or 1
    before = bundle_list(file, round_id)
    with file.act(
        "record_scan",
        actor=who.name,
        backup=True,
        round_id=round_id,
        bundle=number,
        number=pass_number,
        count=len(by_id),
        asked=asked,
        pictures=pictures,
        hash=picture_hash,
        beside=beside,
    ) as act:
        if found.passes == 1 and typed:
            act.update("round", round_id, passes=2)
            found = replace(found, passes=2)
            for each in before:
                take_agreement_back(file, act, round_id, each.id)
                close_first_pass(act, each)
        elif found.passes == 1:
            for empty in bundle.passes:
                act.update(
                    "entry_pass", empty.id, voided=reading_passes.attempts(file, bundle.id) + 1
                )
        pass_id = _write(file, act, found, bundle, pass_number, by_id, who)
        act.insert(
            "scan_file",
            pass_id=pass_id,
            name=pictures,
            sha256=picture_hash,
            asked=asked,
            destroyed_at="",
        )
        settle_closed(file, act, found, number)
    again = bundle_of(file, round_id, number)
    assert again is not None
    return again


def _write(
    file: CongressFile,
    act: Act,
    found: Round,
    bundle: BundlePasses,
    number: int,
    sheets: Sequence[Paper | PutAside],
    who: Worker,
) -> int:
    """Write the pass and return its id; that of a round of one pass stays open to corrections."""
    pass_id = act.insert(
        "entry_pass",
        bundle_id=bundle.id,
        number=number,
        operator=who.name,
        operator_id=who.operator_id,
        source=PassSource.SCAN.value,
        opened_at=act.at,
        closed_at="",
        voided=0,
    )
    doubt = reading_doubts.last_number(file, found.id)
    for sequence, sheet in enumerate(sheets, start=1):
        if isinstance(sheet, Paper):
            write_ballot(act, pass_id, sequence, sheet, uuid.uuid4().hex, who.name)
            continue
        doubt += 1
        write_doubt(
            act,
            pass_id,
            sequence,
            number=doubt,
            cause=sheet.cause,
            note=sheet.note,
            by=who.name,
            standing=number == 1,
        )
    if found.passes > 1:
        act.update("entry_pass", pass_id, closed_at=act.at)
    return pass_id


def check_scannable(
    found: Round, bundle: BundlePasses, trust: ScanTrust, *, two_passes: bool
) -> Refusal | None:
    """Say why no scan of a bundle can be recorded now; `trust` is what the rules give a scan."""
    if found.mode is MarkMode.CUMULATIVE:
        return refuse("scan_by_shares")
    if bundle.by_totals:
        return refuse("bundle_by_totals", bundle=bundle.number)
    if bundle.is_scanned:
        return refuse("scan_recorded_already", bundle=bundle.number)
    if found.passes == 1:
        if _is_typed(bundle):
            return None if two_passes else refuse("scan_makes_two_passes", number=found.number)
        return refuse("scan_alone", bundle=bundle.number) if trust is ScanTrust.BESIDE else None
    if bundle.open_pass is not None:
        return refuse("pass_open_already", bundle=bundle.number, name=bundle.open_pass.operator)
    if not bundle.next_number:
        return refuse("passes_all_closed", bundle=bundle.number, passes=len(bundle.passes))
    return None


def _is_typed(bundle: BundlePasses) -> bool:
    return any(entry_pass.taken for entry_pass in bundle.passes)
