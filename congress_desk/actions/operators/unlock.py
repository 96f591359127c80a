"""Two people unlock what one alone may not do: declare, annul, count again, unseal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from congress_desk.actions.operators.pins import Typed, check_both, forget_wrong_pins, known
from congress_desk.domain.operators.rights import RIGHT_OF_ACT, may
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.operators import are_defined, roles_text, who_may
from congress_desk.storage.congress_file import CongressFile

# Long enough to read the last question aloud, too short to walk away from an open desk.
_LASTS = timedelta(minutes=5)


@dataclass(frozen=True, slots=True, eq=False)
class Unlock:
    """That two people unlocked one act on one thing, once. Only `unlock` makes one that counts."""

    act: str
    subject: int
    first: str
    second: str
    at: datetime


def unlock(
    file: CongressFile, act: str, subject: int, first: Typed, second: Typed
) -> Unlock | Refusal:
    """Check two PINs for an act on `subject` (the id of a round; 0 of the congress)."""
    right = RIGHT_OF_ACT[act]
    refusal = _check_rights(file, act, first, second)
    if refusal:
        return refusal
    both = check_both(file, first, second)
    if isinstance(both, Refusal):
        return both
    one, other = both
    with file.act(
        "unlock", actor=one.name, what=f"right.{right.value}", first=one.name, second=other.name
    ) as line:
        forget_wrong_pins(line, one, other)
    opened = Unlock(act, subject, one.name, other.name, file.clock())
    file.signed_in.unlocks = {opened}
    return opened


def two_who_unlock(
    file: CongressFile, act: str, subject: int, opened: Unlock | None, names: tuple[str, str]
) -> tuple[str, str] | Refusal:
    """Return the two who answer for an act: those who unlocked it, `names` without operators."""
    if not are_defined(file):
        return names
    right = RIGHT_OF_ACT[act]
    if opened is None:
        return refuse("unlock_needed", right=f"right.{right.value}", roles=roles_text(right))
    for_this = opened in file.signed_in.unlocks and (opened.act, opened.subject) == (act, subject)
    if not for_this or not timedelta() <= file.clock() - opened.at <= _LASTS:
        return refuse("unlock_over", right=f"right.{right.value}")
    return opened.first, opened.second


def spend(file: CongressFile, opened: Unlock | None) -> None:
    """Let an unlocking be over, once its act is done."""
    file.signed_in.unlocks.discard(opened)


def _check_rights(file: CongressFile, act: str, first: Typed, second: Typed) -> Refusal | None:
    right = RIGHT_OF_ACT[act]
    if len(who_may(file, act)) < 2:
        return refuse("too_few_unlock", right=f"right.{right.value}", roles=roles_text(right))
    for typed in (first, second):
        operator = known(file, typed.operator_id)
        if isinstance(operator, Refusal):
            return operator
        if not may(operator.role, right):
            return refuse(
                "role_may_not",
                name=operator.name,
                role=f"operator_role.{operator.role.value}",
                right=f"right.{right.value}",
                roles=roles_text(right),
            )
    return None
