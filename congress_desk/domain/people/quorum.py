"""Two thirds of those convened: the one rule of who must be there for a congress to decide."""

from __future__ import annotations

from congress_desk.domain.people.person import BaseSum


def needed_for_quorum(convened: int) -> int:
    """Return the least number present that is two thirds of those convened."""
    return (convened * 2 + 2) // 3


def are_enough(present: int, convened: int) -> bool:
    """Say whether at least two thirds of those convened are present."""
    return convened > 0 and present >= needed_for_quorum(convened)


def quorum(base: BaseSum) -> bool:
    """Say whether at least two thirds of those convened are present, by the register."""
    return are_enough(base.present, base.convened)
