"""What a row of a list is: a person, or a heading, a total, a numbering, a note under the table."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from congress_desk.domain.people.register_layout import BORN_FEMALE, BORN_MALE, NUMBER
from congress_desk.domain.text.clean_text import clean_text, fold
from congress_desk.imports.register.header import RegisterTable
from congress_desk.imports.register.reading import SkipReason
from congress_desk.imports.workbook.cells import text_of, whole_number
from congress_desk.imports.workbook.sheets import CellValue, Fault, Merge, Row

NAME_KEYS = frozenset({"name", "surname", "given_name"})
_DATES = frozenset({"born", BORN_MALE, BORN_FEMALE, "joined", "official_on"})
_TOTAL = re.compile(
    r"(tổng cộng|tổng số|cộng chung)(?![^\W\d])|(tổng|cộng)\s*($|[:.(\d]|chi bộ|đoàn )"
)
_PLAIN_TOTALS = frozenset({"tongcong", "tongso"})
_COUNTER = re.compile(r"\(?(\d{1,3}|[a-zA-Z])\)?[.)]?(=[\d+() ]+)?")
_ROMAN = re.compile(r"([IVXL]+|[A-ZĐ])\s*[.)/–-]?")
_HEADED = re.compile(r"([IVXL]+|[A-ZĐ])\s*[.)/–-]\s*\S")
_UNIT = re.compile(
    r"([ivxl\d]+\s*[.)/–-]\s*)?(chi bộ|đảng bộ|đảng ủy|chi đoàn|công đoàn|đơn vị|khu phố|khu vực"
    r"|đoàn (đại biểu|thanh niên|khối|phường|xã|trường|cơ sở|các|thuộc|số)"
    r"|khối (các|cơ|đảng|doanh|trường)|tổ (số|\d|dân|đảng|thảo|đại)|thôn \w|ấp \w"
    r"|hội (cựu|nông|phụ|liên|chữ|người|đông)"
    r"|ủy ban|(các )?đại biểu|khách mời|đảng viên|thành phần|danh sách)"
)
_BELOW = re.compile(
    r"người lập|lập (biểu|bảng|danh sách)|nơi nhận|xác nhận|ký tên|\(ký|ký,|thủ trưởng|trong đó"
    r"|^\W*ghi chú|^t\s*[/.]?\s*m\b|^k\s*[/.]?\s*t\b|^tl\.|ngày\b.*tháng\b.*năm|đóng dấu"
    r"|danh sách (này|trên|gồm|có)|^\*|^-{2,}|^(bí thư|chủ tịch|trưởng ban|phó bí thư)$"
)
_FEW = 2
_LONGEST_START = 200


@dataclass(slots=True, kw_only=True)
class RowJudge:
    """Says of one row after another what it is; below a signature nobody follows unnumbered."""

    table: RegisterTable
    merges: Mapping[tuple[int, int], Merge]
    _below: bool = False
    _titles: dict[int, frozenset[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._titles = {column: _parts_of(title) for column, title in self.table.titles.items()}

    def reason(self, row: Row) -> SkipReason | None:
        """Return why a row is nobody's, None when it stands for a person."""
        mapped = {c: row.cells[c] for c in self.table.mapping if c in row.cells}
        if self._is_person(mapped):
            return None
        texts = [_start(value) for value in row.cells.values() if not isinstance(value, Fault)]
        first = next((text for text in texts if text), "")
        if self._is_header(mapped):
            return SkipReason.HEADER
        if _is_total(texts):
            return SkipReason.TOTAL
        if texts and all(_COUNTER.fullmatch(text) for text in texts):
            return SkipReason.NUMBERING
        if self._is_below(row, mapped):
            return SkipReason.NOTE
        if not mapped:
            return SkipReason.NOTE
        return SkipReason.SECTION if self._is_section(row, mapped, first) else None

    def _is_person(self, mapped: Mapping[int, CellValue]) -> bool:
        """Say whether a row surely is a person: numbered and named, or named and born."""
        keys = {self.table.mapping[column] for column in mapped}
        if not keys & NAME_KEYS or self._is_counter(mapped):
            return False
        if keys & _DATES and len(keys) > _FEW:
            return not self._names_header(mapped)
        return any(
            self.table.mapping[column] == NUMBER and _ordinal(value) is not None
            for column, value in mapped.items()
        ) and not _is_total([_start(value) for value in mapped.values()])

    def _names_header(self, mapped: Mapping[int, CellValue]) -> bool:
        names = [column for column in mapped if self.table.mapping[column] in NAME_KEYS]
        return any(self._is_title(column, mapped[column]) for column in names)

    def _is_counter(self, mapped: Mapping[int, CellValue]) -> bool:
        """Say whether a row counts the columns: (1), (2), (3)."""
        names = [mapped[column] for column in mapped if self.table.mapping[column] in NAME_KEYS]
        return all(_COUNTER.fullmatch(_start(value)) for value in names)

    def _is_header(self, mapped: Mapping[int, CellValue]) -> bool:
        """Say whether every filled cell, or the name and one more, repeats the header."""
        same = [column for column, value in mapped.items() if self._is_title(column, value)]
        named = any(self.table.mapping[column] in NAME_KEYS for column in same)
        return bool(same) and (len(same) == len(mapped) or (named and len(same) >= _FEW))

    def _is_title(self, column: int, value: CellValue) -> bool:
        titles = self._titles.get(column, frozenset())
        return isinstance(value, str) and clean_text(value).casefold() in titles

    def _is_below(self, row: Row, mapped: Mapping[int, CellValue]) -> bool:
        """Say whether a row is of the remarks and signatures under the table.

        They begin with words that no name has, in the column of names or where that is empty.
        """
        if len(row.cells) > _FEW + self._below:
            return False
        named = [mapped[column] for column in mapped if self.table.mapping[column] in NAME_KEYS]
        texts = [_start(value).casefold() for value in named or row.cells.values()]
        self._below = self._below or any(map(_BELOW.search, texts))
        return self._below

    def _is_section(self, row: Row, mapped: Mapping[int, CellValue], first: str) -> bool:
        """Say whether a row heads the people that follow: a unit, a kind, a Roman number."""
        keys = {self.table.mapping[column] for column in mapped}
        if not keys <= NAME_KEYS | {NUMBER}:
            return False
        if NUMBER in keys and not keys & NAME_KEYS:
            return not _COUNTER.fullmatch(first)
        numbered = NUMBER in keys and _ROMAN.fullmatch(first) is not None
        wide = any(_is_wide(self.merges.get((row.number, column))) for column in row.cells)
        headed = _HEADED.match(first) is not None
        return numbered or wide or headed or _UNIT.match(first.casefold()) is not None


def section_text(row: Row) -> str:
    """Return what a heading between the people says, without its number."""
    texts = [_start(value) for value in row.cells.values() if not isinstance(value, Fault)]
    words = " ".join(text for text in texts if not _ROMAN.fullmatch(text))
    return re.sub(r"^([IVXL]+|[A-ZĐ]|\d{1,2})\s*[.)/–-]\s*", "", words).strip(" :")


def _start(value: CellValue) -> str:
    """Return how a text begins: what a row is stands there, however long the text may be."""
    return text_of(value)[:_LONGEST_START]


def _ordinal(value: CellValue) -> int | None:
    """Return the number of a line: 7, "7", "7." or "07"."""
    text = text_of(value).rstrip(".)")
    return whole_number(text)


def _is_total(texts: list[str]) -> bool:
    first = next((text for text in texts if text and whole_number(text) is None), "")
    return _TOTAL.match(first.casefold()) is not None or fold(first) in _PLAIN_TOTALS


def _is_wide(merge: Merge | None) -> bool:
    return merge is not None and merge.last_column - merge.first_column >= _FEW


def _parts_of(title: str) -> frozenset[str]:
    return frozenset({title.casefold(), *title.casefold().split(" – ")}) - {""}
