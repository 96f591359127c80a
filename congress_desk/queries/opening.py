"""What is known before the next round of an election opens: the facts its conditions rest on."""

from __future__ import annotations

from congress_desk.domain.ballot_papers.ballot_print import print_findings
from congress_desk.domain.decisions.plan import RoundPlan
from congress_desk.domain.elections.election import Candidate
from congress_desk.domain.elections.stages import held_rounds
from congress_desk.domain.motions import Motion, MotionOutcome
from congress_desk.domain.nomination.steps import NumberVote
from congress_desk.domain.opening.facts import OpeningFacts, Printed
from congress_desk.queries.congress import congress, presence
from congress_desk.queries.elections.ballot_issue import early_issue
from congress_desk.queries.elections.ballot_prints import ballots_of_next
from congress_desk.queries.elections.lists import election
from congress_desk.queries.elections.posts import may_not_stand
from congress_desk.queries.list_changes import changed_since_vote
from congress_desk.queries.nomination import (
    board_of,
    board_vote,
    counters_among_names,
    list_vote,
)
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.elections import lists as reading_elections
from congress_desk.storage.reading.elections import nomination as reading_nomination


def opening_facts(
    file: CongressFile,
    election_id: int,
    plan: RoundPlan,
    *,
    candidates: tuple[Candidate, ...] | None = None,
    seats: int | None = None,
) -> OpeningFacts:
    """Return the facts of the next round; `candidates` and `seats` as they were chosen for it."""
    whole, found = congress(file), election(file, election_id)
    every = reading_elections.rounds(file, election_id)
    held = held_rounds(every)
    row = reading_elections.election_row(file, election_id)
    voted_on = list_vote(file, election_id)
    number = reading_nomination.number_vote(file, election_id)
    stand = plan.candidates if candidates is None else candidates
    posts = plan.seats if seats is None else seats
    of = ballots_of_next(file, found, kind=plan.kind, candidates=stand, seats=posts)
    issue = early_issue(file, of)
    return OpeningFacts(
        state=whole.state,
        rules=whole.rules,
        election=found,
        round_kind=plan.kind,
        part=plan.part,
        candidates=stand,
        seats=posts,
        register=presence(file),
        before=held[-1] if held else None,
        board=board_of(file, election_id),
        counters_listed=counters_among_names(file, election_id, stand),
        number_vote=_number_vote(number, voted_on),
        number_voted=number.seats if number and _is_carried(number.motion) else None,
        list_vote=voted_on,
        changed=changed_since_vote(file, voted_on, found),
        board_vote=board_vote(file, election_id),
        number=1 + sum(not one.is_recount for one in every),
        decided=plan.permission is not None,
        decided_seats=plan.seats if plan.permission and len(stand) >= plan.seats else 0,
        decision_missing=plan.decision_missing,
        surplus_reason=str(row["surplus_reason"]) if row else "",
        among=election(file, found.among_id).title if found.among_id else "",
        among_findings=may_not_stand(file, found, stand),
        printed=Printed(
            copies=of.copies,
            spent=issue.register.spent,
            code=of.listed.code,
            findings=print_findings(of.listed, of.prints),
        ),
        issue=issue,
    )


def _number_vote(number: NumberVote | None, voted_on: Motion | None) -> Motion | None:
    """Return the vote that carried the number, alone or with the list, else the last one on it."""
    votes = [number.motion if number else None, voted_on]
    recorded = [vote for vote in votes if vote is not None]
    return next(filter(_is_carried, recorded), recorded[0] if recorded else None)


def _is_carried(vote: Motion) -> bool:
    return vote.outcome is MotionOutcome.CARRIED
