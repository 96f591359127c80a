"""A line of the journal as its table shows it, with what it is filtered by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from congress_desk.domain.journal import JournalLine
from congress_desk.domain.text.clean_text import without_accents
from congress_desk.i18n import tr
from congress_desk.ui.records.table_model import TableColumn


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalRow:
    """`day` and `time` in words, `act` with a capital, `folded` all of it to be searched."""

    line: JournalLine
    day: str
    time: str
    act: str
    folded: str


def row_of(line: JournalLine) -> JournalRow:
    """Return the row of a line; its time is to the minute."""
    try:
        at = datetime.fromisoformat(line.at)
        day, time = f"{at:%d/%m/%Y}", f"{at:%H:%M}"
    except ValueError:
        day, time = line.at, ""
    act = line.act[:1].upper() + line.act[1:]
    text = f"#{line.seq} {line.actor} {act} {line.summary} {line.code} {day} {time}"
    return JournalRow(line=line, day=day, time=time, act=act, folded=searched(text))


def searched(text: str) -> str:
    """Return a text as it is searched in: without case and accents, its signs and spaces kept."""
    return without_accents(text).casefold()


def journal_columns() -> tuple[TableColumn, ...]:
    """Return what the table says of a line."""
    return (
        TableColumn(title=tr("Line"), text=lambda row: str(row.line.seq), number=True),
        TableColumn(title=tr("Time"), text=lambda row: f"{row.time} {row.day}"),
        TableColumn(title=tr("Who"), text=lambda row: row.line.actor),
        TableColumn(title=tr("What was done"), text=lambda row: row.line.summary),
        TableColumn(title=tr("Code"), text=lambda row: row.line.code),
    )


def same_line(old: JournalRow, new: JournalRow) -> bool:
    """Say whether two rows are of the same line."""
    return old.line.seq == new.line.seq
