"""Voting by shares: who holds how many, who votes for whom, and what the papers add up to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from congress_desk.domain.elections.findings import Finding, Severity
from congress_desk.domain.elections.round import Round
from congress_desk.domain.elections.tally import Tally
from congress_desk.domain.rules.rule_set import RuleSet
from congress_desk.errors import Place, Refusal, refuse

MOST_SHARES = 1_000_000_000_000
SHARE_DIGITS = len(str(MOST_SHARES))


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """The shares of one person of the register, and who votes for them.

    `proxy_id` is the number of the person who was given them to vote, 0 for the holder;
    `document` is the paper that gives them. A proxy may hold no shares of their own.
    """

    person_id: int
    name: str
    code: str
    shares: int
    present: bool
    proxy_id: int = 0
    document: str = ""

    @property
    def voter_id(self) -> int:
        """Return the number in the register of who votes: the proxy, else the holder."""
        return self.proxy_id or self.person_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Voter:
    """Who is handed one ballot paper, and for how many shares."""

    person_id: int
    name: str
    shares: int


def voters(holdings: Iterable[Holding], present: Mapping[int, str]) -> tuple[Voter, ...]:
    """Return who is handed a ballot: whoever is present and votes for shares, each once.

    Somebody votes for their own shares and for those they represent on one paper.
    """
    weights: Counter[int] = Counter()
    for holding in holdings:
        weights[holding.voter_id] += holding.shares
    return tuple(
        Voter(person_id=key, name=name, shares=weights[key])
        for key, name in present.items()
        if weights[key]
    )


def check_shares(shares: int | None, article: str, place: Place | None = None) -> Refusal | None:
    """Refuse a number of shares that is none: zero, less, a text, or beyond any company."""
    if shares is None or not 1 <= shares <= MOST_SHARES:
        return refuse("shares_wrong", place, article=article, most=MOST_SHARES)
    return None


def check_proxy(
    holdings: Sequence[Holding], holder_id: int, proxy_id: int, article: str
) -> Refusal | None:
    """Refuse a proxy who cannot vote for these shares: the holder, or who gave away their own."""
    if not proxy_id:
        return None
    if proxy_id == holder_id:
        return refuse("proxy_is_holder", article=article)
    by_person = {h.person_id: h for h in holdings}
    proxy = by_person.get(proxy_id)
    if proxy is not None and proxy.proxy_id:
        return refuse("proxy_has_a_proxy", article=article, name=proxy.name)
    holder = by_person.get(holder_id)
    given = [h.name for h in holdings if h.proxy_id == holder_id]
    if given:
        name = holder.name if holder else ""
        return refuse("holder_is_a_proxy", article=article, name=name, others="; ".join(given))
    return None


def check_once(holdings: Iterable[Holding], article: str) -> Refusal | None:
    """Refuse a vote while somebody is present whose shares are another's to vote."""
    twice = [h.name for h in holdings if h.proxy_id and h.present]
    if twice:
        return refuse("holder_votes_twice", article=article, names="; ".join(twice))
    return None


def unissued(weights: Iterable[int], issued: Iterable[int], entered: Iterable[int]) -> int:
    """Return the first weight of these papers that no ballot still out has, 0 when all fit.

    A ballot never says whose it is: as many papers of a weight are taken as were handed out.
    """
    left = Counter(issued)
    left.subtract(entered)
    for weight in weights:
        if left[weight] <= 0:
            return weight
        left[weight] -= 1
    return 0


def share_findings(found: Round, tally: Tally, rules: RuleSet) -> list[Finding]:
    """Return where the shares on the papers are not those handed out, and too few of them.

    When every paper that was issued is entered, the shares on them are those handed out.
    """
    entered, papers = tally.shares_valid + tally.shares_invalid, found.accounting
    article = rules.article("shares")
    complete = tally.entered == papers.returned == papers.issued
    findings = []
    if entered > found.shares or (complete and entered != found.shares):
        findings.append(
            _finding(
                "shares_sum_differs", Severity.ERROR, article, entered=entered, issued=found.shares
            )
        )
    if not rules.quorum.is_reached(found.shares, found.all_shares):
        findings.append(
            _finding(
                "shares_below_quorum",
                Severity.WARNING,
                rules.own_article("quorum"),
                represented=found.shares,
                total=found.all_shares,
                share=str(rules.quorum.share),
            )
        )
    return findings


def _finding(code: str, severity: Severity, article: str, /, **params: str | int) -> Finding:
    return Finding(code=code, severity=severity, article=article, params=params)
