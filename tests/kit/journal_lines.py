"""Every line of a journal as the file has it: with the marks on ballots, which no desk shows."""

from __future__ import annotations

from congress_desk.domain.journal import JournalLine
from congress_desk.queries.journal import journal_line
from congress_desk.storage.congress_file import CongressFile


def journal(file: CongressFile) -> tuple[JournalLine, ...]:
    """Return every line, oldest first."""
    return tuple(journal_line(line) for line in file.journal_lines())
