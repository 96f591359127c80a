"""The sheet "Điểm danh": who is present, and when everybody went in and out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from congress_desk.domain.people.person import (
    VOTING_KINDS,
    BaseRule,
    Person,
    Status,
    base_names,
    base_sum,
)
from congress_desk.domain.people.register import Direction, Passage
from congress_desk.reports.document.book import (
    BookColumn,
    BookRow,
    ColumnKind,
    Section,
    Sheet,
    Tone,
    Value,
    plain_rows,
)
from congress_desk.reports.document.date_words import moment
from congress_desk.reports.document.wording import Wording

_KEYS: tuple[tuple[str, ColumnKind], ...] = (
    ("number", ColumnKind.CODE),
    ("code", ColumnKind.CODE),
    ("name", ColumnKind.TEXT),
    ("delegation", ColumnKind.TEXT),
    ("kind", ColumnKind.TEXT),
    ("status", ColumnKind.TEXT),
    ("present", ColumnKind.NUMBER),
    ("in", ColumnKind.TIME),
    ("out", ColumnKind.TIME),
    ("passages", ColumnKind.TEXT),
    ("reason", ColumnKind.TEXT),
    ("instead", ColumnKind.TEXT),
)
_FROZEN = 3


def presence_sheet(
    people: Sequence[Person],
    rule: BaseRule,
    passages: Iterable[Passage],
    reasons: Mapping[int, str],
    words: Wording,
) -> Sheet:
    """Return everybody by number with status and times; passages taken back are left out.

    The sum of those present is that of the register: guests, members on probation and alternates
    who replace nobody stand in a sum of their own.
    """
    gone: dict[int, list[Passage]] = defaultdict(list)
    for passage in passages:
        if not passage.undone:
            gone[passage.person_id].append(passage)
    names = {person.id: person.name for person in people}
    rows = plain_rows(
        _row(person, gone[person.id], reasons.get(person.id, ""), names, words) for person in people
    )
    return Sheet(
        name=words.say("people_book.sheets.presence"),
        title=words.say("people_book.presence.title"),
        notes=(words.say("people_book.presence.note"),),
        columns=tuple(
            BookColumn(title=words.say(f"people_book.presence.{key}"), kind=kind)
            for key, kind in _KEYS
        ),
        sections=(Section(rows=(*rows, *_totals(people, rule, words))),),
        freeze_columns=_FROZEN,
    )


def _row(
    person: Person,
    passages: Sequence[Passage],
    reason: str,
    names: Mapping[int, str],
    words: Wording,
) -> tuple[Value, ...]:
    arrivals = [p.at for p in passages if p.direction is Direction.IN]
    departures = [p.at for p in passages if p.direction is Direction.OUT]
    return (
        person.id,
        person.code,
        person.name,
        person.delegation,
        words.say(f"people.kind.{person.kind.value}"),
        words.say(f"status.{person.status.value}"),
        int(person.status is Status.PRESENT),
        moment(arrivals[0]) if arrivals else None,
        moment(departures[-1]) if departures else None,
        "; ".join(_passage(passage, words) for passage in passages),
        reason,
        names.get(person.replaces, ""),
    )


def _passage(passage: Passage, words: Wording) -> str:
    at = moment(passage.at)
    key = "went_in" if passage.direction is Direction.IN else "went_out"
    return words.say(f"people_book.presence.{key}", time=f"{at:%H:%M}" if at else passage.at)


def _totals(people: Sequence[Person], rule: BaseRule, words: Wording) -> Iterator[BookRow]:
    """Yield those who count as convened and present, then the others, who count in neither."""
    base = base_sum(people, rule)
    seated = {alternate.id for alternate, _ in base_names(people, rule).alternates}
    others = [p for p in people if p.kind not in VOTING_KINDS and p.id not in seated]
    yield _total("total", base.convened, base.present, words)
    if others:
        there = sum(person.status is Status.PRESENT for person in others)
        yield _total("total_others", len(others), there, words)


def _total(key: str, count: int, present: int, words: Wording) -> BookRow:
    values: dict[str, Value] = {
        "name": words.say(f"people_book.presence.{key}"),
        "number": count,
        "present": present,
    }
    return BookRow(values=tuple(values.get(key) for key, _ in _KEYS), tone=Tone.TOTAL)
