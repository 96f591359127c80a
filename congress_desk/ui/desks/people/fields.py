"""The fields of a person: their titles, how they read, are typed, sorted and shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from congress_desk.domain.guests.invitation import ARRANGED
from congress_desk.domain.people.person import Person, PersonKind, Status
from congress_desk.domain.text.clean_text import clean_text, fold
from congress_desk.domain.text.dates import partial_date, vietnamese_date
from congress_desk.domain.text.name_order import name_key, title_key
from congress_desk.i18n import label, message, tr
from congress_desk.ui.desks.people.arranged_fields import arranged_field
from congress_desk.ui.desks.people.people_view import PeopleView
from congress_desk.ui.records.fields.field import (
    RecordField,
    Unreadable,
    choice_field,
    text_field,
)
from congress_desk.ui.records.table_model import Sign

GENDERS = ("", "nam", "nữ")
INCUMBENTS = ("", "re_elected", "first")
DELEGATION_ROLES = ("", "head", "deputy")
NAMESAKE = Sign(icon="triangle-alert", tone="look")
PRESENT = Sign(icon="circle-check", tone="holds")
ABSENT = Sign(icon="circle", tone="muted")
TAKEN_OFF = Sign(icon="minus", tone="look")
# The columns of the register, in their order; the card has all but the first and the status.
COLUMNS = (
    "number", "code", "name", "born", "gender", "delegation", "kind", "status", "position",
    "group_id", "seat", "note",
)  # fmt: skip


def kind_words(kind: PersonKind) -> str:
    """Return by what right somebody is here."""
    return label("kind", kind.value)


def status_words(status: Status) -> str:
    """Return a status in the few words of a table."""
    return message(f"status_short.{status.value}")


def incumbent_words(value: str) -> str:
    """Return whether somebody was in the committee before."""
    return label("incumbent", value) if value else tr("not given")


def role_words(value: str) -> str:
    """Return what somebody is in the delegation."""
    return label("delegation_role", value) if value else tr("member of it")


def flag_words(value: bool) -> str:
    """Return yes or no."""
    return tr("yes") if value else tr("no")


# What a value says that is not said as it is kept.
WORDS: Mapping[str, Callable[[Any], str]] = {
    "born": vietnamese_date,
    "joined": vietnamese_date,
    "official_on": vietnamese_date,
    "delegation_role": role_words,
    "kind": kind_words,
    "committee": flag_words,
    "incumbent": incumbent_words,
}


def read_date(text: str) -> str:
    """Return a typed date as it is kept; `Unreadable` when it is none."""
    text = clean_text(text)
    found = partial_date(text) if text else ""
    if found is None:
        raise Unreadable(tr("Type the date as 05/06/1975, 06/1975 or 1975"))
    return found


def read_gender(text: str) -> str:
    """Return a typed gender; `Unreadable` when it is none of those known."""
    known = {fold(gender): gender for gender in GENDERS} | {fold(tr("not given")): ""}
    try:
        return known[fold(text)]
    except KeyError:
        raise Unreadable(tr("Type “nam” or “nữ”, or leave it empty")) from None


def read_group(view: PeopleView, text: str) -> int:
    """Return the group with the name typed, 0 for none; `Unreadable` when there is none such."""
    known = {fold(group.name): group.id for group in view.groups}
    found = (known | {"": 0, fold(tr("(in no group)")): 0}).get(fold(text))
    if found is None:
        raise Unreadable(
            tr("There is no group “{name}”. Add it under “Delegations and groups”.", name=text)
        )
    return found


def card_fields(view: PeopleView) -> tuple[RecordField, ...]:
    """Return the fields of the card, in its order; what is arranged only where that is asked."""
    return tuple(
        make(view) for name, make in _CARD.items() if view.guests_asked or name not in ARRANGED
    )


def register_fields(view: PeopleView) -> tuple[RecordField, ...]:
    """Return the columns of the register."""
    number = RecordField(
        name="number",
        title=tr("No."),
        text=lambda p: str(p.id),
        key=lambda p: p.id,
        number=True,
        carded=False,
    )
    fields = {field.name: field for field in (number, _status(view), *card_fields(view))}
    fields["group_id"] = replace(fields["group_id"], title=tr("In group"))
    return tuple(fields[name] for name in COLUMNS)


def namesakes_text(view: PeopleView, person: Person) -> str:
    """Return who else bears this name, for a tooltip; "" when nobody does."""
    others = view.same.get(person.id, ())
    if not others:
        return ""
    lines = "\n".join(
        tr(
            "No. {number}, {key}: {name} {born} {delegation}",
            number=p.id,
            key=p.code,
            name=p.name,
            born=vietnamese_date(p.born),
            delegation=p.delegation,
        )
        for p in others[:8]
    )
    return tr("Of the same name:") + "\n" + lines


def replaced_text(view: PeopleView, person: Person) -> str:
    """Return in whose seat an alternate is, or who is in a delegate's."""
    if person.replaces and (delegate := view.person(person.replaces)):
        return tr("In the seat of {name}", name=delegate.name)
    if person.status is Status.REPLACED and (alternate := view.alternate_of(person)):
        return tr("The seat is taken by {name}", name=alternate.name)
    return ""


def status_sign(status: Status) -> Sign:
    """Return the sign of a status: there, away, or taken off D."""
    return {Status.PRESENT: PRESENT, Status.ABSENT: ABSENT}.get(status, TAKEN_OFF)


def vote_remark(view: PeopleView, person: Person) -> str:
    """Say of whom it must be said that there is no vote."""
    return "" if person.id in view.voters else tr("no vote")


def _text(
    name: str,
    title: str,
    *,
    key: Callable[[Person], Any] | None = None,
    muted: bool = False,
    hint: str = "",
    suggestions: Sequence[str] | Callable[[], Sequence[str]] = (),
) -> RecordField:
    return RecordField(
        name=name,
        title=title,
        text=lambda p: str(getattr(p, name)),
        key=key or (lambda p: title_key(getattr(p, name))),
        hint=hint,
        suggestions=suggestions,
        tone=lambda p: "muted" if muted else "",
        long=name in ("delegation", "position", "note"),
        needed=name == "delegation",
    )


def _suggested(view: PeopleView, name: str, title: str, *, hint: str = "") -> RecordField:
    """Return a field that offers what others of the register have in it."""
    values = partial(view.values, name)
    return _text(name, title, suggestions=values, hint=hint, muted=True)


def _date(name: str, title: str, hint: str) -> RecordField:
    return RecordField(
        name=name,
        title=title,
        text=lambda p: vietnamese_date(getattr(p, name)),
        key=lambda p: (not getattr(p, name), getattr(p, name)),
        read=read_date,
        number=True,
        hint=hint,
    )


def _choice(name: str, title: str, values: Sequence[Any]) -> RecordField:
    return choice_field(name, title, tuple((value, WORDS[name](value)) for value in values))


def _name(view: PeopleView) -> RecordField:
    same = view.same
    return text_field(
        "name",
        tr("Full name"),
        sorted_by=name_key,
        strong=lambda p: p.id in view.voters,
        sign=lambda p: NAMESAKE if p.id in same else None,
        remark=lambda p: tr("same name") if p.id in same else "",
        tip=lambda p: namesakes_text(view, p),
        long=True,
    )


def _gender() -> RecordField:
    return RecordField(
        name="gender",
        title=tr("Gender"),
        text=lambda p: p.gender,
        key=lambda p: p.gender,
        read=read_gender,
        choices=tuple((gender, gender or tr("not given")) for gender in GENDERS),
    )


def _kind(view: PeopleView) -> RecordField:
    return choice_field(
        "kind",
        tr("Kind"),
        tuple((kind, kind_words(kind)) for kind in PersonKind),
        tone=lambda p: "" if p.id in view.voters else "muted",
        remark=lambda p: vote_remark(view, p),
    )


def _group(view: PeopleView) -> RecordField:
    return RecordField(
        name="group_id",
        title=tr("Discussion group"),
        text=view.group_of,
        key=lambda p: (not p.group_id, title_key(view.group_of(p))),
        read=partial(read_group, view),
        choices=((0, tr("(in no group)")), *((g.id, g.name) for g in view.groups)),
    )


def _status(view: PeopleView) -> RecordField:
    order = list(Status)
    return RecordField(
        name="status",
        title=tr("Status"),
        text=lambda p: status_words(p.status),
        key=lambda p: order.index(p.status),
        sign=lambda p: status_sign(p.status),
        tip=lambda p: "\n".join(
            filter(None, (label("status", p.status.value), replaced_text(view, p)))
        ),
        carded=False,
    )


def _arranged(name: str, view: PeopleView) -> RecordField:
    return arranged_field(name, partial(view.values, name))


def _seat(view: PeopleView) -> RecordField:
    """Return the seat: by the plan in force, where it is not typed, else as it was typed."""

    def read(text: str) -> str:
        if view.has_plan:
            raise Unreadable(tr("The plan of the hall gives the seat: see “Seats of the hall”"))
        return clean_text(text)

    return RecordField(
        name="seat",
        title=tr("Seat"),
        text=lambda p: p.hall_seat,
        key=lambda p: (not p.hall_seat, len(p.hall_seat), p.hall_seat),
        read=read,
        hint=tr("by the plan of the hall") if view.has_plan else "",
        closed=lambda p: view.has_plan,
        needed=view.has_plan,
    )


_CARD: Mapping[str, Callable[[PeopleView], RecordField]] = {
    "code": lambda view: _text("code", tr("Code"), key=lambda p: p.code.casefold()),
    "name": _name,
    "born": lambda view: _date("born", tr("Born"), "05/06/1975"),
    "gender": lambda view: _gender(),
    "ethnic": lambda view: _suggested(view, "ethnic", tr("Ethnic group")),
    "religion": lambda view: _suggested(view, "religion", tr("Religion")),
    "hometown": lambda view: _suggested(view, "hometown", tr("Hometown")),
    "position": lambda view: _suggested(view, "position", tr("Position, unit")),
    "delegation": lambda view: _suggested(view, "delegation", tr("Delegation")),
    "delegation_role": lambda view: _choice(
        "delegation_role", tr("In the delegation"), DELEGATION_ROLES
    ),
    "kind": _kind,
    "committee": lambda view: _choice("committee", tr("Convening committee"), (False, True)),
    "joined": lambda view: _date("joined", tr("Joined"), "03/02/1998"),
    "official_on": lambda view: _date("official_on", tr("Official member since"), "03/02/1999"),
    "schooling": lambda view: _suggested(view, "schooling", tr("Schooling"), hint="12/12"),
    "degree": lambda view: _suggested(view, "degree", tr("Degree")),
    "theory": lambda view: _suggested(view, "theory", tr("Political theory")),
    "language": lambda view: _suggested(view, "language", tr("Foreign language")),
    "titles": lambda view: _suggested(view, "titles", tr("Titles, awards")),
    "incumbent": lambda view: _choice("incumbent", tr("Re-elected"), INCUMBENTS),
    "seat": _seat,
    "group_id": _group,
    **{name: partial(_arranged, name) for name in ARRANGED},
    "note": lambda view: _text(
        "note", tr("Note"), key=lambda p: (not p.note, title_key(p.note)), muted=True
    ),
}
NAMES = tuple(_CARD)
