"""What is said of single cells of a list: notes, and texts that came in otherwise."""

from __future__ import annotations

from dataclasses import dataclass, field

from congress_desk.domain.text.clean_text import has_invisible
from congress_desk.domain.text.limits import NAME_LIMIT
from congress_desk.errors import Place, Problem
from congress_desk.imports.import_problems import shown
from congress_desk.imports.register.header import RegisterTable
from congress_desk.imports.register.reading import Conversion
from congress_desk.imports.workbook.cells import text_of
from congress_desk.imports.workbook.sheets import CellValue, column_letter


@dataclass(slots=True, kw_only=True)
class RowNotes:
    """Notes and conversions in the order of the rows, each with the place of its cell."""

    table: RegisterTable
    place: Place
    notes: list[Problem] = field(default_factory=list)
    conversions: list[Conversion] = field(default_factory=list)

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

    def said(self, row: int, column: int, value: CellValue) -> str:
        """Return the text of a cell on one line; what was invisible in it is noted."""
        text = text_of(value)
        if isinstance(value, str) and not value.isprintable() and has_invisible(value):
            self.note("register_invisible_removed", row, column, value=shown(text))
        return text

    def convert(self, row: int, column: int, before: str, after: str, how: str) -> None:
        self.conversions.append(
            Conversion(
                place=self.place_of(row, column),
                before=before[:NAME_LIMIT],
                after=after[:NAME_LIMIT],
                how=how,
            )
        )
