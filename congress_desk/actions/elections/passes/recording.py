"""A further pass of a round's bundles at once, from a file: all of it or nothing."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from congress_desk.actions.elections.agreeing import take_agreement_back
from congress_desk.actions.elections.ballots import write_ballot
from congress_desk.actions.elections.passes.checks import worker
from congress_desk.actions.elections.passes.opening import settle_closed
from congress_desk.actions.elections.rounds import counting_round
from congress_desk.actions.operators.guard import guarded
from congress_desk.domain.elections.ballots import MarkMode, Paper
from congress_desk.domain.elections.passes.bundle_passes import (
    MOST_PASSES,
    BundlePasses,
    PassSource,
)
from congress_desk.domain.elections.passes.entry_rights import Worker, check_typist
from congress_desk.domain.elections.round import Round
from congress_desk.domain.setup.filled_workbook import BallotLine
from congress_desk.errors import Place, Refusal, refuse
from congress_desk.queries.elections.passes.bundles import bundle_list
from congress_desk.queries.elections.stations.stations import is_at_station
from congress_desk.storage.act import Act
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.elections import passes as reading_passes
from congress_desk.storage.reading.elections import shares as reading_shares


@guarded
def record_pass(
    file: CongressFile,
    round_id: int,
    number: int,
    lines: Sequence[BallotLine],
    *,
    source: str,
    operator: str,
) -> tuple[BundlePasses, ...] | Refusal:
    """Record pass 2 or 3 of the bundles in these lines, and close it; the bundles are compared.

    The keys of the lines' papers are ballot positions; `source` is the name of the ballots file. A
    round that was opened with fewer passes gets one more: what was entered once counts only where
    the second entry agrees. As many ballots are taken as the file has, whatever a cover says: one
    too many is found by the comparison, and told by its place.
    """
    found = counting_round(file, round_id)
    if isinstance(found, Refusal):
        return found
    who = worker(file, operator)
    bundles = {bundle.number: bundle for bundle in bundle_list(file, round_id)}
    refusal = (
        _check_number(found, number)
        or _check_lines(bundles, number, lines, source)
        or _check_here(file, round_id, lines)
        or _check_who(file, bundles, who, lines)
        or _check_weights(file, found, lines, source)
    )
    if refusal:
        return refusal
    with file.act(
        "record_pass",
        actor=who.name,
        backup=True,
        round_id=round_id,
        number=number,
        source=source,
    ) as act:
        if found.passes < number:
            act.update("round", round_id, passes=number)
            found = replace(found, passes=number)
            for bundle in bundles.values():
                take_agreement_back(file, act, round_id, bundle.id)
                close_first_pass(act, bundle)
        for each in sorted({line.bundle for line in lines}):
            papers = (
                line.paper.with_keys(lambda position: found.candidates[position - 1].id)
                for line in lines
                if line.bundle == each
            )
            write_pass(act, bundles[each].id, number, papers, who, PassSource.FILE)
            settle_closed(file, act, found, each)
    return bundle_list(file, round_id)


def _check_number(found: Round, number: int) -> Refusal | None:
    if not 2 <= number <= min(MOST_PASSES, found.passes + 1):
        return refuse("pass_number_wrong", passes=found.passes, pass_number=number)
    return None


def _check_lines(
    bundles: Mapping[int, BundlePasses], number: int, lines: Sequence[BallotLine], source: str
) -> Refusal | None:
    """Refuse a bundle that the round does not have, or whose turn this pass is not."""
    for line in lines:
        bundle, place = bundles.get(line.bundle), Place(file=source, line=line.line)
        if bundle is None:
            return refuse("pass_of_unknown_bundle", place, bundle=line.bundle)
        if bundle.by_totals:
            return refuse("bundle_by_totals", place, bundle=line.bundle)
        if any(each.number == number for each in bundle.passes):
            return refuse("pass_entered_already", place, bundle=line.bundle, pass_number=number)
        if len(bundle.passes) != number - 1:
            return refuse("pass_before_missing", place, bundle=line.bundle, pass_number=number)
        if bundle.wanted > 1 and bundle.open_pass is not None:
            name = bundle.open_pass.operator
            return refuse("pass_open_already", place, bundle=line.bundle, name=name)
    return None


def _check_here(file: CongressFile, round_id: int, lines: Sequence[BallotLine]) -> Refusal | None:
    """Refuse a bundle that is at a station: it is entered there."""
    numbers = sorted({line.bundle for line in lines})
    return next(filter(None, (is_at_station(file, round_id, each) for each in numbers)), None)


def _check_who(
    file: CongressFile,
    bundles: Mapping[int, BundlePasses],
    who: Worker,
    lines: Sequence[BallotLine],
) -> Refusal | None:
    for number in sorted({line.bundle for line in lines}):
        typists = reading_passes.typists(file, bundles[number].id)
        refusal = check_typist(who, typists, number)
        if refusal:
            return refusal
    return None


def _check_weights(
    file: CongressFile, found: Round, lines: Sequence[BallotLine], source: str
) -> Refusal | None:
    """Refuse a ballot by shares that nobody was handed, with its line."""
    if found.mode is not MarkMode.CUMULATIVE:
        return None
    out = Counter(voter.shares for voter in reading_shares.issued_voters(file, found.id))
    for line in lines:
        if not out[line.paper.shares]:
            place = Place(file=source, line=line.line)
            return refuse("share_ballot_not_issued", place, shares=line.paper.shares)
    return None


def close_first_pass(act: Act, bundle: BundlePasses) -> None:
    """Close what a round of one pass has of a bundle: nobody edits it from now on."""
    for entry_pass in bundle.passes:
        if bundle.wanted == 1 and not entry_pass.is_closed:
            act.update("entry_pass", entry_pass.id, closed_at=act.at)


def write_pass(
    act: Act,
    bundle_id: int,
    number: int,
    papers: Iterable[Paper],
    who: Worker,
    source: PassSource,
) -> None:
    """Write a whole pass of a bundle, closed at once; the keys of `papers` are candidates."""
    pass_id = act.insert(
        "entry_pass",
        bundle_id=bundle_id,
        number=number,
        operator=who.name,
        operator_id=who.operator_id,
        source=source.value,
        opened_at=act.at,
        closed_at="",
        voided=0,
    )
    for sequence, paper in enumerate(papers, start=1):
        write_ballot(act, pass_id, sequence, paper, uuid.uuid4().hex, who.name)
    act.update("entry_pass", pass_id, closed_at=act.at)
