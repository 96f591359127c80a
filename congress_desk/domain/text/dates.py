"""Dates as an office knows them: a day, a month or only a year, each with its precision."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

_DAY = re.compile(r"^(\d{1,2})[/.\- ]+(\d{1,2})[/.\- ]+(\d{4})$")
_MONTH = re.compile(r"^(\d{1,2})[/.\-](\d{4})$")
_ISO = re.compile(r"^(\d{4})-(\d{2})(?:-(\d{2}))?(?:[T ].*)?$")
_YEAR = re.compile(r"^(\d{4})$")
_SERIAL_EPOCH = date(1899, 12, 30)
_SERIAL = re.compile(r"^\d{5}(\.0+)?$")
_FIRST_YEAR, _LAST_YEAR = 1880, 2100


def partial_date(value: object) -> str | None:
    """Return "YYYY-MM-DD", "YYYY-MM" or "YYYY" for a date, a number or a text; None if it is none.

    Takes dates, Excel serials (5 digits), and texts such as 5/6/1975, 5.6.1975, 03/1998, 1975.
    """
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    text = str(value).strip()
    if isinstance(value, float) and value.is_integer():
        text = str(int(value))
    return _from_text(text)


def _from_text(text: str) -> str | None:
    if match := _DAY.match(text):
        return _checked(int(match[3]), int(match[2]), int(match[1]))
    if match := _MONTH.match(text):
        return _checked(int(match[2]), int(match[1]), None)
    if match := _ISO.match(text):
        return _checked(int(match[1]), int(match[2]), int(match[3]) if match[3] else None)
    if match := _YEAR.match(text):
        return str(int(text)) if _FIRST_YEAR <= int(text) <= _LAST_YEAR else None
    if _SERIAL.match(text):
        day = _SERIAL_EPOCH + timedelta(days=int(float(text)))
        return _checked(day.year, day.month, day.day)
    return None


def _checked(year: int, month: int, day: int | None) -> str | None:
    try:
        date(year, month, day or 1)
    except ValueError:
        return None
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    return f"{year:04d}-{month:02d}" + (f"-{day:02d}" if day else "")


def is_of_our_time(day: date) -> bool:
    """Say whether a day can be one of a congress: to the last of all days no minute is added."""
    return _FIRST_YEAR <= day.year <= _LAST_YEAR


def vietnamese_date(partial: str) -> str:
    """Return a partial date as an office writes it: 05/06/1975, 03/1998 or 1975."""
    return "/".join(reversed(partial.split("-")))


def is_older(born: str, other: str) -> bool | None:
    """Say whether `born` is earlier than `other`; None when their precision does not tell."""
    length = min(len(born), len(other))
    if not length or born[:length] == other[:length]:
        return None
    return born[:length] < other[:length]
