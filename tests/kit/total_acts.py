"""Bundles entered by totals, in a few words: the sheet that two tellers would have written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from congress_files import a_congress, a_round, granted, round_of
from pass_acts import FIRST, SECOND, a_round_of_passes

from congress_desk.actions.elections.totals.entering import enter_totals, void_totals
from congress_desk.actions.elections.totals.settling import resolve_totals
from congress_desk.domain.elections.ballots import InvalidReason, MarkMode, Paper
from congress_desk.domain.elections.round import Round
from congress_desk.domain.elections.tally import tally_ballots
from congress_desk.domain.elections.totals.bundle_totals import BundleTotals, NameTotals
from congress_desk.domain.elections.totals.comparison import TotalKind, TotalPlace
from congress_desk.queries.congress import congress
from congress_desk.queries.elections.rounds import ballot_rules
from congress_desk.storage.congress_file import CongressFile


def totals_of_papers(file: CongressFile, found: Round, papers: Sequence[Paper]) -> BundleTotals:
    """Return what a tally sheet says of these papers."""
    tally = tally_ballots(papers, ballot_rules(found, congress(file).rules))
    return BundleTotals(
        valid=tally.valid,
        names={
            c.id: NameTotals(
                agree=tally.votes(c.id),
                disagree=tally.struck[c.id],
                uncounted=tally.uncounted(c.id) if found.mode is MarkMode.TICK else 0,
            )
            for c in found.candidates
        },
        invalid=dict(tally.invalid_by_reason),
        kept=dict(tally.kept_sizes),
    )


def a_sheet(
    found: Round, votes: Sequence[int], kept: dict[int, int], overvotes: int = 0
) -> BundleTotals:
    """Return a sheet of struck ballots: votes in ballot order, how many keep how many."""
    valid = sum(kept.values())
    return BundleTotals(
        valid=valid,
        names={
            c.id: NameTotals(agree=n, disagree=valid - n)
            for c, n in zip(found.candidates, votes, strict=True)
        },
        invalid=Counter({InvalidReason.OVERVOTE: overvotes}),
        kept=kept,
    )


def one_bundle(file: CongressFile) -> BundleTotals:
    """Return a sheet of three ballots of the usual list, that strike the last name."""
    return a_sheet(round_of(file), [3, 3, 3, 0], {3: 3})


def totals_ready(folder: Path, name: str) -> CongressFile:
    """Return a round in which the act of this name can be done on bundle 1."""
    if name == "void_totals":
        file = a_congress(folder)
        found = a_round(file)
        granted(enter_totals(file, found.id, 1, one_bundle(file), operator="A"))
        return file
    file, found = a_round_of_passes(folder)
    if name == "enter_totals":
        granted(enter_totals(file, found.id, 1, one_bundle(file), operator=FIRST))
        return file
    granted(enter_totals(file, found.id, 1, one_bundle(file), operator=FIRST))
    other = a_sheet(found, [3, 3, 2, 1], {3: 3})
    granted(enter_totals(file, found.id, 1, other, operator=SECOND))
    return file


def settled(file: CongressFile) -> dict[TotalPlace, NameTotals | int]:
    """Return the two names of `totals_ready` as the paper has them."""
    third, fourth = (c.id for c in round_of(file).candidates[2:])
    return {
        TotalPlace(kind=TotalKind.NAME, candidate=third): NameTotals(agree=2, disagree=1),
        TotalPlace(kind=TotalKind.NAME, candidate=fourth): NameTotals(agree=1, disagree=2),
    }


TOTAL_ACTS = {
    "enter_totals": lambda f: enter_totals(f, round_of(f).id, 1, one_bundle(f), operator="Thư ký"),
    "resolve_totals": lambda f: resolve_totals(f, round_of(f).id, 1, settled(f), operator="Thư ký"),
    "void_totals": lambda f: void_totals(
        f, round_of(f).id, 1, reason="nhầm tệp", operator="Thư ký"
    ),
}
