"""The printed list of motions (tổng hợp kết quả biểu quyết): every vote in order, its numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from congress_desk.domain.congress import Congress
from congress_desk.domain.elections.majority import decimal_comma
from congress_desk.domain.journal import JournalLine
from congress_desk.domain.motions import Cast, Motion, MotionState, repeated_ids
from congress_desk.reports.document.congress_paper import congress_paper
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
    congress_name,
    congress_wording,
    organ_signature,
)
from congress_desk.reports.document.wording import Wording, grouped
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
    by_shares = "_shares" if congress.rules.motion_base.by_shares else ""
    return congress_paper(
        congress,
        head,
        words,
        organ=SECRETARIAT,
        title=words.say("motion.list.title"),
        subject=(words.say("motion.list.subject", congress=congress_name(congress, words)),),
        blocks=(
            Paragraph(
                runs=words.runs(
                    f"motion.list.intro{by_shares}", rule=motion_rules(congress.rules, words)
                )
            ),
            *_votes(congress, motions, words),
        ),
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
        unit = "_shares" if motion.by_shares else ""
        parts.append(words.say(f"motion.list.by_hand{unit}"))
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
    table = Table(columns=_columns(congress, words), rows=rows, small=True)
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
        remark = "; ".join(filter(None, (again, *_dissent(motion, words), note)))
        runs = minutes_runs(motion, congress.rules, words)
        remarks = (Run(f" ({remark})", italic=True),) if remark else ()
        paragraphs.append(Paragraph(runs=(*runs, *remarks)))
    return tuple(paragraphs)


def _dissent(motion: Motion, words: Wording) -> Iterable[str]:
    """Yield who voted otherwise than in favour, with their shares, where that was entered."""
    if not motion.by_holder:
        return
    for cast, key in ((Cast.AGAINST, "against"), (Cast.OTHER, "other"), (Cast.NONE, "none")):
        who = [f"{v.name} ({grouped(v.shares)})" for v in motion.share_votes if v.cast is cast]
        if who:
            yield words.say(f"motion.list.holders_{key}", names=", ".join(who))


def list_titles(congress: Congress, words: Wording, keys: Iterable[str]) -> tuple[str, ...]:
    """Return the titles of the columns; of votes by shares those that name them."""
    unit = "_shares" if congress.rules.motion_base.by_shares else ""
    own = (f"motion.list.{key}{unit}" for key in keys)
    return tuple(
        words.say(title if words.knows(title) else f"motion.list.{key}")
        for title, key in zip(own, keys, strict=True)
    )


def _columns(congress: Congress, words: Wording) -> tuple[Column, ...]:
    titles = list_titles(congress, words, [key for key, _ in _COLUMNS])
    return tuple(
        Column(
            title=title,
            width=width,
            align=Align.LEFT if key in _LEFT else Align.CENTER,
        )
        for title, (key, width) in zip(titles, _COLUMNS, strict=True)
    )


def _row(number: int, motion: Motion, repeated: bool, words: Wording) -> tuple[str, ...]:
    hands = motion.hands
    counted = (
        (hands.in_favour, hands.against, hands.other, motion.silent) if hands else ("", "", "", "")
    )
    frozen = (motion.base or 0, motion.present or 0) if motion.begun else ("", "")
    return (
        str(number),
        motion.matter,
        *map(grouped, frozen),
        *map(grouped, counted),
        decimal_comma(motion.percent),
        outcome_text(motion, repeated, words),
    )


def _signatures(words: Wording) -> tuple[Block, ...]:
    cells = (organ_signature(SECRETARIAT, words), organ_signature(PRESIDIUM, words))
    return Spacer(height=4), Signatures(cells=cells, across=2)
