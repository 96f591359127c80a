"""The register of numbered copies handed out, and the minutes of taking them back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from congress_desk.domain.congress import Congress
from congress_desk.domain.journal import JournalLine
from congress_desk.domain.people.person import Person
from congress_desk.domain.preparation.copies import TextCopies, TextCopy
from congress_desk.domain.preparation.copy_list import COPIES
from congress_desk.domain.preparation.text import CongressText
from congress_desk.reports.document.book import (
    Book,
    BookColumn,
    ColumnKind,
    Section,
    Sheet,
    Value,
    plain_rows,
)
from congress_desk.reports.document.congress_paper import congress_paper
from congress_desk.reports.document.date_words import day_text, moment, time_text
from congress_desk.reports.document.document import (
    Align,
    Block,
    Column,
    Document,
    KeepTogether,
    Paragraph,
    Signature,
    Signatures,
    Table,
)
from congress_desk.reports.document.head import (
    SECRETARIAT,
    congress_day,
    congress_wording,
    footer_text,
    organ_signature,
)
from congress_desk.reports.document.wording import Wording

_POINTS, _ROW_HEIGHT = 11.5, 9.0


@dataclass(frozen=True, slots=True, kw_only=True)
class CopiesFacts:
    """What the papers on the copies of one text are made of."""

    congress: Congress
    text: CongressText
    copies: TextCopies
    people: Mapping[int, Person]
    head: JournalLine


def copies_register(facts: CopiesFacts, wording: Wording | None = None) -> Document:
    """Return who has which copy, by number, with room to sign."""
    words = congress_wording(facts.congress, wording)
    keys = ["number", "name", "unit", "handed", "receives"]
    if facts.copies.printed.comes_back:
        keys.append("returns")
    rows = tuple(_register_row(copy, len(keys), facts, words) for copy in facts.copies.last_handed)
    table = Table(columns=_columns(keys, words), rows=rows, points=_POINTS, row_height=_ROW_HEIGHT)
    return congress_paper(
        facts.congress,
        facts.head,
        words,
        title=words.say("copies.register_title"),
        subject=(_title(facts, words),),
        blocks=(Paragraph(runs=words.runs("copies.sums", **_sums(facts))), table, _signed(words)),
        organ=SECRETARIAT,
    )


def copies_book(facts: CopiesFacts, wording: Wording | None = None) -> Book:
    """Return who has which copy as a workbook, as the program reads it in again."""
    words = congress_wording(facts.congress, wording)
    keys = ("copy", "card", "code", "name", "delegation", "handed", "returned", "note")
    rows = (_book_row(copy, facts, words) for copy in facts.copies.last_handed)
    sheet = Sheet(
        name=COPIES.name,
        title=_title(facts, words),
        columns=tuple(
            BookColumn(
                title=COPIES.column(key).label,
                kind=ColumnKind.NUMBER if key in ("copy", "card") else ColumnKind.TEXT,
            )
            for key in keys
        ),
        sections=(Section(rows=plain_rows(rows)),),
        freeze_columns=1,
    )
    return Book(
        title=words.say("copies.register_title"),
        sheets=(sheet,),
        footer=footer_text(facts.head, words),
    )


def _book_row(copy: TextCopy, facts: CopiesFacts, words: Wording) -> tuple[Value, ...]:
    person, back = facts.people[copy.person_id], moment(copy.returned_at)
    return (
        copy.number,
        person.id,
        person.code,
        person.name,
        person.delegation,
        time_text(moment(copy.handed_at), words),
        time_text(back, words) if back else "",
        copy.missing,
    )


def copies_returned(facts: CopiesFacts, wording: Wording | None = None) -> Document:
    """Return the minutes of taking the copies back, with those that are missing by name."""
    words = congress_wording(facts.congress, wording)
    return congress_paper(
        facts.congress,
        facts.head,
        words,
        title=words.say("copies.minutes_title"),
        subject=(words.say("copies.minutes_subject"), _title(facts, words)),
        blocks=tuple(_returned(facts, words)),
        organ=SECRETARIAT,
        symbol=words.say("copies.symbol"),
    )


def _returned(facts: CopiesFacts, words: Wording) -> Iterator[Block]:
    day = day_text(congress_day(facts.congress), words)
    yield Paragraph(runs=words.runs("copies.opening", day=day, text=facts.text.title))
    yield Paragraph(runs=words.runs("copies.sums", **_sums(facts)))
    yield Paragraph(
        runs=words.runs("copies.back", returned=facts.copies.returned, out=len(facts.copies.out))
    )
    out = facts.copies.out
    if out:
        keys = ("number", "name", "unit", "why")
        rows = tuple(
            (
                str(copy.number),
                facts.people[copy.person_id].name,
                facts.people[copy.person_id].delegation,
                copy.missing or words.say("copies.waited_for"),
            )
            for copy in out
        )
        yield Table(columns=_columns(keys, words), rows=rows, points=_POINTS)
    else:
        yield Paragraph(runs=words.runs("copies.all_back"))
    yield _signed(words, witness=True)


def _register_row(
    copy: TextCopy, columns: int, facts: CopiesFacts, words: Wording
) -> tuple[str, ...]:
    person = facts.people[copy.person_id]
    handed = time_text(moment(copy.handed_at), words)
    back = moment(copy.returned_at)
    returned = words.say("copies.returned", time=time_text(back, words)) if back else copy.missing
    return (str(copy.number), person.name, person.delegation, handed, "", returned)[:columns]


def _sums(facts: CopiesFacts) -> dict[str, int]:
    return {
        "printed": facts.copies.printed.copies,
        "handed": facts.copies.printed.copies - facts.copies.never_handed,
        "kept": facts.copies.never_handed,
    }


def _title(facts: CopiesFacts, words: Wording) -> str:
    version = facts.text.version
    key = "subject_version" if version else "subject"
    return words.say(f"copies.{key}", text=facts.text.title, version=version)


def _signed(words: Wording, *, witness: bool = False) -> Block:
    left = Signature(title=words.say("copies.witness")) if witness else None
    cells = (left, organ_signature(SECRETARIAT, words))
    return KeepTogether(blocks=(Signatures(cells=cells, across=2),))


def _columns(keys: tuple[str, ...] | list[str], words: Wording) -> tuple[Column, ...]:
    widths = {"number": 16, "name": 0, "unit": 42, "handed": 27, "receives": 25, "returns": 25,
              "why": 55}  # fmt: skip
    return tuple(
        Column(
            title=words.say(f"copies.column.{key}"),
            width=widths[key],
            align=Align.CENTER if key in ("number", "handed") else Align.LEFT,
        )
        for key in keys
    )
