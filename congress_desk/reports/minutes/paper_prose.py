"""The usual prose of a part: sentences of the wording with their {fields} left to fill."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from congress_desk.domain.minutes.paper_fields import ComputedPart
from congress_desk.domain.text.number_words import LARGEST, number_words
from congress_desk.reports.document.wording import Wording

_PLACE = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_DECIDED = re.compile(r"decided_(\d+)$")
_SESSION = re.compile(r"session_(\d+)$")
_POLL = re.compile(r"(asked|reached)_(\d+)$")


@dataclass(frozen=True, slots=True)
class Prose:
    """Sentences of one paper in one style; `area` is the first word of their keys."""

    words: Wording
    area: str

    def template(self, key: str, area: str = "") -> str:
        """Return a sentence with the terms of the style filled in; {fields} stay.

        A style may have a sentence of its own in the area named after it.
        """
        area = area or self.area
        own = f"{area}_{self.words.style}.{key}"
        text = self.words.sentences[own if self.words.knows(own) else f"{area}.{key}"]
        terms = self.words.terms
        return _PLACE.sub(lambda found: terms.get(found[1], found[0]), text)

    def say(self, key: str, area: str = "", **params: str | int) -> str:
        """Return a sentence with everything filled in."""
        template = self.template(key, area)
        return _PLACE.sub(lambda found: str(params.get(found[1], found[0])), template)

    def number(self, name: str, count: int | None) -> dict[str, str]:
        """Return the fields {name} and {name_words} of a number; dots where it is not known."""
        blank = self.words.say("common.blank")
        if count is None:
            return {name: blank, f"{name}_words": blank}
        spoken = ""
        if 0 <= count <= LARGEST:
            spoken = number_words(count, zero=self.words.say("number_words.zero"))
        return {name: str(count), f"{name}_words": spoken}

    def label(self, field: str) -> str:
        """Return what a field is, in words."""
        return field_label(field, self.words)

    def part(
        self, record: str, section: str, title: str, text: str, values: Mapping[str, str]
    ) -> ComputedPart:
        """Return a part of the paper."""
        return ComputedPart(
            record=record, section=section, title=title, text=text, values=dict(values)
        )


def field_label(field: str, words: Wording) -> str:
    """Return what a field is, in words: the name itself of one that is not known."""
    session = _SESSION.match(field)
    if session:
        return words.say("paper_field.session", number=session[1])
    decided = _DECIDED.match(field)
    if decided:
        return words.say("paper_field.decided", number=decided[1])
    poll = _POLL.match(field)
    if poll:
        return words.say(f"paper_field.{poll[1]}", number=poll[2])
    key = f"paper_field.{field}"
    return words.say(key) if words.knows(key) else field


def sentence(text: str) -> str:
    """Return a value that ends in the middle of a sentence: without its own full stop."""
    return text.strip().rstrip(" .;:")
