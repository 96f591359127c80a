"""Where an election stands by all its rounds and all that was decided on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from congress_desk.domain.decisions.decision import (
    Decision,
    DecisionKind,
    DecisionState,
)
from congress_desk.domain.elections.election import Candidate, Election
from congress_desk.domain.elections.result import RoundOutcome, RoundResult
from congress_desk.domain.elections.round import Part, Round, RoundState

# What ends an election although posts are open.
_CLOSING = frozenset({DecisionKind.LEAVE_OPEN, DecisionKind.REPORT_SUPERIOR})
# What lets another round be held.
OPENING = frozenset(
    {
        DecisionKind.NEXT_ROUND,
        DecisionKind.NEW_NAMES,
        DecisionKind.REVOTE,
        DecisionKind.VOTE_SEPARATELY,
    }
)
# What gives people seats, or says how many there are: later rounds are opened for what is left.
_SEATING = frozenset(
    {
        DecisionKind.OLDER,
        DecisionKind.LOT,
        DecisionKind.TAKE_BY_VOTES,
        DecisionKind.LOWER_NUMBER,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldRound:
    """A round that was not cancelled, with its result; None while it is counted."""

    round: Round
    result: RoundResult | None = None

    @property
    def outcome(self) -> RoundOutcome | None:
        """Return how the round ended; None while it is counted."""
        return self.result.outcome if self.result else None

    @property
    def counting(self) -> bool:
        """Say whether the round is being counted."""
        return self.round.state is RoundState.COUNTING

    @property
    def elected(self) -> tuple[Candidate, ...]:
        """Return who was elected by votes, from high to low."""
        return self._at(self.result.elected) if self.result else ()

    @property
    def tied(self) -> tuple[Candidate, ...]:
        """Return who is tied across the last seats, in ballot order."""
        return self._at(self.result.tied) if self.result else ()

    def gives_same(self, other: HeldRound) -> bool:
        """Say whether two counts elect the same people and leave the same ones tied."""
        if self.result is None or other.result is None or self.outcome is not other.outcome:
            return False
        return set(self.elected) == set(other.elected) and self.tied == other.tied

    def _at(self, positions: Iterable[int]) -> tuple[Candidate, ...]:
        assert self.result is not None
        return tuple(self.result.by_position(position).candidate for position in positions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """Somebody who has a post: by votes in a round, or by a decision (then `decision`).

    `candidate_id` is 0 of somebody who stood in no list; `round` is None where no vote was held.
    """

    name: str
    candidate_id: int = 0
    votes: int | None = None
    percent: str = ""
    round: Round | None = None
    decision: Decision | None = None

    @property
    def appointed(self) -> bool:
        """Say whether the superior appointed them, so that nobody elected them."""
        return self.decision is not None and self.decision.kind is DecisionKind.APPOINTED


@dataclass(frozen=True, slots=True, kw_only=True)
class ElectionCourse:
    """An election from its first round to its last decision; cancelled rounds are left out."""

    election: Election
    rounds: tuple[HeldRound, ...] = ()
    decisions: tuple[Decision, ...] = ()

    @property
    def standing(self) -> tuple[HeldRound, ...]:
        """Return the rounds whose result stands, or is being counted."""
        return tuple(held for held in self.rounds if held.round.stands)

    @property
    def last(self) -> HeldRound | None:
        """Return the newest round that stands."""
        return self.standing[-1] if self.standing else None

    @property
    def newest(self) -> HeldRound | None:
        """Return the newest round, one that was annulled too."""
        return self.rounds[-1] if self.rounds else None

    @property
    def annulled_first(self) -> HeldRound:
        """Return the first round after the newest that stands; only where a later one is annulled.

        Where the superior annulled several rounds, the first of them is voted on again.
        """
        after = len(self.rounds) - 1
        while after and not self.rounds[after - 1].round.stands:
            after -= 1
        return self.rounds[after]

    @property
    def stand(self) -> tuple[Decision, ...]:
        """Return the decisions that stand, oldest first."""
        return tuple(d for d in self.decisions if d.stands)

    @property
    def in_force(self) -> tuple[Decision, ...]:
        """Return the decisions that stand and whose round's result is in force, oldest first.

        With the result of a round falls what was decided after it; a recount that gives the same
        result keeps it.
        """
        known = self._results_in_force()
        return tuple(d for d in self.stand if d.round_id in known)

    @property
    def proposed(self) -> Decision | None:
        """Return the newest decision whose motion waits for its vote."""
        waiting = [d for d in self.decisions if d.state is DecisionState.PROPOSED]
        return waiting[-1] if waiting else None

    @property
    def seats(self) -> int:
        """Return how many posts are to be filled, as the congress lowered the number."""
        lowered = [d.seats for d in self._of(DecisionKind.LOWER_NUMBER) if d.seats is not None]
        return lowered[-1] if lowered else self.election.seats

    @property
    def elected(self) -> tuple[Seat, ...]:
        """Return who has an official post: round by round from high to low, then by decision."""
        return self._seats(Part.OFFICIAL)

    @property
    def chosen(self) -> tuple[Seat, ...]:
        """Return those of `elected` whom the congress chose, by votes or by its decision."""
        return tuple(seat for seat in self.elected if not seat.appointed)

    @property
    def appointed(self) -> int:
        """Return how many posts the superior filled by appointment."""
        return len(self.elected) - len(self.chosen)

    @property
    def alternates(self) -> tuple[Seat, ...]:
        """Return who is an alternate, in their order."""
        return self._seats(Part.ALTERNATE)

    @property
    def elected_ids(self) -> frozenset[int]:
        """Return the candidates who have an official post."""
        return frozenset(seat.candidate_id for seat in self.elected if seat.candidate_id)

    @property
    def open_seats(self) -> int:
        """Return how many official posts have nobody yet, never below 0."""
        return max(0, self.seats - len(self.elected))

    @property
    def open_alternates(self) -> int:
        """Return how many alternates have nobody yet, never below 0."""
        return max(0, self.election.alternates - len(self.alternates))

    @property
    def left_open(self) -> Decision | None:
        """Return the decision to leave official posts open, None where there is none."""
        found = [d for d in self._of(DecisionKind.LEAVE_OPEN) if d.part is Part.OFFICIAL]
        return found[-1] if found and self._is_last_word(found[-1]) else None

    @property
    def stopped(self) -> Decision | None:
        """Return the decision that stopped the election to report upward."""
        found = self._of(DecisionKind.REPORT_SUPERIOR)
        return found[-1] if found and self._is_last_word(found[-1]) else None

    @property
    def complete(self) -> bool:
        """Say whether nothing is left to elect: every post has somebody, or stays open."""
        return not self.open_seats or self.left_open is not None

    @property
    def alternates_complete(self) -> bool:
        """Say whether nothing is left to do about the alternates."""
        closed = any(
            d.part is Part.ALTERNATE and d.kind in _CLOSING and self._is_last_word(d)
            for d in self.in_force
        )
        return not self.open_alternates or closed

    @property
    def permission(self) -> Decision | None:
        """Return the decision that lets the next round be held and was not used yet."""
        used = {held.round.decision_id for held in self.rounds}
        free = [
            d
            for d in self.in_force
            if d.kind in OPENING and d.id not in used and self._is_last_word(d)
        ]
        return free[-1] if free else None

    @property
    def undrawn(self) -> Decision | None:
        """Return the decision to draw a lot that was not drawn yet."""
        lots = [d for d in self._of(DecisionKind.LOT) if not d.people and self._is_last_word(d)]
        return lots[-1] if lots else None

    def after(self, round_id: int) -> tuple[Decision, ...]:
        """Return everything that was decided after a round, taken back or not carried too."""
        return tuple(d for d in self.decisions if d.round_id == round_id)

    def settled_by(self, decision: Decision) -> Round | None:
        """Return the first vote after a decision on seats or an annulment: neither changes then.

        None where there is none, or the decision fell with its round.
        """
        seats = decision.kind in _SEATING and decision.round_id in self._results_in_force()
        if not (seats or decision.kind is DecisionKind.ANNULMENT):
            return None
        later = (held.round for held in self.rounds if held.round.id > decision.round_id)
        return next((found for found in later if not found.is_recount), None)

    def decided_after(self, round_id: int) -> tuple[Decision, ...]:
        """Return what was decided after a round, where papers tell it.

        What a recount with the same result keeps in force counts as decided after that recount.
        """
        counts = [self._same_result(held) for held in self.standing if held.result]
        same = next((found for found in counts if round_id in found), frozenset({round_id}))
        if round_id != max(same):
            return ()
        return tuple(d for d in self.decisions if d.round_id in same)

    def annulment(self, round_id: int) -> Decision | None:
        """Return the decision that annulled a round."""
        annulled = DecisionKind.ANNULMENT
        found = [d for d in self.stand if d.kind is annulled and d.round_id == round_id]
        return found[-1] if found else None

    def settled(self, part: Part) -> bool:
        """Say whether nothing is left to elect of the official posts, or of the alternates."""
        return self.complete if part is Part.OFFICIAL else self.alternates_complete

    def _is_last_word(self, decision: Decision) -> bool:
        """Say whether no round that stands was opened after the one this was decided after.

        Rounds for the alternates leave what was decided on the official posts as it is.
        """
        official = [held for held in self.standing if held.round.part is Part.OFFICIAL]
        ends = self.standing[-1:]
        if decision.part is Part.OFFICIAL:
            ends = (*ends, *official[-1:])
        if not ends:
            return decision.round_id == 0
        return any(decision.round_id in self._same_result(held) for held in ends)

    def _results_in_force(self) -> frozenset[int]:
        """Return the rounds whose result is in force, 0 for what stands before every round."""
        return frozenset({0}).union(*(self._same_result(held) for held in self.standing))

    def _same_result(self, held: HeldRound) -> frozenset[int]:
        """Return this round, and the counts of its ballots before it that gave the same result."""
        by_id = {each.round.id: each for each in self.rounds}
        found = {held.round.id}
        while held.round.is_recount and held.round.follows in by_id:
            before = by_id[held.round.follows]
            if not (held.counting or held.gives_same(before)):
                break
            found.add(before.round.id)
            held = before
        return frozenset(found)

    def _of(self, *kinds: DecisionKind) -> tuple[Decision, ...]:
        return tuple(d for d in self.in_force if d.kind in kinds)

    def _seats(self, part: Part) -> tuple[Seat, ...]:
        by_votes = [
            _seat_by_votes(held, position)
            for held in self.standing
            if held.round.part is part and held.result and not held.counting
            for position in held.result.elected
        ]
        taken = [
            self._seat_by_decision(decision, person.name, person.candidate_id)
            for decision in self.in_force
            if decision.part is part
            for person in decision.people
        ]
        if part is Part.OFFICIAL:
            return (*by_votes, *taken)
        # The first alternate comes in first: round by round, with what was decided after each.
        return tuple(sorted((*by_votes, *taken), key=round_of))

    def _seat_by_decision(self, decision: Decision, name: str, candidate_id: int) -> Seat:
        """Return a seat taken by decision, with the votes of the round it followed."""
        for held in self.standing:
            if held.result and decision.round_id in self._same_result(held):
                for found in held.result.candidates:
                    if found.candidate.id == candidate_id:
                        by_votes = _seat_by_votes(held, found.position)
                        return replace(by_votes, decision=decision)
        return Seat(name=name, candidate_id=candidate_id, decision=decision)


def round_of(seat: Seat) -> int:
    """Return the round in which, or after which, somebody came to a post."""
    if seat.decision is not None:
        return seat.decision.round_id
    return seat.round.id if seat.round else 0


def _seat_by_votes(held: HeldRound, position: int) -> Seat:
    assert held.result is not None
    found = held.result.by_position(position)
    return Seat(
        name=found.name,
        candidate_id=found.candidate.id,
        votes=found.votes,
        percent=found.percent,
        round=held.round,
    )
