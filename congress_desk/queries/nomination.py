"""The way to the ballot of an election: its names with their sources, polls, votes and steps."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from congress_desk.domain.elections.election import Candidate, Election
from congress_desk.domain.elections.lists.board_on_list import counters_among
from congress_desk.domain.elections.round import RoundState
from congress_desk.domain.elections.stages import held_rounds
from congress_desk.domain.motions import (
    Hall,
    Motion,
    MotionKind,
    MotionOutcome,
    MotionState,
    hall_of,
    repeated_ids,
)
from congress_desk.domain.nomination.nominee import Nominee, support_base
from congress_desk.domain.nomination.opinion_poll import OpinionPoll, PollMember
from congress_desk.domain.nomination.steps import (
    NominationFacts,
    NominationStep,
    nomination_steps,
)
from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.domain.organs.organs import counting_board, person_links
from congress_desk.domain.people.person import Person
from congress_desk.queries.congress import congress, duties, people, presence
from congress_desk.queries.elections.lists import election, elections
from congress_desk.queries.list_changes import changed_since_vote, newcomers_since_vote
from congress_desk.queries.structure import PeopleSet, SetKind, StructureView, structure_view
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.elections import lists as reading_elections
from congress_desk.storage.reading.elections import nomination as reading_nomination
from congress_desk.storage.reading.motions import motions


@dataclass(frozen=True, slots=True, kw_only=True)
class NominationView:
    """What the page of the way to the ballot shows, read together.

    `hall` is who could vote on a motion now and `present` how many take part; `support_of` is what
    the support of a name is taken of; `secretariat` may count a poll. `structure` is that of the
    list as it stands, None while nobody is on it.
    """

    facts: NominationFacts
    steps: tuple[NominationStep, ...]
    hall: Hall
    present: int
    support_of: int
    secretariat: tuple[PollMember, ...]
    structure: StructureView | None


def nominees(file: CongressFile, election_id: int) -> tuple[Nominee, ...]:
    """Return every name of an election: the list in its order, then those not on it."""
    return reading_nomination.nominees(file, election_id)


def opinion_polls(file: CongressFile, election_id: int) -> tuple[OpinionPoll, ...]:
    """Return the opinion polls of an election in order, cancelled ones too."""
    return reading_nomination.opinion_polls(file, election_id)


def opinion_poll(file: CongressFile, poll_id: int) -> OpinionPoll:
    """Return one opinion poll; KeyError when there is none of this id."""
    found = reading_nomination.opinion_poll(file, poll_id)
    if found is None:
        raise KeyError(poll_id)
    return found


def list_vote(file: CongressFile, election_id: int) -> Motion | None:
    """Return the last vote on number and list of an election, None without one."""
    return last_vote(motions(file), {MotionKind.NUMBER_AND_LIST}, {election_id})


def list_changed_since(file: CongressFile, vote: Motion, found: Election) -> bool:
    """Say whether names or number of an election are others than a carried vote was about."""
    changed = changed_since_vote(file, vote, found)
    return _carried(vote) and (changed.names or changed.seats)


def board_vote(file: CongressFile, election_id: int) -> Motion | None:
    """Return the last vote on the board that counts an election, its own or the one for all."""
    own = any(duty.election_id == election_id for duty in board_of(file, election_id))
    held = {election_id} if own else {election_id, 0}
    return last_vote(motions(file), {MotionKind.COUNTING_BOARD}, held)


def list_was_voted(file: CongressFile, election_id: int) -> bool:
    """Say whether the congress carried number and list of an election."""
    return _carried(list_vote(file, election_id))


def board_of(file: CongressFile, election_id: int) -> tuple[Duty, ...]:
    """Return who counts an election now."""
    return counting_board(duties(file), election_id)


def counters_on_list(file: CongressFile, election_id: int) -> tuple[Duty, ...]:
    """Return the members of the board who are on the list they would count."""
    return counters_among_names(file, election_id, election(file, election_id).candidates)


def counters_among_names(
    file: CongressFile, election_id: int, candidates: Iterable[Candidate]
) -> tuple[Duty, ...]:
    """Return the members of the board of an election who are among these names."""
    board = board_of(file, election_id)
    return counters_among(board, candidates, linked_members(board, people(file)))


def election_that_lists(file: CongressFile, duty: Duty) -> Election | None:
    """Return an election that a counter counts and stands in, None without one.

    A board for all counts those that have no board of their own; one that was declared is over.
    """
    there = [d for d in duties(file) if d.organ is Organ.COUNTING_BOARD and d.id != duty.id]
    linked = linked_members((duty,), people(file))
    for found in elections(file):
        own = any(d.election_id == found.id for d in there)
        counts = duty.election_id == found.id or (not duty.election_id and not own)
        if counts and counters_among((duty,), found.candidates, linked):
            rounds = held_rounds(reading_elections.rounds(file, found.id))
            if not rounds or rounds[-1].state is not RoundState.DECLARED:
                return found
    return None


def linked_members(board: Iterable[Duty], register: Collection[Person]) -> dict[int, Person]:
    """Return who of the register each member of a board is, where that is sure."""
    by_number = {person.id: person for person in register}
    links = person_links(board, tuple(register))
    return {duty_id: by_number[person_id] for duty_id, person_id in links.items()}


def nomination_facts(file: CongressFile, election_id: int) -> NominationFacts:
    """Return what the steps of an election rest on."""
    found, voted_on = election(file, election_id), list_vote(file, election_id)
    board, on_board = board_of(file, election_id), board_vote(file, election_id)
    return NominationFacts(
        rules=congress(file).rules,
        election=found,
        nominees=nominees(file, election_id),
        polls=opinion_polls(file, election_id),
        number=reading_nomination.number_vote(file, election_id),
        list_vote=voted_on,
        list_changed=voted_on is not None and list_changed_since(file, voted_on, found),
        board_vote=on_board,
        board=board,
        counters_new=newcomers_since_vote(file, on_board, board),
        counters_listed=counters_on_list(file, election_id),
        rounds_held=bool(held_rounds(reading_elections.rounds(file, election_id))),
    )


def nomination_view(file: CongressFile, election_id: int) -> NominationView:
    """Return the way to the ballot of one election; KeyError when there is none of this id."""
    facts, there = nomination_facts(file, election_id), presence(file)
    wanted = PeopleSet(kind=SetKind.LIST, election_id=election_id)
    return NominationView(
        facts=facts,
        steps=nomination_steps(facts),
        hall=hall_of(there, facts.rules.motion_base),
        present=there.present,
        support_of=support_base(facts.rules, there),
        secretariat=tuple(
            PollMember(name=duty.name, title=duty.title)
            for duty in duties(file)
            if duty.organ is Organ.SECRETARIAT
        ),
        structure=structure_view(file, wanted) if facts.election.candidates else None,
    )


def last_vote(
    votes: Iterable[Motion], kinds: Collection[MotionKind], election_ids: Collection[int]
) -> Motion | None:
    """Return the newest vote of these kinds that was neither cancelled nor replaced."""
    known = tuple(votes)
    replaced = repeated_ids(known)
    found = [
        motion
        for motion in known
        if motion.kind in kinds
        and motion.election_id in election_ids
        and motion.state is not MotionState.CANCELLED
        and motion.id not in replaced
    ]
    voted = [motion for motion in found if motion.state is MotionState.VOTED]
    return max(voted or found, key=lambda motion: motion.id, default=None)


def _carried(vote: Motion | None) -> bool:
    return vote is not None and vote.outcome is MotionOutcome.CARRIED
