"""The tab of tasks: who answers for what by when, and how it stands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Signal

from congress_desk.actions.preparation.one_field import edit_task_field
from congress_desk.actions.preparation.tasks import (
    BULK_FIELDS,
    add_task,
    edit_tasks,
    order_tasks,
    remove_tasks,
    set_task_state,
)
from congress_desk.domain.preparation.task import Task, TaskState
from congress_desk.i18n import tr
from congress_desk.queries.preparation import PreparationView
from congress_desk.ui.desks.preparation.task_fields import task_fields, task_lists
from congress_desk.ui.messages import Messages
from congress_desk.ui.records.fields.field import RecordField
from congress_desk.ui.records.forms.record_dialog import BulkDialog, titles_text
from congress_desk.ui.records.record_acts import RecordActs
from congress_desk.ui.records.record_tab import RecordTab
from congress_desk.ui.widgets.screen_acts import Acts

# Columns that a narrow table leaves out, and below which width: the card says both.
LEFT_OUT = {"helpers": 1500, "section": 1150, "state": 900}


class TasksTab(RecordTab):
    """`template_wanted` when more is to be taken over from a template."""

    template_wanted = Signal()

    def __init__(self, acts: Acts, messages: Messages) -> None:
        super().__init__(
            "tasks",
            tr("Tasks of the preparation"),
            tr("Task, name, section or note; no accents needed"),
            ("add", "done", "bulk", "up", "down", "remove", "template"),
            alone=("add", "template"),
            left_out=LEFT_OUT,
        )
        self.acts = RecordActs(self, acts, messages, edit=edit_task_field, order=order_tasks)
        self._fields: tuple[RecordField, ...] = ()
        self.wanted.connect(self._on_wanted)

    def show_view(self, view: PreparationView, today: date) -> None:
        """Show the tasks of the file."""
        self._fields = task_fields(view, today)
        self.acts.show_fields(self._fields)
        self.show_records(self._fields, view.tasks)
        self.show_lists(task_lists(view, today))

    def _on_wanted(self, what: str, tasks: tuple[Task, ...]) -> None:
        forms: dict[str, Callable[[], None]] = {
            "add": self._add,
            "done": lambda: self._close(tasks),
            "bulk": lambda: self._bulk(tasks),
            "up": lambda: self.acts.move(-1),
            "down": lambda: self.acts.move(1),
            "remove": lambda: self._remove(tasks),
            "template": self.template_wanted.emit,
        }
        forms[what]()

    def _add(self) -> None:
        beside: Task | None = self.current
        start = Task(title="", section=beside.section if beside else "")
        dialog = self.acts.ask_new(tr("Add a task"), tr("Add the task"), add_task, Task, start)
        dialog.saved.connect(lambda _: self.acts.done.emit())

    def _close(self, tasks: tuple[Task, ...]) -> None:
        """Mark the selected as done; when all are, they are open again."""
        done = all(task.state is TaskState.DONE for task in tasks)
        state = TaskState.OPEN if done else TaskState.DONE
        self.acts.run(set_task_state, [task.id for task in tasks], state)

    def _bulk(self, tasks: tuple[Task, ...]) -> None:
        ids = [task.id for task in tasks]
        fields = [field for field in self._fields if field.name in BULK_FIELDS]

        def act(name: str, value: Any) -> tuple[Any, tuple[Any, ...]]:
            return edit_tasks, (ids, {name: value})

        title = tr("Set for {count} tasks", count=len(tasks))
        who = (tr("Tasks"), titles_text(tasks))
        BulkDialog(self.acts.acts, title, fields, tasks, act, self, who=who).open()

    def _remove(self, tasks: tuple[Task, ...]) -> None:
        self.acts.ask_remove(
            tr("Remove {count} tasks from the plan?", count=len(tasks))
            if len(tasks) > 1
            else tr("Remove this task from the plan?"),
            tr(
                "{title}. The journal keeps what is removed; a task that is only not done any more"
                " can be marked as dropped instead.",
                title=tasks[0].title,
            ),
            tr("Remove from the plan"),
            remove_tasks,
            [task.id for task in tasks],
        )
