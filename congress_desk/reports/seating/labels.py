"""Labels for the seats of a plan (nhãn dán ghế), and the list of seats as a workbook."""

from __future__ import annotations

from dataclasses import dataclass

from congress_desk.domain.congress import Congress
from congress_desk.domain.journal import JournalLine
from congress_desk.domain.people.person import Person
from congress_desk.domain.seating.plan import HallSeat, KeptFor
from congress_desk.domain.seating.seating import Seating
from congress_desk.domain.seating.sheet import KEPT_FOR_LABELS, SEATS
from congress_desk.reports.document.book import (
    Book,
    BookColumn,
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
from congress_desk.reports.document.organ_words import organ_words
from congress_desk.reports.document.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatLabel:
    """What is stuck on a seat: what it is called, who sits there, and their delegation."""

    seat: str
    name: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatLabels:
    """The labels of a plan in the order of the seats, that of free ones without a name."""

    title: str
    congress: str
    cards: tuple[SeatLabel, ...]
    footer: str
    stamp: str


_COLUMNS = (
    ("block", ColumnKind.TEXT),
    ("row", ColumnKind.CODE),
    ("seat", ColumnKind.CODE),
    ("kept_for", ColumnKind.TEXT),
    ("card", ColumnKind.CODE),
    ("code", ColumnKind.CODE),
    ("name", ColumnKind.TEXT),
    ("delegation", ColumnKind.TEXT),
)
_FOR_WHOM = {kept: label for label, kept in KEPT_FOR_LABELS.items()}


def seat_labels(
    congress: Congress, seating: Seating, head: JournalLine, wording: Wording | None = None
) -> SeatLabels:
    """Return a label for every seat that is not closed."""
    words = organ_words(congress, congress_wording(congress, wording), ("presidium",))
    seats = (seat for seat in seating.plan.seats if seat.kept_for is not KeptFor.NOBODY)
    return SeatLabels(
        title=words.say("seating.labels"),
        congress=congress_name(congress, words),
        cards=tuple(_label(seat, seating.sitter(seat), words) for seat in seats),
        footer=footer_text(head, words),
        stamp=stamp_text(congress, words),
    )


def seating_book(
    congress: Congress, seating: Seating, head: JournalLine, wording: Wording | None = None
) -> Book:
    """Return the seats with who sits there, as the program reads them in again."""
    words, plan = congress_wording(congress, wording), seating.plan
    stamp = stamp_text(congress, words)
    rows = (_values(seat, seating.sitter(seat)) for seat in plan.seats)
    sheet = Sheet(
        name=SEATS.name,
        title=words.say("seating.book", plan=plan.name),
        notes=(words.say("seating.round_trip"),),
        columns=tuple(
            BookColumn(title=SEATS.column(key).label, kind=kind) for key, kind in _COLUMNS
        ),
        sections=(Section(rows=plain_rows(rows)),),
        freeze_columns=3,
    )
    return Book(
        title=words.say("seating.title"),
        sheets=(sheet,),
        footer=" · ".join(part for part in (footer_text(head, words), stamp) if part),
    )


def _label(seat: HallSeat, person: Person | None, words: Wording) -> SeatLabel:
    if person is None:
        free = seat.kept_for is KeptFor.DELEGATES
        about = "" if free else words.say(f"seating.kept.{seat.kept_for.value}")
        return SeatLabel(seat=seat.label, name="", about=about)
    about = person.delegation or person.position
    if seat.on_stage:
        about = words.say("seating.kept.presidium")
    return SeatLabel(seat=seat.label, name=person.name, about=about)


def _values(seat: HallSeat, person: Person | None) -> tuple[Value, ...]:
    return (
        seat.block,
        seat.row,
        seat.number,
        _FOR_WHOM[seat.kept_for],
        person.id if person else None,
        person.code if person else "",
        person.name if person else "",
        person.delegation if person else "",
    )
