"""The hall as the door sees it: the register, who passed, and the figures.

Kept up passage by passage, so that a scan is answered without reading the register again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from congress_desk.domain.congress import Congress
from congress_desk.domain.people.attendance import (
    Attendance,
    after_passage,
    arrivals,
    attendance,
    is_late,
)
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
        self._places = {person.id: place for place, person in enumerate(people)}
        self._finder = DoorFinder(people)
        # In the order of the journal: what is recorded from now on comes last.
        self._passages: dict[int, Passage] = {p.id: p for p in passed}
        self._recorded = sorted(self._passages)
        self._of_person: dict[int, list[int]] = defaultdict(list)
        for passage in passed:
            self._of_person[passage.person_id].append(passage.id)
        self._attendance: Attendance | None = None
        self._alternate_of = {r.delegate_id: r.alternate_id for r in replaced}

    @property
    def people(self) -> tuple[Person, ...]:
        return tuple(self._people.values())

    def newest(self, most: int) -> list[Passage]:
        """Return the passages that came into the file last, newest first; undone ones too."""
        return [self._passages[number] for number in self._recorded[: -most - 1 : -1]]

    def person(self, number: int) -> Person | None:
        return self._people.get(number)

    def find(self, text: str) -> Found:
        """Return whom a text can mean, as each of them stands now."""
        found = self._finder.find(text)
        return Found(by=found.by, people=tuple(self._people[p.id] for p in found.people))

    def last_passage(self, person_id: int) -> Passage | None:
        """Return the last passage of a person that counts."""
        of_person = (self._passages[i] for i in reversed(self._of_person.get(person_id, ())))
        return next((p for p in of_person if not p.undone), None)

    def alternate_of(self, person_id: int) -> Person | None:
        """Return who has the seat of a delegate."""
        return self._people.get(self._alternate_of.get(person_id, 0))

    def take(self, passage: Passage, person: Person) -> None:
        """Take over a passage that was written or undone, and the person as it left them."""
        was_late = self._is_late_comer(passage.person_id)
        if passage.id not in self._passages:
            self._of_person[passage.person_id].append(passage.id)
            self._recorded.append(passage.id)
        self._passages[passage.id] = passage
        self.take_person(person)
        self._count_late(self._is_late_comer(person.id) - was_late)

    def take_person(self, person: Person) -> None:
        """Take over a person whose status changed."""
        if self._attendance is not None:
            before = self._people[person.id]
            self._attendance = after_passage(self._attendance, before, person, self._place)
        self._people[person.id] = person

    def attendance(self) -> Attendance:
        """Return the figures of the hall: kept up scan by scan, worked out where need be."""
        if self._attendance is None:
            details = self.congress.details
            passed = self._passages.values()
            self._attendance = attendance(
                self.people, self.congress.base_rule, passages=passed, opens=details.starts
            )
        return self._attendance

    def _place(self, person: Person) -> int:
        return self._places[person.id]

    def _is_late_comer(self, person_id: int) -> bool:
        came = arrivals(self._passages[i] for i in self._of_person.get(person_id, ()))
        opens = self.congress.details.starts
        return is_late(self._people[person_id], came.get(person_id, ""), opens)

    def _count_late(self, more: int) -> None:
        found = self._attendance
        if found is not None and found.late is not None:
            self._attendance = replace(found, late=found.late + more)

    def is_late(self, passage: Passage) -> bool:
        """Say whether a passage came after the opening hour of the congress."""
        opens = self.congress.details.starts
        return len(opens) >= 16 and passage.at[:16] > opens[:16]


def read_hall(file: Any) -> Hall:
    """Return the hall as the file has it now."""
    return Hall(congress(file), register(file), passages(file), replacements(file), groups(file))
