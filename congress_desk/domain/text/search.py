"""Finding people as somebody types: without accents, words in any order, each only begun."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from congress_desk.domain.people.person import Person


def search_words(text: str) -> list[str]:
    """Return the words of `text` without case and accents: "Đỗ Văn-An" -> ["do", "van", "an"]."""
    decomposed = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    kept = (c if c.isalnum() else " " for c in decomposed if not unicodedata.combining(c))
    return "".join(kept).split()


class PersonFinder:
    """Finds people by the beginnings of words in name, code, number, delegation and position.

    The texts are folded once, so that a key pressed looks through 2,000 people in about a
    millisecond. `find` keeps the order in which the people were given.
    """

    def __init__(self, people: Iterable[Person]) -> None:
        self.people = tuple(people)
        self._texts = [_searched(person) for person in self.people]

    def find(self, text: str) -> tuple[Person, ...]:
        """Return everybody in whose fields each word of `text` begins a word; all for no words."""
        words = [f" {word}" for word in search_words(text)]
        if not words:
            return self.people
        # The longest word first: it leaves the fewest people to look through for the others.
        left = list(zip(self._texts, self.people, strict=True))
        for word in sorted(words, key=len, reverse=True):
            left = [pair for pair in left if word in pair[0]]
        return tuple(person for _, person in left)


def _searched(person: Person) -> str:
    """Return the words of a person, each after a space; a code also as one word: "DB-012"."""
    code = search_words(person.code)
    fields = f"{person.name} {person.delegation} {person.position}"
    words = [*search_words(fields), *code, "".join(code), str(person.id) if person.id else ""]
    return " " + " ".join(words)
