"""The languages of the program: each is a folder under resources/i18n with its language.json."""

from __future__ import annotations

import json
from dataclasses import dataclass

from congress_desk.paths import resource

DEFAULT = "vi"


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A language: its code, its own name, its locale, and the marks in its numbers."""

    code: str
    name: str
    locale: str
    decimal: str
    thousands: str


def _languages() -> dict[str, Language]:
    """Return the languages by their codes, the default first."""
    files = resource("i18n").glob("*/language.json")
    found = {
        file.parent.name: Language(code=file.parent.name, **json.loads(file.read_text("utf-8")))
        for file in files
    }
    return dict(sorted(found.items(), key=lambda item: (item[0] != DEFAULT, item[0])))


LANGUAGES = _languages()
