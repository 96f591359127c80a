"""One field of a task, a text or a target set as its cell or card has it: one act, none if same."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from congress_desk.actions.preparation.indicators import edit_indicator, indicator_or_refusal
from congress_desk.actions.preparation.tasks import edit_task, set_task_state, task_or_refusal
from congress_desk.actions.preparation.texts import edit_text, text_or_refusal
from congress_desk.errors import Refusal
from congress_desk.storage.congress_file import CongressFile


def edit_task_field(
    file: CongressFile, task_id: int, name: str, value: Any, *, actor: str
) -> Any | Refusal:
    """Set one field of a task as the file has it now; another cell's edit is not undone."""
    found = task_or_refusal(file, task_id)
    if isinstance(found, Refusal) or getattr(found, name) == value:
        return found
    if name == "state":
        return set_task_state(file, [task_id], value, actor=actor)
    return edit_task(file, replace(found, **{name: value}), actor=actor)


def edit_text_field(
    file: CongressFile, text_id: int, name: str, value: Any, *, actor: str
) -> Any | Refusal:
    """Set one field of a text as the file has it now."""
    found = text_or_refusal(file, text_id)
    if isinstance(found, Refusal) or getattr(found, name) == value:
        return found
    return edit_text(file, replace(found, **{name: value}), actor=actor)


def edit_indicator_field(
    file: CongressFile, indicator_id: int, name: str, value: Any, *, actor: str
) -> Any | Refusal:
    """Set one field of a target as the file has it now."""
    found = indicator_or_refusal(file, indicator_id)
    if isinstance(found, Refusal) or getattr(found, name) == value:
        return found
    return edit_indicator(file, replace(found, **{name: value}), actor=actor)
