"""Who does what: members of the organs, and what each does in a session or at an item."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Organ(StrEnum):
    """The organs of a congress."""

    PRESIDIUM = "presidium"
    SECRETARIAT = "secretariat"
    CREDENTIALS = "credentials"
    COUNTING_BOARD = "counting_board"
    FREE = "free"


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """A member of an organ: name, title in it and what this person answers for.

    A free organ has its own name; a counting board may be of one election. `person_id` is the
    number in the register, 0 of somebody who is not in it. Whoever left the organ has an `until`
    (ISO time) and the reason.
    """

    id: int = 0
    organ: Organ
    name: str
    title: str = ""
    duty: str = ""
    organ_name: str = ""
    election_id: int = 0
    person_id: int = 0
    since: str = ""
    until: str = ""
    until_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """What a member of an organ does in a session or at one item; relieved by another member.

    `duty_id` is the membership, `item_id` 0 for a whole session, `relieved_by` a membership or 0.
    """

    id: int = 0
    duty_id: int
    session: str = ""
    item_id: int = 0
    what: str = ""
    relieved_by: int = 0
    relieved_reason: str = ""
