"""What the motions desk says of a motion: signs, short numbers, checks of what is typed."""

from __future__ import annotations

from dataclasses import dataclass

from congress_desk.domain.elections.majority import percent
from congress_desk.domain.motions import (
    Hall,
    Hands,
    Motion,
    MotionMajority,
    MotionOutcome,
    check_hands,
    silent_hands,
)
from congress_desk.domain.rules.quorum import is_quorum
from congress_desk.domain.rules.rule_set import MotionBase, RuleSet
from congress_desk.domain.rules.threshold import Compare, Threshold, share_text
from congress_desk.i18n import grouped, label, problem_text, tr, with_decimal_mark
from congress_desk.keys.names import use_name
from congress_desk.ui.records.table_model import Sign
from congress_desk.ui.widgets.inputs.date_input import moment_text

_SIGNS = {
    MotionOutcome.PREPARED: Sign(icon="circle", tone="muted"),
    MotionOutcome.BEGUN: Sign(icon="circle-dot", tone="accent"),
    MotionOutcome.CARRIED: Sign(icon="circle-check", tone="holds"),
    MotionOutcome.NOT_CARRIED: Sign(icon="circle-x", tone="wrong"),
    MotionOutcome.CANCELLED: Sign(icon="ban", tone="muted"),
}
_REPEATED = Sign(icon="rotate-ccw", tone="muted")


@dataclass(frozen=True, slots=True, kw_only=True)
class MotionRow:
    """A line of the list: the motion, its number there, and whether a later vote replaced it."""

    number: int
    motion: Motion
    repeated: bool


def row_sign(row: MotionRow) -> Sign:
    """Return the icon of how a motion stands."""
    return _REPEATED if row.repeated else _SIGNS[row.motion.outcome]


def row_words(row: MotionRow) -> str:
    """Return how a motion stands."""
    if row.repeated:
        return tr("voted on again")
    return label("motion_outcome", row.motion.outcome.value)


def share_words(motion: Motion) -> str:
    """Return "147/150", "" before there is a result."""
    if motion.hands is None:
        return ""
    return f"{grouped(motion.hands.in_favour)}/{grouped(motion.base or 0)}"


def percent_words(motion: Motion) -> str:
    """Return the share in favour of D as the screen writes it."""
    if not motion.hands:
        return ""
    number = with_decimal_mark(motion.percent)
    return f"{number}%"


def result_words(hands: Hands, needed: int) -> tuple[str, Sign]:
    """Return whether a motion is carried, in large words, with its sign."""
    carried = hands.in_favour >= needed
    outcome = MotionOutcome.CARRIED if carried else MotionOutcome.NOT_CARRIED
    words = label("motion_outcome", outcome.value)
    return words[:1].upper() + words[1:], _SIGNS[outcome]


def needed_words(hands: Hands, base: int, majority: MotionMajority, rules: RuleSet) -> str:
    """Return what the result rests on: the share of its base, the least number, the article."""
    share = with_decimal_mark(percent(hands.in_favour, base))
    needed = majority.threshold.needed(base)
    of = {
        MotionBase.CONVENED: label("base", "convened"),
        MotionBase.PRESENT: tr("those present"),
        MotionBase.SHARES: tr("the shares present"),
        MotionBase.SHARES_VOTED: tr("the shares that voted"),
    }
    return tr(
        "{in_favour}/{base} = {percent}% of {of}; {needed} needed, {rule} ({article})",
        in_favour=grouped(hands.in_favour),
        base=grouped(base),
        percent=share,
        of=of[majority.of],
        needed=grouped(needed),
        rule=threshold_words(majority.threshold),
        article=rules.article(majority.topic),
    )


def threshold_words(threshold: Threshold) -> str:
    """Return "more than 1/2" or "at least 2/3"."""
    share = str(threshold.share)
    # Hundredths are how the law of companies has its shares: 65%, not 13/20.
    share = share_text(threshold.share) if threshold.share.denominator > 10 else share
    if threshold.compare is Compare.AT_LEAST:
        return tr("at least {share}", share=share)
    return tr("more than {share}", share=share)


def check_words(
    hands: Hands, present: int, of: MotionBase = MotionBase.CONVENED
) -> tuple[str, str]:
    """Return tone and sentence of the check of the hands, or shares, against those present."""
    refusal = check_hands(hands, present, of)
    if refusal:
        return "wrong", problem_text(refusal.first)
    silent = silent_hands(present, hands)
    if of.by_shares:
        return _check_shares(present, silent)
    if silent:
        return "look", tr(
            "{total} of {present} present raised a hand; {silent} will stand as not voting",
            total=hands.total,
            present=present,
            silent=silent,
        )
    return "holds", tr("All {present} present are counted", present=present)


def _check_shares(present: int, silent: int) -> tuple[str, str]:
    if not silent:
        return "holds", tr("All {present} shares present are counted", present=grouped(present))
    return "look", tr(
        "Counted {total} of {present} shares present; {silent} will stand as not voting",
        total=grouped(present - silent),
        present=grouped(present),
        silent=grouped(silent),
    )


def quorum_words(present: int, convened: int, quorum: Threshold, *, by_shares: bool) -> str:
    """Return a warning when too few of those convened are present, "" otherwise."""
    if not convened or is_quorum(present, convened, quorum):
        return ""
    if by_shares:
        return tr(
            "Only {present} of {convened} shares are represented; the rules ask for {rule}",
            present=grouped(present),
            convened=grouped(convened),
            rule=threshold_words(quorum),
        )
    return tr(
        "Only {present} of {convened} convened are present; the rules ask for {rule}",
        present=present,
        convened=convened,
        rule=threshold_words(quorum),
    )


def moved_words(motion: Motion, now: Hall) -> str:
    """Return what changed in the hall since presence was frozen for this vote, "" if nothing."""
    if motion.roll_id == 0 or (now.present, now.base) == (motion.present, motion.base):
        return ""
    if motion.by_shares:
        return tr(
            "Now {present} shares are present; no longer {before}."
            " {key} takes the numbers as they are now.",
            key=use_name("renew"),
            present=grouped(now.present),
            before=grouped(motion.present or 0),
        )
    return tr(
        "Now present {present}, base {base}; no longer {before} of {base_before}."
        " {key} takes the numbers as they are now.",
        key=use_name("renew"),
        present=now.present,
        base=now.base,
        before=motion.present or 0,
        base_before=motion.base or 0,
    )


def vote_line(number: int, motion: Motion) -> str:
    """Return one vote of a matter that was voted on more than once."""
    outcome = label("motion_outcome", motion.outcome.value)
    parts = [
        tr("vote {number}", number=number),
        moment_text(motion.voted_at) if motion.voted_at else "",
        share_words(motion),
        outcome,
    ]
    return " · ".join(part for part in parts if part)
