"""Vietnamese order of names: given name, middle, family; letters before tones."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: rank for rank, letter in enumerate(_ALPHABET, start=1)}
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}

# Without a date of birth a person stands after those of the same name.
LAST_BORN = "9999"

SyllableKey = tuple[tuple[int, ...], int]
NameKey = tuple[SyllableKey, ...]


@lru_cache(maxsize=4096)
def syllable_key(syllable: str) -> SyllableKey:
    """Return (letters, tone): none, huyền, hỏi, ngã, sắc, nặng; the tone's placement is nothing."""
    tone = 0
    letters = []
    for char in unicodedata.normalize("NFD", syllable.casefold()):
        if char in _TONES:
            tone = _TONES[char]
        else:
            letters.append(char)
    plain = unicodedata.normalize("NFC", "".join(letters))
    return tuple(_RANK.get(c, 100 + ord(c)) for c in plain), tone


@lru_cache(maxsize=8192)
def name_key(name: str) -> NameKey:
    """Return the sort key of a full name: given name (last word), then middle, then family."""
    words = name.split()
    return tuple(syllable_key(word) for word in [*words[-1:], *words[1:-1], *words[:-1][:1]])


def title_key(title: str) -> tuple[tuple[int, SyllableKey], ...]:
    """Return the sort key of a delegation's or a group's name: word by word, 2 before 10."""
    words = re.findall(r"\d+|[^\W\d]+", title)
    return tuple((int(w), ((), 0)) if w.isdecimal() else (-1, syllable_key(w)) for w in words)


@lru_cache(maxsize=8192)
def full_name_key(name: str) -> NameKey:
    """Return the sort key of a full name as it is written: family name first."""
    return tuple(syllable_key(word) for word in name.split())


def ballot_order_key(name: str, born: str) -> tuple[NameKey, str]:
    """Return the key for a ballot: by name, and of one name the older first; no date comes last."""
    return name_key(name), born or LAST_BORN
