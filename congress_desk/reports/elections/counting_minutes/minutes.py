"""The minutes of the count (biên bản kiểm phiếu) of one round, from its sheet."""

from __future__ import annotations

from collections.abc import Sequence

from congress_desk.domain.decisions.round_context import RoundContext
from congress_desk.domain.elections.round import RoundKind, RoundState
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.reports.document.congress_paper import congress_paper
from congress_desk.reports.document.date_words import day_text
from congress_desk.reports.document.document import Block, Document, Heading, Paragraph, Run
from congress_desk.reports.document.head import (
    COUNTING_BOARD,
    congress_name,
    congress_wording,
)
from congress_desk.reports.document.sentences import basis, edited_rules_sentence, round_title
from congress_desk.reports.document.wording import Wording
from congress_desk.reports.elections.counting_minutes.accounts import (
    ballots_section,
    board_section,
    list_section,
    people_section,
)
from congress_desk.reports.elections.counting_minutes.closing import closing_section, counting_day
from congress_desk.reports.elections.counting_minutes.grounds import (
    corrections_section,
    doubts_section,
    ground_section,
    recount_section,
)
from congress_desk.reports.elections.counting_minutes.result import (
    decision_section,
    findings_section,
    result_section,
)
from congress_desk.reports.elections.decision_words import decision_sentences


def counting_minutes(
    sheet: RoundSheet,
    wording: Wording | None = None,
    *,
    list_voted: bool = False,
    other_reasons: Sequence[tuple[str, int]] = (),
    context: RoundContext | None = None,
    valid_doubts: frozenset[int] = frozenset(),
) -> Document:
    """Return the minutes of a round: official when declared, else stamped as a draft.

    `list_voted` says that the congress voted on number and list, `other_reasons` why the board held
    ballots invalid in words of its own, each with how many. `context` is what was decided before
    the round and what sets it aside; `valid_doubts` are ballots that the whole board held valid.

    Void, tied, short, incomplete and cancelled rounds have their own sentences (190 Điều 8).
    """
    words = congress_wording(sheet.congress, wording)
    cancelled = sheet.round.state is RoundState.CANCELLED
    sections = (
        ground_section(context, words) if context else (),
        list_section(sheet, words, voted=list_voted),
        board_section(sheet, words),
        people_section(sheet, words),
        ballots_section(sheet, words, other_reasons=other_reasons),
        corrections_section(context, sheet.result.majority.base, words) if context else (),
        doubts_section(context, valid_doubts, words) if context else (),
        *(() if cancelled else _decided(sheet, context, words)),
    )
    return congress_paper(
        sheet.congress,
        sheet.head,
        words,
        day=counting_day(sheet),
        organ=COUNTING_BOARD,
        symbol=words.say("minutes.symbol"),
        title=words.say("after_round.recount.title" if sheet.round.is_recount else "minutes.title"),
        subject=_subject(sheet, words),
        blocks=(
            *_opening(sheet, context, words),
            *_numbered(sections),
            *closing_section(sheet, words),
        ),
        stamps=_stamps(sheet),
    )


def _subject(sheet: RoundSheet, words: Wording) -> tuple[str, ...]:
    subject = words.say("minutes.subject", title=round_title(sheet, words))
    number = sheet.round.number
    if sheet.round.is_recount:
        return subject, words.say("after_round.recount.subject", number=number)
    if sheet.round.kind is RoundKind.TIE:
        return subject, words.say("minutes.subject_tie", number=number)
    if number > 1:
        return subject, words.say("minutes.subject_again", number=number)
    return (subject,)


def _stamps(sheet: RoundSheet) -> tuple[str, ...]:
    state = sheet.round.state
    if sheet.round.annulled_by:
        return ("annulled",)
    if state is RoundState.DECLARED:
        return ()
    return ("cancelled",) if state is RoundState.CANCELLED else ("draft",)


def _decided(
    sheet: RoundSheet, context: RoundContext | None, words: Wording
) -> tuple[tuple[Block, ...], ...]:
    """Return the votes and what they decide; of a recount, how it differs from the first count."""
    return (
        result_section(sheet, words),
        decision_section(sheet, words),
        recount_section(context, sheet, words) if context else (),
        findings_section(sheet, words),
    )


def _opening(sheet: RoundSheet, context: RoundContext | None, words: Wording) -> tuple[Block, ...]:
    place = sheet.congress.details.place
    again, at_place = ("_recount" if sheet.round.is_recount else ""), ("_place" if place else "")
    opening = Paragraph(
        runs=words.runs(
            f"minutes.opening{again}{at_place}",
            day=day_text(counting_day(sheet), words),
            place=place,
            congress=congress_name(sheet.congress, words),
            title=round_title(sheet, words),
            basis=basis(sheet.congress.rules, words),
        )
    )
    edited = edited_rules_sentence(sheet.congress.rules, words)
    paragraphs = (opening, *((Paragraph(runs=(Run(edited),)),) if edited else ()))
    if context is not None and context.annulment is not None:
        number = sheet.round.number
        annulled = decision_sentences(context.annulment, context.course.election, number, words)
        paragraphs += tuple(Paragraph(runs=(Run(line, bold=True),)) for line in annulled)
    if sheet.round.state is not RoundState.CANCELLED:
        return paragraphs
    reason = words.runs("minutes.cancelled", reason=sheet.round.cancel_reason)
    return *paragraphs, Paragraph(runs=reason)


def _numbered(sections: tuple[tuple[Block, ...], ...]) -> tuple[Block, ...]:
    """Number the headings of the sections that have something to say."""
    blocks: list[Block] = []
    number = 0
    for section in sections:
        for block in section:
            if isinstance(block, Heading):
                number += 1
                block = Heading(title=f"{number}. {block.title}", remark=block.remark)
            blocks.append(block)
    return tuple(blocks)
