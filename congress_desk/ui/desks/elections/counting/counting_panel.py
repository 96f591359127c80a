"""One round being counted: bundles, paper and line, accounting; what follows from each act."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from congress_desk.domain.elections.findings import Finding, Severity
from congress_desk.errors import Refusal
from congress_desk.i18n import finding_text, tr
from congress_desk.keys.names import use_name
from congress_desk.keys.uses import part_key
from congress_desk.ui.commands import Commands, add_shortcut, is_pressed
from congress_desk.ui.desks.elections.counting import layout
from congress_desk.ui.desks.elections.counting.bundles.bundle_panel import BundlePanel
from congress_desk.ui.desks.elections.counting.count_check import CountCheck
from congress_desk.ui.desks.elections.counting.counted_round import CountedRound
from congress_desk.ui.desks.elections.counting.counting_commands import counting_commands
from congress_desk.ui.desks.elections.counting.current_operator import CurrentOperator
from congress_desk.ui.desks.elections.counting.doubtful_pile import DoubtfulPile
from congress_desk.ui.desks.elections.counting.last_ballots import (
    LastBallotsTable,
    last_rows,
    rows_shown,
)
from congress_desk.ui.desks.elections.counting.line.act_notices import (
    bundle_of_undone,
    closed_notice,
    lost_words,
    resumed_notice,
    say_acknowledged,
)
from congress_desk.ui.desks.elections.counting.line.act_queue import ActQueue
from congress_desk.ui.desks.elections.counting.line.counting_state import CountingState
from congress_desk.ui.desks.elections.counting.line.delayed_display import DelayedDisplay
from congress_desk.ui.desks.elections.counting.line.entry_controller import EntryController
from congress_desk.ui.desks.elections.counting.line.line_mode import Preview
from congress_desk.ui.desks.elections.counting.line.notice_slot import NoticeSlot
from congress_desk.ui.desks.elections.counting.line.notices import Answer, Notice, Notices, Topic
from congress_desk.ui.desks.elections.counting.line.typed_acts import (
    ClosePass,
    EnterBallots,
    TypedAct,
    UndoLast,
)
from congress_desk.ui.desks.elections.counting.operator_field import OperatorField
from congress_desk.ui.desks.elections.counting.paper_card import PaperCard
from congress_desk.ui.desks.elections.counting.running_count import Pace, RunningCount
from congress_desk.ui.desks.elections.counting.side.help_panel import short_hints
from congress_desk.ui.desks.elections.counting.side.side_column import Page, SideColumn
from congress_desk.ui.desks.elections.counting.title_row import TitleRow
from congress_desk.ui.look import theme
from congress_desk.ui.look.sounds import Sound, Sounds
from congress_desk.ui.messages import Messages
from congress_desk.ui.session import Session
from congress_desk.ui.widgets.inputs.entry_line import EntryLine
from congress_desk.ui.widgets.key_hints import KeyHints

LINE_KEYS = "0123456789+*/.Tt"
# Lower than this the last ballots leave their room to the paper and the notice.
LEAST_FOR_LAST = 460


class CountingPanel(QWidget):
    """`wanted` names the screen to go to: the election, its gate or result, its passes, …

    In a station file the gate is where its result is written. Clock: local time, for the forecast
    alone.
    """

    wanted = Signal(str)
    pace_wanted = Signal()
    stations_wanted = Signal()

    def __init__(
        self,
        session: Session,
        messages: Messages,
        sounds: Sounds,
        counted: CountedRound,
        clock: Callable[[], datetime] = datetime.now,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        count = RunningCount(counted)
        self.queue = ActQueue(session, count, self)
        self.notices = Notices(self)
        self.state = CountingState(
            session=session,
            messages=messages,
            count=count,
            queue=self.queue,
            notices=self.notices,
            bundle=count.first_bundle(),
            of_register=counted.of_register,
            station=counted.station,
        )
        self.state.take_confirmed(counted.confirmed)
        self._sounds, self._clock, self._pace = sounds, clock, Pace()
        self.count_check = CountCheck(session, count, self.queue, self)
        self._make_widgets(counted)
        self.entry = EntryController(self.state, self.line, self)
        self._late = DelayedDisplay(self.queue, self.side.publish.button.isEnabled, self)
        self.current_operator = CurrentOperator(self.entry, self.operator, self)
        self.doubts = DoubtfulPile(self.state, self.entry, self.side.doubts, self)
        centre = layout.entry_column(self.card, self.line, self.record, self.slot, self.last)
        self.columns = layout.Columns(self.bundles, centre, self.side, self.slot)
        layout.lay_out_columns(self, self.title, self.columns)
        self._connect()
        self.commands = self._make_commands()
        self.refresh()
        self._begin()

    def refresh(self) -> None:
        """Show the count as it runs."""
        self.operator.follow()
        self.current_operator.follow()
        self.side.refresh(self.state)
        self.side.publish.show_forecast(self._pace.forecast(self.state.count, self._clock()))
        self._show_queue()

    def _show_queue(self) -> None:
        self._late.shown()
        self.bundles.refresh()
        self.last.ballots.show(last_rows(self.state, self.last.ballots.rows))
        self.side.follow_queue(self.state)
        ready = self.side.publish.button.isEnabled()
        theme.set_property(self.record, "role", "" if ready else "primary")

    def unrecorded(self) -> int:
        """Return how many ballots typed here are not in the file, one begun on the line too."""
        waiting = len(self.state.unsaved) + len(self.queue.acts)
        return waiting or int(self.entry.mode.begun(self.line.text()))

    def _make_widgets(self, counted: CountedRound) -> None:
        found = counted.sheet.round
        self.title = TitleRow(counted.sheet, self._sounds.muted, counted.station)
        self.bundles = BundlePanel(self.state)
        self.operator = OperatorField(self.state.session)
        self.card = PaperCard(self.state.count, self.operator)
        self.line = EntryLine()
        self.record = layout.record_button()
        hints = KeyHints()
        key_hints = short_hints(found.mode, len(found.candidates))
        hints.set_hints(key_hints, (use_name("help"), tr("help")))
        self.slot = NoticeSlot(self.notices, hints)
        self.last = LastBallotsTable()
        self.side = SideColumn(self.state)

    def _connect(self) -> None:
        self.title.muted.connect(self._mute)
        self.bundles.chosen.connect(self.entry.take_bundle)
        self.bundles.left.connect(self.line.setFocus)
        self.side.left.connect(self.line.setFocus)
        self.side.closed.connect(lambda: self._switch(Page.ACCOUNTS))
        self.side.publish.wanted.connect(self.wanted)
        self.title.help.clicked.connect(lambda: self._switch(Page.KEYS))
        self.entry.compare_wanted.connect(partial(self.wanted.emit, "passes"))
        self.record.clicked.connect(self.line.returnPressed)
        self.last.chosen.connect(self.entry.reopen)
        self.entry.drawn.connect(self._on_drawn)
        self.side.bundle.chosen.connect(self.entry.look_at)
        self.entry.refused.connect(lambda: self._sounds.play(Sound.REFUSED))
        self.entry.moved.connect(self.bundles.refresh)
        self._late.due.connect(self._show_queue)
        self.queue.acknowledged.connect(self._on_acknowledged)
        self.queue.lost.connect(self._on_lost)
        self.current_operator.changed.connect(self.refresh)
        self.count_check.read.connect(self._on_recounted)
        self.count_check.differs.connect(self._on_differs)

    def _make_commands(self) -> Commands:
        parts = (
            self.columns.focus_bundles,
            lambda: self._go_to_accounts(self.side.accounting.focus_field),
            lambda: self._go_to_accounts(self.side.focus_findings),
            self._go_to_last,
        )
        # Shortcuts, not keys of the page: a field that is typed into takes no letter of them.
        for place, act in enumerate(parts):
            add_shortcut(self, part_key(place), act)
        commands = counting_commands(
            self,
            {
                "set_aside": self.doubts.put_aside,
                "decide": self.doubts.decide_next,
                "totals": lambda: self._switch(Page.TOTALS),
                "sounds": self.title.sound.toggle,
                "operator": self.operator.ask,
                "issue": partial(self.wanted.emit, "issue"),
                "compare": partial(self.wanted.emit, "passes"),
                "sample": partial(self.wanted.emit, "sample"),
                "scan": partial(self.wanted.emit, "scanning"),
                "pace": self.pace_wanted.emit,
                "stations": self.stations_wanted.emit,
                "declare": partial(self.wanted.emit, "gate"),
                "against": partial(self.wanted.emit, "gate"),
                "leave": partial(self.wanted.emit, "election"),
                "back": self._on_escape,
            },
            self.entry,
            self.side.publish,
        )
        commands.refused.connect(self._say_refused)
        self.title.bind(commands)
        self.bundles.offer_comparison(commands)
        commands.offer_in(self.last, ("set_aside", "take_back", "undo"))
        return commands

    def _say_refused(self, reason: str) -> None:
        if reason:  # the next key clears it
            self.notices.put(Topic.REFUSED, Notice(text=reason, tone="look", refuses=True))

    def _act_of(self, event: QEvent) -> Callable[[], None] | None:
        """Return what a key does here; F1 opens the keys of the line, not those of the window."""
        if not isinstance(event, QKeyEvent):
            return None
        if is_pressed(event, "help"):
            return lambda: self._switch(Page.KEYS)
        name = self.commands.heard_name(event)
        return partial(self.commands.run, name) if name else None

    def _begin(self) -> None:
        self.entry.draw()
        if self.state.closed:
            self._close()
            return
        resumed = resumed_notice(self.state)
        if resumed is not None:
            yes = Answer(tr("It is put down"), lambda: self.notices.clear(Topic.RESUMED))
            self.notices.put(Topic.RESUMED, Notice(text=resumed.text, answers=(yes,)))
        if not self.operator.given:
            self.notices.put(Topic.OPERATOR, Notice(text=self.operator.question))
        self.give_keyboard()

    def give_keyboard(self) -> None:
        """Let the next key go where it belongs: the operator's name first, then the line."""
        if self.state.closed:
            self.last.setFocus()
        elif self.operator.given or not self.operator.take_keyboard():
            self.line.setFocus()

    def _close(self) -> None:
        self.notices.put(Topic.CLOSED, closed_notice(self.state))
        self._shut_line()

    def _shut_line(self) -> None:
        self.line.setEnabled(False)
        self.record.setEnabled(False)

    def _stop(self, text: str) -> None:
        """Take no more ballots: the numbers cannot be trusted until the file is looked at."""
        if not self.state.stopped:
            self.state.stopped = True
            self.entry.draw()
            self.notices.put(Topic.STOPPED, Notice(text=text, tone="wrong"))
            self._shut_line()
            self._sounds.play(Sound.REFUSED)
            self.refresh()

    def _on_acknowledged(self, act: TypedAct) -> None:
        if isinstance(act, EnterBallots):
            self._pace.note(act.number, self._clock())
        elif isinstance(act, ClosePass):
            self.entry.forget_closed(act.bundle)
        elif isinstance(act, UndoLast):
            self.entry.go_back_to(bundle_of_undone(self.state, act))
        self._sounds.play(say_acknowledged(self.state, act))

    def _on_drawn(self, preview: Preview) -> None:
        self.card.draw(preview)
        if preview.searched is not None:
            self.side.show_bundle(self.state, preview.searched)
        elif self.side.page is Page.BUNDLE:
            self.side.show_page(Page.ACCOUNTS)

    def _on_recounted(self) -> None:
        state = self.state
        if state.bundle is None or not (state.room or state.awaits_word or state.awaits_pass):
            self.entry.go_on_to_open_bundle()
        if state.closed and Topic.CLOSED not in self.notices:
            self._close()
        self.entry.follow_bundle()
        self.refresh()

    def _on_differs(self) -> None:
        differs = Finding(code="counters_differ", severity=Severity.ERROR)
        self.side.stopped_by = differs
        self._stop(tr("Stopped. {why}", why=finding_text(differs)))

    def _on_lost(self, why: Refusal) -> None:
        self._stop(lost_words(why))

    def _on_escape(self) -> None:
        self.side.accounting.give_up()
        if self.bundles.editor.isVisible():
            self.bundles.editor.close_editor()
        self.operator.show_name()
        self.line.setFocus()

    def _mute(self, muted: bool) -> None:
        self._sounds.muted = muted

    def _switch(self, page: Page) -> None:
        """Open a panel of the right column, or close it when it is open."""
        self.side.show_page(Page.ACCOUNTS if self.side.page is page else page)
        self.title.show_page(totals=self.side.page is Page.TOTALS, keys=self.side.page is Page.KEYS)

    def _go_to_accounts(self, focus: Callable[[], None]) -> None:
        if self.side.page is not Page.ACCOUNTS:
            self._switch(Page.ACCOUNTS)
        self.columns.show_side()
        focus()

    def _is_for_line(self, key: str) -> bool:
        elsewhere = self.line.isEnabled() and self.focusWidget() is not self.line
        return elsewhere and bool(key) and key in LINE_KEYS

    def _go_to_last(self) -> None:
        self.last.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.last.selectRow(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.last.show_rows(rows_shown(event.size().height(), self.state.names))
        self.last.setVisible(event.size().height() >= theme.px(LEAST_FOR_LAST))
        layout.tighten(self, self.title, self.columns)
        layout.place_operator(self.operator, self.title, self.card)

    def event(self, event: QEvent) -> bool:
        # Where the keyboard is on this screen its keys come before those of the window.
        if event.type() is QEvent.Type.ShortcutOverride and self._act_of(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (act := self._act_of(event)) is not None:
            act()
        elif self._is_for_line(event.text()):
            # A ballot begun where the keyboard had wandered to, by Tab or a click, is not lost.
            self.line.setFocus()
            QApplication.sendEvent(self.line, event)
        else:
            super().keyPressEvent(event)
