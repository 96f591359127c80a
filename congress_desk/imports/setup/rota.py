"""A list of the rota in a file: whose turn it is, when, for how many minutes and what for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from congress_desk.domain.guests.rota import MOST_MINUTES, USUAL_MINUTES, RotaKind, RotaTurn
from congress_desk.domain.guests.rota_sheet import KIND_LABELS, KIND_WORDS, ROTA
from congress_desk.domain.text.clean_text import fold
from congress_desk.errors import Place, Problem, Refusal, problem, refuse
from congress_desk.imports.import_problems import shown
from congress_desk.imports.setup.lines import Line
from congress_desk.imports.setup.list_file import columns_of, find_list
from congress_desk.imports.workbook.cells import clock, minutes, text_of
from congress_desk.imports.workbook.sheets import CellValue, Fault, Sheet
from congress_desk.queries.guests import guests_view
from congress_desk.storage.congress_file import CongressFile

_SAID = (
    (re.compile(r"chụp|\bảnh\b", re.IGNORECASE), RotaKind.PHOTOGRAPH),
    (re.compile(r"(?:tặng|dâng|lẵng) hoa", re.IGNORECASE), RotaKind.FLOWERS),
)
_RANGE = re.compile(r"(.+?)\s*(?:[–—-]|đến)\s*(.+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnFile:
    """The turns of a list with the place of each; `notes` are said, not refused."""

    path: Path
    turns: tuple[RotaTurn, ...]
    places: tuple[Place, ...]
    notes: tuple[Problem, ...] = ()


def turn_file(file: CongressFile, path: Path) -> TurnFile | Refusal:
    """Read the sheet with whose turn it is and when; nothing is written.

    Every wrong row is a problem. Who is neither a delegation nor anybody of the register is noted.
    """
    found = find_list(path, ROTA, _has_turns, "rota_book_without_turns")
    if isinstance(found, Refusal):
        return found
    lines = found.lines()
    said = _kind_of_list(found.sheet, lines)
    turns = tuple(_following((_turn(line, said) for line in lines), lines))
    if found.problems.refusal:
        return found.problems.refusal
    if not turns:
        return refuse("rota_list_empty", found.place)
    places = tuple(line.place("who") for line in lines)
    known = _known(file)
    strangers = tuple(
        problem("rota_list_stranger", place, name=shown(turn.who))
        for turn, place in zip(turns, places, strict=True)
        if fold(turn.who) not in known
    )
    return TurnFile(path=path, turns=turns, places=places, notes=(*found.notes, *strangers))


def _following(turns: Iterable[RotaTurn], lines: Iterable[Line]) -> Iterator[RotaTurn]:
    """Yield the turns; one that is written from when until when, and begins as the one of its kind
    above ends, follows that one.
    """
    ended: dict[RotaKind, str] = {}
    for turn, line in zip(turns, lines, strict=True):
        value = line.value("clock")
        begins, ends = (_clocks(value) if isinstance(value, str) else None) or ("", "")
        follows = bool(ends) and ended.get(turn.kind) == begins
        ended[turn.kind] = ends
        yield replace(turn, time="") if follows else turn


def _kind_of_list(sheet: Sheet, lines: Sequence[Line]) -> RotaKind | None:
    """Return what the titles of a list say that all its turns are for; None if both or neither."""
    first = lines[0].header.last_row if lines else 0
    cells = (value for row in sheet.rows if row.number <= first for value in row.cells.values())
    said = [sheet.name, *(value for value in cells if isinstance(value, str))]
    found = {kind for text in said for words, kind in _SAID if words.search(text)}
    return found.pop() if len(found) == 1 else None


def _turn(line: Line, said: RotaKind | None) -> RotaTurn:
    begins, ends = line.read("clock", _clocks, "import_cell_not_a_time") or ("", "")
    lasts = line.read("minutes", minutes, "import_cell_not_minutes")
    if lasts is None:
        lasts = _between(begins, ends) or USUAL_MINUTES
    if not 1 <= lasts <= MOST_MINUTES:
        line.problems.refuse("turn_minutes_wrong", line.place("minutes"), most=MOST_MINUTES)
    choices = "; ".join(KIND_LABELS)
    kind = line.read("kind", _kind, "rota_kind_unknown", choices=choices) or said
    if kind is None:
        line.problems.note("rota_kind_assumed", line.place("kind"))
    return RotaTurn(
        kind=kind or RotaKind.PHOTOGRAPH,
        who=line.text("who"),
        time=begins,
        minutes=lasts,
        spot=line.text("spot"),
        note=line.text("note"),
    )


def _kind(value: CellValue) -> RotaKind | None:
    """Return what a turn is for by how it begins: "Chụp ảnh lưu niệm với Đoàn chủ tịch"."""
    said = fold(text_of(value)) if not isinstance(value, Fault) else ""
    known = {fold(word): kind for word, kind in KIND_WORDS.items()}
    longest = max((word for word in known if said.startswith(word)), key=len, default="")
    return known.get(longest)


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


def _has_turns(sheet: Sheet) -> bool:
    columns = columns_of(sheet, ROTA)
    return "who" in columns and not columns.isdisjoint(("clock", "minutes"))
