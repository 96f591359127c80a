"""Acts of the line sent to the file one at a time, in the order they were typed."""

from __future__ import annotations

from collections import Counter, deque
from typing import Any

from PySide6.QtCore import QObject, Signal

from congress_desk.errors import Problem, Refusal, refuse
from congress_desk.ui.desks.elections.counting.counted_round import CountedRound, counted_round
from congress_desk.ui.desks.elections.counting.line.typed_acts import (
    ConfirmBundle,
    EnterBallots,
    OpenPass,
    TakeBackBallot,
    TypedAct,
)
from congress_desk.ui.desks.elections.counting.running_count import RunningCount
from congress_desk.ui.session import Session


class ActQueue(QObject):
    """Holds what was typed ahead; stops at the first act that the file does not take.

    `acknowledged` carries an act that is in the file and in the count. `halted` carries the reason
    and every act that is not, in order. `lost` says that nobody knows what the file holds.
    While `reading`, the count is behind the file.
    """

    changed = Signal()
    acknowledged = Signal(object)
    halted = Signal(object, object)
    lost = Signal(object)

    def __init__(
        self, session: Session, count: RunningCount, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._count = session, count
        self._waiting: deque[TypedAct] = deque()
        self._sent: TypedAct | None = None
        self._failure: Refusal | None = None
        self._own_changes = 0
        self.reading = False
        session.failed.connect(self._on_failed)

    @property
    def acts(self) -> tuple[TypedAct, ...]:
        """Return what is not acknowledged yet, oldest first."""
        return (*((self._sent,) if self._sent else ()), *self._waiting)

    @property
    def entries(self) -> list[EnterBallots]:
        """Return the ballots not acknowledged yet, oldest first."""
        return [act for act in self.acts if isinstance(act, EnterBallots)]

    def opens(self, bundle: int) -> bool:
        """Say whether a pass of this bundle is on its way to be opened."""
        return any(isinstance(act, OpenPass) and act.bundle == bundle for act in self.acts)

    def pending(self) -> Counter[int]:
        """Return by bundle how many ballots are on their way in, less those on their way out."""
        numbers: Counter[int] = Counter()
        for act in self.acts:
            if isinstance(act, EnterBallots):
                numbers[act.bundle] += act.number
            elif isinstance(act, TakeBackBallot):
                numbers[act.bundle] -= 1
        return numbers

    def submit(self, act: TypedAct) -> None:
        """Send an act after all those before it."""
        self._waiting.append(act)
        self._send_next()
        self.changed.emit()

    def _send_next(self) -> None:
        if self._sent is not None or not self._waiting:
            return
        self._sent = act = self._waiting.popleft()
        call = act.call(self._count)
        if isinstance(call, Refusal):
            self._halt(call)
            return
        self._session.act(
            call.action,
            *call.arguments,
            done=self._on_done,
            operator=act.operator,
            **call.options,
        )

    def _on_done(self, value: Any) -> None:
        act = self._sent
        if act is None:
            return
        if isinstance(value, Refusal):
            self._halt(value)
            return
        self._own_changes += not isinstance(act, ConfirmBundle)
        if act.take_over(self._count, value):
            self._acknowledge(act)
        else:
            self._read_again()

    def _acknowledge(self, act: TypedAct) -> None:
        self._sent = self._failure = None
        self.acknowledged.emit(act)
        self._send_next()
        self.changed.emit()

    def _halt(self, why: Refusal) -> None:
        left = self.acts
        self._sent = self._failure = None
        self._waiting.clear()
        self.changed.emit()
        self.halted.emit(why, left)

    def _on_failed(self, error: object) -> None:
        """Look in the file whether the act is there: a failure does not mean "not saved"."""
        if self._sent is None:
            return
        if self._failure is not None:
            self.reading = False
            self.lost.emit(self._failure)
            return
        self._failure = failure_of(error)
        self._read_again()

    def was_own_change(self) -> bool:
        """Say whether the change that the session tells now is of an act of this queue."""
        own = self._own_changes > 0
        self._own_changes -= own
        return own

    def _read_again(self) -> None:
        self.reading = True
        self._session.ask(
            counted_round,
            self._count.sheet.round.id,
            self._count.operator,
            done=self._on_read_again,
        )

    def _on_read_again(self, counted: CountedRound) -> None:
        self.reading = False
        act = self._sent
        if act is None:
            return
        self._count.follow(counted)
        if self._failure is None or act.happened(self._count):
            self._acknowledge(act)
        else:
            self._halt(self._failure)


def failure_of(error: object) -> Refusal:
    """Return why an act failed: what the file says of it, or the unexpected exception."""
    why = getattr(error, "problem", None)
    if isinstance(why, Problem):
        return Refusal((why,))
    return refuse("counting_act_failed", detail=" ".join(str(error).split())[:200])
