"""The days of the example: it goes on now, however long ago its workbook was written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from congress_desk.domain.agenda.item import AgendaItem
from congress_desk.domain.setup.filled_workbook import Setup

# For how long already somebody counts when the example is looked at.
_SINCE = timedelta(minutes=15)
_STEP = 5


def dated_from(setup: Setup, now: datetime, held_now: str) -> Setup:
    """Return the set-up with its days and hours moved so that what is held now began just now.

    `held_now` begins the item of the programme that is held. Only its day changes its hours: no
    other begins at midnight.
    """
    held = next(item for item in setup.agenda if item.content.startswith(held_now))
    begun = now - _SINCE
    begun = begun.replace(minute=begun.minute // _STEP * _STEP, second=0, microsecond=0)
    hours = begun - _moment(held)
    first = _moment(next(item for item in setup.agenda if item.day == held.day))
    whole = timedelta(days=((first + hours).date() - first.date()).days)
    days = {item.day: hours if item.day == held.day else whole for item in setup.agenda}
    details = setup.details
    return replace(
        setup,
        details=replace(
            details, starts=_later(details.starts, days), ends=_later(details.ends, days)
        ),
        agenda=tuple(_items(setup.agenda, days)),
    )


def _moment(item: AgendaItem) -> datetime:
    return datetime.fromisoformat(f"{item.day}T{item.time}")


def _items(items: Sequence[AgendaItem], moved: Mapping[str, timedelta]) -> Iterator[AgendaItem]:
    """Yield the items moved; what runs past midnight stays on the day of the programme it is of."""
    days: dict[str, str] = {}
    for item in items:
        at = _moment(item) + moved[item.day]
        yield replace(item, day=days.setdefault(item.day, f"{at:%Y-%m-%d}"), time=f"{at:%H:%M}")


def _later(moment: str, moved: Mapping[str, timedelta]) -> str:
    return (datetime.fromisoformat(moment) + moved[moment[:10]]).isoformat(timespec="minutes")
