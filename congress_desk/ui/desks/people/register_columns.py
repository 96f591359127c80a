"""The columns of the register: what they show of a person, and by what they sort."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from congress_desk.domain.people.person import Person, PersonKind, Status
from congress_desk.domain.text.dates import vietnamese_date
from congress_desk.domain.text.name_order import name_key, title_key
from congress_desk.i18n import label, tr
from congress_desk.ui.desks.people.fields import BY_NAME, kind_words, status_words
from congress_desk.ui.desks.people.people_view import PeopleView
from congress_desk.ui.records.table_model import Sign, TableColumn

NAMESAKE = Sign(icon="triangle-alert", tone="look")
PRESENT = Sign(icon="circle-check", tone="holds")
ABSENT = Sign(icon="circle", tone="muted")
TAKEN_OFF = Sign(icon="minus", tone="look")


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterColumn:
    """A column and the field it shows, "" for the number; `key` is what it sorts by."""

    field: str
    shown: TableColumn
    key: Callable[[Person], Any]


def register_columns(view: PeopleView) -> tuple[RegisterColumn, ...]:
    """Return the columns for a register; names, groups and namesakes are looked up there."""
    return (
        RegisterColumn(
            field="",
            shown=TableColumn(title=tr("No."), text=lambda p: str(p.id), number=True),
            key=lambda p: p.id,
        ),
        _text("code", lambda p: p.code.casefold()),
        _name(view),
        _born(),
        _text("gender", lambda p: p.gender, words=lambda p: p.gender),
        _text("delegation", lambda p: title_key(p.delegation), tone="muted"),
        _kind(view),
        _status(view),
        _text("position", lambda p: title_key(p.position), tone="muted"),
        RegisterColumn(
            field="group_id",
            shown=TableColumn(title=tr("In group"), text=view.group_of, editable=True),
            key=lambda p: (not p.group_id, title_key(view.group_of(p))),
        ),
        _text("seat", lambda p: (not p.seat, len(p.seat), p.seat)),
        _text("note", lambda p: (not p.note, title_key(p.note)), tone="muted"),
    )


def namesakes_text(view: PeopleView, person: Person) -> str:
    """Return who else bears this name, for a tooltip; "" when nobody does."""
    others = view.same.get(person.id, ())
    if not others:
        return ""
    told = "\n".join(
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
    return tr("Of the same name:") + "\n" + told


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
    key: Callable[[Person], Any],
    *,
    words: Callable[[Person], str] | None = None,
    tone: str = "",
) -> RegisterColumn:
    field = BY_NAME[name]
    shown = TableColumn(
        title=field.title(), text=words or field.text, tone=lambda p: tone, editable=True
    )
    return RegisterColumn(field=name, shown=shown, key=key)


def _name(view: PeopleView) -> RegisterColumn:
    same = view.same
    shown = TableColumn(
        title=tr("Full name"),
        text=lambda p: p.name,
        strong=lambda p: p.id in view.voters,
        sign=lambda p: NAMESAKE if p.id in same else None,
        remark=lambda p: tr("same name") if p.id in same else "",
        tip=lambda p: namesakes_text(view, p),
        editable=True,
    )
    return RegisterColumn(field="name", shown=shown, key=lambda p: name_key(p.name))


def _born() -> RegisterColumn:
    shown = TableColumn(
        title=tr("Born"), text=lambda p: vietnamese_date(p.born), number=True, editable=True
    )
    return RegisterColumn(field="born", shown=shown, key=lambda p: (not p.born, p.born))


def _kind(view: PeopleView) -> RegisterColumn:
    order = list(PersonKind)
    shown = TableColumn(
        title=tr("Kind"),
        text=lambda p: kind_words(p.kind),
        tone=lambda p: "" if p.id in view.voters else "muted",
        remark=lambda p: vote_remark(view, p),
        editable=True,
    )
    return RegisterColumn(field="kind", shown=shown, key=lambda p: order.index(p.kind))


def _status(view: PeopleView) -> RegisterColumn:
    order = list(Status)
    shown = TableColumn(
        title=tr("Status"),
        text=lambda p: status_words(p.status),
        sign=lambda p: status_sign(p.status),
        tip=lambda p: "\n".join(
            filter(None, (label("status", p.status.value), replaced_text(view, p)))
        ),
    )
    return RegisterColumn(field="status", shown=shown, key=lambda p: order.index(p.status))
