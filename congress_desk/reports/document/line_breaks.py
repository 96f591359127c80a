"""Where a Vietnamese line of a head or a title may break, and what is never torn apart."""

from __future__ import annotations

import re

NBSP = "\u00a0"
# Years of a term, ordinals and names that read as one word.
_WHOLE = re.compile(
    r"\b\d{4}\s?[-–]\s?\d{4}\b|(?<!\w)(?:hồ chí minh|việt nam|lần thứ\s+\S+)(?!\w)", re.IGNORECASE
)
# What begins a new unit of sense: a line rather breaks before it than inside one.
_BEGIN = re.compile(
    r"\s(?=(?:đảng bộ|chi bộ|phường|xã|tỉnh|thành phố|quận|huyện|đặc khu|lần thứ|nhiệm kỳ|khóa"
    r"|công ty|công đoàn|liên đoàn|liên hiệp|hội liên hiệp|hiệp hội|đoàn tncs|trường|ban chấp hành"
    r"|ủy ban|tnhh|dự đại hội|tại đại hội|tư cách (?:đại biểu|đoàn viên|hội viên|đảng viên)"
    r")(?!\w))",
    re.IGNORECASE,
)


def unbroken(text: str) -> str:
    """Return text whose terms of years, ordinals and great names no line breaks apart."""
    return _WHOLE.sub(lambda found: re.sub(r"\s+", NBSP, found[0]), text)


def sense_units(text: str) -> list[str]:
    """Return a line as the pieces that it may be broken into without tearing a name."""
    return [piece for piece in _BEGIN.split(text) if piece]
