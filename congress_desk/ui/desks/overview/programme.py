"""The programme and the elections on the overview: what was, what is held, what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from congress_desk.domain.agenda.item import ItemState
from congress_desk.domain.congress import CongressState
from congress_desk.domain.duties.organs import post_of
from congress_desk.domain.elections.result import RoundOutcome
from congress_desk.domain.overview.overview import ElectionStanding
from congress_desk.domain.running.clock import Standing, TrackItem
from congress_desk.i18n import message, tr
from congress_desk.ui.desks.overview.lines import Line
from congress_desk.ui.desks.overview.words import election_tone
from congress_desk.ui.records.table_model import Sign

SHOWN = 8
_MINUTE = timedelta(minutes=1)
_SIGNS = {
    ItemState.DONE: Sign(icon="check", tone="muted"),
    ItemState.RUNNING: Sign(icon="play", tone="accent"),
    ItemState.SKIPPED: Sign(icon="ban", tone="muted"),
    ItemState.PLANNED: Sign(icon="circle", tone="muted"),
}
_STAGE_ICONS = {
    "holds": "circle-check",
    "accent": "circle-dot",
    "look": "triangle-alert",
    "muted": "circle",
}
_OUTCOMES = {
    RoundOutcome.TIE: "tie",
    RoundOutcome.SHORT: "short",
    RoundOutcome.VOID: "void",
    RoundOutcome.COMPLETE: "complete",
}


def programme_lines(
    track: Sequence[TrackItem], found: Standing, now: datetime, state: CongressState
) -> tuple[Line, ...]:
    """Return the item before, the one that is held, and what follows."""
    runs = [item for item in track if not item.parts]
    here = found.current or found.next
    place = runs.index(here) if here else max(len(runs) - SHOWN + 1, 1)
    desk = "running" if state is CongressState.IN_SESSION else "agenda"
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
        minutes = item.elapsed(now) // _MINUTE
        return tr("being held for {minutes} min", minutes=minutes), "accent"
    if left < timedelta(0):
        return tr("{minutes} min over", minutes=-left // _MINUTE), "look"
    return tr("{minutes} min left", minutes=left // _MINUTE), "accent"


def _aside(item: TrackItem, found: Standing) -> str:
    if item.item.state is ItemState.SKIPPED:
        return tr("skipped")
    if item.finished is not None:
        end = f"{item.finished:%H:%M}"
        over = (item.actual_minutes or 0) - item.planned_minutes
        if over > 0 and item.planned_minutes:
            return tr("done {end}, {minutes} min over", end=end, minutes=over)
        return tr("done {end}", end=end)
    if item is found.next and not item.item.executor:
        return tr("next")
    return item.item.executor


def _election_line(found: ElectionStanding) -> Line:
    tone = election_tone(found)
    return Line(
        text=post_of(found.election.title),
        sign=Sign(icon=_STAGE_ICONS[tone], tone=tone),
        aside=_stage_words(found),
        aside_tone=tone,
        desk="elections",
        record=found.election.id,
    )


def _stage_words(found: ElectionStanding) -> str:
    stage, last = _stage(found), found.last
    return message(
        f"stage.{stage}",
        number=last.number if last else 0,
        entered=found.entered,
        returned=(last.accounting.returned if last else 0) or 0,
        elected=found.elected,
        seats=found.election.seats,
    )


def _stage(found: ElectionStanding) -> str:
    if found.last is None:
        if not found.election.candidates:
            return "no_list"
        return "frozen" if found.election.frozen else "not_opened"
    if found.counting:
        if found.last.accounting.returned is None:
            return "counting_unknown"
        return "counted" if found.all_entered else "counting"
    if found.complete:
        return "complete"
    outcome = _OUTCOMES.get(found.outcome or RoundOutcome.SHORT, "short")
    return "short" if outcome == "complete" else outcome
