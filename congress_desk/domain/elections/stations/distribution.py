"""All bundles of a round shared out among stations at once, each of its passes at another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from congress_desk.errors import Refusal, refuse

LEAST_STATIONS, MOST_STATIONS = 1, 50


def distributed_bundles(
    numbers: Sequence[int], stations: int, passes: int
) -> tuple[tuple[int, ...], ...] | Refusal:
    """Return by station which bundles it enters, in the order in which their paper comes to it.

    The stations sit in a ring: the bundles are cut into as many blocks, as even as can be; a
    station enters its own block and, of each further pass, that of the one before it, a bundle of
    each in turn. So whoever has typed a bundle hands it to the next table, and nobody enters two
    passes of it.
    """
    if stations < passes:
        return refuse("station_too_few", stations=stations, passes=passes)
    ends = [(2 * len(numbers) * each + stations) // (2 * stations) for each in range(stations + 1)]
    blocks = [tuple(numbers[ends[each] : ends[each + 1]]) for each in range(stations)]
    return tuple(
        tuple(number for each in _in_turn(blocks, station, passes) for number in each if number)
        for station in range(stations)
    )


def _in_turn(
    blocks: Sequence[tuple[int, ...]], station: int, passes: int
) -> Iterator[tuple[int, ...]]:
    """Return what comes one beside the other: a bundle of one's own, of the table before, …"""
    own_and_before = (blocks[(station - turn) % len(blocks)] for turn in range(passes))
    return zip_longest(*own_and_before, fillvalue=0)
