"""What the value of one cell says: a text, a whole number, a time of day, a moment."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from congress_desk.domain.text.clean_text import clean_text
from congress_desk.domain.text.dates import partial_date
from congress_desk.imports.workbook.sheets import CellValue

_WHOLE = re.compile(r"[+-]?[0-9]{1,9}")
_CLOCK = re.compile(
    r"([0-9]{1,2})\s*(?:(?:h|g|giờ|:)\s*(?:([0-9]{1,2})(?::[0-9]{2})?)?\s*(?:phút|p|['′’])?"
    r"|\.([0-9]{2}))"
)
_MINUTES = re.compile(r"([0-9]{1,4})\s*(?:phút|p|'|′|’|min)?\.?")
_DAY = re.compile(r"[0-9]{1,2}[/.\-][0-9]{1,2}[/.\-][0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SPELLED_DAY = re.compile(r"ngày ([0-9]{1,2}) tháng ([0-9]{1,2}) năm ([0-9]{4})")
_FILLERS = re.compile(r"[\s,;–-]|ngày|lúc|vào|(?<![a-z])t(?![a-z])")
_FULL_DAY = len("2025-05-15")
_SHORT = 200


def text_of(value: CellValue) -> str:
    """Return the text of a cell on one line, numbers and dates as an office writes them."""
    if isinstance(value, str):
        return _short_text(value) if len(value) <= _SHORT else _text(value)
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        day = value.strftime("%d/%m/%Y")
        return day if value.time() == time() else f"{value:%H:%M} {day}"
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    return f"{value:%H:%M}" if isinstance(value, time) else str(value)


def _text(value: str) -> str:
    return clean_text(value.replace("_x000D_", " "))


# Every reader of a list asks for the same cell: seven times in all.
_short_text = lru_cache(maxsize=8192)(_text)


def whole_number(value: CellValue) -> int | None:
    """Return a whole number of at most nine digits; None for a fraction, a text or a yes/no."""
    if isinstance(value, bool):
        return None
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < 1e9 else None
    if isinstance(value, int):
        return value if abs(value) < 10**9 else None
    text = text_of(value)
    return int(text) if _WHOLE.fullmatch(text) else None


def partial_date_of(value: CellValue) -> str | None:
    """Return the partial date (domain/text/dates.py) of a date, number or text, or None."""
    if isinstance(value, str):
        return partial_date(_spelled_out(text_of(value).casefold()))
    return partial_date(value.isoformat()[:_FULL_DAY] if isinstance(value, date) else value)


def day_of(value: CellValue) -> str | None:
    """Return a whole day as YYYY-MM-DD; None for a month, a year or anything else."""
    day = partial_date_of(value)
    return day if day and len(day) == _FULL_DAY else None


def clock(value: CellValue) -> str | None:
    """Return a time of day as HH:MM from a time cell or a text such as 7h30, 07:30, 7.30."""
    if isinstance(value, datetime | time):
        return f"{value:%H:%M}"
    if isinstance(value, float) and 0 <= value < 1:
        value = timedelta(days=value)
    if isinstance(value, timedelta):
        return _from_seconds(round(value.total_seconds()))
    match = _CLOCK.fullmatch(text_of(value).casefold()) if isinstance(value, str) else None
    minute = int(match[2] or match[3] or 0) if match else 0
    if match is None or int(match[1]) > 23 or minute > 59:
        return None
    return f"{int(match[1]):02d}:{minute:02d}"


def minutes(value: CellValue) -> int | None:
    """Return a length in minutes, 0 to a day, from a number, a time cell or a text like 30'."""
    if isinstance(value, time):
        return value.hour * 60 + value.minute
    if isinstance(value, timedelta):
        length: int | None = round(value.total_seconds() / 60)
    elif isinstance(value, str):
        match = _MINUTES.fullmatch(text_of(value).casefold())
        length = int(match[1]) if match else None
    else:
        length = whole_number(value)
    return length if length is not None and 0 <= length <= 24 * 60 else None


def moment(value: CellValue) -> str | None:
    """Return YYYY-MM-DDTHH:MM, or YYYY-MM-DD where no time is given; None if it is neither."""
    if isinstance(value, datetime) and value.time() != time():
        return f"{value:%Y-%m-%dT%H:%M}" if day_of(value) else None
    if not isinstance(value, str):
        return day_of(value)
    text = _spelled_out(text_of(value).casefold())
    found = _DAY.search(text)
    day = day_of(found[0]) if found else None
    if found is None or day is None:
        return None
    rest = _FILLERS.sub("", text[: found.start()] + " " + text[found.end() :])
    if not rest:
        return day
    at = clock(rest)
    return f"{day}T{at}" if at else None


def _spelled_out(text: str) -> str:
    """Turn "ngày 5 tháng 6 năm 1975" into 5/6/1975 and leave the rest as it is."""
    return _SPELLED_DAY.sub(r"\1/\2/\3", text)


def _from_seconds(seconds: int) -> str | None:
    if not 0 <= seconds < 24 * 3600:
        return None
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}"
