"""The name of a person of a list: put together of its columns, bare of what stands with it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from congress_desk.domain.people.register_layout import NAME, NAMES, NUMBER
from congress_desk.domain.text.family_names import begins_with_family_name
from congress_desk.domain.text.limits import NAME_LIMIT
from congress_desk.domain.text.name_case import name_case
from congress_desk.errors import Problem, problem
from congress_desk.imports.import_problems import shown
from congress_desk.imports.legacy.old_fonts import Trace, trace_of_old_font
from congress_desk.imports.legacy.syllables import foreign_words, is_syllable
from congress_desk.imports.name_cells import NoName, is_stand_in, no_name
from congress_desk.imports.register.cells import gender_value
from congress_desk.imports.register.header import RegisterTable
from congress_desk.imports.register.name_additions import CLERGY, bare_name
from congress_desk.imports.register.row_notes import RowNotes
from congress_desk.imports.register.titles import asks_office, is_other_title
from congress_desk.imports.workbook.cells import text_of
from congress_desk.imports.workbook.sheets import ConvertedCell, Fault, Row

_NO_NAME_CODES = {
    NoName.LOST: "register_name_lost",
    NoName.SEVERAL: "register_name_several",
    NoName.OPEN: "register_name_missing",
}
_FEWEST_LETTERS = 2
BESIDE_NAME = re.compile(
    r"\([^()]*\)|,.*|\b(?:tức|bí danh|còn gọi|thường gọi)\b.*"
    rf"|^{CLERGY}",
    re.IGNORECASE,
)


def _is_phrase(name: str) -> bool:
    """Say whether a text goes on in small letters as no name of a known family does: Rút tên."""
    words = BESIDE_NAME.sub("", name).split()
    small = [word[:1].islower() for word in words]
    return any(small) and not all(small) and not begins_with_family_name(name)


@dataclass(frozen=True, slots=True, kw_only=True)
class NameReader:
    """Reads the names of one table; `addressed` says that it calls its people Ông and Bà."""

    table: RegisterTable
    notes: RowNotes
    converted: Mapping[tuple[int, int], ConvertedCell]
    name_case: bool
    addressed: bool

    @property
    def columns(self) -> tuple[int, ...]:
        """Return the columns of names, the whole name or the surname first."""
        named = [(NAMES.index(k), c) for c, k in self.table.mapping.items() if k in NAMES]
        return tuple(column for _, column in sorted(named))

    def _genders_of(self, columns: Sequence[int]) -> dict[int, str]:
        """Return by column the gender of those named there, where men and women stand apart."""
        titles = {each: self.table.titles.get(each, "").rpartition(" – ")[2] for each in columns}
        said = {column: gender_value(title) for column, title in titles.items()}
        return {column: gender for column, gender in said.items() if gender}

    def read(self, row: Row, found: dict[str, Any]) -> str | Problem:
        """Return the name in its columns, surname first; a name given twice is given once.

        What stands with it, a degree or a gender, goes to `found`.
        """
        columns, parts = self.columns, list[str]()
        column = columns[0]
        apart = self._genders_of(columns) if len(columns) > 1 else {}
        genders = {each: gender for each, gender in apart.items() if each in row.cells}
        if len(genders) > 1:
            said = ", ".join(text_of(row.cells[each]) for each in genders)
            place = self.notes.place_of(row.number, column)
            return problem("register_row_of_two", place, value=shown(said))
        for gender in genders.values():
            found.setdefault("gender", gender)
        for each in columns:
            value = row.cells.get(each)
            if isinstance(value, Fault):
                if self.table.mapping[each] == NAME and len(columns) > 1:
                    continue
                return problem("register_name_fault", self.notes.place_of(row.number, each))
            if value is not None:
                parts.append(self.notes.said(row.number, each, value))
                if self.table.mapping[each] == NAME:
                    column = each
                    break
        place = self.notes.place_of(row.number, column)
        name = bare_name(" ".join(parts), found, addressed=self.addressed)
        if "kind" in found and "kind" not in self.table.mapping.values():
            said = shown(" ".join(parts))
            self.notes.note("register_kind_from_note", row.number, column, value=said)
        above_office = self._above_office(row, column, found)
        name = above_office or name
        if sum(map(str.isalpha, name)) < _FEWEST_LETTERS:
            code = "register_name_unusable" if name else "register_name_missing"
            return problem(code, place, value=shown(" ".join(parts)))
        if len(name) > NAME_LIMIT:
            return problem("register_name_too_long", place, limit=NAME_LIMIT, length=len(name))
        if is_other_title(name):
            return problem("register_name_unusable", place, value=shown(" ".join(parts)))
        why = no_name(above_office or self._as_written(row, column, name))
        if why is not None and why is not NoName.OPEN and self._is_somebody(row, name, len(parts)):
            self.notes.note("register_name_odd", row.number, column, value=shown(name))
        elif why is not None:
            code = _NO_NAME_CODES.get(why, "register_name_unusable")
            return problem(code, place, value=shown(" ".join(parts)))
        if why is None and not name.istitle() and _is_phrase(name):
            self.notes.note("register_name_odd", row.number, column, value=shown(name))
        if any(not is_syllable(word) for word in foreign_words(name)):
            self._doubt(name, row.number, column)
        return self._cased(name, row.number, column)

    def _is_somebody(self, row: Row, name: str, parts: int) -> bool:
        """Say whether a row is a person all the same: one who has a number and a code besides."""
        keys = [self.table.mapping.get(column) for column in row.cells]
        numbered = "code" in keys and NUMBER in keys
        return numbered or (is_stand_in(name) and len(row.cells) > parts)

    def _above_office(self, row: Row, column: int, found: dict[str, Any]) -> str:
        """Return the name of a cell whose next line is an office, a birth or a unit; else ""."""
        value = row.cells.get(column)
        lines = value.strip().splitlines() if isinstance(value, str) else []
        if len(lines) <= 1 or self.table.mapping[column] != NAME or "position" in found:
            return ""
        told: dict[str, Any] = {}
        if asks_office(self.table.titles.get(column, "")):
            name = bare_name(text_of(lines[0]), told, addressed=self.addressed)
            told.setdefault("position", ", ".join(map(text_of, lines[1:])))
        else:
            name = bare_name(", ".join(map(text_of, lines)), told, addressed=self.addressed)
        if not told.keys() & {"position", "born", "delegation"}:
            return ""
        found.update(told)
        return name

    def _as_written(self, row: Row, column: int, name: str) -> str:
        """Return a name with the breaks of its cell: two lines may be two people."""
        value = row.cells.get(column)
        return value.strip() if isinstance(value, str) and "\n" in value else name

    def _cased(self, name: str, row: int, column: int) -> str:
        """Return a name with capitals where they belong: asked for, or lost in an old font."""
        converted = (row, column) in self.converted
        wanted = name
        if converted and not name.isupper():
            wanted = " ".join(word[:1].upper() + word[1:] for word in name.split(" "))
        if self.name_case and name.isupper():
            wanted = name_case(name)
        if converted:
            cell = self.converted[row, column]
            self.notes.convert(row, column, cell.before, wanted, cell.script)
        elif wanted != name:
            self.notes.convert(row, column, name, wanted, "name_case")
        return wanted

    def _doubt(self, name: str, row: int, column: int) -> None:
        if trace_of_old_font(name) is not Trace.NONE:
            self.notes.note("register_name_doubtful", row, column, value=shown(name))
