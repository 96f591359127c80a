"""Somebody who works at the desk under a PIN."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from congress_desk.domain.text.name_order import name_key


class Role(StrEnum):
    """What somebody at the desk is; `domain/operators/rights.py` says what each may do."""

    SECRETARY = "secretary"
    COUNTER = "counter"
    HEAD = "head"
    PRESIDIUM = "presidium"


class OperatorState(StrEnum):
    """Whether somebody may sign in. Nobody is deleted: what they did keeps their name."""

    ACTIVE = "active"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Operator:
    """A name with a role; the PIN is kept elsewhere, as a hash.

    `wrong_pins` were typed since the last right one, the last of them at `wrong_at` (ISO time).
    `has_pin` is False in a file made again from its journal, which tells no hash of a PIN.
    """

    id: int
    name: str
    role: Role
    state: OperatorState
    wrong_pins: int = 0
    wrong_at: str = ""
    sign_ins: int = 0
    has_pin: bool = True

    @property
    def is_active(self) -> bool:
        return self.state is OperatorState.ACTIVE


def active(operators: Iterable[Operator]) -> tuple[Operator, ...]:
    """Return those who may sign in."""
    return tuple(operator for operator in operators if operator.is_active)


def named(operators: Iterable[Operator], name: str) -> Operator | None:
    """Return who has this name; accents tell people apart, case and spaces do not."""
    key = name_key(name)
    return next((each for each in operators if name_key(each.name) == key), None)
