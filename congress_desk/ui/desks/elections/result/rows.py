"""The rows of a result: in ballot order, and from high to low."""

from __future__ import annotations

from dataclasses import dataclass

from congress_desk.domain.elections.ballots import MarkMode
from congress_desk.domain.elections.result import CandidateOutcome, CandidateResult
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.domain.text.dates import vietnamese_date
from congress_desk.i18n import tr
from congress_desk.ui.desks.elections.result.grounds import ground
from congress_desk.ui.desks.elections.result.words import (
    candidate_sign,
    outcome_words,
    percent_text,
)
from congress_desk.ui.records.table_model import TableColumn


def long_columns(mode: MarkMode) -> tuple[int, ...]:
    """Return which columns share the room that the numbers leave: name and outcome."""
    return 1, len(result_columns(mode)) - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultRow:
    """A candidate in a result table; `number` is the place in the table's own order."""

    number: int
    candidate: CandidateResult
    outcome: str
    ground: str

    @property
    def elected(self) -> bool:
        return self.candidate.outcome is CandidateOutcome.ELECTED


def ballot_order(sheet: RoundSheet) -> tuple[ResultRow, ...]:
    """Return the rows as the names stand on the ballot."""
    return _rows(sheet, sheet.result.candidates)


def high_to_low(sheet: RoundSheet) -> tuple[ResultRow, ...]:
    """Return the rows by votes, equal votes in ballot order."""
    return _rows(sheet, sheet.result.by_votes)


def elected_rows(sheet: RoundSheet) -> tuple[ResultRow, ...]:
    """Return the elected alone, from high to low."""
    result = sheet.result
    return _rows(sheet, tuple(result.by_position(position) for position in result.elected))


def _rows(sheet: RoundSheet, ordered: tuple[CandidateResult, ...]) -> tuple[ResultRow, ...]:
    result = sheet.result
    return tuple(
        ResultRow(
            number=number,
            candidate=candidate,
            outcome=outcome_words(result, candidate),
            ground=found.text if (found := ground(result, candidate)) else "–",
        )
        for number, candidate in enumerate(ordered, start=1)
    )


def result_columns(mode: MarkMode) -> tuple[TableColumn, ...]:
    """Return number, name, votes (tick: three counts), percentage, decision and outcome."""
    return (
        TableColumn(title=tr("No."), text=lambda row: str(row.number), number=True),
        TableColumn(
            title=tr("Full name"),
            text=lambda row: row.candidate.name,
            strong=lambda row: row.elected,
            whole=True,
        ),
        *(_tick_columns() if mode is MarkMode.TICK else _strike_columns()),
        _percent_column(),
        TableColumn(title=tr("Ground"), text=lambda row: row.ground),
        TableColumn(
            title=tr("Outcome"),
            text=lambda row: row.outcome,
            sign=lambda row: candidate_sign(row.candidate),
            tone=lambda row: candidate_sign(row.candidate).tone,
        ),
    )


def elected_columns(mode: MarkMode) -> tuple[TableColumn, ...]:
    """Return who was elected with birth and office, votes and percentage."""
    number, name, votes, *_ = result_columns(mode)
    return (
        number,
        name,
        TableColumn(
            title=tr("Born"), text=lambda row: vietnamese_date(row.candidate.candidate.born)
        ),
        TableColumn(title=tr("Office, unit"), text=lambda row: row.candidate.candidate.role),
        votes,
        _percent_column(),
    )


def _strike_columns() -> tuple[TableColumn, ...]:
    return (TableColumn(title=tr("Votes"), text=lambda row: str(row.candidate.votes), number=True),)


def _tick_columns() -> tuple[TableColumn, ...]:
    return (
        TableColumn(title=tr("Agree"), text=lambda row: str(row.candidate.votes), number=True),
        TableColumn(title=tr("Disagree"), text=lambda row: str(row.candidate.against), number=True),
        TableColumn(
            title=tr("Not counted"), text=lambda row: str(row.candidate.uncounted), number=True
        ),
    )


def _percent_column() -> TableColumn:
    return TableColumn(
        title=tr("Per cent"), text=lambda row: percent_text(row.candidate.percent), number=True
    )
