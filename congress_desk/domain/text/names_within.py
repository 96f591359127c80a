"""Which names a text says: whole names, not the beginning of a longer one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from congress_desk.domain.text.clean_text import clean_text

_WORDS = re.compile(r"\w+|[^\w\s]")


def names_within(text: str, names: Iterable[str], others: Iterable[str] = ()) -> frozenset[str]:
    """Return those of `names` that a text says in full.

    Capitals, spaces, lines and the Unicode form do not matter. A name that stands inside a longer
    one of `names` or `others` is not said by it: “Lê An” by “Lê An Bình”.
    """
    wanted = {name: _words(name) for name in names}
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for words in sorted({*wanted.values(), *map(_words, others)}, key=len, reverse=True):
        if words:
            by_first.setdefault(words[0], []).append(words)
    said, place = _words(text), 0
    found = set[tuple[str, ...]]()
    while place < len(said):
        beginning = by_first.get(said[place], ())
        longest = next((w for w in beginning if said[place : place + len(w)] == w), None)
        if longest:
            found.add(longest)
        place += len(longest) if longest else 1
    return frozenset(name for name, words in wanted.items() if words in found)


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORDS.findall(clean_text(text).casefold()))
