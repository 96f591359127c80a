"""What is said of a show of hands: the sentence of the minutes, and the one to read aloud."""

from __future__ import annotations

from congress_desk.domain.elections.majority import decimal_comma
from congress_desk.domain.motions import Motion, MotionOutcome, majority_asked
from congress_desk.domain.rules.rule_set import MotionBase, RuleSet
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
        *words.runs(f"motion.minutes.{hands_key(motion)}", **_about(motion), **_numbers(motion)),
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
    of_present = hands_key(motion) == "hands_present"
    key = "in_favour_present" if of_present else "in_favour"
    parts = [words.say(f"motion.spoken.{key}", **_numbers(motion))]
    parts += [
        words.say(f"motion.spoken.{name}" if count else f"motion.spoken.no_{name}", count=count)
        for name, count in counts
        if count or name != "silent"
    ]
    key = motion.outcome.value
    ending = words.say(f"motion.spoken.{key}", **_majority(motion, rules, words))
    return f"{'; '.join(parts)}. {ending}"


def hands_key(motion: Motion) -> str:
    """Return which sentence tells the hands: of D, or of those present."""
    of_present = motion.majority is not None and motion.majority.of is MotionBase.PRESENT
    return "hands_present" if of_present else "hands"


def verdict_key(motion: Motion) -> str:
    """Return which sentence says what became of it; a larger majority is named where it carried."""
    majority, key = motion.majority, motion.outcome.value
    if majority is None or (motion.outcome is MotionOutcome.CARRIED and not majority.special):
        return key
    return f"{key}_{majority.threshold.compare.value}"


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
        fraction=fraction_words(str(asked.share), words),
        of=words.say(f"motion.of.{rules.motion_base.value}"),
    )


def _rule(rules: RuleSet, words: Wording, *, special: bool) -> str:
    asked = majority_asked(rules, special=special)
    key = "special" if special else "ordinary"
    return words.say(
        f"motion.rule.{key}_{asked.threshold.compare.value}",
        fraction=fraction_words(str(asked.threshold.share), words),
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
        "fraction": fraction_words(str(motion.majority.threshold.share), words),
        "needed": motion.needed,
        "base": motion.base or 0,
        "article": citation(rules, motion.majority.topic),
    }
