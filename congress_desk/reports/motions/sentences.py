"""What is said of a vote on a motion: the sentence of the minutes, and the one to read aloud."""

from __future__ import annotations

from congress_desk.domain.elections.majority import decimal_comma
from congress_desk.domain.motions import Motion, MotionOutcome, majority_asked
from congress_desk.domain.rules.rule_set import MotionBase, RuleSet
from congress_desk.domain.rules.threshold import Threshold, share_text
from congress_desk.reports.document.document import Run
from congress_desk.reports.document.sentences import citation, fraction_words
from congress_desk.reports.document.wording import Wording


def minutes_runs(motion: Motion, rules: RuleSet, words: Wording) -> tuple[Run, ...]:
    """Return the sentence of the minutes; of a motion that was not voted on what became of it."""
    if motion.state.value == "cancelled":
        return words.runs("motion.minutes.cancelled", **_about(motion), reason=motion.cancel_reason)
    if motion.hands is None:
        return words.runs("motion.minutes.open", **_about(motion))
    silent = words.runs("motion.minutes.silent", silent=motion.silent) if motion.silent else ()
    return (
        *words.runs(
            f"motion.minutes.hands{base_suffix(motion)}", **_about(motion), **_numbers(motion)
        ),
        *silent,
        *words.runs(f"motion.minutes.{verdict_key(motion)}", **_majority(motion, rules, words)),
    )


def minutes_sentence(motion: Motion, rules: RuleSet, words: Wording) -> str:
    """Return the sentence of the minutes as plain text."""
    return "".join(run.text for run in minutes_runs(motion, rules, words))


def spoken_sentence(motion: Motion, rules: RuleSet, words: Wording) -> str:
    """Return what the chair reads aloud once the hands are counted, "" before that."""
    if motion.hands is None or motion.outcome is MotionOutcome.CANCELLED:
        return ""
    hands = motion.hands
    counts = (("against", hands.against), ("other", hands.other), ("silent", motion.silent))
    unit = "_shares" if motion.by_shares else ""
    parts = [words.say(f"motion.spoken.in_favour{base_suffix(motion)}", **_numbers(motion))]
    parts += [
        words.say(f"motion.spoken.{'' if count else 'no_'}{name}{unit}", count=count)
        for name, count in counts
        if count or name != "silent"
    ]
    unit = "" if motion.outcome is MotionOutcome.CARRIED else unit
    key = f"{motion.outcome.value}{unit}"
    ending = words.say(f"motion.spoken.{key}", **_majority(motion, rules, words))
    return f"{'; '.join(parts)}. {ending}"


def base_suffix(motion: Motion) -> str:
    """Return how sentences differ by what the majority is taken of; "" of D."""
    of = motion.majority.of if motion.majority else MotionBase.CONVENED
    return "" if of is MotionBase.CONVENED else f"_{of.value}"


def vote_suffix(motion: Motion) -> str:
    """Return how sentences differ that name what the majority is taken of; "" of D."""
    if motion.by_shares:
        return "_shares"
    return base_suffix(motion)


def base_called(motion: Motion, words: Wording) -> str:
    """Return what the majority is taken of: "số đại biểu có mặt"."""
    of = motion.majority.of if motion.majority else MotionBase.CONVENED
    return words.say(f"motion.of.{of.value}")


def verdict_key(motion: Motion) -> str:
    """Return which sentence says what became of it; a larger majority is named where it carried."""
    majority, key = motion.majority, motion.outcome.value
    if majority is None or (motion.outcome is MotionOutcome.CARRIED and not majority.special):
        return key
    return f"{key}_{majority.threshold.compare.value}{'_shares' if motion.by_shares else ''}"


def share_asked(threshold: Threshold, of: MotionBase, words: Wording) -> str:
    """Return the share asked: "một phần hai", of shares "65%" as the law has it."""
    if of.by_shares:
        return share_text(threshold.share)
    return fraction_words(str(threshold.share), words)


def motion_rules(rules: RuleSet, words: Wording) -> str:
    """Return what the rules ask of motions, the larger majority too where there is one."""
    ordinary = _rule(rules, words, special=False)
    if rules.motion_special_share is None:
        return ordinary
    return f"{ordinary} {_rule(rules, words, special=True)}"


def motion_rule(rules: RuleSet, words: Wording) -> str:
    """Return what the rules ask of an ordinary motion, to be said within a sentence."""
    asked = rules.motion_majority()
    return words.say(
        f"motion.rule.inside_{asked.compare.value}",
        fraction=share_asked(asked, rules.motion_base, words),
        of=words.say(f"motion.of.{rules.motion_base.value}"),
    )


def _rule(rules: RuleSet, words: Wording, *, special: bool) -> str:
    asked = majority_asked(rules, special=special)
    key = "special" if special else "ordinary"
    return words.say(
        f"motion.rule.{key}_{asked.threshold.compare.value}",
        fraction=share_asked(asked.threshold, asked.of, words),
        of=words.say(f"motion.of.{asked.of.value}"),
        article=citation(rules, asked.topic),
    )


def _about(motion: Motion) -> dict[str, str]:
    matter = motion.matter.rstrip(" .;:")
    return {"matter": matter}


def _numbers(motion: Motion) -> dict[str, str | int]:
    assert motion.hands is not None
    return {
        "in_favour": motion.hands.in_favour,
        "against": motion.hands.against,
        "other": motion.hands.other,
        "base": motion.base or 0,
        "percent": decimal_comma(motion.percent),
    }


def _majority(motion: Motion, rules: RuleSet, words: Wording) -> dict[str, str | int]:
    assert motion.majority is not None
    return {
        "fraction": share_asked(motion.majority.threshold, motion.majority.of, words),
        "needed": motion.needed,
        "base": motion.base or 0,
        "article": citation(rules, motion.majority.topic),
    }
