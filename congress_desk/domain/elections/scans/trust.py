"""What stands against a round whose ballots a scanner read without a typed pass beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from congress_desk.domain.elections.checks.sample import Sample, SheetState
from congress_desk.domain.elections.findings import Finding, Severity
from congress_desk.domain.rules.rule_set import RuleSet, ScanTrust
from congress_desk.domain.text.number_ranges import ranges_text


@dataclass(frozen=True, slots=True, kw_only=True)
class ScannedBundles:
    """The bundles of a round that a scanner read, by number: beside a typed pass, or alone.

    `ballots` is how many ballots those read alone hold.
    """

    beside: tuple[int, ...] = ()
    alone: tuple[int, ...] = ()
    ballots: int = 0

    @property
    def any(self) -> bool:
        """Say whether a scanner read any bundle."""
        return bool(self.beside or self.alone)


def wrong_in(samples: Sequence[Sample], bundles: Sequence[int]) -> tuple[int, ...]:
    """Return the bundles among these in which a sheet of a sample was recorded wrong."""
    sheets = (sheet for sample in samples for sheet in sample.sheets)
    found = {sheet.bundle for sheet in sheets if sheet.was_wrong}
    return tuple(sorted(found & set(bundles)))


def scan_findings(
    scanned: ScannedBundles, samples: Sequence[Sample], rules: RuleSet
) -> list[Finding]:
    """Return what closes the gate: no sample, or a bundle in which the reader was wrong once.

    A reader that was wrong about one sheet of a bundle is not believed about the others: the bundle
    is typed. None of this can be let stand.
    """
    if not scanned.alone or rules.scan_trust is ScanTrust.ALONE:
        return []
    article, count = rules.article("counting_board"), len(scanned.alone)
    alone, found = ranges_text(scanned.alone), []
    if rules.scan_trust is ScanTrust.BESIDE:
        return [_error("scan_not_allowed", article, count=count, bundles=alone)]
    wrong = wrong_in(samples, scanned.alone)
    if wrong:
        bundles = ranges_text(wrong)
        found.append(_error("scan_bundle_wrong", article, count=len(wrong), bundles=bundles))
    if not any(sample.sheets and not sample.in_state(SheetState.DRAWN) for sample in samples):
        found.append(_error("scan_not_sampled", article, count=count, bundles=alone))
    return found


def _error(code: str, article: str, /, **params: str | int) -> Finding:
    return Finding(code=code, severity=Severity.ERROR, article=article, params=params)
