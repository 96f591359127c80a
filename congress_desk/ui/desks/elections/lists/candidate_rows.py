"""The list of an election as a table: number on the ballot, name, birth, gender, office, note."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from congress_desk.domain.dates import vietnamese_date
from congress_desk.domain.records import Candidate
from congress_desk.i18n import tr
from congress_desk.ui.widgets.record_table_model import TableColumn

LONG = (1, 4, 5)


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateRow:
    """A candidate with the number on the ballot, from 1."""

    number: int
    candidate: Candidate


def candidate_rows(candidates: Iterable[Candidate]) -> tuple[CandidateRow, ...]:
    """Return the rows of a list in ballot order."""
    return tuple(CandidateRow(number=n, candidate=c) for n, c in enumerate(candidates, start=1))


def same_candidate(old: CandidateRow, new: CandidateRow) -> bool:
    """Say whether two rows are about one person."""
    return old.candidate.id == new.candidate.id


def candidate_columns() -> tuple[TableColumn, ...]:
    """Return what the table says of a candidate."""
    return (
        TableColumn(title=tr("No."), text=lambda row: str(row.number), number=True),
        TableColumn(title=tr("Full name"), text=lambda row: row.candidate.name),
        TableColumn(title=tr("Born"), text=lambda row: vietnamese_date(row.candidate.born)),
        TableColumn(title=tr("Gender"), text=lambda row: row.candidate.gender),
        TableColumn(title=tr("Office, unit"), text=lambda row: row.candidate.role),
        TableColumn(title=tr("Note"), text=lambda row: row.candidate.note),
    )
