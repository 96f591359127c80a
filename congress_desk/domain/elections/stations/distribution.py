"""All bundles of a round shared out among stations at once, each of its passes at another."""

from __future__ import annotations

from collections.abc import Sequence

from congress_desk.errors import Refusal, refuse

LEAST_STATIONS, MOST_STATIONS = 1, 50


def distributed_bundles(
    numbers: Sequence[int], stations: int, passes: int
) -> tuple[tuple[int, ...], ...] | Refusal:
    """Return by station which bundles it enters, those whose paper lies there first before others.

    The stations sit in a ring: the bundles are cut into as many blocks, as even as can be; a
    station enters its own block and then, of each further pass, that of the one before it. So
    whoever has typed a bundle hands it to the next table, and nobody enters two passes of it.
    """
    if stations < passes:
        return refuse("station_too_few", stations=stations, passes=passes)
    ends = [(2 * len(numbers) * each + stations) // (2 * stations) for each in range(stations + 1)]
    blocks = [tuple(numbers[ends[each] : ends[each + 1]]) for each in range(stations)]
    return tuple(
        tuple(number for turn in range(passes) for number in blocks[(station - turn) % stations])
        for station in range(stations)
    )
