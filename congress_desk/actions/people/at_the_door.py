"""What the door asks of the file: each is an act, and what the answer has to show of it."""

from __future__ import annotations

from typing import Any

from congress_desk.actions.people.checkin import check_in, undo_passage
from congress_desk.actions.people.statuses import set_status
from congress_desk.domain.people.person import Person, Status
from congress_desk.domain.people.register import Direction, Passage, Passed
from congress_desk.errors import Refusal
from congress_desk.queries.people import person


def pass_door(
    file: Any, person_id: int, *, direction: Direction, door: str, actor: str
) -> Passed | Refusal:
    """Record that somebody came in or went out."""
    return _passed(file, check_in(file, person_id, direction=direction, door=door, actor=actor))


def take_back(file: Any, passage_id: int, *, actor: str) -> Passed | Refusal:
    """Undo a passage."""
    return _passed(file, undo_passage(file, passage_id, actor=actor))


def let_in(
    file: Any, person_id: int, *, reason: str, door: str, actor: str
) -> tuple[Person, Passed | Refusal] | Refusal:
    """Give somebody who was to be away the status "absent" with a reason, then check in."""
    changed = set_status(file, [person_id], Status.ABSENT, reason=reason, actor=actor)
    if isinstance(changed, Refusal):
        return changed
    done = pass_door(file, person_id, direction=Direction.IN, door=door, actor=actor)
    return _known(file, person_id), done


def _passed(file: Any, passage: Passage | Refusal) -> Passed | Refusal:
    if isinstance(passage, Refusal):
        return passage
    return Passed(passage, _known(file, passage.person_id))


def _known(file: Any, person_id: int) -> Person:
    found = person(file, person_id)
    assert found is not None
    return found
