"""Follows the keys of the entry line and turns them into acts, questions and what is drawn."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from congress_desk.errors import Refusal, refuse
from congress_desk.help.why import why_of
from congress_desk.i18n import problem_text, tr
from congress_desk.ui.desks.elections.counting.line.bundle_full import BundleFull
from congress_desk.ui.desks.elections.counting.line.correcting import Correcting
from congress_desk.ui.desks.elections.counting.line.counting_state import CountingState
from congress_desk.ui.desks.elections.counting.line.line_mode import LineMode
from congress_desk.ui.desks.elections.counting.line.notices import Notice, Topic
from congress_desk.ui.desks.elections.counting.line.pass_offer import PassOffer
from congress_desk.ui.desks.elections.counting.line.recording import Recording
from congress_desk.ui.desks.elections.counting.line.saving_again import SavingAgain
from congress_desk.ui.desks.elections.counting.line.searching import Searching
from congress_desk.ui.desks.elections.counting.line.short_pass import ShortPass
from congress_desk.ui.desks.elections.counting.line.typed_acts import (
    ClosePass,
    ConfirmBundle,
    CorrectBallot,
    TypedAct,
    UndoLast,
)
from congress_desk.ui.desks.elections.counting.line.unsaved_ballots import unsaved_lines
from congress_desk.ui.widgets.inputs.entry_line import EntryLine


class EntryController(QObject):
    """The line in its mode. `drawn` carries the Preview, `refused` is a wrong key or a wrong line.

    `about_to_record` is the last moment to give the operator's name; `moved` says that the bundle
    in hand may be another. `operator_wanted` asks who types, `compare_wanted` for the comparison.
    """

    drawn = Signal(object)
    refused = Signal()
    about_to_record = Signal()
    moved = Signal()
    operator_wanted = Signal()
    compare_wanted = Signal()

    def __init__(
        self, state: CountingState, line: EntryLine, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.state, self.line = state, line
        self._filling = False
        self.mode: LineMode = Recording(self)
        line.textChanged.connect(self._on_text)
        line.returnPressed.connect(self._on_enter)
        line.escaped.connect(self._on_escape)
        line.older.connect(lambda: self.mode.step(1))
        line.newer.connect(lambda: self.mode.step(-1))
        line.undo_asked.connect(self.undo)
        line.drop_asked.connect(self.drop)
        line.key_refused.connect(self.refuse)
        state.queue.halted.connect(self._on_halted)
        state.queue.changed.connect(self.draw)
        self.record_again()

    @property
    def text(self) -> str:
        """Return what stands on the line."""
        return self.line.text()

    def use(self, mode: LineMode, text: str = "") -> None:
        """Give the line another meaning and another text."""
        self.state.notices.clear(self.mode.topic, Topic.REFUSED)
        self.mode = mode
        self.line.set_check(mode.allows)
        self.line.locked = mode.locked
        self.fill(text)
        if self.line.isVisible():
            # A count that runs on behind another page of the desk leaves the keyboard there.
            self.line.setFocus()

    def fill(self, text: str) -> None:
        """Put a text on the line without taking it for keys."""
        self._filling = True
        self.line.fill(text)
        self._filling = False
        self.draw()

    def record_again(self) -> None:
        """Go back to the next ballot, or to the question of a full bundle, the line empty."""
        self.use(self._resting()(self))

    def follow_bundle(self) -> None:
        """Ask about the bundle in hand when it has become full, or stop asking."""
        rests = isinstance(self.mode, BundleFull | PassOffer | Recording)
        if rests and not isinstance(self.mode, self._resting()):
            self.record_again()
        self.moved.emit()
        self.draw()

    def _resting(self) -> type[BundleFull | PassOffer | Recording]:
        """Return what the line is when nothing is asked: the next ballot, or what it waits for."""
        if self.state.awaits_pass:
            return PassOffer
        return BundleFull if self.state.awaits_word else Recording

    def take_operator(self) -> None:
        """Go on as whoever types now: with their own open pass, or what they may begin."""
        state = self.state
        state.emptied.clear()
        state.notices.clear(Topic.RESUMED, Topic.FAILED)
        if not state.unsaved:
            begun = self.line.text() if self.mode.begun(self.line.text()) else ""
            state.bundle, state.typed_in_vain = state.count.first_bundle(), begun
            self.record_again()
            self._say_typed_in_vain()
        self.moved.emit()

    def forget_closed(self, bundle: int) -> None:
        """Know that the file has a pass closed, and go on where there is more to type."""
        self.state.emptied.discard(bundle)
        if self.state.bundle == bundle:
            self.go_on_to_open_bundle()
        self.draw()

    def draw(self) -> None:
        """Show the ballot and the notice of the mode for the line as it stands."""
        notice = self.mode.notice()
        if notice is not None:
            self.state.notices.put(self.mode.topic, notice)
        else:
            self.state.notices.clear(self.mode.topic)
        self.drawn.emit(self.mode.preview(self.line.text()))

    def refuse(self, why: Refusal) -> None:
        """Say why a key or a line is refused."""
        text = problem_text(why.first)
        refused = Notice(text=text, tone="wrong", why=why_of(why.first))
        self.state.notices.put(Topic.REFUSED, refused)
        self.refused.emit()

    def submit(self, act: TypedAct) -> None:
        """Send an act to the file."""
        self.state.queue.submit(act)

    def take_scanned(self, number: int) -> None:
        """Take the bundle of a scanned cover in hand, and begin its pass where that is allowed."""
        self.take_bundle(number)
        if isinstance(self.mode, PassOffer) and self.mode.why_not() is None:
            self.mode.enter("")

    def change_operator(self) -> None:
        """Let somebody else give their name, or sign in."""
        self.operator_wanted.emit()

    def compare(self) -> None:
        """Go to where the passes of this round are compared."""
        self.compare_wanted.emit()

    def ask_operator(self) -> None:
        """Take the operator's name now, the last moment before a ballot carries it."""
        self.about_to_record.emit()

    def undo(self) -> None:
        """Undo the newest entry, correction or take-back."""
        if isinstance(self.mode, Recording) and not self._shut:
            self.state.notices.clear(Topic.DONE, Topic.FAILED, Topic.RESUMED)
            self.submit(UndoLast(operator=self.state.session.operator, bundle=self.state.bundle))

    @property
    def why_no_undo(self) -> str:
        """Return why nothing can be undone from the line as it stands, "" where it can."""
        if isinstance(self.mode, Recording) and not self._shut:
            return ""
        return tr("Not while the line holds something else, nor in a round that is closed")

    @property
    def why_not_aside(self) -> str:
        """Return why no ballot can be put aside from the line as it stands, "" where one can."""
        if not isinstance(self.mode, Recording) or self._shut or self.line.text():
            return tr("Empty the line first: the next ballot of the bundle is put aside")
        if self.state.queue.acts:
            return tr("Still being written; press again")
        obstacle = self.state.obstacle(1)
        return problem_text(obstacle.first) if obstacle is not None else ""

    @property
    def is_correcting(self) -> bool:
        """Say whether a recorded ballot stands on the line."""
        return isinstance(self.mode, Correcting)

    def reopen(self, ballot_id: int) -> None:
        """Put a recorded ballot on the line for correction."""
        ballot = self.state.count.ballot(ballot_id)
        if ballot is None or self._shut:
            return
        if self.line.text() and not isinstance(self.mode, Correcting):
            self.refuse(refuse("counting_line_not_empty"))
        elif self.state.queue.acts:
            self.refuse(refuse("counting_still_writing"))
        else:
            self.use(Correcting(self, ballot), self.state.line_of(ballot))

    def look_at(self, place: int) -> None:
        """Draw another ballot of the bundle that is searched."""
        if isinstance(self.mode, Searching):
            self.mode.look_at(place)
            self.line.setFocus()

    def take_bundle(self, number: int) -> None:
        """Go on with another bundle, unless the one in hand waits for its word."""
        bundle = self.state.bundle
        if self.state.awaits_word and bundle is not None and bundle != number:
            self.refuse(refuse("counting_bundle_awaits_word", bundle=bundle))
            return
        self.state.closed_words = ""
        self._begin_bundle(number)

    def go_on_to_open_bundle(self) -> None:
        """Take the next bundle with room."""
        state = self.state
        self._begin_bundle(state.next_bundle() or state.bundle)

    def go_back_to(self, number: int | None) -> None:
        """Go on where an undo took ballots out."""
        if number is not None:
            self.state.emptied.discard(number)
            self._begin_bundle(number)

    def _begin_bundle(self, number: int | None) -> None:
        self.state.bundle = number
        self.state.notices.clear(Topic.REFUSED)
        if isinstance(self.mode, BundleFull | Searching | ShortPass):
            self.record_again()
        self.follow_bundle()

    def show_next_unsaved(self, why: Refusal) -> None:
        """Put the first ballot that is not in the file on the line, if there is one."""
        if not self.state.unsaved:
            self.record_again()
            self._say_typed_in_vain()
            return
        first = self.state.unsaved[0]
        self.state.bundle = first.bundle
        self.moved.emit()
        self.use(SavingAgain(self, why), first.text)

    def _say_typed_in_vain(self) -> None:
        """Ask for the sheet begun when the file refused: kept, its digits would join another's."""
        text, self.state.typed_in_vain = self.state.typed_in_vain, ""
        if text:
            again = tr("The ballot begun ({text}) was not kept: type it again", text=text)
            self.state.notices.put(Topic.FAILED, Notice(text=again, tone="look"))

    @property
    def _shut(self) -> bool:
        return self.state.stopped or self.state.closed

    def _on_text(self, text: str) -> None:
        if self._filling:
            return
        self.state.notices.clear(Topic.REFUSED)
        self.mode.typed(text)
        self.draw()

    def _on_enter(self) -> None:
        if not self._shut:
            self.state.notices.clear(Topic.REFUSED)
            self.mode.enter(self.line.text())

    def _on_escape(self) -> None:
        self.state.notices.clear(Topic.REFUSED)
        if not self._shut:
            self.mode.leave()

    def drop(self) -> None:
        """Take back the ballot that is being corrected."""
        if isinstance(self.mode, Correcting):
            self.mode.drop()

    def _on_halted(self, why: Refusal, acts: Sequence[TypedAct]) -> None:
        """Put what is not in the file where it can be seen and typed again."""
        self.refused.emit()
        unsaved = unsaved_lines(acts, self.state.count, self.state.plain_context())
        text = self.line.text()
        self.state.unsaved[:0] = unsaved
        closing = [act for act in acts if isinstance(act, ConfirmBundle | ClosePass)]
        self.state.emptied -= {act.bundle for act in closing}
        if unsaved:
            if text and isinstance(self.mode, Recording):
                self.state.typed_in_vain = text
            self.show_next_unsaved(why)
            return
        failed = tr("Not done: {why}", why=problem_text(why.first))
        notice = Notice(text=failed, tone="wrong", why=why_of(why.first))
        self.state.notices.put(Topic.FAILED, notice)
        act = acts[0]
        if isinstance(act, CorrectBallot) and isinstance(self.mode, Recording) and not text:
            self.use(Correcting(self, act.ballot), act.text)
