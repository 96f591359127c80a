"""Edited and free parts of the congress's papers as rows, and back."""

from __future__ import annotations

from congress_desk.domain.minutes.paper_part import CongressPaper, PaperPart
from congress_desk.domain.text.clean_text import clean_lines
from congress_desk.storage.journal.lines import Row


def part_row(part: PaperPart) -> Row:
    """Return the columns of a part."""
    return {
        "record": part.record,
        "paper": part.paper.value,
        "place": part.place,
        "after": part.after,
        "text": clean_lines(part.text),
        "told": part.seen,
    }


def part_of(row: Row) -> PaperPart:
    """Return a part from its row."""
    return PaperPart(
        paper=CongressPaper(row["paper"]),
        record=row["record"],
        text=row["text"],
        seen=row["told"],
        place=row["place"],
        after=row["after"],
    )
