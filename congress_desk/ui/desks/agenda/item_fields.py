"""The fields of an item of the programme: how each is shown, typed and chosen."""

from __future__ import annotations

from collections.abc import Iterable

from congress_desk.domain.agenda.clock import PlannedItem
from congress_desk.domain.agenda.item import AgendaItem, ItemKind
from congress_desk.domain.text.typed_times import day_words, read_day, read_time
from congress_desk.i18n import tr
from congress_desk.queries.agenda.items import AgendaView
from congress_desk.ui.records.fields.field import (
    RecordField,
    Unreadable,
    choice_field,
    reading_choice,
    state_choices,
)


def item_fields(view: AgendaView, found: PlannedItem | None) -> tuple[RecordField, ...]:
    """Return the fields of the card; a part has the session and the day of what it is a part of."""
    start = f"{found.start:%H:%M}" if found and found.start else ""
    part = found is not None and found.depth > 0
    kinds = state_choices("item_kind", ItemKind)
    return (
        RecordField(
            name="content", title=tr("Content"), text=lambda i: i.content, read=_read_content,
            key=lambda i: i.content, prose=True,
        ),
        RecordField(
            name="executor", title=tr("Carried out by"), text=lambda i: i.executor,
            key=lambda i: i.executor, read=lambda text: text.strip(" ,"), apart=",",
            suggestions=view.facts.executors.offered,
        ),
        RecordField(
            name="minutes", title=tr("Minutes"), text=_minutes, key=_minutes, read=read_minutes,
            half=True,
        ),
        RecordField(
            name="time", title=tr("Fixed time"), text=lambda i: i.time, key=lambda i: i.time,
            read=read_clock, ghost=lambda i: start, half=True,
        ),
        RecordField(
            name="kind", title=tr("Kind"), text=lambda i: dict(kinds)[i.kind],
            key=lambda i: i.kind, choices=kinds, read=reading_choice(kinds), half=True,
        ),
        _link("election_id", tr("Election"), ((e.id, e.title) for e in view.facts.elections)),
        _link("motion_id", tr("Motion"), ((m.id, m.matter) for m in view.votable())),
        _link("text_id", tr("Text"), view.texts.items()),
        RecordField(
            name="session", title=tr("Session"), text=lambda i: i.session,
            key=lambda i: i.session, closed=lambda i: part, half=True,
        ),
        RecordField(
            name="day", title=tr("Day"), text=lambda i: day_words(i.day), key=lambda i: i.day,
            read=_read_day, closed=lambda i: part, half=True,
        ),
    )  # fmt: skip


def read_minutes(text: str) -> int | None:
    """Return the minutes typed, None of none; `Unreadable` when it is no number."""
    text = text.strip()
    if text and not (text.isdecimal() and len(text) <= 4):
        raise Unreadable(tr("Type the minutes as a number, or leave them empty"))
    return int(text) if text else None


def read_clock(text: str) -> str:
    """Return the time typed; `Unreadable` when it is none."""
    found = read_time(text)
    if found is None:
        raise Unreadable(tr("Type the time as 07:30, or leave it empty"))
    return found


def _read_day(text: str) -> str:
    found = read_day(text)
    if found is None:
        raise Unreadable(tr("Type the day as 13/3/2026, or leave it empty"))
    return found


def _read_content(text: str) -> str:
    if not text.strip():
        raise Unreadable(tr("Type what is to be done"))
    return text.strip()


def _minutes(item: AgendaItem) -> str:
    return "" if item.minutes is None else str(item.minutes)


def _link(name: str, title: str, entries: Iterable[tuple[int, str]]) -> RecordField:
    """Return a field that links an item to something else, or to nothing."""
    return choice_field(name, title, ((0, tr("none")), *entries), half=True)
