"""Who went in and out, read from the file in the order of the journal."""

from __future__ import annotations

import json
from collections.abc import Collection

from congress_desk.domain.people.passage_order import goes_back, in_order
from congress_desk.domain.people.register import Passage
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.rows.people import passage_of


def passages(file: CongressFile, person_id: int | None = None) -> tuple[Passage, ...]:
    """Return who went in and out, of one person or of all, oldest first; undone ones too."""
    return _ordered(file, person_id, ())


def last_passage(
    file: CongressFile, person_id: int, taking_in: Collection[int] = ()
) -> Passage | None:
    """Return the last passage of a person that counts.

    `taking_in` are those of the list of another door that is being taken in by this very act.
    """
    counted = [p for p in _ordered(file, person_id, taking_in) if not p.undone]
    return counted[-1] if counted else None


def passage(file: CongressFile, passage_id: int) -> Passage | None:
    """Return one passage."""
    rows = file.rows("SELECT * FROM passage WHERE id = ?", passage_id)
    return passage_of(rows[0]) if rows else None


def newest_passages(file: CongressFile, limit: int) -> tuple[Passage, ...]:
    """Return the passages recorded last, newest first; undone ones too."""
    rows = file.rows("SELECT * FROM passage ORDER BY id DESC LIMIT ?", limit)
    return tuple(passage_of(row) for row in rows)


def recorded_by(file: CongressFile, person_id: int) -> dict[tuple[str, int], int]:
    """Return by which journal line each passage and change of status of a person came in."""
    found: dict[tuple[str, int], int] = {}
    lines = file.rows(
        "SELECT seq, changes FROM journal"
        " WHERE changes LIKE '%\"passage\"%' OR changes LIKE '%\"status_change\"%'"
    )
    for line in lines:
        for change in json.loads(line["changes"]):
            if change[0] == "+" and change[1] in ("passage", "status_change"):
                for values in change[3]:
                    row = dict(zip(change[2], values, strict=True))
                    if row["person_id"] == person_id:
                        found[change[1], row["id"]] = line["seq"]
    return found


def _ordered(
    file: CongressFile, person_id: int | None, taking_in: Collection[int]
) -> tuple[Passage, ...]:
    if person_id is None:
        rows = file.rows("SELECT * FROM passage ORDER BY id")
    else:
        rows = file.rows("SELECT * FROM passage WHERE person_id = ? ORDER BY id", person_id)
    recorded = tuple(map(passage_of, rows))
    # Only where a clock went back does it matter which of them came with a list.
    if not goes_back(recorded):
        return recorded
    return in_order(recorded, {**_lists(file), **dict.fromkeys(taking_in, 0)})


def _lists(file: CongressFile) -> dict[int, int]:
    """Return by passage the journal line of the act that took it in with another door's list."""
    lines = file.rows("SELECT seq, changes FROM journal WHERE act = 'merge_door'")
    return {
        dict(zip(change[2], values, strict=True))["id"]: line["seq"]
        for line in lines
        for change in json.loads(line["changes"])
        if change[0] == "+" and change[1] == "passage"
        for values in change[3]
    }
