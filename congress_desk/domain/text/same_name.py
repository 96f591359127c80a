"""Whether two names that somebody typed are those of one person."""

from __future__ import annotations

import re
from collections.abc import Iterable

from congress_desk.domain.text.clean_text import clean_text, fold
from congress_desk.domain.text.name_order import full_name_key

_ADDRESS = re.compile(r"^(?:đồng chí|đ\s*/\s*c|đ\.\s*c\.?|ông|bà|anh|chị)[.:]?\s+", re.IGNORECASE)
# What follows a name is no part of it: "(Bí thư)", ", Trưởng ban", " - Chủ tọa".
_AFTER = re.compile(r"\s*(?:[(,;:]|\s[-–—]\s).*$")


def bare_name(name: str) -> str:
    """Return a name without how one is addressed before it, and what is said behind it.

    "Đ/c Lê Hòa (Trưởng ban)" is "Lê Hòa"; "Ông Ích Khiêm", of the family Ông, keeps three words.
    """
    found = _AFTER.sub("", clean_text(name)).rstrip(" .")
    rest = _ADDRESS.sub("", found)
    return rest if len(rest.split()) > 1 else found


def is_same_name(name: str, other: str) -> bool:
    """Say whether two names are one: case, address and the tone's place are nothing.

    Accents tell people apart (Trần Ba, Trần Bá), but from whoever types without any.
    """
    keys = [
        {full_name_key(found) for found in (bare_name(each), clean_text(each))}
        for each in (name, other)
    ]
    if keys[0] & keys[1]:
        return True
    bare, that = bare_name(name), bare_name(other)
    return (bare.isascii() or that.isascii()) and fold(bare) == fold(that)


def is_among(name: str, others: Iterable[str]) -> bool:
    """Say whether one of these names is the same."""
    return any(is_same_name(name, other) for other in others)
