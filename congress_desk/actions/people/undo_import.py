"""Taking a list back: all that an import wrote, in one act, while nothing later builds on it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from congress_desk.actions.people.register import keep_number
from congress_desk.errors import Refusal, refuse
from congress_desk.i18n import act_text
from congress_desk.queries.people import IMPORT
from congress_desk.storage.act import about_of
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.journal.lines import Line
from congress_desk.storage.reading import journal as reading_journal

_OF_PEOPLE = frozenset({"person", "person_detail", "photo"})
_REFERS = ("person_id", "delegate_id", "alternate_id", "replaces", "proxy_id")
# What is worked out from the whole register, whoever of it was present.
_ROUNDS = frozenset({"open_round", "open_round_anyway", "record_ballots"})


def undo_import(file: CongressFile, *, actor: str) -> str | Refusal:
    """Take the newest import of a list back; return the name of its file.

    Refused, with the first act that builds on it, when one of its people was changed, checked in or
    put on a roll since, a mailing was filled, or a round was opened: D came from this register.
    """
    line = reading_journal.newest_line_left(file, IMPORT)
    if line is None:
        return refuse("import_nothing_to_undo")
    later = _first_dependent(file, line)
    if later is not None:
        said = act_text(later.act, about_of(later))
        return refuse("import_undo_depends", line=later.seq, what=said)
    source = str(about_of(line).get("source", ""))
    with file.act("undo_import", actor=actor, backup=True, line=line.seq, source=source) as act:
        keep_number(file, act)
        act.undo(line)
    return source


def _first_dependent(file: CongressFile, line: Line) -> Line | None:
    people, settings = set(_touched(line)), _settings(line)
    undone = reading_journal.undone_lines(file)
    for later in file.journal_lines():
        if later.seq <= line.seq or later.seq in undone or later.undoes in undone:
            continue
        touches = people & set(_touched(later)) or settings & _settings(later)
        if later.act in _ROUNDS or touches:
            return later
    return None


def _settings(line: Line) -> set[str]:
    """Return the keys of the settings that a line wrote: the mailings are one of them."""
    found = set()
    for change in json.loads(line.changes):
        if change[1] == "congress_setting":
            rows = {"~": [change[2]], "+": change[3], "-": [change[3]]}[change[0]]
            place = 0 if change[0] == "~" else change[2].index("key")
            found |= {row[place] for row in rows}
    return found


def _touched(line: Line) -> Iterator[int]:
    """Yield the numbers of the people whose rows, or rows about whom, a line wrote."""
    for change in json.loads(line.changes):
        kind, table = change[0], change[1]
        if kind == "~":
            if table in _OF_PEOPLE:
                yield int(change[2][0])
            yield from (int(n) for c in _REFERS if c in change[3] for n in change[3][c] if n)
            continue
        rows: list[list[Any]] = change[3] if kind == "+" else [change[3]]
        for row in rows:
            values = dict(zip(change[2], row, strict=True))
            if table == "person":
                yield int(values["id"])
            yield from (int(values[column]) for column in _REFERS if values.get(column))
