"""The overview desk: what is next, who is there, the elections, and what is to be done now."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from itertools import pairwise

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QWidget

from congress_desk.domain.running.clock import standing
from congress_desk.i18n import tr
from congress_desk.queries.overview import OverviewView, overview
from congress_desk.ui.desk import Desk, DeskPlace
from congress_desk.ui.desks.overview import words
from congress_desk.ui.desks.overview.figure import FigureTile
from congress_desk.ui.desks.overview.lines import Line, LineList
from congress_desk.ui.desks.overview.programme import (
    ListsCard,
    card_column,
    election_lines,
    programme_lines,
)
from congress_desk.ui.look import theme
from congress_desk.ui.messages import Messages
from congress_desk.ui.session import Session
from congress_desk.ui.widgets.layout.layouts import column_of, row_of
from congress_desk.ui.widgets.layout.page_head import PageHead
from congress_desk.ui.widgets.layout.pages import lay_out_page
from congress_desk.ui.widgets.layout.turning_row import TurningRow, stand_below
from congress_desk.ui.widgets.state_row import StateRow

TICK_MS = 10_000


class OverviewDesk(Desk):
    """Every line and figure leads to its place; the clocks go on without reading."""

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
        self._view: OverviewView | None = None
        self.head = PageHead(self)
        names = ("presenceFigure", "programmeFigure", "workFigure", "obstacleFigure")
        self.figures = tuple(FigureTile(name) for name in names)
        self.programme = LineList("overviewProgramme", tr("Agenda"))
        self.elections = LineList("overviewElections", tr("Elections"))
        self.matters = LineList("overviewMatters", tr("To be done"), wraps=True)
        self.calm = StateRow()
        self._tick = QTimer(self, interval=TICK_MS)
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Read everything again; the keyboard stays where it is."""
        self.reader.ask(overview, self._clock(), done=self._on_read)

    def tick(self) -> None:
        """Let the clocks go on; nothing is read again."""
        if self._view is None:
            return
        now, facts = self._clock(), self._view.facts
        found = standing(self._view.track, now)
        figures = (
            words.presence_figure(facts.base, facts.congress.rules),
            words.programme_figure(facts, found, now),
            words.work_figure(facts, now.date()),
            words.obstacle_figure(self._view.obstacles),
        )
        for tile, figure in zip(self.figures, figures, strict=True):
            tile.show_figure(figure)
        state = facts.congress.state
        self.programme.show_lines(programme_lines(self._view.track, found, now, state))

    def _on_read(self, view: OverviewView) -> None:
        self._view = view
        new = view.facts.is_new
        self.head.show_words(tr("Overview"), _sentence(new=new, some=bool(view.matters)))
        for part in (*self.figures, self._left):
            part.setHidden(new)
        self.elections.show_lines(election_lines(view.facts.elections))
        self.matters.show_lines(words.matter_lines(view.matters, _desks(), first_steps=new))
        self._matters_title.setText(tr("Begin here") if new else tr("To be done"))
        self._show_empty(view)
        self.tick()
        self._fit()
        self.keep_keyboard(self._first())

    def _show_empty(self, view: OverviewView) -> None:
        self.matters.setHidden(not view.matters)
        self.calm.setHidden(bool(view.matters))
        self.calm.show_state("holds", tr("Nothing blocks, is late or missing"))
        self._left.arrange()

    def _first(self) -> QWidget:
        lists = (self.matters, self.programme, self.elections)
        return next((part for part in lists if part.lines), self.figures[0])

    def _on_chosen(self, line: Line) -> None:
        self.place_wanted.emit(DeskPlace(desk=line.desk, record=line.record, part=line.part))

    def _on_figure(self, tile: FigureTile) -> None:
        if tile.figure.desk:
            self.place_wanted.emit(DeskPlace(desk=tile.figure.desk, record=tile.figure.record))

    def _on_left(self, part: LineList, step: int) -> None:
        """Go from the lists at the left to what is to be done, and back."""
        if step > 0 and part is not self.matters and self.matters.lines:
            self.matters.enter()
        elif step < 0 and part is self.matters and self._left.isVisible():
            self._left.enter_shown()

    def _on_passed(self, part: LineList, step: int) -> None:
        """Go on from the end of one list at the left to the other, and up to the figures."""
        if part is self.programme and step > 0 and self.elections.lines:
            self._left.enter(self.elections, 1)
        elif part is self.elections and step < 0 and self.programme.lines:
            self._left.enter(self.programme, -1)
        elif step < 0 and self.figures[0].isVisible():
            self.figures[2 if part is self.matters else 0].setFocus()

    def _on_tick(self) -> None:
        if self.isVisible():
            self.tick()

    def _connect(self) -> None:
        self._tick.timeout.connect(self._on_tick)
        for tile in self.figures:
            tile.clicked.connect(lambda _=False, tile=tile: self._on_figure(tile))
        for part in (self.programme, self.elections, self.matters):
            part.chosen.connect(self._on_chosen)
            part.left.connect(lambda step, part=part: self._on_left(part, step))
            part.passed.connect(lambda step, part=part: self._on_passed(part, step))

    def _lay_out(self) -> None:
        # The first child that takes keys is where the keyboard goes when the desk is shown.
        lists = QWidget(self)
        self._tiles, self._below = row_of(*self.figures, spacing=12), row_of(spacing=12)
        self._matters_title = theme.caption(tr("To be done"))
        right = QFrame(lists)
        card_column(right, self._matters_title, self.calm, self.matters)
        self._left = ListsCard(self.programme, self.elections)
        lists.setLayout(TurningRow((self._left, 1), (right, 1), spacing=12))
        tiles = column_of(self._tiles, self._below, spacing=12)
        lay_out_page(self, self.head, tiles, lists, body=lists)
        around = (*self.figures, self.programme, self.elections, self.matters)
        for part, after in pairwise(around):
            self.setTabOrder(part, after)

    def _fit(self) -> None:
        """Let every figure be as high as the one that needs most lines."""
        high = max(tile.height_at(tile.width()) for tile in self.figures)
        for tile in self.figures:
            tile.setFixedHeight(high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        last, width = [(tile, 0) for tile in self.figures[2:]], event.size().width()
        stand_below(last, self._tiles, self._below, at=2, room=width)
        QTimer.singleShot(0, self, self._fit)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tick.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._tick.stop()


def _sentence(*, new: bool, some: bool) -> str:
    if new:
        return tr("A new congress: from the top down; Enter opens the place of each.")
    if some:
        return tr("What is next, missing, late or blocking; Enter goes to its place.")
    return tr("Everything known is in order; Enter goes to the place of a line.")


def _desks() -> dict[str, str]:
    from congress_desk.ui.desks import DESKS

    return {entry.key: tr(entry.title) for entry in DESKS}
