"""What is arranged for a person: welcome, lodging, car, meals, as a cell or the card types it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from congress_desk.domain.guests.invitation import LAST_WELCOME, MOST_COMPANIONS
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.domain.text.name_order import name_key, title_key
from congress_desk.i18n import tr
from congress_desk.ui.records.fields.field import RecordField, Unreadable

_NUMBERS = {"welcome": LAST_WELCOME, "companions": MOST_COMPANIONS}


def arranged_field(
    name: str, values: Sequence[str] | Callable[[], Sequence[str]] = (), **more: Any
) -> RecordField:
    """Return the field of this name; `values` are what others have in it."""
    title = _titles()[name]
    if name in _NUMBERS:
        return RecordField(
            name=name,
            title=title,
            text=lambda r: str(getattr(r, name) or ""),
            key=lambda r: getattr(r, name) or LAST_WELCOME + 1,
            read=_reading_number(_NUMBERS[name]),
            number=True,
            **more,
        )
    sorting = name_key if name == "contact" else title_key
    return RecordField(
        name=name,
        title=title,
        text=lambda r: str(getattr(r, name)),
        key=lambda r: (not getattr(r, name), sorting(getattr(r, name))),
        suggestions=() if name == "phone" else values,
        **more,
    )


def _titles() -> dict[str, str]:
    return {
        "salutation": tr("Addressed as"),
        "rank": tr("Welcomed with"),
        "welcome": tr("Order of welcome"),
        "companions": tr("Companions"),
        "contact": tr("Looked after by"),
        "phone": tr("Telephone"),
        "room": tr("Room"),
        "car": tr("Car"),
        "meals": tr("Meals"),
        "dress": tr("Dress"),
    }


def _reading_number(most: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        text = clean_text(text)
        if not text:
            return 0
        if text.isdecimal() and int(text) <= most:
            return int(text)
        raise Unreadable(tr("Type a number from 0 to {most}", most=most))

    return read
