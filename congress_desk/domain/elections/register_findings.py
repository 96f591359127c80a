"""Where a list of candidates and the register disagree, before ballots are printed."""

from __future__ import annotations

from collections.abc import Iterable

from congress_desk.domain.elections.election import Candidate
from congress_desk.domain.elections.findings import Finding, Severity
from congress_desk.domain.people.person import Person
from congress_desk.domain.text.dates import is_older, vietnamese_date


def register_findings(pairs: Iterable[tuple[Candidate, tuple[Person, ...]]]) -> list[Finding]:
    """Return what differs between each candidate and the people who may be meant.

    Of several people of one name only those are meant whose birth agrees; a blank says nothing.
    """
    return [finding for candidate, people in pairs for finding in _of(candidate, people)]


def _of(candidate: Candidate, people: tuple[Person, ...]) -> list[Finding]:
    name = candidate.name
    if not people:
        return [_finding("candidate_not_in_register", name=name)]
    agreeing = tuple(p for p in people if is_older(p.born, candidate.born) is None)
    if not agreeing and len(people) > 1:
        return [_finding("candidate_not_in_register_so", name=name, born=_date(candidate.born))]
    person = (agreeing or people)[0]
    found = []
    if not agreeing:
        here, there = _date(candidate.born), _date(person.born)
        found.append(_finding("candidate_birth_differs", name=name, here=here, there=there))
    genders = {p.gender for p in agreeing or people} - {""}
    if candidate.gender and len(genders) == 1 and candidate.gender not in genders:
        found.append(
            _finding(
                "candidate_gender_differs", name=name, here=candidate.gender, there=person.gender
            )
        )
    return found


def _date(born: str) -> str:
    return vietnamese_date(born)


def _finding(code: str, /, **params: str | int) -> Finding:
    return Finding(code=code, severity=Severity.WARNING, params=params)
