"""Acts on the tasks of the preparation: add, change, move and close them, one or many at a time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from congress_desk.actions.row_order import insert_after, order_refusal, write_order
from congress_desk.actions.text_limits import shortened, too_long
from congress_desk.domain.preparation.progress import day_due
from congress_desk.domain.preparation.task import Task, TaskState
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.domain.text.limits import LONG_TEXT_LIMIT, NAME_LIMIT, TEXT_LIMIT
from congress_desk.errors import Refusal, refuse
from congress_desk.storage.act import Act
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading import preparation as reading_preparation
from congress_desk.storage.rows.preparation import task_row

# What can be set for many tasks in one act.
BULK_FIELDS = ("answerable", "due", "section", "helpers")
_SEVERAL = re.compile(r"[;,/&+\n]|\s+(?:và|với|cùng)\s+", re.IGNORECASE)
_LIMITS = {
    "title": TEXT_LIMIT,
    "section": NAME_LIMIT,
    "answerable": NAME_LIMIT,
    "helpers": LONG_TEXT_LIMIT,
    "note": LONG_TEXT_LIMIT,
}


def add_task(file: CongressFile, task: Task, *, after: int = 0, actor: str) -> Task | Refusal:
    """Add a task after another one; `after` 0 is at the end."""
    refusal = _check(file, task)
    if refusal:
        return refusal
    with file.act("add_task", actor=actor, title=shortened(task.title)) as act:
        row = task_row(task) | {"done_at": _done_at(task, Task(title="–"), act.at)}
        added = insert_after(act, "task", row, after, reading_preparation.places(file, "task"))
    return task_or_refusal(file, added)


def edit_task(file: CongressFile, task: Task, *, actor: str) -> Task | Refusal:
    """Change a task; when it was done follows its state."""
    found = task_or_refusal(file, task.id)
    refusal = found if isinstance(found, Refusal) else _check(file, task)
    if isinstance(found, Refusal) or refusal:
        return refusal or found
    with file.act("edit_task", actor=actor, title=shortened(task.title)) as act:
        _write(act, found, task)
    return task_or_refusal(file, task.id)


def edit_tasks(
    file: CongressFile, ids: Sequence[int], changes: Mapping[str, str], *, actor: str
) -> int | Refusal:
    """Set the same answerable person, deadline, section or helpers for many; return how many.

    ValueError for any other field.
    """
    if not set(changes) <= set(BULK_FIELDS):
        raise ValueError(sorted(changes))
    found = _tasks(file, ids)
    if isinstance(found, Refusal):
        return found
    cleaned: dict[str, Any] = {name: clean_text(value) for name, value in changes.items()}
    changed = [replace(task, **cleaned) for task in found]
    refusal = next(filter(None, (_check(file, task) for task in changed)), None)
    if refusal:
        return refusal
    with file.act("edit_tasks", actor=actor, count=len(found)) as act:
        for before, after in zip(found, changed, strict=True):
            _write(act, before, after)
    return len(found)


def set_task_state(
    file: CongressFile,
    ids: Sequence[int],
    state: TaskState,
    *,
    on_time: bool = False,
    actor: str,
) -> int | Refusal:
    """Say how tasks stand; return how many stood otherwise. What is done gets the time of it.

    `on_time`: it was done on its day, as in the example, whose months before are told at once.
    """
    found = _tasks(file, ids)
    if isinstance(found, Refusal):
        return found
    moving = [task for task in found if task.state is not state]
    if not moving:
        return 0
    with file.act("set_task_state", actor=actor, count=len(moving)) as act:
        act.tell(title=shortened(moving[0].title), state=f"task_state.{state.value}")
        for task in moving:
            at = task.due if on_time else ""
            _write(act, task, replace(task, state=state), at=at)
    return len(moving)


def remove_tasks(file: CongressFile, ids: Sequence[int], *, actor: str) -> int | Refusal:
    """Take tasks out of the plan; the journal keeps them. Returns how many."""
    found = _tasks(file, ids)
    if isinstance(found, Refusal):
        return found
    with file.act("remove_tasks", actor=actor, count=len(found)) as act:
        act.tell(title=shortened(found[0].title))
        for task in found:
            act.delete("task", task.id)
    return len(found)


def order_tasks(file: CongressFile, ids: Sequence[int], *, actor: str) -> int | Refusal:
    """Put the tasks in this order: every one of them once."""
    places = reading_preparation.places(file, "task")
    refusal = order_refusal(ids, places)
    if refusal:
        return refusal
    with file.act("order_tasks", actor=actor) as act:
        write_order(act, "task", ids, places)
    return len(ids)


def task_or_refusal(file: CongressFile, task_id: int) -> Task | Refusal:
    """Return a task of the plan; refused when there is none of this id, or it was removed."""
    found = next((task for task in reading_preparation.tasks(file) if task.id == task_id), None)
    return found or refuse("task_unknown")


def _tasks(file: CongressFile, ids: Iterable[int]) -> list[Task] | Refusal:
    known = {task.id: task for task in reading_preparation.tasks(file)}
    wanted = list(dict.fromkeys(ids))
    if not wanted or any(number not in known for number in wanted):
        return refuse("task_unknown")
    return [known[number] for number in wanted]


def _write(act: Act, before: Task, after: Task, *, at: str = "") -> None:
    row = task_row(after) | {"done_at": _done_at(after, before, at or act.at)}
    act.update("task", before.id, **row)


def _done_at(task: Task, before: Task, now: str) -> str:
    if task.state is not TaskState.DONE:
        return ""
    return before.done_at if before.state is TaskState.DONE else now


def _check(file: CongressFile, task: Task) -> Refusal | None:
    """Refuse a task without a title, with two people answerable, a day or a text that is none."""
    if not clean_text(task.title):
        return refuse("task_title_missing")
    if _SEVERAL.search(task.answerable.strip()):
        return refuse("task_several_answerable", names=clean_text(task.answerable))
    if task.due and day_due(task.due) is None:
        return refuse("task_day_wrong", day=task.due)
    if task.text_id and task.text_id not in reading_preparation.places(file, "congress_text"):
        return refuse("congress_text_unknown")
    limits = (too_long(getattr(task, name), most) for name, most in _LIMITS.items())
    return next(filter(None, limits), None)
