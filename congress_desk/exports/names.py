"""File names that every system takes: readable ASCII, never reserved, never too long."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

LONGEST = 120

_OTHERS = re.compile(r"[^A-Za-z0-9]+")
_RESERVED = re.compile(r"(?i)^(?:con|prn|aux|nul|conin\$|conout\$|com\d|lpt\d)$")


def safe_name(text: str) -> str:
    """Return `text` as a piece of a file name: "Bầu BCH/Đảng bộ" -> "Bau-BCH-Dang-bo"."""
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return _OTHERS.sub("-", letters).strip("-")


def file_name(*parts: str | int, suffix: str) -> str:
    """Return a whole file name of at most 120 characters: parts joined by "-", then the suffix."""
    pieces = (safe_name(str(part)) for part in parts)
    stem = "-".join(piece for piece in pieces if piece)[: LONGEST - len(suffix)].strip("-")
    if not stem or _RESERVED.match(stem):
        stem = f"{stem}-desk".strip("-")
    return stem + suffix


def unused_name(name: str, taken: Collection[str]) -> str:
    """Return `name`, numbered when it is in `taken` (without case, as Windows compares names)."""
    folded = {other.casefold() for other in taken}
    stem, dot, suffix = name.rpartition(".")
    candidate, number = name, 2
    while candidate.casefold() in folded:
        tail = f"-{number}{dot}{suffix}"
        candidate = stem[: LONGEST - len(tail)] + tail
        number += 1
    return candidate


def counting_minutes_name(code: str, number: int) -> str:
    """Return the name of the minutes of a count: "bien-ban-kiem-phieu-BCH-lan-1.pdf"."""
    return file_name("bien-ban-kiem-phieu", _short(code), "lan", number, suffix=".pdf")


def candidate_list_name(code: str) -> str:
    """Return the name of a list of candidates: "danh-sach-bau-cu-BCH.pdf"."""
    return file_name("danh-sach-bau-cu", _short(code), suffix=".pdf")


def results_book_name() -> str:
    """Return the name of the results workbook."""
    return file_name("ket-qua-bau-cu", suffix=".xlsx")


def _short(code: str) -> str:
    return safe_name(code)[:60]
