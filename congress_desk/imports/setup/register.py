"""People on a sheet of the set-up workbook: read and judged as every list of people is.

What another list would leave empty with a note is refused here, for a congress begins with it.
"""

from __future__ import annotations

from dataclasses import replace

from congress_desk.domain.people.plausibility import doubts
from congress_desk.domain.people.register_layout import COLUMNS, NAME
from congress_desk.domain.people.register_matching import RegisterLine
from congress_desk.domain.setup.layout import SheetLayout
from congress_desk.errors import Place, Problem, Refusal
from congress_desk.imports.import_problems import ImportProblems, shown
from congress_desk.imports.legacy.mojibake import repaired_sheet
from congress_desk.imports.legacy.old_fonts import Trace, trace_of_old_font
from congress_desk.imports.legacy.sheet import in_unicode
from congress_desk.imports.register.header import RegisterTable, find_register_table
from congress_desk.imports.register.lines import read_register_lines
from congress_desk.imports.register.lists_beside import first_list_alone
from congress_desk.imports.register.reading import RegisterReading, SkipReason
from congress_desk.imports.register.titles import is_title
from congress_desk.imports.register.without_header import columns_text, guessed_table
from congress_desk.imports.setup.headers import find_header
from congress_desk.imports.workbook.sheets import Fault, Row, Sheet

_FEWEST_HEADERS = 2
_SILENT = frozenset({SkipReason.BLANK, SkipReason.HEADER, SkipReason.NUMBERING})
# What the reader of lists leaves out or empty, and the code under which it is refused here.
_REFUSED = {
    "register_name_missing": "import_cell_missing",
    "register_name_unusable": "import_name_unusable",
    "register_name_too_long": "import_cell_too_long",
    "register_name_lost": "import_name_lost",
    "register_name_several": "import_name_several",
    "register_cell_too_long": "import_cell_too_long",
    "register_cell_without_value": "import_cell_formula_without_value",
    "register_cell_error": "import_cell_error",
    "register_date_unknown": "import_cell_not_a_date",
    "register_row_unclear": "register_row_unclear",
}
_REFUSED_WORDS = {
    "gender": "import_gender_unknown",
    "kind": "import_person_kind_unknown",
    "status": "import_status_unknown",
}
# What is odd in one list, and usual where the numbers begin anew with each election.
_OF_ONE_LIST = frozenset({"register_numbers_anew", "register_numbers_in_disorder"})
# Notes that are given once for a column, with the number of cells.
_GATHERED = {
    "register_invisible_removed": "import_invisible_removed",
    "register_name_doubtful": "import_name_with_foreign_letters",
    "register_name_odd": "import_name_odd",
    "register_status_doubtful": "import_status_doubtful",
    "register_date_month_first": "import_date_month_first",
}


def read_people_sheet(
    sheet: Sheet,
    layout: SheetLayout,
    problems: ImportProblems,
    *,
    aside: frozenset[int] = frozenset(),
) -> tuple[RegisterLine, ...]:
    """Return the people of a sheet by its rows; what is wrong or left out is added to `problems`.

    The columns `aside` say nothing of the people: the election they stand for, say.
    """
    repaired, cells = repaired_sheet(_without(sheet, aside), is_title)
    if cells:
        problems.note_row("register_ansi_repaired", Place(sheet=sheet.name), cells=cells)
    bare = in_unicode(repaired)
    table = _table(bare, layout, problems)
    if table is None:
        return ()
    reading = read_register_lines(bare, table, file=problems.file)
    if aside:
        notes = [note for note in reading.notes if note.code not in _OF_ONE_LIST]
        reading = replace(reading, notes=tuple(notes))
    _tell(reading, bare, problems)
    return tuple(line for line in reading.lines if _is_in_unicode(line, problems))


def tell_doubts(
    lines: tuple[RegisterLine, ...],
    known: tuple[RegisterLine, ...],
    today: str,
    problems: ImportProblems,
) -> None:
    """Note on its row whatever can hardly be; `known` are the people of another sheet."""
    for found in doubts(lines, [line.person for line in known], today):
        problems.add_note(found)


def _without(sheet: Sheet, columns: frozenset[int]) -> Sheet:
    if not columns:
        return sheet
    rows = (
        replace(row, cells={c: v for c, v in row.cells.items() if c not in columns})
        for row in sheet.rows
    )
    return replace(sheet, rows=tuple(row for row in rows if row.cells))


def _table(sheet: Sheet, layout: SheetLayout, problems: ImportProblems) -> RegisterTable | None:
    """Return the table with its header; without one its columns are guessed, and said."""
    found = find_register_table(sheet, problems.file)
    if not isinstance(found, Refusal):
        return first_list_alone(found)
    header = find_header(sheet, layout)
    if header is not None and len(header.columns) >= _FEWEST_HEADERS:
        place = Place(sheet=sheet.name, row=header.row, column=layout.column("name").label)
        problems.refuse("import_column_missing", place)
        return None
    guessed = guessed_table(sheet)
    at = Place(sheet=sheet.name)
    if guessed is not None:
        problems.note_row("import_columns_guessed", at, columns=columns_text(guessed.mapping))
    elif sheet.rows:
        problems.refuse("import_sheet_without_header", at, columns=layout.column("name").label)
    return guessed


def _tell(reading: RegisterReading, sheet: Sheet, problems: ImportProblems) -> None:
    rows = {row.number: row for row in sheet.rows}
    for found in (*reading.problems, *reading.notes):
        _tell_one(found, rows.get(found.place.row), problems)
    for skipped in reading.skipped:
        if skipped.reason not in _SILENT:
            place = Place(sheet=sheet.name, row=skipped.row)
            problems.note_row("import_row_left_out", place, value=skipped.text)
    converted = [each for each in reading.before_after if each.how != "name_case"]
    if converted:
        first = converted[0]
        problems.note_row(
            "import_fonts_converted",
            Place(sheet=sheet.name, row=first.place.row, column=first.place.column),
            cells=len(converted),
            before=shown(first.before),
            after=shown(first.after),
        )


def _tell_one(found: Problem, row: Row | None, problems: ImportProblems) -> None:
    """Refuse, gather or note what was said of one cell."""
    code = _REFUSED.get(found.code, "")
    if found.code == "register_word_unknown":
        code = _REFUSED_WORDS.get(str(found.params["field"]), "")
    elif found.code == "register_name_fault":
        code = _fault_of(row)
    if code:
        problems.refuse(code, found.place, **{"label": COLUMNS[NAME].label, **found.params})
    elif found.code in _GATHERED:
        problems.note(_GATHERED[found.code], found.place, **found.params)
    else:
        problems.add_note(found)


def _fault_of(row: Row | None) -> str:
    """Return the code of the first cell of a row that shows no value."""
    cells = row.cells.values() if row else ()
    return next((str(v.value) for v in cells if isinstance(v, Fault)), "import_cell_error")


def _is_in_unicode(line: RegisterLine, problems: ImportProblems) -> bool:
    """Say whether a name is no riddle of an old font; one that is, is refused."""
    name = line.person.name
    if trace_of_old_font(name) is not Trace.SURE:
        return True
    problems.refuse("import_name_in_old_font", line.place, value=shown(name))
    return False
