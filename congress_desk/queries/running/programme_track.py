"""The programme as a track: planned and actual times, read from the file."""

from __future__ import annotations

from congress_desk.domain.running.clock import TrackItem, track
from congress_desk.queries.congress import agenda, congress
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.speeches import inserted_items


def track_of(file: CongressFile) -> tuple[TrackItem, ...]:
    """Return the programme in order with planned and actual times."""
    return file.remembered("running_track", 0, lambda: _track_of(file))


def _track_of(file: CongressFile) -> tuple[TrackItem, ...]:
    starts = congress(file).details.starts
    return track(agenda(file), starts=starts, inserted=inserted_items(file))
