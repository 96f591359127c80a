"""The names that every paper on an election has: of the elected, and of whoever has the votes."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace

from congress_desk.domain.decisions.decision import PersonRole
from congress_desk.domain.elections.majority_list import must_be_elected
from congress_desk.domain.elections.result import RoundOutcome
from congress_desk.domain.elections.round import Round, RoundState
from congress_desk.queries.elections.course import election_course
from congress_desk.queries.elections.lists import elections, rounds
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.elections import lists as reading


@dataclass(frozen=True, slots=True, kw_only=True)
class ElectedNames:
    """The printed names of a declared round that stands: those elected, by its stored result.

    `left_out` have the votes for a post and are not among them: a result that cannot be right.
    `decided` took a post after the last round by decision: the older of two, or by lot.
    """

    election_id: int
    round_id: int
    names: tuple[str, ...]
    left_out: tuple[str, ...]
    decided: tuple[str, ...] = ()


def elected_names(file: CongressFile) -> tuple[ElectedNames, ...]:
    """Return the elected of every declared round that is in force, as they were stored."""
    return tuple(found for each in elections(file) for found in _of_election(file, each.id))


def _of_election(file: CongressFile, election_id: int) -> tuple[ElectedNames, ...]:
    found = [
        _names(held, reading.stored_result(file, held.id))
        for held in rounds(file, election_id)
        if held.state is RoundState.DECLARED and held.stands
    ]
    decided = tuple(
        person.name
        for decision in election_course(file, election_id).in_force
        for person in decision.people
        if person.role is PersonRole.TAKEN
    )
    return (*found[:-1], replace(found[-1], decided=decided)) if found else ()


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
