"""Who must stand in the list of the elected: worked out anew from the votes that were stored."""

from __future__ import annotations

from collections.abc import Mapping


def must_be_elected(
    votes: Mapping[int, int], needed: int, seats: int, *, required: bool
) -> frozenset[int]:
    """Return the positions that are elected whatever else: enough votes, and a post beyond doubt.

    `votes` by position; `needed` is the least number that is enough; where no majority is
    `required` one vote is. Of those tied for the last post nobody is returned.
    """
    least = needed if required else 1
    enough = {position: n for position, n in votes.items() if n >= least}
    if len(enough) <= seats:
        return frozenset(enough)
    last = sorted(enough.values(), reverse=True)[seats]
    return frozenset(position for position, n in enough.items() if n > last)
