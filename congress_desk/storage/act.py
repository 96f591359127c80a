"""An act while it is written: rows go in, and the same rows go into its one journal line."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache, lru_cache
from itertools import chain
from typing import Any

from sqlite_utils import Database

from congress_desk.domain.kinds import Kind, Kinds
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.storage.journal.lines import COLUMNS, Line, Row, compact, inverse, line_hash
from congress_desk.storage.migrations import UNTOLD
from congress_desk.storage.table_kinds import kinds_of

# Rows of one statement: what a CHECK of many words prepares, it prepares once for all of them.
_AT_ONCE = 8
# A ballot is never deleted, nor one put aside: what undoes its entry is this change of state.
_INSTEAD_OF_DELETE = {
    "ballot": {"state": "withdrawn"},
    "doubtful_ballot": {"state": "withdrawn"},
}
# Its marks and votes stay with it, and so does the pass it was entered in.
_KEPT = frozenset({"ballot_mark", "ballot_share", "ballot_vote", "entry_pass"})


class Act:
    """One user's act inside one transaction; its writes are also its journal line.

    `last` is the number and the hash of the journal line before.
    """

    def __init__(
        self,
        db: Database,
        keys: Mapping[str, tuple[str, ...]],
        *,
        name: str,
        actor: str,
        at: str,
        about: Mapping[str, Any],
        last: tuple[int, str],
    ) -> None:
        self.id = os.urandom(16).hex()
        self.at = at
        self._db = db
        self._keys = keys
        self._last = last
        self._name, self._actor, self._about = name, clean_text(actor), dict(about)
        self._changes: list[tuple[Any, ...]] = []
        self._undoes: int | None = None

    @property
    def kinds(self) -> Kinds:
        """Return the kinds of what was written; the journal line is one of them."""
        return _kinds_of(frozenset([change[1] for change in self._changes]))

    def tell(self, **about: str | int) -> None:
        """Add to what the journal line says of the act."""
        self._about.update(about)

    def insert(self, table: str, **row: Any) -> int:
        """Insert one row and return its id, 0 for a table that has none of its own."""
        statement = _insert_statement(table, tuple(row))
        inserted = self._db.conn.execute(statement, tuple(row.values())).lastrowid
        if self._keys[table] == ("id",):
            row = {"id": inserted, **row}
        self._changes.append(("+", table, tuple(row), (tuple(row.values()),)))
        return int(row.get("id", 0))

    def insert_rows(self, table: str, rows: Sequence[Row]) -> None:
        """Insert whole rows that all have the same columns, in the given order."""
        if not rows:
            return
        columns = tuple(rows[0])
        self.insert_values(
            table, columns, [tuple([row[column] for column in columns]) for row in rows]
        )

    def insert_values(
        self, table: str, columns: tuple[str, ...], values: Sequence[tuple[Any, ...]]
    ) -> None:
        """Insert whole rows, each the values of these columns in their order."""
        if not values:
            return
        for first in range(0, len(values), _AT_ONCE):
            some = values[first : first + _AT_ONCE]
            statement = _insert_statement(table, columns, len(some))
            self._db.conn.execute(statement, [*chain.from_iterable(some)])
        self._changes.append(("+", table, columns, values))

    def update(self, table: str, key: int | str | tuple[Any, ...], **changes: Any) -> None:
        """Change columns of one row; columns that already have the value are left out."""
        keys = key if isinstance(key, tuple) else (key,)
        old = self._row(table, keys)
        changed = {c: [old[c], new] for c, new in changes.items() if old[c] != new}
        if changed:
            columns = ", ".join(f"{column} = ?" for column in changed)
            news = [new for _, new in changed.values()]
            where = self._where(table)
            self._db.conn.execute(f"UPDATE {table} SET {columns} WHERE {where}", (*news, *keys))
            self._changes.append(("~", table, keys, changed))

    def delete(self, table: str, key: int | str | tuple[Any, ...]) -> None:
        """Delete one row; the journal keeps all of it."""
        keys = key if isinstance(key, tuple) else (key,)
        row = self._row(table, keys)
        self._db.conn.execute(f"DELETE FROM {table} WHERE {self._where(table)}", keys)
        self._changes.append(("-", table, tuple(row), tuple(row.values())))

    def keep_untold(self, table: str, **row: Any) -> None:
        """Write a row that the journal does not tell, over the one with the same key."""
        self._check_untold(table)
        columns = ", ".join(row)
        marks = ", ".join("?" * len(row))
        self._db.execute(f"REPLACE INTO {table} ({columns}) VALUES ({marks})", list(row.values()))

    def add_untold(self, table: str, key: Row, **amounts: int) -> None:
        """Add amounts to a row that the journal does not tell; its first ones make it."""
        self._check_untold(table)
        row = {**key, **amounts}
        more = ", ".join(f"{column} = {column} + excluded.{column}" for column in amounts)
        self._db.execute(
            f"INSERT INTO {table} ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})"
            f" ON CONFLICT ({', '.join(key)}) DO UPDATE SET {more}",
            list(row.values()),
        )

    def drop_untold(self, table: str) -> None:
        """Delete every row of a table that the journal does not tell: nothing of them is left."""
        self._check_untold(table)
        self._db.execute(f"DELETE FROM {table}")

    @staticmethod
    def _check_untold(table: str) -> None:
        if table not in UNTOLD:
            raise ValueError(table)

    def undo(self, line: Line) -> None:
        """Write the inverse of an earlier line and name that line."""
        self._undoes = line.seq
        for change in inverse(line.changes):
            self._undo_change(change)

    def _undo_change(self, change: list[Any]) -> None:
        kind, table = change[0], change[1]
        if kind == "~":
            self.update(
                table, tuple(change[2]), **{column: new for column, (_, new) in change[3].items()}
            )
        elif kind == "+":
            self.insert_rows(table, [dict(zip(change[2], v, strict=True)) for v in change[3]])
        elif table in _INSTEAD_OF_DELETE:
            row = dict(zip(change[2], change[3], strict=True))
            self.update(table, row["id"], **_INSTEAD_OF_DELETE[table])
        elif table not in _KEPT:
            row = dict(zip(change[2], change[3], strict=True))
            self.delete(table, tuple(row[column] for column in self._keys[table]))

    def write_line(self) -> Line:
        """Write the journal line; called once, last, inside the transaction."""
        seq, previous = self._last
        columns = (
            seq + 1, self.id, self.at, self._actor, self._name, compact(_cleaned(self._about)),
            self._undoes, compact(self._changes), previous,
        )  # fmt: skip
        line = Line(*columns, line_hash(*columns))
        self._db.conn.execute(_insert_statement("journal", COLUMNS), line)
        return line

    def _row(self, table: str, keys: tuple[Any, ...]) -> Row:
        """Return the row of a key; LookupError where there is none."""
        found = self._db.conn.execute(f"SELECT * FROM {table} WHERE {self._where(table)}", keys)
        names = [column[0] for column in found.description]
        row = found.fetchone()
        if row is None:
            raise LookupError(table, keys)
        return dict(zip(names, row, strict=True))

    def _where(self, table: str) -> str:
        return " AND ".join(f"{column} = ?" for column in self._keys[table])


@cache
def _insert_statement(table: str, columns: tuple[str, ...], rows: int = 1) -> str:
    row = f"({', '.join('?' * len(columns))})"
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES {', '.join([row] * rows)}"


@cache
def _kinds_of(tables: frozenset[str]) -> Kinds:
    return kinds_of(tables) | {Kind.JOURNAL}


def _cleaned(about: Mapping[str, Any]) -> dict[str, Any]:
    return {k: clean_text(v) if isinstance(v, str) else v for k, v in about.items()}


def about_of(line: Line) -> dict[str, Any]:
    """Return what a line says of its act: names for the placeholders of its sentence."""
    about = json.loads(line.about)
    return about if isinstance(about, dict) else {}


def time_text(moment: datetime, *, to_the_minute: bool) -> str:
    """Return a moment as the journal tells it, in local time."""
    if to_the_minute:
        moment = moment.replace(second=0, microsecond=0)
        return _text_of_minute(moment, moment.fold)
    return moment.astimezone().isoformat(timespec="seconds")


@lru_cache(maxsize=1)
def _text_of_minute(minute: datetime, fold: int) -> str:
    """Return what ballots of one minute are told by; `fold` is the second of two like hours."""
    return minute.astimezone().isoformat(timespec="seconds")
