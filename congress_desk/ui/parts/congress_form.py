"""The form of a congress: its name, who holds it, which one, when and where."""

from __future__ import annotations

from typing import Any

from congress_desk.domain.congress import Congress, CongressDetails
from congress_desk.domain.people.person import CongressKind
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.i18n import label, tr
from congress_desk.ui.records.fields.field import RecordField, Unreadable, state_choices, text_field
from congress_desk.ui.records.forms.record_form import RecordForm
from congress_desk.ui.widgets.inputs.date_input import moment_text, typed_moment

LONGEST = 500


def congress_form() -> RecordForm:
    """Return the form of `CongressDetails`, empty."""
    form = RecordForm(_fields(), "congress")
    form.widget("kind").setCurrentIndex(0)
    return form


def offer_kinds(form: RecordForm, found: Congress) -> None:
    """Offer the kinds of congress that this body holds: of delegates, or of its own members."""
    party = found.rules.document_style == "party"
    members = CongressKind.PARTY_MEMBERS if party else CongressKind.MEMBERS
    kinds = dict.fromkeys((CongressKind.DELEGATES, members, found.details.kind))
    form.editors["kind"].offer([(kind, label("congress_kind", kind.value)) for kind in kinds])


def typed_details(form: RecordForm) -> CongressDetails | None:
    """Return what is typed; None, and the first wrong field in red, when one is wrong."""
    values = form.values()
    return None if values is None else CongressDetails(**values)


def _fields() -> tuple[RecordField, ...]:
    when = tr("day/month/year hour:minute")
    return (
        _text("name", tr("Name of the congress"), read=_read_name),
        _text("superior", tr("Superior body")),
        _text("body", tr("Held by")),
        _text("ordinal", tr("Ordinal"), hint=tr("such as XII")),
        _text("term", tr("Term"), hint=tr("such as 2025 - 2030")),
        text_field(
            "kind", tr("Kind of congress"), choices=state_choices("congress_kind", CongressKind)
        ),
        _text("place", tr("Venue")),
        _text("starts", tr("Begins"), hint=when, read=_read_moment, shown=moment_text),
        _text("ends", tr("Ends"), hint=when, read=_read_moment, shown=moment_text),
    )


def _text(name: str, title: str, *, shown: Any = str, **more: Any) -> RecordField:
    return RecordField(
        name=name, title=title, text=lambda c: shown(getattr(c, name)), longest=LONGEST, **more
    )


def _read_name(text: str) -> str:
    if not clean_text(text):
        raise Unreadable(tr("Give the congress a name"))
    return clean_text(text)


def _read_moment(text: str) -> str:
    typed = typed_moment(text)
    if typed is None:
        raise Unreadable(tr("Type the time as 13/03/2020 07:30"))
    return typed
