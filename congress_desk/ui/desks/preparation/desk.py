"""The preparation desk: tasks, texts, targets, and who carries how much of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtWidgets import (
    QStackedWidget,
    QTabWidget,
    QWidget,
)

from congress_desk.domain.preparation.progress import progress
from congress_desk.i18n import tr
from congress_desk.queries.preparation import PreparationView, preparation_view
from congress_desk.ui.commands import Commands, add_part_keys
from congress_desk.ui.desk import Desk, DeskPlace
from congress_desk.ui.desks.preparation.load_tab import LoadTab
from congress_desk.ui.desks.preparation.targets_tab import TargetsTab
from congress_desk.ui.desks.preparation.tasks_tab import TasksTab
from congress_desk.ui.desks.preparation.template_panel import (
    FirstSteps,
    TemplateDialog,
    taken_words,
)
from congress_desk.ui.desks.preparation.texts_tab import TextsTab
from congress_desk.ui.look import theme
from congress_desk.ui.messages import Messages
from congress_desk.ui.session import Session
from congress_desk.ui.widgets.buttons import command_button
from congress_desk.ui.widgets.layout.layouts import column_in, column_of, row_of
from congress_desk.ui.widgets.notice import Notice
from congress_desk.ui.widgets.screen_acts import Acts

TASKS, TEXTS, TARGETS, LOAD = range(4)


class PreparationDesk(Desk):
    """Reads the preparation once for all tabs; `clock` says what today is."""

    def __init__(
        self,
        session: Session,
        messages: Messages,
        parent: QWidget | None = None,
        *,
        clock: Callable[[], datetime] = datetime.now,
    ) -> None:
        super().__init__(session, parent)
        self._session, self._messages, self.clock = session, messages, clock
        self._acts = Acts(session, self)
        self._view: PreparationView | None = None
        self._export: Any = None
        self.notice = Notice()
        self.tasks = TasksTab(self._acts, messages)
        self._texts: TextsTab | None = None
        self._targets: TargetsTab | None = None
        self._texts_page, self._targets_page = QWidget(), QWidget()
        self.load = LoadTab()
        self._first: FirstSteps | None = None
        self.figures = theme.subtitle()
        self.commands = self._make_commands()
        self.commands.refused.connect(self.notice.say_refused)
        self.report = command_button(self.commands, "report", name="progressReport", role="primary")
        self.tabs, self._body = QTabWidget(), QStackedWidget()
        self.tabs.setAccessibleName(tr("Parts of this page"))
        self._lay_out()
        self._connect()

    @property
    def texts(self) -> TextsTab:
        """The texts of the congress, made when they are first looked at."""
        if self._texts is None:
            self._texts = TextsTab(self._acts, self._messages)
            self._put(self._texts, self._texts_page)
            if self._view is not None:
                self._texts.show_view(self._view, self.clock().date())
        return self._texts

    @property
    def targets(self) -> TargetsTab:
        """The targets of the congress, made when they are first looked at."""
        if self._targets is None:
            self._targets = TargetsTab(self._acts, self._messages)
            self._put(self._targets, self._targets_page)
            if self._view is not None:
                self._targets.show_view(self._view)
        return self._targets

    def _put(self, tab: TextsTab | TargetsTab, page: QWidget) -> None:
        self._hear(tab)
        column_in(page, tab, spacing=None)

    def _hear(self, tab: TasksTab | TextsTab | TargetsTab) -> None:
        tab.acts.tell(self.notice)

    @property
    def first(self) -> FirstSteps:
        """What to do first, made when nothing is prepared yet."""
        if self._first is None:
            self._first = FirstSteps(self._acts)
            self._first.done.connect(self._on_taken)
            self._first.add_wanted.connect(lambda: self.tasks.ask("add"))
            self._body.addWidget(self._first)
        return self._first

    def _make_commands(self) -> Commands:
        return Commands(
            "preparation", self, {"report": self.write_report}, why_not=lambda name: self._why_not()
        )

    def _why_not(self) -> str:
        empty = self._view is None or self._view.empty
        return tr("Nothing is planned yet") if empty else ""

    def refresh(self) -> None:
        """Read the preparation again."""
        self.reader.ask(preparation_view, done=self._show)

    def show_task(self, task_id: int) -> None:
        """Go to a task, whatever is filtered."""
        self.tabs.setCurrentIndex(TASKS)
        self.tasks.show_only()
        self.tasks.go_to_when_shown(task_id)

    def show_place(self, place: DeskPlace) -> None:
        """Be shown at a "task" or a "text", asked for from another desk."""
        if place.part == "task":
            self.show_task(place.record)
        if place.part != "text":
            return
        self.tabs.setCurrentIndex(TEXTS)
        self.texts.show_only()
        self.texts.go_to_when_shown(place.record)

    def write_report(self) -> None:
        """Ask where the progress report is to be, and write it as PDF and as DOCX."""
        if self._view is None or self._view.empty:
            return
        from congress_desk.papers.paper import PLAIN
        from congress_desk.papers.preparation import progress_report_paper
        from congress_desk.ui.parts.paper_export import PaperExport

        if self._export is None:
            self._export = PaperExport(self._session, self._messages, self, self.notice)
        title, paper = tr("Progress report on the preparation"), progress_report_paper()
        self._export.ask(
            title, paper.file_name, "PDF (*.pdf)", lambda _: (paper, PLAIN), beside=(".docx",)
        )

    def idle(self) -> bool:
        """Say whether nothing is being read or written."""
        return self._session.idle() and (self._export is None or self._export.idle())

    def _show(self, view: PreparationView) -> None:
        self._view = view
        today = self.clock().date()
        turned = self._body.currentIndex() != int(view.empty)
        if view.empty:
            self.first.choice.show_view(view)
        self._body.setCurrentIndex(int(view.empty))
        self.commands.refresh()
        self.report.setHidden(view.empty)
        self.tasks.show_view(view, today)
        if self._texts is not None:
            self._texts.show_view(view, today)
        if self._targets is not None:
            self._targets.show_view(view)
        self.load.show_view(view, today)
        self._tell_figures(view)
        target = self.first.choice.list if view.empty else self._target()
        self.keep_keyboard(target, anew=turned)

    def _tell_figures(self, view: PreparationView) -> None:
        found = progress(view.tasks, self.clock().date())
        words = tr(
            "{done} of {total} tasks done · {late} late · {week} due this week · {nobody} without"
            " anybody answerable",
            done=found.done,
            total=found.total,
            late=found.late,
            week=found.this_week,
            nobody=found.unassigned,
        )
        self.figures.setText(
            words if view.tasks else tr("Each task has one person responsible for it.")
        )

    def _target(self) -> QWidget:
        tab = self.tabs.currentIndex()
        if tab in (TASKS, LOAD):
            return self.tasks.table if tab == TASKS else self.load.table
        return self.texts.table if tab == TEXTS else self.targets.table

    def _on_person(self, name: str) -> None:
        self.tabs.setCurrentIndex(TASKS)
        self.tasks.show_only(name, "" if name else tr("Nobody responsible"))

    def _on_template(self) -> None:
        if self._view is not None:
            dialog = TemplateDialog(self._acts, self._view, self)
            dialog.saved.connect(self._on_taken)
            dialog.open()

    def _on_taken(self, value: Any) -> None:
        if self.notice.show_answer(value):
            self.notice.say("holds", taken_words(value))

    def _connect(self) -> None:
        self._hear(self.tasks)
        self.tabs.currentChanged.connect(lambda _: self._target())
        self.tasks.template_wanted.connect(self._on_template)
        self.load.person_wanted.connect(self._on_person)
        self.load.task_wanted.connect(self.show_task)
        add_part_keys(self, self.tabs.tabBar(), self._show_tab)

    def _show_tab(self, tab: int) -> None:
        self.tabs.setCurrentIndex(tab)
        self._target().setFocus()

    def _lay_out(self) -> None:
        self.tabs.setDocumentMode(True)
        self.tabs.setObjectName("preparationTabs")
        head = column_of(theme.heading(tr("Preparation")), self.figures, spacing=4)
        top = row_of((head, 1), self.report, spacing=None)
        column_in(self, top, self.notice, (self._body, 1), margins=(20, 16, 20, 12))
        self._body.addWidget(self.tabs)
        for tab, words in (
            (self.tasks, tr("Tasks")),
            (self._texts_page, tr("Texts")),
            (self._targets_page, tr("Targets")),
            (self.load, tr("Workload")),
        ):
            self.tabs.addTab(tab, words)
