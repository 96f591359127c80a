"""The passes of a whole round, and what closes the gate while they do not agree."""

from __future__ import annotations

from dataclasses import dataclass

from congress_desk.domain.elections.findings import Finding, Severity
from congress_desk.domain.elections.passes.bundle_passes import BundlePasses
from congress_desk.domain.rules.rule_set import RuleSet
from congress_desk.domain.text.number_ranges import ranges_text


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundPasses:
    """The bundles of a round that is entered `wanted` times.

    `is_checked`: every pass was compared again from its rows; then `unfounded` are the bundles
    whose ballots that count do not follow from it. `summed` are those of which the sums kept by the
    process that entered one pass were held against the rows of another, `sums_differ` where they
    differ.
    """

    wanted: int
    bundles: tuple[BundlePasses, ...]
    is_checked: bool = False
    unfounded: tuple[int, ...] = ()
    summed: tuple[int, ...] = ()
    sums_differ: tuple[int, ...] = ()

    @property
    def not_agreed(self) -> tuple[int, ...]:
        """Return the numbers of the bundles that are not agreed yet."""
        return tuple(bundle.number for bundle in self.bundles if not bundle.is_agreed)

    @property
    def agree(self) -> bool:
        """Say whether every pass of every bundle was compared again, and agrees."""
        return self.is_checked and not self.not_agreed and not self.unfounded


def pass_findings(passes: RoundPasses, rules: RuleSet) -> list[Finding]:
    """Return where the passes of a round do not agree; none of it can be let stand."""
    article, open_ones = rules.article("counting_board"), passes.not_agreed
    found = []
    if open_ones:
        found.append(
            _error(
                "bundles_not_agreed",
                article,
                count=len(open_ones),
                bundles=ranges_text(open_ones),
                agreed=len(passes.bundles) - len(open_ones),
            )
        )
    for code, bundles in (
        ("passes_differ", passes.unfounded),
        ("pass_sums_differ", passes.sums_differ),
    ):
        if bundles:
            found.append(_error(code, article, count=len(bundles), bundles=ranges_text(bundles)))
    return found


def _error(code: str, article: str, /, **params: str | int) -> Finding:
    return Finding(code=code, severity=Severity.ERROR, article=article, params=params)
