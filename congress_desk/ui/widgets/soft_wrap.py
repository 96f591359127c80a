"""Where lines on screen break: words too long for their card do, a term of years does not."""

from __future__ import annotations

import re

from congress_desk.reports.document.line_breaks import NBSP, unbroken

_WORD_JOINER = "\u2060"
_LONG_WORD = re.compile(r"\S{30}(?=\S)")
_MAY_BREAK = "\u200b"


def breakable(text: str) -> str:
    """Return a text whose words break after every 30 letters; what is shown stays the same."""
    return _LONG_WORD.sub(lambda found: found[0] + _MAY_BREAK, text)


def whole_terms(text: str) -> str:
    """Return a text whose "2025 - 2030", dates and ordinals stay on one line of a label.

    Qt ends a line behind a hyphen even where the space that follows does not break.
    """
    return unbroken(text).replace(f"-{NBSP}", f"-{_WORD_JOINER}{NBSP}")
