"""Puts ballots on the pile that waits for the board, and asks what the board decided on each."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from congress_desk.domain.elections.doubtful_ballot import DoubtCause, DoubtfulBallot
from congress_desk.ui.desks.elections.counting.doubt_dialogs import DecideDialog, SetAsideDialog
from congress_desk.ui.desks.elections.counting.line.counting_state import CountingState
from congress_desk.ui.desks.elections.counting.line.entry_controller import EntryController
from congress_desk.ui.desks.elections.counting.line.typed_acts import SetAside, TypedAct
from congress_desk.ui.desks.elections.counting.side.doubt_queue import DoubtQueue


class DoubtfulPile(QObject):
    """What the commands of the pile do; the queue at the side asks for a decision too."""

    def __init__(
        self, state: CountingState, entry: EntryController, queue: DoubtQueue, screen: QWidget
    ) -> None:
        super().__init__(screen)
        self._state, self._entry, self._screen = state, entry, screen
        queue.wanted.connect(self.decide)

    def put_aside(self) -> None:
        """Ask what is doubtful about the next ballot of the bundle in hand."""
        bundle = self._state.bundle
        if self._entry.why_not_aside or bundle is None:
            return
        number = len(self._state.count.sheet.doubts) + 1
        place = self._state.place_on_paper(bundle, self._state.next_place())
        dialog = SetAsideDialog(number, bundle, place, self._screen)
        dialog.described.connect(lambda cause, note: self._submit(bundle, cause, note))
        dialog.open()

    def decide_next(self) -> None:
        """Ask what the board decided on the first ballot that waits."""
        waiting = [doubt for doubt in self._state.count.sheet.doubts if doubt.waits]
        if waiting:
            self.decide(waiting[0])

    def decide(self, doubt: DoubtfulBallot) -> None:
        """Ask what the board decided on a ballot."""
        dialog = DecideDialog(doubt, self._state, self._screen)
        dialog.decided.connect(self._on_decided)
        dialog.open()

    def _on_decided(self, decided: TypedAct) -> None:
        """Record it; its button at the side goes away, the keyboard is where ballots are typed."""
        self._entry.line.setFocus()
        self._entry.submit(decided)

    def _submit(self, bundle: int, cause: DoubtCause, note: str) -> None:
        self._entry.ask_operator()
        operator = self._state.session.operator
        self._entry.submit(SetAside(operator=operator, bundle=bundle, cause=cause, note=note))
        self._entry.follow_bundle()
