"""Preparation, read from the file: tasks, texts with their comments, targets."""

from __future__ import annotations

from congress_desk.domain.preparation.indicator import Indicator
from congress_desk.domain.preparation.task import Task
from congress_desk.domain.preparation.text import CongressText, TextComment
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.journal.lines import Row
from congress_desk.storage.rows.preparation import comment_of, indicator_of, task_of, text_of


def tasks(file: CongressFile) -> tuple[Task, ...]:
    """Return every task in the order of the plan."""
    return file.remembered("tasks", 0, lambda: tuple(map(task_of, _all(file, "task"))))


def texts(file: CongressFile) -> tuple[CongressText, ...]:
    """Return every text in order."""
    return file.remembered("texts", 0, lambda: tuple(map(text_of, _all(file, "congress_text"))))


def comments(file: CongressFile) -> tuple[TextComment, ...]:
    """Return the comments on all texts, oldest first."""
    rows = file.rows("SELECT * FROM text_comment ORDER BY id")
    return tuple(map(comment_of, rows))


def indicators(file: CongressFile) -> tuple[Indicator, ...]:
    """Return every target in order."""
    return file.remembered(
        "indicators", 0, lambda: tuple(map(indicator_of, _all(file, "indicator")))
    )


def last_place(file: CongressFile, table: str) -> int:
    """Return the place of the last row of "task", "congress_text" or "indicator", 0 without any."""
    return max((int(row["place"]) for row in _all(file, table)), default=0)


def places(file: CongressFile, table: str) -> dict[int, int]:
    """Return the place of each row by its id."""
    return {int(row["id"]): int(row["place"]) for row in _all(file, table)}


def text_in_agenda(file: CongressFile, text_id: int) -> bool:
    """Say whether an agenda item is about a text, removed items too."""
    return bool(file.rows("SELECT 1 FROM agenda_item WHERE text_id = ? LIMIT 1", text_id))


def _all(file: CongressFile, table: str) -> list[Row]:
    """Return the rows of one of the tables above, in order; its name is never typed by a user."""
    statements = {
        "task": "SELECT * FROM task ORDER BY place, id",
        "congress_text": "SELECT * FROM congress_text ORDER BY place, id",
        "indicator": "SELECT * FROM indicator ORDER BY place, id",
    }
    return file.rows(statements[table])
