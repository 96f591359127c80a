"""Motions in the workbook: one line a vote, its numbers as numbers."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from congress_desk.domain.congress import Congress
from congress_desk.domain.motions import Motion, MotionOutcome, repeated_ids
from congress_desk.reports.document.book import (
    BookColumn,
    BookRow,
    ColumnKind,
    Section,
    Sheet,
    Tone,
    Value,
)
from congress_desk.reports.document.date_words import moment
from congress_desk.reports.document.wording import Wording
from congress_desk.reports.motions.motions_list import list_titles, motion_note, outcome_text

_COLUMNS = (
    ("number", ColumnKind.NUMBER),
    ("matter", ColumnKind.TEXT),
    ("base", ColumnKind.NUMBER),
    ("present", ColumnKind.NUMBER),
    ("needed", ColumnKind.NUMBER),
    ("in_favour", ColumnKind.NUMBER),
    ("against", ColumnKind.NUMBER),
    ("other", ColumnKind.NUMBER),
    ("silent", ColumnKind.NUMBER),
    ("percent", ColumnKind.NUMBER),
    ("outcome", ColumnKind.TEXT),
    ("announced_by", ColumnKind.TEXT),
    ("voted_at", ColumnKind.TIME),
    ("note", ColumnKind.TEXT),
)


def motions_sheet(congress: Congress, motions: Sequence[Motion], words: Wording) -> Sheet:
    """Return every motion in order; one that was repeated or cancelled is muted."""
    repeated = repeated_ids(motions)
    numbers = {motion.id: number for number, motion in enumerate(motions, start=1)}
    titles = list_titles(congress, words, [key for key, _ in _COLUMNS])
    rows = tuple(
        BookRow(
            values=_values(motion, motion.id in repeated, numbers, words),
            tone=_tone(motion, motion.id in repeated),
        )
        for motion in motions
    )
    return Sheet(
        name=words.say("motion.list.sheet"),
        title=words.say("motion.list.heading"),
        columns=tuple(
            BookColumn(title=title, kind=kind)
            for title, (_, kind) in zip(titles, _COLUMNS, strict=True)
        ),
        sections=(Section(rows=rows),),
        freeze_columns=2,
    )


def _values(
    motion: Motion, repeated: bool, numbers: dict[int, int], words: Wording
) -> tuple[Value, ...]:
    hands = motion.hands
    return (
        numbers[motion.id],
        motion.matter,
        motion.base,
        motion.present,
        motion.needed or None,
        hands.in_favour if hands else None,
        hands.against if hands else None,
        hands.other if hands else None,
        motion.silent if hands else None,
        Decimal(motion.percent) if hands else None,
        outcome_text(motion, repeated, words),
        motion.announced_by,
        moment(motion.voted_at),
        motion_note(motion, numbers, words),
    )


def _tone(motion: Motion, repeated: bool) -> Tone:
    out_of_use = repeated or motion.outcome is MotionOutcome.CANCELLED
    return Tone.MUTED if out_of_use else Tone.PLAIN
