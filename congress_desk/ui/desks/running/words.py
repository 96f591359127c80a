"""How times, lateness and states of a running programme read."""

from __future__ import annotations

from datetime import datetime, timedelta

from congress_desk.domain.agenda.item import ItemState
from congress_desk.domain.running.clock import Standing, TrackItem
from congress_desk.i18n import duration_words, tr

_MINUTE = timedelta(minutes=1)
_SECOND = timedelta(seconds=1)
_DAY = timedelta(days=1)
_NONE = timedelta(0)
# With less than this left, whoever holds the clock says so.
LAST_MINUTE = _MINUTE


def clock_text(length: timedelta) -> str:
    """Return "12:05" of minutes and seconds, "1:02:05" from an hour on, days in words."""
    if length >= _DAY:
        return duration_words(length // _MINUTE)
    seconds = length // _SECOND
    hours, rest = divmod(max(seconds, 0), 3600)
    minutes, seconds = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes:02}:{seconds:02}"


def hour_text(at: datetime | None) -> str:
    """Return "08:40", "" when no clock is known."""
    return f"{at.hour:02}:{at.minute:02}" if at else ""


def limit_state(left: timedelta | None) -> tuple[str, str]:
    """Return the tone and the words of what is left of a time: silent signals at its limit."""
    if left is None:
        return "muted", tr("no time was set")
    if left < _NONE:
        return "look", tr("{time} over", time=clock_text(-left))
    if left <= LAST_MINUTE:
        return "look", tr("last minute: {time} left", time=clock_text(left))
    return "holds", tr("{time} left", time=clock_text(left))


def drift_state(found: Standing) -> tuple[str, str]:
    """Return the tone and the words of how late the congress is, and when it will end."""
    late, end = found.late_minutes, hour_text(found.day_end)
    if found.over:
        return "accent", tr("All items are done")
    if late is None:
        return "muted", tr("No planned time to compare with")
    if not found.begun and late == 0:
        return "muted", tr("Not begun yet; expected to end at {end}", end=end)
    if late >= 1:
        return "look", tr(
            "{length} late, expected to end at {end}", length=duration_words(late), end=end
        )
    if late <= -1:
        early = duration_words(-late)
        return "accent", tr("{length} ahead, expected to end at {end}", length=early, end=end)
    return "holds", tr("On time, expected to end at {end}", end=end)


def session_words(found: Standing) -> str:
    """Return when the session ends, "" when that is when the day ends."""
    if found.session_end is None or found.session_end == found.day_end:
        return ""
    return tr("this session at {end}", end=hour_text(found.session_end))


def plan_words(found: TrackItem) -> str:
    """Return when an item begins by the adopted programme."""
    return tr("inserted") if found.inserted else hour_text(found.start)


def actual_words(found: TrackItem, expected: datetime | None) -> str:
    """Return the real times of an item, or when it is expected to begin."""
    if found.item.state is ItemState.SKIPPED:
        return "–"
    if found.started:
        return f"{hour_text(found.started)} – {hour_text(found.finished)}".strip()
    return f"≈ {hour_text(expected)}" if expected and not found.parts else ""


def length_words(found: TrackItem) -> str:
    """Return "31 / 25": the minutes it took, and those it was meant to take."""
    meant = str(found.planned_minutes) if found.planned_minutes else ""
    took = found.actual_minutes
    return meant if took is None else f"{took} / {meant or '–'}"


def state_words(found: TrackItem, *, passed: bool) -> str:
    """Return how an item stands, in a word."""
    match found.item.state:
        case ItemState.RUNNING:
            return tr("in progress")
        case ItemState.SKIPPED:
            return tr("skipped")
        case ItemState.DONE:
            return _done_words(found)
    return tr("not marked") if passed else ""


def _done_words(found: TrackItem) -> str:
    over = (found.actual_minutes or 0) - found.planned_minutes
    if over > 0 and found.planned_minutes:
        return tr("{time} over", time=duration_words(over))
    return tr("done")


def link_words(found: TrackItem | None) -> str:
    """Return what the button says that opens what an item is about."""
    if found is None:
        return ""
    if found.item.election_id:
        return tr("Open this election")
    return tr("Open this motion") if found.item.motion_id else ""
