"""Acts on the whole programme: take the last change back, and read kinds and links off words."""

from __future__ import annotations

import json

from congress_desk.domain.agenda.item import AgendaItem, ItemKind
from congress_desk.domain.agenda.item_words import election_meant, kind_of, meant
from congress_desk.domain.motions import MotionState
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.congress import agenda
from congress_desk.queries.elections.lists import elections
from congress_desk.queries.motions import motions
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.journal.lines import Line
from congress_desk.storage.reading import agenda as reading_agenda
from congress_desk.storage.reading import journal as reading_journal

UNDOABLE = frozenset(
    {
        "add_agenda_item", "edit_agenda_item", "move_agenda_item", "remove_agenda_item",
        "link_agenda_item", "set_agenda_script", "apply_agenda_template", "recognise_agenda",
    }
)  # fmt: skip


def undo_agenda(file: CongressFile, *, actor: str) -> str | Refusal:
    """Take the newest change of the programme back; return the name of the act undone.

    Refused once the programme began to run after it, or something was recorded of an item that
    would go away.
    """
    line = last_change(file)
    if line is None:
        return refuse("change_nothing_to_undo")
    added = {
        row[change[2].index("id")]
        for change in json.loads(line.changes)
        if change[0] == "+" and change[1] == "agenda_item"
        for row in change[3]
    }
    if added & reading_agenda.items_with_records(file):
        return refuse("agenda_undo_records")
    what = f"act_name.{line.act}"
    with file.act("undo_agenda", actor=actor, line=line.seq, what=what) as act:
        act.undo(line)
    return line.act


def recognise_items(file: CongressFile, *, actor: str) -> int | Refusal:
    """Give items the kind their words speak of, and the election or motion they are about.

    Only what is not said yet is filled; returns how many items changed.
    """
    items = agenda(file)
    titles = {election.id: election.title for election in elections(file)}
    matters = {
        m.id: m.matter
        for m in motions(file)
        if m.state is not MotionState.CANCELLED and not m.repeats
    }
    changes = {item.id: found for item in items if (found := _recognised(item, titles, matters))}
    if not changes:
        return refuse("agenda_nothing_recognised")
    with file.act("recognise_agenda", actor=actor, count=len(changes)) as act:
        for item_id, found in changes.items():
            act.update("agenda_item", item_id, **found)
    return len(changes)


def _recognised(
    item: AgendaItem, titles: dict[int, str], matters: dict[int, str]
) -> dict[str, str | int]:
    kind = kind_of(item.content) if item.kind is ItemKind.WORK else item.kind
    found: dict[str, str | int] = {} if kind is item.kind else {"kind": kind.value}
    if not item.election_id:
        election = election_meant(kind, item.content, titles)
        found |= {"election_id": election} if election else {}
    if kind is ItemKind.MOTION and not item.motion_id:
        motion = meant(item.content, matters)
        found |= {"motion_id": motion} if motion else {}
    return found


def last_change(file: CongressFile) -> Line | None:
    """Return the line of the change that an undo would take back, None without one."""
    undone = reading_journal.undone_lines(file)
    for line in reversed(file.journal_lines()):
        if line.act in UNDOABLE:
            if line.seq not in undone:
                return line
        elif line.act != "undo_agenda" and '"agenda_item"' in line.changes:
            return None
    return None
