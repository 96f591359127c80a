"""The programme as it is stored: places of its items, and what else in the file is about them."""

from __future__ import annotations

from congress_desk.domain.agenda.item import AgendaItem, ItemState
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.journal.lines import Row
from congress_desk.storage.reading import journal as reading_journal
from congress_desk.storage.rows.agenda import agenda_of, agenda_row

_RECORDS = """
SELECT id FROM agenda_item
WHERE motion_id IS NOT NULL OR note <> '' OR started_at <> '' OR finished_at <> ''
UNION SELECT item_id FROM speech WHERE item_id IS NOT NULL
UNION SELECT item_id FROM assignment WHERE item_id IS NOT NULL
UNION SELECT item_id FROM obstacle WHERE item_id IS NOT NULL
"""


def agenda(file: CongressFile) -> tuple[AgendaItem, ...]:
    """Return the programme in order, without the items that were removed."""
    rows = file.rows("SELECT * FROM agenda_item WHERE state <> 'removed' ORDER BY place, id")
    return tuple(agenda_of(row) for row in rows)


def agenda_at(file: CongressFile, seq: int) -> tuple[AgendaItem, ...]:
    """Return the programme in order as it was after the journal line `seq`."""
    # What a row of an older version did not tell is as in an item that nothing is known of.
    unknown: Row = {"place": 0, **agenda_row(AgendaItem(content=""))}
    rows: dict[int, Row] = {row["id"]: row for row in file.rows("SELECT * FROM agenda_item")}
    for _, (kind, _, keys, values) in reversed(
        reading_journal.changes_of(file, "agenda_item", after=seq)
    ):
        if kind == "+":
            for row in values:
                rows.pop(dict(zip(keys, row, strict=True))["id"], None)
        elif kind == "~":
            rows[keys[0]] |= {column: old for column, (old, _) in values.items()}
        else:
            row = unknown | dict(zip(keys, values, strict=True))
            rows[row["id"]] = row
    there = sorted(rows.values(), key=lambda row: (row["place"], row["id"]))
    return tuple(agenda_of(row) for row in there if row["state"] != ItemState.REMOVED.value)


def places(file: CongressFile) -> dict[int, int]:
    """Return the place of every item by its id, removed ones too."""
    return {row["id"]: row["place"] for row in file.rows("SELECT id, place FROM agenda_item")}


def item(file: CongressFile, item_id: int) -> AgendaItem | None:
    """Return one item, also one that was removed."""
    rows = file.rows("SELECT * FROM agenda_item WHERE id = ?", item_id)
    return agenda_of(rows[0]) if rows else None


def items_with_records(file: CongressFile) -> frozenset[int]:
    """Return the items that something was recorded of: votes, speeches, notes, times, duties."""
    return frozenset(row["id"] for row in file.rows(_RECORDS))


def links(file: CongressFile) -> dict[str, frozenset[int]]:
    """Return the ids an item may be linked to, by the name of its field."""
    asked = {
        "election_id": "SELECT id FROM election",
        "motion_id": "SELECT id FROM motion",
        "text_id": "SELECT id FROM congress_text",
    }
    return {name: frozenset(row["id"] for row in file.rows(sql)) for name, sql in asked.items()}


def text_titles(file: CongressFile) -> dict[int, str]:
    """Return the texts of the congress by id, in their order."""
    rows = file.rows("SELECT id, title FROM congress_text ORDER BY place, id")
    return {row["id"]: row["title"] for row in rows}
