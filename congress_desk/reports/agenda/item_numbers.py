"""Numbers of agenda items as papers and screens write them: 1., 2., and 2.1 for a part."""

from __future__ import annotations

from collections.abc import Sequence

from congress_desk.domain.agenda.clock import PlannedItem


def item_numbers(planned: Sequence[PlannedItem]) -> tuple[str, ...]:
    """Return the number of each item, counted through all sessions; parts under their item."""
    counts: list[int] = []
    numbers: list[str] = []
    for found in planned:
        del counts[found.depth + 1 :]
        while len(counts) <= found.depth:
            counts.append(0)
        counts[found.depth] += 1
        number = ".".join(map(str, counts))
        numbers.append(number if found.depth else f"{number}.")
    return tuple(numbers)
