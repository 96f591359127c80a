"""Who of the register the candidates of an election are, and what their list tells of them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from congress_desk.domain.elections.election import Candidate
from congress_desk.domain.elections.findings import Finding
from congress_desk.domain.elections.register_findings import register_findings
from congress_desk.domain.people.person import Person
from congress_desk.domain.text.name_order import NameKey, name_key
from congress_desk.queries.elections.candidate_people import person_meant
from congress_desk.queries.elections.lists import election
from congress_desk.queries.people import register
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.journal.lines import Row
from congress_desk.storage.reading.elections import profiles as reading_profiles
from congress_desk.storage.rows.elections.profiles import PROFILE


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateLink:
    """A candidate with the person `linked` in the register, None without one.

    `by_hand`: somebody chose so, or wrote the list's `own` profile. `namesakes` are all people of
    the register with this name, `on_list` the other candidates with it.
    """

    candidate: Candidate
    linked: Person | None
    by_hand: bool
    own: Person
    namesakes: tuple[Person, ...]
    on_list: tuple[Candidate, ...]

    @property
    def ambiguous(self) -> bool:
        """Say whether the name alone does not tell who this is."""
        return len(self.namesakes) > 1 or bool(self.on_list)


def candidate_links(file: CongressFile, election_id: int) -> tuple[CandidateLink, ...]:
    """Return the links of an election's candidates in ballot order."""
    listed, people = election(file, election_id).candidates, register(file)
    profiles = reading_profiles.profile_rows(file, election_id)
    keys = {c.id: name_key(c.name) for c in listed}
    namesakes: dict[NameKey, list[Person]] = {key: [] for key in keys.values()}
    for person in people:
        key = name_key(person.name)
        if key in namesakes:
            namesakes[key].append(person)
    return tuple(
        _link(
            candidate,
            profiles.get(candidate.id),
            tuple(namesakes[keys[candidate.id]]),
            tuple(c for c in listed if c is not candidate and keys[c.id] == keys[candidate.id]),
            people,
        )
        for candidate in listed
    )


def register_findings_of(file: CongressFile, election_id: int) -> tuple[Finding, ...]:
    """Return where the list and the register disagree; nothing while the register is empty."""
    if not register(file):
        return ()
    links = candidate_links(file, election_id)
    return tuple(
        register_findings(
            (link.candidate, (link.linked,) if link.linked else link.namesakes) for link in links
        )
    )


def _link(
    candidate: Candidate,
    row: Row | None,
    namesakes: tuple[Person, ...],
    on_list: tuple[Candidate, ...],
    people: tuple[Person, ...],
) -> CandidateLink:
    own = Person(code="", name=candidate.name)
    if row is None:
        linked = person_meant(namesakes, candidate)
    else:
        linked = next((p for p in people if p.id == row["person_id"]), None)
        own = replace(own, **{name: row[name] for name in PROFILE})
    return CandidateLink(
        candidate=candidate,
        linked=linked,
        by_hand=row is not None,
        own=own,
        namesakes=namesakes,
        on_list=on_list,
    )
