"""A piece of preparation, for which one person answers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class TaskState(StrEnum):
    """Where a piece of preparation stands."""

    OPEN = "open"
    DOING = "doing"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A piece of preparation (đầu việc chuẩn bị): one person answers for it.

    `answerable` is a name, empty while nobody is named; `helpers` are names apart by "; "; `due` is
    YYYY-MM-DD or empty; `done_at` an ISO time; `text_id` the text it is about, 0 none.
    """

    id: int = 0
    section: str = ""
    title: str
    answerable: str = ""
    helpers: str = ""
    due: str = ""
    state: TaskState = TaskState.OPEN
    done_at: str = ""
    text_id: int = 0
    note: str = ""
