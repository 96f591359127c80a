"""Lessons of votes: the figures of every round, and motions that were lost or voted on again."""

from __future__ import annotations

from collections.abc import Sequence

from congress_desk.domain.elections.election import Election
from congress_desk.domain.elections.round import Round
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.domain.motions import Motion, MotionOutcome, MotionState, repeated_ids
from congress_desk.reports.document.document import (
    Align,
    Block,
    Bullet,
    Column,
    Heading,
    Paragraph,
    Run,
    Spacer,
    Table,
)
from congress_desk.reports.document.sentences import election_title, number, reason_words
from congress_desk.reports.document.wording import Wording
from congress_desk.reports.obstacles.obstacle_words import plain

# Widths in mm; what was elected takes what is left.
_COLUMNS = (
    ("title", 0), ("round", 13), ("base", 12), ("issued", 13), ("returned", 13), ("valid", 13),
    ("invalid", 18), ("elected", 17), ("outcome", 25),
)  # fmt: skip
_LEFT = ("title", "outcome")


def elections_section(
    sheets: Sequence[RoundSheet], cancelled: Sequence[tuple[Election, Round]], words: Wording
) -> tuple[Block, ...]:
    """Return the figures of each round, invalid ballots by reason, and cancelled rounds."""
    heading = Heading(title=words.say("lessons.elections.heading"))
    if not sheets and not cancelled:
        return heading, Paragraph(runs=words.runs("lessons.elections.none"))
    blocks: list[Block] = [heading]
    if sheets:
        rows = tuple(_row(sheet, words) for sheet in sheets)
        blocks += [Table(columns=_columns(words), rows=rows, small=True), Spacer(height=2)]
    with_invalid = [sheet for sheet in sheets if sheet.declared and sheet.result.invalid]
    blocks += [Bullet(runs=_invalid(sheet, words)) for sheet in with_invalid]
    blocks += [
        Bullet(
            runs=words.runs(
                "lessons.elections.cancelled",
                title=election_title(election),
                number=held.number,
                reason=plain(held.cancel_reason),
            )
        )
        for election, held in cancelled
    ]
    return tuple(blocks)


def motions_section(motions: Sequence[Motion], words: Wording) -> tuple[Block, ...]:
    """Return how many motions were voted on, which again and which were lost."""
    heading = Heading(title=words.say("lessons.motions.heading"))
    voted = [motion for motion in motions if motion.state is MotionState.VOTED]
    if not voted:
        return heading, Paragraph(runs=words.runs("lessons.motions.none"))
    again = [motion for motion in voted if motion.repeats]
    replaced = repeated_ids(motions)
    lost = [motion for motion in voted if motion.outcome is MotionOutcome.NOT_CARRIED]
    sentence = words.runs(
        "lessons.motions.count",
        voted=len([motion for motion in voted if motion.id not in replaced]),
        repeated=len(again),
        lost=len(lost),
    )
    bullets = [_repeated(motion, words) for motion in again] + [_lost(m, words) for m in lost]
    return heading, Paragraph(runs=sentence), *(Bullet(runs=runs) for runs in bullets)


def _columns(words: Wording) -> tuple[Column, ...]:
    return tuple(
        Column(
            title=words.say(f"lessons.elections.{key}"),
            width=width,
            align=Align.LEFT if key in _LEFT else Align.CENTER,
        )
        for key, width in _COLUMNS
    )


def _row(sheet: RoundSheet, words: Wording) -> tuple[str, ...]:
    held, result = sheet.round, sheet.result
    counted = held.accounting
    seats = words.say("lessons.elections.of_seats", elected=len(result.elected), seats=held.seats)
    state = words.say(f"round_outcome.{result.outcome.value}")
    results = (str(result.valid), str(result.invalid), seats)
    if not sheet.declared:
        # Nothing is said of a count that goes on.
        results = (words.say("common.blank"),) * 3
    return (
        _title(sheet),
        str(held.number),
        number(result.majority.of, words),
        number(counted.issued, words),
        number(counted.returned, words),
        *results,
        state if sheet.declared else words.say(f"round_state.{held.state.value}"),
    )


def _title(sheet: RoundSheet) -> str:
    title = election_title(sheet.election)
    return title[:1].upper() + title[1:]


def _invalid(sheet: RoundSheet, words: Wording) -> tuple[Run, ...]:
    reasons = "; ".join(
        words.say(
            "lessons.elections.reason",
            count=count,
            reason=reason_words(reason, sheet.round.mode, words),
        )
        for reason, count in sheet.result.invalid_by_reason.items()
        if count
    )
    return words.runs(
        "lessons.elections.invalid_reasons",
        title=_title(sheet),
        number=sheet.round.number,
        invalid=sheet.result.invalid,
        reasons=reasons,
    )


def _repeated(motion: Motion, words: Wording) -> tuple[Run, ...]:
    return words.runs(
        "lessons.motions.repeated", matter=plain(motion.matter), reason=plain(motion.repeat_reason)
    )


def _lost(motion: Motion, words: Wording) -> tuple[Run, ...]:
    in_favour = motion.hands.in_favour if motion.hands else 0
    return words.runs(
        "lessons.motions.lost",
        matter=plain(motion.matter),
        in_favour=in_favour,
        base=motion.base or 0,
    )
