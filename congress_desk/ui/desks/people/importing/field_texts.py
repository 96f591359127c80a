"""How the fields of a person are called and read in the preview."""

from __future__ import annotations

from collections.abc import Iterator

from congress_desk.domain.people.person import Person
from congress_desk.i18n import label
from congress_desk.ui.desks.people.fields import WORDS

_STATUS = "status"
# Those of the card, in its order; the name is told by itself.
FIELDS = (
    "code", "born", "gender", "ethnic", "religion", "hometown", "position", "delegation",
    "delegation_role", "kind", "committee", "joined", "official_on", "schooling", "degree",
    "theory", "language", "titles", "incumbent", "seat", "note",
)  # fmt: skip


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
    for name in FIELDS:
        if text := field_text(person, name):
            yield field_title(name), text
