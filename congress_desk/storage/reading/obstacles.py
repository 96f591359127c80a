"""Obstacles, read from the file, and as the row an act writes."""

from __future__ import annotations

from congress_desk.domain.obstacles import Obstacle
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.rows.obstacles import obstacle_of


def obstacles(file: CongressFile) -> tuple[Obstacle, ...]:
    """Return every obstacle in the order they were noted."""
    return file.remembered("obstacles", 0, lambda: _obstacles(file))


def obstacle(file: CongressFile, obstacle_id: int) -> Obstacle | None:
    """Return one obstacle."""
    rows = file.rows("SELECT * FROM obstacle WHERE id = ?", obstacle_id)
    return obstacle_of(rows[0]) if rows else None


def _obstacles(file: CongressFile) -> tuple[Obstacle, ...]:
    return tuple(obstacle_of(row) for row in file.rows("SELECT * FROM obstacle ORDER BY id"))
