"""What the line asks of the file, on its way there: ballots, what is done with doubts, passes."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from congress_desk.actions.elections.accounting import confirm_bundle
from congress_desk.actions.elections.ballots import (
    correct_ballot,
    enter_ballots,
    take_back_ballot,
    undo_last,
)
from congress_desk.actions.elections.doubts import decide_doubt, give_back, set_aside
from congress_desk.actions.elections.passes.doubts import set_aside_in_pass
from congress_desk.actions.elections.passes.entering import (
    correct_in_pass,
    enter_in_pass,
    take_back_in_pass,
    undo_in_pass,
)
from congress_desk.actions.elections.passes.opening import close_pass, open_pass
from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.doubtful_ballot import DoubtCause, DoubtfulBallot
from congress_desk.domain.elections.passes.bundle_passes import BundlePasses
from congress_desk.domain.elections.round import Ballot, Bundle
from congress_desk.domain.journal import JournalLine
from congress_desk.errors import Refusal, refuse
from congress_desk.ui.desks.elections.counting.running_count import RunningCount


@dataclass(frozen=True, slots=True)
class Call:
    """An action with its arguments after the file."""

    action: Callable[..., Any]
    arguments: tuple[Any, ...]
    options: Mapping[str, Any] = field(default_factory=dict)


class TypedAct(Protocol):
    """One act of the line; `operator` is who typed it."""

    operator: str

    def call(self, count: RunningCount) -> Call | Refusal:
        """Return what to run, now that everything typed before is in the file."""

    def take_over(self, count: RunningCount, value: Any) -> bool:
        """Count what the file acknowledged; False when only reading it again can tell."""

    def happened(self, count: RunningCount) -> bool:
        """Say whether a freshly read count shows this act, after an answer that never came."""


def new_uid() -> str:
    """Return an id that no other ballot has; it is made here, before the file is asked."""
    return uuid.uuid4().hex


@dataclass(slots=True, eq=False, kw_only=True)
class EnterBallots:
    """Ballots for one bundle: `paper` keyed by candidate id, None for the ballot before it.

    The uids are made once: however often the act is sent, each ballot is recorded once.
    """

    operator: str
    text: str
    bundle: int
    paper: Paper | None
    number: int = 1
    uids: Sequence[str] = ()
    recorded: tuple[Ballot, ...] = ()

    def __post_init__(self) -> None:
        self.uids = self.uids or tuple(new_uid() for _ in range(self.number))

    def call(self, count: RunningCount) -> Call | Refusal:
        before = count.previous
        paper = self.paper or (before.paper if before else None)
        if paper is None:
            return refuse("entry_nothing_to_repeat")
        papers = [paper] * self.number
        action = enter_in_pass if count.own else enter_ballots
        return Call(action, (count.sheet.round.id, self.bundle, papers, self.uids))

    def take_over(self, count: RunningCount, value: tuple[Ballot, ...]) -> bool:
        self.recorded = tuple(value)
        count.record_typed(value)
        return True

    def happened(self, count: RunningCount) -> bool:
        found = [count.by_uid(uid) for uid in self.uids]
        self.recorded = tuple(ballot for ballot in found if ballot is not None)
        return len(self.recorded) == self.number


@dataclass(slots=True, eq=False, kw_only=True)
class CorrectBallot:
    """Another paper (keyed by candidate id) in the place of a recorded one."""

    operator: str
    text: str
    ballot: Ballot
    paper: Paper
    uid: str = field(default_factory=new_uid)

    def call(self, count: RunningCount) -> Call | Refusal:
        action = correct_in_pass if count.own else correct_ballot
        return Call(action, (self.ballot.id, self.paper, self.uid))

    def take_over(self, count: RunningCount, value: Ballot) -> bool:
        count.correct(self.ballot.id, value)
        return True

    def happened(self, count: RunningCount) -> bool:
        return count.by_uid(self.uid) is not None


@dataclass(slots=True, eq=False, kw_only=True)
class TakeBackBallot:
    """A recorded ballot taken out again, or the last one of ballots still on their way."""

    operator: str
    target: Ballot | EnterBallots

    @property
    def ballot(self) -> Ballot | None:
        """Return the ballot meant, None while it is still on its way."""
        if isinstance(self.target, Ballot):
            return self.target
        return self.target.recorded[-1] if self.target.recorded else None

    @property
    def bundle(self) -> int:
        return self.target.bundle

    def call(self, count: RunningCount) -> Call | Refusal:
        ballot = self.ballot
        action = take_back_in_pass if count.own else take_back_ballot
        return Call(action, (ballot.id,)) if ballot else refuse("ballot_unknown")

    def take_over(self, count: RunningCount, value: Ballot) -> bool:
        count.take_out(value.id)
        return True

    def happened(self, count: RunningCount) -> bool:
        return self.ballot is not None and count.ballot(self.ballot.id) is None


@dataclass(slots=True, eq=False, kw_only=True)
class ConfirmBundle:
    """No sheet of a full bundle is left in the hand; its number is written on it."""

    operator: str
    bundle: int

    def call(self, count: RunningCount) -> Call | Refusal:
        return Call(confirm_bundle, (count.sheet.round.id, self.bundle))

    def take_over(self, count: RunningCount, value: Bundle) -> bool:
        return True

    def happened(self, count: RunningCount) -> bool:
        return False


@dataclass(slots=True, eq=False, kw_only=True)
class UndoLast:
    """The newest entry, correction or take-back undone by its inverse.

    Of the round; of several passes of one's own in this bundle.
    """

    operator: str
    bundle: int | None
    undone: JournalLine | None = None
    before: tuple[Ballot, ...] = ()

    def call(self, count: RunningCount) -> Call | Refusal:
        self.before = count.all()
        if count.own:
            return Call(undo_in_pass, (count.sheet.round.id, self.bundle))
        return Call(undo_last, (count.sheet.round.id,))

    def take_over(self, count: RunningCount, value: JournalLine) -> bool:
        self.undone = value
        return False

    def happened(self, count: RunningCount) -> bool:
        return count.all() != self.before


@dataclass(slots=True, eq=False, kw_only=True)
class OpenPass:
    """The next pass of a bundle begun; from then on it is this operator's."""

    operator: str
    bundle: int

    def call(self, count: RunningCount) -> Call | Refusal:
        return Call(open_pass, (count.sheet.round.id, self.bundle))

    def take_over(self, count: RunningCount, value: BundlePasses) -> bool:
        return False

    def happened(self, count: RunningCount) -> bool:
        return count.own is not None and count.own.open_pass(self.bundle) is not None


@dataclass(slots=True, eq=False, kw_only=True)
class ClosePass:
    """No sheet of the bundle is left in the hand; `short` where its cover promises more."""

    operator: str
    bundle: int
    short: bool = False
    closed: BundlePasses | None = None

    def call(self, count: RunningCount) -> Call | Refusal:
        return Call(close_pass, (count.sheet.round.id, self.bundle), {"short": self.short})

    def take_over(self, count: RunningCount, value: BundlePasses) -> bool:
        self.closed = value
        return False

    def happened(self, count: RunningCount) -> bool:
        return count.own is not None and count.own.open_pass(self.bundle) is None


@dataclass(slots=True, eq=False, kw_only=True)
class SetAside:
    """The next ballot of a bundle put aside for the board."""

    operator: str
    bundle: int
    cause: DoubtCause
    note: str
    doubt: DoubtfulBallot | None = None
    before: int = 0

    def call(self, count: RunningCount) -> Call | Refusal:
        self.before = count.aside_in(self.bundle)
        action = set_aside_in_pass if count.own else set_aside
        return Call(action, (count.sheet.round.id, self.bundle, self.cause, self.note))

    def take_over(self, count: RunningCount, value: DoubtfulBallot | BundlePasses) -> bool:
        self.doubt = value if isinstance(value, DoubtfulBallot) else None
        return False

    def happened(self, count: RunningCount) -> bool:
        return count.aside_in(self.bundle) > self.before


@dataclass(slots=True, eq=False, kw_only=True)
class DecideDoubt:
    """What the whole board decided on a ballot; `paper` is keyed by candidate id."""

    operator: str
    doubt: DoubtfulBallot
    paper: Paper
    board: int
    in_favour: int
    article: str
    reason: str
    uid: str = field(default_factory=new_uid)

    def call(self, count: RunningCount) -> Call | Refusal:
        decided = (self.board, self.in_favour, self.article, self.reason)
        return Call(decide_doubt, (self.doubt.id, self.paper, self.uid, *decided))

    def take_over(self, count: RunningCount, value: DoubtfulBallot) -> bool:
        return False

    def happened(self, count: RunningCount) -> bool:
        return count.by_uid(self.uid) is not None


@dataclass(slots=True, eq=False, kw_only=True)
class GiveBack:
    """A ballot that was put aside in error, given back to its bundle."""

    operator: str
    doubt: DoubtfulBallot

    def call(self, count: RunningCount) -> Call | Refusal:
        return Call(give_back, (self.doubt.id,))

    def take_over(self, count: RunningCount, value: DoubtfulBallot) -> bool:
        return False

    def happened(self, count: RunningCount) -> bool:
        waiting = {doubt.id for doubt in count.sheet.doubts if doubt.waits}
        return self.doubt.id not in waiting
