"""One row of a list as a person: what it gives, what is blank, what cannot be taken and why."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from congress_desk.domain.people.person import Person, PersonKind
from congress_desk.domain.people.register_layout import (
    BORN_FEMALE,
    BORN_MALE,
    COLUMNS,
    GROUP,
    MARKS,
    NUMBER,
)
from congress_desk.domain.people.register_matching import RegisterLine
from congress_desk.domain.setup.layout import NAME_LIMIT
from congress_desk.domain.setup.words import STATUS_DOUBTFUL
from congress_desk.domain.text.clean_text import fold, has_invisible
from congress_desk.domain.text.name_case import name_case
from congress_desk.errors import Place, Problem, problem
from congress_desk.imports.import_problems import shown
from congress_desk.imports.legacy.old_fonts import Trace, trace_of_old_font
from congress_desk.imports.legacy.syllables import foreign_words, is_syllable
from congress_desk.imports.register.cells import (
    CHOICES,
    MAY_DENY,
    READERS,
    date_value,
    is_mark,
    is_nothing,
    kind_of_note,
    tells_absence,
)
from congress_desk.imports.register.header import RegisterTable
from congress_desk.imports.register.reading import Conversion
from congress_desk.imports.register.rows import NAME_KEYS
from congress_desk.imports.workbook.cells import text_of
from congress_desk.imports.workbook.sheets import (
    CellValue,
    ConvertedCell,
    Fault,
    Row,
    column_letter,
)

_BEFORE_NAME = re.compile(
    r"^(\d{1,4}\s*[.)/-]\s*)?((đ/c|đ\.c|đc\.|đồng chí)[.:]?\s+)?", re.IGNORECASE
)
_DOUBTFUL_STATUS = fold(STATUS_DOUBTFUL)
_DATES = frozenset({"born", "joined", "official_on"})
_FEWEST_LETTERS = 2
_NOT_FIELDS = NAME_KEYS | {NUMBER, GROUP, BORN_MALE, BORN_FEMALE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """What the last heading between the people says of those below it."""

    kind: PersonKind | None = None
    delegation: str = ""


@dataclass(slots=True, kw_only=True)
class PersonReader:
    """Reads rows; notes and conversions gather in the order of the rows."""

    table: RegisterTable
    place: Place
    converted: Mapping[tuple[int, int], ConvertedCell]
    name_case: bool
    women_marked: bool
    section: Section = Section()
    notes: list[Problem] = field(default_factory=list)
    conversions: list[Conversion] = field(default_factory=list)
    _columns: tuple[tuple[int, str], ...] = ()
    _names: tuple[int, ...] = ()
    _births: tuple[int, ...] = ()
    _fields: frozenset[str] = frozenset()
    _in_group: list[int] = field(default_factory=list)
    _taken_for_men: list[int] = field(default_factory=list)

    def turn_to(self, table: RegisterTable, *, women_marked: bool) -> None:
        """Read the rows that follow by the columns of this table."""
        self.table, self.women_marked = table, women_marked
        self._in_group, self._taken_for_men = [], []
        mapping = table.mapping
        self._names = tuple(column for column, key in mapping.items() if key in NAME_KEYS)
        self._births = tuple(column for column, key in mapping.items() if key == "born")
        self._columns = tuple((c, k) for c, k in mapping.items() if k not in NAME_KEYS | {NUMBER})
        marked = {MARKS[key][0] for key in mapping.values() if key in MARKS}
        self._fields = frozenset(set(mapping.values()) - _NOT_FIELDS - MARKS.keys()) | marked

    def __post_init__(self) -> None:
        self.turn_to(self.table, women_marked=self.women_marked)

    def read(self, row: Row) -> RegisterLine | Problem:
        """Return the person of a row, or why nobody can be made of it."""
        name = self._name(row)
        if isinstance(name, Problem):
            return name
        found = self._cells(row)
        self._complete(found, row.number)
        given = frozenset(found)
        return RegisterLine(
            row=row.number,
            person=Person(code=found.pop("code", ""), name=name, **found),
            given=given | {"name"},
            blank=self._fields - given,
            place=self.place_of(row.number, self._names[0]),
        )

    def _cells(self, row: Row) -> dict[str, Any]:
        """Return what the cells of a row say, by field; of one that says nothing a note tells."""
        found: dict[str, Any] = {}
        for column, key in self._columns:
            value = row.cells.get(column)
            if value is None:
                continue
            if isinstance(value, Fault):
                self._tell_fault(value, row.number, column)
                continue
            if key in MARKS:
                self._take_mark(found, row.number, column, key, value)
            elif key in READERS:
                self._take_value(found, row, column, key, value)
            else:
                self._take_text(found, row.number, column, key, value)
            if (row.number, column) in self.converted:
                cell = self.converted[row.number, column]
                self._convert(row.number, column, cell.before, text_of(value), cell.script)
        return found

    def place_of(self, row: int, column: int = 0) -> Place:
        """Return the place of a row, or of one of its cells."""
        name = ""
        if column:
            title = shown(self.table.titles.get(column, ""))
            name = f"{column_letter(column)} – {title}" if title else column_letter(column)
        return Place(file=self.place.file, sheet=self.place.sheet, row=row, column=name)

    def note(self, code: str, row: int, column: int, **params: str | int) -> None:
        """Add a note on one cell."""
        self.notes.append(Problem(code=code, params=params, place=self.place_of(row, column)))

    def tell_of_columns(self) -> None:
        """Note what holds of a whole column: groups that are formed elsewhere, men by no mark."""
        if self._in_group:
            first, cells = self._in_group[0], len(self._in_group)
            self.note("register_group_not_taken", first, self._column(GROUP), cells=cells)
        if self._taken_for_men:
            first, cells = self._taken_for_men[0], len(self._taken_for_men)
            self.note("register_men_unmarked", first, self._column(BORN_FEMALE), cells=cells)

    def _name(self, row: Row) -> str | Problem:
        """Return the name in its columns, surname first; a name given twice is given once."""
        column, parts = self._names[0], list[str]()
        for each in self._names:
            value = row.cells.get(each)
            if isinstance(value, Fault):
                return problem("register_name_fault", self.place_of(row.number, each))
            if value is not None and text_of(value) not in (parts or [""])[-1].split(" ")[-1:]:
                parts.append(self._said(row.number, each, value))
        name = _BEFORE_NAME.sub("", " ".join(parts)).strip(" .,;:-–*")
        place = self.place_of(row.number, column)
        if sum(map(str.isalpha, name)) < _FEWEST_LETTERS:
            code = "register_name_unusable" if name else "register_name_missing"
            return problem(code, place, value=shown(" ".join(parts)))
        if len(name) > NAME_LIMIT:
            return problem("register_name_too_long", place, limit=NAME_LIMIT, length=len(name))
        if any(not is_syllable(word) for word in foreign_words(name)):
            self._doubt(name, row.number, column)
        return self._cased(name, row.number, column)

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
            self._convert(row, column, cell.before, wanted, cell.script)
        elif wanted != name:
            self._convert(row, column, name, wanted, "name_case")
        return wanted

    def _tell_fault(self, fault: Fault, row: int, column: int) -> None:
        if fault is Fault.NO_VALUE:
            self.note("register_cell_without_value", row, column)
        else:
            self.note("register_cell_error", row, column)

    def _doubt(self, name: str, row: int, column: int) -> None:
        if trace_of_old_font(name) is not Trace.NONE:
            self.note("register_name_doubtful", row, column, value=shown(name))

    def _said(self, row: int, column: int, value: CellValue) -> str:
        """Return the text of a cell on one line; what was invisible in it is told."""
        text = text_of(value)
        if isinstance(value, str) and not value.isprintable() and has_invisible(value):
            self.note("register_invisible_removed", row, column, value=shown(text))
        return text

    def _take_text(
        self, found: dict[str, Any], row: int, column: int, key: str, value: CellValue
    ) -> None:
        text = self._said(row, column, value)
        if key == GROUP:
            self._in_group.append(row)
            return
        limit = COLUMNS[key].limit
        if len(text) > limit:
            self.note("register_cell_too_long", row, column, limit=limit, length=len(text))
        elif key in found and text != found[key]:
            found[key] = f"{found[key]}, {text}"[:limit]
        elif text:
            found[key] = text

    def _take_value(
        self, found: dict[str, Any], row: Row, column: int, key: str, value: CellValue
    ) -> None:
        if key == "born" and len(self._births) > 1:
            if column != min(c for c in self._births if c in row.cells):
                return
            value = "/".join(text_of(row.cells[c]) for c in self._births if c in row.cells)
        result = READERS[key](value)
        if result is not None and not (key in MAY_DENY and is_nothing(value)):
            found[key] = result
            if key == "status" and fold(text_of(value)) == _DOUBTFUL_STATUS:
                self.note("register_status_doubtful", row.number, column)
        elif not is_nothing(value):
            code = "register_date_unknown" if key in _DATES else "register_word_unknown"
            self.note(
                code,
                row.number,
                column,
                value=shown(text_of(value)),
                choices=CHOICES.get(key, ""),
            )

    def _take_mark(
        self, found: dict[str, Any], row: int, column: int, key: str, value: CellValue
    ) -> None:
        """Take a tick, or under "Nam" and "Nữ" a date of birth, which tells the gender too."""
        name, meant = MARKS[key]
        born = date_value(value) if name == "gender" else None
        if born:
            found["born"] = born
        elif is_nothing(value):
            return
        elif not is_mark(value) and fold(text_of(value)) not in self._words_of(column, meant):
            self.note("register_mark_unknown", row, column, value=shown(text_of(value)))
            if name != "gender":
                return
        if found.setdefault(name, meant) != meant:
            self.note("register_marks_differ", row, column)

    def _words_of(self, column: int, meant: object) -> frozenset[str]:
        title = self.table.titles.get(column, "").rpartition(" – ")[2]
        return frozenset({fold(title), fold(str(meant))})

    def _complete(self, found: dict[str, Any], row: int) -> None:
        """Add what no column of its own says: headings, the note, and the mark that is missing."""
        note = found.get("note", "")
        if "kind" not in self._fields:
            kind = kind_of_note(note) if note else None
            if kind:
                self.note("register_kind_from_note", row, self._column("note"), value=shown(note))
            if kind or self.section.kind:
                found["kind"] = kind or self.section.kind
        if self.section.delegation and "delegation" not in self._fields:
            found["delegation"] = self.section.delegation
        if note and "status" not in found and tells_absence(note):
            self.note("register_absence_in_note", row, self._column("note"), value=shown(note))
        if self.women_marked and "gender" not in found:
            found["gender"] = "nam"
            self._taken_for_men.append(row)

    def _column(self, key: str) -> int:
        return next(column for column, known in self._columns if known == key)

    def _convert(self, row: int, column: int, before: str, after: str, how: str) -> None:
        self.conversions.append(
            Conversion(
                place=self.place_of(row, column),
                before=before[:NAME_LIMIT],
                after=after[:NAME_LIMIT],
                how=how,
            )
        )
