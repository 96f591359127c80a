"""The sheet of the issue registers in the results workbook: every line of every round."""

from __future__ import annotations

from collections.abc import Sequence

from congress_desk.domain.ballot_papers.issue_register import IssueKind, IssueLine, IssueRegister
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.reports.document.book import (
    BookColumn,
    ColumnKind,
    Section,
    Sheet,
    Value,
    plain_rows,
)
from congress_desk.reports.document.date_words import moment
from congress_desk.reports.document.sentences import place_params
from congress_desk.reports.document.wording import Wording
from congress_desk.reports.elections.ballot_issue_minutes import issue_title, unit_words

_COLUMNS = (
    ("round", ColumnKind.TEXT),
    ("time", ColumnKind.TIME),
    ("what", ColumnKind.TEXT),
    ("unit", ColumnKind.TEXT),
    ("papers", ColumnKind.NUMBER),
    ("spoiled", ColumnKind.NUMBER),
    ("name", ColumnKind.TEXT),
    ("witness", ColumnKind.TEXT),
    ("note", ColumnKind.TEXT),
    ("struck", ColumnKind.TEXT),
)
_OF_UNITS = (IssueKind.HANDED, IssueKind.EXCHANGED, IssueKind.TAKEN_BACK)


def issue_sheet(kept: Sequence[tuple[RoundSheet, IssueRegister]], words: Wording) -> Sheet:
    """Return every line in order, those struck out too."""
    return Sheet(
        name=words.say("book.sheets.issue"),
        title=words.say("book.issue.title"),
        columns=tuple(
            BookColumn(title=words.say(f"book.issue.{key}"), kind=kind) for key, kind in _COLUMNS
        ),
        sections=(
            Section(
                rows=plain_rows(
                    _row(sheet, line, words) for sheet, register in kept for line in register.lines
                )
            ),
        ),
        freeze_columns=2,
    )


def _row(sheet: RoundSheet, line: IssueLine, words: Wording) -> tuple[Value, ...]:
    return (
        words.say("book.accounting.round", **place_params(sheet)),
        moment(line.at),
        issue_title(line, words),
        unit_words(line.unit, words) if line.kind in _OF_UNITS else "",
        None if line.kind is IssueKind.BOX_SEALED else line.papers,
        line.spoiled or None,
        line.name,
        line.witness,
        line.note,
        line.struck_reason,
    )
