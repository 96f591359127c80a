"""The congress under way: what is held, what comes next, who speaks, planned against actual."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from congress_desk.domain.congress import Congress
from congress_desk.domain.people.person import Person
from congress_desk.domain.running.clock import TrackItem
from congress_desk.domain.running.speech import Speech
from congress_desk.queries.congress import congress
from congress_desk.queries.people import register
from congress_desk.queries.running.programme_track import track_of
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading import speeches as reading_speeches


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningView:
    """What the running view shows; times are worked out from it at each second, without asking."""

    congress: Congress
    track: tuple[TrackItem, ...]
    speeches: tuple[Speech, ...]
    people: tuple[Person, ...]
    skip_reasons: Mapping[int, str]


def running_view(file: CongressFile) -> RunningView:
    """Return what the running view shows."""
    return RunningView(
        congress=congress(file),
        track=track_of(file),
        speeches=speeches(file),
        people=register(file),
        skip_reasons=reading_speeches.skip_reasons(file),
    )


def speeches(file: CongressFile) -> tuple[Speech, ...]:
    """Return the speakers' register in its order, withdrawn requests too."""
    return reading_speeches.speeches(file)


def current_item(file: CongressFile) -> TrackItem | None:
    """Return the item that is being held, for a line with its clock; None between items.

    `elapsed(now)`, `left(now)` and `length` of it are the clock; `now` is wall clock.
    """
    found = track_of(file)
    held = [t for t in found if t.started and not t.finished and not t.parts]
    return max(held, key=lambda t: t.item.started_at, default=None)
