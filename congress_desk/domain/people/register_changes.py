"""What a list changes in the register: who is new, changed or the same, and what is not touched."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, Final, NamedTuple

from congress_desk.domain.people.person import Person, PersonKind, Status
from congress_desk.domain.people.register_matching import (
    RegisterLine,
    match_lines,
    names_apart,
    repeated_lines,
)
from congress_desk.errors import Problem

DATES: Final = frozenset({"born", "joined", "official_on"})
ATTENDANCE: Final = frozenset({"status"})
SEAT: Final = frozenset({"status", "kind"})


class Outcome(StrEnum):
    """What becomes of one row of a list."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    PROBLEM = "problem"


class PersonChange(NamedTuple):
    """One person of the register before and after; `fields` are the names of what differs."""

    before: Person
    after: Person
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptValue:
    """A value of the register that a row leaves alone: its cell is blank, or says less."""

    row: int
    person: Person
    field: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RowOutcome:
    """One row of the list: what becomes of it and the person it stands for, None when nobody."""

    row: int
    outcome: Outcome
    person: Person | None = None
    fields: tuple[str, ...] = ()
    problem: Problem | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterChanges:
    """A list against the register. `missing` are people of the register whom it does not name.

    New people have their codes already, and no id. Nobody is ever removed.
    """

    new: tuple[Person, ...] = ()
    changed: tuple[PersonChange, ...] = ()
    same: tuple[Person, ...] = ()
    problems: tuple[Problem, ...] = ()
    notes: tuple[Problem, ...] = ()
    kept: tuple[KeptValue, ...] = ()
    missing: tuple[Person, ...] = ()
    rows: tuple[RowOutcome, ...] = ()


def compare_register(
    existing: Sequence[Person],
    lines: Sequence[RegisterLine],
    *,
    attendance: bool,
    newcomers: PersonKind = PersonKind.OFFICIAL,
) -> RegisterChanges:
    """Return what the lines of a list change in the register.

    `newcomers` is what somebody new is of whom the list does not say it: of a list of guests a
    guest.

    A blank never erases, and a date never gives way to a less precise one of the same value.
    Without `attendance` the status of people in the register stays as it is, and nobody new comes
    in as present. Whose seat an alternate has is no matter of lists.
    """
    repeated = repeated_lines(lines)
    fresh = [line for line in lines if line.row not in repeated]
    matches = match_lines(existing, fresh)
    problems = {**repeated, **matches.problems}
    comparison = _Comparison(
        codes=_codes_for(existing, fresh), attendance=attendance, newcomers=newcomers
    )
    for line in lines:
        comparison.take(line, matches.known.get(line.row), problems.get(line.row))
    named = {person.id for person in matches.known.values()} | matches.doubted
    return RegisterChanges(
        new=_people(comparison.rows, Outcome.NEW),
        changed=tuple(comparison.changed),
        same=_people(comparison.rows, Outcome.SAME),
        problems=tuple(row.problem for row in comparison.rows if row.problem),
        notes=names_apart(existing, fresh, matches),
        kept=tuple(comparison.kept),
        missing=tuple(person for person in existing if person.id not in named),
        rows=tuple(comparison.rows),
    )


@dataclass(slots=True, kw_only=True)
class _Comparison:
    """Gathers what each line of the list comes to."""

    codes: _Codes
    attendance: bool
    newcomers: PersonKind
    rows: list[RowOutcome] = field(default_factory=list)
    kept: list[KeptValue] = field(default_factory=list)
    changed: list[PersonChange] = field(default_factory=list)

    def take(self, line: RegisterLine, known: Person | None, wrong: Problem | None) -> None:
        """Add one line: a problem, somebody new, or somebody of the register."""
        if wrong is not None:
            self.rows.append(RowOutcome(row=line.row, outcome=Outcome.PROBLEM, problem=wrong))
        elif known is None:
            person = self._newcomer(line)
            self.rows.append(RowOutcome(row=line.row, outcome=Outcome.NEW, person=person))
        else:
            self._merge(line, known)

    def _newcomer(self, line: RegisterLine) -> Person:
        """Return somebody new with a code; once the doors are open only a door says who came."""
        person = line.person
        if "kind" not in line.given:
            person = replace(person, kind=self.newcomers)
        if not person.code:
            person = replace(person, code=next(self.codes))
        if person.status is Status.PRESENT and not self.attendance:
            person = replace(person, status=Status.ABSENT)
        return person

    def _merge(self, line: RegisterLine, known: Person) -> None:
        change, kept = _merge(known, line, self.attendance)
        self.kept.extend(kept)
        if change.fields:
            self.changed.append(change)
        outcome = Outcome.CHANGED if change.fields else Outcome.SAME
        self.rows.append(
            RowOutcome(row=line.row, outcome=outcome, person=change.after, fields=change.fields)
        )


def _people(rows: Iterable[RowOutcome], outcome: Outcome) -> tuple[Person, ...]:
    return tuple(row.person for row in rows if row.outcome is outcome and row.person)


def _merge(
    known: Person, line: RegisterLine, attendance: bool
) -> tuple[PersonChange, list[KeptValue]]:
    """Return a person with what a line says of them, and the values it leaves alone."""
    changes: dict[str, Any] = {}
    kept = [name for name in line.blank if getattr(known, name)]
    for name in line.given - _fixed_fields(known, attendance):
        before, after = getattr(known, name), getattr(line.person, name)
        if name == "seat" and after == known.planned_seat:
            # Written by the program: where the plan of the hall puts them.
            continue
        if name in DATES and _says_less(after, before):
            kept.append(name)
        elif before != after and not (name == "name" and _is_same_in_capitals(before, after)):
            changes[name] = after
    after = replace(known, **changes) if changes else known
    change = PersonChange(before=known, after=after, fields=tuple(sorted(changes)))
    return change, [KeptValue(row=line.row, person=known, field=name) for name in sorted(kept)]


def _fixed_fields(known: Person, attendance: bool) -> frozenset[str]:
    """Return what no list changes: the attendance at open doors, and a seat that was taken over."""
    in_seat = known.replaces or known.status is Status.REPLACED
    fixed = SEAT if in_seat else frozenset()
    return fixed if attendance else fixed | ATTENDANCE


def _says_less(after: str, before: str) -> bool:
    return after != before and before.startswith(after)


def _is_same_in_capitals(before: str, after: str) -> bool:
    """Say whether a name was only typed in capitals again: that is no correction."""
    return after.isupper() and not before.isupper() and after.casefold() == before.casefold()


class _Codes:
    """Codes for new people: D and the next number that nobody of register or list has."""

    def __init__(self, taken: Collection[str]) -> None:
        self._taken = taken
        self._number = max(map(_number_of, taken), default=0)

    def __next__(self) -> str:
        self._number += 1
        while (code := f"D{self._number:03d}").casefold() in self._taken:
            self._number += 1
        return code


def _codes_for(existing: Iterable[Person], lines: Iterable[RegisterLine]) -> _Codes:
    people = [*existing, *(line.person for line in lines)]
    return _Codes(frozenset(person.code.casefold() for person in people if person.code))


def _number_of(code: str) -> int:
    digits = code[1:]
    return int(digits) if code[:1] == "d" and digits.isdecimal() and len(digits) < 6 else 0
