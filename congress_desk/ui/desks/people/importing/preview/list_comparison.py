"""A list against the register: read line by line, compared, and laid out as rows to look at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from congress_desk.domain.people.person import Person, PersonKind
from congress_desk.domain.people.plausibility import doubts
from congress_desk.domain.people.register_changes import RegisterChanges, compare_register
from congress_desk.i18n import label
from congress_desk.imports.register.book import notes_of_other_sheets
from congress_desk.imports.register.lines import read_register_lines
from congress_desk.imports.register.lists_beside import lists_of
from congress_desk.imports.workbook.sheets import Row, column_letter
from congress_desk.ui.desks.people.importing.list_source import FoundTable, OpenedList
from congress_desk.ui.desks.people.importing.preview.preview_row import PreviewRow, RowKind
from congress_desk.ui.desks.people.importing.preview.preview_rows import preview_rows
from congress_desk.ui.desks.people.importing.raw_rows import cell_text

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
