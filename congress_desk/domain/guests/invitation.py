"""Who is invited or summoned by a letter, in which order guests are welcomed, and who answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from congress_desk.domain.people.person import Person, PersonKind, Status

# What a person of the register has for the sake of letters, welcome and lodging.
ARRANGED = (
    "salutation", "rank", "welcome", "companions", "contact", "phone", "room", "car", "meals",
    "dress",
)  # fmt: skip
# Of many people at once the same may be set.
SET_FOR_MANY = ("mailing", "salutation", "rank", "contact", "room", "car", "meals", "dress")
FIRST_MAILING, LAST_MAILING = 1, 99
MOST_COMPANIONS, LAST_WELCOME = 99, 9999
# A telephone number alone stands in many a list of an office: it asks for nothing.
_ASKS = frozenset(ARRANGED) - {"phone"}
_OF_PERSON = ("id", "name", "gender", "position", "delegation", "kind", "status", *ARRANGED)
_OF_LETTER = ("sent_on", "answer", "answered_on", "remark")


class Letter(StrEnum):
    """What somebody is written: guests are invited (giấy mời), others summoned (giấy triệu tập)."""

    INVITATION = "invitation"
    SUMMONS = "summons"


class Answer(StrEnum):
    """What was answered to a letter."""

    NONE = ""
    COMING = "coming"
    DECLINED = "declined"


class Standing(StrEnum):
    """Where a letter stands; who answered without one is as good as written to."""

    NOT_SENT = "not_sent"
    SILENT = "silent"
    COMING = "coming"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """The letter to a person: days YYYY-MM-DD, "" for not yet; `remark` is what else was said."""

    person_id: int
    sent_on: str = ""
    answer: Answer = Answer.NONE
    answered_on: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitee:
    """A person of the register with what is arranged for them and the letter to them, as one line.

    `id` is the number of the person, `group` the name of the discussion group. Letters of one
    `mailing` are one paper with one number; whoever is written to later is in a later one.
    """

    id: int
    name: str
    gender: str = ""
    position: str = ""
    delegation: str = ""
    kind: PersonKind
    status: Status
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
    group: str = ""
    letter: Letter
    mailing: int = FIRST_MAILING
    sent_on: str = ""
    answer: Answer = Answer.NONE
    answered_on: str = ""
    remark: str = ""

    @property
    def standing(self) -> Standing:
        """Return where the letter stands."""
        if self.answer is not Answer.NONE:
            return Standing(self.answer.value)
        return Standing.SILENT if self.sent_on else Standing.NOT_SENT

    @property
    def is_guest(self) -> bool:
        """Say whether the person is welcomed as a guest."""
        return self.letter is Letter.INVITATION

    @property
    def is_there(self) -> bool:
        """Say whether the door has let the person in."""
        return self.status is Status.PRESENT


def letter_to(person: Person) -> Letter | None:
    """Return what somebody is written; None of an alternate in nobody's seat, and of who is out."""
    if person.kind is PersonKind.GUEST:
        return Letter.INVITATION
    if person.kind is PersonKind.ALTERNATE and not person.replaces:
        return None
    return None if person.status in (Status.REPLACED, Status.SUSPENDED) else Letter.SUMMONS


def invitees(
    people: Iterable[Person],
    sent: Mapping[int, Invitation],
    groups: Mapping[int, str],
    seats: Mapping[int, str] = MappingProxyType({}),
    mailings: Mapping[int, int] = MappingProxyType({}),
) -> tuple[Invitee, ...]:
    """Return who is written to: guests in the order of their welcome, then the others by number.

    `seats` are those of the plans, by number, where they say more than the register; `mailings`
    those of whose letters are not of the first one.
    """
    found = (
        Invitee(
            letter=letter,
            group=groups.get(person.group_id, ""),
            seat=seats.get(person.id, person.hall_seat),
            mailing=mailings.get(person.id, FIRST_MAILING),
            **{name: getattr(person, name) for name in _OF_PERSON},
            **{name: getattr(invitation, name) for name in _OF_LETTER},
        )
        for person in people
        if (letter := letter_to(person)) is not None
        for invitation in (sent.get(person.id, Invitation(person_id=person.id)),)
    )
    return tuple(sorted(found, key=_order))


def _order(invitee: Invitee) -> tuple[bool, bool, int, int]:
    welcome = invitee.welcome if invitee.is_guest else 0
    return not invitee.is_guest, not welcome, welcome, invitee.id


def counts(found: Sequence[Invitee]) -> Mapping[Standing, int]:
    """Return how many letters stand where."""
    counted = Counter(each.standing for each in found)
    return {standing: counted[standing] for standing in Standing}


def heads_coming(found: Iterable[Invitee]) -> int:
    """Return for how many there must be room: who comes, each with their companions."""
    return sum(1 + e.companions for e in found if e.standing is Standing.COMING)


def asks_for_guests(people: Iterable[Person]) -> bool:
    """Say whether anything of what is arranged for people is in the register."""
    return any(getattr(person, name) for person in people for name in _ASKS)
