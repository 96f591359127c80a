"""The tab that says who carries how much, with the tasks of the person beside it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from congress_desk.domain.preparation.progress import Load, loads, standing
from congress_desk.domain.preparation.task import Task
from congress_desk.i18n import tr
from congress_desk.queries.preparation import PreparationView
from congress_desk.ui.desks.preparation.task_fields import standing_field
from congress_desk.ui.look import theme
from congress_desk.ui.records.fields.field import day_text
from congress_desk.ui.records.table_model import RecordTableModel, Sign, TableColumn
from congress_desk.ui.records.tables.data_table import DataTable
from congress_desk.ui.widgets.elided_label import ElidedLabel
from congress_desk.ui.widgets.layout.layouts import column_in, column_of
from congress_desk.ui.widgets.layout.turning_row import TurningRow


class LoadTab(QWidget):
    """`person_wanted` carries the name whose tasks are to be shown, "" for those of nobody."""

    person_wanted = Signal(str)
    task_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        model = RecordTableModel(_columns(), self)
        self.table = DataTable("loadTable", tr("Workload"), model, long=(0,))
        self._task_model = RecordTableModel((), self)
        self._today = date.min
        self.tasks = DataTable(
            "loadTasksTable", tr("Tasks of the person"), self._task_model, long=(0,)
        )
        self.title = ElidedLabel(role="section")
        self.table.current_changed.connect(self._on_person)
        self.table.chosen.connect(lambda load: self.person_wanted.emit(load.name))
        self.tasks.chosen.connect(lambda task: self.task_wanted.emit(task.id))
        self._lay_out()

    def show_view(self, view: PreparationView, today: date) -> None:
        """Show what everybody carries today."""
        self._task_model.columns = _task_columns(today)
        self._today = today
        self.table.show_records(
            loads(view.tasks, today), same=lambda old, new: bool(old.name == new.name)
        )

    def _on_person(self, load: Load | None) -> None:
        self.title.set_whole(_title(load) if load else "")
        tasks: Sequence[Task] = load.tasks if load else ()
        # What is still to do comes first, each part in the order of the plan.
        tasks = sorted(tasks, key=lambda task: not standing(task, self._today).is_open)
        self.tasks.show_records(tasks, same=lambda old, new: bool(old.id == new.id))

    def _lay_out(self) -> None:
        right = column_of(self.title, (self.tasks, 1))
        left = QVBoxLayout()
        left.setSpacing(theme.px(8))
        hint = theme.subtitle(tr("Enter shows the tasks of a person, ready to be changed."))
        left.addWidget(hint)
        left.addWidget(self.table, 1)
        column_in(self, TurningRow((left, 13), (right, 9), spacing=20), margins=(0, 8, 0, 0))


def _title(load: Load) -> str:
    return load.name or tr("Nobody is responsible for these yet")


def _columns() -> tuple[TableColumn, ...]:
    return (
        TableColumn(
            title=tr("Responsible"),
            text=lambda x: x.name or tr("nobody yet"),
            sign=lambda x: None if x.name else Sign(icon="triangle-alert", tone="look"),
            strong=lambda x: not x.name,
        ),
        TableColumn(title=tr("To do"), text=lambda x: str(x.open), number=True),
        TableColumn(
            title=tr("Late"),
            text=lambda x: str(x.late) if x.late else "–",
            number=True,
            sign=lambda x: Sign(icon="octagon-alert", tone="wrong") if x.late else None,
            tone=lambda x: "wrong" if x.late else "muted",
            strong=lambda x: bool(x.late),
        ),
        TableColumn(title=tr("This week"), text=lambda x: str(x.this_week or "–"), number=True),
        TableColumn(title=tr("Done"), text=lambda x: str(x.done or "–"), number=True),
        TableColumn(title=tr("Helps in"), text=lambda x: str(x.helps or "–"), number=True),
    )


def _task_columns(today: date) -> tuple[TableColumn, ...]:
    return (
        TableColumn(title=tr("Task"), text=lambda t: t.title),
        TableColumn(title=tr("Deadline"), text=lambda t: day_text(t.due)),
        standing_field(today).shown(),
    )
