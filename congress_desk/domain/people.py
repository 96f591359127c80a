"""People of a congress, and the base D worked out from their statuses."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
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

_DEDUCTED_MEMBERS = (
    Status.ELSEWHERE,
    Status.EXEMPT_NOT_PRESENT,
    Status.SUSPENDED,
    Status.ABSENT_THROUGHOUT_EXCUSED,
    Status.ABSENT_THROUGHOUT_COMMITTEE,
    Status.ABSENT_THROUGHOUT_NO_ALTERNATE,
)
_DEDUCTED_DELEGATES = (
    Status.ABSENT_THROUGHOUT_COMMITTEE,
    Status.ABSENT_THROUGHOUT_NO_ALTERNATE,
    Status.REPLACED,
    Status.SUSPENDED,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One line of the register. Dates are partial: YYYY-MM-DD, YYYY-MM, YYYY or empty."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseSum:
    """D as a sum: convened, what is taken off by status, what alternates bring, and who is present.

    base = convened − Σ deductions + alternates.
    """

    convened: int
    deductions: tuple[tuple[Status, int], ...]
    alternates: int
    present: int
    replaced_unfilled: int

    @property
    def base(self) -> int:
        return self.convened - sum(count for _, count in self.deductions) + self.alternates


def base_sum(people: Iterable[Person], kind: CongressKind) -> BaseSum:
    """Work out D from the register (244 Điều 32, 190 Điều 30).

    Delegates: an alternate counts in the seat of a delegate with status `replaced`; there are never
    more of them than such seats. Guests, probationary members and other alternates have no vote.
    """
    everybody = list(people)
    voters = [p for p in everybody if p.kind in VOTING_KINDS]
    deducted = _DEDUCTED_DELEGATES if kind is CongressKind.DELEGATES else _DEDUCTED_MEMBERS
    counts = {status: sum(p.status is status for p in voters) for status in deducted}
    replaced = counts.get(Status.REPLACED, 0)
    in_hall = [
        p.status
        for p in everybody
        if p.kind is PersonKind.ALTERNATE and p.status in (Status.PRESENT, Status.ABSENT)
    ]
    alternates = min(replaced, len(in_hall)) if kind is CongressKind.DELEGATES else 0
    present_alternates = min(alternates, sum(s is Status.PRESENT for s in in_hall))
    return BaseSum(
        convened=len(voters),
        deductions=tuple((status, count) for status, count in counts.items() if count),
        alternates=alternates,
        present=sum(p.status is Status.PRESENT for p in voters) + present_alternates,
        replaced_unfilled=replaced - alternates if kind is CongressKind.DELEGATES else 0,
    )
