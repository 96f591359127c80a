"""Text at the door: one Unicode form, no invisible characters, and a key for searching."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_SPACES = re.compile(r"\s+")
# Letters that look like ours and are others: programs that change old fonts leave them behind.
_TAKEN_FOR_OURS = re.compile("[\u00d0\u00f0\u0189\u0256\u01a2\u01a3]")
_OURS = str.maketrans("\u00d0\u00f0\u0189\u0256\u01a2\u01a3", "ĐđĐđƯư")
_SHORT = 200


def clean_text(text: str) -> str:
    """Return `text` in NFC on one line, without invisible characters or double spaces.

    Letters of other tongues that look like Đ and Ư are those.
    """
    return _short_clean(text) if len(text) <= _SHORT else _clean(text)


def _clean(text: str) -> str:
    text = with_our_letters(text)
    if text.isprintable() and text.strip(" ") == text and "  " not in text:
        return unicodedata.normalize("NFC", text)
    text = _CONTROL.sub(" ", _INVISIBLE.sub("", text))
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip()


_short_clean = lru_cache(maxsize=8192)(_clean)


def with_our_letters(text: str) -> str:
    """Return a text with Đ and Ư for the letters of other tongues that look like them: Ð, Ƣ."""
    return text.translate(_OURS) if _TAKEN_FOR_OURS.search(text) else text


def clean_lines(text: str) -> str:
    """Return a text in NFC line by line, without what nobody sees, empty lines kept."""
    return "\n".join(clean_text(line) for line in text.splitlines()).rstrip()


def has_invisible(text: str) -> bool:
    """Say whether `text` holds bidi or zero-width characters that `clean_text` takes out."""
    return _INVISIBLE.search(text) is not None


def fold(text: str) -> str:
    """Return a key for matching without case, accents or spaces: "Họ và tên" -> "hovaten"."""
    return _short_fold(text) if len(text) <= _SHORT else _fold(text)


def _fold(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", with_our_letters(text).casefold().replace("đ", "d"))
    return "".join(c for c in decomposed if c.isalnum())


_short_fold = lru_cache(maxsize=8192)(_fold)


def without_accents(text: str) -> str:
    """Return text with plain letters and the same signs: "ĐB-04" -> "DB-04"."""
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in plain if not unicodedata.combining(c))
