"""Acts of sitting down at the desk and leaving it."""

from __future__ import annotations

from congress_desk.actions.operators.pins import Typed, check_typed, forget_wrong_pins
from congress_desk.domain.kinds import Kind
from congress_desk.domain.operators.operator import Operator
from congress_desk.errors import Refusal, refuse
from congress_desk.storage.congress_file import CongressFile

_SEEN = frozenset({Kind.OPERATORS})


def sign_in(file: CongressFile, typed: Typed) -> Operator | Refusal:
    """Let somebody sit down at the desk; whoever sat there before has left it with that."""
    operator = check_typed(file, typed)
    if isinstance(operator, Refusal):
        return operator
    with (
        file.signed_in.becoming(operator.id, operator.name),
        file.act("sign_in", actor=operator.name, name=operator.name) as act,
    ):
        forget_wrong_pins(act, operator)
        act.update("desk_operator", operator.id, sign_ins=operator.sign_ins + 1)
    return operator


def sit_beside(file: CongressFile, typed: Typed) -> Operator | Refusal:
    """Let somebody sit beside whoever is signed in, by a PIN of their own, until another is."""
    if not file.signed_in.name:
        return refuse("beside_nobody")
    operator = check_typed(file, typed)
    if isinstance(operator, Refusal):
        return operator
    if operator.id == file.signed_in.operator_id:
        return refuse("two_operators_needed")
    with file.act("sit_beside", actor=file.signed_in.name, name=operator.name) as act:
        forget_wrong_pins(act, operator)
    file.signed_in.beside = operator.name
    return operator


def sign_out(file: CongressFile) -> str:
    """Let nobody sit at the desk; return who left, "" where nobody sat."""
    name = file.signed_in.name
    if name:
        with file.act("sign_out", actor=name, name=name):
            pass
        file.signed_in.leave()
        # No row changed, but every screen that tells who is there shows somebody else.
        file.kinds.note_changed(_SEEN)
    return name
