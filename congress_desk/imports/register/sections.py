"""What a heading between the people of a list says: its unit or kind, bare of its counts."""

from __future__ import annotations

import re

from congress_desk.imports.name_cells import is_total, is_unit
from congress_desk.imports.workbook.cells import text_of, whole_number
from congress_desk.imports.workbook.sheets import CellValue, Fault, Row

ROMAN = re.compile(r"([IVXL]+|[A-ZĐ])\s*[.)/–-]?|([ivx]{1,4}|[a-zđ])\s*[.)]")
_STATE = re.compile(r"cộng sản việt nam|cộng h[òo][àa] xã hội|độc lập|hồ chí minh", re.IGNORECASE)
_LONGEST_START, _MOST_COUNTED = 200, 1000
PEOPLE = (
    "(?:người|đại biểu|đồng chí|đ/c|đ\\.c|đc|đảng viên|hội viên|đoàn viên|đb|đv|hv|chị|anh|em|bạn"
    "|vị|cán bộ|ủy viên|khách|thành viên|nhân sự|ứng cử viên)"
)
_COUNTS = re.compile(
    rf"\s*\([^()]*\d[^()]*\b(?:{PEOPLE}|nữ|nam)\b[^()]*\)$"
    rf"|\s*\([^()]*\b(?:{PEOPLE}|nữ|nam)\b[^()]*\d[^()]*\)$"
    rf"|\s*(?:[:(]\s*\d+\s*{PEOPLE}?|[–-]?\s*\d+\s*{PEOPLE})\s*\)?\s*[.;:]?$",
    re.IGNORECASE,
)
# What a heading says beside its unit of how many are to come: Được phân bổ: 02.
_COUNTED_SO = re.compile(
    r"(?:được )?(?:phân bổ|bầu|chỉ tiêu|số lượng)\b[^:]*:\s*\d+", re.IGNORECASE
)


# Beside a unit: Chi bộ 3 (tiếp theo), Đoàn huyện A (Trưởng đoàn: …), Chi bộ 4 - Bí thư: ….
_BESIDE = re.compile(
    r"\s*\((?:dự kiến|tiếp|tiếp theo|tt|[^():]*:[^()]*)\)$"
    r"|(?:[,;]|\s[-–])\s+(?:phó |chi hội )?(?:bí thư|trưởng|tổ trưởng|chủ tịch"
    r"|phụ trách)[^:()]*:.*$",
    re.IGNORECASE,
)
# (Chi bộ 3), and a Roman number without a stop: II Đảng bộ xã Trung Lý.
_WHOLE_ASIDE, _BARE_NUMBER = re.compile(r"^\(([^()]*)\)$"), re.compile(r"^[IVXL]{1,5}\s+(?=\w)")
# What a heading calls its unit before it names it: Đơn vị: Chi bộ 3.
_CALLED = re.compile(r"^(?:tên |thuộc )?(?:đơn vị|đoàn|đoàn đại biểu|đoàn đb)\s*:\s*(?=\w)", re.I)


def section_text(row: Row) -> str:
    """Return what a heading between the people says, without its number and its counts."""
    texts = [
        start_of(value)
        for value in row.cells.values()
        if not isinstance(value, Fault | int | float)
    ]
    texts = [text for text in texts if ":" not in text or not _COUNTED_SO.match(text)] or texts
    if len(texts) > 1 and len(texts[0]) == 1 and texts[0].isalpha():  # a | Khách cấp trên
        texts = texts[1:]
    words = " ".join(text for text in texts if not ROMAN.fullmatch(text) and not is_number(text))
    words = re.sub(r"^[-–+•*\s]+", "", words)
    words = re.sub(r"^([IVXL]+|[A-ZĐ]|\d{1,2})\s*[.)/–-]\s*|^[a-zđ]\s*\)\s*", "", words)
    words = _WHOLE_ASIDE.sub(r"\1", words.strip(" :"))
    bare = _BARE_NUMBER.sub("", words)
    words = _BESIDE.sub("", bare if is_unit(bare) else words)
    return _CALLED.sub("", _COUNTS.sub("", words).strip(" :–-(")) or words


def is_letterhead(row: Row) -> bool:
    """Say whether a row above a list begins the paper: the office, and the name of the state."""
    return any(_STATE.search(text_of(value)) for value in row.cells.values())


def start_of(value: CellValue) -> str:
    """Return how a text begins: what a row is stands there, however long the text may be."""
    return text_of(value)[:_LONGEST_START]


def is_count(value: CellValue) -> bool:
    """Say whether a cell counts people: a small whole number, or "5 đ/c"."""
    number = whole_number(value)
    if number is None:
        return isinstance(value, str) and is_total(start_of(value))
    return 0 <= number < _MOST_COUNTED


def ordinal(value: CellValue) -> int | None:
    """Return the number of a line: 7, "7", "7." or "07"."""
    text = text_of(value).rstrip(".)")
    return whole_number(text)


def is_number(text: str) -> bool:
    return ordinal(text) is not None
