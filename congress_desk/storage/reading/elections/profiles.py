"""The profiles of candidates, read from the file."""

from __future__ import annotations

from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.journal.lines import Row


def profile_rows(file: CongressFile, election_id: int) -> dict[int, Row]:
    """Return the profiles of an election's candidates, by candidate."""
    rows = file.rows(
        "SELECT candidate_profile.* FROM candidate_profile JOIN candidate"
        " ON candidate.id = candidate_id WHERE election_id = ?",
        election_id,
    )
    return {row["candidate_id"]: row for row in rows}


def profile_row_of(file: CongressFile, candidate_id: int) -> Row | None:
    """Return the profile of one candidate."""
    rows = file.rows("SELECT * FROM candidate_profile WHERE candidate_id = ?", candidate_id)
    return rows[0] if rows else None
