"""Doubtful ballots from their rows."""

from __future__ import annotations

from congress_desk.domain.elections.doubtful_ballot import DoubtCause, DoubtfulBallot, DoubtState
from congress_desk.storage.journal.lines import Row


def doubt_of(row: Row) -> DoubtfulBallot:
    """Return a doubtful ballot from its row, joined with the number of its bundle."""
    texts: Row = {
        name: row[name] for name in ("note", "article", "reason", "operator", "at", "decided_at")
    }
    return DoubtfulBallot(
        id=row["id"],
        bundle=row["bundle_number"],
        sequence=row["sequence"],
        number=row["number"],
        cause=DoubtCause(row["cause"]),
        state=DoubtState(row["state"]),
        ballot_id=row["ballot_id"] or 0,
        board=row["board"] or 0,
        in_favour=row["in_favour"] or 0,
        **texts,
    )
