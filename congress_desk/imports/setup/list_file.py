"""A list in a file of its own: the sheet on which it stands, and what is said of the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from congress_desk.domain.setup.layout import SheetLayout
from congress_desk.domain.text.clean_text import fold
from congress_desk.errors import Place, Problem, Refusal, problem, refuse
from congress_desk.imports.import_problems import ImportProblems, shown
from congress_desk.imports.register.book import RegisterFile, read_register_file
from congress_desk.imports.setup.headers import find_header
from congress_desk.imports.setup.headings import with_headings
from congress_desk.imports.setup.lines import Line
from congress_desk.imports.setup.table import read_lines
from congress_desk.imports.workbook.sheets import Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class ListFile:
    """The sheet of a list; what its reader has to say goes to `problems`."""

    sheet: Sheet
    layout: SheetLayout
    problems: ImportProblems
    of_file: tuple[Problem, ...] = ()

    @property
    def place(self) -> Place:
        return Place(file=self.problems.file, sheet=self.sheet.name)

    @property
    def notes(self) -> tuple[Problem, ...]:
        """Return what is said and not refused, of the file and of its rows."""
        return *self.of_file, *self.problems.notes

    def lines(self) -> list[Line]:
        """Return the rows below the header."""
        return read_lines(self.sheet, self.layout, self.problems)


def find_list(
    path: Path, layout: SheetLayout, is_list: Callable[[Sheet], bool], without: str, sheet: str = ""
) -> ListFile | Refusal:
    """Return the sheet that is named, or the first that has the list; one called so before others.

    Hidden sheets come last. Refused with the code `without` where there is no such list.
    """
    file = read_register_file(path)
    if isinstance(file, Refusal):
        return file
    named = file.sheet(sheet) if sheet else None
    if isinstance(named, Refusal):
        return named
    asked = (named,) if named else _in_order(file, layout)
    found = next((each for each in asked if is_list(each)), None)
    if found is None:
        only = asked[0].name if len(asked) == 1 else ""
        return refuse(without, Place(file=file.place.file, sheet=only))
    problems = ImportProblems(file=file.place.file)
    others = () if sheet else _not_read(file, found, is_list)
    return ListFile(sheet=found, layout=layout, problems=problems, of_file=(*file.notes, *others))


def _not_read(
    file: RegisterFile, found: Sheet, is_list: Callable[[Sheet], bool]
) -> Iterator[Problem]:
    """Tell of each other sheet in sight with such a list: a day or a hall on a sheet of its own."""
    for each in file.sheets:
        if each is not found and not each.hidden and is_list(each):
            yield problem("list_sheet_not_read", file.place, sheet=shown(each.name))


def columns_of(sheet: Sheet, layout: SheetLayout) -> frozenset[str]:
    """Return the keys of the columns that a sheet has, none where there is no header."""
    header = find_header(with_headings(sheet, layout), layout)
    return frozenset(header.columns if header else ())


def _in_order(file: RegisterFile, layout: SheetLayout) -> tuple[Sheet, ...]:
    names = frozenset(map(fold, (layout.name, *layout.synonyms)))
    return tuple(sorted(file.sheets, key=lambda s: (s.hidden, fold(s.name) not in names)))
