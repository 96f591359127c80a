"""A sample of a count held against the paper: how many sheets, which ones, what risk is left."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import comb
from typing import Final

from congress_desk.domain.elections.findings import Finding, Severity
from congress_desk.domain.rules.rule_set import RuleSet
from congress_desk.domain.text.limits import NAME_LIMIT
from congress_desk.errors import Refusal, refuse

CONFIDENCES: Final = (90, 95, 99)
LEAST_SEED: Final = 6
Place = tuple[int, int]


def sheets_needed(ballots: int, wrong: int, confidence: int) -> int:
    """Return the fewest sheets to draw so that `wrong` of `ballots` hardly stay hidden.

    Of n sheets drawn without putting back, none is wrong with the chance C(N−k, n) / C(N, n); n is
    the smallest number for which that is at most 1 − confidence (in percent). It is the exact rule
    of Aslam, Popa and Rivest, On Estimating the Size and Confidence of a Statistical Audit
    (EVT 2007), sampling for a first error.
    """
    wrong = min(max(wrong, 1), ballots)
    low, high = 0, ballots
    while low < high:
        middle = (low + high) // 2
        if _chance(ballots, wrong, middle, 0) <= Fraction(100 - confidence, 100):
            high = middle
        else:
            low = middle + 1
    return low


def most_wrong(ballots: int, drawn: int, found: int, confidence: int) -> int:
    """Return how many ballots can be wrong at most, at this confidence in percent.

    The upper end of the exact one-sided interval of the hypergeometric distribution: the largest k
    for which `found` or fewer wrong among those drawn is still likelier than 1 − confidence.
    """
    low, high = found, ballots - (drawn - found)
    while low < high:
        middle = (low + high + 1) // 2
        if _chance(ballots, middle, drawn, found) > Fraction(100 - confidence, 100):
            low = middle
        else:
            high = middle - 1
    return low


def _chance(ballots: int, wrong: int, drawn: int, found: int) -> Fraction:
    """Return the chance that a sample has at most `found` wrong ballots."""
    ways = sum(comb(wrong, x) * comb(ballots - wrong, drawn - x) for x in range(found + 1))
    return Fraction(ways, comb(ballots, drawn))


def draw_places(seed: str, places: Sequence[Place], count: int) -> tuple[Place, ...]:
    """Draw bundle and position numbers by a public seed; anybody can draw the same again.

    Turn by turn, 1, 2, …, the SHA-256 of "seed,turn" is read as one number; its remainder by the
    number of ballots is the place in the list of all, by bundle and position, from 0. A place that
    was drawn before is passed over.
    """
    ordered, found, turn = sorted(places), set[Place](), 0
    while len(found) < min(count, len(ordered)):
        turn += 1
        digest = hashlib.sha256(f"{seed},{turn}".encode()).digest()
        found.add(ordered[int.from_bytes(digest) % len(ordered)])
    return tuple(sorted(found))


class SheetState(StrEnum):
    """How a sheet of a sample stands against the paper."""

    DRAWN = "drawn"
    SAME = "same"
    DIFFERS = "differs"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One comparison with the paper: the ballot that stood then, and whether it was the same."""

    ballot_id: int
    same: bool
    operator: str
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleSheet:
    """A sheet that was drawn; `ballot_id` is the ballot that counts in its place now, 0 of none."""

    id: int
    bundle: int
    place: int
    ballot_id: int
    looks: tuple[Look, ...] = ()

    @property
    def state(self) -> SheetState:
        """Return how it stands: one that was replaced after it was the same is compared again."""
        if not self.looks:
            return SheetState.DRAWN
        last = self.looks[-1]
        if not last.same:
            return SheetState.DIFFERS
        return SheetState.SAME if last.ballot_id == self.ballot_id else SheetState.DRAWN

    @property
    def was_wrong(self) -> bool:
        """Say whether the ballot recorded was wrong: it differed, and is another one now.

        One that differs still counts as wrong; where the ballot stayed and was found the same
        afterwards, the paper had been misread.
        """
        wrong = [look for look in self.looks if not look.same]
        replaced = any(look.ballot_id != self.ballot_id for look in wrong)
        return replaced or self.state is SheetState.DIFFERS


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A sample of a round: drawn by a seed so that `wrong` of `ballots` hardly stay hidden."""

    id: int
    seed: str
    confidence: int
    wrong: int
    ballots: int
    actor: str
    at: str
    sheets: tuple[SampleSheet, ...]

    def in_state(self, state: SheetState) -> tuple[SampleSheet, ...]:
        """Return the sheets that stand so."""
        return tuple(sheet for sheet in self.sheets if sheet.state is state)

    @property
    def left(self) -> tuple[SampleSheet, ...]:
        """Return the sheets that are to be compared, those first that differed last."""
        return self.in_state(SheetState.DRAWN) + self.in_state(SheetState.DIFFERS)

    @property
    def found_wrong(self) -> int:
        """Return how many sheets of the sample were recorded wrong."""
        return sum(sheet.was_wrong for sheet in self.sheets)

    @property
    def may_be_wrong(self) -> int:
        """Return how many ballots can be wrong at most, those found among them."""
        return most_wrong(self.ballots, len(self.sheets), self.found_wrong, self.confidence)


def check_sample(seed: str, confidence: int, wrong: int, ballots: int) -> Refusal | None:
    """Say why no sample can be drawn so."""
    if len(seed) > NAME_LIMIT:
        return refuse("text_too_long", length=len(seed), most=NAME_LIMIT)
    if len(seed) < LEAST_SEED:
        return refuse("sample_seed_short", least=LEAST_SEED)
    if confidence not in CONFIDENCES:
        return refuse("sample_confidence_wrong", known=", ".join(map(str, CONFIDENCES)))
    if not 1 <= wrong <= ballots:
        return refuse("sample_wrong_outside", most=ballots)
    return None


def sample_findings(samples: Sequence[Sample], rules: RuleSet) -> list[Finding]:
    """Return what the samples of a round have against it: a sheet that differs closes the gate."""
    article, found = rules.article("counting_board"), []
    differ = [sheet for sample in samples for sheet in sample.in_state(SheetState.DIFFERS)]
    if differ:
        places = ", ".join(f"{sheet.bundle}/{sheet.place}" for sheet in differ)
        found.append(_error("sample_differs", article, count=len(differ), places=places))
    drawn = sum(len(sample.in_state(SheetState.DRAWN)) for sample in samples)
    if drawn:
        of = sum(len(sample.sheets) for sample in samples)
        found.append(_error("sample_unfinished", article, waivable=True, count=drawn, drawn=of))
    return found


def _error(code: str, article: str, /, *, waivable: bool = False, **params: str | int) -> Finding:
    return Finding(
        code=code, severity=Severity.ERROR, article=article, params=params, waivable=waivable
    )
