"""Edited and free parts of the congress's papers, read from the file, and as rows."""

from __future__ import annotations

from congress_desk.domain.minutes.paper_part import CongressPaper, PaperPart
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.journal.lines import Row
from congress_desk.storage.reading.speeches import clean_lines


def paper_parts(file: CongressFile, paper: CongressPaper) -> tuple[PaperPart, ...]:
    """Return the parts of a paper that were edited or added, in their order."""
    rows = file.rows("SELECT * FROM paper_part WHERE paper = ? ORDER BY place, record", paper.value)
    return tuple(map(part_of, rows))


def paper_part(file: CongressFile, paper: CongressPaper, record: str) -> PaperPart | None:
    """Return one part, None while nobody edited it."""
    rows = file.rows("SELECT * FROM paper_part WHERE paper = ? AND record = ?", paper.value, record)
    return part_of(rows[0]) if rows else None


def part_row(part: PaperPart) -> Row:
    """Return the columns of a part."""
    return {
        "record": part.record,
        "paper": part.paper.value,
        "place": part.place,
        "after": part.after,
        "text": clean_lines(part.text),
        "told": part.told,
    }


def part_of(row: Row) -> PaperPart:
    """Return a part from its row."""
    return PaperPart(
        paper=CongressPaper(row["paper"]),
        record=row["record"],
        text=row["text"],
        told=row["told"],
        place=row["place"],
        after=row["after"],
    )
