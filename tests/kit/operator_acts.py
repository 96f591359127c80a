"""A congress whose desk has operators, and the acts on them."""

from __future__ import annotations

from pathlib import Path

from congress_files import a_congress, an_election, granted

from congress_desk.actions.operators import operators as acts
from congress_desk.actions.operators.pins import Typed
from congress_desk.actions.operators.signing import sign_in
from congress_desk.actions.operators.unlock import Unlock, unlock
from congress_desk.domain.operators.operator import Operator, Role, named
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.operators import operators

A = "Thư ký"
# By name: role and PIN.
PEOPLE = {
    "Đỗ Văn Trưởng": (Role.HEAD, "24680"),
    "Lê Thị Chủ": (Role.PRESIDIUM, "1357"),
    "Trần Thu": (Role.COUNTER, "8642"),
    "Ngô Kiểm": (Role.COUNTER, "7531"),
    "Vũ Thị Thư": (Role.SECRETARY, "9090"),
}
HEAD, CHAIR, COUNTER, OTHER, SECRETARY = PEOPLE


def who(file: CongressFile, name: str) -> Operator:
    """Return an operator by name."""
    found = named(operators(file), name)
    assert found is not None
    return found


def typed(file: CongressFile, name: str, pin: str = "") -> Typed:
    """Return an operator's PIN as they type it, or another one."""
    return Typed(operator_id=who(file, name).id, pin=pin or PEOPLE[name][1])


def sits(file: CongressFile, name: str) -> Operator:
    """Let somebody sign in."""
    return granted(sign_in(file, typed(file, name)))


def unlocked(
    file: CongressFile, act: str, subject: int = 0, names: tuple[str, str] = (HEAD, CHAIR)
) -> Unlock:
    """Let two people unlock an act."""
    first, second = (typed(file, name) for name in names)
    return granted(unlock(file, act, subject, first, second))


def define_everybody(file: CongressFile) -> None:
    """Define the five, the head first; nobody sits at the desk afterwards."""
    for name, (role, pin) in PEOPLE.items():
        opened = None
        if name != HEAD:
            sits(file, HEAD)
        granted(acts.define_operator(file, name, role, pin, actor=A, unlocked=opened))
    file.signed_in.leave()


def with_operators(path: Path) -> CongressFile:
    """Return a congress of one election with all five defined, nobody signed in."""
    file = a_congress(path)
    define_everybody(file)
    return file


def an_operated_congress(path: Path) -> CongressFile:
    """Return a congress whose head, named as the actor of the acts below, sits at the desk."""
    file = a_congress(path, an_election("BCH"))
    granted(acts.define_operator(file, A, Role.HEAD, "24680", actor=A))
    granted(sign_in(file, Typed(operator_id=who(file, A).id, pin="24680")))
    granted(acts.define_operator(file, "Trần Thu", Role.COUNTER, "8642", actor=A))
    return file


OPERATOR_ACTS = {
    "define_operator": lambda f: acts.define_operator(f, "Ngô Kiểm", Role.COUNTER, "7531", actor=A),
    "rename_operator": lambda f: acts.rename_operator(
        f, who(f, "Trần Thu").id, "Trần Thị Thu", actor=A
    ),
    "change_role": lambda f: acts.change_role(f, who(f, "Trần Thu").id, Role.SECRETARY, actor=A),
    "remove_operator": lambda f: acts.remove_operator(f, who(f, "Trần Thu").id, actor=A),
}
