"""Organs, members and assignments with what is wrong with them, as desk and papers show them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from congress_desk.domain.agenda.executors import Executors, executors
from congress_desk.domain.congress import Congress
from congress_desk.domain.duties.checks import DutyFacts, DutyFinding, check_duties
from congress_desk.domain.duties.plan import Deed, DutySession, deeds, deeds_of, duty_sessions
from congress_desk.domain.journal import JournalLine
from congress_desk.domain.organs.duty import Duty
from congress_desk.domain.organs.organs import (
    OrganGroup,
    Who,
    namesakes,
    organ_groups,
    person_links,
    who,
)
from congress_desk.domain.people.person import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class DutiesView:
    """Everything the desk and the papers show; `links` are numbers in the register by membership.

    `executors` know whom the programme names; `head` is the newest journal line.
    """

    congress: Congress
    facts: DutyFacts
    groups: tuple[OrganGroup, ...]
    sessions: tuple[DutySession, ...]
    deeds: tuple[Deed, ...]
    links: Mapping[int, int]
    findings: tuple[DutyFinding, ...]
    executors: Executors
    head: JournalLine

    @property
    def duties(self) -> tuple[Duty, ...]:
        """Return every membership in order, those that ended too."""
        return self.facts.duties

    def duty(self, duty_id: int) -> Duty | None:
        """Return one membership."""
        return next((duty for duty in self.duties if duty.id == duty_id), None)

    def person(self, duty: Duty) -> Person | None:
        """Return who a member is in the register, None when that is not sure."""
        number = self.links.get(duty.id, 0)
        return next((person for person in self.facts.people if person.id == number), None)

    def namesakes(self, duty: Duty) -> tuple[Person, ...]:
        """Return the people of the register who have the name of a member."""
        return namesakes(duty.name, self.facts.people)

    def who(self, duty: Duty) -> Who:
        """Return what memberships of one person have in common."""
        return who(duty, self.links)

    def persons(self) -> tuple[tuple[Duty, ...], ...]:
        """Return the memberships that stand by person, in the order of the organs."""
        found: dict[Who, list[Duty]] = {}
        for group in self.groups:
            for duty in group.members:
                found.setdefault(self.who(duty), []).append(duty)
        return tuple(tuple(duties) for duties in found.values())

    def deeds_of(self, duty: Duty) -> tuple[Deed, ...]:
        """Return what the person of a membership does, in all organs."""
        return deeds_of(self.deeds, self.who(duty), self.links)


def view_of(congress: Congress, facts: DutyFacts, head: JournalLine) -> DutiesView:
    """Return what is shown of a congress with these members, assignments and programme."""
    return DutiesView(
        congress=congress,
        facts=facts,
        groups=organ_groups(facts.duties),
        sessions=duty_sessions(facts.planned, facts.assignments),
        deeds=deeds(facts.duties, facts.assignments, facts.planned),
        links=person_links(facts.duties, facts.people),
        findings=check_duties(facts),
        executors=executors(facts.members, facts.people, in_session=facts.in_session),
        head=head,
    )
