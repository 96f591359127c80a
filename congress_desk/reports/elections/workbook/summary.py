"""The first sheet of the results workbook: all elections and rounds, one line each."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from congress_desk.domain.elections.ballots import MarkMode
from congress_desk.domain.elections.election import Election
from congress_desk.domain.elections.majority import percent
from congress_desk.domain.elections.round import Round, RoundState
from congress_desk.domain.elections.round_sheet import RoundSheet
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
from congress_desk.reports.document.sentences import base_words
from congress_desk.reports.document.wording import Wording
from congress_desk.reports.people.presence import count_of_round

_COLUMNS = (
    ("code", ColumnKind.CODE),
    ("election", ColumnKind.TEXT),
    ("round", ColumnKind.NUMBER),
    ("seats", ColumnKind.NUMBER),
    ("candidates", ColumnKind.NUMBER),
    ("surplus", ColumnKind.NUMBER),
    ("convened", ColumnKind.NUMBER),
    ("present", ColumnKind.NUMBER),
    ("issued", ColumnKind.NUMBER),
    ("returned", ColumnKind.NUMBER),
    ("valid", ColumnKind.NUMBER),
    ("invalid", ColumnKind.NUMBER),
    ("base", ColumnKind.TEXT),
    ("of", ColumnKind.NUMBER),
    ("needed", ColumnKind.NUMBER),
    ("elected", ColumnKind.NUMBER),
    ("outcome", ColumnKind.TEXT),
    ("state", ColumnKind.TEXT),
    ("declared", ColumnKind.TIME),
)


def summary_sheet(
    sheets: Sequence[RoundSheet], elections: Sequence[Election], words: Wording
) -> Sheet:
    """Return the summary: the rounds in the order given, then elections not counted yet."""
    counted = {sheet.election.id for sheet in sheets}
    rows = [_round_row(sheet, words) for sheet in sheets]
    rows += [_election_row(e, words) for e in elections if e.id not in counted]
    return Sheet(
        name=words.say("book.sheets.summary"),
        title=words.say("book.summary.title"),
        columns=tuple(
            BookColumn(title=words.say(f"book.summary.{key}"), kind=kind) for key, kind in _COLUMNS
        ),
        sections=(Section(rows=tuple(rows)),),
        freeze_columns=2,
    )


def is_counted(sheet: RoundSheet) -> bool:
    """Say whether a round has a result that may be shown: declared, or its last ballot is in."""
    return sheet.declared or sheet.result.entered == sheet.result.accounting.returned


def _round_row(sheet: RoundSheet, words: Wording) -> BookRow:
    this, result = sheet.round, sheet.result
    accounting, majority = result.accounting, result.majority
    # A round that is still counted has no result in any workbook.
    counted: tuple[Value, ...] = (None, None)
    decided: tuple[Value, ...] = (None, None)
    if is_counted(sheet):
        counted = (result.valid, result.invalid)
        outcome = words.say(f"round_outcome.{result.outcome.value}")
        decided = (len(result.elected), outcome)
    values: tuple[Value, ...] = (
        sheet.election.code,
        sheet.election.title,
        this.number,
        this.seats,
        len(this.candidates),
        None if this.mode is MarkMode.CUMULATIVE else _surplus(len(this.candidates), this.seats),
        count_of_round(sheet).convened,
        accounting.present,
        accounting.issued,
        accounting.returned,
        *counted,
        base_words(majority, words),
        majority.of,
        majority.needed if majority.required else None,
        *decided,
        words.say(f"round_state.{_state(this)}"),
        moment(this.declared_at),
    )
    return BookRow(values=values)


def _state(this: Round) -> str:
    """Return how a round stands: one that was set aside or counted again says so."""
    if this.annulled_by:
        return "annulled"
    if this.recounted_by:
        return "recounted"
    if this.is_recount and this.state is RoundState.DECLARED:
        return "recount"
    return this.state.value


def _election_row(election: Election, words: Wording) -> BookRow:
    known: dict[str, Value] = {
        "code": election.code,
        "election": election.title,
        "seats": election.seats,
        "candidates": len(election.candidates),
        "surplus": _surplus(len(election.candidates), election.seats),
        "state": words.say("book.summary.not_counted"),
    }
    return BookRow(values=tuple(known.get(key) for key, _ in _COLUMNS), tone=Tone.MUTED)


def _surplus(candidates: int, seats: int) -> Decimal | None:
    text = percent(max(candidates - seats, 0), seats)
    return Decimal(text) if text else None
