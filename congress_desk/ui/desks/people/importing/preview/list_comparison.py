"""A list against the register: read line by line, compared, and laid out as rows to look at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from congress_desk.domain.people.person import Person, PersonKind
from congress_desk.domain.people.plausibility import doubts
from congress_desk.domain.people.register_changes import (
    KeptValue,
    Outcome,
    RegisterChanges,
    RowOutcome,
    compare_register,
)
from congress_desk.errors import Place, Problem
from congress_desk.i18n import label, problem_text, tr
from congress_desk.imports.register.book import notes_of_other_sheets
from congress_desk.imports.register.lines import read_register_lines
from congress_desk.imports.register.lists_beside import lists_of
from congress_desk.imports.register.reading import Conversion, RegisterReading, Skipped
from congress_desk.imports.workbook.sheets import Row, column_letter
from congress_desk.ui.desks.people.fields import NAMES, WORDS
from congress_desk.ui.desks.people.importing.list_source import FoundTable, OpenedList
from congress_desk.ui.desks.people.importing.preview.preview_row import (
    PreviewRow,
    RowKind,
    Tell,
    TellKind,
)
from congress_desk.ui.desks.people.importing.raw_rows import cell_text

_STATUS = "status"
_NAME_CASE = "name_case"
# Which columns are not taken was chosen at the step before.
_TOLD_BEFORE = "register_column_unused"
_KINDS = {
    Outcome.NEW: RowKind.NEW,
    Outcome.CHANGED: RowKind.CHANGED,
    Outcome.SAME: RowKind.SAME,
    Outcome.PROBLEM: RowKind.PROBLEM,
}
_NAMED_BY = ("surname", "middle_name", "name", "given_name")


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What a list changes, and its rows as the preview shows them."""

    changes: RegisterChanges
    rows: tuple[PreviewRow, ...]

    @property
    def count(self) -> int:
        """Return how many people an import would write."""
        return len(self.changes.new) + len(self.changes.changed)

    @property
    def problems(self) -> int:
        return sum(row.kind is RowKind.PROBLEM for row in self.rows)

    @property
    def skipped(self) -> int:
        """Return how many lines of the sheet are left out."""
        return sum(row.lines for row in self.rows if row.kind is RowKind.SKIPPED)


def compare_list(
    opened: OpenedList,
    found: FoundTable,
    chosen: Mapping[int, str],
    people: Sequence[Person],
    day: str,
    *,
    name_case: bool,
    attendance: bool,
    turn: frozenset[int] = frozenset(),
    newcomers: PersonKind = PersonKind.OFFICIAL,
) -> Compared:
    """Read the people of a list with the fields that were chosen, and compare them.

    `day` is that of the congress, by which ages are judged; in the columns `turn` day and month
    change over. `newcomers` is what those are of whom the list does not say it.
    """
    assert found.table is not None
    table = found.table.corrected(chosen)
    reading = read_register_lines(
        found.sheet, table, file=opened.file.place.file, name_case=name_case, turn=turn
    )
    changes = compare_register(people, reading.lines, attendance=attendance, newcomers=newcomers)
    fields = {column_letter(c): label("register_field", key) for c, key in table.mapping.items()}
    names = {
        row: name
        for sheet, alone in lists_of(found.sheet, table)
        for row, name in _names(sheet.rows, alone.mapping).items()
    }
    notes = (
        *opened.file.notes,
        *notes_of_other_sheets(opened.file, found.sheet),
        *doubts(reading.lines, people, day),
    )
    rows = preview_rows(reading, changes, names=names, fields=fields, notes=notes)
    return Compared(changes=changes, rows=rows)


def _names(rows: Sequence[Row], taken: Mapping[int, str]) -> dict[int, str]:
    """Return by row what stands in the columns of names, as it stands there."""
    columns = [column for column, key in taken.items() if key in _NAMED_BY]
    return {
        row.number: " ".join(cell_text(row.cells[c]) for c in columns if c in row.cells)
        for row in rows
    }


def preview_rows(
    reading: RegisterReading,
    changes: RegisterChanges,
    *,
    names: Mapping[int, str],
    fields: Mapping[str, str],
    notes: Sequence[Problem] = (),
) -> tuple[PreviewRow, ...]:
    """Return every row under the header in its order, then the people whom the list does not name.

    `names` are the names as they stand in the rows, for those that are no people yet; `fields` the
    titles of the fields that the columns, by their letters, go to; `notes` what is said besides,
    of single rows or of the whole file.
    """
    aside = _asides(reading, changes, fields)
    for note in notes:
        aside[note.place.row].append(Tell(kind=TellKind.NOTE, text=short_problem(note)))
    before = {change.after.id: change.before for change in changes.changed}
    rows = [_outcome_row(outcome, before, aside, names) for outcome in changes.rows]
    read = {row.row for row in rows}
    rows += _problem_rows([p for p in reading.problems if p.place.row not in read], names)
    rows += [_skipped_row(skipped, aside) for skipped in reading.skipped]
    rows.sort(key=lambda row: row.row)
    shown = {row.row for row in rows}
    elsewhere = (tell for row, tells in aside.items() if row not in shown for tell in tells)
    rows[:0] = [_list_row(tell) for tell in elsewhere]
    return (*rows, *(_missing_row(person) for person in changes.missing))


def short_problem(problem: Problem) -> str:
    """Return the sentence of a problem with its column; its row stands beside it already."""
    return problem_text(replace(problem, place=Place(column=problem.place.column)))


def _asides(
    reading: RegisterReading, changes: RegisterChanges, fields: Mapping[str, str]
) -> dict[int, list[Tell]]:
    """Return by row what is said besides its outcome."""
    aside: dict[int, list[Tell]] = defaultdict(list)
    for conversion in reading.before_after:
        aside[conversion.place.row].append(_conversion_tell(conversion, fields))
    for note in (*reading.notes, *changes.notes):
        if note.code == _TOLD_BEFORE:
            continue
        aside[note.place.row].append(Tell(kind=TellKind.NOTE, text=short_problem(note)))
    for kept in changes.kept:
        aside[kept.row].append(_kept_tell(kept))
    return aside


def _conversion_tell(conversion: Conversion, fields: Mapping[str, str]) -> Tell:
    kind = TellKind.CASED if conversion.how == _NAME_CASE else TellKind.CONVERTED
    letter = conversion.place.column.partition(" ")[0]
    field = fields.get(letter, conversion.place.column)
    return Tell(kind=kind, field=field, before=conversion.before, text=conversion.after)


def _kept_tell(kept: KeptValue) -> Tell:
    value = field_text(kept.person, kept.field)
    words = tr("“{value}” stays: the list says nothing, or less", value=value)
    return Tell(kind=TellKind.KEPT, field=field_title(kept.field), text=words)


def _outcome_row(
    outcome: RowOutcome,
    before: Mapping[int, Person],
    aside: Mapping[int, list[Tell]],
    names: Mapping[int, str],
) -> PreviewRow:
    person = outcome.person
    return PreviewRow(
        kind=_KINDS[outcome.outcome],
        row=outcome.row,
        name=person.name if person else names.get(outcome.row, ""),
        tells=(*_outcome_tells(outcome, before), *aside.get(outcome.row, ())),
    )


def _outcome_tells(outcome: RowOutcome, before: Mapping[int, Person]) -> Iterator[Tell]:
    person = outcome.person
    if outcome.problem is not None:
        yield Tell(kind=TellKind.PROBLEM, text=short_problem(outcome.problem))
    elif person is not None and outcome.outcome is Outcome.NEW:
        for title, text in taken_texts(person):
            yield Tell(kind=TellKind.TAKEN, field=title, text=text)
    elif person is not None:
        for name in outcome.fields:
            yield Tell(
                kind=TellKind.CHANGE,
                field=field_title(name),
                before=field_text(before[person.id], name),
                text=field_text(person, name),
            )


def _problem_rows(problems: Iterable[Problem], names: Mapping[int, str]) -> Iterator[PreviewRow]:
    by_row: dict[int, list[Tell]] = defaultdict(list)
    for problem in problems:
        by_row[problem.place.row].append(Tell(kind=TellKind.PROBLEM, text=short_problem(problem)))
    for row, tells in by_row.items():
        yield PreviewRow(kind=RowKind.PROBLEM, row=row, name=names.get(row, ""), tells=tuple(tells))


def _skipped_row(skipped: Skipped, aside: Mapping[int, list[Tell]]) -> PreviewRow:
    reason = label("skip_reason", skipped.reason)
    text = f"{reason}: “{skipped.text}”" if skipped.text else reason
    return PreviewRow(
        kind=RowKind.SKIPPED,
        row=skipped.row,
        last_row=skipped.last_row,
        name="",
        tells=(Tell(kind=TellKind.REASON, text=text), *aside.get(skipped.row, ())),
    )


def _list_row(tell: Tell) -> PreviewRow:
    return PreviewRow(kind=RowKind.LIST, row=0, name="", tells=(tell,))


def _missing_row(person: Person) -> PreviewRow:
    taken = (Tell(kind=TellKind.TAKEN, field=t, text=text) for t, text in taken_texts(person))
    return PreviewRow(kind=RowKind.MISSING, row=0, name=person.name, tells=tuple(taken))


def field_title(name: str) -> str:
    """Return what a field of `Person` is called, as the fields of the columns are."""
    return label("register_field", name)


def field_text(person: Person, name: str) -> str:
    """Return what a field of a person says, "" when it says nothing."""
    if name == _STATUS:
        return label("status", person.status.value)
    value = getattr(person, name)
    return WORDS.get(name, str)(value) if value else ""


def taken_texts(person: Person) -> Iterator[tuple[str, str]]:
    """Return title and text of every field of a person that says something, but the name."""
    for name in NAMES:
        if name not in ("name", "group_id") and (text := field_text(person, name)):
            yield field_title(name), text
