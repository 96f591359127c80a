"""The printed list of motions (tổng hợp kết quả biểu quyết): every vote in order, its numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from congress_desk.domain.congress import Congress
from congress_desk.domain.elections.majority import decimal_comma
from congress_desk.domain.journal import JournalLine
from congress_desk.domain.motions import Motion, MotionState, repeated_ids
from congress_desk.reports.document.document import (
    Align,
    Block,
    Column,
    Document,
    KeepTogether,
    Paragraph,
    Run,
    Signatures,
    Spacer,
    Table,
)
from congress_desk.reports.document.head import (
    PRESIDIUM,
    SECRETARIAT,
    congress_day,
    congress_name,
    congress_wording,
    document_head,
    footer_text,
    organ_signature,
    stamp_text,
)
from congress_desk.reports.document.wording import Wording
from congress_desk.reports.motions.sentences import minutes_runs, motion_rules

# Widths in mm, on a page laid across; the matter takes what is left.
_COLUMNS = (
    ("number", 11), ("matter", 0), ("base", 22), ("present", 18), ("in_favour", 20),
    ("against", 20), ("other", 18), ("silent", 20), ("percent", 20), ("outcome", 30),
)  # fmt: skip
_LEFT = ("matter", "outcome")


def motions_list(
    congress: Congress,
    motions: Sequence[Motion],
    head: JournalLine,
    wording: Wording | None = None,
) -> Document:
    """Return every motion as a table and as sentences for the minutes; cancelled ones too."""
    words = congress_wording(congress, wording)
    return Document(
        head=document_head(congress, congress_day(congress), words, organ=SECRETARIAT),
        title=words.say("motion.list.title"),
        subject=(words.say("motion.list.subject", congress=congress_name(congress, words)),),
        blocks=(
            Paragraph(
                runs=words.runs("motion.list.intro", rule=motion_rules(congress.rules, words))
            ),
            *_votes(congress, motions, words),
        ),
        footer=footer_text(head, words),
        stamp=stamp_text(congress, words),
        form=words.form,
        landscape=True,
    )


def outcome_text(motion: Motion, repeated: bool, words: Wording) -> str:
    """Return how a motion stands, in the words of papers."""
    key = "repeated" if repeated and motion.state is MotionState.VOTED else motion.outcome.value
    return words.say(f"motion.outcome.{key}")


def motion_note(motion: Motion, numbers: dict[int, int], words: Wording) -> str:
    """Return what is to be remarked of a motion; `numbers` are the places by id."""
    parts = []
    if motion.repeats in numbers:
        parts.append(
            words.say(
                "motion.list.again", number=numbers[motion.repeats], reason=motion.repeat_reason
            )
        )
    if motion.change_reason:
        parts.append(words.say("motion.list.changed", reason=motion.change_reason))
    if motion.cancel_reason:
        parts.append(words.say("motion.list.why_cancelled", reason=motion.cancel_reason))
    if motion.begun and not motion.roll_id:
        parts.append(words.say("motion.list.by_hand"))
    return "; ".join([*parts, *([motion.note] if motion.note else [])])


def _votes(congress: Congress, motions: Sequence[Motion], words: Wording) -> Iterable[Block]:
    if not motions:
        return (Paragraph(runs=words.runs("motion.list.empty")), *_signatures(words))
    repeated = repeated_ids(motions)
    rows = tuple(
        _row(number, motion, motion.id in repeated, words)
        for number, motion in enumerate(motions, start=1)
    )
    sentences = _sentences(congress, motions, repeated, words)
    table = Table(columns=_columns(words), rows=rows, small=True)
    # The signatures never stand alone on a page.
    ending = KeepTogether(blocks=(*sentences[-1:], *_signatures(words)))
    return (table, Spacer(height=4), *sentences[:-1], ending)


def _sentences(
    congress: Congress, motions: Sequence[Motion], repeated: frozenset[int], words: Wording
) -> tuple[Paragraph, ...]:
    """Return the sentence of each motion that is done with, and what is to be remarked of it."""
    numbers = {motion.id: number for number, motion in enumerate(motions, start=1)}
    paragraphs = []
    for motion in motions:
        if motion.state is MotionState.OPEN:
            continue
        again = words.say("motion.outcome.repeated") if motion.id in repeated else ""
        # A cancelled motion says why in its sentence.
        note = motion_note(replace(motion, cancel_reason=""), numbers, words)
        remark = "; ".join(filter(None, (again, note)))
        runs = minutes_runs(motion, congress.rules, words)
        remarks = (Run(f" ({remark})", italic=True),) if remark else ()
        paragraphs.append(Paragraph(runs=(*runs, *remarks)))
    return tuple(paragraphs)


def _columns(words: Wording) -> tuple[Column, ...]:
    return tuple(
        Column(
            title=words.say(f"motion.list.{key}"),
            width=width,
            align=Align.LEFT if key in _LEFT else Align.CENTER,
        )
        for key, width in _COLUMNS
    )


def _row(number: int, motion: Motion, repeated: bool, words: Wording) -> tuple[str, ...]:
    hands = motion.hands
    counted = (
        (hands.in_favour, hands.against, hands.other, motion.silent) if hands else ("", "", "", "")
    )
    frozen = (motion.base, motion.present) if motion.begun else ("", "")
    return (
        str(number),
        motion.matter,
        *map(str, frozen),
        *map(str, counted),
        decimal_comma(motion.percent),
        outcome_text(motion, repeated, words),
    )


def _signatures(words: Wording) -> tuple[Block, ...]:
    cells = (organ_signature(SECRETARIAT, words), organ_signature(PRESIDIUM, words))
    return Spacer(height=4), Signatures(cells=cells, across=2)
