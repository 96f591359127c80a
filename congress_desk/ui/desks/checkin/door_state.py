"""The hall as the door sees it: the register, who passed, and the figures.

Kept up passage by passage, so that a scan is answered without reading the register again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from congress_desk.domain.congress import Congress
from congress_desk.domain.people.attendance import Attendance, attendance
from congress_desk.domain.people.door_finder import DoorFinder, Found
from congress_desk.domain.people.person import Person
from congress_desk.domain.people.register import Group, Passage, Replacement, same_names
from congress_desk.queries.congress import congress
from congress_desk.queries.people import groups, passages, register, replacements


class Hall:
    """Made on the worker from the file; from then on it belongs to the window."""

    def __init__(
        self,
        found: Congress,
        people: tuple[Person, ...],
        passed: tuple[Passage, ...],
        replaced: tuple[Replacement, ...],
        named_groups: tuple[Group, ...] = (),
    ) -> None:
        self.congress = found
        self.groups = {group.id: group.name for group in named_groups}
        self.namesakes: Mapping[int, tuple[Person, ...]] = same_names(people)
        self._people = {person.id: person for person in people}
        self._finder = DoorFinder(people)
        self._passages: dict[int, Passage] = {p.id: p for p in passed}
        self._of_person: dict[int, list[int]] = defaultdict(list)
        for passage in passed:
            self._of_person[passage.person_id].append(passage.id)
        self._alternate_of = {r.delegate_id: r.alternate_id for r in replaced}

    @property
    def people(self) -> tuple[Person, ...]:
        return tuple(self._people.values())

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Return every passage, undone ones too, as they came into the file."""
        return tuple(sorted(self._passages.values(), key=lambda p: p.id))

    def person(self, number: int) -> Person | None:
        return self._people.get(number)

    def find(self, text: str) -> Found:
        """Return whom a text can mean, as each of them stands now."""
        found = self._finder.find(text)
        return Found(by=found.by, people=tuple(self._people[p.id] for p in found.people))

    def last_passage(self, person_id: int) -> Passage | None:
        """Return the last passage of a person that counts."""
        of_person = (self._passages[i] for i in self._of_person.get(person_id, ()))
        counting = [p for p in of_person if not p.undone]
        return max(counting, key=lambda p: (datetime.fromisoformat(p.at), p.id), default=None)

    def alternate_of(self, person_id: int) -> Person | None:
        """Return who has the seat of a delegate."""
        return self._people.get(self._alternate_of.get(person_id, 0))

    def take(self, passage: Passage, person: Person) -> None:
        """Take over a passage that was written or undone, and the person as it left them."""
        if passage.id not in self._passages:
            self._of_person[passage.person_id].append(passage.id)
        self._passages[passage.id] = passage
        self.take_person(person)

    def take_person(self, person: Person) -> None:
        """Take over a person whose status changed."""
        self._people[person.id] = person

    def attendance(self) -> Attendance:
        """Work out the figures from the register as it stands here."""
        details = self.congress.details
        in_time = sorted(self._passages.values(), key=lambda p: p.at)
        return attendance(self.people, details.kind, arrivals=in_time, opens=details.starts)

    def is_late(self, passage: Passage) -> bool:
        """Say whether a passage came after the opening hour of the congress."""
        opens = self.congress.details.starts
        return len(opens) >= 16 and passage.at[:16] > opens[:16]


def read_hall(file: Any) -> Hall:
    """Return the hall as the file has it now."""
    return Hall(congress(file), register(file), passages(file), replacements(file), groups(file))
