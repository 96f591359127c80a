"""A motion for the hall: its text, and once it was voted on what came of it."""

from __future__ import annotations

from congress_desk.domain.congress import Congress
from congress_desk.domain.elections.majority import decimal_comma
from congress_desk.domain.hall.subject import Subject, SubjectKind
from congress_desk.domain.motions import Hands, Motion, MotionOutcome
from congress_desk.reports.document.head import congress_wording, stamp_text
from congress_desk.reports.document.wording import Wording, grouped
from congress_desk.reports.hall.content import (
    Figure,
    Figures,
    HallContent,
    Part,
    Statement,
    Tone,
    Verdict,
)

_VERDICTS = {MotionOutcome.CARRIED: Tone.HOLDS, MotionOutcome.NOT_CARRIED: Tone.WRONG}


def motion_content(congress: Congress, motion: Motion) -> HallContent | None:
    """Return a motion with its result once there is one; None of a motion that was cancelled."""
    if motion.outcome is MotionOutcome.CANCELLED:
        return None
    words = congress_wording(congress)
    parts: list[Part] = [Statement(text=motion.matter)]
    foot = ""
    if motion.begun and motion.majority:
        of = words.say(f"motion.of.{motion.majority.of.value}")
        base = f"{of}: {grouped(motion.base or 0)}"
        foot = words.say("hall.needed", needed=motion.needed, base=base)
    if motion.hands is not None and motion.outcome in _VERDICTS:
        parts += _result(motion, motion.hands, words)
    return HallContent(
        subject=Subject(kind=SubjectKind.MOTION, record=motion.id),
        title=words.say("hall.motion"),
        parts=tuple(parts),
        foot=foot,
        stamp=stamp_text(congress, words),
    )


def _result(motion: Motion, hands: Hands, words: Wording) -> tuple[Figures, Verdict]:
    percent = decimal_comma(motion.percent)
    counted = {
        words.say("hall.in_favour_percent", percent=percent): hands.in_favour,
        words.say("hall.against"): hands.against,
        words.say("hall.other"): hands.other,
        words.say("hall.silent"): motion.silent,
    }
    figures = tuple(Figure(value=grouped(count), words=said) for said, count in counted.items())
    tone = _VERDICTS[motion.outcome]
    return Figures(figures=figures), Verdict(
        text=words.say(f"hall.{motion.outcome.value}"), tone=tone
    )
