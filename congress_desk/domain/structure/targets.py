"""Targets of a congress for the structure of its people, judged in whole numbers.

A share is never compared as a rounded percentage: at least 15/100 of 119 is at least 18 people.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from typing import Final

from congress_desk.domain.elections.lists.candidate_list import Surplus
from congress_desk.domain.rules.rule_set import RuleSet
from congress_desk.domain.structure.figures import Figure
from congress_desk.domain.structure.structure import Structure

YOUNG: Final = (35, 40)


class Measure(StrEnum):
    """What a congress sets a target for; the surplus is a share of the seats."""

    SURPLUS = "surplus"
    WOMEN = "women"
    YOUNG = "young"
    MINORITY = "minority"
    RE_ELECTED = "re_elected"


class Standing(StrEnum):
    """How a set of people stands to a target; not known where missing data could decide it."""

    MET = "met"
    NOT_MET = "not_met"
    NOT_KNOWN = "not_known"


@dataclass(frozen=True, slots=True)
class Target:
    """A share that should be reached or not be exceeded, each None where there is no bound."""

    at_least: Fraction | None = None
    at_most: Fraction | None = None

    def __bool__(self) -> bool:
        return self.at_least is not None or self.at_most is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Targets:
    """The targets of one congress; whoever is younger than `young_under` years is young."""

    young_under: int = YOUNG[0]
    of: Mapping[Measure, Target] = field(default_factory=dict)

    def target(self, measure: Measure) -> Target:
        """Return the target of a measure; a measure without one has an empty one."""
        return self.of.get(measure, Target())


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A target in people: `least` and `most` of them among `of`, None without such a bound.

    `number` are counted; missing data may make them `at_most` and no fewer than `at_least`.
    """

    measure: Measure
    target: Target
    number: int
    at_least: int
    at_most: int
    of: int
    least: int | None
    most: int | None

    @property
    def standing(self) -> Standing:
        """Return met or not met only where nothing unknown could change it."""
        if self.of <= 0:
            return Standing.NOT_KNOWN
        least = 0 if self.least is None else self.least
        most = max(self.at_most, least) if self.most is None else self.most
        if least <= self.at_least and self.at_most <= most:
            return Standing.MET
        if self.at_most < least or self.at_least > most:
            return Standing.NOT_MET
        return Standing.NOT_KNOWN


def judge(found: Structure, targets: Targets) -> tuple[Judgement, ...]:
    """Judge every target of people (not the surplus) that has a bound."""
    figures = {
        Measure.WOMEN: found.women,
        Measure.YOUNG: found.under(targets.young_under),
        Measure.MINORITY: found.minority,
        Measure.RE_ELECTED: found.re_elected,
    }
    return tuple(
        _judgement(measure, targets.target(measure), figure)
        for measure, figure in figures.items()
        if targets.target(measure)
    )


def judge_surplus(surplus: Surplus, targets: Targets, rules: RuleSet) -> Judgement | None:
    """Judge the surplus of a list against its target; None where the rules speak of no surplus.

    For a small committee (3–5 seats) the rules count people, not a share.
    """
    if not surplus.has_rules(rules):
        return None
    target, number, seats = targets.target(Measure.SURPLUS), surplus.number, surplus.seats
    least, most = _least(target, seats), _most(target, seats)
    if people := surplus.most_people(rules):
        target, least, most = Target(), 1, people
    elif most is not None and least is not None:
        # No whole number may lie between the shares of few seats: the next above is meant.
        most = max(least, most)
    return Judgement(
        measure=Measure.SURPLUS,
        target=target,
        number=number,
        at_least=number,
        at_most=number,
        of=seats,
        least=least,
        most=most,
    )


def _judgement(measure: Measure, target: Target, figure: Figure) -> Judgement:
    return Judgement(
        measure=measure,
        target=target,
        number=figure.number,
        at_least=figure.at_least,
        at_most=figure.at_most,
        of=figure.of,
        least=_least(target, figure.of),
        most=_most(target, figure.of),
    )


def _least(target: Target, of: int) -> int | None:
    share = target.at_least
    return None if share is None else -(-of * share.numerator // share.denominator)


def _most(target: Target, of: int) -> int | None:
    share = target.at_most
    return None if share is None else of * share.numerator // share.denominator
