"""The item that is held, large, with its clock, what comes next, and how late the congress is."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from congress_desk.domain.running.clock import Standing, TrackItem
from congress_desk.i18n import duration_words, tr
from congress_desk.ui.commands import Commands
from congress_desk.ui.desks.running.words import (
    clock_text,
    drift_state,
    hour_text,
    limit_state,
    session_words,
)
from congress_desk.ui.look import theme
from congress_desk.ui.widgets.buttons import command_button, make_button, set_primary
from congress_desk.ui.widgets.elided_label import ElidedLabel
from congress_desk.ui.widgets.layout.flow_layout import FlowLayout
from congress_desk.ui.widgets.layout.layouts import column_in, column_of, row_of
from congress_desk.ui.widgets.layout.side_by_side import TALL, UNBOUNDED, WIDE
from congress_desk.ui.widgets.state_row import StateRow
from congress_desk.ui.widgets.ticking_label import TickingLabel

CLOCK_WIDTH = 210
# What the words need beside the clock.
LEAST_WORDS = 240
_ROLES = {"finish": "", "skip": "", "insert": "", "go": "primary", "undo": "link"}


class NowPanel(QFrame):
    """Redraws at each second what changed alone; `link_wanted` opens what the item is about."""

    link_wanted = Signal()

    def __init__(self, commands: Commands) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setObjectName("nowPanel")
        self.over = theme.caption()
        self.over.setWordWrap(True)
        self.content = theme.section()
        self.content.setObjectName("currentItem")
        self.content.setWordWrap(True)
        self.about = ElidedLabel()
        theme.set_tone(self.about, "muted")
        self.clock = TickingLabel()
        self.clock.setObjectName("itemClock")
        self.clock.setProperty("role", "number")
        self.of = theme.label(tone="muted")
        self.limit = StateRow(ticks=True)
        self.limit.setObjectName("itemLimit")
        self.next = ElidedLabel(name="nextItem")
        self.drift = StateRow()
        self.drift.setObjectName("drift")
        self.link = make_button(
            "", self.link_wanted.emit, name="openLinked", icon="external-link", role="link"
        )
        self._commands = commands
        self._shown: tuple[object, ...] = ()
        self._beside: bool | None = None
        self.buttons = {
            name: command_button(commands, name, name=f"{name}Running", role=role, keyed=True)
            for name, role in _ROLES.items()
        }
        self._lay_out()

    def show_standing(self, found: Standing, now: datetime) -> None:
        """Show where the congress stands; labels that say the same are left alone."""
        here = found.current or found.next
        _say(self.over, self._over_words(found))
        _say(self.content, here.item.content if here else tr("All items are done"))
        about = _about(here) if here else ""
        if about != self.about.whole:
            self.about.set_whole(about)
        self._show_clock(found.current, now)
        self._show_next(found)
        tone, words = drift_state(found)
        self.drift.show_state(tone, "; ".join(filter(None, (words, session_words(found)))))
        self._show_buttons(found)

    def show_link(self, words: str) -> None:
        """Offer to open what the item is about, "" when it is about nothing."""
        _say(self.link, words)
        self.link.setVisible(bool(words))

    def _show_clock(self, current: TrackItem | None, now: datetime) -> None:
        self._side.setVisible(current is not None)
        if current is None:
            return
        self.clock.show_words(clock_text(current.elapsed(now)))
        # What was forgotten for days is not measured by its minutes.
        today = current.elapsed(now) < timedelta(days=1)
        minutes = current.planned_minutes if today else None
        _say(self.of, tr("of {length}", length=duration_words(minutes)) if minutes else "")
        tone, words = limit_state(current.left(now))
        self.limit.show_state(tone, words)

    def _show_next(self, found: Standing) -> None:
        following = found.next if found.current else None
        self.next.setVisible(following is not None)
        if following is None:
            return
        expected = hour_text(found.starts.get(following.item.id))
        said = tr("Next, about {time}: {content}", time=expected, content=following.item.content)
        bare = tr("Next: {content}", content=following.item.content)
        words = said if expected else bare
        if words != self.next.whole:
            self.next.set_whole(words)

    def _over_words(self, found: Standing) -> str:
        if found.current:
            session = found.current.item.session
            return tr("In progress · {session}", session=session) if session else tr("In progress")
        if found.next is None:
            return ""
        return tr("Comes next") if found.begun else tr("Not begun yet; the first item")

    def _show_buttons(self, found: Standing) -> None:
        last = found.current is not None and found.next is None
        here = tuple(each and each.item.id for each in (found.current, found.next))
        if here != self._shown:
            self._shown = here
            self._commands.refresh()
        if (self.buttons["finish"].property("role") == "primary") != last:
            set_primary(self.buttons["finish"], "check", primary=last)

    def _lay_out(self) -> None:
        left = column_of(self.over, self.content, self.about, self.next, None, spacing=2)
        right = QVBoxLayout()
        right.setSpacing(0)
        figures = row_of(self.clock)
        figures.addWidget(self.of, 1, Qt.AlignmentFlag.AlignBottom)
        self.of.setContentsMargins(0, 0, 0, theme.px(9))
        right.addLayout(figures)
        right.addWidget(self.limit)
        right.addStretch(1)
        self._side = side = QWidget()
        side.setLayout(right)
        right.setContentsMargins(0, 0, 0, 0)
        self._top = top = QBoxLayout(WIDE)
        top.setSpacing(theme.px(16))
        top.addLayout(left, 1)
        top.addWidget(side)
        self.acts = QWidget()
        flow = FlowLayout(self.acts)
        flow.addWidget(self.link)
        for name, button in self.buttons.items():
            if name != "undo":
                flow.addWidget(button)
        below = QHBoxLayout()
        below.addWidget(self.drift, 1, Qt.AlignmentFlag.AlignVCenter)
        below.addWidget(self.buttons["undo"])
        column_in(self, top, below, self.acts, spacing=6, margins=(16, 12, 16, 12))

    def take_acts(self) -> None:
        """Have the row of buttons in the card again, as its last line."""
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self.acts)

    def inner_width(self) -> int:
        """Return the width that the row of buttons has in the card."""
        return self.contentsRect().width() - 2 * theme.px(16)

    def _fit(self) -> None:
        """Be as high as the words and buttons need at this width: the tabs give way, not they."""
        layout, beside = self.layout(), self.width() >= theme.px(CLOCK_WIDTH + LEAST_WORDS)
        if beside != self._beside:
            # The clock under the words where it would leave them a slit. Said again without a
            # change, a spacing would ask for the next layout, and that one for another.
            self._beside = beside
            self._top.setDirection(WIDE if beside else TALL)
            self._top.setSpacing(theme.px(16 if beside else 4))
            self._side.setMaximumWidth(theme.px(CLOCK_WIDTH) if beside else UNBOUNDED)
            self._side.setMinimumWidth(theme.px(CLOCK_WIDTH) if beside else 0)
        if layout is not None:
            self.setMinimumHeight(layout.totalHeightForWidth(self.width()))

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._fit()
        return done


def _about(found: TrackItem) -> str:
    """Return who executes an item, and its planned and real time."""
    planned = hour_text(found.start) if not found.inserted else ""
    times = f"{planned} – {hour_text(found.end)}" if planned else ""
    parts = [found.item.executor]
    if found.inserted:
        parts.append(tr("inserted"))
    elif times:
        parts.append(tr("planned {times}", times=times))
    if found.started:
        parts.append(tr("begun at {time}", time=hour_text(found.started)))
    return " · ".join(filter(None, parts))


def _say(widget: QLabel | QPushButton, words: str) -> None:
    if widget.text() != words:
        widget.setText(words)
