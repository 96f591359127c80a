"""Whether enough of those convened are present; the share is the rule set's, usually two thirds."""

from __future__ import annotations

from fractions import Fraction

from congress_desk.domain.rules.rule_set import TWO_THIRDS


def quorum_needed(convened: int, share: Fraction = TWO_THIRDS) -> int:
    """Return the least number present that is at least this share of those convened."""
    return -(-convened * share.numerator // share.denominator)


def has_quorum(present: int, convened: int, share: Fraction = TWO_THIRDS) -> bool:
    """Say whether at least this share of those convened are present; of nobody there is none."""
    return convened > 0 and present >= quorum_needed(convened, share)
