"""What is kept of the checks beside a count, read from the file."""

from __future__ import annotations

from congress_desk.storage.congress_file import CongressFile


def shown_rounds(file: CongressFile) -> list[int]:
    """Return the rounds whose ballots two people chose to have in the workbook."""
    return [row["round_id"] for row in file.rows("SELECT round_id FROM shown_matrix")]
