"""The printed journal (nhật ký của tệp đại hội): when, who, what, and the code of each line."""

from __future__ import annotations

from collections.abc import Sequence

from congress_desk.domain.congress import Congress
from congress_desk.domain.journal import JournalLine
from congress_desk.reports.document.book import Book
from congress_desk.reports.document.congress_paper import congress_paper
from congress_desk.reports.document.date_words import moment
from congress_desk.reports.document.document import Align, Column, Document, Paragraph, Table
from congress_desk.reports.document.head import (
    SECRETARIAT,
    congress_name,
    congress_wording,
    footer_text,
    stamp_text,
)
from congress_desk.reports.document.wording import Wording
from congress_desk.reports.elections.workbook.journal import journal_sheet

# Widths in mm, on a page laid across; what was done takes what is left.
_COLUMNS = (("seq", 20), ("at", 32), ("actor", 42), ("act", 46), ("summary", 0), ("code", 24))
_CENTRED = ("seq", "at", "code")


def journal_list(
    congress: Congress,
    lines: Sequence[JournalLine],
    head: JournalLine,
    *,
    whole: bool = True,
    wording: Wording | None = None,
) -> Document:
    """Return the lines as a table; a choice of them says that it is one."""
    words = congress_wording(congress, wording)
    key = "whole" if whole else "chosen"
    intro = words.runs(f"journal.{key}", count=len(lines), code=head.code, seq=head.seq)
    return congress_paper(
        congress,
        head,
        words,
        title=words.say("journal.title"),
        subject=(words.say("journal.subject", congress=congress_name(congress, words)),),
        organ=SECRETARIAT,
        landscape=True,
        blocks=(
            Paragraph(runs=intro),
            Table(columns=_columns(words), rows=tuple(map(_row, lines)), small=True),
            Paragraph(runs=words.runs("journal.secrecy"), small=True, indent=False),
        ),
    )


def journal_book(
    congress: Congress,
    lines: Sequence[JournalLine],
    head: JournalLine,
    wording: Wording | None = None,
) -> Book:
    """Return the lines as a workbook of one sheet."""
    words = congress_wording(congress, wording)
    parts = (footer_text(head, words), stamp_text(congress, words))
    return Book(
        title=words.say("journal.subject", congress=congress_name(congress, words)),
        sheets=(journal_sheet(lines, words),),
        footer=" · ".join(part for part in parts if part),
    )


def _columns(words: Wording) -> tuple[Column, ...]:
    return tuple(
        Column(
            title=words.say(f"book.journal.{key}"),
            width=width,
            align=Align.CENTER if key in _CENTRED else Align.LEFT,
        )
        for key, width in _COLUMNS
    )


def _row(line: JournalLine) -> tuple[str, ...]:
    at = moment(line.at)
    return (
        f"{line.first}–{line.seq}" if line.first else str(line.seq),
        f"{at:%H:%M, %d/%m/%Y}" if at else line.at,
        line.actor,
        line.act[:1].upper() + line.act[1:],
        line.summary,
        line.code,
    )
