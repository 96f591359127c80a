"""What the delegates desk reads from the file, all at one moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from congress_desk.domain.congress import Congress
from congress_desk.domain.people.person import BaseNames, BaseSum, Person
from congress_desk.domain.people.register import Group, same_names
from congress_desk.domain.text.name_order import title_key
from congress_desk.queries.congress import congress
from congress_desk.queries.guests import guests_asked
from congress_desk.queries.people import base_and_names, groups, last_import, register
from congress_desk.queries.seating import seating_plans
from congress_desk.storage.congress_file import CongressFile


@dataclass(frozen=True, kw_only=True)
class PeopleView:
    """The register, the groups, D with its names, and who bears whose name."""

    congress: Congress
    people: tuple[Person, ...]
    groups: tuple[Group, ...]
    base: BaseSum
    names: BaseNames
    same: Mapping[int, tuple[Person, ...]] = field(default_factory=dict)
    last_import: str = ""
    guests_asked: bool = False
    has_plan: bool = False

    @cached_property
    def by_number(self) -> Mapping[int, Person]:
        return {person.id: person for person in self.people}

    @cached_property
    def group_names(self) -> Mapping[int, str]:
        return {group.id: group.name for group in self.groups}

    @cached_property
    def voters(self) -> frozenset[int]:
        """Return the numbers of those with a vote, alternates in seats nobody named included."""
        in_seats = {alternate.id for alternate, _ in self.names.alternates}
        return frozenset({p.id for p in self.people if p.has_vote} | in_seats)

    def person(self, number: int) -> Person | None:
        """Return the person with this number."""
        return self.by_number.get(number)

    def group_of(self, person: Person) -> str:
        """Return the name of a person's group, "" for none."""
        return self.group_names.get(person.group_id, "")

    def values(self, name: str) -> list[str]:
        """Return what the people of the register have in a field of text, each once, in order."""
        return sorted({getattr(person, name) for person in self.people} - {""}, key=title_key)

    def alternate_of(self, delegate: Person) -> Person | None:
        """Return who has the seat of a delegate."""
        return next((p for p in self.people if p.replaces == delegate.id), None)


def people_view(file: CongressFile) -> PeopleView:
    """Read the register with all that the desk shows of it."""
    people = register(file)
    base, names = base_and_names(file)
    return PeopleView(
        congress=congress(file),
        people=people,
        groups=groups(file),
        base=base,
        names=names,
        same=same_names(people),
        last_import=last_import(file),
        guests_asked=guests_asked(file),
        has_plan=bool(seating_plans(file)),
    )
