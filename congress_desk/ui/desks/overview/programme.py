"""The programme and the elections on the overview: what was, what is held, what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QTabBar, QWidget

from congress_desk.domain.agenda.item import ItemState
from congress_desk.domain.congress import CongressState
from congress_desk.domain.organs.organs import post_of
from congress_desk.domain.overview.overview import ElectionStanding
from congress_desk.domain.running.clock import Standing, TrackItem
from congress_desk.i18n import duration_words, tr
from congress_desk.ui.desks.overview.lines import Line, LineList
from congress_desk.ui.look import theme
from congress_desk.ui.parts.election_words import STAGE_SIGNS, stage_words
from congress_desk.ui.records.table_model import Sign
from congress_desk.ui.widgets.layout.layouts import column_in
from congress_desk.ui.widgets.layout.side_by_side import UNBOUNDED

# Lower than this one list has the room of both.
LOW = 360
LEAST = 60
SHOWN = 8
_MINUTE = timedelta(minutes=1)
_SIGNS = {
    ItemState.DONE: Sign(icon="check", tone="muted"),
    ItemState.RUNNING: Sign(icon="play", tone="accent"),
    ItemState.SKIPPED: Sign(icon="ban", tone="muted"),
    ItemState.PLANNED: Sign(icon="circle", tone="muted"),
}


def programme_lines(
    track: Sequence[TrackItem], found: Standing, now: datetime, state: CongressState
) -> tuple[Line, ...]:
    """Return the item before, the one that is held, and what follows."""
    runs = [item for item in track if not item.parts]
    here = found.current or found.next
    place = runs.index(here) if here else max(len(runs) - SHOWN + 1, 1)
    desk = "running" if state.is_held else "agenda"
    shown = runs[max(place - 1, 0) :][:SHOWN]
    return tuple(_item_line(item, found, now, desk) for item in shown)


def election_lines(elections: Sequence[ElectionStanding]) -> tuple[Line, ...]:
    """Return where each election stands."""
    return tuple(_election_line(found) for found in elections)


def _item_line(item: TrackItem, found: Standing, now: datetime, desk: str) -> Line:
    held = item is found.current
    state = item.item.state
    aside, tone = _held(item, now) if held else (_aside(item, found), "muted")
    start = found.starts.get(item.item.id) or item.start
    return Line(
        text=item.item.content,
        sign=_SIGNS.get(state, _SIGNS[ItemState.PLANNED]),
        lead=f"{start:%H:%M}" if start else "     ",
        aside=aside,
        aside_tone=tone,
        strong=held,
        faded=state in (ItemState.DONE, ItemState.SKIPPED),
        desk=desk,
        record=item.item.id,
    )


def _held(item: TrackItem, now: datetime) -> tuple[str, str]:
    left = item.left(now)
    if left is None:
        length = duration_words(item.elapsed(now) // _MINUTE)
        return tr("in progress for {length}", length=length), "accent"
    if left < timedelta(0):
        return tr("{time} over", time=duration_words(-left // _MINUTE)), "look"
    return tr("{time} left", time=duration_words(left // _MINUTE)), "accent"


def _aside(item: TrackItem, found: Standing) -> str:
    if item.item.state is ItemState.SKIPPED:
        return tr("skipped")
    if item.finished is not None:
        end = f"{item.finished:%H:%M}"
        over = (item.actual_minutes or 0) - item.planned_minutes
        if over > 0 and item.planned_minutes:
            return tr("done {end}, {length} over", end=end, length=duration_words(over))
        return tr("done {end}", end=end)
    if item is found.next and not item.item.executor:
        return tr("next")
    return item.item.executor


def _election_line(found: ElectionStanding) -> Line:
    sign = STAGE_SIGNS[found.stage]
    words = stage_words(
        found.stage,
        found.election,
        found.last,
        entered=found.entered,
        elected=found.elected,
        course=found.course,
    )
    return Line(
        text=post_of(found.election.title),
        sign=sign,
        aside=words,
        aside_tone=sign.tone,
        desk="elections",
        record=found.election.id,
    )


def card_column(card: QFrame, *parts: QWidget) -> None:
    """Put titles and lists under each other on a card; the lists share the height."""
    card.setProperty("role", "card")
    column = column_in(card, spacing=4, margins=8)
    for part in parts:
        if isinstance(part, QLabel):
            part.setContentsMargins(theme.px(8), theme.px(4), 0, 0)
        column.addWidget(part, 1 if isinstance(part, LineList) else 0)
    column.addStretch(0)


class ListsCard(QFrame):
    """The first list has the height that the second does not need."""

    def __init__(self, *lists: LineList) -> None:
        super().__init__()
        self.lists = lists
        self._titles = [theme.caption(part.accessibleName()) for part in lists]
        self.tabs = QTabBar()
        self.tabs.setObjectName("overviewLists")
        self.tabs.setExpanding(False)
        for part in lists:
            self.tabs.addTab(part.accessibleName())
        self.tabs.currentChanged.connect(lambda _: self.arrange())
        parts = [each for pair in zip(self._titles, lists, strict=True) for each in pair]
        card_column(self, self.tabs, *parts)
        self.arrange()

    def enter(self, part: LineList, step: int = 0) -> None:
        """Give the keyboard to a list, in sight."""
        self.tabs.setCurrentIndex(self.lists.index(part))
        part.enter(step)

    def enter_shown(self) -> None:
        """Give the keyboard to the first list in sight."""
        shown = [part for part in self.lists if part.lines and not part.isHidden()]
        if shown:
            shown[0].enter()

    def arrange(self) -> None:
        """Show the lists that have lines, one behind the other where the card is low."""
        some = [part for part in self.lists if part.lines]
        folded = len(some) > 1 and self.height() < theme.px(LOW)
        self.tabs.setVisible(folded)
        chosen = self.lists[self.tabs.currentIndex()]
        for title, part in zip(self._titles, self.lists, strict=True):
            title.setHidden(folded or part not in some)
            part.setHidden(part not in some or (folded and part is not chosen))
        self._share_height(folded=folded)

    def _share_height(self, *, folded: bool) -> None:
        """Give the last list the height it needs, up to half."""
        last = self.lists[-1]
        if folded or not self.lists[0].lines:
            last.setMinimumHeight(0)
            last.setMaximumHeight(UNBOUNDED)
            return
        wanted = last.height_of_all() + theme.px(4)
        last.setFixedHeight(min(wanted, max(self.height() // 2, theme.px(LEAST))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self.arrange)
