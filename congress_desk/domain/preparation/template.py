"""A preparation ready to be taken over: tasks and texts with deadlines counted back in days."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from congress_desk.domain.preparation.task import Task
from congress_desk.domain.preparation.text import CongressText
from congress_desk.domain.text.clean_text import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateTask:
    """A task due so many days before the first day, or after the last one (0 or negative).

    `task.text_id` is the number of a text of the template, from 1, 0 none.
    """

    task: Task
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateText:
    """A text due so many days before the first day of the congress."""

    text: CongressText
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparationTemplate:
    """The usual preparation of one kind of congress."""

    key: str
    title: str
    tasks: tuple[TemplateTask, ...]
    texts: tuple[TemplateText, ...]


def read_template(text: str, *, key: str) -> PreparationTemplate:
    """Read a template; KeyError or ValueError on a file that is none."""
    tree = tomllib.loads(text)
    texts = tuple(_text(number, entry) for number, entry in enumerate(tree["text"], start=1))
    numbers = {entry["key"]: number for number, entry in enumerate(tree["text"], start=1)}
    tasks = tuple(
        _task(entry, section["name"], numbers)
        for section in tree["section"]
        for entry in section["task"]
    )
    return PreparationTemplate(key=key, title=tree["title"], tasks=tasks, texts=texts)


def day_before(first_day: str, days: int) -> str:
    """Return the day so many days before the first one (ISO, a time may follow); "" unknown."""
    try:
        return str(date.fromisoformat(first_day[:10]) - timedelta(days=days))
    except (ValueError, OverflowError):
        return ""


def dated(template: PreparationTemplate, first_day: str, last_day: str = "") -> PreparationTemplate:
    """Return the template with the deadlines of a congress that begins on `first_day`.

    What is to do once it is over is due so many days after its last.
    """
    last_day = last_day or first_day
    return replace(
        template,
        tasks=tuple(
            replace(t, task=replace(t.task, due=day_before(_from(t, first_day, last_day), t.days)))
            for t in template.tasks
        ),
        texts=tuple(
            replace(t, text=replace(t.text, due=day_before(first_day, t.days)))
            for t in template.texts
        ),
    )


def _from(wanted: TemplateTask, first_day: str, last_day: str) -> str:
    return first_day if wanted.days > 0 else last_day


def title_keys(records: Iterable[Task | CongressText]) -> dict[str, int]:
    """Return the id of each record by its folded title: the same title is the same thing."""
    return {fold(record.title): record.id for record in records}


def _task(entry: Mapping[str, Any], section: str, numbers: Mapping[str, int]) -> TemplateTask:
    text = entry.get("text", "")
    task = Task(
        section=section,
        title=entry["title"],
        note=entry.get("note", ""),
        text_id=numbers[text] if text else 0,
    )
    return TemplateTask(task=task, days=entry["days"])


def _text(number: int, entry: Mapping[str, Any]) -> TemplateText:
    text = CongressText(id=number, title=entry["title"], note=entry.get("note", ""))
    return TemplateText(text=text, days=entry["days"])
