"""The count of a round kept ballot by ballot, so that one ballot more does not count all anew.

The acts on ballots carry it on; whatever else touches the ballots drops it, and it is counted from
the rows again. The counting screen keeps a count of its own beside it and holds both against the
rows at the end of each bundle.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from congress_desk.domain.elections.round import Ballot
from congress_desk.domain.elections.tally import Tally
from congress_desk.domain.elections.totals.bundle_totals import BundleTotals
from congress_desk.domain.kinds import Kind
from congress_desk.storage.congress_file import CongressFile

_NAME = "incremental_count"
# Seats and names of a round stand from its opening, the rules from its first ballot: nothing but an
# act on ballots that did not carry the count on makes it untrue.
_KINDS = frozenset({Kind.BALLOTS})


@dataclass(frozen=True, slots=True, kw_only=True)
class IncrementalCount:
    """The tally of a round, and how many ballots are in each bundle, by its number.

    `whole` says that it was kept from the first ballot on: only then does it tell anything of all
    the rows, and is not in part made of them.
    """

    tally: Tally
    entered: Counter[int] = field(default_factory=Counter)
    whole: bool = False

    def same_as(self, other: IncrementalCount) -> bool:
        """Say whether two counts agree in everything (a count of zero is no count)."""
        return self.tally.same_as(other.tally) and +self.entered == +other.entered

    def copy(self) -> IncrementalCount:
        """Return the count as it stands, for whoever must not see it go on."""
        return IncrementalCount(
            tally=self.tally.copy(), entered=self.entered.copy(), whole=self.whole
        )


def incremental_count(file: CongressFile, round_id: int) -> IncrementalCount | None:
    """Return the count that was kept up to now, None where the rows have to be counted."""
    found: IncrementalCount | None = file.read_cache.recalled(_NAME, round_id)
    return found


def keep_count(file: CongressFile, round_id: int, count: IncrementalCount) -> None:
    """Keep a count that was just made from the rows."""
    file.read_cache.keep(_NAME, round_id, count, _KINDS)


def carry_on(
    file: CongressFile,
    round_id: int,
    before: IncrementalCount | None,
    *,
    entered: Iterable[Ballot] = (),
    taken_out: Iterable[Ballot] = (),
) -> None:
    """Carry the count as it was `before` an act on to what the act, now in the file, made of it."""
    if before is None:
        return
    for ballot in taken_out:
        before.tally.remove(ballot.paper, ballot.verdict)
        before.entered[ballot.bundle] -= 1
    for ballot in entered:
        before.tally.add(ballot.paper, ballot.verdict)
        before.entered[ballot.bundle] += 1
    keep_count(file, round_id, before)


def carry_totals_on(
    file: CongressFile,
    round_id: int,
    before: IncrementalCount | None,
    bundle: int,
    *,
    entered: BundleTotals | None = None,
    taken_out: BundleTotals | None = None,
) -> None:
    """Carry the count on by an act on a bundle that is entered by its totals."""
    if before is None:
        return
    for totals, step in ((taken_out, -1), (entered, 1)):
        if totals is not None:
            before.tally.add_totals(totals, step)
            before.entered[bundle] += step * totals.sheets
    keep_count(file, round_id, before)
