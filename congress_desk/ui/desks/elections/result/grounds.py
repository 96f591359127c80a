"""Why a candidate is elected or not, as an inequality: `76 > 150 ÷ 2 — Điều 30`."""

from __future__ import annotations

from dataclasses import dataclass

from congress_desk.domain.elections.result import (
    CandidateOutcome,
    CandidateResult,
    Majority,
    RoundResult,
)
from congress_desk.domain.rules.threshold import Compare
from congress_desk.i18n import article_said

_PLACED = (CandidateOutcome.ELECTED, CandidateOutcome.TIED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """`votes` `sign` `bound`, true as it stands, with the article of the rules behind it."""

    votes: int
    sign: str
    bound: str
    article: str

    @property
    def text(self) -> str:
        return f"{self.inequality} — {article_said(self.article)}"

    @property
    def inequality(self) -> str:
        return f"{self.votes} {self.sign} {self.bound}"


def ground(result: RoundResult, candidate: CandidateResult) -> Ground | None:
    """Return what decided on a candidate; None in a round that decides on nobody."""
    if candidate.outcome is CandidateOutcome.UNDECIDED:
        return None
    if not result.majority.required:
        return _among_tied(result, candidate)
    over = candidate.outcome is not CandidateOutcome.NO_MAJORITY
    at_least = result.majority.compare is Compare.AT_LEAST
    signs = ("≥", "<") if at_least else (">", "≤")
    return Ground(
        votes=candidate.votes,
        sign=signs[0] if over else signs[1],
        bound=share_text(result.majority),
        article=result.majority.article,
    )


def share_text(majority: Majority) -> str:
    """Return the share to exceed: "150 ÷ 2", or with its fraction "2/3 × 150"."""
    if majority.more_than == "1/2":
        return f"{majority.of} ÷ 2"
    return f"{majority.more_than} × {majority.of}"


def _among_tied(result: RoundResult, candidate: CandidateResult) -> Ground:
    """The highest win: compare with the best who is not elected, or with the last who is placed.

    Equal votes stand on both sides of the line where the rules let age decide.
    """
    if candidate.outcome is CandidateOutcome.ELECTED:
        others = [c.votes for c in result.candidates if c.outcome is not candidate.outcome]
        bound, unequal = max(others, default=0), ">"
    else:
        placed = [c.votes for c in result.candidates if c.outcome in _PLACED]
        bound, unequal = min(placed, default=0), "<"
    return Ground(
        votes=candidate.votes,
        sign="=" if candidate.votes == bound else unequal,
        bound=str(bound),
        article=result.majority.article,
    )
