"""Guests, who is summoned, and the rota as a workbook; its lists of people can be read in again."""

from __future__ import annotations

from collections.abc import Sequence

from congress_desk.domain.congress import Congress
from congress_desk.domain.guests.invitation import ARRANGED, FIRST_MAILING, Invitee
from congress_desk.domain.guests.rota import TimedTurn
from congress_desk.domain.journal import JournalLine
from congress_desk.domain.people.register_layout import COLUMNS
from congress_desk.domain.setup.words import PERSON_KIND_LABELS
from congress_desk.domain.text.dates import vietnamese_date
from congress_desk.reports.document.book import (
    Book,
    BookColumn,
    ColumnKind,
    Section,
    Sheet,
    Value,
    plain_rows,
)
from congress_desk.reports.document.head import congress_name, congress_wording, footer_text
from congress_desk.reports.document.wording import Wording

_PERSON = ("number", "name", "position", "delegation", "kind", "seat", "group", *ARRANGED)
_LETTER = ("mailing", "sent_on", "standing", "answered_on", "remark", "there")
_TURN = ("number", "clock", "minutes", "who", "kind", "spot", "note")
_COUNTED = frozenset({"number", "mailing", "welcome", "companions", "minutes"})
_KINDS = {kind: label for label, kind in PERSON_KIND_LABELS.items()}
_FROZEN = 2


def guest_book(
    congress: Congress,
    guests: Sequence[Invitee],
    summoned: Sequence[Invitee],
    turns: Sequence[TimedTurn],
    head: JournalLine,
    wording: Wording | None = None,
) -> Book:
    """Return a sheet of guests in the order of their welcome, one of the others, one of the rota.

    A list without anybody has no sheet. The headers are those that lists of people are read by.
    """
    words = congress_wording(congress, wording)
    sheets = [
        _people(people, key, words)
        for people, key in ((guests, "guests"), (summoned, "summoned"))
        if people
    ]
    if turns:
        sheets.append(_rota(turns, words))
    title = f"{words.say('guest_book.title')}, {congress_name(congress, words)}"
    return Book(title=title, sheets=tuple(sheets), footer=footer_text(head, words))


def _people(people: Sequence[Invitee], key: str, words: Wording) -> Sheet:
    rows = [_values(number, person, words) for number, person in enumerate(people, start=1)]
    said = {each for row in rows for each, value in row.items() if value not in ("", None)}
    mailed_apart = any(person.mailing != FIRST_MAILING for person in people)
    keys = [
        each
        for each in (*_PERSON, *_LETTER)
        if (each in said or each in _LETTER) and (each != "mailing" or mailed_apart)
    ]
    columns = tuple(_column(each, _title(each, words)) for each in keys)
    return Sheet(
        name=words.say(f"guest_book.{key}"),
        title=words.say(f"guest_book.{key}"),
        columns=columns,
        sections=(Section(rows=plain_rows(tuple(row[each] for each in keys) for row in rows)),),
        freeze_columns=_FROZEN,
    )


def _rota(turns: Sequence[TimedTurn], words: Wording) -> Sheet:
    rows = [
        (
            number,
            words.say("rota.clock", begins=turn.begins, ends=turn.ends) if turn.begins else "",
            turn.minutes,
            turn.who,
            words.say(f"rota.kind.{turn.kind.value}"),
            turn.spot,
            turn.note,
        )
        for number, turn in enumerate(turns, start=1)
    ]
    return Sheet(
        name=words.say("guest_book.rota"),
        title=words.say("rota.title"),
        columns=tuple(_column(each, words.say(f"rota.column.{each}")) for each in _TURN),
        sections=(Section(rows=plain_rows(rows)),),
        freeze_columns=_FROZEN,
    )


def _column(key: str, title: str) -> BookColumn:
    return BookColumn(title=title, kind=ColumnKind.NUMBER if key in _COUNTED else ColumnKind.TEXT)


def _title(key: str, words: Wording) -> str:
    return words.say(f"guest_book.column.{key}") if key in _LETTER else COLUMNS[key].label


def _values(number: int, person: Invitee, words: Wording) -> dict[str, Value]:
    return {
        "number": number,
        "name": person.name,
        "position": person.position,
        "delegation": person.delegation,
        "kind": _KINDS[person.kind],
        "seat": person.seat,
        "group": person.group,
        **{name: getattr(person, name) or None for name in ARRANGED},
        "mailing": person.mailing,
        "sent_on": vietnamese_date(person.sent_on) if person.sent_on else None,
        "standing": words.say(f"guests.standing.{person.standing.value}"),
        "answered_on": vietnamese_date(person.answered_on) if person.answered_on else None,
        "remark": person.remark,
        "there": words.say("guests.standing.present") if person.is_there else None,
    }
