"""The languages of the program: each is a folder under resources/i18n with its language.json."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from congress_desk.paths import resource

DEFAULT = "vi"
_FILE = "language.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A language: its code, its own name, its locale, and the marks in its numbers.

    `plurals` says which numbers want which form of a sentence, such as {"one": "n = 1"}; all others
    want "other", in a language without any rule every number.
    """

    code: str
    name: str
    locale: str
    decimal: str
    thousands: str
    plurals: Mapping[str, str] = field(default_factory=dict)


def _languages() -> dict[str, Language]:
    """Return the languages by their codes, the default first."""
    folders = (each for each in resource("i18n").iterdir() if (each / _FILE).is_file())
    found = {
        folder.name: Language(code=folder.name, **json.loads((folder / _FILE).read_bytes()))
        for folder in folders
    }
    return dict(sorted(found.items(), key=lambda item: (item[0] != DEFAULT, item[0])))


LANGUAGES = _languages()
