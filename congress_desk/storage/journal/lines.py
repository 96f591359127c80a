"""The journal: one hash-chained line an act, from which every row can be rebuilt."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

GENESIS = "0" * 64
COLUMNS = ("seq", "act_id", "at", "actor", "act", "about", "undoes", "changes", "previous", "hash")

Row = dict[str, Any]

# A damaged file may give bytes for a text: as a list they hash to what no true line has.
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=list)


class Line(NamedTuple):
    """One journal line as it stands in the table and in the second journal."""

    seq: int
    act_id: str
    at: str
    actor: str
    act: str
    about: str
    undoes: int | None
    changes: str
    previous: str
    hash: str

    def computed_hash(self) -> str:
        """Return the hash that this line ought to carry: over every other column."""
        return line_hash(*self[:-1])

    def follows(self, previous: str, expected: int) -> bool:
        """Say whether this is the line `expected` by number after one with the hash `previous`."""
        linked = self.seq == expected and self.previous == previous
        return linked and self.hash == self.computed_hash()

    def as_row(self) -> Row:
        """Return the line as a row of the table."""
        return dict(zip(COLUMNS, self, strict=True))


def line_hash(*columns: str | int | None) -> str:
    """Return the SHA-256 of the columns before `hash`, in the table's order, as JSON."""
    return hashlib.sha256(compact(columns).encode("utf-8", "surrogatepass")).hexdigest()


def compact(value: Any) -> str:
    """Return JSON without blanks, letters as they are."""
    return _ENCODER.encode(value)


def sound_beginning(lines: Sequence[Line]) -> int:
    """Return how many lines follow from each other before the first that does not."""
    previous = GENESIS
    for place, line in enumerate(lines):
        if not line.follows(previous, place + 1):
            return place
        previous = line.hash
    return len(lines)


class Replay:
    """Every table as the journal's changes leave it: {table: {key: row}}.

    `added` says by table what a column is in rows that were written before there was one.
    """

    def __init__(
        self,
        keys: Mapping[str, tuple[str, ...]],
        added: Mapping[str, Mapping[str, Any]] = MappingProxyType({}),
    ) -> None:
        self.keys = keys
        self.added = added
        self.tables: dict[str, dict[tuple[Any, ...], Row]] = {table: {} for table in keys}

    def apply(self, line: Line) -> None:
        """Apply one line's changes; KeyError or ValueError when they do not fit."""
        for change in json.loads(line.changes):
            kind, table = change[0], change[1]
            if kind == "+":
                columns = change[2]
                for values in change[3]:
                    new_row = dict(zip(columns, values, strict=True))
                    row = {**self.added.get(table, {}), **new_row}
                    self.tables[table][self._key(table, row)] = row
            elif kind == "~":
                row = self.tables[table][tuple(change[2])]
                row.update({column: new for column, (_, new) in change[3].items()})
            elif kind == "-":
                row = dict(zip(change[2], change[3], strict=True))
                del self.tables[table][self._key(table, row)]
            else:
                raise ValueError(kind)

    def _key(self, table: str, row: Row) -> tuple[Any, ...]:
        return tuple(row[column] for column in self.keys[table])


def inverse(changes: str) -> list[Any]:
    """Return the changes that undo a line's changes, last first; an insert becomes a delete."""
    undone: list[Any] = []
    for change in reversed(json.loads(changes)):
        if change[0] == "+":
            undone += [["-", change[1], change[2], values] for values in reversed(change[3])]
        elif change[0] == "-":
            undone.append(["+", change[1], change[2], [change[3]]])
        else:
            swapped = {column: [new, old] for column, (old, new) in change[3].items()}
            undone.append(["~", change[1], change[2], swapped])
    return undone
