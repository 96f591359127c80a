"""People of a congress, and the base D worked out from their statuses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum


class CongressKind(StrEnum):
    """Who meets: delegates, all Party members, or all members of an association."""

    DELEGATES = "delegates"
    PARTY_MEMBERS = "party_members"
    MEMBERS = "members"


class PersonKind(StrEnum):
    """By what right a person is at the congress."""

    OFFICIAL = "official"
    ALTERNATE = "alternate"
    EX_OFFICIO = "ex_officio"
    APPOINTED = "appointed"
    GUEST = "guest"
    PROBATIONARY = "probationary"


class Status(StrEnum):
    """Attendance of a person, as rules.md lists it."""

    PRESENT = "present"
    ABSENT = "absent"
    ABSENT_THROUGHOUT_EXCUSED = "absent_throughout_excused"
    ABSENT_THROUGHOUT_COMMITTEE = "absent_throughout_committee"
    ABSENT_THROUGHOUT_NO_ALTERNATE = "absent_throughout_no_alternate"
    REPLACED = "replaced"
    ELSEWHERE = "elsewhere"
    EXEMPT_NOT_PRESENT = "exempt_not_present"
    SUSPENDED = "suspended"


VOTING_KINDS = frozenset({PersonKind.OFFICIAL, PersonKind.EX_OFFICIO, PersonKind.APPOINTED})


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseRule:
    """How D is worked out: whether alternates sit for delegates, and who is taken off by status."""

    by_delegates: bool
    deducted: tuple[Status, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One line of the register. Dates are partial: YYYY-MM-DD, YYYY-MM, YYYY or empty.

    `id` is the person's number for life. `incumbent` is "re_elected" (tái cử), "first" or "" when
    not known; `committee` says that the person belongs to the committee that convenes. `replaces`
    is the number of the delegate whose seat an alternate has, 0 for none. `rank` is the company a
    guest is welcomed with, `welcome` the place in the order of welcome (0: after those who have
    one), `companions` how many come along, `contact` who looks after the person. `planned_seat` is
    where the plan in force puts them, "" without one; `seat` what was typed into the register.
    """

    id: int = 0
    code: str
    name: str
    born: str = ""
    gender: str = ""
    ethnic: str = ""
    religion: str = ""
    delegation: str = ""
    position: str = ""
    joined: str = ""
    degree: str = ""
    theory: str = ""
    kind: PersonKind = PersonKind.OFFICIAL
    status: Status = Status.ABSENT
    note: str = ""
    hometown: str = ""
    official_on: str = ""
    schooling: str = ""
    language: str = ""
    titles: str = ""
    incumbent: str = ""
    committee: bool = False
    delegation_role: str = ""
    seat: str = ""
    salutation: str = ""
    rank: str = ""
    welcome: int = 0
    companions: int = 0
    contact: str = ""
    phone: str = ""
    room: str = ""
    car: str = ""
    meals: str = ""
    dress: str = ""
    group_id: int = 0
    group_role: str = ""
    replaces: int = 0
    has_photo: bool = False
    planned_seat: str = ""

    @property
    def has_vote(self) -> bool:
        """Say whether this person votes: a delegate, or an alternate in a delegate's seat."""
        return self.kind in VOTING_KINDS or self.replaces > 0

    @property
    def hall_seat(self) -> str:
        """Return where this person sits: by the plan in force, else what was typed."""
        return self.planned_seat or self.seat


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseSum:
    """D as a sum: convened, what is taken off by status, what alternates bring, and who is present.

    base = convened − Σ deductions + alternates. Where shares vote, `shares` are all of them and
    `shares_present` those of who is there or is represented; the quorum is taken of them.
    """

    convened: int
    deductions: tuple[tuple[Status, int], ...]
    alternates: int
    present: int
    replaced_unfilled: int
    shares: int = 0
    shares_present: int = 0

    @property
    def base(self) -> int:
        """Return D: those convened less each deduction, with the alternates who took a place."""
        return self.convened - sum(count for _, count in self.deductions) + self.alternates


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseNames:
    """Who stands behind the numbers of a sum.

    `deductions` are the people taken off, by status; `alternates` the pairs (alternate, delegate
    whose seat it is), the delegate None where nobody said whom the alternate replaces.
    """

    deductions: tuple[tuple[Status, tuple[Person, ...]], ...]
    alternates: tuple[tuple[Person, Person | None], ...]


def base_sum(people: Iterable[Person], rule: BaseRule) -> BaseSum:
    """Work out D from the register by the rule of the congress (244 Điều 32, 190 Điều 30).

    Delegates: an alternate counts in the seat of a delegate with status `replaced`; there are never
    more of them than such seats. Guests, probationary members and other alternates have no vote.
    """
    everybody = list(people)
    voters = [p for p in everybody if p.kind in VOTING_KINDS]
    names = base_names(everybody, rule)
    replaced = sum(p.status is Status.REPLACED for p in voters)
    in_seats = [alternate for alternate, _ in names.alternates]
    present = sum(p.status is Status.PRESENT for p in (*voters, *in_seats))
    return BaseSum(
        convened=len(voters),
        deductions=tuple((status, len(found)) for status, found in names.deductions),
        alternates=len(in_seats),
        present=present,
        replaced_unfilled=replaced - len(in_seats) if rule.by_delegates else 0,
    )


def base_names(people: Iterable[Person], rule: BaseRule) -> BaseNames:
    """Return who is taken off D, by status, and which alternates are in it.

    An alternate of whom nobody said whom it replaces takes a seat that is left, those present
    first: a register filled from a workbook knows no pairs.
    """
    everybody = list(people)
    voters = [p for p in everybody if p.kind in VOTING_KINDS]
    taken_off = (
        (status, tuple(p for p in voters if p.status is status)) for status in rule.deducted
    )
    return BaseNames(
        deductions=tuple((status, found) for status, found in taken_off if found),
        alternates=_in_seats(everybody, voters) if rule.by_delegates else (),
    )


def _in_seats(
    everybody: Sequence[Person], voters: Sequence[Person]
) -> tuple[tuple[Person, Person | None], ...]:
    open_seats = [p for p in voters if p.status is Status.REPLACED]
    by_number = {p.id: p for p in open_seats}
    linked = {p.replaces for p in everybody if p.replaces}
    alternates = [
        p
        for p in everybody
        if p.kind is PersonKind.ALTERNATE and p.status in (Status.PRESENT, Status.ABSENT)
    ]
    paired: list[tuple[Person, Person | None]] = [
        (p, by_number[p.replaces]) for p in alternates if p.replaces and p.replaces in by_number
    ]
    left = sum(p.id not in linked for p in open_seats)
    unpaired = sorted(
        (p for p in alternates if not p.replaces), key=lambda p: p.status is not Status.PRESENT
    )
    return (*paired, *((alternate, None) for alternate in unpaired[:left]))


def with_status(people: Iterable[Person], changes: Mapping[int, Status]) -> tuple[Person, ...]:
    """Return the register as it would stand with other statuses, by number of the person."""
    return tuple(replace(p, status=changes[p.id]) if p.id in changes else p for p in people)
