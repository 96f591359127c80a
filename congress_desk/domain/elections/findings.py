"""Every sum that must hold, each as a coded finding that says what is wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

from congress_desk.domain.elections.ballots import MarkMode
from congress_desk.domain.elections.doubtful_ballot import DoubtfulBallot
from congress_desk.domain.elections.election import Candidate
from congress_desk.domain.elections.lists.candidate_list import Surplus
from congress_desk.domain.elections.lists.candidate_names import candidate_names
from congress_desk.domain.elections.round import (
    Accounting,
    Bundle,
    Round,
    RoundKind,
    Waiver,
)
from congress_desk.domain.elections.tally import Tally
from congress_desk.domain.people.person import BaseSum
from congress_desk.domain.rules.election_kind import ElectionKind
from congress_desk.domain.rules.quorum import is_quorum
from congress_desk.domain.rules.rule_set import RuleSet, VotesBy
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
        """Say whether it keeps the result from being declared: an error that nobody lets stand."""
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
    candidates: Sequence[Candidate],
    seats: int,
    rules: RuleSet,
    kind: ElectionKind,
    round_kind: RoundKind = RoundKind.FIRST,
) -> list[Finding]:
    """Return what is to be said of a list of candidates (190 Điều 14 and 04-HD/TW)."""
    surplus = Surplus(candidates=len(candidates), seats=seats, kind=kind)
    found = [] if round_kind is RoundKind.TIE else _surplus_findings(surplus, rules)
    names = Counter(name_key(c.name) for c in candidates)
    for candidate in candidates:
        if names.pop(name_key(candidate.name), 1) > 1:
            found.append(_warning("same_name", "", name=candidate.name))
    return found


def _surplus_findings(surplus: Surplus, rules: RuleSet) -> list[Finding]:
    article = surplus.article(rules)
    numbers: dict[str, str | int] = {
        "candidates": surplus.candidates,
        "seats": surplus.seats,
        "percent": surplus.percent,
    }
    if surplus.number < 0:
        cited = rules.article("surplus") if surplus.has_rules(rules) else ""
        return [_warning("fewer_candidates", cited, **numbers)]
    if surplus.has_rules(rules) and surplus.number == 0:
        return [_warning("surplus_none", rules.article("surplus"), **numbers)]
    if surplus.above_max(rules):
        if limit := surplus.most_people(rules):
            return [_warning("surplus_above_max_small", article, limit=limit, **numbers)]
        return [_warning("surplus_above_max", article, limit=rules.surplus_max, **numbers)]
    if surplus.outside_prepared(rules):
        low, high = rules.surplus_prepared_min, rules.surplus_prepared_max
        return [_warning("surplus_outside_prepared", article, low=low, high=high, **numbers)]
    return []


def accounting_findings(
    accounting: Accounting,
    tally: Tally,
    rules: RuleSet,
    register: BaseSum | None = None,
    waiting: int = 0,
) -> list[Finding]:
    """Return the failures of convened ≥ present ≥ issued ≥ returned = valid + invalid.

    `register` is the register as it stood when the round opened, where there is one; `waiting` are
    ballots put aside for the board, which says of itself that it has to decide: none is missing.
    """
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
    by_shares = rules.votes is VotesBy.SHARES
    convened = register.convened if register else accounting.convened
    found += _people_findings(accounting, 0 if by_shares else convened, rules)
    issued, returned = accounting.issued, accounting.returned
    if returned is not None and issued is not None and returned != issued:
        found.append(_returned_finding(returned, issued, rules))
    taken = tally.entered + waiting
    if returned is not None and taken != returned:
        numbers = {"returned": returned, "difference": abs(returned - taken)}
        if taken > returned:
            found.append(_error("ballots_in_excess", article, entered=taken, **numbers))
        elif waiting:
            numbers |= {"entered": tally.entered, "waiting": waiting}
            found.append(_error("ballots_missing_some_wait", article, **numbers))
        else:
            found.append(_error("ballots_missing", article, entered=taken, **numbers))
    return found


def _people_findings(accounting: Accounting, convened: int, rules: RuleSet) -> list[Finding]:
    article = rules.article("counting_board")
    base, present, issued = accounting.convened, accounting.present, accounting.issued
    if present is None:
        return []
    found = []
    if present > base:
        found.append(_waivable("present_above_convened", article, present=present, convened=base))
    if convened and not is_quorum(present, convened, rules.quorum):
        share, cited = str(rules.quorum_share), rules.own_article("quorum")
        numbers: dict[str, str | int] = {"present": present, "convened": convened, "share": share}
        found.append(_warning("present_below_quorum", cited, **numbers))
    if issued is not None and issued > present:
        found.append(_waivable("issued_above_present", article, issued=issued, present=present))
    return found


def base_findings(
    accounting: Accounting, register: BaseSum | None, before: Round | None, rules: RuleSet
) -> list[Finding]:
    """Return where D is not that of the register, or not that of the round before.

    A D that changed with a reason is not asked for again in the round after.
    """
    article, base = rules.article("convened"), accounting.convened
    found = []
    if register is not None and register.base and register.base != base:
        found.append(_waivable("base_not_of_register", article, base=base, register=register.base))
    if before is not None and before.accounting.convened != base:
        numbers = {"base": base, "first": before.accounting.convened, "number": before.number}
        found.append(_waivable("base_not_of_first_round", article, **numbers))
    return found


def _returned_finding(returned: int, issued: int, rules: RuleSet) -> Finding:
    numbers = {"returned": returned, "issued": issued, "difference": abs(returned - issued)}
    if returned > issued:
        return _error("returned_above_issued", rules.article("void"), **numbers)
    return _info("returned_below_issued", rules.article("counting_board"), **numbers)


def tally_findings(
    candidates: Sequence[Candidate], tally: Tally, mode: MarkMode, rules: RuleSet
) -> list[Finding]:
    """Return the failures of the sums over votes: all votes are the names kept, line by line."""
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
    if mode is MarkMode.CUMULATIVE:
        return []  # what a name is given has no bound of its own; the totals of the papers do
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
    bundles: Sequence[Bundle],
    accounting: Accounting,
    rules: RuleSet,
    not_agreed: Container[int] = (),
) -> list[Finding]:
    """Return bundles that hold more or fewer ballots than their cover says, and covers' sum.

    A ballot that waits for the board is in its bundle too. Of a bundle whose passes do not agree
    yet nothing counts, which is said by itself: it is not called short, nor let stand as that.
    """
    article = rules.article("counting_board")
    found = []
    for bundle in bundles:
        if bundle.number in not_agreed:
            continue
        if bundle.expected is not None and bundle.taken != bundle.expected:
            code = "bundle_short" if bundle.taken < bundle.expected else "bundle_over"
            numbers = {"entered": bundle.taken, "expected": bundle.expected}
            found.append(_waivable(code, article, bundle=bundle.number, **numbers))
    covers = [bundle.expected for bundle in bundles if bundle.expected is not None]
    returned = accounting.returned
    every_cover_known = bool(covers) and len(covers) == len(bundles)
    if every_cover_known and returned is not None and sum(covers) != returned:
        found.append(_waivable("bundles_sum_differs", article, sum=sum(covers), returned=returned))
    return found


def doubt_findings(doubts: Iterable[DoubtfulBallot], rules: RuleSet) -> list[Finding]:
    """Return that ballots wait for the whole board: nothing is declared before it has decided."""
    waiting = [doubt for doubt in doubts if doubt.waits]
    if not waiting:
        return []
    article = rules.article("counting_board")
    return [_error("doubts_waiting", article, count=len(waiting))]


def totals_findings(wrong: Iterable[int], rules: RuleSet) -> list[Finding]:
    """Return the bundles by totals whose sums do not hold; no act recorded them so."""
    article = rules.article("counting_board")
    return [_error("bundle_totals_wrong", article, bundle=number) for number in wrong]


def board_findings(standing: Iterable[str], rules: RuleSet) -> list[Finding]:
    """Return the counters who are candidates of the same election (190 Điều 8), by name."""
    article = rules.article("counting_board")
    return [_waivable("counter_is_candidate", article, name=name) for name in standing]


def with_waivers(findings: Iterable[Finding], waivers: Iterable[Waiver]) -> tuple[Finding, ...]:
    """Return the findings, those a named person let stand marked with name and reason."""
    written = {waiver.code: waiver for waiver in waivers}
    return tuple(_waived(f, written.get(waiver_key(f))) for f in findings)


def each_once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings without those said twice; of two the graver one."""
    order = list(Severity)
    by_key: dict[str, Finding] = {}
    for finding in findings:
        key = waiver_key(finding)
        known = by_key.get(key)
        if known is None or order.index(finding.severity) < order.index(known.severity):
            by_key[key] = finding
    return tuple(by_key.values())


def waiver_key(finding: Finding) -> str:
    """Return what a waiver is written for: the finding's code with its own numbers and names.

    A finding whose numbers change is a new finding, and asks again.
    """
    return finding.code + "".join(f"|{k}={v}" for k, v in sorted(finding.params.items()))


def _waived(finding: Finding, waiver: Waiver | None) -> Finding:
    if waiver is None or (finding.severity is Severity.ERROR and not finding.waivable):
        return finding
    return replace(finding, waived_by=waiver.name, waived_reason=waiver.reason)
