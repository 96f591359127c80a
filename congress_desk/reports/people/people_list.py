"""The list of delegates (danh sách đại biểu): by delegation or by given name, A4 turned."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from congress_desk.domain.congress import Congress
from congress_desk.domain.journal import JournalLine
from congress_desk.domain.people.person import Person, PersonKind
from congress_desk.domain.people.register import same_names
from congress_desk.reports.document.congress_paper import congress_paper
from congress_desk.reports.document.document import (
    Align,
    Block,
    Column,
    Document,
    Heading,
    Paragraph,
    Table,
)
from congress_desk.reports.document.head import (
    congress_name,
    congress_wording,
)
from congress_desk.reports.document.wording import Wording
from congress_desk.reports.people.people_order import Company, Order, by_name, companies
from congress_desk.reports.people.people_words import date_words, namesakes_remark

_POINTS = 11
_WIDTHS = {
    "number": 11.0,
    "person": 11.0,
    "name": 45.0,
    "gender": 13.0,
    "born": 21.0,
    "delegation": 36.0,
    "position": 0.0,
    "kind": 23.0,
    "group": 15.0,
    "seat": 12.0,
    "note": 26.0,
}
_CENTRED = frozenset({"number", "person", "gender", "born", "kind", "group", "seat"})
_PRIVATE = frozenset({"born", "note"})


def people_list(
    congress: Congress,
    people: Sequence[Person],
    head: JournalLine,
    *,
    groups: Mapping[int, str],
    order: Order = Order.DELEGATION,
    private: bool = False,
    wording: Wording | None = None,
) -> Document:
    """Return the list; dates of birth and notes only when it is `private`.

    `groups` are the names of the discussion groups by number.
    """
    words = congress_wording(congress, wording)
    listed = _companies(people, order)
    keys = _keys(people, order, private)
    return congress_paper(
        congress,
        head,
        words,
        title=words.say("people_list.title").upper(),
        subject=(words.say("people_list.subject", congress=congress_name(congress, words)),),
        blocks=(
            _count(people, words),
            *_tables(listed, keys, groups, order, words),
            *namesakes_remark(people, same_names(people), words),
        ),
        landscape=True,
    )


def company_name(company: Company, words: Wording) -> str:
    """Return the name of a delegation, of the guests, of those without a delegation, or of all."""
    if company.guests:
        return words.say("people.guests")
    if company.undivided:
        voter = words.terms["voter"]
        return voter[:1].upper() + voter[1:]
    return company.name or words.say("people.no_delegation")


def _companies(people: Sequence[Person], order: Order) -> tuple[Company, ...]:
    found = companies(people, by_name)
    if order is Order.DELEGATION:
        return found
    guests = tuple(company for company in found if company.guests)
    others = by_name(p for p in people if p.kind is not PersonKind.GUEST)
    return (Company(name="", people=others), *guests) if others else guests


def _keys(people: Sequence[Person], order: Order, private: bool) -> tuple[str, ...]:
    """Return the columns: those that say something, the private ones only when asked for."""
    known = {
        "group": any(person.group_id for person in people),
        "seat": any(person.hall_seat for person in people),
        "gender": any(person.gender for person in people),
        "delegation": order is Order.NAME and any(person.delegation for person in people),
        "note": any(person.note for person in people),
    }
    return tuple(
        key for key in _WIDTHS if known.get(key, True) and (private or key not in _PRIVATE)
    )


def _count(people: Sequence[Person], words: Wording) -> Paragraph:
    guests = sum(person.kind is PersonKind.GUEST for person in people)
    key = "people_list.count_guests" if guests else "people_list.count"
    if not people:
        return Paragraph(runs=words.runs("people_list.empty"))
    return Paragraph(runs=words.runs(key, count=len(people), guests=guests))


def _tables(
    listed: Sequence[Company],
    keys: Sequence[str],
    groups: Mapping[int, str],
    order: Order,
    words: Wording,
) -> list[Block]:
    blocks: list[Block] = []
    number = 0
    for company in listed:
        if order is Order.DELEGATION or company.guests:
            remark = words.say("people_list.of_delegation", count=len(company.people))
            blocks.append(Heading(title=company_name(company, words), remark=remark))
        rows = []
        for person in company.people:
            number += 1
            rows.append(_row(number, person, keys, groups, words))
        blocks.append(Table(columns=_columns(keys, words), rows=tuple(rows), points=_POINTS))
    return blocks


def _columns(keys: Sequence[str], words: Wording) -> tuple[Column, ...]:
    return tuple(
        Column(
            title=words.say(f"people_list.{key}"),
            width=_WIDTHS[key],
            align=Align.CENTER if key in _CENTRED else Align.LEFT,
        )
        for key in keys
    )


def _row(
    number: int,
    person: Person,
    keys: Sequence[str],
    groups: Mapping[int, str],
    words: Wording,
) -> tuple[str, ...]:
    values = {
        "number": str(number),
        "person": str(person.id),
        "name": person.name,
        "gender": person.gender,
        "born": date_words(person.born),
        "delegation": person.delegation,
        "position": person.position,
        "kind": words.say(f"people.kind.{person.kind.value}"),
        "group": groups.get(person.group_id, ""),
        "seat": person.hall_seat,
        "note": person.note,
    }
    return tuple(values[key] for key in keys)
