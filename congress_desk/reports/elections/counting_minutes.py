"""The minutes of the count (biên bản kiểm phiếu) of one round, from its sheet."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from congress_desk.domain.elections.round import RoundKind, RoundState
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.reports.document.date_words import day_text
from congress_desk.reports.document.document import Block, Document, Heading, Paragraph, Run
from congress_desk.reports.document.head import (
    COUNTING_BOARD,
    congress_name,
    congress_wording,
    document_head,
    footer_text,
    stamp_text,
)
from congress_desk.reports.document.sentences import basis, edited_rules_sentence, election_title
from congress_desk.reports.document.wording import Wording
from congress_desk.reports.elections.counting_accounts import (
    ballots_section,
    board_section,
    list_section,
    people_section,
)
from congress_desk.reports.elections.counting_closing import closing_section, counting_day
from congress_desk.reports.elections.counting_result import (
    decision_section,
    findings_section,
    result_section,
)


def counting_minutes(
    sheet: RoundSheet,
    wording: Wording | None = None,
    *,
    list_voted: bool = False,
    other_reasons: Sequence[tuple[str, int]] = (),
) -> Document:
    """Return the minutes of a round: official when declared, else stamped as a draft.

    `list_voted` says that the congress voted on number and list, `other_reasons` why the board held
    ballots invalid in words of its own, each with how many.

    Void, tied, short, incomplete and cancelled rounds have their own sentences (190 Điều 8).
    """
    words = congress_wording(sheet.congress, wording)
    accounts = (
        partial(list_section, voted=list_voted),
        board_section,
        people_section,
        partial(ballots_section, other_reasons=other_reasons),
    )
    decisions = (result_section, decision_section, findings_section)
    cancelled = sheet.round.state is RoundState.CANCELLED
    writers = accounts if cancelled else accounts + decisions
    return Document(
        head=document_head(
            sheet.congress,
            counting_day(sheet),
            words,
            organ=COUNTING_BOARD,
            symbol=words.say("minutes.symbol"),
        ),
        title=words.say("minutes.title"),
        subject=_subject(sheet, words),
        blocks=(
            *_opening(sheet, words),
            *_numbered(tuple(section(sheet, words) for section in writers)),
            *closing_section(sheet, words),
        ),
        footer=footer_text(sheet.head, words),
        stamp=stamp_text(sheet.congress, words, *_stamps(sheet)),
        form=words.form,
    )


def _subject(sheet: RoundSheet, words: Wording) -> tuple[str, ...]:
    subject = words.say("minutes.subject", title=election_title(sheet.election))
    number = sheet.round.number
    if sheet.round.kind is RoundKind.TIE:
        return subject, words.say("minutes.subject_tie", number=number)
    if number > 1:
        return subject, words.say("minutes.subject_again", number=number)
    return (subject,)


def _stamps(sheet: RoundSheet) -> tuple[str, ...]:
    state = sheet.round.state
    if state is RoundState.DECLARED:
        return ()
    return ("cancelled",) if state is RoundState.CANCELLED else ("draft",)


def _opening(sheet: RoundSheet, words: Wording) -> tuple[Block, ...]:
    place = sheet.congress.details.place
    opening = Paragraph(
        runs=words.runs(
            "minutes.opening_place" if place else "minutes.opening",
            day=day_text(counting_day(sheet), words),
            place=place,
            congress=congress_name(sheet.congress, words),
            title=election_title(sheet.election),
            basis=basis(sheet.congress.rules, words),
        )
    )
    edited = edited_rules_sentence(sheet.congress.rules, words)
    told = (opening, *((Paragraph(runs=(Run(edited),)),) if edited else ()))
    if sheet.round.state is not RoundState.CANCELLED:
        return told
    reason = words.runs("minutes.cancelled", reason=sheet.round.cancel_reason)
    return *told, Paragraph(runs=reason)


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
