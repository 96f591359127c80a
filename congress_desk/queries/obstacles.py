"""Obstacles for screens and papers, with what is offered while one is noted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from congress_desk.domain.agenda.executors import executors
from congress_desk.domain.agenda.item import AgendaItem
from congress_desk.domain.obstacles import (
    Obstacle,
    ObstacleCounts,
    counts,
    in_order,
    is_in_the_way,
    item_under_way,
)
from congress_desk.queries.congress import agenda, congress, duties, names_of_organs
from congress_desk.queries.people import register
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading import agenda as reading_agenda
from congress_desk.storage.reading import obstacles as reading_obstacles


@dataclass(frozen=True, slots=True, kw_only=True)
class ObstaclesView:
    """What the desk shows: obstacles in order, and what their agenda items say, by id."""

    obstacles: tuple[Obstacle, ...]
    places: dict[int, str]

    def place(self, obstacle: Obstacle) -> str:
        """Return where in the programme an obstacle is, in words; "" when nothing was said."""
        return place_of(obstacle, self.places)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptureView:
    """What is offered while an obstacle is noted: items, the one under way (0 none), names."""

    items: tuple[AgendaItem, ...]
    under_way: int
    answerable: tuple[str, ...]
    asked: tuple[str, ...]


def obstacles(file: CongressFile) -> tuple[Obstacle, ...]:
    """Return all obstacles: those in the way by gravity, then age; after them the resolved."""
    return in_order(reading_obstacles.obstacles(file))


def open_obstacles(file: CongressFile) -> tuple[Obstacle, ...]:
    """Return the obstacles that are not resolved, the gravest and oldest first."""
    return tuple(found for found in obstacles(file) if is_in_the_way(found))


def obstacle_counts(file: CongressFile) -> ObstacleCounts:
    """Return how many obstacles there are in each state, and the gravest in the way."""
    return counts(reading_obstacles.obstacles(file))


def obstacle(file: CongressFile, obstacle_id: int) -> Obstacle | None:
    """Return one obstacle."""
    return reading_obstacles.obstacle(file, obstacle_id)


def obstacles_view(file: CongressFile) -> ObstaclesView:
    """Return what the desk shows."""
    found = obstacles(file)
    return ObstaclesView(obstacles=found, places=obstacle_places(file, found))


def obstacle_places(file: CongressFile, found: Sequence[Obstacle]) -> dict[int, str]:
    """Return what the agenda items of obstacles say by id, removed items too."""
    ids = {each.item_id for each in found if each.item_id}
    items = ((item_id, reading_agenda.item(file, item_id)) for item_id in sorted(ids))
    return {item_id: item.content for item_id, item in items if item is not None}


def place_of(obstacle: Obstacle, places: dict[int, str]) -> str:
    """Return where an obstacle is: the agenda item, then the place in words."""
    parts = (places.get(obstacle.item_id, ""), obstacle.where_in)
    return " – ".join(part for part in parts if part)


def capture_view(file: CongressFile, now: datetime) -> CaptureView:
    """Return what is offered while an obstacle is noted at `now` (wall clock)."""
    items, details = agenda(file), congress(file).details
    before = reading_obstacles.obstacles(file)
    offered = executors(duties(file), register(file), called=names_of_organs(file)).offered
    superior = (details.superior,) if details.superior else ()
    asked_before = tuple(found.asked for found in before if found.asked)
    answered_before = tuple(found.answerable for found in before if found.answerable)
    return CaptureView(
        items=items,
        under_way=item_under_way(items, starts=details.starts, now=now),
        answerable=_once((*answered_before[::-1], *offered)),
        asked=_once((*asked_before[::-1], *superior, *offered)),
    )


def _once(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
