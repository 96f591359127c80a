"""The list of an election: its order, its surplus and what the rules say of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from congress_desk.domain.elections.election import Candidate
from congress_desk.domain.elections.majority import percent
from congress_desk.domain.rules.election_kind import ElectionKind
from congress_desk.domain.rules.rule_set import ListOrder, RuleSet
from congress_desk.domain.text.name_order import LAST_BORN, full_name_key, name_key


def in_list_order(candidates: Iterable[Candidate], order: ListOrder) -> tuple[Candidate, ...]:
    """Return candidates in the order of the rule set; of one name the older first."""
    if order is ListOrder.AS_GIVEN:
        return tuple(candidates)
    by_name = name_key if order is ListOrder.GIVEN_NAME else full_name_key
    return tuple(sorted(candidates, key=lambda c: (by_name(c.name), c.born or LAST_BORN)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Surplus:
    """Candidates beyond the seats: the number and its exact share of the seats.

    What the rules say of it holds for the kinds of election the rule set names, and for no other.
    """

    candidates: int
    seats: int
    kind: ElectionKind

    @property
    def number(self) -> int:
        """Return how many names the list has beyond the seats; negative where it has fewer."""
        return self.candidates - self.seats

    @property
    def percent(self) -> str:
        """Return the surplus in per cent of the seats, as it is written; of a short list 0."""
        return percent(max(self.number, 0), self.seats)

    def has_rules(self, rules: RuleSet) -> bool:
        """Say whether the rules speak of the surplus of such a list at all (190 Điều 14)."""
        return self.kind in rules.surplus_kinds

    def above_max(self, rules: RuleSet) -> bool:
        """Say whether the list is longer than the rules allow (30%; of few seats one person)."""
        if not self.has_rules(rules):
            return False
        people = self.most_people(rules)
        return self.number > people if people else self._is_over(rules)

    def most_people(self, rules: RuleSet) -> int:
        """Return how many more names than seats are allowed where people are counted, else 0.

        The rules count them for a small committee. Where their share allows less than one name (30%
        of three seats), one is: a surplus is compulsory (190 Điều 14), and none is smaller.
        """
        if not self.has_rules(rules):
            return 0
        if self.is_small_committee(rules):
            return rules.small_committee_max_surplus
        return 1 if rules.surplus_max * self.seats < 100 else 0

    def _is_over(self, rules: RuleSet) -> bool:
        return self.number * 100 > rules.surplus_max * self.seats

    def outside_prepared(self, rules: RuleSet) -> bool:
        """Say whether a committee's surplus is outside what the preparing committee should plan."""
        if not self.has_rules(rules) or self.number <= 0 or self.is_small_committee(rules):
            return False
        low, high = rules.surplus_prepared_min, rules.surplus_prepared_max
        # 10–15% of five or of twelve seats is no whole number: then the next above is meant.
        least = -(-low * self.seats // 100)
        return self.number != least and not (
            low * self.seats <= self.number * 100 <= high * self.seats
        )

    def is_small_committee(self, rules: RuleSet) -> bool:
        """Say whether the seats are those of a small committee, which has its own limit."""
        if not self.has_rules(rules) or rules.small_committee_seats is None:
            return False
        low, high = rules.small_committee_seats
        return low <= self.seats <= high

    def article(self, rules: RuleSet) -> str:
        """Return the article the limit rests on, "" of a small committee, which no source gives."""
        if self.is_small_committee(rules):
            return rules.own_article("small_committee")
        return rules.article("surplus")
