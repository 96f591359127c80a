"""The only result that the hall can see: one that was declared, is in force, and as it was stored.

See docs/decisions/0035-the-screen-of-the-hall.md.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from congress_desk.domain.elections.result import CandidateOutcome, RoundOutcome
from congress_desk.domain.elections.round import Round, RoundState
from congress_desk.domain.rules.rule_set import MajorityBase


class NotDeclared(ValueError):
    """Somebody tried to make a result for the hall of a round that has none in force."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclaredCandidate:
    """A candidate of a declared result; `position` is the number on the ballot, from 1.

    `id` is that of the candidate; `name` the printed one, which tells namesakes apart.
    """

    id: int
    position: int
    name: str
    votes: int
    percent: str
    outcome: CandidateOutcome


@dataclass(frozen=True, slots=True)
class DeclaredResult:
    """What was declared of a round, read from the text stored at that moment and nothing else.

    Raises NotDeclared of a round that is being counted, was cancelled, annulled or counted again,
    and of a text that is no result.
    """

    round: Round
    stored: str

    def __post_init__(self) -> None:
        if self.round.state is not RoundState.DECLARED or not self.round.stands:
            raise NotDeclared(f"round {self.round.id} has no result in force")
        if not self.stored or len(self._kept["candidates"]) != len(self.round.candidates):
            raise NotDeclared(f"round {self.round.id} has no stored result")

    @property
    def outcome(self) -> RoundOutcome:
        return RoundOutcome(self._kept["outcome"])

    @property
    def base(self) -> MajorityBase:
        return MajorityBase(self._kept["majority"]["base"])

    @property
    def of(self) -> int:
        """Return the number that percentages are taken of."""
        return int(self._kept["majority"]["of"])

    @property
    def returned(self) -> int:
        return int(self._kept["accounting"]["returned"])

    @property
    def valid(self) -> int:
        return int(self._kept["accounting"]["valid"])

    @property
    def invalid(self) -> int:
        return int(self._kept["accounting"]["invalid"])

    @property
    def candidates(self) -> tuple[DeclaredCandidate, ...]:
        """Return the candidates in ballot order."""
        return tuple(
            DeclaredCandidate(
                id=listed.id,
                position=kept["position"],
                name=kept.get("printed_name", kept["name"]),
                votes=kept["votes"],
                percent=kept["percent"],
                outcome=CandidateOutcome(kept["outcome"]),
            )
            for listed, kept in zip(self.round.candidates, self._kept["candidates"], strict=True)
        )

    @property
    def elected(self) -> tuple[DeclaredCandidate, ...]:
        """Return who is elected, from high to low."""
        by_position = {candidate.position: candidate for candidate in self.candidates}
        return tuple(by_position[position] for position in self._kept["elected"])

    @property
    def _kept(self) -> dict[str, Any]:
        kept: dict[str, Any] = json.loads(self.stored)
        return kept
