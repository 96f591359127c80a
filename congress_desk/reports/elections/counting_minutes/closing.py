"""The end of the minutes: what becomes of the ballots, copies, closing time, signatures."""

from __future__ import annotations

from collections.abc import Sequence

from congress_desk.domain.elections.result import RoundOutcome
from congress_desk.domain.elections.round import RoundState
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.reports.document.date_words import day_of, day_text, moment, time_text
from congress_desk.reports.document.document import (
    Block,
    KeepTogether,
    Paragraph,
    Run,
    Signature,
    Signatures,
    Spacer,
)
from congress_desk.reports.document.head import COUNTING_BOARD, PRESIDIUM, organ_signature
from congress_desk.reports.document.sentences import citation, in_sentence
from congress_desk.reports.document.wording import Wording
from congress_desk.reports.elections.counting_minutes.accounts import board_members

_UNKNOWN_MEMBERS = 2
# Longer than this a name breaks where four sign side by side.
_LONG_NAME = 16


def closing_section(sheet: RoundSheet, words: Wording) -> tuple[Block, ...]:
    """Return the closing sentences; the last of them stands on the page of the signatures."""
    blocks: list[Block] = [Paragraph(runs=_retention(sheet, words))]
    if sheet.declared and sheet.confirmed_by:
        names = words.say("minutes.closing.and").join(sheet.confirmed_by)
        blocks.append(Paragraph(runs=words.runs("minutes.closing.confirmed", names=names)))
    return *blocks, KeepTogether(blocks=(_closing(sheet, words), *_signatures(sheet, words)))


def _retention(sheet: RoundSheet, words: Wording) -> tuple[Run, ...]:
    """Return how long the ballots are kept; of a round that does not count nothing is said."""
    rules = sheet.congress.rules
    months = rules.retention_months
    void = sheet.result.outcome is RoundOutcome.VOID
    to = in_sentence(words.terms["presidium_name"])
    if not months or void or sheet.round.state is RoundState.CANCELLED:
        return words.runs("minutes.closing.retention_plain", presidium=to)
    if "retention" not in rules.articles:
        return words.runs("minutes.closing.retention", months=months, presidium=to)
    article = citation(rules, "retention")
    return words.runs(
        "minutes.closing.retention_article", months=months, article=article, presidium=to
    )


def counting_day(sheet: RoundSheet) -> str:
    """Return the day of the count: when it was declared, before that when it was opened."""
    return day_of(sheet.round.declared_at or sheet.round.opened_at)


def _closing(sheet: RoundSheet, words: Wording) -> Paragraph:
    runs = words.runs(
        "minutes.closing.closing",
        time=time_text(moment(sheet.round.declared_at), words),
        day=day_text(counting_day(sheet), words),
    )
    return Paragraph(runs=runs)


def _signatures(sheet: RoundSheet, words: Wording) -> tuple[Block, ...]:
    heads, members = board_members(sheet)
    cells = tuple(Signature(name=duty.name) for duty in members)
    if not heads and not members:
        cells = (Signature(),) * _UNKNOWN_MEMBERS
    blocks: list[Block] = [Spacer(height=4)]
    if cells:
        title = words.say(f"minutes.closing.board_member{'s' if len(cells) > 1 else ''}")
        blocks.append(Signatures(cells=cells, across=_across(members), title=title))
        blocks.append(Spacer(height=10))
    chair = _only_name([duty for duty in sheet.board if duty.organ is Organ.PRESIDIUM])
    final = (
        organ_signature(COUNTING_BOARD, words, name=_only_name(heads)),
        organ_signature(PRESIDIUM, words, name=chair),
    )
    return *blocks, Signatures(cells=final, across=2)


def _across(members: Sequence[Duty]) -> int:
    """Return how many sign side by side: four, three where that is even or a name is long."""
    long = any(len(duty.name) > _LONG_NAME for duty in members)
    cells = len(members) or _UNKNOWN_MEMBERS
    return min(cells, 3 if long or cells in (5, 6, 9) else 4)


def _only_name(duties: list[Duty] | tuple[Duty, ...]) -> str:
    """Return the name when just one person can be meant; who signs for several is theirs to say."""
    return duties[0].name if len(duties) == 1 else ""
