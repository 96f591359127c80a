"""After each act the screen's count is held against the file's; at bundle ends against the rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from congress_desk.domain.elections.passes.bundle_passes import BundlePasses
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.domain.kinds import Kind, Kinds
from congress_desk.queries.elections.rounds import round_sheet, running_sheet
from congress_desk.ui.desks.elections.counting.counted_round import (
    CountedRound,
    counted_round,
    running_passes,
)
from congress_desk.ui.desks.elections.counting.line.act_queue import ActQueue
from congress_desk.ui.desks.elections.counting.running_count import RunningCount
from congress_desk.ui.session import Session

# However large a bundle is, the rows are counted again after as many ballots.
MOST_UNCHECKED = 50


class CountCheck(QObject):
    """Asks for at most one recount at a time; one more when something changed meanwhile.

    After a ballot the file answers with the count that its acts kept, which takes as long with ten
    ballots as with thousands. When a bundle is full, or left for another, all rows are counted.

    Answers come in the order of the jobs, so a recount holds exactly the acts acknowledged before
    it. `read` says that the count has a new sheet, `differs` that the two counts are not the same.
    """

    read = Signal()
    differs = Signal()

    def __init__(
        self, session: Session, count: RunningCount, queue: ActQueue, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._count, self._queue = session, count, queue
        self._asked = self._again = self._whole = False
        self._checked, self._bundle = count.typed, _last_bundle(count)
        session.changed.connect(self._on_changed)
        session.failed.connect(self._on_failed)

    def request(self, *, whole: bool = False) -> None:
        """Count again; `whole` also reads every ballot, when somebody else changed them."""
        self._whole = self._whole or whole
        if self._asked:
            self._again = True
            return
        self._asked, self._again = True, False
        round_id = self._count.sheet.round.id
        if self._whole:
            self._whole = False
            self._ask_for_all(self._on_whole)
        elif self._is_due():
            self._checked, self._bundle = self._count.typed, _last_bundle(self._count)
            if self._count.own is None:
                self._session.ask(round_sheet, round_id, done=self._on_sheet)
            else:
                self._ask_for_all(self._on_own_rows)
        elif self._count.own is not None:
            self._session.ask(running_passes, round_id, done=self._on_passes)
        else:
            self._session.ask(running_sheet, round_id, done=self._on_sheet)

    def _ask_for_all(self, done: Callable[[CountedRound], None]) -> None:
        self._session.ask(
            counted_round, self._count.sheet.round.id, self._count.operator, done=done
        )

    def _is_due(self) -> bool:
        """Say whether the rows are to be counted: a bundle ended, or many ballots came since."""
        bundle = _last_bundle(self._count)
        if bundle != self._bundle or abs(self._count.typed - self._checked) >= MOST_UNCHECKED:
            return True
        ended = bundle is not None and not self._count.room(bundle)
        return ended and self._count.typed != self._checked

    def _on_whole(self, counted: CountedRound) -> None:
        if _is_of_another(counted, self._count):
            self._asked = False
            self.request(whole=True)
            return
        self._count.follow(counted)
        self._on_sheet(counted.sheet)

    def _on_own_rows(self, counted: CountedRound) -> None:
        """Hold one's own pass on the screen against its rows."""
        if self._queue.reading or self._whole or _is_of_another(counted, self._count):
            self._asked = False
            self.request()
            return
        if not self._count.holds(counted):
            self.differs.emit()
        self._count.own = counted.own
        self._on_sheet(counted.sheet)

    def _on_passes(self, answer: tuple[RoundSheet, tuple[BundlePasses, ...]]) -> None:
        sheet, bundles = answer
        if self._count.own is not None and not self._queue.reading:
            self._count.own = replace(self._count.own, bundles=bundles)
        self._on_sheet(sheet)

    def _on_sheet(self, sheet: RoundSheet) -> None:
        self._asked = False
        if self._queue.reading or self._whole:
            self.request()
            return
        self._count.sheet = sheet
        if not self._count.agrees_with(sheet):
            self.differs.emit()
        self.read.emit()
        if self._again:
            self.request()

    def _on_changed(self, kinds: Kinds) -> None:
        own = self._queue.was_own_change()
        self.request(whole=Kind.BALLOTS in kinds and not own)

    def _on_failed(self, error: object) -> None:
        self._asked = False


def _last_bundle(count: RunningCount) -> int | None:
    return count.previous.bundle if count.previous else None


def _is_of_another(counted: CountedRound, count: RunningCount) -> bool:
    """Say whether an answer was asked for before somebody else began to type."""
    return counted.own is not None and counted.own.worker.name != count.operator
