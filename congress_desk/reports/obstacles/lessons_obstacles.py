"""Lessons of obstacles: what was in the way, how long, and which procedure was asked about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from congress_desk.domain.obstacles import Obstacle, counts, minutes_to_resolve, usual_minutes
from congress_desk.reports.document.document import (
    Block,
    Bullet,
    Heading,
    Paragraph,
    Run,
    Spacer,
    Table,
)
from congress_desk.reports.document.wording import Wording
from congress_desk.reports.obstacles.obstacle_words import duration_words, gravities_words, plain
from congress_desk.reports.obstacles.report import resolved_columns, resolved_row


def obstacles_section(
    obstacles: Sequence[Obstacle], now: datetime, words: Wording
) -> tuple[Block, ...]:
    """Return every obstacle in the order it came up, with how long it took."""
    heading = Heading(title=words.say("lessons.obstacles.heading"))
    if not obstacles:
        return heading, Paragraph(runs=words.runs("lessons.obstacles.none"))
    rows = tuple(
        resolved_row(number, found, now, words)
        for number, found in enumerate(_by_age(obstacles), start=1)
    )
    table = Table(columns=resolved_columns(words), rows=rows, small=True)
    return heading, *_sentences(obstacles, words), table, Spacer(height=2)


def procedure_section(obstacles: Sequence[Obstacle], words: Wording) -> tuple[Block, ...]:
    """Return the questions of procedure that came up, with what was answered or decided."""
    heading = Heading(title=words.say("lessons.obstacles.procedure_heading"))
    asked = [found for found in _by_age(obstacles) if found.procedure]
    if not asked:
        return heading, Paragraph(runs=words.runs("lessons.obstacles.procedure_none"))
    return heading, *(Bullet(runs=_procedure(found, words)) for found in asked)


def _sentences(obstacles: Sequence[Obstacle], words: Wording) -> tuple[Block, ...]:
    found, taken = counts(obstacles), minutes_to_resolve(obstacles)
    runs = [
        words.runs(
            "lessons.obstacles.count",
            all=found.total,
            gravities=gravities_words(obstacles, words),
            resolved=found.resolved,
            waiting=found.in_the_way,
        )
    ]
    if taken:
        usual, longest = (duration_words(m, words) for m in (usual_minutes(taken), taken[0]))
        runs.append(words.runs("lessons.obstacles.taken", usual=usual, longest=longest))
    return tuple(Paragraph(runs=each) for each in runs)


def _procedure(found: Obstacle, words: Wording) -> tuple[Run, ...]:
    answer = found.decision or found.answer
    key = "procedure" if answer else "procedure_open"
    return words.runs(f"lessons.obstacles.{key}", what=plain(found.what), answer=answer)


def _by_age(obstacles: Sequence[Obstacle]) -> list[Obstacle]:
    return sorted(obstacles, key=lambda found: (found.since, found.id))
