"""Acts on PINs: tried, changed by their owner, reset by two others, chosen anew when lost."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from congress_desk.domain.operators.operator import Operator, Role, active
from congress_desk.domain.operators.pins import (
    FULL_COST,
    Cost,
    PinHash,
    check_pin,
    hash_pin,
    is_pin,
    seconds_to_wait,
)
from congress_desk.errors import Refusal, refuse
from congress_desk.storage.act import Act
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.operators import operators, pin_hash
from congress_desk.storage.rows.operators import pin_row
from congress_desk.storage.safety.lock import user_name

# What a new hash costs; a hash that is kept says itself what it cost.
cost: Cost = FULL_COST


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """An operator with the PIN they typed. It is never printed: not in a log, not in a trace."""

    operator_id: int
    pin: str

    def __repr__(self) -> str:
        return f"Typed(operator_id={self.operator_id})"


def new_hash(pin: str) -> PinHash:
    """Return the hash of a new PIN under a salt of its own."""
    return hash_pin(pin, secrets.token_hex(16), cost)


def write_pin(act: Act, operator_id: int, kept: PinHash) -> None:
    """Write a PIN's hash beside the journal, and its seal into it."""
    act.update("desk_operator", operator_id, pin_seal=kept.seal, wrong_pins=0, wrong_at="")
    act.keep_untold("desk_operator_pin", **pin_row(operator_id, kept))


def check_typed(file: CongressFile, typed: Typed) -> Operator | Refusal:
    """Return whose PIN was typed rightly; a wrong one is journaled and makes the next one wait.

    The count stands in the file: opening it again begins nothing anew.
    """
    operator = known(file, typed.operator_id)
    if isinstance(operator, Refusal):
        return operator
    wait = seconds_to_wait(operator.wrong_pins, operator.wrong_at, file.clock())
    if wait:
        return refuse("pin_wait", name=operator.name, seconds=wait)
    kept = pin_hash(file, operator.id)
    if kept is None:
        return refuse("pin_lost", name=operator.name)
    if is_pin(typed.pin, kept):
        return operator
    wrong = operator.wrong_pins + 1
    with file.act("wrong_pin", actor=user_name(), name=operator.name, count=wrong) as act:
        act.update("desk_operator", operator.id, wrong_pins=wrong, wrong_at=act.at)
    wait = seconds_to_wait(wrong, act.at, file.clock())
    code = "pin_wrong_wait" if wait else "pin_wrong"
    return refuse(code, name=operator.name, seconds=wait)


def change_pin(file: CongressFile, operator_id: int, old: str, new: str) -> Operator | Refusal:
    """Let somebody take another PIN, who knows the one they have."""
    operator = check_typed(file, Typed(operator_id=operator_id, pin=old))
    if isinstance(operator, Refusal):
        return operator
    refusal = check_pin(new) or (refuse("pin_same") if new == old else None)
    if refusal:
        return refusal
    kept = new_hash(new)
    with file.act("change_pin", actor=operator.name, name=operator.name) as act:
        write_pin(act, operator.id, kept)
    return operator


def reset_pin(
    file: CongressFile, operator_id: int, new: str, first: Typed, second: Typed
) -> Operator | Refusal:
    """Give somebody who forgot their PIN another one; two others type theirs for it.

    Of the two at least one is no mere counter, as long as somebody else is there who is none.
    """
    operator = known(file, operator_id)
    if isinstance(operator, Refusal):
        return operator
    refusal = _check_others(file, operator, first, second) or check_pin(new)
    if refusal:
        return refusal
    both = check_both(file, first, second)
    if isinstance(both, Refusal):
        return both
    one, other = both
    kept = new_hash(new)
    with file.act(
        "reset_pin", actor=one.name, name=operator.name, first=one.name, second=other.name
    ) as act:
        write_pin(act, operator.id, kept)
        forget_wrong_pins(act, one, other)
    return operator


def choose_pin(file: CongressFile, operator_id: int, new: str) -> Operator | Refusal:
    """Let somebody choose a PIN whose hash is not in the file: it was made again from its journal.

    The second journal tells no hashes, so a file recovered from it has none.
    """
    operator = known(file, operator_id)
    if isinstance(operator, Refusal):
        return operator
    if operator.has_pin:
        return refuse("pin_not_lost", name=operator.name)
    refusal = check_pin(new)
    if refusal:
        return refusal
    kept = new_hash(new)
    with file.act("choose_pin", actor=operator.name, name=operator.name) as act:
        write_pin(act, operator.id, kept)
    return operator


def check_both(
    file: CongressFile, first: Typed, second: Typed
) -> tuple[Operator, Operator] | Refusal:
    """Return two different people who both typed their PIN rightly."""
    if first.operator_id == second.operator_id:
        return refuse("two_operators_needed")
    one = check_typed(file, first)
    if isinstance(one, Refusal):
        return one
    other = check_typed(file, second)
    return other if isinstance(other, Refusal) else (one, other)


def known(file: CongressFile, operator_id: int) -> Operator | Refusal:
    """Return somebody who may sign in."""
    found = next((each for each in operators(file) if each.id == operator_id), None)
    if found is None:
        return refuse("operator_unknown")
    return found if found.is_active else refuse("operator_removed", name=found.name)


def forget_wrong_pins(act: Act, *people: Operator) -> None:
    """Let the right PIN end the waiting."""
    for each in people:
        act.update("desk_operator", each.id, wrong_pins=0, wrong_at="")


def _check_others(
    file: CongressFile, operator: Operator, first: Typed, second: Typed
) -> Refusal | None:
    two = {first.operator_id, second.operator_id}
    if operator.id in two or len(two) != 2:
        return refuse("reset_needs_two_others", name=operator.name)
    others = [each for each in active(operators(file)) if each.id != operator.id]
    above = {each.id for each in others if each.role is not Role.COUNTER}
    if above and not above & two:
        return refuse("reset_needs_more_than_counters", name=operator.name)
    return None
