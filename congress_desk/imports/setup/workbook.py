"""A filled set-up workbook as a congress, or every reason why it cannot be one."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from congress_desk.domain.elections.shares.share_changes import compare_shares
from congress_desk.domain.elections.shares.share_list import ShareLine, share_lines
from congress_desk.domain.people.person import Person
from congress_desk.domain.rules.rule_set import ListOrder, VotesBy
from congress_desk.domain.setup.filled_workbook import Setup
from congress_desk.domain.setup.layout import (
    AGENDA,
    CANDIDATES,
    CONGRESS,
    DUTIES,
    ELECTIONS,
    LAYOUTS,
    PEOPLE,
    SILENT_SHEETS,
    SheetLayout,
)
from congress_desk.domain.setup.share_sheet import SHARES
from congress_desk.domain.text.clean_text import fold
from congress_desk.errors import Place, Refusal, refuse
from congress_desk.imports.files import file_place
from congress_desk.imports.import_problems import ImportProblems, shown
from congress_desk.imports.rule_sets import load_rule_set, rule_set_ids
from congress_desk.imports.setup.details import read_details
from congress_desk.imports.setup.elections import note_empty_lists, read_elections
from congress_desk.imports.setup.people import read_people
from congress_desk.imports.setup.programme import read_agenda, read_duties
from congress_desk.imports.setup.register import tell_doubts
from congress_desk.imports.setup.shares import read_share_sheet
from congress_desk.imports.workbook.sheets import Sheet
from congress_desk.imports.workbook.workbook import read_workbook


def read_setup(path: Path, known: Collection[str]) -> Setup | Refusal:
    """Read the set-up workbook of the design contract; refused with all problems, first first.

    `known` are the ids of rule sets. Only the sheet "Đại hội" must be there. What was passed over
    stands in `Setup.notes`.
    """
    sheets = read_workbook(path)
    if isinstance(sheets, Refusal):
        return sheets
    problems = ImportProblems(file=file_place(path).file)
    return _read_sheets(_recognised(sheets, problems), known, problems)


def _read_sheets(
    sheets: dict[str, Sheet], known: Collection[str], problems: ImportProblems
) -> Setup | Refusal:
    congress = sheets.get(CONGRESS.name)
    if congress is None:
        return refuse("import_sheet_missing", Place(file=problems.file), sheet=CONGRESS.name)
    details, rule_set_id = read_details(congress, known, problems)
    people, agenda = sheets.get(PEOPLE.name), sheets.get(AGENDA.name)
    duties = sheets.get(DUTIES.name)
    today = details.starts[: len("2025-05-15")] or f"{date.today():%Y-%m-%d}"
    lines = read_people(people, problems) if people else ()
    tell_doubts(lines, (), today, problems)
    setup_agenda = read_agenda(agenda, problems) if agenda else ()
    setup_duties = read_duties(duties, problems) if duties else ()
    elections = read_elections(
        sheets.get(ELECTIONS.name),
        sheets.get(CANDIDATES.name),
        problems,
        people=lines,
        today=today,
        order=_list_order(rule_set_id),
    )
    note_empty_lists(elections, problems)
    people_in_order = tuple(line.person for line in lines)
    shares = _shares(sheets.get(SHARES.name), people_in_order, rule_set_id, problems)
    return problems.refusal or Setup(
        details=details,
        rule_set_id=rule_set_id,
        people=people_in_order,
        agenda=setup_agenda,
        duties=setup_duties,
        elections=elections,
        shares=shares,
        notes=problems.notes,
    )


def _list_order(rule_set_id: str) -> ListOrder:
    """Return the order of lists without numbers: that of the rule set named, or of the default."""
    rules = load_rule_set(rule_set_id or rule_set_ids()[0])
    return ListOrder.GIVEN_NAME if isinstance(rules, Refusal) else rules.list_order


def _shares(
    sheet: Sheet | None, people: Sequence[Person], rule_set_id: str, problems: ImportProblems
) -> tuple[ShareLine, ...]:
    """Return who of these people holds shares; what cannot be is a problem."""
    rules = load_rule_set(rule_set_id or rule_set_ids()[0])
    if sheet is None or isinstance(rules, Refusal):
        return ()
    rows = read_share_sheet(sheet, problems)
    by_id = {number: replace(person, id=number) for number, person in enumerate(people, start=1)}
    lines = share_lines(rows, by_id.values(), rules.article("shares"))
    if isinstance(lines, Refusal):
        problems.problems.extend(lines.problems if rows else ())
        return ()
    found = compare_shares((), lines, by_id, rules.article("proxy"))
    if isinstance(found, Refusal):
        problems.problems.extend(found.problems)
    if rules.votes is not VotesBy.SHARES:
        problems.note("import_shares_unused", Place(sheet=sheet.name), rules=rules.short_title)
    return lines


def _recognised(sheets: tuple[Sheet, ...], problems: ImportProblems) -> dict[str, Sheet]:
    """Return the sheets by the name of their layout; other filled ones are noted."""
    found: dict[str, Sheet] = {}
    for names_of in (_own_name, _synonyms):
        for layout in (*LAYOUTS, SHARES):
            named = [s for s in sheets if fold(s.name) in names_of(layout)]
            if layout.name not in found and named:
                found[layout.name] = named[0]
    silent = {fold(name) for name in SILENT_SHEETS}
    for sheet in sheets:
        if sheet.rows and sheet not in found.values() and fold(sheet.name) not in silent:
            problems.note("import_sheet_unknown", Place(sheet=shown(sheet.name)))
    return found


def _own_name(layout: SheetLayout) -> frozenset[str]:
    return frozenset({fold(layout.name)})


def _synonyms(layout: SheetLayout) -> frozenset[str]:
    return frozenset(map(fold, layout.synonyms))
