"""The records that journal lines are about: their names, elections and rounds, lines by code."""

from __future__ import annotations

from typing import Any

from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.journal.lines import Line, Row
from congress_desk.storage.table_kinds import kinds_of

# How a record is called, by the first of these columns that it has.
NAMING = ("name", "title", "content", "matter", "what", "speaker", "key", "code")
# Columns that hold the number of another record: its table, and what it is called there.
_REFERENCES = {
    "person_id": ("person", "name"), "delegate_id": ("person", "name"),
    "alternate_id": ("person", "name"), "proxy_id": ("person", "name"),
    "nominator_id": ("person", "name"), "election_id": ("election", "code"),
    "among_id": ("election", "code"), "candidate_id": ("candidate", "name"),
    "motion_id": ("motion", "matter"), "repeats": ("motion", "matter"),
    "item_id": ("agenda_item", "content"), "parent_id": ("agenda_item", "content"),
    "text_id": ("congress_text", "title"), "duty_id": ("duty", "name"),
    "group_id": ("discussion_group", "name"), "round_id": ("round", "number"),
}  # fmt: skip
_NAMES = dict(_REFERENCES.values()) | {
    "obstacle": "what", "task": "title", "speech": "speaker", "desk_operator": "name",
    "congress": "name",
}  # fmt: skip
_ROUND_OF = {
    "round": "SELECT id FROM round WHERE id = :id",
    "bundle": "SELECT round_id FROM bundle WHERE id = :id",
    "entry_pass": "SELECT b.round_id FROM entry_pass p JOIN bundle b ON b.id = p.bundle_id"
    " WHERE p.id = :id",
    "ballot": "SELECT b.round_id FROM ballot t JOIN entry_pass p ON p.id = t.pass_id"
    " JOIN bundle b ON b.id = p.bundle_id WHERE t.id = :id",
    "doubtful_ballot": "SELECT b.round_id FROM doubtful_ballot t JOIN entry_pass p"
    " ON p.id = t.pass_id JOIN bundle b ON b.id = p.bundle_id WHERE t.id = :id",
    "hand_count": "SELECT b.round_id FROM hand_count h JOIN bundle b ON b.id = h.bundle_id"
    " WHERE h.id = :id",
    "waiver": "SELECT round_id FROM waiver WHERE id = :id",
    "accounting_correction": "SELECT round_id FROM accounting_correction WHERE id = :id",
    "ballot_issue": "SELECT round_id FROM ballot_issue WHERE id = :id",
}
_BY_BUNDLE = frozenset({"agreed_ballot", "hand_count", "entry_pass"})
_ELECTION_OF = {
    "candidate": "SELECT election_id FROM candidate WHERE id = ?",
    "opinion_poll": "SELECT election_id FROM opinion_poll WHERE id = ?",
    "election_decision": "SELECT election_id FROM election_decision WHERE id = ?",
    "ballot_print": "SELECT election_id FROM ballot_print WHERE id = ?",
}


def undoing_line(file: CongressFile, seq: int) -> int:
    """Return the number of the line that takes the line `seq` back, 0 without one."""
    return _first(file, "SELECT seq FROM journal WHERE undoes = ? ORDER BY seq DESC", seq)


def lines_with_code(file: CongressFile, code: str) -> list[Line]:
    """Return the lines whose hash begins as a short code ("7F3A-91C2") does, oldest first."""
    begin = code.replace("-", "").lower()
    sql = "SELECT * FROM journal WHERE substr(hash, 1, 8) = ? ORDER BY seq"
    return [Line(**row) for row in file.rows(sql, begin)]


def changes_after(file: CongressFile, seq: int) -> list[tuple[int, str]]:
    """Return what each line after `seq` changed, as it is written, by number."""
    rows = file.rows("SELECT seq, changes FROM journal WHERE seq > ? ORDER BY seq", seq)
    return [(row["seq"], row["changes"]) for row in rows]


def name_of(file: CongressFile, column: str, number: int) -> str:
    """Return what the record is called that a column points to, "" where it points to none."""
    if column not in _REFERENCES:
        return ""
    table, name = _REFERENCES[column]
    return str(_row_of(file, table, number).get(name, ""))


def record_name(file: CongressFile, table: str, number: object) -> str:
    """Return what a record is called now, "" of one that is gone or has no name."""
    if table == "person_detail":
        return name_of(file, "person_id", number) if isinstance(number, int) else ""
    name = _NAMES.get(table)
    return str(_row_of(file, table, number).get(name, "")) if name else ""


def number_there(file: CongressFile, table: str, row: Row, column: str) -> int:
    """Return the record's number on its desk, 0 of one that is gone."""
    number = row.get(column)
    if number is None and column != "id":
        # Of a change only the key is known, which here is that of the row itself.
        key = "person_id" if table in ("person_detail", "photo") else "id"
        number = _row_of(file, table, row.get("id"), key).get(column)
    target = table if column == "id" else _REFERENCES[column][0]
    return int(_row_of(file, target, number).get("id", 0))


def election_of_row(file: CongressFile, table: str, row: Row) -> int:
    """Return the election that a row of an election, a round or a ballot belongs to, 0 of none."""
    if table in ("agenda_item", "motion", "duty"):
        return 0
    if table == "election":
        return _first(file, "SELECT id FROM election WHERE id = ?", row.get("id"))
    if row.get("election_id"):
        sql = "SELECT id FROM election WHERE id = ?"
        return _first(file, sql, row["election_id"])
    round_id = _round_id(file, table, row)
    if round_id:
        return _first(file, "SELECT election_id FROM round WHERE id = ?", round_id)
    if table in _ELECTION_OF:
        return _first(file, _ELECTION_OF[table], row.get("id"))
    candidate = row.get("candidate_id")
    if table in ("nomination", "candidate_profile"):
        candidate = candidate or row.get("id")
    return _first(file, _ELECTION_OF["candidate"], candidate) if candidate else 0


def round_of_row(file: CongressFile, table: str, row: Row) -> int:
    """Return the number in its election of the round a row belongs to, 0 of none."""
    found = _round_id(file, table, row)
    return _first(file, "SELECT number FROM round WHERE id = ?", found) if found else 0


def election_code(file: CongressFile, election_id: int) -> str:
    """Return the code of an election."""
    return name_of(file, "election_id", election_id)


def _round_id(file: CongressFile, table: str, row: Row) -> int:
    if row.get("round_id"):
        return int(row["round_id"])
    if table in _BY_BUNDLE and row.get("bundle_id"):
        return _first(file, "SELECT round_id FROM bundle WHERE id = ?", row["bundle_id"])
    if table in _ROUND_OF and row.get("id"):
        rows = file.cursor(_ROUND_OF[table].replace(":id", "?"), row["id"]).fetchone()
        return int(rows[0] or 0) if rows else 0
    return 0


def _row_of(file: CongressFile, table: str, number: object, key: str = "id") -> Row:
    """Return a row by its key as it stands now, an empty one where it is gone."""
    file.kinds.note_read(kinds_of((table,)))
    return dict(next(file.db.table(table).rows_where(f"{key} = ?", [number]), {}))


def _first(file: CongressFile, sql: str, *params: Any) -> int:
    found = file.cursor(sql, *params).fetchone()
    return int(found[0] or 0) if found else 0
