"""Delegate cards (thẻ đại biểu) as plain data: what stands on each card and on their sheets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from congress_desk.domain.congress import Congress
from congress_desk.domain.journal import JournalLine
from congress_desk.domain.people.person import Person, PersonKind
from congress_desk.domain.text.clean_text import without_accents
from congress_desk.reports.document.head import (
    congress_name,
    congress_wording,
    footer_text,
    stamp_text,
)
from congress_desk.reports.document.wording import Wording
from congress_desk.reports.people.people_order import by_number, companies


class Symbol(StrEnum):
    """In which symbol a scanner reads the code."""

    QR = "qr"
    CODE_128 = "code128"


class CardTone(StrEnum):
    """Which colour the bar of a card has: of those who vote, of other members, of guests."""

    VOTER = "voter"
    MEMBER = "member"
    GUEST = "guest"


@dataclass(frozen=True, slots=True, kw_only=True)
class CardForm:
    """How cards lie on A4: their size in mm, and how many go across and down."""

    width: float = 90
    height: float = 55
    across: int = 2
    down: int = 5

    @property
    def on_sheet(self) -> int:
        return self.across * self.down


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One card; `lines` stand under the name, `photo` is a JPEG or empty.

    `scanned` is what the symbol says: the code without accents, as a scanner can type it.
    """

    number: str
    code: str
    scanned: str
    name: str
    kind: str
    tone: CardTone
    lines: tuple[str, ...]
    photo: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardSheets:
    """The cards of a congress, in the order they are handed out."""

    title: str
    congress: str
    cards: tuple[Card, ...]
    symbol: Symbol
    footer: str
    stamp: str
    form: CardForm = CardForm()


def card_sheets(
    congress: Congress,
    people: Iterable[Person],
    head: JournalLine,
    *,
    groups: Mapping[int, str],
    photos: Mapping[int, bytes],
    seats: Mapping[int, str] = MappingProxyType({}),
    symbol: Symbol = Symbol.QR,
    wording: Wording | None = None,
) -> CardSheets:
    """Return the cards of these people by delegation and number, guests at the end.

    `groups` are names and `photos` JPEGs, by the numbers of group and person; `seats` what the
    plans of the hall say, of a person or the delegate they stand in for.
    """
    words = congress_wording(congress, wording)
    return CardSheets(
        title=words.say("cards.title"),
        congress=congress_name(congress, words),
        cards=tuple(
            _card(person, groups, photos, _seat(person, seats), words)
            for company in companies(people, by_number)
            for person in company.people
        ),
        symbol=symbol,
        footer=footer_text(head, words),
        stamp=stamp_text(congress, words),
    )


def _seat(person: Person, seats: Mapping[int, str]) -> str:
    """Return where a person sits: by the plans, said for each session where they differ."""
    return seats.get(person.id) or seats.get(person.replaces) or person.seat


def _card(
    person: Person,
    groups: Mapping[int, str],
    photos: Mapping[int, bytes],
    where_to: str,
    words: Wording,
) -> Card:
    seat = words.say("cards.seat", seat=where_to) if where_to else ""
    group = groups.get(person.group_id, "")
    where = " · ".join(part for part in (seat, group) if part)
    lines = (person.delegation, person.position, where)
    return Card(
        number=words.say("cards.number", number=str(person.id)),
        code=person.code,
        scanned=without_accents(person.code),
        name=person.name,
        kind=words.say(f"cards.kind.{_kind(person).value}").upper(),
        tone=_tone(person),
        lines=tuple(line for line in lines if line),
        photo=photos.get(person.id, b""),
    )


def _kind(person: Person) -> PersonKind:
    """Return what the card calls a person: an alternate in a seat is a delegate like the others."""
    return PersonKind.OFFICIAL if person.has_vote else person.kind


def _tone(person: Person) -> CardTone:
    if person.kind is PersonKind.GUEST:
        return CardTone.GUEST
    return CardTone.VOTER if person.has_vote else CardTone.MEMBER
