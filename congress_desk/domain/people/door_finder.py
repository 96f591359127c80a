"""Who is meant by what came over the line at the door: a code, a number, or part of a name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from congress_desk.domain.people.person import Person
from congress_desk.domain.people.search import search_words
from congress_desk.domain.text.clean_text import clean_text, fold
from congress_desk.domain.text.name_order import name_key

_DIGITS = re.compile(r"[0-9]{1,9}")
# What an input method in Telex swallows of a code that a scanner types: "DD" becomes "Đ", "AS" "Á".
_DOUBLED = re.compile(r"([aeod])\1")
_HORN = re.compile(r"(?<=[aou])w")
_TONE = re.compile(r"(?<=[aeiouy])([a-z0-9]*?)[sfrxj]")


class FoundBy(StrEnum):
    """How somebody was found; nobody is found by nothing."""

    CODE = "code"
    NUMBER = "number"
    NAME = "name"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The people a text can mean; those of a code come first."""

    by: FoundBy
    people: tuple[Person, ...]


NOBODY = Found(by=FoundBy.NOTHING, people=())


class DoorFinder:
    """Looks a text up by code, then by number, then by name; built once for a register."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._by_number: dict[int, Person] = {}
        self._by_code: dict[str, list[Person]] = defaultdict(list)
        self._by_likeness: dict[str, list[Person]] = defaultdict(list)
        self._by_telex: dict[str, list[Person]] = defaultdict(list)
        for person in people:
            self._by_number[person.id] = person
            if not _exact(person.code):
                continue
            self._by_code[_exact(person.code)].append(person)
            for likeness in {fold(person.code), _without_zeros(person.code)}:
                self._by_likeness[likeness].append(person)
            self._by_telex[telex_key(person.code)].append(person)
        in_order = sorted(self._by_number.values(), key=lambda p: (name_key(p.name), p.id))
        self._names = [(" " + " ".join(search_words(p.name)), p) for p in in_order]

    def find(self, text: str) -> Found:
        """Return whom `text` can mean.

        A code that is also the number of somebody else means both. A name is found by the
        beginnings of its words, in any order, and sorted by given name.
        """
        text = clean_text(text)
        by_code = self._of_code(text)
        by_number = self._of_number(text)
        # A word without a figure may be a code and the beginning of a name as well.
        worded = not any(c.isdigit() for c in text)
        by_name = self._of_name(text) if worded or not (by_code or by_number) else ()
        people = tuple(dict.fromkeys((*by_code, *by_number, *by_name))) or self._of_keys(text)
        if not people:
            return NOBODY
        by = FoundBy.CODE if by_code else FoundBy.NUMBER if by_number else FoundBy.NAME
        return Found(by=by, people=people)

    def _of_code(self, text: str) -> tuple[Person, ...]:
        """Return whose code it is: letter by letter, else but for case, accents and signs."""
        if exact := self._by_code.get(_exact(text)):
            return tuple(exact)
        likenesses = [key for key in (fold(text), _without_zeros(text)) if key]
        alike = [p for key in likenesses for p in self._by_likeness.get(key, ())]
        if likenesses and not text.isascii():
            alike += self._by_telex.get(telex_key(text), ())
        return tuple(dict.fromkeys(alike))

    def _of_number(self, text: str) -> tuple[Person, ...]:
        found = self._by_number.get(int(text)) if _DIGITS.fullmatch(text) else None
        return (found,) if found else ()

    def _of_name(self, text: str) -> tuple[Person, ...]:
        words = [f" {word}" for word in search_words(text)]
        if not words:
            return ()
        return tuple(p for name, p in self._names if all(word in name for word in words))

    def _of_keys(self, text: str) -> tuple[Person, ...]:
        """Return whose name was typed in Telex with no input method to read it: "nguyeenx"."""
        words = [f" {telex_key(word)}" for word in search_words(text)]
        if not words or not text.isascii() or any(c.isdigit() for c in text):
            return ()
        keyed = ((" " + " ".join(map(telex_key, name.split())), p) for name, p in self._names)
        return tuple(p for name, p in keyed if all(word in name for word in words))


@lru_cache(maxsize=4096)
def telex_key(text: str) -> str:
    """Return what is left of a code when Telex was on, the same for the code and its garbage."""
    plain = _DOUBLED.sub(r"\1", fold(text))
    plain = _HORN.sub("", plain).replace("w", "u")
    while (toned := _TONE.sub(r"\1", plain)) != plain:
        plain = toned
    return plain


def _exact(code: str) -> str:
    return clean_text(code).casefold()


def _without_zeros(text: str) -> str:
    """Return a number without its leading zeros, "" of what is none: "012" -> "12"."""
    return str(int(text)) if _DIGITS.fullmatch(text) else ""
