"""Acts on names that the congress lets in after a round, for the next one."""

from __future__ import annotations

from congress_desk.actions.elections.list_checks import check_among, check_texts
from congress_desk.actions.elections.lists import check_no_counter, delete_candidate, is_kept
from congress_desk.actions.nomination.names import (
    Origin,
    check_origin,
    without_support,
    write_origin,
)
from congress_desk.domain.decisions.decision import DecisionKind
from congress_desk.domain.elections.election import Candidate
from congress_desk.domain.nomination.nominee import OUTSIDE, Support, support_limit
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.domain.text.dates import is_older
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.congress import congress
from congress_desk.queries.elections.course import decision
from congress_desk.queries.elections.lists import election
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.elections import lists as reading_elections
from congress_desk.storage.rows.elections.lists import candidate_row

MAX_NAME = 200


def add_later_name(
    file: CongressFile,
    decision_id: int,
    candidate: Candidate,
    *,
    origin: Origin | None = None,
    support: Support | None = None,
    actor: str,
) -> tuple[Candidate, ...] | Refusal:
    """Add a new name for the next round, on the decision that lets new names in.

    `origin` says who put the name forward; outside the committee's list it needs `support`
    (190 Điều 14.3). Returns the names let in after a round. The name is not on the list that is
    fixed: it stands in rounds from the next one on.
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
        same = clean_text(other.name).casefold() == name.casefold()
        if same and is_older(candidate.born, other.born) is None:
            return refuse("candidate_twice", name=name)
    refusal = check_texts(candidate) or check_no_counter(file, found.election_id, (candidate,))
    refusal = refusal or check_among(file, listed, (candidate,))
    refusal = refusal or _check_source(file, name, origin, support)
    if refusal:
        return refusal
    with file.act("add_later_name", actor=actor, code=listed.code, name=name) as act:
        new = act.insert(
            "candidate",
            election_id=found.election_id,
            place=len(listed.candidates) + len(later) + 1,
            listed=0,
            **candidate_row(candidate) | {"decision_id": decision_id},
        )
        if origin is not None:
            write_origin(file, act, new, origin)
        if origin is not None and support is not None:
            act.update("nomination", new, support=support.number, support_of=support.of)
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


def _check_source(
    file: CongressFile, name: str, origin: Origin | None, support: Support | None
) -> Refusal | None:
    """Refuse a source the rules do not allow, and a name too few agree to consider."""
    if origin is None:
        return None
    refusal = check_origin(file, origin)
    if refusal or origin.source not in OUTSIDE:
        return refusal
    rules = congress(file).rules
    most = support_limit(rules)
    if support is not None and not 0 <= support.number <= support.of <= most:
        return refuse("support_wrong", in_favour=support.number, of=support.of)
    if support is None or not support.of or not support.is_enough(rules):
        return without_support(name, rules, support if support and support.of else None)
    return None


def _used(file: CongressFile, decision_id: int, election_id: int) -> bool:
    held = reading_elections.rounds(file, election_id)
    return any(r.decision_id == decision_id and r.state.value != "cancelled" for r in held)
