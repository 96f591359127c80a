"""Every sum that must hold, each as a coded finding that says what is wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from congress_desk.domain.ballots import MarkMode
from congress_desk.domain.candidate_list import Surplus
from congress_desk.domain.records import Accounting, Bundle, Candidate, RoundKind, Waiver
from congress_desk.domain.rules import RuleSet
from congress_desk.domain.tally import Tally
from congress_desk.domain.text import fold


class Severity(StrEnum):
    """An error closes the gate; a warning needs a look; information is only said."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One sum that fails or one thing to look at. Its sentence is `finding.<code>` in i18n.

    An error that is `waivable` no longer blocks once a named person has written why.
    """

    code: str
    severity: Severity
    params: Mapping[str, str | int] = field(default_factory=lambda: MappingProxyType({}))
    article: str = ""
    waivable: bool = False
    waived_by: str = ""
    waived_reason: str = ""

    @property
    def blocks(self) -> bool:
        return self.severity is Severity.ERROR and not self.waived_by


def _finding(
    code: str,
    severity: Severity,
    article: str = "",
    waivable: bool = False,
    **params: str | int,
) -> Finding:
    return Finding(code=code, severity=severity, params=params, article=article, waivable=waivable)


def list_findings(
    candidates: Sequence[Candidate], seats: int, rules: RuleSet, kind: RoundKind = RoundKind.FIRST
) -> list[Finding]:
    """Return what is to be said of a list of candidates (190 Điều 17; 244 and 04-HD/TW alike)."""
    surplus = Surplus(candidates=len(candidates), seats=seats)
    found = []
    article = rules.article("surplus")
    numbers = {"candidates": len(candidates), "seats": seats, "percent": surplus.percent}
    if kind is not RoundKind.TIE:
        if len(candidates) < seats:
            found.append(_finding("fewer_candidates", Severity.WARNING, article, **numbers))
        elif seats > 1 and surplus.number == 0:
            found.append(_finding("surplus_none", Severity.WARNING, article, **numbers))
        elif surplus.above_max(rules):
            small = surplus.is_small_committee(rules)
            code = "surplus_above_max_small" if small else "surplus_above_max"
            limit = rules.small_committee_max_surplus if small else rules.surplus_max
            found.append(_finding(code, Severity.WARNING, article, limit=limit, **numbers))
        elif surplus.outside_prepared(rules):
            low, high = rules.surplus_prepared_min, rules.surplus_prepared_max
            found.append(
                _finding(
                    "surplus_outside_prepared",
                    Severity.WARNING,
                    article,
                    low=low,
                    high=high,
                    **numbers,
                )
            )
    names = Counter(fold(c.name) for c in candidates)
    for candidate in candidates:
        if names.pop(fold(candidate.name), 1) > 1:
            found.append(_finding("same_name", Severity.WARNING, name=candidate.name))
    return found


def accounting_findings(accounting: Accounting, tally: Tally, rules: RuleSet) -> list[Finding]:
    """Return the failures of convened ≥ present ≥ issued ≥ returned = valid + invalid."""
    found = []
    article = rules.article("counting_board")
    a = accounting
    for name in ("present", "issued", "returned"):
        if getattr(a, name) is None:
            found.append(_finding(f"{name}_missing", Severity.ERROR, article))
    if a.present is not None and a.present > a.convened:
        found.append(
            _finding(
                "present_above_convened",
                Severity.ERROR,
                article,
                True,
                present=a.present,
                convened=a.convened,
            )
        )
    if a.present is not None and a.present * 3 < a.convened * 2:
        found.append(
            _finding(
                "present_below_two_thirds",
                Severity.WARNING,
                present=a.present,
                convened=a.convened,
            )
        )
    if a.issued is not None and a.present is not None and a.issued > a.present:
        found.append(
            _finding(
                "issued_above_present",
                Severity.ERROR,
                article,
                True,
                issued=a.issued,
                present=a.present,
            )
        )
    if a.returned is not None and a.issued is not None and a.returned != a.issued:
        found.append(_returned_finding(a.returned, a.issued, rules))
    if a.returned is not None and tally.entered != a.returned:
        short = tally.entered < a.returned
        found.append(
            _finding(
                "ballots_missing" if short else "ballots_in_excess",
                Severity.ERROR,
                article,
                entered=tally.entered,
                returned=a.returned,
                difference=abs(a.returned - tally.entered),
            )
        )
    return found


def _returned_finding(returned: int, issued: int, rules: RuleSet) -> Finding:
    numbers = {"returned": returned, "issued": issued, "difference": abs(returned - issued)}
    if returned > issued:
        return _finding("returned_above_issued", Severity.ERROR, rules.article("void"), **numbers)
    return _finding(
        "returned_below_issued", Severity.INFO, rules.article("counting_board"), **numbers
    )


def tally_findings(
    candidates: Sequence[Candidate], tally: Tally, mode: MarkMode, rules: RuleSet
) -> list[Finding]:
    """Return the failures of the sums over votes: Σ votes = Σ k·Bₖ, Σ Bₖ = valid, each line."""
    found = []
    article = rules.article("majority")
    for candidate in candidates:
        votes, against = tally.votes(candidate.id), tally.struck[candidate.id]
        uncounted = tally.uncounted(candidate.id)
        if not 0 <= votes <= tally.valid:
            found.append(
                _finding(
                    "votes_above_valid",
                    Severity.ERROR,
                    article,
                    name=candidate.name,
                    votes=votes,
                    valid=tally.valid,
                )
            )
        if votes + against + uncounted != tally.valid or (mode is MarkMode.STRIKE and uncounted):
            found.append(
                _finding(
                    "line_sum_differs",
                    Severity.ERROR,
                    article,
                    name=candidate.name,
                    sum=votes + against + uncounted,
                    valid=tally.valid,
                )
            )
    votes_sum = sum(tally.votes(candidate.id) for candidate in candidates)
    kept_sum = sum(kept * count for kept, count in tally.kept_sizes.items())
    if votes_sum != kept_sum:
        found.append(
            _finding("kept_sum_differs", Severity.ERROR, article, votes=votes_sum, kept=kept_sum)
        )
    kept_ballots = sum(tally.kept_sizes.values())
    if kept_ballots != tally.valid:
        found.append(
            _finding(
                "kept_ballots_differ",
                Severity.ERROR,
                article,
                ballots=kept_ballots,
                valid=tally.valid,
            )
        )
    return found


def bundle_findings(
    bundles: Sequence[Bundle], accounting: Accounting, rules: RuleSet
) -> list[Finding]:
    """Return bundles that hold more or fewer ballots than their cover says, and covers' sum."""
    found = []
    article = rules.article("counting_board")
    for bundle in bundles:
        if bundle.expected is not None and bundle.entered != bundle.expected:
            code = "bundle_short" if bundle.entered < bundle.expected else "bundle_over"
            found.append(
                _finding(
                    code,
                    Severity.ERROR,
                    article,
                    True,
                    bundle=bundle.number,
                    entered=bundle.entered,
                    expected=bundle.expected,
                )
            )
    covers = [bundle.expected for bundle in bundles if bundle.expected is not None]
    if (
        covers
        and len(covers) == len(bundles)
        and accounting.returned is not None
        and sum(covers) != accounting.returned
    ):
        found.append(
            _finding(
                "bundles_sum_differs",
                Severity.ERROR,
                article,
                True,
                sum=sum(covers),
                returned=accounting.returned,
            )
        )
    return found


def board_findings(
    candidates: Sequence[Candidate], board: Iterable[str], rules: RuleSet
) -> list[Finding]:
    """Return counters who are candidates of the same election (190 Điều 8)."""
    names = {fold(candidate.name) for candidate in candidates}
    return [
        _finding(
            "counter_is_candidate", Severity.ERROR, rules.article("counting_board"), True, name=name
        )
        for name in board
        if fold(name) in names
    ]


def with_waivers(findings: Iterable[Finding], waivers: Iterable[Waiver]) -> tuple[Finding, ...]:
    """Return the findings, those a named person let stand marked with name and reason."""
    written = {waiver.code: waiver for waiver in waivers}
    return tuple(_waived(f, written.get(waiver_key(f))) for f in findings)


def waiver_key(finding: Finding) -> str:
    """Return what a waiver is written for: the finding's code with its own numbers and names.

    A finding whose numbers change is a new finding, and asks again.
    """
    return finding.code + "".join(f"|{k}={v}" for k, v in sorted(finding.params.items()))


def _waived(finding: Finding, waiver: Waiver | None) -> Finding:
    if waiver is None or not finding.waivable:
        return finding
    return Finding(
        code=finding.code,
        severity=finding.severity,
        params=finding.params,
        article=finding.article,
        waivable=True,
        waived_by=waiver.name,
        waived_reason=waiver.reason,
    )
