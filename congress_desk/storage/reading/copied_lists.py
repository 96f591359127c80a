"""The lists of a congress as rows for another file: nothing of what was held, voted or counted."""

from __future__ import annotations

from collections.abc import Mapping

from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.journal.lines import Row

# In the order in which one refers to another. Left out is what happened: presence, motions, rounds,
# ballots, decisions, minutes, obstacles, and who has a PIN.
_TABLES = (
    "discussion_group", "person", "person_detail", "photo", "replacement", "status_change",
    "share_holding", "invitation", "election", "candidate", "candidate_profile", "nomination",
    "agenda_item", "duty", "assignment", "rota_turn", "congress_setting", "hall_picture",
)  # fmt: skip
# What a row begins with anew.
_ANEW: Mapping[str, Row] = {
    "candidate": {"decision_id": None},
    "agenda_item": {
        "motion_id": None, "text_id": None, "started_at": "", "finished_at": "", "note": "",
        "inserted_at": "", "skip_reason": "",
    },
}  # fmt: skip
_HAPPENED = {"running": "planned", "done": "planned", "skipped": "planned"}
# Settings of single papers, and the queue of the hall, name what the other file has not.
_OF_THIS_FILE = ("paper:", "hall.")
# Rows that refer to others of their table.
_WITHIN = {"agenda_item": "parent_id", "election": "among_id"}


def copied_lists(file: CongressFile) -> Mapping[str, list[Row]]:
    """Return the rows of each table that the lists of a congress are made of, ready for a new file.

    Who came in through the doors is not there yet; what stood on the programme is planned again.
    """
    return {table: _rows(file, table) for table in _TABLES}


def _rows(file: CongressFile, table: str) -> list[Row]:
    rows = [{**row, **_ANEW.get(table, {})} for row in file.rows(f"SELECT * FROM {table}")]
    if table == "person":
        came = {row["person_id"] for row in file.rows("SELECT DISTINCT person_id FROM passage")}
        return [_outside(row) if row["id"] in came else row for row in rows]
    if table == "agenda_item":
        rows = [{**row, "state": _HAPPENED.get(row["state"], row["state"])} for row in rows]
    if table == "congress_setting":
        return [row for row in rows if not row["key"].startswith(_OF_THIS_FILE)]
    return _referred_first(rows, _WITHIN[table]) if table in _WITHIN else rows


def _referred_first(rows: list[Row], column: str) -> list[Row]:
    """Return the rows so that each comes after the one it refers to."""
    ordered: list[Row] = []
    known: set[int | None] = {None}
    while len(ordered) < len(rows):
        ready = [row for row in rows if row["id"] not in known and row[column] in known]
        ordered += ready
        known |= {row["id"] for row in ready}
    return ordered


def _outside(row: Row) -> Row:
    return {**row, "status": "absent"} if row["status"] == "present" else row
