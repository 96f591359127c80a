"""What the next round of an election is about, or why there is none."""

from __future__ import annotations

from congress_desk.domain.congress import CongressState
from congress_desk.domain.decisions.plan import RoundPlan, plan_next
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.congress import congress
from congress_desk.queries.elections.course import election_course
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.elections import lists as reading_elections


def next_round(file: CongressFile, election_id: int) -> RoundPlan | Refusal:
    """Return what the rules and the decisions give for the next round, or why there is none."""
    whole = congress(file)
    if whole.state is CongressState.CLOSED:
        return refuse("congress_closed")
    course = election_course(file, election_id)
    later = reading_elections.later_candidates(file, election_id)
    return plan_next(course, whole.rules, later)
