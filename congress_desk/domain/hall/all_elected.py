"""Everybody elected in the rounds of an election, for the hall: out of declared results alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from congress_desk.domain.decisions.course import ElectionCourse, Seat
from congress_desk.domain.elections.lists.candidate_names import candidate_names
from congress_desk.domain.hall.declared_result import (
    DeclaredCandidate,
    DeclaredResult,
    NotDeclared,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ElectedTogether:
    """Somebody on the joint list; `votes` is None and `percent` "" where no vote was held.

    `round_number` is the round of the votes, 0 where there was none; `by_decision`: the post came
    by a decision after it.
    """

    name: str
    round_number: int
    votes: int | None = None
    percent: str = ""
    candidate_id: int = 0
    by_decision: bool = False


@dataclass(frozen=True, slots=True)
class AllElected:
    """The joint list of an election after its last round, with the results it is made of.

    `results` are those of all rounds in force, by the id of the round. Raises NotDeclared while
    one of them has no declared result: a round is being counted.
    """

    course: ElectionCourse
    results: Mapping[int, DeclaredResult]

    def __post_init__(self) -> None:
        for held in self.course.standing:
            found = self.results.get(held.round.id)
            if found is None:
                raise NotDeclared(f"round {held.round.id} has no result in force")
            if [each.id for each in found.elected] != [each.id for each in held.elected]:
                raise NotDeclared(f"the stored result of round {held.round.id} is another one")

    @property
    def is_joint(self) -> bool:
        """Say whether the elected come from more than one vote or decision."""
        seats = (*self.course.elected, *self.course.alternates)
        return len({(_round_id(seat), seat.decision is None) for seat in seats}) > 1

    @property
    def officials(self) -> tuple[ElectedTogether, ...]:
        """Return who has an official post: round by round from high to low, then by decision."""
        return tuple(map(self._told, self.course.elected))

    @property
    def alternates(self) -> tuple[ElectedTogether, ...]:
        """Return the alternates in their order."""
        return tuple(map(self._told, self.course.alternates))

    @property
    def seats(self) -> int:
        """Return how many official posts there are."""
        return self.course.seats

    @property
    def shared_base(self) -> DeclaredResult | None:
        """Return a result whose base is that of every round; None where they differ."""
        standing = [self.results[held.round.id] for held in self.course.standing]
        bases = {(each.base, each.of) for each in standing}
        return standing[0] if len(bases) == 1 else None

    def _told(self, seat: Seat) -> ElectedTogether:
        voted = self._voted(seat)
        return ElectedTogether(
            name=self._names.get(seat.candidate_id, seat.name),
            round_number=seat.round.number if seat.round else 0,
            votes=voted.votes if voted else None,
            percent=voted.percent if voted else "",
            candidate_id=seat.candidate_id,
            by_decision=seat.decision is not None,
        )

    def _voted(self, seat: Seat) -> DeclaredCandidate | None:
        result = self.results.get(_round_id(seat))
        known = result.candidates if result else ()
        return next((each for each in known if each.id == seat.candidate_id), None)

    @property
    def _names(self) -> Mapping[int, str]:
        """Return the printed names: namesakes of different rounds are told apart too."""
        listed = (held.round.candidates for held in self.course.standing)
        return candidate_names(self.course.election.candidates, *listed)


def _round_id(seat: Seat) -> int:
    return seat.round.id if seat.round else 0
