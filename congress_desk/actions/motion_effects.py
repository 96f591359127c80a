"""What a vote by show of hands sets of an election: the number to elect, who may withdraw."""

from __future__ import annotations

from congress_desk.domain.motions import MotionOutcome
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.elections.course import election_course
from congress_desk.storage.act import Act
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.journal.lines import Row
from congress_desk.storage.reading import motions as reading_motions
from congress_desk.storage.reading.elections import decisions as reading_decisions
from congress_desk.storage.reading.elections import lists as reading_elections
from congress_desk.storage.reading.elections import nomination as reading_nomination


def write_effects(act: Act, file: CongressFile, motion_id: int) -> None:
    """Set inside an act what a motion sets as it stands now, or take it back.

    An election whose ballots were cast, or in which the superior appointed, stays as it is: what
    is decided then has its own acts.
    """
    first, voted = _first_vote(file, motion_id), reading_motions.motion(file, motion_id)
    carried = voted is not None and voted.outcome is MotionOutcome.CARRIED
    number = reading_nomination.number_motion_row(file, first)
    if number is not None:
        _set_seats(act, file, number, carried=carried)
    wish = reading_nomination.withdrawal_of_motion(file, first)
    if wish is not None:
        _withdraw(act, file, wish, carried=carried)


def check_settled(file: CongressFile, motion_id: int) -> Refusal | None:
    """Refuse another vote on seats of an election for which a later round was opened."""
    found = reading_decisions.decision_of_motion(file, _first_vote(file, motion_id))
    later = found and election_course(file, found.election_id).settled_by(found)
    return refuse("decision_settled", number=later.number) if later else None


def _set_seats(act: Act, file: CongressFile, number: Row, *, carried: bool) -> None:
    election = reading_elections.election_row(file, number["election_id"])
    if election is None or reading_elections.rounds(file, election["id"]):
        return
    if reading_elections.has_appointed(file, election["id"]):
        return
    before = number["seats_before"]
    if carried and before is None:
        act.update("number_motion", number["motion_id"], seats_before=election["seats"])
        act.update("election", election["id"], seats=number["seats"])
    elif not carried and before is not None:
        act.update("number_motion", number["motion_id"], seats_before=None)
        act.update("election", election["id"], seats=before)


def _withdraw(act: Act, file: CongressFile, wish: Row, *, carried: bool) -> None:
    candidate = wish["candidate_id"]
    election_id = reading_elections.election_of_candidate(file, candidate) or 0
    row = reading_elections.election_row(file, election_id)
    if row is None or row["frozen"] or not wish["was_listed"]:
        return
    if carried:
        act.update("candidate", candidate, listed=0)
    elif not reading_elections.is_listed(file, candidate):
        place = reading_nomination.last_place(file, election_id) + 1
        act.update("candidate", candidate, listed=1, place=place)


def _first_vote(file: CongressFile, motion_id: int) -> int:
    found = reading_motions.motion(file, motion_id)
    while found is not None and found.repeats:
        found = reading_motions.motion(file, found.repeats)
    return found.id if found is not None else motion_id
