"""Rows with a place: put in between others, and in another order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from congress_desk.errors import Refusal, refuse
from congress_desk.storage.act import Act
from congress_desk.storage.journal.lines import Row


def order_refusal(ids: Sequence[int], places: Mapping[int, int]) -> Refusal | None:
    """Refuse an order that does not have every row of `places` exactly once."""
    if sorted(ids) != sorted(places):
        return refuse("order_changed_meanwhile")
    return None


def write_order(act: Act, table: str, ids: Sequence[int], places: Mapping[int, int]) -> None:
    """Write the places of rows in this order, from 1 on; what has its place is left as it is."""
    for place, row_id in enumerate(ids, start=1):
        if places.get(row_id) != place:
            act.update(table, row_id, place=place)


def insert_after(act: Act, table: str, row: Row, after: int, places: Mapping[int, int]) -> int:
    """Insert a row after the one with id `after`, 0 or an unknown one is at the end."""
    ids = sorted(places, key=lambda row_id: (places[row_id], row_id))
    at = ids.index(after) + 1 if after in places else len(ids)
    added = act.insert(table, place=at + 1, **row)
    write_order(act, table, [*ids[:at], added, *ids[at:]], {**places, added: at + 1})
    return added
