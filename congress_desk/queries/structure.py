"""The sets of people whose structure can be shown, and the structure of one of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from congress_desk.domain.elections.election import Candidate
from congress_desk.domain.elections.lists.candidate_list import Surplus
from congress_desk.domain.elections.round import RoundState
from congress_desk.domain.people.person import Person, PersonKind, Status
from congress_desk.domain.structure.structure import Structure, structure
from congress_desk.domain.structure.target_text import kept_targets, shipped_targets
from congress_desk.domain.structure.targets import Judgement, Targets, judge, judge_surplus
from congress_desk.paths import resource
from congress_desk.queries.congress import congress
from congress_desk.queries.elections.candidate_people import people_of_candidates
from congress_desk.queries.elections.lists import election, elections, rounds
from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.queries.people import congress_setting, register
from congress_desk.storage.congress_file import CongressFile

DAY_KEY: Final = "structure.day"
TARGETS_KEY: Final = "structure.targets"


class SetKind(StrEnum):
    """Which people: part of the register, a list of candidates, or the elected of a round."""

    VOTERS = "voters"
    PRESENT = "present"
    ALTERNATES = "alternates"
    GUESTS = "guests"
    EVERYBODY = "everybody"
    LIST = "list"
    ELECTED = "elected"


REGISTER_SETS: Final = (
    *(SetKind.VOTERS, SetKind.PRESENT, SetKind.ALTERNATES, SetKind.GUESTS, SetKind.EVERYBODY),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleSet:
    """One set of people; lists and the elected belong to an election, the elected to a round."""

    kind: SetKind = SetKind.VOTERS
    election_id: int = 0
    round_id: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedSet:
    """A set with what names it: code and title of its election, number of its round."""

    set: PeopleSet
    code: str = ""
    title: str = ""
    round: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class StructureView:
    """The structure of a set on the congress's day, judged; `surplus` is that of a list."""

    set: PeopleSet
    structure: Structure
    targets: Targets
    judgements: tuple[Judgement, ...]
    surplus: Surplus | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelView:
    """What the structure panel shows, read together; `first_day` is the congress's own."""

    sets: tuple[NamedSet, ...]
    view: StructureView
    proposed: Targets
    first_day: str


def panel_view(file: CongressFile, wanted: PeopleSet) -> PanelView:
    """Return a set's structure and the sets to choose from; the voters' where the set is gone."""
    sets = people_sets(file)
    there = any(found.set == wanted for found in sets)
    return PanelView(
        sets=sets,
        view=structure_view(file, wanted if there else PeopleSet()),
        proposed=proposed_targets(file),
        first_day=congress(file).details.starts[:10],
    )


def people_sets(file: CongressFile) -> tuple[NamedSet, ...]:
    """Return every set there is: the register's, each list with names, each declared round's."""
    found = [NamedSet(set=PeopleSet(kind=kind)) for kind in REGISTER_SETS]
    for one in elections(file):
        if one.candidates:
            chosen = PeopleSet(kind=SetKind.LIST, election_id=one.id)
            found.append(NamedSet(set=chosen, code=one.code, title=one.title))
        found += [
            NamedSet(
                set=PeopleSet(kind=SetKind.ELECTED, election_id=one.id, round_id=held.id),
                code=one.code,
                title=one.title,
                round=held.number,
            )
            for held in rounds(file, one.id)
            if held.state is RoundState.DECLARED and held.stands
        ]
    return tuple(found)


def structure_view(file: CongressFile, wanted: PeopleSet) -> StructureView:
    """Return the structure of a set; KeyError when its election is gone.

    People are judged by targets only where the rules want a structure: never for one post.
    """
    found = structure(people_of(file, wanted), structure_day(file))
    targets = structure_targets(file)
    surplus = _surplus(file, wanted)
    rules = congress(file).rules
    judged = judge_surplus(surplus, targets, rules) if surplus else None
    held = election(file, wanted.election_id) if wanted.election_id else None
    if held is None or rules.wants_structure(held.kind, held.seats):
        people_judged = judge(found, targets)
    else:
        people_judged = ()
    return StructureView(
        set=wanted,
        structure=found,
        targets=targets,
        judgements=(*((judged,) if judged else ()), *people_judged),
        surplus=surplus,
    )


def structure_of_voters(file: CongressFile, people: Iterable[Person]) -> Structure:
    """Return the structure of those who vote in a register, as it stands or as it stood once."""
    voters = tuple(person for person in people if _belongs(person, SetKind.VOTERS))
    return structure(voters, structure_day(file))


def people_of(file: CongressFile, wanted: PeopleSet) -> tuple[Person, ...]:
    """Return the people of a set: the register by number, a list and the elected in their order."""
    match wanted.kind:
        case SetKind.LIST:
            listed = election(file, wanted.election_id).candidates
            return people_of_candidates(file, wanted.election_id, listed)
        case SetKind.ELECTED:
            elected = _elected(file, wanted.round_id)
            return people_of_candidates(file, wanted.election_id, elected)
    return tuple(person for person in register(file) if _belongs(person, wanted.kind))


def structure_day(file: CongressFile) -> str:
    """Return the day ages are counted on: the one chosen, else the congress's first, else ""."""
    return congress_setting(file, DAY_KEY) or congress(file).details.starts[:10]


def structure_targets(file: CongressFile) -> Targets:
    """Return the targets of this congress: its own, else those proposed for its rules."""
    own = kept_targets(congress_setting(file, TARGETS_KEY))
    return own or proposed_targets(file)


def proposed_targets(file: CongressFile) -> Targets:
    """Return the targets that come with the program for the rules of this congress."""
    text = resource("structure", "targets.toml").read_text("utf-8")
    return shipped_targets(text, congress(file).rules)


def _belongs(person: Person, kind: SetKind) -> bool:
    votes = person.has_vote and person.status is not Status.REPLACED
    match kind:
        case SetKind.VOTERS:
            return votes
        case SetKind.PRESENT:
            return votes and person.status is Status.PRESENT
        case SetKind.ALTERNATES:
            return person.kind is PersonKind.ALTERNATE
        case SetKind.GUESTS:
            return person.kind is PersonKind.GUEST
    return True


def _elected(file: CongressFile, round_id: int) -> tuple[Candidate, ...]:
    result = round_sheet(file, round_id).result
    return tuple(result.by_position(position).candidate for position in result.elected)


def _surplus(file: CongressFile, wanted: PeopleSet) -> Surplus | None:
    if wanted.kind is not SetKind.LIST:
        return None
    found = election(file, wanted.election_id)
    return Surplus(candidates=len(found.candidates), seats=found.seats, kind=found.kind)
