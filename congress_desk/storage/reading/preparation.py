"""Preparation, read from the file: tasks, texts with their comments, targets."""

from __future__ import annotations

from congress_desk.domain.preparation.indicator import Indicator
from congress_desk.domain.preparation.task import Task, TaskState
from congress_desk.domain.preparation.text import CommentState, CongressText, TextComment, TextState
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.journal.lines import Row

_TASK = ("section", "title", "answerable", "helpers", "due", "done_at", "note")
_TEXT = ("title", "drafter", "version", "due", "note")
_COMMENT = ("author", "gist", "answer", "at")
_INDICATOR = (
    "name", "unit", "last_result", "superior_target", "superior_unit", "own_target", "note",
)  # fmt: skip


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


def task_row(task: Task) -> Row:
    """Return the columns of a task without id and place."""
    return _cleaned(task, _TASK) | {"state": task.state.value, "text_id": task.text_id or None}


def text_row(text: CongressText) -> Row:
    """Return the columns of a text without id and place."""
    return _cleaned(text, _TEXT) | {"state": text.state.value}


def comment_row(comment: TextComment) -> Row:
    """Return the columns of a comment without id."""
    return _cleaned(comment, _COMMENT) | {"text_id": comment.text_id, "taken": comment.taken.value}


def indicator_row(indicator: Indicator) -> Row:
    """Return the columns of a target without id and place."""
    return _cleaned(indicator, _INDICATOR)


def task_of(row: Row) -> Task:
    """Return a task from its row."""
    return Task(
        id=row["id"],
        state=TaskState(row["state"]),
        text_id=row["text_id"] or 0,
        **{name: row[name] for name in _TASK},
    )


def text_of(row: Row) -> CongressText:
    """Return a text from its row."""
    return CongressText(
        id=row["id"], state=TextState(row["state"]), **{name: row[name] for name in _TEXT}
    )


def comment_of(row: Row) -> TextComment:
    """Return a comment from its row."""
    return TextComment(
        id=row["id"],
        text_id=row["text_id"],
        taken=CommentState(row["taken"]),
        **{name: row[name] for name in _COMMENT},
    )


def indicator_of(row: Row) -> Indicator:
    """Return a target from its row."""
    return Indicator(id=row["id"], **{name: row[name] for name in _INDICATOR})


def _all(file: CongressFile, table: str) -> list[Row]:
    """Return the rows of one of the tables above, in order; its name is never typed by a user."""
    statements = {
        "task": "SELECT * FROM task ORDER BY place, id",
        "congress_text": "SELECT * FROM congress_text ORDER BY place, id",
        "indicator": "SELECT * FROM indicator ORDER BY place, id",
    }
    return file.rows(statements[table])


def _cleaned(record: object, names: tuple[str, ...]) -> Row:
    return {name: clean_text(getattr(record, name)) for name in names}
