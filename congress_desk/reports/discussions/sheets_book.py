"""The sheets of the groups as a workbook: what is recorded of each, and rows to write more in."""

from __future__ import annotations

from congress_desk.domain.discussions.opinion import Part
from congress_desk.domain.discussions.opinion_list import NO_TEXT
from congress_desk.reports.discussions.facts import DiscussionFacts, GroupFacts
from congress_desk.reports.document.book import (
    Book,
    BookColumn,
    BookRow,
    ColumnKind,
    Section,
    Sheet,
    Value,
    plain_rows,
)
from congress_desk.reports.document.head import (
    congress_name,
    congress_wording,
    footer_text,
    stamp_text,
)
from congress_desk.reports.document.wording import Wording

EMPTY_ROWS = 20
_COLUMNS = (
    ("number", ColumnKind.NUMBER), ("part", ColumnKind.TEXT), ("opinion", ColumnKind.TEXT),
    ("stance", ColumnKind.TEXT), ("speaker", ColumnKind.TEXT),
)  # fmt: skip


def group_sheets(facts: DiscussionFacts, wording: Wording | None = None) -> Book:
    """Return a sheet for each group; filled in, the file is read back as it is."""
    words = congress_wording(facts.congress, wording)
    parts = (footer_text(facts.head, words), stamp_text(facts.congress, words))
    name = congress_name(facts.congress, words)
    return Book(
        title=words.say("discussions.book_title", congress=name),
        sheets=tuple(_sheet(facts, group, words) for group in facts.groups),
        footer=" · ".join(part for part in parts if part),
    )


def _sheet(facts: DiscussionFacts, group: GroupFacts, words: Wording) -> Sheet:
    said: list[tuple[Value, ...]] = [
        (
            number,
            _part(facts, opinion.part),
            opinion.gist,
            words.say(f"discussions.stance.{opinion.stance.value}"),
            opinion.speaker,
        )
        for number, opinion in enumerate(group.opinions, start=1)
    ]
    empty: list[tuple[Value, ...]] = [(None, None, None, None, None)] * EMPTY_ROWS
    rows: tuple[BookRow, ...] = plain_rows((*said, *empty))
    notes = [words.say("discussions.book_note")]
    if facts.chapters:
        offered = "; ".join((*(chapter.title for chapter in facts.chapters), NO_TEXT))
        notes.append(words.say("discussions.book_parts", parts=offered))
    return Sheet(
        name=group.name,
        title=words.say("discussions.book_sheet", group=group.name),
        columns=tuple(
            BookColumn(title=words.say(f"discussions.book_column.{key}"), kind=kind)
            for key, kind in _COLUMNS
        ),
        sections=(Section(rows=rows),),
        notes=tuple(notes),
        filtered=False,
    )


def _part(facts: DiscussionFacts, part: Part) -> str:
    """Return what a part is called in the file, as it is read back."""
    return facts.chapter_title(part.chapter_id) or facts.text_title(part.text_id) or NO_TEXT
