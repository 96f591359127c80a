"""A list of the rota in a file: whose turn it is, when, for how many minutes and what for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from congress_desk.domain.guests.rota import MOST_MINUTES, USUAL_MINUTES, RotaKind, RotaTurn
from congress_desk.domain.guests.rota_sheet import KIND_LABELS, KIND_WORDS, ROTA
from congress_desk.domain.text.clean_text import fold
from congress_desk.errors import Place, Problem, Refusal, problem, refuse
from congress_desk.imports.import_problems import ImportProblems, shown
from congress_desk.imports.register.book import read_register_file
from congress_desk.imports.setup.headers import find_header
from congress_desk.imports.setup.lines import Line
from congress_desk.imports.setup.table import read_lines
from congress_desk.imports.workbook.cells import clock, minutes
from congress_desk.imports.workbook.sheets import CellValue, Sheet
from congress_desk.queries.guests import guests_view
from congress_desk.storage.congress_file import CongressFile

_RANGE = re.compile(r"(.+?)\s*(?:[–—-]|đến)\s*(.+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnFile:
    """The turns of a list with the place of each; `notes` are said, not refused."""

    path: Path
    turns: tuple[RotaTurn, ...]
    places: tuple[Place, ...]
    notes: tuple[Problem, ...] = ()


def turn_file(file: CongressFile, path: Path) -> TurnFile | Refusal:
    """Read the first sheet with whose turn it is and when; nothing is written.

    Every wrong row is a problem. Who is neither a delegation nor anybody of the register is noted.
    """
    book = read_register_file(path)
    if isinstance(book, Refusal):
        return book
    found = _with_turns(book.sheets)
    if found is None:
        only = book.sheets[0].name if len(book.sheets) == 1 else ""
        return refuse("rota_book_without_turns", Place(file=book.place.file, sheet=only))
    problems = ImportProblems(file=book.place.file)
    lines = read_lines(found, ROTA, problems)
    turns = tuple(map(_turn, lines))
    if problems.refusal:
        return problems.refusal
    if not turns:
        return refuse("rota_list_empty", Place(file=book.place.file, sheet=found.name))
    places = tuple(replace(line.place("who"), file=book.place.file) for line in lines)
    known = _known(file)
    strangers = tuple(
        problem("rota_list_stranger", place, name=shown(turn.who))
        for turn, place in zip(turns, places, strict=True)
        if fold(turn.who) not in known
    )
    notes = (*book.notes, *problems.notes, *strangers)
    return TurnFile(path=path, turns=turns, places=places, notes=notes)


def _turn(line: Line) -> RotaTurn:
    begins, ends = line.read("clock", _clocks, "import_cell_not_a_time") or ("", "")
    lasts = line.read("minutes", minutes, "import_cell_not_minutes")
    if lasts is None:
        lasts = _between(begins, ends) or USUAL_MINUTES
    if not 1 <= lasts <= MOST_MINUTES:
        line.problems.refuse("turn_minutes_wrong", line.place("minutes"), most=MOST_MINUTES)
    kind = line.choice("kind", KIND_WORDS, KIND_LABELS, "rota_kind_unknown")
    return RotaTurn(
        kind=kind or RotaKind.PHOTOGRAPH,
        who=line.text("who"),
        time=begins,
        minutes=lasts,
        spot=line.text("spot"),
        note=line.text("note"),
    )


def _clocks(value: CellValue) -> tuple[str, str] | None:
    """Return when a turn begins and ends, HH:MM: "9h30", "09:30–09:33"; None of anything else."""
    found = clock(value)
    if found is not None:
        return found, ""
    both = _RANGE.fullmatch(value) if isinstance(value, str) else None
    begins, ends = (clock(both[1]), clock(both[2])) if both else (None, None)
    return (begins, ends) if begins and ends else None


def _between(begins: str, ends: str) -> int:
    """Return the minutes between two clocks, 0 where they are not known."""
    if not begins or not ends:
        return 0
    first, last = (int(each[:2]) * 60 + int(each[3:]) for each in (begins, ends))
    return max(last - first, 0)


def _known(file: CongressFile) -> frozenset[str]:
    view = guests_view(file)
    names = {name for each in view.invited for name in (each.name, each.delegation)}
    return frozenset(map(fold, (*view.delegations, *names)))


def _with_turns(sheets: Iterable[Sheet]) -> Sheet | None:
    """Return the first sheet with such a list, hidden ones last."""
    for sheet in sorted(sheets, key=lambda sheet: sheet.hidden):
        header = find_header(sheet, ROTA)
        if header and "who" in header.columns and {"clock", "minutes"} & header.columns.keys():
            return sheet
    return None
