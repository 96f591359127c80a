"""The act that takes over the usual preparation of a kind of congress."""

from __future__ import annotations

from dataclasses import dataclass, replace

from congress_desk.domain.preparation.task import Task
from congress_desk.domain.preparation.template import PreparationTemplate, dated, title_keys
from congress_desk.domain.preparation.text import CongressText
from congress_desk.domain.text.clean_text import fold
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.congress import congress
from congress_desk.storage.act import Act
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading import preparation as reading_preparation
from congress_desk.storage.rows.preparation import task_row, text_row


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenOver:
    """How many tasks and texts were added, and how many without a deadline got one."""

    tasks: int
    texts: int
    dated: int


def apply_preparation(
    file: CongressFile, template: PreparationTemplate, *, actor: str
) -> TakenOver | Refusal:
    """Add the tasks and texts of a template, due so many days before the congress or after it.

    What has the same title is not added again; it gets the deadline where it has none.
    """
    details = congress(file).details
    found = dated(template, details.starts, details.ends)
    plan = _Plan(file, found)
    if not (plan.new_tasks or plan.new_texts or plan.undated):
        return refuse("preparation_template_taken")
    with file.act("apply_preparation", actor=actor, title=template.title) as act:
        numbers = plan.write_texts(act)
        plan.write_tasks(act, numbers)
        for table, row_id, due in plan.undated:
            act.update(table, row_id, due=due)
        act.tell(tasks=len(plan.new_tasks), texts=len(plan.new_texts))
    return TakenOver(tasks=len(plan.new_tasks), texts=len(plan.new_texts), dated=len(plan.undated))


class _Plan:
    """What of a template is not in the file yet."""

    def __init__(self, file: CongressFile, template: PreparationTemplate) -> None:
        self._tasks, self._texts = reading_preparation.tasks(file), reading_preparation.texts(file)
        self._last = {
            table: reading_preparation.last_place(file, table)
            for table in ("task", "congress_text")
        }
        self._known_texts = title_keys(self._texts)
        self._template_texts = [each.text for each in template.texts]
        self._template_tasks = [each.task for each in template.tasks]
        known_tasks = title_keys(self._tasks)
        self.new_tasks = [t for t in self._template_tasks if fold(t.title) not in known_tasks]
        self.new_texts = [t for t in self._template_texts if fold(t.title) not in self._known_texts]
        self.undated = [
            *_undated("task", self._tasks, self._template_tasks),
            *_undated("congress_text", self._texts, self._template_texts),
        ]

    def write_texts(self, act: Act) -> dict[int, int]:
        """Insert the new texts; return the id in the file of each text of the template."""
        numbers = {t.id: self._known_texts.get(fold(t.title), 0) for t in self._template_texts}
        for place, text in enumerate(self.new_texts, start=self._last["congress_text"] + 1):
            row = text_row(text)
            numbers[text.id] = act.insert("congress_text", place=place, **row)
        return numbers

    def write_tasks(self, act: Act, numbers: dict[int, int]) -> None:
        """Insert the new tasks, each about its text in the file."""
        for place, task in enumerate(self.new_tasks, start=self._last["task"] + 1):
            linked = replace(task, text_id=numbers.get(task.text_id, 0))
            act.insert("task", place=place, done_at="", **_without_done(linked))


def _without_done(task: Task) -> dict[str, object]:
    return {name: value for name, value in task_row(task).items() if name != "done_at"}


def _undated(
    table: str,
    known: tuple[Task, ...] | tuple[CongressText, ...],
    wanted: list[Task] | list[CongressText],
) -> list[tuple[str, int, str]]:
    days = {fold(record.title): record.due for record in wanted if record.due}
    return [
        (table, record.id, days[fold(record.title)])
        for record in known
        if not record.due and fold(record.title) in days
    ]
