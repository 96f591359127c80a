"""In which order people went in and out: that of the journal, not of clocks that can go back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from congress_desk.domain.people.register import Passage


def goes_back(recorded: Sequence[Passage]) -> bool:
    """Say whether one of these passages is earlier, by its clock, than one that came in before."""
    times = _times(recorded)
    return any(after < before for before, after in zip(times, times[1:], strict=False))


def in_order(recorded: Sequence[Passage], lists: Mapping[int, int]) -> tuple[Passage, ...]:
    """Return passages, given as they came into the file, in the order in which they happened.

    One recorded at this door is later than all that was in the file by then, whatever its clock
    says. One that came with the list of another door (`lists` has the number of that list by
    passage) is put among the others by its clock, after the lines before it in its own list.
    """
    if not goes_back(recorded):
        return tuple(recorded)
    times = _times(recorded)
    moments: list[tuple[datetime, int]] = []
    last_of: dict[int, datetime] = {}
    latest = min(times)
    for place, (passage, at) in enumerate(zip(recorded, times, strict=True)):
        number = lists.get(passage.id)
        if number is None:
            moment = max(at, latest)
        else:
            moment = last_of[number] = max(at, last_of.get(number, at))
        latest = max(latest, moment)
        moments.append((moment, place))
    return tuple(recorded[place] for _, place in sorted(moments))


def _times(recorded: Sequence[Passage]) -> list[datetime]:
    return [datetime.fromisoformat(passage.at).astimezone() for passage in recorded]
