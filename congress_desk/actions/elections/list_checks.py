"""What an election, its posts and the names on its list cannot be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from congress_desk.actions.text_limits import too_long
from congress_desk.domain.elections.election import Candidate, Election
from congress_desk.domain.text.clean_text import clean_text, fold
from congress_desk.domain.text.dates import is_older
from congress_desk.domain.text.limits import NAME_LIMIT, TEXT_LIMIT
from congress_desk.errors import Problem, Refusal, refuse
from congress_desk.queries.elections.posts import not_among
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.elections import lists as reading_elections

MAX_NAME = 200
MAX_SEATS = 500


def check_posts(
    file: CongressFile, election_id: int, alternates: int, among_id: int
) -> Refusal | None:
    """Say why so many alternates, or this other election, cannot be."""
    if not 0 <= alternates <= MAX_SEATS:
        return refuse("election_alternates_wrong", most=MAX_SEATS)
    others = {e.id: e for e in reading_elections.elections(file) if e.id != election_id}
    if among_id and among_id not in others:
        return refuse("election_among_unknown")
    if among_id and others[among_id].among_id == election_id and election_id:
        return refuse("election_among_circle", code=others[among_id].code)
    return None


def check_election(title: str, seats: int) -> Refusal | None:
    """Say why an election cannot have this title, or so many seats."""
    if not title or len(title) > 500:
        return refuse("election_title_missing")
    return None if 1 <= seats <= MAX_SEATS else refuse("election_seats_wrong", most=MAX_SEATS)


def check_candidate(others: Iterable[Candidate], candidate: Candidate) -> Refusal | None:
    """Refuse a name that is none, or one of the list from which no date of birth tells it."""
    name = clean_text(candidate.name)
    if not name or len(name) > MAX_NAME:
        return refuse("candidate_name_wrong", most=MAX_NAME)
    if refusal := check_texts(candidate):
        return refusal
    for other in others:
        same = fold(other.name) == fold(name) and other.name.casefold() == name.casefold()
        if same and is_older(candidate.born, other.born) is None:
            return refuse("candidate_twice", name=name)
    return None


def check_texts(candidate: Candidate) -> Refusal | None:
    """Refuse what is said of a candidate where it is longer than any paper holds."""
    return (
        too_long(candidate.born, NAME_LIMIT)
        or too_long(candidate.gender, NAME_LIMIT)
        or too_long(candidate.role, TEXT_LIMIT)
        or too_long(candidate.note, TEXT_LIMIT)
    )


def check_among(
    file: CongressFile, found: Election, candidates: Sequence[Candidate]
) -> Refusal | None:
    """Refuse who was not elected in the election before, where only those may stand.

    Until that election is over its elected are not known, and a list may be prepared.
    """
    for finding in not_among(file, found, candidates):
        if finding.code == "candidate_not_of_committee":
            return Refusal((Problem(code=finding.code, params=finding.params),))
    return None


def check_candidates(
    others: Iterable[Candidate], candidates: Iterable[Candidate]
) -> Refusal | None:
    """Refuse the first name of several that is none or is there already, among them too."""
    there = list(others)
    for candidate in candidates:
        refusal = check_candidate(there, candidate)
        if refusal:
            return refusal
        there.append(candidate)
    return None
