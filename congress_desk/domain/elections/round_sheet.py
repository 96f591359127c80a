"""Everything known of one round, in one object: what screens, papers and workbooks show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from congress_desk.domain.congress import Congress
from congress_desk.domain.elections.checks.sample import Sample
from congress_desk.domain.elections.confirmers import Confirmer
from congress_desk.domain.elections.doubtful_ballot import DoubtfulBallot
from congress_desk.domain.elections.election import Election
from congress_desk.domain.elections.findings import Finding
from congress_desk.domain.elections.lists.candidate_names import candidate_names
from congress_desk.domain.elections.passes.round_passes import RoundPasses
from congress_desk.domain.elections.result import RoundOutcome, RoundResult
from congress_desk.domain.elections.round import Bundle, Round, RoundState, Waiver
from congress_desk.domain.elections.scans.trust import ScannedBundles
from congress_desk.domain.elections.tally import Tally
from congress_desk.domain.elections.totals.bundle_totals import BundleTotals
from congress_desk.domain.journal import JournalLine
from congress_desk.domain.organs.duty import Duty
from congress_desk.domain.people.person import BaseSum


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundSheet:
    """One round with its result, its checks and who answers for it.

    `base_sum` is None when D was entered by hand, `register` is the register as it stood when the
    round opened, None where it was empty. `confirmed_by` holds the two names that confirmed the
    declaration, `confirmers` those who may. `kept_agrees` says that the count from the rows
    was held against the one kept ballot by ballot, and is the same. `passes` are those of a round
    that is entered more than once, None of any other. `totals` are those that count of bundles
    counted by hand, by the number of the bundle. `scanned` are the bundles that a scanner read,
    `samples` those drawn where one was read without a typed pass beside it. `head` is the newest
    journal line: its short code is printed on every sheet.
    """

    congress: Congress
    election: Election
    round: Round
    base_sum: BaseSum | None
    register: BaseSum | None = None
    tally: Tally
    result: RoundResult
    findings: tuple[Finding, ...]
    bundles: tuple[Bundle, ...]
    waivers: tuple[Waiver, ...]
    board: tuple[Duty, ...]
    confirmed_by: tuple[str, ...]
    head: JournalLine
    confirmers: tuple[Confirmer, ...] = ()
    doubts: tuple[DoubtfulBallot, ...] = ()
    passes: RoundPasses | None = None
    totals: Mapping[int, BundleTotals] = field(default_factory=dict)
    scanned: ScannedBundles = ScannedBundles()
    samples: tuple[Sample, ...] = ()
    kept_agrees: bool = field(default=False, compare=False)

    @property
    def names(self) -> Mapping[int, str]:
        """Return the printed name of every candidate of the election and of this round, by id."""
        return candidate_names(self.election.candidates, self.round.candidates)

    @property
    def declared(self) -> bool:
        return self.round.state is RoundState.DECLARED

    @property
    def blocking(self) -> tuple[Finding, ...]:
        """Return what keeps the gate closed; a void round is closed as void whatever the sums."""
        if self.result.outcome is RoundOutcome.VOID:
            return ()
        return tuple(finding for finding in self.findings if finding.blocks)
