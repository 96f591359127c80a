"""Operators, the hashes of their PINs and their pace, read from the file."""

from __future__ import annotations

from congress_desk.domain.operators.figures import Pace
from congress_desk.domain.operators.operator import Operator
from congress_desk.domain.operators.pins import PinHash
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.rows.operators import operator_of, pin_hash_of

_OPERATORS = """
SELECT desk_operator.*, operator_id IS NOT NULL AS has_pin
FROM desk_operator LEFT JOIN desk_operator_pin ON operator_id = id ORDER BY id
"""


def operators(file: CongressFile) -> tuple[Operator, ...]:
    """Return everybody who was ever defined, removed ones too, in the order of definition."""
    found = file.remembered(
        "operators", 0, lambda: tuple(operator_of(row) for row in file.rows(_OPERATORS))
    )
    file.signed_in.needed = any(operator.is_active for operator in found)
    return found


def pin_hash(file: CongressFile, operator_id: int) -> PinHash | None:
    """Return what is kept of a PIN; None in a file made again from its journal."""
    rows = file.rows("SELECT * FROM desk_operator_pin WHERE operator_id = ?", operator_id)
    return pin_hash_of(rows[0]) if rows else None


def paces(file: CongressFile) -> dict[int, Pace]:
    """Return what was noted of each operator's entries, by operator."""
    rows = file.rows("SELECT * FROM desk_operator_pace")
    return {row.pop("operator_id"): Pace(**row) for row in rows}
