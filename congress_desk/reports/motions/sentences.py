"""What is said of a show of hands: the sentence of the minutes, and the one to read aloud."""

from __future__ import annotations

from congress_desk.domain.elections.majority import decimal_comma
from congress_desk.domain.motions import Motion, MotionOutcome
from congress_desk.domain.rules.rule_set import RuleSet
from congress_desk.reports.document.document import Run
from congress_desk.reports.document.sentences import citation
from congress_desk.reports.document.wording import Wording


def minutes_runs(motion: Motion, rules: RuleSet, words: Wording) -> tuple[Run, ...]:
    """Return the sentence of the minutes; of a motion that was not voted on what became of it."""
    if motion.state.value == "cancelled":
        return words.runs("motion.minutes.cancelled", **_about(motion), reason=motion.cancel_reason)
    if motion.hands is None:
        return words.runs("motion.minutes.open", **_about(motion))
    silent = words.runs("motion.minutes.silent", silent=motion.silent) if motion.silent else ()
    return (
        *words.runs("motion.minutes.hands", **_about(motion), **_numbers(motion)),
        *silent,
        *words.runs(f"motion.minutes.{motion.outcome.value}", **_majority(motion, rules)),
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
    parts = [words.say("motion.spoken.in_favour", **_numbers(motion))]
    parts += [
        words.say(f"motion.spoken.{name}" if count else f"motion.spoken.no_{name}", count=count)
        for name, count in counts
        if count or name != "silent"
    ]
    ending = words.say(f"motion.spoken.{motion.outcome.value}", **_majority(motion, rules))
    return f"{'; '.join(parts)}. {ending}"


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


def _majority(motion: Motion, rules: RuleSet) -> dict[str, str | int]:
    return {
        "needed": motion.needed,
        "base": motion.base or 0,
        "article": citation(rules, "majority"),
    }
