"""The journal in the workbook: one line an act, with the code of its hash."""

from __future__ import annotations

from collections.abc import Sequence

from congress_desk.domain.journal import JournalLine
from congress_desk.reports.document.book import BookColumn, ColumnKind, Section, Sheet, plain_rows
from congress_desk.reports.document.date_words import moment
from congress_desk.reports.document.wording import Wording

_COLUMNS = (
    ("seq", ColumnKind.NUMBER),
    ("at", ColumnKind.TIME),
    ("actor", ColumnKind.TEXT),
    ("act", ColumnKind.TEXT),
    ("summary", ColumnKind.TEXT),
    ("code", ColumnKind.CODE),
)


def journal_sheet(journal: Sequence[JournalLine], words: Wording) -> Sheet:
    """Return the journal as it was given, the time as a real date and time."""
    return Sheet(
        name=words.say("book.sheets.journal"),
        title=words.say("book.journal.title"),
        columns=tuple(
            BookColumn(title=words.say(f"book.journal.{key}"), kind=kind) for key, kind in _COLUMNS
        ),
        sections=(
            Section(
                rows=plain_rows(
                    (
                        line.seq,
                        moment(line.at) or line.at,
                        line.actor,
                        line.act,
                        line.summary,
                        line.code,
                    )
                    for line in journal
                )  # fmt: skip
            ),
        ),
    )
