"""Sheets of discussion groups in a file: what was said, on which part, by whom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from congress_desk.domain.discussions.opinion import Opinion, Part
from congress_desk.domain.discussions.opinion_list import (
    OpinionRow,
    OpinionTargets,
    read_opinions,
)
from congress_desk.domain.setup.layout import OPINIONS
from congress_desk.domain.text.clean_text import fold
from congress_desk.errors import Place, Problem, Refusal, refuse
from congress_desk.imports.import_problems import ImportProblems
from congress_desk.imports.register.book import read_register_file
from congress_desk.imports.setup.headers import find_header
from congress_desk.imports.setup.lines import Line
from congress_desk.imports.setup.table import read_lines
from congress_desk.imports.workbook.sheets import Sheet
from congress_desk.queries.discussions import discussions_view
from congress_desk.storage.congress_file import CongressFile


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionBook:
    """The rows of every sheet that has such a table.

    `wrong` are cells that cannot be taken, `notes` are things said but not refused.
    """

    rows: tuple[OpinionRow, ...]
    wrong: tuple[Problem, ...] = ()
    notes: tuple[Problem, ...] = ()


def read_opinion_book(path: Path, sheet: str = "") -> OpinionBook | Refusal:
    """Return the rows of the sheet that is named, or of all that have opinions under a header.

    Hidden sheets are left out, unless one is named.
    """
    book = read_register_file(path)
    if isinstance(book, Refusal):
        return book
    chosen = book.sheet(sheet) if sheet else None
    if isinstance(chosen, Refusal):
        return chosen
    sheets = (chosen,) if chosen else tuple(s for s in book.sheets if not s.hidden)
    lists = tuple(_lists(sheets))
    if not lists:
        only = sheets[0].name if len(sheets) == 1 else ""
        return refuse("opinion_book_without_header", Place(file=book.place.file, sheet=only))
    problems = ImportProblems(file=book.place.file)
    rows = tuple(
        _row(line, titles)
        for found, titles in lists
        for line in read_lines(found, OPINIONS, problems)
    )
    return OpinionBook(
        rows=tuple(row for row in rows if row.gist),
        wrong=problems.refusal.problems if problems.refusal else (),
        notes=(*book.notes, *problems.notes),
    )


def _lists(sheets: Iterable[Sheet]) -> Iterable[tuple[Sheet, tuple[str, ...]]]:
    """Yield each sheet with opinions and the titles above its table."""
    for sheet in sheets:
        header = find_header(sheet, OPINIONS)
        if header is not None and "content" in header.columns:
            above = (row.cells.values() for row in sheet.rows if row.number < header.row)
            yield sheet, tuple(v for cells in above for v in cells if isinstance(v, str))


def _row(line: Line, above: tuple[str, ...]) -> OpinionRow:
    return OpinionRow(
        place=line.place("content"),
        group_place=line.place("group"),
        part_place=line.place("part"),
        speaker_place=line.place("speaker"),
        group=line.text("group"),
        part=line.text("part"),
        speaker=line.text("speaker"),
        gist=line.text("content"),
        stance=line.text("stance"),
        above=above,
        number=line.text("number"),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionFile:
    """A file of opinions as it was read: `opinions` is what is new in it, to be written as one.

    `known` counts those that the congress has already; `notes` are said, not refused.
    """

    path: Path
    opinions: tuple[Opinion, ...]
    places: tuple[Place, ...]
    known: int = 0
    notes: tuple[Problem, ...] = ()


def opinion_file(
    file: CongressFile, path: Path, *, sheet: str = "", group: int = 0
) -> OpinionFile | Refusal:
    """Read a file of opinions; `group` is that of sheets that name none. Nothing is written."""
    book = read_opinion_book(path, sheet)
    if isinstance(book, Refusal):
        return book
    view = discussions_view(file)
    targets = OpinionTargets(
        groups=view.groups,
        texts=view.discussed or view.texts,
        chapters=view.chapters,
        speakers=frozenset(fold(person.name) for person in view.people),
        group=group,
    )
    read = read_opinions(book.rows, targets)
    wrong = [*book.wrong, *(read.problems if isinstance(read, Refusal) else ())]
    if isinstance(read, Refusal) or wrong:
        return Refusal(tuple(sorted(wrong, key=lambda p: (p.place.sheet, p.place.row))))
    there = {_same(opinion) for opinion in view.opinions}
    new = [
        (opinion, place)
        for opinion, place in zip(read.opinions, read.places, strict=True)
        if _same(opinion) not in there
    ]
    return OpinionFile(
        path=path,
        opinions=tuple(opinion for opinion, _ in new),
        places=tuple(place for _, place in new),
        known=len(read.opinions) - len(new),
        notes=(*book.notes, *read.notes),
    )


def _same(opinion: Opinion) -> tuple[int, Part, str, str]:
    """Return what makes a row of a file one that is there already."""
    return opinion.group_id, opinion.part, fold(opinion.speaker), fold(opinion.gist)
