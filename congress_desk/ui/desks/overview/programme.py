"""The programme and the elections on the overview: what was, what is held, what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from congress_desk.domain.agenda.item import ItemState
from congress_desk.domain.congress import CongressState
from congress_desk.domain.organs.organs import post_of
from congress_desk.domain.overview.overview import ElectionStanding
from congress_desk.domain.running.clock import Standing, TrackItem
from congress_desk.i18n import duration_words, tr
from congress_desk.ui.desks.overview.lines import Line
from congress_desk.ui.parts.election_words import STAGE_SIGNS, stage_words
from congress_desk.ui.records.table_model import Sign

SHOWN = 8
_MINUTE = timedelta(minutes=1)
_SIGNS = {
    ItemState.DONE: Sign(icon="check", tone="muted"),
    ItemState.RUNNING: Sign(icon="play", tone="accent"),
    ItemState.SKIPPED: Sign(icon="ban", tone="muted"),
    ItemState.PLANNED: Sign(icon="circle", tone="muted"),
}


def programme_lines(
    track: Sequence[TrackItem], found: Standing, now: datetime, state: CongressState
) -> tuple[Line, ...]:
    """Return the item before, the one that is held, and what follows."""
    runs = [item for item in track if not item.parts]
    here = found.current or found.next
    place = runs.index(here) if here else max(len(runs) - SHOWN + 1, 1)
    desk = "running" if state.is_held else "agenda"
    shown = runs[max(place - 1, 0) :][:SHOWN]
    return tuple(_item_line(item, found, now, desk) for item in shown)


def election_lines(elections: Sequence[ElectionStanding]) -> tuple[Line, ...]:
    """Return where each election stands."""
    return tuple(_election_line(found) for found in elections)


def _item_line(item: TrackItem, found: Standing, now: datetime, desk: str) -> Line:
    held = item is found.current
    state = item.item.state
    aside, tone = _held(item, now) if held else (_aside(item, found), "muted")
    start = found.starts.get(item.item.id) or item.start
    return Line(
        text=item.item.content,
        sign=_SIGNS.get(state, _SIGNS[ItemState.PLANNED]),
        lead=f"{start:%H:%M}" if start else "     ",
        aside=aside,
        aside_tone=tone,
        strong=held,
        faded=state in (ItemState.DONE, ItemState.SKIPPED),
        desk=desk,
        record=item.item.id,
    )


def _held(item: TrackItem, now: datetime) -> tuple[str, str]:
    left = item.left(now)
    if left is None:
        length = duration_words(item.elapsed(now) // _MINUTE)
        return tr("in progress for {length}", length=length), "accent"
    if left < timedelta(0):
        return tr("{time} over", time=duration_words(-left // _MINUTE)), "look"
    return tr("{time} left", time=duration_words(left // _MINUTE)), "accent"


def _aside(item: TrackItem, found: Standing) -> str:
    if item.item.state is ItemState.SKIPPED:
        return tr("skipped")
    if item.finished is not None:
        end = f"{item.finished:%H:%M}"
        over = (item.actual_minutes or 0) - item.planned_minutes
        if over > 0 and item.planned_minutes:
            return tr("done {end}, {length} over", end=end, length=duration_words(over))
        return tr("done {end}", end=end)
    if item is found.next and not item.item.executor:
        return tr("next")
    return item.item.executor


def _election_line(found: ElectionStanding) -> Line:
    sign = STAGE_SIGNS[found.stage]
    words = stage_words(
        found.stage,
        found.election,
        found.last,
        entered=found.entered,
        elected=found.elected,
        course=found.course,
    )
    return Line(
        text=post_of(found.election.title),
        sign=sign,
        aside=words,
        aside_tone=sign.tone,
        desk="elections",
        record=found.election.id,
    )
