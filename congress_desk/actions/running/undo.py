"""Taking the last step of the running programme back: a start, an end, a skip, an insertion."""

from __future__ import annotations

import json

from congress_desk.errors import Refusal, refuse
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.journal.lines import Line
from congress_desk.storage.reading import agenda as reading_agenda
from congress_desk.storage.reading import journal as reading_journal

UNDOABLE = frozenset(
    {"start_item", "finish_item", "finish_and_start_next", "skip_item", "insert_item_now",
     "set_item_times"}
)  # fmt: skip
_BESIDE = frozenset({"note_item", "undo_running"})


def undo_running(file: CongressFile, *, actor: str) -> str | Refusal:
    """Take the newest step of the running programme back; return the name of the act undone.

    Refused when the programme was changed after it, or when an inserted item has records.
    """
    line = last_step(file)
    if line is None:
        return refuse("running_nothing_to_undo")
    if _added(line) & reading_agenda.items_with_records(file):
        return refuse("running_undo_records")
    with file.act("undo_running", actor=actor, line=line.seq, what=f"act_name.{line.act}") as act:
        act.undo(line)
    return line.act


def last_step(file: CongressFile) -> Line | None:
    """Return the line of the step that an undo would take back, None without one."""
    undone = reading_journal.undone_lines(file)
    for line in reversed(file.journal_lines()):
        if line.act in UNDOABLE:
            if line.seq not in undone:
                return line
        elif line.act not in _BESIDE and line.seq not in undone and _touches(line):
            return None
    return None


def _touches(line: Line) -> bool:
    return '"agenda_item"' in line.changes


def _added(line: Line) -> set[int]:
    return {
        row[change[2].index("id")]
        for change in json.loads(line.changes)
        if change[0] == "+" and change[1] == "agenda_item"
        for row in change[3]
    }
