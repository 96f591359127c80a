"""Signing in on the command line: the name as an option, the PIN asked without echo."""

from __future__ import annotations

import getpass
import sys
from dataclasses import replace

from congress_desk.actions.operators.pins import Typed
from congress_desk.actions.operators.signing import sign_in
from congress_desk.domain.operators.operator import named
from congress_desk.errors import Place, Refusal, refuse
from congress_desk.i18n import message
from congress_desk.queries.operators import are_defined, operators_view
from congress_desk.storage.congress_file import CongressFile


def sign_in_here(file: CongressFile, name: str) -> Refusal | None:
    """Sign somebody in for what a call does; nothing is asked while no operators are defined."""
    if not are_defined(file):
        return None
    refusal = _signed_in(file, name)
    if refusal is None:
        return None
    return Refusal((replace(refusal.first, place=Place(file=file.path.name)),))


def _signed_in(file: CongressFile, name: str) -> Refusal | None:
    typed = typed_here(file, name)
    if isinstance(typed, Refusal):
        return typed
    done = sign_in(file, typed)
    return done if isinstance(done, Refusal) else None


def typed_here(file: CongressFile, name: str) -> Typed | Refusal:
    """Return an operator by name with the PIN that is typed now."""
    if not name:
        return refuse("operator_not_named")
    known = operators_view(file).operators
    operator = named(known, name)
    if operator is None:
        return refuse("operator_name_unknown", name=name, known=", ".join(o.name for o in known))
    pin = _asked(operator.name)
    if not pin:
        return refuse("pin_not_given", name=operator.name)
    return Typed(operator_id=operator.id, pin=pin)


def _asked(name: str) -> str:
    """Return the PIN typed at the terminal, or the next line of standard input; "" without one."""
    stdin = sys.stdin
    if stdin is None:
        return ""
    try:
        if stdin.isatty():
            return getpass.getpass(message("cli.pin", name=name) + " ")
        return stdin.readline().rstrip("\r\n")
    except (EOFError, UnicodeDecodeError):
        return ""
