"""The names that every paper on an election has: of the elected, and of whoever has the votes."""

from __future__ import annotations

import json
from dataclasses import dataclass

from congress_desk.domain.elections.majority_list import must_be_elected
from congress_desk.domain.elections.result import RoundOutcome
from congress_desk.domain.elections.round import Round, RoundState
from congress_desk.queries.elections.lists import elections, rounds
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.elections import lists as reading


@dataclass(frozen=True, slots=True, kw_only=True)
class ElectedNames:
    """The printed names of a declared round that stands: those elected, by its stored result.

    `left_out` have the votes for a post and are not among them: a result that cannot be right.
    """

    election_id: int
    round_id: int
    names: tuple[str, ...]
    left_out: tuple[str, ...]


def elected_names(file: CongressFile) -> tuple[ElectedNames, ...]:
    """Return the elected of every declared round that is in force, as they were stored."""
    return tuple(
        _names(found, reading.stored_result(file, found.id))
        for each in elections(file)
        for found in rounds(file, each.id)
        if found.state is RoundState.DECLARED and found.stands
    )


def _names(found: Round, stored: str) -> ElectedNames:
    kept = json.loads(stored)
    printed = {c["position"]: c.get("printed_name", c["name"]) for c in kept["candidates"]}
    majority = kept["majority"]
    must: frozenset[int] = frozenset()
    if kept["outcome"] not in (RoundOutcome.VOID, RoundOutcome.INCOMPLETE):
        votes = {c["position"]: c["votes"] for c in kept["candidates"]}
        must = must_be_elected(
            votes,
            majority["needed"] or 0,
            found.seats,
            required=majority.get("required", majority["needed"] is not None),
        )
    elected = tuple(kept["elected"])
    return ElectedNames(
        election_id=found.election_id,
        round_id=found.id,
        names=tuple(printed[position] for position in elected),
        left_out=tuple(printed[p] for p in sorted(must - set(elected))),
    )
