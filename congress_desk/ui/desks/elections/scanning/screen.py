"""The screen of scanning: reading under way, the queue of doubts, and bundles to record."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QImage, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from congress_desk.domain.elections.scans.bundle import Answer, ScannedSheet
from congress_desk.domain.elections.scans.feed import ScannedFeed, ScanState
from congress_desk.errors import Refusal
from congress_desk.i18n import tr
from congress_desk.ui.commands import Commands
from congress_desk.ui.desks.elections.election_screen import ElectionScreen
from congress_desk.ui.desks.elections.scanning.command_state import CommandState
from congress_desk.ui.desks.elections.scanning.doubt_part import DoubtPart
from congress_desk.ui.desks.elections.scanning.feed_acts import FeedActs
from congress_desk.ui.desks.elections.scanning.feeds_side import FeedsSide
from congress_desk.ui.desks.elections.scanning.pictures import (
    PagePicture,
    images_of,
    line_places,
)
from congress_desk.ui.desks.elections.scanning.recorder import Recorder
from congress_desk.ui.desks.elections.scanning.round_scan import RoundScan, ScanDesk
from congress_desk.ui.desks.elections.scanning.view import ScanView, scan_view
from congress_desk.ui.desks.elections.scanning.words import why_words
from congress_desk.ui.look import theme
from congress_desk.ui.look.sounds import Sound, Sounds
from congress_desk.ui.messages import Messages
from congress_desk.ui.parts.operators.second_operator_dialog import second_operator_first
from congress_desk.ui.session import Session
from congress_desk.ui.widgets.buttons import button_row, command_button, set_primary
from congress_desk.ui.widgets.layout.empty_state import EmptyState
from congress_desk.ui.widgets.layout.layouts import column_in, row_in
from congress_desk.ui.widgets.layout.page_head import PageHead
from congress_desk.ui.widgets.layout.pages import has_keyboard, lay_out_page, take_keyboard
from congress_desk.ui.widgets.notice import Notice

LOW = 480
_OTHERS = (
    *("stop", "end_bundle", "number", "drop", "by_hand", "take_back"),
    *("picture", "destroy"),
)


class ScanScreen(ElectionScreen):
    """`left` carries the round whose count is gone back to, `result_wanted` a declared one."""

    def __init__(self, session: Session, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(session, messages, parent)
        self.setObjectName("scanScreen")
        self._sounds = Sounds()
        self._view: ScanView | None = None
        self._scan: RoundScan | None = None
        self._round_id = 0
        self._last: tuple[int, int] | None = None
        self._images: tuple[QImage, ...] = ()
        self.head = PageHead(self, tr("Back to the count"))
        self.head.back.connect(self._on_back)
        self.notice = Notice()
        self.side = FeedsSide()
        self.page = PagePicture()
        self.doubt = DoubtPart()
        self.feeding = FeedActs(self._acts, messages, self)
        self.recorder = Recorder(self._acts, messages, self)
        self.commands = Commands(
            "scanning",
            self,
            {
                "read": lambda: self._with_scan(self.feeding.read_files),
                "watch": lambda: self._with_scan(self.feeding.watch),
                "stop": lambda: self._with_scan(self.feeding.stop_or_go_on),
                "end_bundle": lambda: self._with_scan(RoundScan.end_bundle),
                "number": lambda: self._with_feed(self.feeding.set_number),
                "set_aside": lambda: self.doubt.hears("0"),
                "take_back": lambda: self._with_scan(self._take_back),
                "record": self._on_record,
                "drop": lambda: self._with_feed(self.feeding.drop),
                "by_hand": lambda: self._with_feed(self.feeding.by_hand),
                "picture": lambda: self._with_view(self.feeding.picture),
                "destroy": lambda: self._with_view(self.feeding.destroy),
            },
            why_not=lambda name: self._standing.why_not(name),
            words=lambda name: self._standing.words(name),
        )
        self.commands.refused.connect(self.notice.say_refused)
        self.commands.offer_in(
            self.side.feeds, ("end_bundle", "number", "record", "drop", "by_hand")
        )
        self._lay_out()
        self.side.doubts.current_changed.connect(lambda _: self._show_doubt())
        self.side.feeds.current_changed.connect(lambda _: self.commands.refresh())
        self.side.doubts.installEventFilter(self)
        self.doubt.answered.connect(self._on_answered)
        self.doubt.moved.connect(self._on_moved)
        self.doubt.refused.connect(self._on_refused)
        self.feeding.begun.connect(self.notice.hide)
        self.feeding.kept.connect(self._on_kept)
        self.recorder.said.connect(self._on_recorded)
        self._acts.busy_changed.connect(self.commands.refresh)

    @property
    def unsaved(self) -> bool:
        return self.doubt.is_begun

    @property
    def scan(self) -> RoundScan | None:
        return self._scan

    def show_record(self, number: int, at: str = "") -> None:
        """Show the scans of a round; what was read before is there again."""
        if number != self._round_id:
            self._view, self._scan = None, None
            self.doubt.show_nothing()
        self._round_id = number
        self.notice.hide()
        self.refresh()

    def refresh(self) -> None:
        """Read how far the bundles are; what is being answered stays."""
        if self._round_id:
            self._reader.ask(scan_view, self._round_id, done=self._on_view)

    def _on_view(self, view: ScanView) -> None:
        if view.sheet.round.id != self._round_id:
            return
        first, self._view = self._view is None, view
        self.head.show_words(
            tr("Ballots from the scanner: {election}, round {number}",
               election=view.sheet.election.title, number=view.sheet.round.number),
            tr("The reader decides only what is clear. Everything else is decided by a person on"
               " the picture of the paper."),
        )  # fmt: skip
        if view.why_not is not None:
            self.notice.stay()
            self.notice.say_problems(view.why_not.problems, tone="look")
        elif self._scan is None:
            self._scan = self._session.shared(ScanDesk).of_round(view)
            self._scan.changed.connect(self._show)
            self._scan.told.connect(partial(self.notice.say_problems, tone="look"))
            if not self.doubt.by.text() and self._session.settings.values.operator:
                self.doubt.by.setText(self._session.operator)
        self._show()
        if first or not has_keyboard(self):
            self.give_keyboard()

    def give_keyboard(self) -> None:
        """Let the next key answer the doubt in sight, else begin the reading."""
        waiting = bool(self.side.doubts.records)
        take_keyboard(self, self.side.doubts if waiting else self.read)

    @property
    def _state(self) -> ScanState:
        return self._scan.state if self._scan else ScanState()

    def _show(self) -> None:
        view, scan = self._view, self._scan
        if view is None:
            return
        state = self._state
        begun = bool(state.feeds) or bool(scan and (scan.is_reading or scan.folder))
        set_primary(self.read, "folder-open", primary=not begun)
        self._begin.setVisible(not begun)
        self._work.setVisible(begun)
        self.side.show_state(state, view.sheet.round.accounting.returned)
        self.head.show_state(*self._standing.progress)
        if self.side.doubts.records and self.side.doubt is None:
            self.side.doubts.select_row(0)
        self._show_doubt()
        self.commands.refresh()
        if self.side.doubts.records and self.window().focusWidget() is self.read:
            self.give_keyboard()  # nobody types: the next key answers

    def _show_doubt(self) -> None:
        current, view, scan = self.side.doubt, self._view, self._scan
        there = current is not None and view is not None and scan is not None
        self.doubt.setVisible(there)
        self.page.setVisible(there)
        self._done.setVisible(not there)
        if current is None or view is None or scan is None:
            self._done.words.setText(self._standing.nothing_words)
            self.doubt.show_nothing()
            return
        feed, sheet = current
        shown = self.doubt.sheet
        if shown is not None and (shown[0].id, shown[1]) == (feed.id, sheet):
            self.doubt.show_sheet(view, feed, sheet, ())
            return
        self.doubt.show_sheet(view, feed, sheet, ())
        scan.pictures(sheet, partial(self._on_pictures, feed, sheet))

    def _on_pictures(
        self, feed: ScannedFeed, sheet: ScannedSheet, data: list[bytes | None]
    ) -> None:
        view, shown = self._view, self.doubt.sheet
        if view is None or shown is None or (shown[0].id, shown[1]) != (feed.id, sheet):
            return
        self.doubt.show_sheet(view, shown[0], sheet, images_of(data))
        self._images = images_of(data)
        self._on_moved()

    def _on_moved(self) -> None:
        view, shown = self._view, self.doubt.sheet
        if view is not None and shown is not None:
            frames = [line_places(view, side) for side in shown[1].sides]
            self.page.show_sheet(
                self._images, frames, self.doubt.asked, self.doubt.position, why_words(shown[1])
            )

    @property
    def _standing(self) -> CommandState:
        return CommandState(
            view=self._view,
            scan=self._scan,
            state=self._state,
            feed=self.side.feed,
            is_busy=self._acts.busy,
            is_asked=self.doubt.sheet is not None,
            is_answered=self._last is not None,
        )

    def _with_scan(self, act: Callable[[RoundScan], object]) -> None:
        if self._scan is not None:
            act(self._scan)

    def _with_view(self, act: Callable[[ScanView, ScannedFeed | None], object]) -> None:
        if self._view is not None:
            act(self._view, self.side.feed)

    def _with_feed(self, act: Callable[[ScanView, RoundScan, ScannedFeed], object]) -> None:
        view, scan, feed = self._view, self._scan, self.side.feed
        if view is not None and scan is not None and feed is not None:
            act(view, scan, feed)

    def _on_record(self) -> None:
        view, scan = self._view, self._scan
        if view is not None and scan is not None:
            self.recorder.record(view, scan, self._standing.ready, self.doubt.by.text().strip())

    def _on_recorded(self, tone: str, words: str, lines: tuple[str, ...]) -> None:
        self._last = None
        self.notice.say(tone, words, lines)
        self._sounds.play(Sound.RECORDED if tone == "holds" else Sound.REFUSED)
        self._show()

    def _on_answered(self, answer: Answer) -> None:
        second_operator_first(
            self._acts, answer.beside, self, partial(self._keep, answer), self.notice.say_problems
        )

    def _keep(self, answer: Answer) -> None:
        shown, scan = self.doubt.sheet, self._scan
        if shown is None or scan is None:
            return
        feed, sheet = shown
        if not self._session.has_operators:
            self._session.operator = answer.by
        self._last = (feed.id, sheet.sequence)
        self.doubt.show_nothing()
        scan.answer(feed.id, sheet.sequence, answer, self._on_kept)

    def _take_back(self, scan: RoundScan) -> None:
        last, self._last = self._last, None
        if last is not None:
            scan.answer(*last, None, self._on_kept)

    def _on_kept(self, refusal: Refusal | None) -> None:
        if refusal is not None:
            self.notice.say_problems(refusal.problems)
            self._sounds.play(Sound.REFUSED)
        else:
            self.notice.hide()
            self._sounds.play(Sound.RECORDED)
        self._show()
        self.give_keyboard()

    def _on_refused(self, words: str) -> None:
        self.notice.say_refused(words)
        self._sounds.play(Sound.REFUSED)

    def _on_back(self) -> None:
        if self.doubt.is_typing:
            self.doubt.line.escaped.emit()
            self.give_keyboard()
        elif self._view is None or self._view.is_open:
            self.go("counting", self._round_id)
        else:
            self.go("result", self._round_id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._heard(event) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def _heard(self, event: QKeyEvent) -> bool:
        """Do what a key means for the doubt in sight; say whether it meant anything."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.isAutoRepeat() or self.doubt.sheet is None:
                return self.doubt.sheet is not None
            self.doubt.take()
            return True
        if event.text() == "-" and self._last is not None:
            self.commands.run("take_back")
            return True
        return self.doubt.hears(event.text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.side.fit(event.size().width())
        self.doubt.setFixedWidth(max(theme.px(240), event.size().width() * 31 // 100))
        self.head.sentence.setVisible(event.size().height() >= theme.px(LOW))

    def _lay_out(self) -> None:
        self.read = command_button(self.commands, "read", name="scan_read")
        watch = command_button(self.commands, "watch", name="scan_watch")
        self._begin = EmptyState(
            "layers",
            tr("Nothing was scanned of this round yet"),
            tr(
                "Put each bundle into the feeder with its cover on top. Choose the files the"
                " scanner wrote, or the folder it writes into."
            ),
        )
        self._done = EmptyState("circle-check", tr("No sheet waits for a person"), "")
        self._work = QWidget()
        row_in(self._work, self.side, (self.page, 1), self.doubt, (self._done, 1), spacing=16)
        body = QWidget()
        column_in(body, (self._begin, 1), (self._work, 1), spacing=None)
        others = [command_button(self.commands, name, name=f"scan_{name}") for name in _OTHERS]
        record = command_button(self.commands, "record", name="scan_record", role="primary")
        foot = button_row(self.read, watch, *others, None, record)
        lay_out_page(self, self.head, self.notice, body, foot, body=body)
        self._work.hide()
