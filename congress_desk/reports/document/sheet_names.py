"""Names of sheets that Excel takes: cleaned, at most 31 characters, each only once."""

from __future__ import annotations

import re
from collections.abc import Collection

from congress_desk.domain.text.clean_text import clean_text

LONGEST = 31

_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_RESERVED = ("history", "")


def sheet_name(wanted: str, taken: Collection[str]) -> str:
    """Return `wanted` as a sheet name that none of `taken` has (Excel compares without case)."""
    clean = clean_text(_FORBIDDEN.sub(" ", wanted)).strip("' ")[:LONGEST].strip("' ")
    if clean.casefold() in _RESERVED:
        clean = f"{clean}_"
    folded = {name.casefold() for name in taken}
    name, number = clean, 2
    while name.casefold() in folded:
        tail = f" ({number})"
        name = clean[: LONGEST - len(tail)].rstrip() + tail
        number += 1
    return name
