"""Whether enough of those convened are present, as the rule set asks."""

from __future__ import annotations

from congress_desk.domain.people.person import BaseSum
from congress_desk.domain.rules.threshold import Threshold


def has_quorum(base: BaseSum, quorum: Threshold) -> bool:
    """Say whether enough of those convened are present; of nobody there is no quorum.

    Where shares vote, whether enough of them are represented (Luật Doanh nghiệp 2020, Điều 145).
    """
    present, convened = quorum_of(base)
    return is_quorum(present, convened, quorum)


def quorum_of(base: BaseSum) -> tuple[int, int]:
    """Return what is present of what is convened: people, or shares where these vote."""
    return (base.shares_present, base.shares) if base.shares else (base.present, base.convened)


def is_quorum(present: int, convened: int, quorum: Threshold) -> bool:
    """Say whether so many of so many are enough."""
    return convened > 0 and quorum.is_reached(present, convened)
