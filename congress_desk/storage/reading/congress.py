"""The congress itself, read from the file."""

from __future__ import annotations

from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.journal.lines import Row


def congress_row(file: CongressFile) -> Row:
    """Return the one row of the congress."""
    return file.rows("SELECT * FROM congress")[0]
