"""What a row of a list is: a person, or a heading, a total, a numbering, a note under the table."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from congress_desk.domain.people.register_layout import BORN_FEMALE, BORN_MALE, NAMES, NUMBER
from congress_desk.domain.text.clean_text import clean_text, fold
from congress_desk.domain.text.family_names import begins_with_family_name
from congress_desk.imports.dates import date_text
from congress_desk.imports.name_cells import (
    NoName,
    could_be_name,
    is_note,
    is_stand_in,
    is_unit,
)
from congress_desk.imports.register.cells import gender_of_section, kind_of_section
from congress_desk.imports.register.header import RegisterTable
from congress_desk.imports.register.name_additions import (
    bare_name,
    goes_on_small,
    sums_up,
    why_no_name,
)
from congress_desk.imports.register.reading import SkipReason
from congress_desk.imports.register.sections import (
    ROMAN,
    is_count,
    ordinal,
    section_text,
    start_of,
)
from congress_desk.imports.register.titles import EXACT, meaning
from congress_desk.imports.workbook.cells import text_of
from congress_desk.imports.workbook.sheets import CellValue, Fault, Merge, Row

NAME_KEYS = frozenset(NAMES)
_DATES = frozenset({"born", BORN_MALE, BORN_FEMALE, "joined", "official_on"})
_COUNTER = re.compile(r"\(?(\d{1,3}|[a-zA-Z])\)?[.)]?(=[\d+() ]+)?")
# The number of a person, also one within a unit: 7, 1/12, 2.3.
_NUMBERED = re.compile(r"\d+(?:[./-]\d+)*[.)]*")
_HEADED = re.compile(r"(?!Đ[/.][cC]\b)([IVXL]+|[A-ZĐ])\s*[.)/–-]\s*\S")
_BULLET = re.compile(r"[*+•–-]+")
_SHARE = re.compile(r"\d+(?:[.,]\d+)?\s*%")
# What stands for a number in the row that shows how a list is to be filled in.
_EXAMPLES = frozenset({"vd", "vidu", "mau", "dongmau", "example"})
_NUMBER_HEADS = frozenset({"stt", "tt", "số tt", "số thứ tự", "no.", "no"})
# Where a unit alone in its row heads people: in no column that could say it of somebody.
_ASIDE = frozenset({"born", "note", "gender", "joined", "ethnic", BORN_MALE, BORN_FEMALE})
# Texts that may go on in the next row.
_LONG_TEXTS = frozenset({"delegation", "position", "hometown", "degree"})
_FEW = 2


@dataclass(slots=True, kw_only=True)
class RowJudge:
    """Says of one row after another what it is; below a signature nobody follows unnumbered.

    `rows` are all rows of the list: after the last person nothing heads people, unless another
    list follows.
    """

    table: RegisterTable
    merges: Mapping[tuple[int, int], Merge]
    rows: Sequence[Row] = ()
    followed: bool = False
    _below: bool = False
    _titles: dict[int, frozenset[str]] = field(default_factory=dict)
    _last: int = 0
    _last_sure: int = 0
    _numbered: bool = False
    _headed: bool = False
    _beyond: bool = False

    def __post_init__(self) -> None:
        self._titles = {column: _parts_of(title) for column, title in self.table.titles.items()}
        mapped = [(row.number, self._mapped(row)) for row in self.rows]
        sure = [(number, cells) for number, cells in mapped if self._is_sure(cells)]
        self._last = max((number for number, cells in mapped if self._may_be(cells)), default=0)
        if self.followed and self.rows:
            self._last = self.rows[-1].number + 1
        numbered = sum(self._is_numbered(cells) for _, cells in sure)
        self._numbered = bool(sure) and 2 * numbered > len(sure)
        self._last_sure = max((number for number, _ in sure), default=0)
        self._headed = bool(self.rows) and self._is_alone(self.rows[0])

    def reason(self, row: Row) -> SkipReason | None:
        """Return why a row is nobody's, None when it stands for a person, or should."""
        mapped = self._mapped(row)
        self._beyond = self._beyond or self._heads_other(mapped)
        if self._beyond:
            return SkipReason.NOTE
        again = row.number == self.table.last_row + 1 and self._says_header_again(mapped)
        if again or self._is_header(mapped):
            return SkipReason.HEADER
        if self._is_example(mapped):
            return SkipReason.NOTE
        if self._is_sure(mapped):
            return None
        texts = [start_of(value) for value in row.cells.values() if not isinstance(value, Fault)]
        words = [text for text in texts if text and not _NUMBERED.fullmatch(text)]
        if self._heads_a_gender(row, texts):
            return SkipReason.SECTION
        if words and not self._is_person_like(mapped) and sums_up(words[0]):
            return SkipReason.TOTAL
        if texts and all(_COUNTER.fullmatch(text) for text in texts):
            return SkipReason.NUMBERING
        if self._is_below(row, mapped, words):
            return SkipReason.NOTE
        if not mapped:
            return SkipReason.NOTE
        if self._goes_on_from_last(row, mapped):
            return SkipReason.UNCLEAR
        if self._is_section(row, mapped, words):
            return SkipReason.SECTION if row.number < self._last else SkipReason.NOTE
        if self._is_stray(row, mapped, words):
            named = could_be_name(bare_name(self._name_of(mapped), {}, addressed=True))
            return SkipReason.UNCLEAR if named else SkipReason.NOTE
        unclear = self._is_unclear(row, words) or self._is_rest_of_name(row, mapped)
        return SkipReason.UNCLEAR if unclear else None

    def _heads_a_gender(self, row: Row, texts: Sequence[str]) -> bool:
        """Say whether a row is the word for men or women alone, with people below it.

        Only a numbered one (I. NỮ: 12) may count them: without its number that is a sum.
        """
        numbered = bool(texts) and bool(ROMAN.fullmatch(texts[0]) or _HEADED.match(texts[0]))
        alone = row.number < self._last and len(texts) == len(row.cells)
        text = section_text(row) if numbered else texts[0] if len(texts) == 1 else ""
        return alone and gender_of_section(text) is not None

    def _mapped(self, row: Row) -> dict[int, CellValue]:
        return {c: row.cells[c] for c in self.table.mapping if c in row.cells}

    def _name_of(self, mapped: Mapping[int, CellValue]) -> str:
        """Return what stands in the columns of names."""
        values = [mapped[c] for c in mapped if self.table.mapping[c] in NAME_KEYS]
        return " ".join(start_of(value) for value in values if not isinstance(value, Fault))

    def _is_numbered(self, mapped: Mapping[int, CellValue]) -> bool:
        return any(
            self.table.mapping[column] == NUMBER and ordinal(value) is not None
            for column, value in mapped.items()
        )

    def _is_sure(self, mapped: Mapping[int, CellValue]) -> bool:
        """Say whether a row surely is a person: numbered and named, or named and born."""
        name = self._name_of(mapped)
        if not name or self._is_counter(mapped):
            return False
        coded = any(self.table.mapping[column] == "code" for column in mapped)
        odd = coded or (is_stand_in(name) and len(mapped) > _FEW)
        if why_no_name(name) is not None and not (odd and self._is_numbered(mapped)):
            return False
        return self._is_numbered(mapped) or self._is_person_like(mapped)

    def _may_be(self, mapped: Mapping[int, CellValue]) -> bool:
        """Say whether a row has a name and something beside it."""
        name = self._name_of(mapped)
        return len(mapped) > 1 and why_no_name(name) is None and not self._is_counter(mapped)

    def _is_person_like(self, mapped: Mapping[int, CellValue]) -> bool:
        """Say whether a row gives a date, as a sum of people does not, and something more."""
        return len(mapped) > _FEW and self._is_dated(mapped)

    def _is_dated(self, mapped: Mapping[int, CellValue]) -> bool:
        return any(
            self.table.mapping[column] in _DATES and date_text(value, birth=True) is not None
            for column, value in mapped.items()
        )

    def _is_counter(self, mapped: Mapping[int, CellValue]) -> bool:
        """Say whether a row counts the columns: (1), (2), (3)."""
        names = [mapped[column] for column in mapped if self.table.mapping[column] in NAME_KEYS]
        return all(_COUNTER.fullmatch(start_of(value)) for value in names)

    def _is_example(self, mapped: Mapping[int, CellValue]) -> bool:
        """Say whether a row shows how to fill in the list: "VD" for its number, or all in brackets.

        A name that is to come stands in brackets too: (khuyết).
        """
        for column, value in mapped.items():
            number = self.table.mapping[column] == NUMBER
            if number and isinstance(value, str) and fold(value) in _EXAMPLES:
                return True
        if not self._name_of(mapped).startswith("(") or len(mapped) == 1:
            return False
        said = [start_of(value) for value in mapped.values() if not isinstance(value, Fault)]
        aside = all(text.startswith("(") and text.endswith(")") for text in said)
        counts = all(map(_COUNTER.fullmatch, said))
        return aside and not counts and why_no_name(self._name_of(mapped)) is NoName.MARKED

    def _is_header(self, mapped: Mapping[int, CellValue]) -> bool:
        """Say whether every filled cell, or the name and one more, repeats the header."""
        same = [column for column, value in mapped.items() if self._is_title(column, value)]
        named = any(self.table.mapping[column] in NAME_KEYS for column in same)
        heads = any(
            self.table.mapping[c] == NUMBER and start_of(v).casefold() in _NUMBER_HEADS
            for c, v in mapped.items()
        )
        if heads and len(mapped) > 1:
            return True
        return bool(same) and (len(same) == len(mapped) or (named and len(same) >= _FEW))

    def _heads_other(self, mapped: Mapping[int, CellValue]) -> bool:
        """Say whether a table of units begins here, with no names: STT, Đơn vị, Số lượng."""
        numbers = [start_of(v) for c, v in mapped.items() if self.table.mapping[c] == NUMBER]
        key, sure, _ = meaning("", self._name_of(mapped))
        units = key == "delegation" and sure >= EXACT
        return units and any(text.casefold() in _NUMBER_HEADS for text in numbers)

    def _is_title(self, column: int, value: CellValue) -> bool:
        titles = self._titles.get(column, frozenset())
        return isinstance(value, str) and clean_text(value).casefold() in titles

    def _says_header_again(self, mapped: Mapping[int, CellValue]) -> bool:
        """Say whether a row right below the header says it in another language."""
        said = {column: meaning("", text_of(value)) for column, value in mapped.items()}
        same = [c for c, (key, sure, _) in said.items() if (key, sure) == self._heading(c)]
        return len(same) >= _FEW and any(self.table.mapping[c] in NAME_KEYS for c in same)

    def _heading(self, column: int) -> tuple[str, int]:
        return self.table.mapping[column], EXACT

    def _is_below(self, row: Row, mapped: Mapping[int, CellValue], words: Sequence[str]) -> bool:
        """Say whether a row is of the remarks and signatures under the table.

        They begin with words that no name has, in the column of names or where that is empty.
        """
        numbers = (start_of(v) for c, v in mapped.items() if self.table.mapping[c] == NUMBER)
        signed = any(is_note(text) and not _BULLET.fullmatch(text) for text in numbers)
        if self._is_numbered(mapped) or (len(row.cells) > _FEW + self._below and not signed):
            return False
        # "I. Ban Tổ chức" heads people, as a unit below a signature does where people follow.
        headed = ROMAN.fullmatch(start_of(next(iter(row.cells.values()))))
        heads = headed or (self._below and any(map(is_unit, words[:1])))
        if heads and row.number < self._last_sure:
            self._below = False
            return False
        name = self._name_of(mapped)
        self._below = self._below or signed or any(map(is_note, [name] if name else words))
        return self._below

    def _is_section(self, row: Row, mapped: Mapping[int, CellValue], words: Sequence[str]) -> bool:
        """Say whether a row heads the people that follow: a unit, a kind, a Roman number.

        Beside it there may be counts of those people, or a letter: a | Khách cấp trên.
        """
        keys = {self.table.mapping[column] for column in mapped}
        others = [v for c, v in mapped.items() if self.table.mapping[c] not in NAME_KEYS | {NUMBER}]
        if self._is_numbered_heading(row, keys):
            return True
        said = section_text(row)
        aside = keys <= _ASIDE and is_unit(words[0] if words else "")
        kind = not keys & NAME_KEYS and kind_of_section(said) is not None
        if len(row.cells) == 1 and (aside or kind):
            return True
        if not all(is_count(value) for value in others):
            return False
        first = start_of(next(iter(row.cells.values())))
        if NUMBER in keys and not keys & NAME_KEYS:
            return bool(words) and not _COUNTER.fullmatch(first)
        wide = any(_is_wide(self.merges.get((row.number, column))) for column in row.cells)
        text = words[-1] if words else first
        letter = self._numbered and len(first) == 1 and first.isalpha()
        lettered = letter and not begins_with_family_name(text)
        numbered = NUMBER in keys and (lettered or bool(ROMAN.fullmatch(first)))
        if numbered or is_unit(text) or is_unit(said) or (words and is_unit(words[0])):
            return True
        if self._is_numbered(mapped):
            return False
        headed = _HEADED.match(words[0] if words else first) is not None
        return wide or headed or self._stands_alone(row, mapped, text)

    def _is_numbered_heading(self, row: Row, keys: set[str]) -> bool:
        """Say whether a row is a Roman number and one text, beside the column of names."""
        first = start_of(next(iter(row.cells.values())))
        alone = len(row.cells) == _FEW and NUMBER in keys and not keys & NAME_KEYS
        return alone and ROMAN.fullmatch(first) is not None

    def _stands_alone(self, row: Row, mapped: Mapping[int, CellValue], text: str) -> bool:
        """Say whether a text alone in its row, among numbered people, begins as no name does."""
        if not self._is_alone(row) or not mapped or self._is_unclear(row, [text]):
            return False
        return self._headed or not begins_with_family_name(text) or goes_on_small(text)

    def _is_alone(self, row: Row) -> bool:
        """Say whether a row among numbered people is one text without a number."""
        return len(row.cells) == 1 and self._numbered and not self._is_numbered(self._mapped(row))

    def _is_unclear(self, row: Row, words: Sequence[str]) -> bool:
        """Say whether a text alone in the column of names may be the rest of the name above it.

        Where a column tells the units, it heads nobody; it begins as no whole name does.
        """
        told = {"delegation", "kind"} & set(self.table.mapping.values())
        text = words[0] if words else ""
        return (
            bool(told)
            and self._is_alone(row)
            and row.number < self._last
            and text.istitle()
            and not begins_with_family_name(text)
            and not is_unit(text)
            and kind_of_section(text) is None
        )

    def _is_rest_of_name(self, row: Row, mapped: Mapping[int, CellValue]) -> bool:
        """Say whether an unnumbered row among numbered people has one word for a name.

        It is the rest of a person written over two rows.
        """
        if not self._numbered or self._is_numbered(mapped) or row.number >= self._last:
            return False
        return len(self._name_of(mapped).split()) == 1

    def _goes_on_from_last(self, row: Row, mapped: Mapping[int, CellValue]) -> bool:
        """Say whether right below the last person stand the ends of two of its texts."""
        others = {self.table.mapping[c] for c in mapped} & _LONG_TEXTS
        return row.number == self._last_sure + 1 and len(others) == len(row.cells) == _FEW

    def _is_stray(self, row: Row, mapped: Mapping[int, CellValue], words: Sequence[str]) -> bool:
        """Say whether a row below all people, unnumbered and of a cell or two, is nobody's."""
        few = len(row.cells) <= _FEW and not self._is_numbered(mapped)
        if self._is_figure(row, mapped):
            return True
        if not few or row.number < self._last or self._is_dated(mapped):
            return False
        name = self._name_of(mapped)
        return self._numbered or not name or why_no_name(name) is not None

    def _is_figure(self, row: Row, mapped: Mapping[int, CellValue]) -> bool:
        """Say whether a row below all numbered people is a text with its number, or a share."""
        if not self._numbered or row.number < self._last_sure or self._is_numbered(mapped):
            return False
        others = [v for c, v in mapped.items() if self.table.mapping[c] not in NAME_KEYS]
        return bool(others) and all(
            is_count(value) or _SHARE.fullmatch(start_of(value)) for value in others
        )


def _is_wide(merge: Merge | None) -> bool:
    return merge is not None and merge.last_column - merge.first_column >= _FEW


def _parts_of(title: str) -> frozenset[str]:
    return frozenset({title.casefold(), *title.casefold().split(" – ")}) - {""}
