"""Acts on a pass on their way to the file: it is opened, or closed for good; then read again."""

from __future__ import annotations

from dataclasses import dataclass

from congress_desk.actions.elections.passes.opening import close_pass, open_pass
from congress_desk.domain.elections.passes.bundle_passes import BundlePasses
from congress_desk.errors import Refusal
from congress_desk.ui.desks.elections.counting.line.typed_acts import Call
from congress_desk.ui.desks.elections.counting.running_count import RunningCount


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
