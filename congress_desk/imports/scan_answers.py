"""What a person answered to the doubts of a scan: CSV in UTF-8, one line a sheet."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from pathlib import Path

from congress_desk.domain.elections.ballots import BoardReason, MarkMode, Paper
from congress_desk.domain.elections.scans.bundle import Answer
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.errors import Place, Refusal, refuse
from congress_desk.imports.files import read_bytes

COLUMNS = ("bundle", "sequence", "struck", "both", "blank", "invalid")
LEFT_OUT = "left_out"
Answers = dict[int, dict[int, Answer]]


def read_scan_answers(path: Path, names: int, mode: MarkMode) -> Answers | Refusal:
    """Return the answers by bundle and place; the keys of their papers are positions from 1."""
    data = read_bytes(path)
    if isinstance(data, Refusal):
        return data
    try:
        rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    except (UnicodeDecodeError, csv.Error):
        return refuse("scan_answers_broken", Place(file=path.name))
    header = tuple(cell.strip().casefold() for cell in rows[0]) if rows else ()
    if header != COLUMNS:
        place = Place(file=path.name, line=1)
        return refuse("scan_answers_header", place, columns=",".join(COLUMNS))
    found: Answers = defaultdict(dict)
    for line, cells in enumerate(rows[1:], start=2):
        if not any(cell.strip() for cell in cells):
            continue
        read = _line(cells, names, mode, Place(file=path.name, line=line))
        if isinstance(read, Refusal):
            return read
        bundle, sequence, answer = read
        if sequence in found[bundle]:
            return refuse("scan_answer_twice", Place(file=path.name, line=line), sheet=sequence)
        found[bundle][sequence] = answer
    return dict(found)


def _line(
    cells: list[str], names: int, mode: MarkMode, place: Place
) -> tuple[int, int, Answer] | Refusal:
    if len(cells) != len(COLUMNS):
        return refuse("scan_answer_cells", place, columns=len(COLUMNS))
    words = {column: cell.split() for column, cell in zip(COLUMNS, cells, strict=True)}
    numbers = {column: _numbers(words[column]) for column in COLUMNS[:5]}
    if None in numbers.values() or any(len(numbers[c] or ()) != 1 for c in COLUMNS[:2]):
        return refuse("scan_answer_number", place)
    struck, both, blank = (numbers[column] or () for column in COLUMNS[2:5])
    marked = (*struck, *both, *blank)
    if len(set(marked)) != len(marked) or not all(1 <= n <= names for n in marked):
        return refuse("scan_answer_positions", place, names=names)
    if mode is MarkMode.STRIKE and (both or blank):
        return refuse("scan_answer_positions", place, names=names)
    reason, _, text = cells[5].strip().partition(":")
    bundle, sequence = (numbers[column] or (0,) for column in COLUMNS[:2])
    if reason == LEFT_OUT:
        return bundle[0], sequence[0], Answer(paper=None)
    if reason and reason not in tuple(BoardReason):
        known = ", ".join((*BoardReason, LEFT_OUT))
        return refuse("scan_answer_reason", place, reasons=known)
    paper = Paper(
        struck=frozenset(struck),
        both=frozenset(both),
        blank=frozenset(blank),
        board_reason=BoardReason(reason) if reason else None,
        board_text=clean_text(text),
    )
    return bundle[0], sequence[0], Answer(paper=paper)


def _numbers(words: list[str]) -> tuple[int, ...] | None:
    if not all(word.isascii() and word.isdigit() and len(word) < 6 for word in words):
        return None
    return tuple(map(int, words))
