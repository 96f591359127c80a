"""Names typed in an old .Vn font (TCVN3): recognised, so that no paper prints them as they are."""

from __future__ import annotations

import re
import unicodedata
from enum import Enum

_VOWELS = "aăâeêioôơuưy"
_TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzđ") | {
    unicodedata.normalize("NFC", vowel + tone) for vowel in _VOWELS for tone in _TONES
}
# TCVN3 puts vowels on the signs of Latin-1, and on its capitals in the middle of small letters.
_SIGNS = re.compile("[\u00a1-\u00bf\u00d7\u00f7]|[a-z\u00df-\u00f6\u00f8-\u00ff][\u00c0-\u00de]")


class Trace(Enum):
    """What a text says of the font it was typed in."""

    NONE = "none"
    DOUBTFUL = "doubtful"
    SURE = "sure"


def trace_of_old_font(text: str) -> Trace:
    """Say whether `text` holds signs of TCVN3, or letters that Vietnamese does not have."""
    if _SIGNS.search(text):
        return Trace.SURE
    if any(char.isalpha() and char not in _LETTERS for char in text.casefold()):
        return Trace.DOUBTFUL
    return Trace.NONE
