"""Times and days as people type them: "7h30", "730", "7:30"; "13/3/2026"."""

from __future__ import annotations

import re
from datetime import date

from congress_desk.domain.text.dates import is_of_our_time

_TIME = re.compile(r"^(\d{1,2})\s*(?:[:.hg]|giờ)\s*(\d{1,2})?\s*(?:p|phút)?$", re.IGNORECASE)
_BARE = re.compile(r"^(\d{1,2})(\d{2})$")
_DAY = re.compile(r"^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$")


def read_time(text: str) -> str | None:
    """Return HH:MM of a typed time, "" of none, None when it is no time."""
    text = text.strip()
    if not text:
        return ""
    match = _TIME.match(text) or _BARE.match(text)
    if match:
        hour, minute = int(match[1]), int(match[2] or 0)
    elif text.isdecimal() and len(text) <= 2:
        hour, minute = int(text), 0
    else:
        return None
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def read_day(text: str) -> str | None:
    """Return YYYY-MM-DD of a typed day, "" of none, None when it is no day."""
    text = text.strip()
    if not text:
        return ""
    match = _DAY.match(text)
    try:
        if match:
            day = date(int(match[3]), int(match[2]), int(match[1]))
        else:
            day = date.fromisoformat(text)
    except ValueError:
        return None
    return str(day) if is_of_our_time(day) else None


def day_words(day: str) -> str:
    """Return "13/03/2026" of YYYY-MM-DD, the text itself when it is none."""
    try:
        return f"{date.fromisoformat(day):%d/%m/%Y}"
    except ValueError:
        return day
