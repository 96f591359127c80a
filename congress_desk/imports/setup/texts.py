"""A list of the texts of a congress in a file: titles, versions, drafters, how they stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from congress_desk.domain.preparation.recipients import BETWEEN, RecipientReader
from congress_desk.domain.preparation.text import CongressText, TextState
from congress_desk.domain.preparation.text_list import STATE_LABELS, STATE_WORDS, TEXTS
from congress_desk.domain.text.clean_text import fold
from congress_desk.errors import Place, Problem, Refusal, refuse, row_in_sheet
from congress_desk.imports.import_problems import shown
from congress_desk.imports.setup.lines import Line
from congress_desk.imports.setup.list_file import columns_of, find_list
from congress_desk.imports.workbook.cells import day_of, text_of
from congress_desk.imports.workbook.sheets import CellValue, Fault, Sheet
from congress_desk.queries.preparation import texts
from congress_desk.queries.recipients import recipient_reader
from congress_desk.storage.congress_file import CongressFile

_BESIDE = frozenset({"version", "drafter", "state", "number", "due"})
# What the program writes where nobody drafts a text.
_NOBODY = fold("(chưa phân công)")


@dataclass(frozen=True, slots=True, kw_only=True)
class TextFile:
    """The texts of a list that the congress has not yet, with their places.

    `known` counts those it has already; `told` is who gets those of which it was not said yet, by
    their ids. `notes` are said, not refused.
    """

    path: Path
    texts: tuple[CongressText, ...]
    places: tuple[Place, ...]
    known: int = 0
    told: Mapping[int, str] = field(default_factory=dict)
    notes: tuple[Problem, ...] = ()


def text_file(file: CongressFile, path: Path) -> TextFile | Refusal:
    """Read the sheet with a list of texts; nothing is written, every wrong row is a problem.

    A text is known by its title: one that the congress has stays as it is, but for who gets it
    where that was not said.
    """
    found = find_list(path, TEXTS, _has_texts, "text_book_without_texts")
    if isinstance(found, Refusal):
        return found
    problems = found.problems
    held = {fold(text.title): text for text in texts(file)}
    reader = recipient_reader(file)
    told: dict[int, str] = {}
    first: dict[str, int] = {}
    read: list[tuple[CongressText, Place]] = []
    known = 0
    for line in found.lines():
        text, place = _text(line, reader), line.place("title")
        title = fold(text.title)
        before = first.setdefault(title, line.number)
        if title and before != line.number:
            row = row_in_sheet(before)
            problems.refuse("text_row_twice", place, title=shown(text.title), row=row)
        elif title in held:
            known += 1
            if text.recipients and not held[title].recipients:
                told[held[title].id] = text.recipients
        else:
            read.append((text, place))
    if problems.refusal:
        return problems.refusal
    if not read and not known:
        return refuse("text_list_empty", found.place)
    return TextFile(
        path=path,
        texts=tuple(text for text, _ in read),
        places=tuple(place for _, place in read),
        known=known,
        told=told,
        notes=found.notes,
    )


def _text(line: Line, reader: RecipientReader) -> CongressText:
    choices = "; ".join(STATE_LABELS)
    state = line.read("state", _state, "text_state_unknown", choices=choices)
    return CongressText(
        title=line.text("title"),
        drafter="" if fold(line.text("drafter")) == _NOBODY else line.text("drafter"),
        version=line.text("version"),
        state=state or TextState.MISSING,
        due=line.read("due", day_of, "import_cell_not_a_day") or "",
        note=line.text("note"),
        recipients=_recipients(line, reader),
    )


def _recipients(line: Line, reader: RecipientReader) -> str:
    """Return who gets a text; each of several lines of a cell is somebody."""
    value = line.value("recipients")
    kept = line.text("recipients")
    if isinstance(value, str) and "\n" in value.strip():
        kept = BETWEEN.join(value.splitlines())
    gets = reader.checked(kept)
    if isinstance(gets, Refusal):
        for wrong in gets.problems:
            line.problems.refuse(wrong.code, line.place("recipients"), **wrong.params)
        return ""
    return gets.text


def _state(value: CellValue) -> TextState | None:
    """Return how a text stands: the program writes "Đang soạn thảo; quá hạn 3 ngày"."""
    said = fold(text_of(value).partition(";")[0]) if not isinstance(value, Fault) else ""
    return {fold(word): state for word, state in STATE_WORDS.items()}.get(said)


def _has_texts(sheet: Sheet) -> bool:
    """Say whether a sheet has titles beside how they stand or who drafts them."""
    columns = columns_of(sheet, TEXTS)
    return "title" in columns and not columns.isdisjoint(_BESIDE)
