"""Names typed in capitals, written as a name is: NGUYỄN VĂN AN -> Nguyễn Văn An."""

from __future__ import annotations

import re

_PART = re.compile(r"[^\W\d_]+")


def name_case(name: str) -> str:
    """Return a name with a capital at the beginning of each part: H'WING -> H'Wing."""
    return _PART.sub(lambda part: part[0][:1].upper() + part[0][1:].lower(), name)
