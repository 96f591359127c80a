"""The obstacles in a minute over the phone: the gravest first, in at most 120 words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime

from congress_desk.domain.obstacles import Obstacle, minutes_open, wall_clock
from congress_desk.reports.document.wording import Wording
from congress_desk.reports.obstacles.obstacle_words import (
    duration_words,
    gravities_words,
    gravity_words,
    moment_words,
    plain,
)

MOST_WORDS = 120
# How many words of what was typed are told of one obstacle, of what it is and of where: fewer, the
# longer the rest; the fewest fit with everything else at its longest.
_WHAT_AND_PLACE = ((40, 14), (30, 14), (24, 12), (18, 10), (12, 6))
_CONGRESS_WORDS, _NAME_WORDS, _ANSWER_WORDS = 14, 8, 10
# Nobody says a longer one: it is cut like a text of many words.
_LONGEST_WORD = 30


def spoken_report(
    waiting: Sequence[Obstacle],
    places: Mapping[int, str],
    *,
    congress: str,
    resolved: int,
    now: datetime,
    words: Wording,
) -> str:
    """Return what is read over the phone, a line a thought; the gravest is always read.

    Others follow as far as there is room for them; how many are left out is said.
    """
    lines = [
        words.say(
            "obstacle.spoken.opening",
            congress=_first(congress, _CONGRESS_WORDS),
            moment=moment_words(now, words),
        )
    ]
    if not waiting:
        return "\n".join([*lines, words.say("obstacle.spoken.none", resolved=resolved)])
    gravities = gravities_words(waiting, words)
    lines.append(words.say("obstacle.spoken.count", count=len(waiting), gravities=gravities))
    count = 0
    for found in waiting:
        line = _fitting(count, found, places.get(found.id, ""), lines, len(waiting), now, words)
        if not line:
            break
        lines.append(line)
        count += 1
    return "\n".join([*lines, *_rest(len(waiting) - count, words)])


def _fitting(
    count: int,
    found: Obstacle,
    place: str,
    lines: Sequence[str],
    of: int,
    now: datetime,
    words: Wording,
) -> str:
    """Return what is said of the next obstacle, as much as there is room for; "" without room."""
    line = ""
    for most in _WHAT_AND_PLACE:
        line = _item(count, found, place, most, now, words)
        if _count([*lines, line, *_rest(of - count - 1, words)]) <= MOST_WORDS:
            return line
    return "" if count else line


def _item(
    count: int, found: Obstacle, place: str, most: tuple[int, int], now: datetime, words: Wording
) -> str:
    ordinals = words.lists["obstacle.spoken.ordinals"]
    ordinal = ordinals[count] if count < len(ordinals) else str(count + 1)
    minutes = minutes_open(found, now)
    parts = [
        words.say(
            "obstacle.spoken.item",
            ordinal=ordinal,
            gravity=gravity_words(found.gravity, words),
            what=_first(found.what, most[0]),
        )
    ]
    if place:
        parts.append(words.say("obstacle.spoken.place", place=_first(place, most[1])))
    if minutes is not None and minutes <= 0:
        since = moment_words(wall_clock(found.since), words)
        parts.append(words.say("obstacle.spoken.since_now", moment=since))
    elif minutes is not None:
        since = moment_words(wall_clock(found.since), words)
        taken = duration_words(minutes, words)
        parts.append(words.say("obstacle.spoken.since", duration=taken, moment=since))
    for key in ("answerable", "asked"):
        if name := _first(getattr(found, key), _NAME_WORDS):
            parts.append(words.say(f"obstacle.spoken.{key}", name=name))
    if answer := _first(found.decision or found.answer, _ANSWER_WORDS):
        parts.append(words.say("obstacle.spoken.answer", text=answer))
    return re.sub(r"([…?!])\.", r"\1", " ".join(parts))


def _rest(count: int, words: Wording) -> list[str]:
    return [words.say("obstacle.spoken.rest", count=count)] if count else []


def _first(text: str, most: int) -> str:
    """Return the first words of a text, with dots where some are left out."""
    found = plain(text).split()
    spoken = [word[:_LONGEST_WORD] for word in found[:most]]
    return " ".join(found) if spoken == found else f"{plain(' '.join(spoken))}…"


def _count(lines: Sequence[str]) -> int:
    return sum(len(line.split()) for line in lines)
