"""Words so long that a label would grow out of its card."""

from __future__ import annotations

import re

_LONG_WORD = re.compile(r"\S{30}(?=\S)")
_MAY_BREAK = "\u200b"


def breakable(text: str) -> str:
    """Return a text whose words break after every 30 letters; what is shown stays the same."""
    return _LONG_WORD.sub(lambda found: found[0] + _MAY_BREAK, text)
