"""Every sum that must hold, each as a coded finding that says what is wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from congress_desk.domain.elections.ballots import MarkMode
from congress_desk.domain.elections.candidate_list import Surplus
from congress_desk.domain.elections.candidate_names import candidate_names
from congress_desk.domain.elections.election import Candidate
from congress_desk.domain.elections.round import Accounting, Bundle, RoundKind, Waiver
from congress_desk.domain.elections.tally import Tally
from congress_desk.domain.people.quorum import are_enough
from congress_desk.domain.rules.rule_set import RuleSet
from congress_desk.domain.text.name_order import name_key


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


def _error(code: str, article: str, /, **params: str | int) -> Finding:
    return Finding(code=code, severity=Severity.ERROR, article=article, params=params)


def _waivable(code: str, article: str, /, **params: str | int) -> Finding:
    return Finding(
        code=code, severity=Severity.ERROR, article=article, params=params, waivable=True
    )


def waivable_warning(code: str, article: str, /, **params: str | int) -> Finding:
    """Return what closes no gate and is said with who answers for it."""
    return Finding(
        code=code, severity=Severity.WARNING, article=article, params=params, waivable=True
    )


def _warning(code: str, article: str, /, **params: str | int) -> Finding:
    return Finding(code=code, severity=Severity.WARNING, article=article, params=params)


def _info(code: str, article: str, /, **params: str | int) -> Finding:
    return Finding(code=code, severity=Severity.INFO, article=article, params=params)


def list_findings(
    candidates: Sequence[Candidate], seats: int, rules: RuleSet, kind: RoundKind = RoundKind.FIRST
) -> list[Finding]:
    """Return what is to be said of a list of candidates (190 Điều 14 and 04-HD/TW)."""
    found = [] if kind is RoundKind.TIE else _surplus_findings(len(candidates), seats, rules)
    names = Counter(name_key(c.name) for c in candidates)
    for candidate in candidates:
        if names.pop(name_key(candidate.name), 1) > 1:
            found.append(_warning("same_name", "", name=candidate.name))
    return found


def _surplus_findings(candidates: int, seats: int, rules: RuleSet) -> list[Finding]:
    surplus = Surplus(candidates=candidates, seats=seats)
    article = rules.article("surplus")
    numbers: dict[str, str | int] = {
        "candidates": candidates,
        "seats": seats,
        "percent": surplus.percent,
    }
    if candidates < seats:
        return [_warning("fewer_candidates", article, **numbers)]
    if seats > 1 and surplus.number == 0:
        return [_warning("surplus_none", article, **numbers)]
    if surplus.above_max(rules):
        if surplus.is_small_committee(rules):
            limit = rules.small_committee_max_surplus
            return [_warning("surplus_above_max_small", article, limit=limit, **numbers)]
        return [_warning("surplus_above_max", article, limit=rules.surplus_max, **numbers)]
    if surplus.outside_prepared(rules):
        low, high = rules.surplus_prepared_min, rules.surplus_prepared_max
        return [_warning("surplus_outside_prepared", article, low=low, high=high, **numbers)]
    return []


def accounting_findings(accounting: Accounting, tally: Tally, rules: RuleSet) -> list[Finding]:
    """Return the failures of convened ≥ present ≥ issued ≥ returned = valid + invalid."""
    article = rules.article("counting_board")
    found = [
        _error(missing, article)
        for missing, number in (
            ("present_missing", accounting.present),
            ("issued_missing", accounting.issued),
            ("returned_missing", accounting.returned),
        )
        if number is None
    ]
    found += _people_findings(accounting, article)
    issued, returned = accounting.issued, accounting.returned
    if returned is not None and issued is not None and returned != issued:
        found.append(_returned_finding(returned, issued, rules))
    if returned is not None and tally.entered != returned:
        code = "ballots_missing" if tally.entered < returned else "ballots_in_excess"
        difference = abs(returned - tally.entered)
        numbers = {"entered": tally.entered, "returned": returned, "difference": difference}
        found.append(_error(code, article, **numbers))
    return found


def _people_findings(accounting: Accounting, article: str) -> list[Finding]:
    convened, present, issued = accounting.convened, accounting.present, accounting.issued
    if present is None:
        return []
    found = []
    numbers = {"present": present, "convened": convened}
    if present > convened:
        found.append(_waivable("present_above_convened", article, **numbers))
    if convened and not are_enough(present, convened):
        found.append(_warning("present_below_two_thirds", "", **numbers))
    if issued is not None and issued > present:
        found.append(_waivable("issued_above_present", article, issued=issued, present=present))
    return found


def _returned_finding(returned: int, issued: int, rules: RuleSet) -> Finding:
    numbers = {"returned": returned, "issued": issued, "difference": abs(returned - issued)}
    if returned > issued:
        return _error("returned_above_issued", rules.article("void"), **numbers)
    return _info("returned_below_issued", rules.article("counting_board"), **numbers)


def tally_findings(
    candidates: Sequence[Candidate], tally: Tally, mode: MarkMode, rules: RuleSet
) -> list[Finding]:
    """Return the failures of the sums over votes: Σ votes = Σ k·Bₖ, Σ Bₖ = valid, each line."""
    article, names = rules.article("majority"), candidate_names(candidates)
    found = [
        finding
        for candidate in candidates
        for finding in _line_findings(candidate.id, names[candidate.id], tally, mode, article)
    ]
    votes_sum = sum(tally.votes(candidate.id) for candidate in candidates)
    kept_sum = sum(kept * count for kept, count in tally.kept_sizes.items())
    if votes_sum != kept_sum:
        found.append(_error("kept_sum_differs", article, votes=votes_sum, kept=kept_sum))
    ballots = sum(tally.kept_sizes.values())
    if ballots != tally.valid:
        found.append(_error("kept_ballots_differ", article, ballots=ballots, valid=tally.valid))
    return found


def _line_findings(
    candidate: int, name: str, tally: Tally, mode: MarkMode, article: str
) -> list[Finding]:
    votes, against = tally.votes(candidate), tally.struck[candidate]
    uncounted, valid = tally.uncounted(candidate), tally.valid
    found = []
    if not 0 <= votes <= valid:
        found.append(_error("votes_above_valid", article, name=name, votes=votes, valid=valid))
    counted = votes + against + uncounted
    if counted != valid or (mode is MarkMode.STRIKE and uncounted):
        found.append(_error("line_sum_differs", article, name=name, sum=counted, valid=valid))
    return found


def bundle_findings(
    bundles: Sequence[Bundle], accounting: Accounting, rules: RuleSet
) -> list[Finding]:
    """Return bundles that hold more or fewer ballots than their cover says, and covers' sum."""
    article = rules.article("counting_board")
    found = []
    for bundle in bundles:
        if bundle.expected is not None and bundle.entered != bundle.expected:
            code = "bundle_short" if bundle.entered < bundle.expected else "bundle_over"
            numbers = {"entered": bundle.entered, "expected": bundle.expected}
            found.append(_waivable(code, article, bundle=bundle.number, **numbers))
    covers = [bundle.expected for bundle in bundles if bundle.expected is not None]
    returned = accounting.returned
    every_cover_known = bool(covers) and len(covers) == len(bundles)
    if every_cover_known and returned is not None and sum(covers) != returned:
        found.append(_waivable("bundles_sum_differs", article, sum=sum(covers), returned=returned))
    return found


def board_findings(
    candidates: Sequence[Candidate], board: Iterable[str], rules: RuleSet
) -> list[Finding]:
    """Return counters who are candidates of the same election (190 Điều 8)."""
    article = rules.article("counting_board")
    names = {name_key(candidate.name) for candidate in candidates}
    return [
        _waivable("counter_is_candidate", article, name=name)
        for name in board
        if name_key(name) in names
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
