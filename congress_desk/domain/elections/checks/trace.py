"""From the votes of a candidate back to the sheets: which bundle, which position."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from congress_desk.domain.elections.ballots import MarkMode
from congress_desk.domain.elections.round import Ballot


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleTrace:
    """The sheets of a bundle that give a candidate a vote, by position from the top."""

    bundle: int
    places: tuple[int, ...]


def vote_trace(
    ballots: Iterable[Ballot], candidate_id: int, mode: MarkMode
) -> tuple[BundleTrace, ...]:
    """Return the sheets behind a candidate's votes; an invalid ballot gives none."""
    found: dict[int, list[int]] = {}
    for ballot in ballots:
        if ballot.verdict.valid and _gives(ballot, candidate_id, mode):
            found.setdefault(ballot.bundle, []).append(ballot.sequence)
    return tuple(
        BundleTrace(bundle=bundle, places=tuple(sorted(places)))
        for bundle, places in sorted(found.items())
    )


def _gives(ballot: Ballot, candidate_id: int, mode: MarkMode) -> bool:
    paper = ballot.paper
    if mode is MarkMode.CUMULATIVE:
        return dict(paper.given).get(candidate_id, 0) > 0
    return candidate_id not in paper.struck | paper.both | paper.blank
