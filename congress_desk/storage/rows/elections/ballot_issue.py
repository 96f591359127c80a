"""Lines of the issue register from their rows."""

from __future__ import annotations

from congress_desk.domain.ballot_papers.issue_register import IssueKind, IssueLine
from congress_desk.storage.journal.lines import Row


def issue_line_of(row: Row) -> IssueLine:
    """Return a line of the register from its row."""
    told = {name: row[name] or 0 for name in ("round_id", "print_id", "box_id")}
    return IssueLine(**{**row, **told, "kind": IssueKind(row["kind"])})
