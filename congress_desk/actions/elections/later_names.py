"""Acts on names that the congress lets in after a round, for the next one."""

from __future__ import annotations

from congress_desk.actions.elections.list_checks import check_among
from congress_desk.actions.elections.lists import check_no_counter, delete_candidate, is_kept
from congress_desk.domain.decisions.decision import DecisionKind
from congress_desk.domain.elections.election import Candidate
from congress_desk.domain.text.clean_text import clean_text, fold
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.elections.course import decision
from congress_desk.queries.elections.lists import election
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.elections import lists as reading_elections
from congress_desk.storage.rows.elections.lists import candidate_row

MAX_NAME = 200


def add_later_name(
    file: CongressFile, decision_id: int, candidate: Candidate, *, actor: str
) -> tuple[Candidate, ...] | Refusal:
    """Add a new name for the next round, on the decision that lets new names in.

    Returns the names let in after a round. The name is not on the list that is fixed: it stands
    in rounds from the next one on.
    """
    found = decision(file, decision_id)
    if found.kind is not DecisionKind.NEW_NAMES or not found.stands:
        return refuse("new_names_not_decided")
    if _used(file, decision_id, found.election_id):
        return refuse("new_names_too_late")
    name = clean_text(candidate.name)
    if not name or len(name) > MAX_NAME:
        return refuse("candidate_name_wrong", most=MAX_NAME)
    listed = election(file, found.election_id)
    later = reading_elections.later_candidates(file, found.election_id)
    for other in (*listed.candidates, *later):
        if fold(other.name) == fold(name) and other.born == candidate.born:
            return refuse("candidate_twice", name=name)
    refusal = check_no_counter(file, found.election_id, (candidate,))
    refusal = refusal or check_among(file, listed, (candidate,))
    if refusal:
        return refusal
    with file.act("add_later_name", actor=actor, code=listed.code, name=name) as act:
        act.insert(
            "candidate",
            election_id=found.election_id,
            place=len(listed.candidates) + len(later) + 1,
            listed=0,
            **candidate_row(candidate) | {"decision_id": decision_id},
        )
    return reading_elections.later_candidates(file, found.election_id)


def remove_later_name(
    file: CongressFile, candidate_id: int, *, actor: str
) -> tuple[Candidate, ...] | Refusal:
    """Take a new name out again that has not stood yet."""
    election_id = reading_elections.election_of_candidate(file, candidate_id)
    later = reading_elections.later_candidates(file, election_id or 0)
    found = next((c for c in later if c.id == candidate_id), None)
    if found is None or election_id is None:
        return refuse("candidate_unknown")
    if reading_elections.has_stood(file, candidate_id):
        return refuse("candidate_has_stood", name=found.name)
    if is_kept(file, candidate_id):
        return refuse("nominee_has_history", name=found.name)
    code = election(file, election_id).code
    with file.act("remove_later_name", actor=actor, code=code, name=found.name) as act:
        delete_candidate(file, act, candidate_id)
    return reading_elections.later_candidates(file, election_id)


def _used(file: CongressFile, decision_id: int, election_id: int) -> bool:
    held = reading_elections.rounds(file, election_id)
    return any(r.decision_id == decision_id and r.state.value != "cancelled" for r in held)
