"""Acts on doubtful ballots on their way to the file; what they changed is read again."""

from __future__ import annotations

from dataclasses import dataclass, field

from congress_desk.actions.elections.doubts import decide_doubt, give_back, set_aside
from congress_desk.actions.elections.passes.doubts import set_aside_in_pass
from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.doubtful_ballot import DoubtCause, DoubtfulBallot
from congress_desk.domain.elections.passes.bundle_passes import BundlePasses
from congress_desk.errors import Refusal
from congress_desk.ui.desks.elections.counting.line.typed_acts import Call, new_uid
from congress_desk.ui.desks.elections.counting.running_count import RunningCount


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
