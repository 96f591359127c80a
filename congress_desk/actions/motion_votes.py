"""What a vote on a motion needs before it is written: a hall, votes that can be, their holders."""

from __future__ import annotations

from collections.abc import Mapping

from congress_desk.domain.motions import (
    Cast,
    Hands,
    Motion,
    ShareVote,
    cast_votes,
    check_base,
    check_hands,
    hall_of,
)
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.congress import congress, presence
from congress_desk.queries.elections.shares import voters_in_order
from congress_desk.storage.congress_file import CongressFile


def no_base(file: CongressFile) -> Refusal | None:
    """Refuse a vote while the register gives no base, or nobody with a vote is present."""
    if congress(file).rules.motion_base.by_shares:
        found = voters_in_order(file)
        return found if isinstance(found, Refusal) else None
    base = presence(file)
    if base.base < 1:
        return refuse("motion_base_unknown")
    return None if base.present else refuse("motion_nobody_present")


def check_vote(
    file: CongressFile, found: Motion | None, hands: Hands, by_hand: tuple[int, int] | None
) -> Refusal | None:
    """Refuse votes that cannot be of the hall: frozen, typed by hand, or as it is now."""
    if found is not None and found.majority is not None:
        return check_hands(hands, found.present or 0, found.majority.of)
    of = congress(file).rules.motion_base
    if by_hand is not None:
        return check_base(*by_hand, of) or check_hands(hands, by_hand[1], of)
    return no_base(file) or check_hands(hands, hall_of(presence(file), of).present, of)


def voters_cast(
    found: Motion, casts: Mapping[int, Cast] | None, hands: Hands, *, anew: bool = False
) -> tuple[ShareVote, ...] | Refusal:
    """Return who voted how, nobody where totals are typed; refuse totals over single votes."""
    if casts:
        return refuse("motion_not_begun") if anew else cast_votes(found.share_votes, casts, hands)
    if found.by_holder and not anew and hands != found.hands:
        return refuse("motion_change_by_holder")
    return ()
