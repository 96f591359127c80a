"""Tasks, texts with their comments, and targets as rows, and back."""

from __future__ import annotations

from congress_desk.domain.preparation.indicator import Indicator
from congress_desk.domain.preparation.task import Task, TaskState
from congress_desk.domain.preparation.text import CommentState, CongressText, TextComment, TextState
from congress_desk.storage.journal.lines import Row
from congress_desk.storage.rows.columns import text_columns

_TASK = ("section", "title", "answerable", "helpers", "due", "done_at", "note")
_TEXT = ("title", "drafter", "version", "due", "note", "recipients")
_COMMENT = ("author", "gist", "answer", "at")
_INDICATOR = (
    "name", "unit", "last_result", "superior_target", "superior_unit", "own_target", "note",
)  # fmt: skip


def task_row(task: Task) -> Row:
    """Return the columns of a task without id and place."""
    return text_columns(task, _TASK) | {"state": task.state.value, "text_id": task.text_id or None}


def text_row(text: CongressText) -> Row:
    """Return the columns of a text without id and place."""
    return text_columns(text, _TEXT) | {"state": text.state.value}


def comment_row(comment: TextComment) -> Row:
    """Return the columns of a comment without id."""
    return text_columns(comment, _COMMENT) | {
        "text_id": comment.text_id,
        "taken": comment.taken.value,
    }


def indicator_row(indicator: Indicator) -> Row:
    """Return the columns of a target without id and place."""
    return text_columns(indicator, _INDICATOR)


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
