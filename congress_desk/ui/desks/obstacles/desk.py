"""The obstacles desk: what is in the way, who answers for it, and the report to the superior."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from congress_desk.actions.obstacles import resolve_obstacle
from congress_desk.domain.obstacles import Obstacle, ObstacleState, counts, is_in_the_way
from congress_desk.i18n import tr
from congress_desk.keys.names import use_name
from congress_desk.queries.obstacles import ObstaclesView, obstacles_view
from congress_desk.ui.commands import Commands, add_part_keys
from congress_desk.ui.desk import Desk, DeskPlace
from congress_desk.ui.desks.obstacles.answer_dialog import (
    AnswerDialog,
    remove_dialog,
    reopen_dialog,
)
from congress_desk.ui.desks.obstacles.capture import Capture
from congress_desk.ui.desks.obstacles.card import ObstacleCard
from congress_desk.ui.desks.obstacles.obstacle_list import (
    ObstacleFilter,
    ObstacleTable,
    same_obstacle,
)
from congress_desk.ui.desks.obstacles.report_dialog import ReportDialog
from congress_desk.ui.desks.obstacles.report_export import ReportExport
from congress_desk.ui.desks.obstacles.words import ObstacleRow
from congress_desk.ui.look import theme
from congress_desk.ui.messages import Messages
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.session import Session
from congress_desk.ui.widgets.buttons import command_button
from congress_desk.ui.widgets.layout.empty_state import EmptyState
from congress_desk.ui.widgets.layout.flow_layout import flowing
from congress_desk.ui.widgets.layout.layouts import column_in
from congress_desk.ui.widgets.layout.page_head import PageHead
from congress_desk.ui.widgets.layout.pages import lay_out_page
from congress_desk.ui.widgets.layout.turning_row import TurningRow, fix_width
from congress_desk.ui.widgets.notice import Notice
from congress_desk.ui.widgets.screen_acts import Acts

CARD_WIDTH = 420
# Beside the card: the width from which the list says the agenda item too.
PLACE_LEAST = 820
TICK_MS = 20_000
OFFERED = ("answer", "resolve", "reopen", "edit", "remove", "", "add", "report")


class ObstaclesDesk(Desk):
    """Enter on an obstacle writes down its answer, the key for ticking says it is resolved."""

    def __init__(
        self,
        session: Session,
        messages: Messages,
        parent: QWidget | None = None,
        *,
        clock: Callable[[], datetime] = datetime.now,
    ) -> None:
        super().__init__(session, parent)
        self._clock = clock
        self._acts = Acts(session, self)
        self.capture = Capture(session, self, clock=clock)
        self.report = ReportExport(session, self, clock=clock)
        self._view: ObstaclesView | None = None
        self._wanted = 0
        self.head, self.notice = PageHead(self), Notice()
        self.filter, self.table = ObstacleFilter(), ObstacleTable(clock)
        self.card = ObstacleCard()
        self._none_here = theme.subtitle(tr("None here; choose another list above."))
        self._body, self._list = QStackedWidget(), QStackedWidget()
        self._tick = QTimer(self, interval=TICK_MS)
        self.commands = self._make_commands()
        self._tools = self._make_tools()
        self._lay_out()
        self._connect()
        add_part_keys(self, self.filter, self.filter.setCurrentIndex)
        self.commands.refused.connect(self.notice.say_refused)
        self.commands.offer_in(self.table, OFFERED)

    def activate(self) -> None:
        """Be shown: read the obstacles."""
        self._tick.start()
        self.refresh()

    def refresh(self) -> None:
        """Read the obstacles again; the one chosen stays."""
        self.reader.ask(obstacles_view, done=self._on_read)

    def show_obstacle(self, obstacle_id: int) -> None:
        """Choose this obstacle, as soon as they are read."""
        self._wanted = obstacle_id
        self.refresh()

    def show_place(self, place: DeskPlace) -> None:
        """Be shown at an obstacle, asked for from another desk."""
        if place.record:
            self.show_obstacle(place.record)

    def _on_read(self, view: ObstaclesView) -> None:
        self._view = view
        self.filter.show_counts(counts(view.obstacles))
        some = bool(view.obstacles)
        sentence = tr(
            "Choose an obstacle; Enter records its answer, {key} marks it as resolved.",
            key=use_name("tick"),
        )
        self.head.show_words(tr("Obstacles"), sentence if some else "")
        first = some and self._body.currentIndex() == 1
        self._body.setCurrentIndex(0 if some else 1)
        self._tools.setVisible(some)
        wanted = next((o for o in view.obstacles if o.id == self._wanted), None)
        if wanted is not None:
            self.filter.show_with(wanted)
        self._show_rows()
        if first:
            # Hidden, the empty page's button would hand the keyboard to the filter.
            self.table.setFocus()
        else:
            self.keep_keyboard(self.table if some else self._first)

    def _show_rows(self) -> None:
        if self._view is None:
            return
        rows = tuple(
            ObstacleRow(obstacle=found, place=self._view.place(found))
            for found in self._view.obstacles
            if self.filter.shows(found)
        )
        self._list.setCurrentIndex(0 if rows else 1)
        self.card.setVisible(bool(rows))
        self.table.show_records(rows, same=same_obstacle)
        for place, row in enumerate(rows):
            if row.obstacle.id == self._wanted:
                self.table.select_row(place)
        self._wanted = 0
        self._show_current()

    def _show_current(self) -> None:
        row: ObstacleRow | None = self.table.current
        self.commands.refresh()
        if row is not None:
            self.card.show_row(row, self._clock())

    def _current(self) -> Obstacle | None:
        row: ObstacleRow | None = self.table.current
        return row.obstacle if row else None

    def _on_filter(self) -> None:
        self._show_rows()

    def _on_tick(self) -> None:
        """Let how long it is go on; nothing is read again."""
        if self.isVisible():
            self.table.viewport().update()
            self._show_current()

    def _on_answer(self) -> None:
        obstacle = self._current()
        if obstacle is not None:
            self._open(AnswerDialog(self._acts, obstacle, self))

    def _on_resolve(self) -> None:
        obstacle = self._current()
        if obstacle is not None and is_in_the_way(obstacle):
            self._acts.run(resolve_obstacle, obstacle.id, done=self.notice.show_answer)

    def _on_reopen(self) -> None:
        obstacle = self._current()
        if obstacle is not None and obstacle.state is not ObstacleState.OPEN:
            self._open(reopen_dialog(self._acts, obstacle, self))

    def _on_edit(self) -> None:
        obstacle = self._current()
        if obstacle is not None and self._view is not None:
            place = self._view.places.get(obstacle.item_id, "")
            self.capture.change(obstacle, place)

    def _on_remove(self) -> None:
        obstacle = self._current()
        if obstacle is not None:
            self._open(remove_dialog(self._acts, obstacle, self))

    def _open(self, dialog: FormDialog) -> None:
        dialog.saved.connect(self._on_saved)
        dialog.open()

    def _on_saved(self, obstacle: Obstacle) -> None:
        self.notice.hide()
        self._wanted = obstacle.id
        self.table.setFocus()

    def _on_report(self) -> None:
        if self._view is not None and self._view.obstacles:
            self.notice.hide()
            self.report.start()

    def _on_report_made(self, spoken: str, files: tuple[Path, ...]) -> None:
        ReportDialog(spoken, files, self).open()

    def _connect(self) -> None:
        self._tick.timeout.connect(self._on_tick)
        self.capture.saved.connect(self._on_saved)
        self.filter.currentChanged.connect(lambda _: self._on_filter())
        self.table.chosen.connect(lambda _: self._on_answer())
        self.table.current_changed.connect(lambda _: self._show_current())
        self.card.answer_wanted.connect(self._on_answer)
        self.card.resolve_wanted.connect(self._on_resolve)
        self.card.reopen_wanted.connect(self._on_reopen)
        self.report.made.connect(self._on_report_made)
        self.report.refused.connect(self.notice.show_answer)

    def _make_commands(self) -> Commands:
        return Commands(
            "obstacles",
            self,
            {
                "answer": self._on_answer,
                "add": self.capture.note,
                "edit": self._on_edit,
                "resolve": self._on_resolve,
                "reopen": self._on_reopen,
                "remove": self._on_remove,
                "report": self._on_report,
                "back": self.table.setFocus,
            },
            why_not=self._why_not,
            where={"remove": self.table, "resolve": self.table},
        )

    def _why_not(self, name: str) -> str:
        """Return why a command is refused for the obstacle chosen, "" when it is not."""
        if name in ("add", "back"):
            return ""
        if name == "report":
            some = self._view is not None and bool(self._view.obstacles)
            return "" if some else tr("No obstacle is recorded")
        found = self._current()
        if found is None:
            return tr("Choose an obstacle first")
        if name == "resolve" and not is_in_the_way(found):
            return tr("It is already resolved")
        if name == "reopen" and found.state is ObstacleState.OPEN:
            return tr("It is still open")
        return ""

    def _make_tools(self) -> QWidget:
        self.send = command_button(self.commands, "report", name="reportObstacles", role="primary")
        self.add = command_button(self.commands, "add", name="addObstacle")
        self.edit = command_button(self.commands, "edit", name="editObstacle")
        self.remove = command_button(self.commands, "remove", name="removeObstacle")
        return flowing(self.add, self.edit, self.remove, self.send)

    def _lay_out(self) -> None:
        self._none_here.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._list.addWidget(self.table)
        self._list.addWidget(self._none_here)
        row = TurningRow((self._list, 1), self.card, spacing=20)
        both = QWidget()
        column_in(both, self.filter, (row, 1))
        self._body.addWidget(both)
        self._body.addWidget(self._make_empty())
        lay_out_page(self, self.head, self.notice, self._body, self._tools, body=self._body)
        QWidget.setTabOrder(self.table, self.filter)
        self.keyboard = self.table  # not the filter above it

    def _make_empty(self) -> EmptyState:
        self._first = command_button(self.commands, "add", name="addFirstObstacle", role="primary")
        return EmptyState(
            "circle-check",
            tr("No obstacle yet"),
            tr(
                "{key} records one from any desk, in the middle of any work: what, since when, how"
                " serious, whom we ask.",
                key=use_name("note_obstacle"),
            ),
            self._first,
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = event.size().width()
        card = min(theme.px(CARD_WIDTH), width * 42 // 100)
        fix_width(self.card, card, width)
        self.table.show_place(width - card >= theme.px(PLACE_LEAST))
