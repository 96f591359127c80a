"""Who works at the desk, who sits there now, and what they may do."""

from __future__ import annotations

from dataclasses import dataclass

from congress_desk.domain.congress import CongressState
from congress_desk.domain.elections.passes.entry_rights import Worker
from congress_desk.domain.operators.figures import Checked, OperatorFigures, Pace
from congress_desk.domain.operators.operator import Operator, Role, active
from congress_desk.domain.operators.pins import seconds_to_wait
from congress_desk.domain.operators.rights import RIGHT_OF_ACT, ROLES_WITH, Right, may
from congress_desk.errors import Refusal, refuse
from congress_desk.i18n import label
from congress_desk.queries.congress import congress
from congress_desk.queries.elections.passes.accuracy import checked_entries
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.operators import operators, paces


@dataclass(frozen=True, slots=True, kw_only=True)
class OperatorsView:
    """Everybody who may sign in, in the order of definition; `now` is who sits at the desk.

    `before` is the id of who sat there last, 0 of nobody. `waits` says of whom a PIN is not taken
    yet, for how many seconds.
    """

    operators: tuple[Operator, ...]
    removed: tuple[Operator, ...]
    now: Operator | None
    before: int
    waits: tuple[tuple[int, int], ...]

    @property
    def are_defined(self) -> bool:
        return bool(self.operators)


def operators_view(file: CongressFile) -> OperatorsView:
    """Return what the dialogs of operators and the top line show."""
    everybody, now = operators(file), file.clock()
    waits = ((o.id, seconds_to_wait(o.wrong_pins, o.wrong_at, now)) for o in active(everybody))
    return OperatorsView(
        operators=active(everybody),
        removed=tuple(each for each in everybody if not each.is_active),
        now=signed_in(file),
        before=file.signed_in.before,
        waits=tuple((who, seconds) for who, seconds in waits if seconds),
    )


def who_may(file: CongressFile, act: str) -> tuple[Operator, ...]:
    """Return who has the right to an act, by its name."""
    right = RIGHT_OF_ACT[act]
    return tuple(each for each in active(operators(file)) if may(each.role, right))


def operator_figures(file: CongressFile) -> tuple[OperatorFigures, ...] | Refusal:
    """Return speed and accuracy of each operator, for the head of the board until the closing.

    Without operators there is nobody to tell it to, and nothing is noted.
    """
    if not are_defined(file):
        return refuse("no_operators")
    refusal = check_right(file, Right.FIGURES)
    if refusal:
        return refusal
    if congress(file).state is CongressState.CLOSED:
        return refuse("figures_deleted")
    noted, checked = paces(file), checked_entries(file)
    return tuple(
        OperatorFigures(
            name=each.name,
            pace=noted.get(each.id, Pace()),
            checked=checked.get(each.id, Checked()),
        )
        for each in operators(file)
        if each.is_active or each.id in noted
    )


def check_right(file: CongressFile, right: Right) -> Refusal | None:
    """Say why whoever is signed in may not do this; None while no operators are defined."""
    if not are_defined(file):
        return None
    operator = signed_in(file)
    if operator is None:
        return sign_in_first(right)
    if may(operator.role, right):
        return None
    return refuse(
        "role_may_not",
        name=operator.name,
        role=f"operator_role.{operator.role.value}",
        right=f"right.{right.value}",
        roles=roles_text(right),
    )


def sign_in_first(right: Right) -> Refusal:
    """Say that somebody signs in before this is done, and who may."""
    return refuse("sign_in_first", right=f"right.{right.value}", roles=roles_text(right))


def are_defined(file: CongressFile) -> bool:
    """Say whether the congress has operators: then the acts ask for rights."""
    operators(file)
    return file.signed_in.needed


def signed_in(file: CongressFile) -> Operator | None:
    """Return who sits at the desk, as the file knows them now."""
    known = active(operators(file))
    return next((each for each in known if each.id == file.signed_in.operator_id), None)


def beside(file: CongressFile, name: str) -> Operator | None | Refusal:
    """Return who types a PIN before they sit beside whoever is signed in; None where none is asked.

    Refused where nobody of this name is defined.
    """
    if not name or not are_defined(file):
        return None
    wanted = Worker(name=name)
    if wanted.is_same(Worker(name=file.signed_in.beside)):
        return None
    known = (each for each in active(operators(file)) if wanted.is_same(Worker(name=each.name)))
    return next(known, None) or refuse("beside_unknown", name=name)


def roles_text(right: Right) -> str:
    """Return the roles that have a right, as a list in words."""
    return ", ".join(
        label("operator_role", role.value) for role in Role if role in ROLES_WITH[right]
    )
