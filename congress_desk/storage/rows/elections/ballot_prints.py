"""Print runs of ballots from their rows."""

from __future__ import annotations

from congress_desk.domain.ballot_papers.ballot_print import BallotPrint, PrintState
from congress_desk.storage.journal.lines import Row


def ballot_print_of(row: Row) -> BallotPrint:
    """Return a print run from its row."""
    return BallotPrint(**{**row, "state": PrintState(row["state"])})
