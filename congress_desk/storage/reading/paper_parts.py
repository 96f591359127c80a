"""Edited and free parts of the congress's papers, read from the file, and as rows."""

from __future__ import annotations

from congress_desk.domain.minutes.paper_part import CongressPaper, PaperPart
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.rows.paper_parts import part_of


def paper_parts(file: CongressFile, paper: CongressPaper) -> tuple[PaperPart, ...]:
    """Return the parts of a paper that were edited or added, in their order."""
    rows = file.rows("SELECT * FROM paper_part WHERE paper = ? ORDER BY place, record", paper.value)
    return tuple(map(part_of, rows))


def paper_part(file: CongressFile, paper: CongressPaper, record: str) -> PaperPart | None:
    """Return one part, None while nobody edited it."""
    rows = file.rows("SELECT * FROM paper_part WHERE paper = ? AND record = ?", paper.value, record)
    return part_of(rows[0]) if rows else None
