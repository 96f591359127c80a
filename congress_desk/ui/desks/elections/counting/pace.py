"""When the count will be done, told from the pace of the last ballots."""

from __future__ import annotations

from collections import deque
from datetime import datetime, timedelta

REMEMBERED = 40
MEANINGFUL_BALLOTS = 8
MEANINGFUL_SECONDS = 30
LONGEST_PAUSE = timedelta(seconds=90)


class Pace:
    """Moments at which ballots were acknowledged; long pauses are no work and are left out."""

    def __init__(self) -> None:
        self._last: datetime | None = None
        self._steps: deque[tuple[timedelta, int]] = deque(maxlen=REMEMBERED)

    def note(self, ballots: int, now: datetime) -> None:
        """Remember that `ballots` more were recorded at `now`."""
        if self._last is not None:
            self._steps.append((min(now - self._last, LONGEST_PAUSE), ballots))
        self._last = now

    def done_at(self, missing: int, now: datetime) -> datetime | None:
        """Return when `missing` more ballots will be in, None while nobody could tell."""
        ballots = sum(count for _, count in self._steps)
        spent = sum((step for step, _ in self._steps), timedelta())
        if missing <= 0 or ballots < MEANINGFUL_BALLOTS:
            return None
        if spent.total_seconds() < MEANINGFUL_SECONDS:
            return None
        return now + spent / ballots * missing
