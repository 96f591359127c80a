"""How the fields of a person are called and read in the preview."""

from __future__ import annotations

from collections.abc import Iterator

from congress_desk.domain.people.person import Person
from congress_desk.i18n import label
from congress_desk.ui.desks.people.fields import NAMES, WORDS

_STATUS = "status"


def field_title(name: str) -> str:
    """Return what a field of `Person` is called, as the fields of the columns are."""
    return label("register_field", name)


def field_text(person: Person, name: str) -> str:
    """Return what a field of a person says, "" when it says nothing."""
    if name == _STATUS:
        return label("status", person.status.value)
    value = getattr(person, name)
    return WORDS.get(name, str)(value) if value else ""


def taken_texts(person: Person) -> Iterator[tuple[str, str]]:
    """Return title and text of every field of a person that says something, but the name."""
    for name in NAMES:
        if name not in ("name", "group_id") and (text := field_text(person, name)):
            yield field_title(name), text
