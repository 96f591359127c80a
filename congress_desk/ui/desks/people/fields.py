"""The fields of a person: their titles, how they read, and what may be typed into them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from congress_desk.domain.people.person import Person, PersonKind, Status
from congress_desk.domain.text.clean_text import clean_text, fold
from congress_desk.domain.text.dates import partial_date, vietnamese_date
from congress_desk.i18n import label, message, tr

GENDERS = ("", "nam", "nữ")
INCUMBENTS = ("", "re_elected", "first")
DELEGATION_ROLES = ("", "head", "deputy")


class Unreadable(ValueError):
    """What was typed is nothing this field can hold; the text says what it can."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field of `Person`: `read` makes its value of a typed text, `words` a text of its value.

    `choices` are the values that can be chosen where there are but a few; `suggested` fields offer
    what others of the register have.
    """

    name: str
    title: Callable[[], str]
    words: Callable[[Any], str] = str
    read: Callable[[str], Any] = clean_text
    choices: tuple[Any, ...] = ()
    suggested: bool = False
    hint: str = ""

    def text(self, person: Person) -> str:
        """Return what this field of a person says."""
        return self.words(getattr(person, self.name))


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


def gender_words(value: str) -> str:
    """Return the gender, or that it is not known."""
    return value or tr("not given")


def flag_words(value: bool) -> str:
    """Return yes or no."""
    return tr("yes") if value else tr("no")


def read_date(text: str) -> str:
    """Return a typed date as it is kept; `Unreadable` when it is none."""
    text = clean_text(text)
    found = partial_date(text) if text else ""
    if found is None:
        raise Unreadable(tr("Type the date as 05/06/1975, 06/1975 or 1975"))
    return found


def read_gender(text: str) -> str:
    """Return a typed gender; `Unreadable` when it is none of those known."""
    known = {fold(gender): gender for gender in GENDERS}
    try:
        return known[fold(text)]
    except KeyError:
        raise Unreadable(tr("Type “nam” or “nữ”, or leave it empty")) from None


def read_kind(text: str) -> PersonKind:
    """Return the kind whose label is typed."""
    known = {fold(kind_words(kind)): kind for kind in PersonKind}
    try:
        return known[fold(text)]
    except KeyError:
        kinds = ", ".join(kind_words(kind) for kind in PersonKind)
        raise Unreadable(tr("Type one of: {kinds}", kinds=kinds)) from None


FIELDS: tuple[Field, ...] = (
    Field(name="code", title=lambda: tr("Code")),
    Field(name="name", title=lambda: tr("Full name")),
    Field(
        name="born",
        title=lambda: tr("Born"),
        words=vietnamese_date,
        read=read_date,
        hint="05/06/1975",
    ),
    Field(
        name="gender",
        title=lambda: tr("Gender"),
        read=read_gender,
        words=gender_words,
        choices=GENDERS,
    ),
    Field(name="ethnic", title=lambda: tr("Ethnic group"), suggested=True),
    Field(name="religion", title=lambda: tr("Religion"), suggested=True),
    Field(name="hometown", title=lambda: tr("Hometown"), suggested=True),
    Field(name="position", title=lambda: tr("Position, unit"), suggested=True),
    Field(name="delegation", title=lambda: tr("Delegation"), suggested=True),
    Field(
        name="delegation_role",
        title=lambda: tr("In the delegation"),
        words=role_words,
        choices=DELEGATION_ROLES,
    ),
    Field(
        name="kind",
        title=lambda: tr("Kind"),
        words=kind_words,
        read=read_kind,
        choices=tuple(PersonKind),
    ),
    Field(
        name="committee",
        title=lambda: tr("Convening committee"),
        words=flag_words,
        choices=(False, True),
    ),
    Field(
        name="joined",
        title=lambda: tr("Joined the Party"),
        words=vietnamese_date,
        read=read_date,
        hint="03/02/1998",
    ),
    Field(
        name="official_on",
        title=lambda: tr("Official member since"),
        words=vietnamese_date,
        read=read_date,
        hint="03/02/1999",
    ),
    Field(name="schooling", title=lambda: tr("Schooling"), suggested=True, hint="12/12"),
    Field(name="degree", title=lambda: tr("Degree"), suggested=True),
    Field(name="theory", title=lambda: tr("Political theory"), suggested=True),
    Field(name="language", title=lambda: tr("Foreign language"), suggested=True),
    Field(name="titles", title=lambda: tr("Titles, awards"), suggested=True),
    Field(
        name="incumbent",
        title=lambda: tr("Re-elected"),
        words=incumbent_words,
        choices=INCUMBENTS,
    ),
    Field(name="seat", title=lambda: tr("Seat")),
    Field(name="group_id", title=lambda: tr("Discussion group")),
    Field(name="note", title=lambda: tr("Note")),
)
BY_NAME: Mapping[str, Field] = {field.name: field for field in FIELDS}
