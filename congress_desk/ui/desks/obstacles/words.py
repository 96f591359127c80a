"""Words and signs for an obstacle as it stands: how grave, in which state, how long."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from congress_desk.domain.obstacles import (
    Gravity,
    Obstacle,
    ObstacleState,
    is_in_the_way,
    minutes_open,
    wall_clock,
)
from congress_desk.i18n import duration_words, label, tr
from congress_desk.ui.records.table_model import Sign
from congress_desk.ui.widgets.inputs.date_input import moment_text, typed_moment

GRAVITY_SIGNS = {
    Gravity.LOW: Sign(icon="info", tone="muted"),
    Gravity.MEDIUM: Sign(icon="circle-alert", tone="accent"),
    Gravity.HIGH: Sign(icon="triangle-alert", tone="look"),
    Gravity.BLOCKING: Sign(icon="octagon-alert", tone="wrong"),
}
_STATE_SIGNS = {
    ObstacleState.OPEN: Sign(icon="circle-dot", tone="look"),
    ObstacleState.ANSWERED: Sign(icon="corner-down-left", tone="accent"),
    ObstacleState.RESOLVED: Sign(icon="circle-check", tone="holds"),
}
# Until this hour a time still to come is that of the evening before.
_NIGHT_ENDS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class ObstacleRow:
    """A line of the list: the obstacle and where it is, in words."""

    obstacle: Obstacle
    place: str


def gravity_sign(row: ObstacleRow) -> Sign:
    """Return the sign of how grave it is, a quiet one once it is resolved."""
    if not is_in_the_way(row.obstacle):
        return Sign(icon=GRAVITY_SIGNS[row.obstacle.gravity].icon, tone="muted")
    return GRAVITY_SIGNS[row.obstacle.gravity]


def gravity_words(gravity: Gravity) -> str:
    """Return how grave, in a word."""
    return label("gravity", gravity.value)


def state_sign(row: ObstacleRow) -> Sign:
    """Return the sign of its state."""
    return _STATE_SIGNS[row.obstacle.state]


def state_words(obstacle: Obstacle) -> str:
    """Return its state in a word or two."""
    return label("obstacle_state", obstacle.state.value)


def open_words(obstacle: Obstacle, now: datetime) -> str:
    """Return how long it has been, or was, in the way."""
    return duration_words(minutes_open(obstacle, now))


def since_words(obstacle: Obstacle, now: datetime) -> str:
    """Return since when, or from when to when, and how long that is."""
    since, duration = moment_text(obstacle.since), open_words(obstacle, now)
    if is_in_the_way(obstacle):
        return tr("{moment}, {duration} so far", moment=since, duration=duration)
    until = moment_text(obstacle.resolved_at)
    return tr("{moment} to {until}, {duration}", moment=since, until=until, duration=duration)


def named_since(name: str, iso: str) -> str:
    """Return whom we ask and since when."""
    return tr("{name}, since {moment}", name=name, moment=moment_text(iso)) if iso else name


def typed_since(text: str, now: datetime) -> str | None:
    """Return what was typed as an ISO time; an hour alone is today's. None if it is no time."""
    text = text.strip()
    alone = typed_moment(f"{now:%d/%m/%Y} {text}") if text and "/" not in text else None
    if alone is None or "T" not in alone:
        return typed_moment(text)
    at = wall_clock(alone)
    if at is not None and at > now.replace(tzinfo=None) and now.hour < _NIGHT_ENDS:
        return (at - timedelta(days=1)).isoformat(timespec="minutes")
    return alone
