"""The running desk: what is held and its clock, the programme, the speakers, guide and notes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QTabWidget, QWidget

from congress_desk.actions.running.items import finish_and_start_next, finish_item
from congress_desk.actions.running.undo import undo_running
from congress_desk.domain.agenda.item import ItemState
from congress_desk.domain.running.clock import Standing, TrackItem, standing
from congress_desk.domain.running.speech import SpeechState
from congress_desk.i18n import tr
from congress_desk.keys.names import use_name
from congress_desk.queries.running.guides import FilledGuide, procedure_guide
from congress_desk.queries.running.items import RunningView, running_view
from congress_desk.ui.commands import Commands, add_part_keys
from congress_desk.ui.desk import Desk, DeskPlace
from congress_desk.ui.desks.running.item_dialogs import (
    insert_dialog,
    skip_dialog,
    times_dialog,
)
from congress_desk.ui.desks.running.layout import PROGRAMME, SPEAKERS, lay_out_running
from congress_desk.ui.desks.running.now_panel import NowPanel
from congress_desk.ui.desks.running.programme_table import ProgrammeTable, shown_of
from congress_desk.ui.desks.running.refusals import called, why_not
from congress_desk.ui.desks.running.side import RunningSide
from congress_desk.ui.desks.running.speaker_timer import SpeakerTimer
from congress_desk.ui.desks.running.speech_panel import SpeechPanel
from congress_desk.ui.desks.running.words import link_words
from congress_desk.ui.messages import Messages
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.session import Session
from congress_desk.ui.widgets.buttons import make_button
from congress_desk.ui.widgets.layout.empty_state import EmptyState
from congress_desk.ui.widgets.layout.page_head import PageHead
from congress_desk.ui.widgets.layout.pages import lay_out_page
from congress_desk.ui.widgets.layout.turning_row import fix_width
from congress_desk.ui.widgets.notice import Notice
from congress_desk.ui.widgets.screen_acts import Acts

SECOND_MS = 1000
OFFERED = ("begin", "skip", "times", "", "go", "finish", "insert", "", "subject", "notes", "undo")


class RunningDesk(Desk):
    """Runs the programme item by item; the clocks go on without reading."""

    least_heights = (0, 640)

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
        self._view: RunningView | None = None
        self._found = self._standing()
        self._follow = True
        self._wanted = 0
        self._reading = False
        self.head, self.notice = PageHead(self), Notice()
        self.timer, self.track = SpeakerTimer(), ProgrammeTable()
        self.commands = self._make_commands()
        self.now = NowPanel(self.commands)
        self.speeches = SpeechPanel(self._acts)
        self.side = RunningSide(session)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(tr("Parts of this page"))
        self._body = QStackedWidget()
        self._guide_wanted = QTimer(self, singleShot=True, interval=0)
        self._ticks = QTimer(self, interval=SECOND_MS)
        self._lay_out()
        self._connect()

    @property
    def unsaved(self) -> bool:
        """Send the notes to the file: they are saved before it is closed."""
        self.side.notes.save()
        return False

    def activate(self) -> None:
        """Be shown: with the item that is held."""
        self._follow = True
        self.refresh()

    def show_place(self, place: DeskPlace) -> None:
        """Choose an item of the programme, asked for from another desk."""
        if place.record:
            self._wanted = place.record
            self.tabs.setCurrentIndex(PROGRAMME)
            self.refresh()

    def refresh(self) -> None:
        """Read the programme and the speakers again; notes that are typed stay."""
        self.reader.ask(running_view, done=self._on_read)

    def tick(self) -> None:
        """Show the clocks of this second."""
        if self._view is None:
            return
        now = self._clock()
        self._found = standing(self._view.track, now)
        self._show_clocks(now)

    def _show_clocks(self, now: datetime) -> None:
        self.now.show_standing(self._found, now)
        self.timer.show_time(now)
        self.track.show_forecast(self._found)

    def _on_read(self, view: RunningView) -> None:
        before, self._view = self._view, view
        self._body.setCurrentIndex(0 if view.track else 1)
        sentence = tr(
            "{key} ends the current item and begins the next; Enter begins the chosen one.",
            key=use_name("next_item"),
        )
        self.head.show_words(tr("Running the congress"), sentence if view.track else "")
        now = self._clock()
        self._found = found = standing(view.track, now)
        self._show_track(before, view, found.current or found.next)
        self.speeches.show_view(view, found.current.item.id if found.current else 0)
        self._show_speaking(view)
        self._show_item()
        self._show_clocks(now)
        self.keep_keyboard(self.track if view.track else self._first)

    def _show_track(
        self, before: RunningView | None, view: RunningView, here: TrackItem | None
    ) -> None:
        """Show the programme when it changed; after an act the item it led to is the chosen one."""
        self._reading = True
        if before is None or shown_of(before) != shown_of(view):
            self.track.show_track(view.track, view.skip_reasons)
        chosen = self._wanted or (here.item.id if self._follow and here else 0)
        if chosen:
            self.track.select_item(chosen)
            QTimer.singleShot(0, self.track.show_current)
        self._follow = self._reading = False
        self._wanted = 0

    def _show_speaking(self, view: RunningView) -> None:
        speaking = [s for s in view.speeches if s.state is SpeechState.SPEAKING]
        self.timer.show_speech(speaking[-1] if speaking else None)
        waiting = sum(s.state is SpeechState.REQUESTED for s in view.speeches)
        words = tr("Speeches ({count} waiting)", count=waiting) if waiting else tr("Speeches")
        self.tabs.setTabText(SPEAKERS, words)

    def _show_item(self) -> None:
        """Show guide and notes of the chosen item, and what the current one is about."""
        chosen, found = self._chosen(), self._found
        current = found.current or found.next
        about = link_words(current)
        key = use_name("subject")
        self.now.show_link(f"{about}  {key}" if about else "")
        self.commands.refresh()
        apart = bool(chosen and found.current and chosen.item.id != found.current.item.id)
        self.side.show_item(chosen.item if chosen else None, apart=apart)
        self._guide_wanted.start()

    def _ask_guide(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.reader.ask(procedure_guide, chosen.item.id, done=self._on_guide)

    def _on_current(self, _: TrackItem | None) -> None:
        if not self._reading:
            self._show_item()

    def _on_guide(self, guide: FilledGuide | None) -> None:
        chosen = self._chosen()
        if guide is None or (chosen and guide.item_id == chosen.item.id):
            self.side.show_guide(guide)

    def _standing(self) -> Standing:
        return standing(self._view.track if self._view else (), self._clock())

    def _chosen(self) -> TrackItem | None:
        """Return the chosen item as it was read last: the table may have older notes."""
        row: TrackItem | None = self.track.current
        if row is None or self._view is None:
            return row
        return next((t for t in self._view.track if t.item.id == row.item.id), None)

    def _run(self, action: Callable[..., Any], *args: Any) -> None:
        self.side.notes.save()
        self._acts.run(action, *args, done=self._on_done)

    def _open_form(self, form: FormDialog) -> None:
        form.saved.connect(self._on_done)
        form.open()

    def _on_done(self, value: Any) -> None:
        if self.notice.show_answer(value):
            self._follow = True

    def _on_go(self) -> None:
        self._run(finish_and_start_next)

    def _on_finish(self) -> None:
        current = self._standing().current
        if current is not None:
            self._run(finish_item, current.item.id)

    def _on_chosen(self, found: TrackItem) -> None:
        """Begin the chosen item; what is held ends in the same act."""
        if found.item.state is not ItemState.RUNNING:
            self._run(finish_and_start_next, found.item.id)

    def _on_skip(self) -> None:
        """Skip the chosen item when it waits, else the next one."""
        chosen, following = self._chosen(), self._standing().next
        waits = chosen is not None and chosen.item.state is ItemState.PLANNED
        found = chosen if waits else following
        if found is not None:
            self._open_form(skip_dialog(self._acts, found, self))

    def _on_insert(self) -> None:
        found = self._standing()
        if found.current:
            place = tr("It comes after “{content}”.", content=found.current.item.content)
        elif found.next:
            place = tr("It comes before “{content}”.", content=found.next.item.content)
        else:
            place = tr("It comes at the end of the programme.")
        self._open_form(insert_dialog(self._acts, place, self))

    def _on_change(self) -> None:
        found = self._chosen()
        if found is not None and found.started and not found.parts:
            self._open_form(times_dialog(self._acts, found, self))

    def _on_undo(self) -> None:
        self._run(undo_running)

    def _on_link(self) -> None:
        found = self._standing()
        current = found.current or found.next
        if current and current.item.election_id:
            self.place_wanted.emit(DeskPlace(desk="elections", record=current.item.election_id))
        elif current and current.item.motion_id:
            self.place_wanted.emit(DeskPlace(desk="motions", record=current.item.motion_id))

    def _to_notes(self) -> None:
        self.side.notes.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _to_tab(self, tab: int) -> None:
        self.tabs.setCurrentIndex(tab)
        table = self.track if tab == PROGRAMME else self.speeches.table
        table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _connect(self) -> None:
        self._ticks.timeout.connect(self.tick)
        self._guide_wanted.timeout.connect(self._ask_guide)
        self.track.chosen.connect(self._on_chosen)
        self.track.current_changed.connect(self._on_current)
        self.now.link_wanted.connect(self._on_link)
        self.speeches.answered.connect(self.notice.show_answer)
        self.side.notes.refused.connect(self.notice.show_answer)
        self.timer.finish_wanted.connect(self.speeches.finish)
        add_part_keys(self, self.tabs.tabBar(), self._to_tab)
        self.notice.hear(self)
        self.commands.offer_in(self.track, OFFERED)

    def _make_commands(self) -> Commands:
        return Commands(
            "running",
            self,
            {
                "go": self._on_go,
                "begin": lambda: self._on_chosen(self.track.current),
                "finish": self._on_finish,
                "skip": self._on_skip,
                "insert": self._on_insert,
                "times": self._on_change,
                "notes": self._to_notes,
                "subject": self._on_link,
                "undo": self._on_undo,
                "back": lambda: self._to_tab(self.tabs.currentIndex()),
            },
            why_not=lambda name: why_not(name, self._found, self._chosen()),
            words=lambda name: called(name, self._found),
            where=dict.fromkeys(("skip", "insert", "times"), self.track),
            hides=("go", "finish", "skip"),
        )

    def _lay_out(self) -> None:
        body = lay_out_running(
            self.now, self.timer, self.tabs, self.track, self.speeches, self.side
        )
        lay_out_page(self, self.head, self.notice, self._body, body=self._body)
        self._body.addWidget(body)
        self._body.addWidget(self._make_empty())

    def _make_empty(self) -> EmptyState:
        self._first = make_button(
            tr("Open the programme"),
            lambda: self.place_wanted.emit(DeskPlace(desk="agenda")),
            name="openAgenda",
            icon="list-ordered",
            role="primary",
        )
        return EmptyState(
            "play",
            tr("The programme is empty"),
            tr("Make the programme on the Agenda desk; it is run from here."),
            self._first,
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ticks.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._ticks.stop()
        self.side.notes.save()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = event.size().width()
        fix_width(self.side, self.side.fitting_width(width), width)
