"""The fields of who is written to: the person, the letter, and what is arranged."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any

from congress_desk.domain.guests.invitation import (
    FIRST_MAILING,
    LAST_MAILING,
    Answer,
    Invitee,
    Standing,
)
from congress_desk.domain.text.name_order import name_key, title_key
from congress_desk.i18n import label, tr
from congress_desk.queries.guests import GuestsView
from congress_desk.ui.desks.people.arranged_fields import arranged_field
from congress_desk.ui.desks.people.fields import NAMESAKE, status_sign, status_words
from congress_desk.ui.records.fields.field import (
    RecordField,
    Unreadable,
    choice_field,
    day_text,
    reading_day,
    text_field,
)
from congress_desk.ui.records.table_model import Sign

SIGNS: Mapping[Standing, Sign] = {
    Standing.NOT_SENT: Sign(icon="circle", tone="muted"),
    Standing.SILENT: Sign(icon="circle-question-mark", tone="look"),
    Standing.COMING: Sign(icon="circle-check", tone="holds"),
    Standing.DECLINED: Sign(icon="circle-x", tone="wrong"),
}
# So many of the lists, the first ones, are of guests.
GUEST_LISTS = 6
_RANKS = {standing: rank for rank, standing in enumerate(Standing)}
_ASKED = frozenset({"salutation", "rank", "companions", "contact"})


def invitee_fields(view: GuestsView, today: date) -> tuple[RecordField, ...]:
    """Return the fields, in the order of the columns and of the card."""
    places = {each.id: place for place, each in enumerate(view.guests, start=1)}
    return (
        _number(places),
        _name(view),
        arranged("salutation", view),
        _text(view, "position", tr("Position")),
        _text(view, "delegation", tr("Unit")),
        arranged("rank", view),
        _standing(),
        arranged("companions", view, half=True),
        arranged("phone", view, half=True),
        arranged("contact", view),
        _presence(),
        _sent_on(today),
        _answer(),
        _mailing(),
        _remark(),
        *(arranged(name, view, half=True) for name in ("room", "car", "meals", "dress")),
        _seat(),
    )


def arranged(name: str, view: GuestsView, **more: Any) -> RecordField:
    """Return a field of what is arranged, which offers what others have in it."""
    values = partial(_values, view, name)
    return arranged_field(name, values, asked=name in _ASKED, **more)


def invitee_lists() -> dict[str, Callable[[Invitee], bool]]:
    """Return the parts of the list that can be shown alone, by their words."""
    guests: dict[str, Callable[[Invitee], bool]] = {
        tr("Guests"): lambda i: i.is_guest,
        tr("Guests: letter not sent"): lambda i: i.is_guest and _is(i, Standing.NOT_SENT),
        tr("Guests: no answer yet"): lambda i: i.is_guest and _is(i, Standing.SILENT),
        tr("Guests: coming"): lambda i: i.is_guest and _is(i, Standing.COMING),
        tr("Guests: declined"): lambda i: i.is_guest and _is(i, Standing.DECLINED),
        tr("Guests: present"): lambda i: i.is_guest and i.is_there,
    }
    return guests | {
        tr("Summoned"): lambda i: not i.is_guest,
        tr("Summoned: letter not sent"): lambda i: not i.is_guest and _is(i, Standing.NOT_SENT),
        tr("Summoned: no answer yet"): lambda i: not i.is_guest and _is(i, Standing.SILENT),
        tr("Summoned: declined"): lambda i: not i.is_guest and _is(i, Standing.DECLINED),
    }


def _is(invitee: Invitee, standing: Standing) -> bool:
    return invitee.standing is standing


def _values(view: GuestsView, name: str) -> list[str]:
    return sorted({getattr(each, name) for each in view.invited} - {""}, key=title_key)


def _number(places: Mapping[int, int]) -> RecordField:
    """Return the place in the order of welcome; of who is summoned the number of the card."""
    return RecordField(
        name="number",
        title=tr("No."),
        text=lambda i: str(places.get(i.id, i.id)),
        key=lambda i: (i.id not in places, places.get(i.id, i.id)),
        carded=False,
        number=True,
    )


def _name(view: GuestsView) -> RecordField:
    return text_field(
        "name",
        tr("Full name"),
        sorted_by=name_key,
        sign=lambda i: NAMESAKE if i.id in view.same else None,
        remark=lambda i: tr("same name") if i.id in view.same else "",
        asked=True,
        long=True,
        needed=True,
    )


def _text(view: GuestsView, name: str, title: str) -> RecordField:
    values = partial(_values, view, name)
    return text_field(name, title, suggestions=values, asked=True, long=True)


def _standing() -> RecordField:
    return RecordField(
        name="standing",
        title=tr("Letter"),
        text=lambda i: label("letter_standing", i.standing.value),
        key=lambda i: _RANKS[i.standing],
        sign=lambda i: SIGNS[i.standing],
        tone=lambda i: SIGNS[i.standing].tone,
        carded=False,
        needed=True,
    )


def _presence() -> RecordField:
    return RecordField(
        name="status",
        title=tr("Status"),
        text=lambda i: status_words(i.status),
        key=lambda i: not i.is_there,
        sign=lambda i: status_sign(i.status),
        carded=False,
    )


def _sent_on(today: date) -> RecordField:
    return RecordField(
        name="sent_on",
        title=tr("Sent on"),
        text=lambda i: day_text(i.sent_on),
        key=lambda i: i.sent_on or "9999",
        read=reading_day(today),
        hint="05/06/2026",
        half=True,
    )


def _answer() -> RecordField:
    choices = tuple((a, label("letter_answer", a.value or "open")) for a in Answer)
    return choice_field("answer", tr("Answer"), choices, half=True, column=False)


def _mailing() -> RecordField:
    def read(text: str) -> int:
        if text.strip().isdecimal() and FIRST_MAILING <= int(text) <= LAST_MAILING:
            return int(text)
        raise Unreadable(tr("Type a number from 1 to {most}", most=LAST_MAILING))

    return RecordField(
        name="mailing",
        title=tr("Mailing of letters"),
        text=lambda i: str(i.mailing),
        key=lambda i: i.mailing,
        read=read,
        number=True,
        half=True,
    )


def _remark() -> RecordField:
    return text_field("remark", tr("What else was answered"), prose=True, column=False)


def _seat() -> RecordField:
    return RecordField(
        name="seat",
        title=tr("Seat"),
        text=lambda i: i.seat,
        key=lambda i: (not i.seat, len(i.seat), i.seat),
        carded=False,
    )
