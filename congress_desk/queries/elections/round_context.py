"""What stands before and behind one round, for its papers and its page."""

from __future__ import annotations

from congress_desk.domain.decisions.round_context import RoundContext
from congress_desk.domain.elections.comparison import CountComparison, compare_counts
from congress_desk.domain.elections.round import Round, RoundState
from congress_desk.domain.nomination.nominee import Nominee
from congress_desk.queries.elections.ballots import ballots
from congress_desk.queries.elections.course import election_course
from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.elections import doubts as reading_doubts
from congress_desk.storage.reading.elections import lists as reading_elections
from congress_desk.storage.reading.elections import nomination as reading_nomination


def round_context(file: CongressFile, round_id: int) -> RoundContext:
    """Return one round in its election; KeyError when there is none."""
    found = reading_elections.round_by_id(file, round_id)
    if found is None:
        raise KeyError(round_id)
    course = election_course(file, found.election_id)
    on = [d for d in course.decisions if d.id == found.decision_id]
    return RoundContext(
        round=found,
        course=course,
        opened_on=on[0] if on else None,
        follows=reading_elections.round_by_id(file, found.follows) if found.follows else None,
        comparison=recount_comparison(file, found),
        doubts=reading_doubts.doubtful_ballots(file, round_id),
        corrections=reading_elections.corrections(file, round_id),
        new_names=_new_names(file, found),
    )


def _new_names(file: CongressFile, found: Round) -> tuple[Nominee, ...]:
    """Return who stands in a round because the decision it rests on let them in."""
    on = [c.id for c in found.candidates if c.decision_id and c.decision_id == found.decision_id]
    if not on:
        return ()
    known = {
        nominee.candidate.id: nominee
        for nominee in reading_nomination.nominees(file, found.election_id)
    }
    return tuple(known[candidate_id] for candidate_id in on)


def recount_comparison(file: CongressFile, found: Round) -> CountComparison | None:
    """Hold a recount against the first count of its ballots; None of any other round."""
    if not found.is_recount or found.state is RoundState.CANCELLED:
        return None
    first, second = round_sheet(file, found.follows), round_sheet(file, found.id)
    return compare_counts(
        ballots(file, found.follows),
        ballots(file, found.id),
        (first.result, second.result),
        by_totals=first.totals.keys() | second.totals.keys(),
    )
