"""Convened, present, absent and D: the one place where papers and the script get them in words.

Numbers of the register are called convened, present and absent; D is "số làm căn cứ tính", with
what is taken off it in one clause.
"""

from __future__ import annotations

from dataclasses import dataclass

from congress_desk.domain.elections.majority import decimal_comma, percent
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.domain.people.person import BaseSum
from congress_desk.domain.rules.rule_set import MajorityBase, RuleSet
from congress_desk.reports.document.document import Run
from congress_desk.reports.document.sentences import citation, number
from congress_desk.reports.document.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadCount:
    """Who was convened and is present, and D; None is not known.

    `sum` is how D follows from the register, None of a D entered by hand.
    """

    convened: int | None
    present: int | None
    base: int
    sum: BaseSum | None

    @property
    def absent(self) -> int | None:
        """Return who of those convened is not there; an alternate sits in a delegate's seat."""
        if self.convened is None or self.present is None:
            return None
        return max(self.convened - self.present, 0)

    @property
    def percent(self) -> str:
        """Return present ÷ convened in the way of papers, "" while either is not known."""
        if not self.convened or self.present is None:
            return ""
        return decimal_comma(percent(self.present, self.convened))


def count_of_register(base: BaseSum) -> HeadCount:
    """Return the numbers of the register as they stand in a sum."""
    return HeadCount(convened=base.convened, present=base.present, base=base.base, sum=base)


def count_of_round(sheet: RoundSheet) -> HeadCount:
    """Return the numbers of a round: those present at the vote, and D as it was frozen.

    Without a register only the number that was typed is known: D where the majority is taken of it,
    else who was convened.
    """
    register = sheet.register or sheet.base_sum
    accounting = sheet.result.accounting
    worked_out = sheet.base_sum is not None and sheet.base_sum.base == accounting.convened
    convened = register.convened if register else None
    if register is None and sheet.result.majority.base is not MajorityBase.CONVENED:
        convened = accounting.convened
    return HeadCount(
        convened=convened,
        present=accounting.present,
        base=accounting.convened,
        sum=sheet.base_sum if worked_out else None,
    )


def people_sentence(count: HeadCount, words: Wording) -> tuple[Run, ...]:
    """Return "Được triệu tập: 120; có mặt lúc bầu: 118; vắng: 2."; dots for what is not known."""
    params = {"convened": count.convened, "present": count.present, "absent": count.absent}
    return words.runs("presence.people", **{key: number(n, words) for key, n in params.items()})


def base_sentence(count: HeadCount, rules: RuleSet, words: Wording) -> tuple[Run, ...]:
    """Return "Số đại biểu làm căn cứ tính kết quả: 119 (120 được triệu tập; trừ 1 …)." """
    return words.runs("presence.base", base=count.base, how=base_how(count, words, rules))


def what_is_based_on(rules: RuleSet, words: Wording) -> str:
    """Return what D decides: shows of hands, and elections where the rules take it for them."""
    elections = rules.base is MajorityBase.CONVENED
    return words.say("presence.of_votes_and_elections" if elections else "presence.of_votes")


def base_how(count: HeadCount, words: Wording, rules: RuleSet | None = None) -> str:
    """Return how D came about, in brackets; with `rules` the article it rests on."""
    if count.sum is None:
        return words.say("presence.how.by_hand")
    changes = base_changes(count.sum, words)
    if not changes:
        return words.say("presence.how.equal")
    params: dict[str, str | int] = {"convened": count.sum.convened, "changes": changes}
    if rules is None:
        return words.say("presence.how.changed", **params)
    article = citation(rules, "convened" if "convened" in rules.articles else "majority")
    return words.say("presence.how.changed_article", **params, article=article)


def base_changes(base: BaseSum, words: Wording) -> str:
    """Return what makes D of those convened: "; trừ 1 …; cộng 1 dự khuyết thay thế"."""
    changes = "".join(
        words.say(f"presence.deducted.{status.value}", count=count)
        for status, count in base.deductions
    )
    if base.alternates:
        changes += words.say("presence.how.alternates", count=base.alternates)
    return changes
