"""The result of one round in the workbook: in ballot order, and from high to low."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from congress_desk.domain.elections.ballots import MarkMode
from congress_desk.domain.elections.result import CandidateOutcome, CandidateResult
from congress_desk.domain.elections.round import RoundKind
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.domain.rules.articles import bracketed
from congress_desk.domain.rules.threshold import Compare
from congress_desk.domain.text.dates import vietnamese_date
from congress_desk.reports.document.book import (
    BookColumn,
    BookRow,
    Chart,
    ChartKind,
    ColumnKind,
    Section,
    Sheet,
    Tone,
    Value,
)
from congress_desk.reports.document.sentences import (
    base_words,
    edited_rules_sentence,
    election_title,
    fraction_words,
    outcome_words,
    place_params,
)
from congress_desk.reports.document.wording import Wording

_VOTES = 4  # the column of the votes
_COUNTS = {
    MarkMode.STRIKE: ("votes", "struck"),
    MarkMode.TICK: ("agree", "disagree", "uncounted"),
    MarkMode.CUMULATIVE: ("votes",),
}
_LABELS = 6  # columns that hold no count: number, name, born, role, percentage, outcome


def result_sheet(sheet: RoundSheet, words: Wording) -> Sheet:
    """Return votes, percentage and outcome of each candidate, with the sums that check them."""
    number = sheet.round.number
    return Sheet(
        name=words.say("book.sheets.result", **place_params(sheet)),
        title=words.say("book.result.title", title=election_title(sheet.election), number=number),
        notes=_notes(sheet, words),
        columns=tuple(
            BookColumn(title=words.say(f"book.result.{key}"), kind=kind)
            for key, kind in _columns(sheet)
        ),
        sections=(
            Section(
                title=words.say("book.result.ballot_order"),
                rows=(*_rows(sheet.result.candidates, sheet, words), *_sums(sheet, words)),
            ),
            Section(
                title=words.say("book.result.by_votes"),
                rows=_rows(sheet.result.by_votes, sheet, words),
            ),
        ),
        freeze_columns=2,
        filtered=False,
        charts=(
            Chart(
                kind=ChartKind.BAR,
                title=words.say("book.result.chart"),
                section=1,
                names=1,
                values=_VOTES,
            ),
        ),
    )


def _notes(sheet: RoundSheet, words: Wording) -> tuple[str, ...]:
    majority, this = sheet.result.majority, sheet.round
    state = words.say(
        "book.result.state",
        state=words.say(f"round_state.{this.state.value}"),
        outcome=words.say(f"round_outcome.{sheet.result.outcome.value}"),
    )
    rule = words.say(
        f"book.result.{_rule_key(sheet)}",
        seats=this.seats,
        candidates=len(this.candidates),
        fraction=fraction_words(majority.more_than, words),
        of=majority.of,
        base=base_words(majority, words),
        needed=majority.needed,
        article=bracketed(majority.article),
    )
    edited = edited_rules_sentence(sheet.congress.rules, words)
    return (state, rule, edited) if edited else (state, rule)


def _rule_key(sheet: RoundSheet) -> str:
    majority = sheet.result.majority
    if majority.required:
        return "rule_at_least" if majority.compare is Compare.AT_LEAST else "rule"
    if sheet.round.kind is not RoundKind.TIE:
        return "rule_highest"
    return "rule_tie" if majority.of_half else "rule_tie_share"


def _columns(sheet: RoundSheet) -> tuple[tuple[str, ColumnKind], ...]:
    counts = _COUNTS[sheet.round.mode]
    return (
        ("position", ColumnKind.NUMBER),
        ("name", ColumnKind.TEXT),
        ("born", ColumnKind.CODE),
        ("role", ColumnKind.TEXT),
        *((key, ColumnKind.NUMBER) for key in counts),
        ("percent", ColumnKind.NUMBER),
        ("outcome", ColumnKind.TEXT),
    )


def _rows(
    candidates: Iterable[CandidateResult], sheet: RoundSheet, words: Wording
) -> tuple[BookRow, ...]:
    return tuple(_row(candidate, sheet, words) for candidate in candidates)


def _row(result: CandidateResult, sheet: RoundSheet, words: Wording) -> BookRow:
    candidate = result.candidate
    elected = result.outcome is CandidateOutcome.ELECTED
    values: tuple[Value, ...] = (
        result.position,
        result.name,
        vietnamese_date(candidate.born),
        candidate.role,
        *_counts(result, sheet),
        Decimal(result.percent) if result.percent else None,
        outcome_words(result.outcome, sheet.result.majority, words),
    )
    return BookRow(values=values, tone=Tone.STRONG if elected else Tone.PLAIN)


def _counts(result: CandidateResult, sheet: RoundSheet) -> tuple[int, ...]:
    counts = (result.votes, result.against, result.uncounted)
    return counts[: len(_COUNTS[sheet.round.mode])]


def _sums(sheet: RoundSheet, words: Wording) -> tuple[BookRow, ...]:
    """Return the sum of each count. Names kept come from the same rows: no check of these sums."""
    counts = [_counts(candidate, sheet) for candidate in sheet.result.candidates]
    sums = [sum(row[place] for row in counts) for place in range(len(_columns(sheet)) - _LABELS)]
    values = (None, words.say("book.result.total"), None, None, *sums, None, None)
    return (BookRow(values=values, tone=Tone.TOTAL),)
