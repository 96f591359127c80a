"""One sheet a person: seat, group, room, car, meals, dress, who looks after them, the sessions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from congress_desk.domain.congress import Congress
from congress_desk.domain.guests.invitation import Invitee, Letter
from congress_desk.domain.journal import JournalLine
from congress_desk.domain.text.typed_times import day_words
from congress_desk.reports.document.document import (
    Align,
    Block,
    Column,
    Document,
    PageBreak,
    Paragraph,
    Run,
    Spacer,
    Table,
)
from congress_desk.reports.document.head import (
    congress_day,
    congress_name,
    congress_wording,
    document_head,
    footer_text,
    stamp_text,
)
from congress_desk.reports.document.wording import Wording
from congress_desk.reports.guests.letters import addressed, place_of

_ROWS = ("group", "seat", "room", "car", "meals", "dress", "companions", "contact")


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionTime:
    """A session with when it begins: day YYYY-MM-DD and time HH:MM, "" not known.

    `seats` are the seats of people at it, by their numbers.
    """

    name: str
    day: str = ""
    time: str = ""
    seats: Mapping[int, str]


def person_sheets(
    congress: Congress,
    letter: Letter,
    invited: Sequence[Invitee],
    sessions: Sequence[SessionTime],
    head: JournalLine,
    wording: Wording | None = None,
) -> Document:
    """Return a sheet for each of these people, with what is known of each alone."""
    words = congress_wording(congress, wording)
    blocks: list[Block] = []
    for invitee in invited:
        blocks += [PageBreak()] if blocks else []
        blocks += _sheet(invitee, sessions, words)
    return Document(
        head=document_head(congress, congress_day(congress), words),
        title=words.say(f"person_sheet.title.{letter.value}").upper(),
        subject=(words.say("person_sheet.subject", congress=congress_name(congress, words)),),
        blocks=tuple(blocks) or (Paragraph(runs=words.runs("person_sheet.nobody")),),
        footer=footer_text(head, words),
        stamp=stamp_text(congress, words),
        form=words.form,
        run=True,
    )


def _sheet(invitee: Invitee, sessions: Sequence[SessionTime], words: Wording) -> Iterator[Block]:
    yield _middle(words.runs("person_sheet.name", name=addressed(invitee, words)))
    if place := place_of(invitee):
        yield _middle(words.runs("person_sheet.for", place=place))
    yield Spacer(height=4)
    titles = (words.say("person_sheet.column.what"), words.say("person_sheet.column.said"))
    columns = (Column(title=titles[0], width=48), Column(title=titles[1]))
    seated = any(invitee.id in session.seats for session in sessions)
    yield Table(columns=columns, rows=tuple(_rows(invitee, words, seated=seated)))
    if sessions:
        yield Spacer(height=4)
        yield Paragraph(runs=words.runs("person_sheet.sessions"), indent=False)
        yield _sessions(invitee, sessions, words)
    yield Spacer(height=4)
    yield Paragraph(runs=words.runs("person_sheet.note"), indent=False, small=True)


def _rows(invitee: Invitee, words: Wording, *, seated: bool) -> Iterator[tuple[str, str]]:
    """Yield what is known; where sessions tell the seats, no other line does."""
    yield words.say("person_sheet.row.number"), str(invitee.id)
    if invitee.delegation and not invitee.is_guest:
        yield words.say("person_sheet.row.delegation"), invitee.delegation
    for name in _ROWS:
        value = getattr(invitee, name)
        if value and not (seated and name == "seat"):
            yield words.say(f"person_sheet.row.{name}"), str(value)


def _sessions(invitee: Invitee, sessions: Sequence[SessionTime], words: Wording) -> Table:
    seated = any(invitee.id in session.seats for session in sessions)
    keys = ("session", "when", "seat") if seated else ("session", "when")
    widths = {"session": 0, "when": 52, "seat": 40}
    rows = []
    for session in sessions:
        when = " ".join(part for part in (session.time, day_words(session.day)) if part)
        values = {"session": session.name, "when": when, "seat": session.seats.get(invitee.id, "")}
        rows.append(tuple(values[key] for key in keys))
    columns = tuple(
        Column(title=words.say(f"person_sheet.column.{key}"), width=widths[key]) for key in keys
    )
    return Table(columns=columns, rows=tuple(rows))


def _middle(runs: tuple[Run, ...]) -> Paragraph:
    return Paragraph(runs=runs, align=Align.CENTER, indent=False)
