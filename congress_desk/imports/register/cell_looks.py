"""What cells of a list look like, whatever the titles of their columns say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import lru_cache

from congress_desk.domain.people.register_layout import COLUMNS, NUMBER
from congress_desk.domain.text.clean_text import fold
from congress_desk.errors import Place, Problem, problem
from congress_desk.imports.dates import date_text
from congress_desk.imports.import_problems import shown
from congress_desk.imports.name_cells import could_be_name, is_unit
from congress_desk.imports.register.cells import gender_value, is_mark, is_nothing
from congress_desk.imports.register.taken import Taken
from congress_desk.imports.register.without_header import ETHNIC
from congress_desk.imports.workbook.cells import text_of

_TWO, _FEW, _MOST_TOLD = 2, 3, 10
_OFFICE = re.compile(
    r"(?:(?:nguyên|quyền|q\.)\s*)?(?:phó |bí thư|chủ tịch|giám đốc|tổng giám đốc|hiệu trưởng"
    r"|chủ nhiệm|chánh |ủy viên|uỷ viên|chuyên viên|nhân viên|cán bộ|công chức|kế toán"
    r"|giáo viên|giảng viên|bác sĩ|đội trưởng|tổ trưởng|thư ký"
    r"|trưởng (?:ban|phòng|đoàn|khoa|thôn|ấp|khu|bộ))",
    re.IGNORECASE,
)
_SAYS_OFFICE = re.compile(r"trưởng|phó|viên\b|bí thư|chủ|giám đốc|thư ký", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_PHONE = re.compile(r"(?:\+?84|0)(?:[ .-]?\d){9}")
_LONG_NUMBER = re.compile(r"\d{9,13}")
_LONE_NUMBER = re.compile(r"\d{1,4}")
_NUMBER = re.compile(r"\W*(?:[a-zđ]?\d{1,4}[a-z]?|[ivxl]+|[a-zđ])(?:[./\-]\d+)*\W*|vd|mẫu", re.I)
_SCHOOLING = re.compile(r"\d{1,2}\s*/\s*1[02]")
_DEGREE = re.compile(r"đại học|thạc s|tiến s|kỹ sư|cao đẳng|(?:đh|ths|cđ)$", re.IGNORECASE)
_THEORY = re.compile(r"(?:cao cấp|sơ cấp)(?: (?:llct|lý luận|chính trị).*)?$|(?:cc|sc)$", re.I)
_BETWEEN, _PEOPLE_OF = re.compile(r"[/,;()–-]"), re.compile(r"\s*(?:người|dân tộc|dt)\b", re.I)
_PLACES = frozenset({"delegation", "hometown"})
_DEGREES = frozenset({"degree", "theory", "schooling", "language", "titles"})
_SAID = frozenset({"ethnic", "religion", "position"})
_TEXTS = _PLACES | _DEGREES | _SAID


def _is_ethnic(text: str) -> bool:
    parts = (fold(_PEOPLE_OF.sub("", part)) for part in _BETWEEN.split(text))
    return any(part in ETHNIC for part in parts)


def _is_dated(text: str) -> bool:
    return _YEAR.search(text) is not None and date_text(text, birth=True) is not None


def _is_unit_alone(text: str) -> bool:
    return is_unit(text) and not _SAYS_OFFICE.search(text)


def _is_whole_name(text: str) -> bool:
    # Đoàn is a family name too: Đoàn Gò Công is a delegation.
    return (
        not text.startswith("Đoàn ")
        and could_be_name(text)
        and text.istitle()
        and len(text.split()) >= _FEW
    )


# The surest first: how to know it, the fields in which it is odd, and whether one cell proves it.
_LOOKS: tuple[tuple[Callable[[str], object], Collection[str], bool], ...] = (
    (lambda text: "@" in text, _TEXTS | {"code"}, True),
    (_PHONE.fullmatch, _TEXTS, True),
    (_LONG_NUMBER.fullmatch, _TEXTS, True),
    (_is_dated, _TEXTS | {"code"}, True),
    (gender_value, _TEXTS | {"code"}, True),
    (_is_dated, {"note"}, False),
    (_LONE_NUMBER.fullmatch, (_TEXTS | {"note"}) - {"delegation", "schooling"}, False),
    (_OFFICE.match, _PLACES | _DEGREES | {"ethnic", "religion"}, False),
    (_is_unit_alone, _DEGREES | _SAID, False),
    (_is_whole_name, {"delegation", "position", "code"}, False),
    (_SCHOOLING.fullmatch, _TEXTS - {"schooling"}, False),
    (_DEGREE.match, _TEXTS - {"degree", "schooling", "titles"}, False),
    (_THEORY.match, _TEXTS - {"theory"}, False),
    (_is_ethnic, _TEXTS - {"ethnic", "delegation", "hometown"}, False),
)
# What a cell of these has to be, whatever else it may look like.
_HAS_TO_BE: dict[str, Callable[[str], object]] = {NUMBER: _NUMBER.fullmatch, "ethnic": _is_ethnic}
_LOOKED_AT = frozenset(key for _, keys, _ in _LOOKS for key in keys) | _HAS_TO_BE.keys()


def cells_of_other_fields(
    people: Sequence[Taken], place_of: Callable[[int, int], Place]
) -> Iterator[Problem]:
    """Tell of columns, of rows and of single cells that look like another field than theirs.

    A date in a column of units is surely wrong; one office there may be a unit's name: it takes
    two such cells in a row, or most of the column.
    """
    cells: dict[int, list[Taken]] = {}
    odd: dict[int, list[Taken]] = {}
    sure: list[tuple[Taken, int]] = []
    for each in people:
        for column, value in each.mapped.items():
            key, text = each.table.mapping[column], text_of(value)
            if key not in _LOOKED_AT or isinstance(value, bool) or not _says_something(text):
                continue
            cells.setdefault(column, []).append(each)
            looks = _looks_otherwise(key, text)
            if looks is not None:
                odd.setdefault(column, []).append(each)
                sure += [(each, column)] if looks else []
    columns = {c for c, rows in odd.items() if _FEW <= len(cells[c]) < _TWO * len(rows)}
    for column in sorted(columns):
        first = odd[column][0]
        yield problem(
            "register_column_doubtful",
            place_of(first.row.number, column),
            cells=len(odd[column]),
            value=shown(text_of(first.row.cells[column])),
            label=COLUMNS[first.table.mapping[column]].label,
        )
    several = Counter(each.row.number for column in set(odd) - columns for each in odd[column])
    for row in sorted(row for row, count in several.items() if count >= _TWO)[:_MOST_TOLD]:
        yield problem("register_row_shifted", place_of(row, 0))
    alone = [(e, c) for e, c in sure if c not in columns and several[e.row.number] < _TWO]
    for each, column in alone[:_MOST_TOLD]:
        yield problem(
            "register_cell_doubtful",
            place_of(each.row.number, column),
            value=shown(text_of(each.row.cells[column])),
            label=COLUMNS[each.table.mapping[column]].label,
        )


@lru_cache(maxsize=8192)
def _says_something(text: str) -> bool:
    """Say whether a cell holds more than a sign, a tick or a no."""
    return bool(fold(text)) and not is_nothing(text) and not is_mark(text)


@lru_cache(maxsize=4096)
def _looks_otherwise(key: str, text: str) -> bool | None:
    """Say whether a cell surely looks like another field; None where it looks like its own."""
    if key in _HAS_TO_BE and not _HAS_TO_BE[key](text):
        return False
    for looks, elsewhere, sure in _LOOKS:
        if looks(text):
            return sure if key in elsewhere else None
    return None
