"""Taking the last change of a list back, whatever it was: a list read in, a field, a removal."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from congress_desk.actions.people.undo_import import undo_import
from congress_desk.errors import Refusal, refuse
from congress_desk.i18n import act_text
from congress_desk.queries.people import IMPORT
from congress_desk.storage.act import about_of
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.journal.lines import Line
from congress_desk.storage.reading import journal as reading_journal
from congress_desk.storage.reading.text_copies import text_copies


@dataclass(frozen=True, slots=True, kw_only=True)
class _Changes:
    """The acts of a list that can be taken back, and the tables that they write."""

    tables: tuple[str, ...]
    acts: frozenset[str]


def _of(tables: str, acts: str) -> _Changes:
    return _Changes(tables=tuple(tables.split()), acts=frozenset(acts.split()))


# By the place of the commands. What wrote to the tables of a list and is none of its acts ends what
# can be taken back there.
_CHANGES = {
    "tasks": _of(
        "task",
        "add_task edit_task edit_tasks set_task_state order_tasks remove_tasks apply_preparation",
    ),
    "texts": _of(
        "congress_text text_comment",
        "add_text import_texts set_recipients edit_text remove_text order_texts add_comment"
        " edit_comment remove_comment apply_preparation",
    ),
    "targets": _of(
        "indicator",
        "add_indicator edit_indicator order_indicators remove_indicator apply_preparation",
    ),
    "copies": _of(
        "text_print text_copy",
        "number_copies hand_out_copy hand_out_copies hand_out_list take_back_copy give_copy_up",
    ),
    "boxes": _of("ballot_box", "set_boxes import_boxes"),
    "opinions": _of(
        "opinion text_chapter group_meeting",
        "add_opinion edit_opinion remove_opinion merge_opinions part_opinions write_opinion_list"
        " set_chapters set_group_meeting",
    ),
    "shares": _of("share_holding", "set_holding set_holdings import_holdings remove_holding"),
    "rota": _of(
        "rota_turn", "add_turn fill_rota import_rota edit_turn order_turns remove_turns"
    ),
    "guests": _of(
        "invitation person person_detail",
        "send_letters unsend_letters date_letter record_answers remark_on_letter put_in_mailing"
        f" word_letters order_guests {IMPORT}",
    ),
}  # fmt: skip
UNDONE_AT = frozenset(_CHANGES)


def undo_change(file: CongressFile, place: str, *, text_id: int = 0, actor: str) -> str | Refusal:
    """Take the newest change of the list at `place` back; return the name of the act undone.

    With `text_id` it is the newest of the copies of that text. Refused where there is none, or with
    the first later act that builds on what would go away.
    """
    line = last_change(file, place, text_id)
    if line is None:
        return refuse("change_nothing_to_undo")
    if line.act == IMPORT:
        undone = undo_import(file, actor=actor)
        return undone if isinstance(undone, Refusal) else IMPORT
    later = _first_dependent(file, line)
    if later is not None:
        said = act_text(later.act, about_of(later))
        return refuse("change_undo_depends", line=later.seq, what=said)
    with file.act("undo_change", actor=actor, line=line.seq, what=f"act_name.{line.act}") as act:
        act.undo(line)
    return line.act


def last_change(file: CongressFile, place: str, text_id: int = 0) -> Line | None:
    """Return the line of the change that an undo at a place would take back, None without one."""
    changes, undone = _CHANGES[place], reading_journal.undone_lines(file)
    marks = tuple(f'"{table}"' for table in changes.tables)
    for line in reversed(file.journal_lines()):
        if line.seq in undone or line.undoes is not None:
            continue
        if line.act in changes.acts:
            if not text_id or _is_of_text(file, line, text_id):
                return line
            continue
        if any(mark in line.changes for mark in marks):
            return None
    return None


def _is_of_text(file: CongressFile, line: Line, text_id: int) -> bool:
    """Say whether a line about copies is about those of this text."""
    copies = text_copies(file, text_id)
    known = {("text_copy", copy.id) for copy in copies.handed} if copies else set()
    named = _named(line, {table: {"text_id": "text"} for table in ("text_print", "text_copy")})
    of_print = (("~", "text_print", [text_id]) == tuple(c[:3]) for c in json.loads(line.changes))
    return bool(known & set(_rows(line))) or ("text", text_id) in named or any(of_print)


def _first_dependent(file: CongressFile, line: Line) -> Line | None:
    """Return the first later line that changed a row of this one, or wrote one that names it.

    So does one that removed what a row names which this one removed.
    """
    rows, undone = set(_rows(line)), reading_journal.undone_lines(file)
    names = reading_journal.referring_columns(file)
    wanted = set(_named(line, names, "-"))
    for later in file.journal_lines():
        if later.seq <= line.seq or later.seq in undone or later.undoes is not None:
            continue
        written = set(_rows(later))
        if rows & (written | set(_named(later, names))) or wanted & set(_rows(later, "-")):
            return later
    return None


def _rows(line: Line, kinds: str = "+~-") -> Iterator[tuple[str, int]]:
    """Yield table and number of each row that a line wrote; the others have no number."""
    for change in json.loads(line.changes):
        if change[0] not in kinds:
            continue
        if change[0] == "~":
            if len(change[2]) == 1:
                yield change[1], change[2][0]
            continue
        rows: list[list[Any]] = change[3] if change[0] == "+" else [change[3]]
        for row in rows:
            values = dict(zip(change[2], row, strict=True))
            if "id" in values:
                yield change[1], values["id"]


def _named(
    line: Line, names: dict[str, dict[str, str]], kinds: str = "+~"
) -> Iterator[tuple[str, int]]:
    """Yield table and number of each row that a row of a line names."""
    for change in json.loads(line.changes):
        columns = names.get(change[1], {})
        rows: list[dict[str, Any]] = []
        if change[0] not in kinds:
            continue
        if change[0] == "~":
            rows = [{column: new for column, (_, new) in change[3].items()}]
        else:
            added = change[3] if change[0] == "+" else [change[3]]
            rows = [dict(zip(change[2], row, strict=True)) for row in added]
        for row in rows:
            yield from ((columns[c], n) for c, n in row.items() if c in columns and n is not None)
