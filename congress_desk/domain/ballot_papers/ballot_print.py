"""Print runs of ballots, and whether what was printed is still the list that is voted on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from congress_desk.domain.ballot_papers.printed_list import PrintedList, short_code
from congress_desk.domain.elections.findings import Finding, Severity

MOST_COPIES = 20_000


class PrintState(StrEnum):
    """A run is good, or void: of another list, or taken back with a reason."""

    PRINTED = "printed"
    VOID = "void"


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotPrint:
    """One print run: of which list, how many papers, who printed them and when.

    `needed` is the number of voters they were for (D), the rest of `copies` is the reserve; whole
    sheets are printed. `layout` is the geometry of the paper in JSON, for whoever reads the papers
    later.
    """

    id: int
    election_id: int
    round_number: int
    digest: str
    layout: str
    on_sheet: int
    needed: int
    copies: int
    state: PrintState
    void_reason: str
    actor: str
    at: str
    voided_at: str

    @property
    def reserve(self) -> int:
        """Return how many papers were printed beyond those that are needed."""
        return self.copies - self.needed

    @property
    def code(self) -> str:
        """Return the code of the list that stands on its papers."""
        return short_code(self.digest)


class PrintFact(StrEnum):
    """What the record knows of the ballots of a round."""

    NONE = "none"  # nothing was printed from here
    CURRENT = "current"  # the papers bear the list that is voted on
    OUTDATED = "outdated"  # the list was changed after the papers were printed
    VOID = "void"  # every run was taken back


def print_fact(voted_on: PrintedList, prints: Sequence[BallotPrint]) -> PrintFact:
    """Return how the ballots printed of a round stand to its list as it is now."""
    of_round = [p for p in prints if p.round_number == voted_on.round_number]
    good = [p for p in of_round if p.state is PrintState.PRINTED]
    if any(p.digest == voted_on.digest for p in good):
        return PrintFact.CURRENT
    if good:
        return PrintFact.OUTDATED
    return PrintFact.VOID if of_round else PrintFact.NONE


def printed_copies(voted_on: PrintedList, prints: Sequence[BallotPrint]) -> int:
    """Return how many good papers were printed of exactly this list."""
    return sum(
        p.copies for p in prints if p.state is PrintState.PRINTED and p.digest == voted_on.digest
    )


def print_findings(voted_on: PrintedList, prints: Sequence[BallotPrint]) -> tuple[Finding, ...]:
    """Return what stands against voting with the papers there are.

    Without a run the ballots come from elsewhere, and nothing is said.
    """
    fact = print_fact(voted_on, prints)
    if fact in (PrintFact.NONE, PrintFact.CURRENT):
        return ()
    old = next(p for p in reversed(prints) if p.round_number == voted_on.round_number)
    if fact is PrintFact.VOID:
        return (_error("ballots_void", reason=old.void_reason),)
    return (_error("ballots_outdated", printed=old.code, now=voted_on.code),)


def _error(code: str, /, **params: str | int) -> Finding:
    return Finding(code=code, severity=Severity.ERROR, params=params, waivable=True)
