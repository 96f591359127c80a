"""One row of a list as a person: what it gives, what is blank, what cannot be taken and why."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from congress_desk.domain.people.person import Person, PersonKind
from congress_desk.domain.people.register_layout import (
    ANSWERED,
    BORN_FEMALE,
    BORN_MALE,
    COLUMNS,
    GROUP,
    MARKS,
    NUMBER,
)
from congress_desk.domain.people.register_matching import RegisterLine
from congress_desk.domain.setup.words import STATUS_DOUBTFUL
from congress_desk.domain.text.clean_text import fold
from congress_desk.domain.text.limits import TEXT_LIMIT
from congress_desk.errors import Place, Problem
from congress_desk.imports.dates import (
    DateCell,
    DateRead,
    joined_date,
    part_of_title,
    read_date,
    short_year_of_birth,
    two_dates,
)
from congress_desk.imports.import_problems import shown
from congress_desk.imports.register.cells import (
    CHOICES,
    MAY_DENY,
    NO_ANSWER,
    READERS,
    gender_codes,
    gender_of_note,
    is_ditto,
    is_mark,
    is_nothing,
    is_sign,
    is_unknown,
    kind_of_note,
    tells_absence,
    tidied,
)
from congress_desk.imports.register.columns import answer_of
from congress_desk.imports.register.header import RegisterTable
from congress_desk.imports.register.person_name import NameReader
from congress_desk.imports.register.row_notes import RowNotes
from congress_desk.imports.register.rows import NAME_KEYS
from congress_desk.imports.workbook.cells import text_of
from congress_desk.imports.workbook.sheets import (
    CellValue,
    ConvertedCell,
    Fault,
    Row,
)

_DOUBTFUL_STATUS = fold(STATUS_DOUBTFUL)
_BOTH = re.compile(r"\s*[/,;]\s*|\s+[-–]\s+")
_DATES = frozenset({"born", "joined", "official_on"})
_MEMBERSHIP = ("joined", "official_on")
_OTHER_GENDER = {"nam": "nữ", "nữ": "nam"}
_NOT_FIELDS = NAME_KEYS | {NUMBER, GROUP, BORN_MALE, BORN_FEMALE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """What the last heading between the people says of those below it, by the names of columns."""

    kind: PersonKind | None = None
    delegation: str = ""
    gender: str = ""


@dataclass(slots=True, kw_only=True)
class PersonReader:
    """Reads rows; `notes` gather in the order of the rows."""

    table: RegisterTable
    place: Place
    converted: Mapping[tuple[int, int], ConvertedCell]
    name_case: bool
    women_marked: bool
    section: Section = Section()
    notes: RowNotes = field(init=False)
    _name: NameReader = field(init=False)
    _columns: tuple[tuple[int, str], ...] = ()
    _dates: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    _answers: Mapping[int, str] = field(default_factory=dict)
    _codes: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    _above: dict[int, CellValue] = field(default_factory=dict)
    _short_years: dict[int, list[int]] = field(default_factory=dict)
    _fields: frozenset[str] = frozenset()
    _in_group: list[int] = field(default_factory=list)
    _taken_for_men: list[int] = field(default_factory=list)

    def turn_to(self, table: RegisterTable, *, women_marked: bool, addressed: bool = False) -> None:
        """Read the rows that follow by the columns of this table; `addressed` as Ông and Bà."""
        self.table, self.women_marked = table, women_marked
        self.notes.table = table
        self._name = NameReader(
            table=table,
            notes=self.notes,
            converted=self.converted,
            name_case=self.name_case,
            addressed=addressed,
        )
        self._in_group, self._taken_for_men, self._above, self._short_years = [], [], {}, {}
        mapping = table.mapping
        self._dates = {
            key: tuple(column for column, known in mapping.items() if known == key)
            for key in _DATES & set(mapping.values())
        }
        titles = {c: table.titles.get(c, "") for c, k in mapping.items() if k == "gender"}
        self._codes = {c: gender_codes(title) for c, title in titles.items()}
        self._answers = {c: answer_of(table, c) for c, k in mapping.items() if k in ANSWERED}
        self._columns = tuple((c, k) for c, k in mapping.items() if k not in NAME_KEYS | {NUMBER})
        marked = {MARKS[key][0] for key in mapping.values() if key in MARKS}
        self._fields = frozenset(set(mapping.values()) - _NOT_FIELDS - MARKS.keys()) | marked

    def __post_init__(self) -> None:
        self.notes = RowNotes(table=self.table, place=self.place)
        self.turn_to(self.table, women_marked=self.women_marked)

    def read(self, row: Row) -> RegisterLine | Problem:
        """Return the person of a row, or why nobody can be made of it."""
        found: dict[str, Any] = {}
        name = self._name.read(row, found)
        if isinstance(name, Problem):
            return name
        found |= self._cells(row)
        self._complete(found, row.number)
        given = frozenset(found)
        return RegisterLine(
            row=row.number,
            person=Person(code=found.pop("code", ""), name=name, **found),
            given=given | {"name"},
            blank=self._fields - given,
            place=self.notes.place_of(row.number, self._name.columns[0]),
        )

    def _cells(self, row: Row) -> dict[str, Any]:
        """Return what the cells of a row say, by field; of one that says nothing a note tells."""
        found: dict[str, Any] = {}
        for column, key in self._columns:
            value = self._value(row, column)
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
                self.notes.convert(row.number, column, cell.before, text_of(value), cell.script)
        return found

    def _value(self, row: Row, column: int) -> CellValue | None:
        """Return the value of a cell; one that says "the same" says what stands above it."""
        value = row.cells.get(column)
        if value is not None and is_ditto(value):
            return self._above.get(column)
        if value is not None and is_unknown(value):
            return None
        if value is not None and not is_sign(value):
            self._above[column] = value
        return value

    def tell_of_columns(self) -> None:
        """Note what holds of a whole column: groups that are formed elsewhere, men by no mark."""
        if self._in_group:
            first, cells = self._in_group[0], len(self._in_group)
            self.notes.note("register_group_not_taken", first, self._column(GROUP), cells=cells)
        if self._taken_for_men:
            first, cells = self._taken_for_men[0], len(self._taken_for_men)
            self.notes.note("register_men_unmarked", first, self._column(BORN_FEMALE), cells=cells)
        for column, rows in self._short_years.items():
            self.notes.note("register_short_years", rows[0], column, cells=len(rows))

    def _tell_fault(self, fault: Fault, row: int, column: int) -> None:
        empty = fault is Fault.NO_VALUE
        self.notes.note(
            "register_cell_without_value" if empty else "register_cell_error", row, column
        )

    def _take_text(
        self, found: dict[str, Any], row: int, column: int, key: str, value: CellValue
    ) -> None:
        text = self.notes.said(row, column, value)
        if key == GROUP:
            self._in_group.append(row)
            return
        if key in NO_ANSWER and is_nothing(value) or (not fold(text) and not is_mark(value)):
            return
        text = tidied(key, text, value)
        if key in ANSWERED:
            if is_mark(value):
                if not self._answers[column]:
                    if not isinstance(value, int) and not text.isdecimal():
                        self.notes.note(
                            "register_mark_without_word", row, column, value=shown(text)
                        )
                        return
                else:
                    text = self._answers[column]
            elif self._answers[column] and is_nothing(value):
                return
        if key == "ethnic" and "tongiao" in fold(self.table.titles.get(column, "")):
            # One column for both: "Kinh/Không", "Khmer - Phật giáo".
            text, _, religion = (part.strip() for part in _BOTH.sub("\n", text, 1).partition("\n"))
            found |= {"religion": religion} if religion and len(religion) <= TEXT_LIMIT else {}
        limit = COLUMNS[key].limit
        if len(text) > limit:
            self.notes.note("register_cell_too_long", row, column, limit=limit, length=len(text))
        elif key in found and text != found[key]:
            found[key] = f"{found[key]}, {text}"[:limit]
        elif text:
            found[key] = text

    def _take_value(
        self, found: dict[str, Any], row: Row, column: int, key: str, value: CellValue
    ) -> None:
        if key in _DATES:
            self._take_date(found, row, column, key)
            return
        codes = self._codes.get(column)
        result = codes.get(text_of(value)) if codes else READERS[key](value)
        if result is not None and not (key in MAY_DENY and is_nothing(value)):
            found[key] = result
            if key == "status" and fold(text_of(value)) == _DOUBTFUL_STATUS:
                self.notes.note("register_status_doubtful", row.number, column)
        elif not is_nothing(value):
            self.notes.note(
                "register_word_unknown",
                row.number,
                column,
                field=key,
                value=shown(text_of(value)),
                choices=CHOICES.get(key, ""),
            )

    def _take_date(self, found: dict[str, Any], row: Row, column: int, key: str) -> None:
        """Take a date; of several columns that hold it together only once."""
        filled = [c for c in self._dates[key] if c in row.cells]
        cells = [
            DateCell(part=part_of_title(self.table.titles.get(c, "")), value=value)
            for c in filled
            if (value := self._value(row, c)) is not None
        ]
        if column != filled[0] or not cells:
            return
        birth = key == "born"
        if not birth and len(cells) == 1 and (both := two_dates(cells[0].value)):
            self._take_both(found, key, both)
            return
        if len(cells) > 1:
            result, differ = joined_date(cells, birth=birth)
        else:
            result, differ = read_date(cells[0].value, birth=birth), False
            if result is None and birth:
                title = self.table.titles.get(filled[0], "")
                result = short_year_of_birth(cells[0].value, title)
        if result is not None:
            found[key] = result.text
            self._tell_of_date(result, row, column, differ=differ)
        elif not all(is_nothing(cell.value) or is_sign(cell.value) for cell in cells):
            said = "/".join(text_of(cell.value) for cell in cells)
            self.notes.note("register_date_unknown", row.number, column, value=shown(said))

    def _take_both(self, found: dict[str, Any], key: str, dates: tuple[DateRead, DateRead]) -> None:
        """Take the dates of one cell: joined, and a full member later; another column's stands."""
        for each, date in zip(_MEMBERSHIP, dates, strict=True):
            if each == key or each not in self._fields:
                found[each] = date.text

    def _tell_of_date(self, result: DateRead, row: Row, column: int, *, differ: bool) -> None:
        if differ:
            self.notes.note("register_dates_differ", row.number, column)
        if result.month_first:
            said = shown(text_of(row.cells[column]))
            self.notes.note("register_date_month_first", row.number, column, value=said)
        if result.short_year:
            self._short_years.setdefault(column, []).append(row.number)

    def _take_mark(
        self, found: dict[str, Any], row: int, column: int, key: str, value: CellValue
    ) -> None:
        """Take a tick, or under "Nam" and "Nữ" a date of birth, which tells the gender too."""
        name, meant = MARKS[key]
        result = read_date(value, birth=True) if name == "gender" else None
        if result:
            found["born"] = result.text
            if result.short_year:
                self._short_years.setdefault(column, []).append(row)
        elif is_nothing(value):
            self._take_denial(found, key, meant)
            return
        elif not is_mark(value) and fold(text_of(value)) not in self._words_of(column, meant):
            self.notes.note("register_mark_unknown", row, column, value=shown(text_of(value)))
            if name != "gender":
                return
        if found.setdefault(name, meant) != meant:
            self.notes.note("register_marks_differ", row, column)

    def _take_denial(self, found: dict[str, Any], key: str, meant: object) -> None:
        """Take a "no" under "Nữ" for a man where no column of men could say so."""
        others = {BORN_MALE, BORN_FEMALE, "gender"} - {key}
        if key in (BORN_MALE, BORN_FEMALE) and not others & set(self.table.mapping.values()):
            found.setdefault("gender", _OTHER_GENDER[str(meant)])

    def _words_of(self, column: int, meant: object) -> frozenset[str]:
        title = self.table.titles.get(column, "").rpartition(" – ")[2]
        return frozenset({fold(title), fold(str(meant))})

    def _complete(self, found: dict[str, Any], row: int) -> None:
        """Add what no column of its own says: headings, the note, and the mark that is missing."""
        note = found.get("note", "")
        if "kind" not in self._fields:
            kind = kind_of_note(note) if note else None
            if kind:
                self.notes.note(
                    "register_kind_from_note", row, self._column("note"), value=shown(note)
                )
            found |= {"kind": kind} if kind else {}
        if note and "gender" not in self._fields and (gender := gender_of_note(note)):
            found.setdefault("gender", gender)
        for key, said in asdict(self.section).items():
            if said:
                found.setdefault(key, said)
        if note and "status" not in found and tells_absence(note):
            self.notes.note(
                "register_absence_in_note", row, self._column("note"), value=shown(note)
            )
        if self.women_marked and "gender" not in found:
            found["gender"] = "nam"
            self._taken_for_men.append(row)

    def _column(self, key: str) -> int:
        return next((c for c, known in self._columns if known == key), self._name.columns[0])
