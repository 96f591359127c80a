"""The issue register of ballots, read from the file."""

from __future__ import annotations

from congress_desk.domain.ballot_papers.issue_register import IssueLine
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.rows.elections.ballot_issue import issue_line_of

_OF_ROUND = "SELECT * FROM ballot_issue WHERE round_id = ? ORDER BY id"
_OF_PRINT = "SELECT * FROM ballot_issue WHERE print_id = ? AND round_id IS NULL ORDER BY id"


def issue_lines(file: CongressFile, round_id: int) -> tuple[IssueLine, ...]:
    """Return every line of a round's register in order, struck ones too."""
    return tuple(issue_line_of(row) for row in file.rows(_OF_ROUND, round_id))


def early_lines(file: CongressFile, print_id: int) -> tuple[IssueLine, ...]:
    """Return the lines about the papers of a run that no round has yet, in order."""
    return tuple(issue_line_of(row) for row in file.rows(_OF_PRINT, print_id))


def issue_line(file: CongressFile, line_id: int) -> IssueLine | None:
    """Return one line."""
    rows = file.rows("SELECT * FROM ballot_issue WHERE id = ?", line_id)
    return issue_line_of(rows[0]) if rows else None
