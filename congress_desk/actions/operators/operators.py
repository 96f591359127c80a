"""Acts on the list of operators: define, rename, give another role, take out of use."""

from __future__ import annotations

from congress_desk.actions.operators.guard import guarded
from congress_desk.actions.operators.pins import known, new_hash, write_pin
from congress_desk.actions.operators.unlock import Unlock, spend, two_who_unlock
from congress_desk.actions.text_limits import too_long
from congress_desk.domain.operators.operator import (
    Operator,
    OperatorState,
    Role,
    active,
    named,
)
from congress_desk.domain.operators.pins import check_pin
from congress_desk.domain.operators.rights import Right, may
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.domain.text.limits import NAME_LIMIT
from congress_desk.errors import Refusal, refuse
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.operators import operators


@guarded
def define_operator(
    file: CongressFile,
    name: str,
    role: Role,
    pin: str,
    *,
    actor: str,
    unlocked: Unlock | None = None,
) -> Operator | Refusal:
    """Let somebody sign in from now on; the first one may define the others.

    Whoever may unlock is defined, changed and removed by two: else one could make the other one.

    A name that was taken out of use comes back as the same person, so that nobody counts one
    bundle twice under one name.
    """
    name = clean_text(name)
    everybody = operators(file)
    before = named(everybody, name)
    refusal = (
        _check_name(file, name, before)
        or check_pin(pin)
        or (None if active(everybody) or _leads(role) else refuse("first_operator_leads"))
        or _check_two(file, "define_operator", 0, unlocked, role)
    )
    if refusal:
        return refusal
    kept = new_hash(pin)
    with file.act(
        "define_operator", actor=actor, name=name, role=f"operator_role.{role.value}"
    ) as act:
        columns = {"name": name, "role": role.value, "state": OperatorState.ACTIVE.value}
        if before is None:
            new = act.insert(
                "desk_operator",
                **columns,
                pin_seal=kept.seal,
                wrong_pins=0,
                wrong_at="",
                sign_ins=0,
            )
        else:
            new = before.id
            act.update("desk_operator", new, **columns)
        write_pin(act, new, kept)
    spend(file, unlocked)
    return _again(file, new)


@guarded
def rename_operator(
    file: CongressFile, operator_id: int, name: str, *, actor: str
) -> Operator | Refusal:
    """Correct a name; what was done under the old one keeps it."""
    found, name = known(file, operator_id), clean_text(name)
    if isinstance(found, Refusal):
        return found
    other = named((each for each in operators(file) if each.id != operator_id), name)
    refusal = _check_name(file, name, other)
    if refusal or other:
        return refusal or refuse("operator_name_taken", name=name)
    with file.act("rename_operator", actor=actor, before=found.name, name=name) as act:
        act.update("desk_operator", operator_id, name=name)
    if file.signed_in.operator_id == operator_id:
        file.signed_in.name = name
    return _again(file, operator_id)


@guarded
def change_role(
    file: CongressFile,
    operator_id: int,
    role: Role,
    *,
    actor: str,
    unlocked: Unlock | None = None,
) -> Operator | Refusal:
    """Give somebody another role."""
    found = known(file, operator_id)
    if isinstance(found, Refusal):
        return found
    if not _leads(role) and _is_last_leader(file, found):
        return refuse("last_leader", name=found.name)
    refusal = _check_two(file, "change_role", operator_id, unlocked, found.role, role)
    if refusal:
        return refusal
    with file.act(
        "change_role",
        actor=actor,
        name=found.name,
        before=f"operator_role.{found.role.value}",
        role=f"operator_role.{role.value}",
    ) as act:
        act.update("desk_operator", operator_id, role=role.value)
    spend(file, unlocked)
    return _again(file, operator_id)


@guarded
def remove_operator(
    file: CongressFile, operator_id: int, *, actor: str, unlocked: Unlock | None = None
) -> Operator | Refusal:
    """Take somebody out of use: they sign in no more; what they entered keeps their name.

    Once the last one is out, the desk works without operators again.
    """
    found = known(file, operator_id)
    if isinstance(found, Refusal):
        return found
    alone = len(active(operators(file))) == 1
    if _is_last_leader(file, found) and not alone:
        return refuse("last_leader", name=found.name)
    if file.signed_in.operator_id == operator_id and not alone:
        return refuse("operator_is_signed_in", name=found.name)
    refusal = _check_two(file, "remove_operator", operator_id, unlocked, found.role)
    if refusal:
        return refusal
    with file.act("remove_operator", actor=actor, name=found.name) as act:
        act.update("desk_operator", operator_id, state=OperatorState.REMOVED.value)
    spend(file, unlocked)
    if alone:
        file.signed_in.leave()
    return _again(file, operator_id)


def _check_name(file: CongressFile, name: str, before: Operator | None) -> Refusal | None:
    if not name:
        return refuse("operator_name_missing")
    if before is not None and before.is_active:
        return refuse("operator_name_taken", name=name)
    return too_long(name, NAME_LIMIT)


def _check_two(
    file: CongressFile, act: str, subject: int, unlocked: Unlock | None, *roles: Role
) -> Refusal | None:
    """Ask for two who unlock where a role that may unlock is given or taken, once there are two."""
    if not any(map(_leads, roles)) or len(_leaders(file)) < 2:
        return None
    two = two_who_unlock(file, act, subject, unlocked, ("", ""))
    return two if isinstance(two, Refusal) else None


def _is_last_leader(file: CongressFile, found: Operator) -> bool:
    """Say whether without this one nobody could define operators any more."""
    return [each.id for each in _leaders(file)] == [found.id]


def _leaders(file: CongressFile) -> list[Operator]:
    return [each for each in active(operators(file)) if _leads(each.role)]


def _leads(role: Role) -> bool:
    return may(role, Right.OPERATORS)


def _again(file: CongressFile, operator_id: int) -> Operator:
    return next(each for each in operators(file) if each.id == operator_id)
