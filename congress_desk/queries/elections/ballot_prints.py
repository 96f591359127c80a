"""The list that the ballots of an election are printed of now, and what was printed before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from congress_desk.domain.ballot_papers.ballot_print import (
    BallotPrint,
    PrintFact,
    print_fact,
    printed_copies,
)
from congress_desk.domain.ballot_papers.printed_list import PrintedList, printed_list
from congress_desk.domain.elections.election import Candidate, Election
from congress_desk.domain.elections.round import Round, RoundKind, RoundState
from congress_desk.domain.elections.stages import held_rounds
from congress_desk.errors import Refusal
from congress_desk.queries.elections.lists import election, rounds
from congress_desk.queries.elections.next_round import next_round
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.elections import ballot_prints as reading


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotsOfRound:
    """The ballots of the round under way or of the next one, and their print runs.

    `prints` are all runs of this round, oldest first. `over` says that the round was declared and
    no other follows: its paper is a specimen.
    """

    listed: PrintedList
    frozen: bool
    prints: tuple[BallotPrint, ...]
    over: bool = False

    @property
    def fact(self) -> PrintFact:
        return print_fact(self.listed, self.prints)

    @property
    def copies(self) -> int:
        """Return how many good papers there are of the list as it is."""
        return printed_copies(self.listed, self.prints)

    @property
    def current(self) -> BallotPrint | None:
        """Return the newest good run of the list as it is."""
        good = [p for p in self.prints if p.digest == self.listed.digest and not p.voided_at]
        return good[-1] if good else None


def ballots_to_print(file: CongressFile, election_id: int) -> BallotsOfRound:
    """Return the ballots of the round being counted, else of the next, else of the last one."""
    found = election(file, election_id)
    held = rounds(file, election_id)
    open_now = [r for r in held if r.state is RoundState.COUNTING]
    if open_now:
        of = _of(file, _list_of(file, open_now[-1]), frozen=True)
        # A recount counts ballots that were cast: there is nothing to print.
        return replace(of, over=open_now[-1].is_recount)
    plan = next_round(file, election_id)
    if isinstance(plan, Refusal):
        return _after_the_last(file, found, held_rounds(held))
    of = ballots_of_next(file, found, kind=plan.kind, candidates=plan.candidates, seats=plan.seats)
    return replace(of, frozen=found.frozen or plan.kind is not RoundKind.FIRST)


def ballots_of_next(
    file: CongressFile,
    found: Election,
    *,
    kind: RoundKind,
    candidates: Sequence[Candidate],
    seats: int,
) -> BallotsOfRound:
    """Return the ballots of the next round of an election for whom and for how many posts."""
    listed = printed_list(
        found,
        round_number=_votes(rounds(file, found.id)) + 1,
        kind=kind,
        seats=seats,
        candidates=candidates,
    )
    return _of(file, listed, frozen=found.frozen)


def _after_the_last(file: CongressFile, found: Election, held: tuple[Round, ...]) -> BallotsOfRound:
    """Return the ballots of an election that has no further round."""
    if held:
        return replace(_of(file, _list_of(file, held[-1]), frozen=True), over=True)
    listed = printed_list(
        found,
        round_number=1,
        kind=RoundKind.FIRST,
        seats=found.seats,
        candidates=found.candidates,
    )
    return replace(_of(file, listed, frozen=found.frozen), over=True)


def ballots_of_round(file: CongressFile, found: Round) -> BallotsOfRound:
    """Return the ballots of a round that was opened, with their print runs."""
    return _of(file, _list_of(file, found), frozen=True)


def _list_of(file: CongressFile, found: Round) -> PrintedList:
    """Return the list of a round; who opens it again after an error votes with the same papers.

    So a round that was cancelled has no number here.
    """
    earlier = [r for r in rounds(file, found.election_id) if r.number < found.number]
    return printed_list(
        election(file, found.election_id),
        round_number=_votes(earlier) + 1,
        kind=found.kind,
        seats=found.seats,
        candidates=found.candidates,
    )


def _votes(held: Sequence[Round]) -> int:
    """Return how many votes these rounds are: a recount is none, nor what was cancelled."""
    return len({found.number for found in held_rounds(held)})


def _of(file: CongressFile, listed: PrintedList, *, frozen: bool) -> BallotsOfRound:
    runs = reading.ballot_prints(file, listed.election_id)
    prints = tuple(run for run in runs if run.round_number == listed.round_number)
    return BallotsOfRound(listed=listed, frozen=frozen, prints=prints)
