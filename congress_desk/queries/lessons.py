"""What reports on obstacles and lessons are made of, read from the open file."""

from __future__ import annotations

from datetime import datetime

from congress_desk.domain.agenda.clock import plan
from congress_desk.domain.congress import CongressState
from congress_desk.domain.elections.round import RoundState
from congress_desk.queries.congress import agenda, congress
from congress_desk.queries.elections.lists import elections, rounds
from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.queries.journal import head
from congress_desk.queries.motions import motions
from congress_desk.queries.obstacles import obstacles, obstacles_view
from congress_desk.reports.obstacles.lessons_learned import LessonsFacts
from congress_desk.reports.obstacles.report import ObstacleFacts
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading import obstacles as reading_obstacles
from congress_desk.storage.reading import preparation as reading_preparation


def obstacle_facts(file: CongressFile) -> ObstacleFacts:
    """Return what the report on obstacles is made of, as the file stands now."""
    view = obstacles_view(file)
    return ObstacleFacts(
        congress=congress(file),
        obstacles=view.obstacles,
        places={found.id: view.place(found) for found in view.obstacles},
        head=head(file),
        now=_now(file),
    )


def lessons_facts(file: CongressFile) -> LessonsFacts:
    """Return what the lessons-learned report is made of, as the file stands now."""
    whole = congress(file)
    held = [
        (election, found) for election in elections(file) for found in rounds(file, election.id)
    ]
    cancelled = RoundState.CANCELLED
    return LessonsFacts(
        congress=whole,
        planned=plan(agenda(file), starts=whole.details.starts),
        tasks=reading_preparation.tasks(file),
        obstacles=obstacles(file),
        sheets=tuple(round_sheet(file, r.id) for _, r in held if r.state is not cancelled),
        cancelled=tuple((e, r) for e, r in held if r.state is cancelled),
        motions=motions(file),
        head=head(file),
        now=_now(file),
    )


def has_obstacles(file: CongressFile) -> bool:
    """Say whether any obstacle was noted."""
    return bool(reading_obstacles.obstacles(file))


def has_lessons(file: CongressFile) -> bool:
    """Say whether the congress has begun: an item or an obstacle was recorded, or it is closed."""
    return (
        congress(file).state is CongressState.CLOSED
        or has_obstacles(file)
        or any(item.started_at for item in agenda(file))
    )


def _now(file: CongressFile) -> datetime:
    """Return the wall clock of the file, to the minute."""
    return file.clock().astimezone().replace(tzinfo=None, second=0, microsecond=0)
