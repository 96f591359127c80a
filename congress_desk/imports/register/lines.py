"""The rows of a list under its header: people with what each row gives, and every other row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from congress_desk.domain.people.person import PersonKind
from congress_desk.domain.people.register_layout import BORN_FEMALE, BORN_MALE
from congress_desk.domain.people.register_matching import RegisterLine
from congress_desk.domain.text.clean_text import clean_text, fold
from congress_desk.errors import ROWS_BESIDE, Place, Problem, problem, row_in_sheet
from congress_desk.imports.import_problems import shown
from congress_desk.imports.name_cells import is_note, is_total, is_unit
from congress_desk.imports.register.cells import gender_of_section, is_mark, kind_of_section
from congress_desk.imports.register.column_notes import (
    notes_of_columns,
    notes_of_hidden_columns,
    notes_of_unmarked,
)
from congress_desk.imports.register.columns import are_addressed, carried_down, given_once
from congress_desk.imports.register.continued import joined_rows, spread_merges
from congress_desk.imports.register.date_order import day_first, notes_of_dates, turned
from congress_desk.imports.register.header import (
    RegisterTable,
    table_within,
    with_second_row,
)
from congress_desk.imports.register.lists_beside import lists_of
from congress_desk.imports.register.person import PersonReader, Section
from congress_desk.imports.register.reading import (
    RegisterReading,
    Skipped,
    SkipReason,
)
from congress_desk.imports.register.reckoning import reckon
from congress_desk.imports.register.rows import NAME_KEYS, RowJudge
from congress_desk.imports.register.sections import is_letterhead, section_text
from congress_desk.imports.register.taken import Taken
from congress_desk.imports.workbook.sheets import Fault, Row, Sheet

_TITLES, _FEW = 6, 2
_MANY_UNITS = 5


def read_register_lines(
    sheet: Sheet,
    table: RegisterTable,
    *,
    file: str = "",
    name_case: bool = False,
    turn: frozenset[int] = frozenset(),
) -> RegisterReading:
    """Return what the rows under the header say, each accounted for once.

    `table` is that of the sheet, with its mapping corrected where somebody did. With `name_case`
    names in capitals become Nguyễn Văn An. In the columns `turn` day and month change over.
    """
    reader = PersonReader(
        table=table,
        place=Place(file=file, sheet=sheet.name),
        converted=sheet.converted,
        name_case=name_case,
        women_marked=False,
    )
    reading = _Reading(table=table, reader=reader, turn=turn)
    for alone, of_it in lists_of(sheet, table):
        before = len(reading.lines)
        _read_lists_below(reading, alone, of_it)
        reading.end_list(of_it, len(reading.lines) - before)
    return reading.result(sheet.rows, table)


def _read_lists_below(reading: _Reading, sheet: Sheet, table: RegisterTable) -> None:
    """Account for the rows of a list, and of those below it in its columns."""
    last = table.last_row
    lists = list(_lists(sheet, table))
    titles = _titles(sheet, table)
    followed = bool(table.lists) or (bool(titles) and _has_units_below(sheet, table))
    reading.begin_list(sheet, table, titles, followed=followed)
    for place, (begun, rows) in enumerate(lists, start=1):
        last = _read_list(reading, sheet, begun, rows, last, followed=place < len(lists))


def _lists(sheet: Sheet, table: RegisterTable) -> Iterator[tuple[RegisterTable, list[Row]]]:
    """Yield the rows of each list, one below the other: a header with other columns begins one."""
    below = [row for row in sheet.rows if row.number > table.last_row]
    start = 0
    for place, row in enumerate(below):
        begun = table_within(row, table)
        if begun is not None:
            yield table, below[start:place]
            table, start = with_second_row(begun, sheet, below[place : place + 2]), place
    yield table, below[start:]


def _titles(sheet: Sheet, table: RegisterTable) -> list[Row]:
    """Return the rows right above the header that hold a text or two."""
    above = [row for row in sheet.rows if row.number < table.first_row]
    return [row for row in above[-_TITLES:] if len(row.cells) <= _FEW]


def _has_units_below(sheet: Sheet, table: RegisterTable) -> bool:
    """Say whether units head people further down, so that the title above is the first of them."""
    below = (row for row in sheet.rows if row.number > table.last_row)
    texts = [section_text(row) for row in below if len(row.cells) <= _FEW]
    units = (text for text in texts if is_unit(text) and not _is_of_people(text))
    return any(not is_total(text) and not is_note(text) for text in units)


def _read_list(
    reading: _Reading,
    sheet: Sheet,
    table: RegisterTable,
    rows: list[Row],
    last: int,
    *,
    followed: bool,
) -> int:
    """Account for the rows of one list; return the number of its last one.

    `followed` says that another list comes below it, which its last row may head.
    """
    reader = reading.reader
    rows, joined = joined_rows(spread_merges(rows, sheet, table), sheet, table)
    merges = {(m.first_row, m.first_column): m for m in sheet.merges}
    judge = RowJudge(table=table, merges=merges, rows=rows, followed=followed)
    rows = written = given_once(day_first(rows, table), table)
    rows, carried = carried_down(turned(rows, reading.turn), table)
    reading.turn_to(
        table, women_marked=_marks_women_only(rows, table), addressed=are_addressed(rows, table)
    )
    if carried:
        reader.notes.note(
            "register_unit_carried_down", carried[0], _column_of(table), cells=len(carried)
        )
    taken_with, before = {row.number: row for row in joined}, len(reading.lines)
    for row in sorted([*rows, *joined], key=lambda row: row.number):
        if row.number > last + 1 and not table.lists:
            blank = Skipped(row=last + 1, last_row=row.number - 1, reason=SkipReason.BLANK)
            reading.skipped.append(blank)
        reading.take(row, SkipReason.JOINED if row.number in taken_with else judge.reason(row))
        last = row.number
    reader.notes.notes.extend(notes_of_columns(rows, table, reader.place))
    reader.notes.notes.extend(notes_of_unmarked(reading.lines[before:], table, reader.place))
    reader.notes.notes.extend(notes_of_hidden_columns(rows, table, sheet, reader.place))
    reader.notes.notes.extend(notes_of_dates(written, table, reading.turn, reader.notes.place_of))
    reader.tell_of_columns()
    return last


@dataclass(slots=True, kw_only=True)
class _Reading:
    """Collects what each row gave."""

    table: RegisterTable
    reader: PersonReader
    turn: frozenset[int] = frozenset()
    lines: list[RegisterLine] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    hidden: list[int] = field(default_factory=list)
    taken: list[Taken] = field(default_factory=list)
    _larger: str = ""
    _kind: PersonKind | None = None
    _in_unit: bool = False
    _headings: list[tuple[Row, str]] = field(default_factory=list)
    _used: set[int] = field(default_factory=set)
    _useless: set[int] = field(default_factory=set)

    @property
    def _keys(self) -> frozenset[str]:
        return frozenset(self.table.mapping.values())

    def begin_list(
        self, sheet: Sheet, table: RegisterTable, titles: Sequence[Row], *, followed: bool
    ) -> None:
        """Let the title above a list give its kind, and where others follow its unit.

        A list beside another without a title of its own is of the same kind.
        """
        self.table, self._larger = table, ""
        self.reader.converted, self.reader.section = sheet.converted, Section(kind=self._kind)
        for row in reversed(titles):
            text = section_text(row)
            if kind_of_section(text) or (
                followed and row is titles[-1] and is_unit(text) and not is_letterhead(row)
            ):
                self._begin_section(row)
                break
        for row in reversed(titles):
            if len(row.cells) == 1 and gender_of_section(section_text(row)):
                self._begin_section(row)
                break
        self._kind = self.reader.section.kind

    def end_list(self, table: RegisterTable, people: int) -> None:
        """Tell of a list beside the first that it was read, with how many people."""
        if table.last_row > ROWS_BESIDE:
            column = next(c for c, key in table.mapping.items() if key in NAME_KEYS)
            self.reader.notes.note("register_list_beside", table.last_row, column, cells=people)

    def turn_to(self, table: RegisterTable, *, women_marked: bool, addressed: bool) -> None:
        """Read the rows that follow by the columns of their own list."""
        if table is not self.table:
            place = self.reader.notes.place_of(table.first_row)
            self.reader.notes.notes.append(problem("register_columns_changed", place))
        self.table = table
        self.reader.turn_to(table, women_marked=women_marked, addressed=addressed)

    def take(self, row: Row, reason: SkipReason | None) -> None:
        """Account for one row."""
        line = self._line(row, reason)
        self.taken.append(Taken(row=row, table=self.table, line=line, reason=reason))

    def _line(self, row: Row, reason: SkipReason | None) -> RegisterLine | None:
        """Return the person of a row, if it is one; tell what it is otherwise."""
        if reason is SkipReason.UNCLEAR:
            place = self.reader.notes.place_of(row.number)
            self.problems.append(problem("register_row_unclear", place, value=_says(row)))
            return None
        if reason is not None:
            if reason is SkipReason.SECTION:
                self._begin_section(row)
            self.skipped.append(
                Skipped(row=row.number, last_row=row.number, reason=reason, text=_says(row))
            )
            return None
        line = self.reader.read(row)
        if isinstance(line, Problem):
            self.problems.append(line)
            return None
        self.lines.append(line)
        if self._headings and (unit := self.reader.section.delegation):
            done = self._used if line.person.delegation == unit else self._useless
            done.add(self._headings[-1][0].number)
        if row.hidden:
            self.hidden.append(row_in_sheet(row.number))
        if row.struck & {c for c, key in self.table.mapping.items() if key in NAME_KEYS}:
            self.reader.notes.note("register_row_struck", row.number, 0)
        return line

    def result(self, rows: Sequence[Row], table: RegisterTable) -> RegisterReading:
        """Return what was read; `rows` are all of the sheet, `table` is its first header."""
        told, place_of = self.reader.notes.notes, self.reader.notes.place_of
        self._tell_of_units(table.last_row)
        told.extend(list(reckon(self.taken, rows, table, told, place_of)))
        if not self.lines and not self.problems:
            self.reader.notes.note("register_nobody", self.table.last_row, 0)
        if self.hidden:
            hidden = sorted(set(self.hidden))
            said = shown(", ".join(map(str, hidden)))
            self.reader.notes.note(
                "register_rows_hidden", hidden[0], 0, cells=len(hidden), rows=said
            )
        return RegisterReading(
            lines=tuple(self.lines),
            skipped=tuple(self.skipped),
            problems=tuple(self.problems),
            notes=tuple(self.reader.notes.notes),
            before_after=tuple(self.reader.notes.conversions),
        )

    def _begin_section(self, row: Row) -> None:
        """Let a heading give its unit, or its kind, to the people below where no column does.

        Of units and kinds that which came first is the larger: its next one ends the other.
        """
        text = section_text(row)
        kind, gender = kind_of_section(text), gender_of_section(text)
        section = self.reader.section
        if gender:
            self._begin_gender(row, text, gender)
        elif kind:
            self._larger = self._larger or "kind"
            # Guests are of no unit, also where their heading follows those of units.
            alone = self._larger == "kind" or kind is PersonKind.GUEST
            kept = "" if alone else section.delegation
            self.reader.section = self._section(kind, kept)
            self._tell("register_section_kind", row, text)
        elif not kind and _is_of_people(text) and (self._larger == "kind" or section.kind):
            kept = "" if self._larger == "kind" else section.delegation
            self.reader.section = self._section(None, kept)
            self._tell("register_section_kind_unknown", row, text)
        elif not kind and not _is_title(text):
            self._larger = self._larger or "delegation"
            left = None if self._larger == "delegation" else section.kind
            self.reader.section = self._section(left, text)
            self._headings.append((row, text))

    def _begin_gender(self, row: Row, text: str, gender: str) -> None:
        """Let a heading say that men, or women, follow; within a unit it holds for that unit."""
        if self._keys & {"gender", BORN_MALE, BORN_FEMALE}:
            return
        section = self.reader.section
        self._in_unit = bool(section.delegation) and not section.gender
        self.reader.section = replace(section, gender=gender)
        self._tell("register_section_gender", row, text)

    def _tell_of_units(self, header: int) -> None:
        """Tell which headings gave a unit, many in one note, and which a column made useless."""
        used = [each for each in self._headings if each[0].number in self._used]
        useless = self._useless - self._used
        lost = [each for each in self._headings if header < each[0].number in useless]
        plain = [each for each in used if is_unit(each[1])]
        if len(plain) > _MANY_UNITS:
            self._tell("register_sections_delegation", *plain[0], cells=len(plain))
            used = [each for each in used if not is_unit(each[1])]
        for each in used:
            self._tell("register_section_delegation", *each)
        if lost:
            self._tell("register_headings_unused", *lost[0], cells=len(lost))

    def _section(self, kind: PersonKind | None, delegation: str) -> Section:
        gender = "" if self._in_unit else self.reader.section.gender
        return Section(kind=kind, delegation=delegation, gender=gender)

    def _tell(self, code: str, row: Row, text: str, **params: int) -> None:
        place = self.reader.notes.place_of(row.number)
        said = Problem(code=code, params={"value": shown(text), **params}, place=place)
        self.reader.notes.notes.append(said)


def _is_title(text: str) -> bool:
    """Say whether a heading is that of another list, which is no unit."""
    return _is_of_people(text) or fold(text).startswith("danhsach")


def _is_of_people(text: str) -> bool:
    """Say whether a heading names people, of whatever kind they are."""
    return fold(text).startswith(("daibieu", "dangvien", "doanvien", "hoivien"))


def _says(row: Row) -> str:
    texts = [clean_text(str(v)) for v in row.cells.values() if not isinstance(v, Fault)]
    return shown(" | ".join(text for text in texts if text))


def _marks_women_only(rows: Sequence[Row], table: RegisterTable) -> bool:
    """Say whether women alone are ticked, so that an empty cell says "nam"."""
    keys = {key: column for column, key in table.mapping.items()}
    if BORN_FEMALE not in keys or BORN_MALE in keys or "gender" in keys:
        return False
    cells = [row.cells[keys[BORN_FEMALE]] for row in rows if keys[BORN_FEMALE] in row.cells]
    return "born" in keys and bool(cells) or any(map(is_mark, cells))


def _column_of(table: RegisterTable) -> int:
    return next(column for column, key in table.mapping.items() if key == "delegation")
