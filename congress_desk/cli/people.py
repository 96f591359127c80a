"""The call `people`: a list of people into the register, or the register out, without a window."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace

from congress_desk.actions.people.register import import_register
from congress_desk.domain.people.person import Person, PersonKind
from congress_desk.domain.people.plausibility import doubts
from congress_desk.domain.people.register_changes import RegisterChanges, compare_register
from congress_desk.errors import Place, Problem, Refusal, refuse, row_in_sheet
from congress_desk.i18n import label, message, place_text, problem_text
from congress_desk.imports.register.book import (
    RegisterFile,
    likeliest_sheet,
    notes_of_other_sheets,
    read_register_file,
    why_no_table,
)
from congress_desk.imports.register.date_order import columns_to_turn
from congress_desk.imports.register.header import RegisterTable, find_register_table
from congress_desk.imports.register.lines import read_register_lines
from congress_desk.imports.register.mapping import remembered, setting_key
from congress_desk.imports.register.reading import Conversion, RegisterReading, Skipped
from congress_desk.imports.register.without_header import named_columns
from congress_desk.imports.workbook.sheets import Sheet
from congress_desk.queries.congress import day_of
from congress_desk.queries.people import congress_setting, passages, register
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.safety.lock import user_name

DONE = 0
KEYS = (
    "code", "name", "born", "gender", "ethnic", "religion", "delegation", "position", "joined",
    "degree", "theory", "kind", "status", "note",
)  # fmt: skip


def people(file: CongressFile, options: argparse.Namespace) -> int | Refusal:
    """Import the list that is named, or print the register as JSON."""
    if options.json == (options.list is not None):
        return refuse("usage", detail=message("cli.people_from_or_json"))
    if options.json:
        print(json.dumps([as_json(p) for p in register(file)], ensure_ascii=False, indent=1))
        return DONE
    return _import(file, options)


def as_json(person: Person) -> dict[str, str]:
    """Return a person under the keys of the design contract; kind and status as codes."""
    return {key: str(getattr(person, key)) for key in KEYS}


def _import(file: CongressFile, options: argparse.Namespace) -> int | Refusal:
    read = _read(file, options)
    if isinstance(read, Refusal):
        return read
    place, reading, notes = read
    entered = any(not passage.undone for passage in passages(file))
    people = register(file)
    changes = compare_register(
        people,
        reading.lines,
        attendance=not entered,
        newcomers=PersonKind.GUEST if options.guests else PersonKind.OFFICIAL,
    )
    notes = (*notes, *doubts(reading.lines, people, day_of(file)))
    if not options.dry_run and (changes.new or changes.changed):
        done = import_register(file, changes, source=options.list.name, actor=user_name())
        if isinstance(done, Refusal):
            return done
    for line in _report_lines(place, reading, changes, notes):
        print(line)
    if options.dry_run:
        print(message("cli.people_dry"))
    return DONE


def _read(
    file: CongressFile, options: argparse.Namespace
) -> tuple[Place, RegisterReading, tuple[Problem, ...]] | Refusal:
    """Return where the list stands, what was read of it, and what is to be said of its file."""
    book = read_register_file(options.list)
    if isinstance(book, Refusal):
        return book
    found = _table(book, options.sheet, options.columns)
    if isinstance(found, Refusal):
        return found
    sheet, table = found
    if not options.columns:
        table = remembered(table, congress_setting(file, setting_key(table)))
    turn = columns_to_turn(options.swap_dates, table, Place(file=book.place.file, sheet=sheet.name))
    if isinstance(turn, Refusal):
        return turn
    reading = read_register_lines(
        sheet, table, file=book.place.file, name_case=options.name_case, turn=turn
    )
    notes = (*book.notes, *notes_of_other_sheets(book, sheet))
    return Place(file=book.place.file, sheet=sheet.name), reading, notes


def _table(book: RegisterFile, name: str, columns: str) -> tuple[Sheet, RegisterTable] | Refusal:
    """Return the sheet that is named, or looks most like a list, and its table."""
    if name:
        named = book.sheet(name)
        if isinstance(named, Refusal):
            return named
        table = find_register_table(named, book.place.file)
        found = table if isinstance(table, Refusal) else (named, table)
    else:
        found = likeliest_sheet(book)
        named = book.sheets[0] if isinstance(found, Refusal) else found[0]
    if columns:
        by_hand = named_columns(columns, named, None if isinstance(found, Refusal) else found[1])
        return by_hand if isinstance(by_hand, Refusal) else (named, by_hand)
    return (
        why_no_table(replace(book, sheets=(named,)))
        if isinstance(found, Refusal) and name
        else found
    )


def _report_lines(
    place: Place,
    reading: RegisterReading,
    changes: RegisterChanges,
    notes: tuple[Problem, ...],
) -> Iterator[str]:
    """Yield the counts, a line each, then every problem, skipped row, change and note."""
    problems = sorted((*reading.problems, *changes.problems), key=lambda found: found.place.row)
    yield message("cli.people_new", count=len(changes.new))
    yield message("cli.people_changed", count=len(changes.changed))
    yield message("cli.people_same", count=len(changes.same))
    yield message("cli.people_skipped", count=reading.skipped_rows)
    yield message("cli.people_problems", count=len(problems))
    if changes.missing:
        yield message("cli.people_missing", count=len(changes.missing))
    yield from (message("cli.people_problem", text=problem_text(found)) for found in problems)
    yield from (_skipped_line(place, run) for run in reading.skipped)
    yield from _change_lines(changes)
    yield from (_conversion_line(found) for found in reading.before_after)
    yield from _note_lines((*notes, *reading.notes, *changes.notes))


def _skipped_line(place: Place, run: Skipped) -> str:
    at = place_text(Place(file=place.file, sheet=place.sheet, row=run.row))
    reason = label("skip_reason", run.reason)
    if run.last_row > run.row:
        return message(
            "cli.people_skip_run", place=at, last=row_in_sheet(run.last_row), reason=reason
        )
    if run.text:
        return message("cli.people_skip_said", place=at, reason=reason, text=run.text)
    return message("cli.people_skip", place=at, reason=reason)


def _change_lines(changes: RegisterChanges) -> Iterator[str]:
    for change in changes.changed:
        fields = ", ".join(label("register_field", field) for field in change.fields)
        person = change.after
        yield message("cli.people_change", name=person.name, code=person.code, fields=fields)


def _conversion_line(found: Conversion) -> str:
    return message(
        "cli.people_converted",
        place=place_text(found.place),
        before=found.before,
        after=found.after,
        how=label("conversion", found.how),
    )


def _note_lines(notes: Iterable[Problem]) -> Iterator[str]:
    for note in sorted(notes, key=lambda found: found.place.row):
        yield message("cli.people_note", text=problem_text(note))
