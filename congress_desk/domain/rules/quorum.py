"""Whether enough of those convened are present, as the rule set asks."""

from __future__ import annotations

from congress_desk.domain.people.person import BaseSum
from congress_desk.domain.rules.threshold import Threshold


def has_quorum(base: BaseSum, quorum: Threshold) -> bool:
    """Say whether enough of those convened are present; of nobody there is no quorum."""
    return is_quorum(base.present, base.convened, quorum)


def is_quorum(present: int, convened: int, quorum: Threshold) -> bool:
    """Say whether so many of so many are enough."""
    return convened > 0 and quorum.is_reached(present, convened)
