"""Turns of phrase about obstacles: how grave, since when, how long."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from congress_desk.domain.obstacles import GRAVEST_FIRST, Gravity, Obstacle
from congress_desk.reports.document.wording import Wording

_HOUR, _DAY = 60, 24 * 60


def gravity_words(gravity: Gravity, words: Wording) -> str:
    """Return how grave an obstacle is, in a word."""
    return words.say(f"obstacle.gravity.{gravity.value}")


def gravities_words(obstacles: Sequence[Obstacle], words: Wording) -> str:
    """Return how many there are of each gravity, the gravest first: "1 ách tắc, 2 vừa"."""
    numbers = ((g, sum(o.gravity is g for o in obstacles)) for g in GRAVEST_FIRST)
    return ", ".join(
        words.say("obstacle.report.gravity_count", count=count, gravity=gravity_words(g, words))
        for g, count in numbers
        if count
    )


def moment_words(at: datetime | None, words: Wording, *, short: bool = False) -> str:
    """Return "8 giờ 30 phút ngày 12/3", `short` "08:30 12/3"; of no time that it is unknown."""
    if at is None:
        return words.say("obstacle.no_moment")
    hour = f"{at:%H}" if short else str(at.hour)
    key = "obstacle.short_moment" if short else "obstacle.moment"
    return words.say(key, hour=hour, minute=f"{at:%M}", day=at.day, month=at.month)


def duration_words(minutes: int | None, words: Wording) -> str:
    """Return "40 phút", "1 giờ 20 phút", "2 ngày 3 giờ"; "" where it is not known."""
    if minutes is None:
        return ""
    if minutes < _HOUR:
        return words.say("obstacle.duration.minutes", minutes=minutes)
    if minutes < _DAY:
        hours, rest = divmod(minutes, _HOUR)
        key = "hours" if rest else "whole_hours"
        return words.say(f"obstacle.duration.{key}", hours=hours, minutes=rest)
    days, rest = divmod(minutes, _DAY)
    hours = rest // _HOUR
    key = "days" if hours else "whole_days"
    return words.say(f"obstacle.duration.{key}", days=days, hours=hours)


def plain(text: str) -> str:
    """Return a text without the stop at its end, to stand in a sentence."""
    return text.strip().rstrip(" .;:,")
