"""Guests in the order of protocol: the list of the office, and the words that announce them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from congress_desk.domain.congress import Congress
from congress_desk.domain.guests.invitation import Invitee, Standing, counts, heads_coming
from congress_desk.domain.journal import JournalLine
from congress_desk.reports.document.congress_paper import congress_paper
from congress_desk.reports.document.document import (
    Align,
    Block,
    Bullet,
    Column,
    Document,
    Heading,
    Paragraph,
    Run,
    Table,
)
from congress_desk.reports.document.head import SECRETARIAT, congress_name, congress_wording
from congress_desk.reports.document.wording import Wording
from congress_desk.reports.guests.letters import addressed, place_of

_WIDTHS = {
    "number": 11.0, "name": 70.0, "position": 0.0, "companions": 16.0, "contact": 40.0,
    "standing": 28.0,
}  # fmt: skip
_CENTRED = frozenset({"number", "companions"})
_POINTS = 12


def guest_list(
    congress: Congress,
    guests: Sequence[Invitee],
    head: JournalLine,
    wording: Wording | None = None,
) -> Document:
    """Return the list of the guests in the order of their welcome, under what they come as."""
    words = congress_wording(congress, wording)
    return congress_paper(
        congress,
        head,
        words,
        title=words.say("guests.list_title"),
        subject=(words.say("guests.list_subject", congress=congress_name(congress, words)),),
        organ=SECRETARIAT,
        blocks=(_sums(guests, words), _table(guests, words))
        if guests
        else (Paragraph(runs=words.runs("guests.nobody")),),
        landscape=True,
    )


def guest_words(
    congress: Congress,
    guests: Sequence[Invitee],
    head: JournalLine,
    wording: Wording | None = None,
) -> Document:
    """Return the words that announce the guests: those the door let in, once it let any in.

    Before, everybody is announced who did not decline.
    """
    words = congress_wording(congress, wording)
    there = tuple(guest for guest in guests if guest.is_there)
    expected = tuple(g for g in guests if g.standing is not Standing.DECLINED)
    return congress_paper(
        congress,
        head,
        words,
        title=words.say("guests.words_title"),
        subject=(words.say("guests.words_subject", congress=congress_name(congress, words)),),
        organ=SECRETARIAT,
        blocks=tuple(_spoken(there or expected, words)) + tuple(_remarks(there, expected, words)),
    )


def _sums(guests: Sequence[Invitee], words: Wording) -> Paragraph:
    stand, there = counts(guests), sum(guest.is_there for guest in guests)
    return Paragraph(
        runs=words.runs(
            "guests.sums",
            total=len(guests),
            coming=stand[Standing.COMING],
            declined=stand[Standing.DECLINED],
            silent=stand[Standing.SILENT],
            unsent=stand[Standing.NOT_SENT],
            heads=heads_coming(guests),
            there=words.say("guests.sums_there", count=there) if there else "",
        )
    )


def _table(guests: Sequence[Invitee], words: Wording) -> Table:
    keys = [key for key in _WIDTHS if key not in ("companions", "contact") or _said(key, guests)]
    rows: list[tuple[str, ...]] = []
    heads: list[int] = []
    number = 0
    for rank, company in groupby(guests, key=lambda guest: guest.rank):
        if rank:
            heads.append(len(rows))
            rows.append(tuple(rank if key == "name" else "" for key in keys))
        for guest in company:
            number += 1
            values = _values(number, guest, words)
            rows.append(tuple(values[key] for key in keys))
    columns = tuple(
        Column(
            title=words.say(f"guests.column.{key}"),
            width=_WIDTHS[key],
            align=Align.CENTER if key in _CENTRED else Align.LEFT,
        )
        for key in keys
    )
    return Table(columns=columns, rows=tuple(rows), points=_POINTS, bold_rows=frozenset(heads))


def _said(key: str, guests: Sequence[Invitee]) -> bool:
    return any(getattr(guest, key) for guest in guests)


def _values(number: int, guest: Invitee, words: Wording) -> dict[str, str]:
    standing = "present" if guest.is_there else guest.standing.value
    return {
        "number": str(number),
        "name": addressed(guest, words),
        "position": place_of(guest),
        "companions": str(guest.companions or ""),
        "contact": guest.contact,
        "standing": words.say(f"guests.standing.{standing}"),
    }


def _spoken(guests: Sequence[Invitee], words: Wording) -> Iterator[Block]:
    if not guests:
        yield Paragraph(runs=words.runs("guests.nobody"))
        return
    yield Paragraph(runs=words.runs("greeting.all"))
    yield Paragraph(runs=words.runs("guests.honour"))
    for rank, company in groupby(guests, key=lambda guest: guest.rank):
        if rank:
            yield Heading(title=words.say("guests.group", group=rank))
        listed = tuple(company)
        for guest in listed:
            yield Bullet(runs=_line(guest, words, last=guest is listed[-1]))
    yield Paragraph(runs=words.runs("guests.closing"))


def _line(guest: Invitee, words: Wording, *, last: bool) -> tuple[Run, ...]:
    place = place_of(guest)
    key = f"guests.{'last' if last else 'line'}{'_position' if place else ''}"
    return words.runs(key, name=addressed(guest, words), **({"position": place} if place else {}))


def _remarks(
    there: Sequence[Invitee], expected: Sequence[Invitee], words: Wording
) -> Iterator[Block]:
    """Say, small below, by what the list was made and who is still missing."""
    if not there:
        if expected:
            yield _small(words.runs("guests.expected"))
        return
    yield _small(words.runs("guests.there", count=len(there)))
    missing = [addressed(guest, words) for guest in expected if not guest.is_there]
    if missing:
        yield _small(words.runs("guests.not_there", names=", ".join(missing)))


def _small(runs: tuple[Run, ...]) -> Paragraph:
    return Paragraph(runs=runs, small=True, indent=False)
