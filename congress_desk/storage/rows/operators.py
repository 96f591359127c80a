"""Operators and the hashes of their PINs from their rows."""

from __future__ import annotations

from congress_desk.domain.operators.operator import Operator, OperatorState, Role
from congress_desk.domain.operators.pins import Cost, PinHash
from congress_desk.storage.journal.lines import Row


def operator_of(row: Row) -> Operator:
    """Return an operator from a row that says whether there is a PIN."""
    return Operator(
        id=row["id"],
        name=row["name"],
        role=Role(row["role"]),
        state=OperatorState(row["state"]),
        wrong_pins=row["wrong_pins"],
        wrong_at=row["wrong_at"],
        sign_ins=row["sign_ins"],
        has_pin=bool(row["has_pin"]),
    )


def pin_hash_of(row: Row) -> PinHash:
    """Return what is kept of a PIN."""
    cost = Cost(n=row["n"], r=row["r"], p=row["p"])
    return PinHash(salt=row["salt"], hash=row["hash"], cost=cost)


def pin_row(operator_id: int, kept: PinHash) -> Row:
    """Return the row of a PIN's hash."""
    cost = kept.cost
    told = {"salt": kept.salt, "hash": kept.hash, "n": cost.n, "r": cost.r, "p": cost.p}
    return {"operator_id": operator_id, **told}
