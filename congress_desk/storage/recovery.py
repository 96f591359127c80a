"""A congress file made again from its second journal, when the file itself is lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from congress_desk.errors import Refusal, refuse
from congress_desk.storage.congress_file import CongressFile, empty_file
from congress_desk.storage.journal import Line, Replay, chain_breaks
from congress_desk.storage.migrations import SCHEMA_VERSION
from congress_desk.storage.schema import added_columns, table_keys
from congress_desk.storage.second_journal import read_lines


def recover(journal: Path, target: Path) -> int | Refusal:
    """Write every row that the lines of a second journal tell to a new file; return the lines.

    A torn last line is left out; a broken chain is refused.
    """
    if not journal.is_file():
        return refuse("file_missing", path=str(journal))
    lines = list(read_lines(journal))
    if not lines:
        return refuse("second_journal_empty", path=journal.name)
    for found in chain_breaks(lines):
        return refuse("journal_broken", seq=found.seq)
    replay = Replay(table_keys(SCHEMA_VERSION), added_columns(SCHEMA_VERSION))
    for line in lines:
        try:
            replay.apply(line)
        except (KeyError, ValueError, TypeError, IndexError, AttributeError):
            return refuse("journal_broken", seq=line.seq)
    file = empty_file(target)
    if isinstance(file, Refusal):
        return file
    try:
        _restore(file, replay, lines)
    except sqlite3.Error as error:
        file.close()
        target.unlink(missing_ok=True)
        return refuse("file_not_created", path=target.name, detail=str(error))
    file.reconcile_second_journal()
    file.close()
    return len(lines)


def _restore(file: CongressFile, replay: Replay, lines: Sequence[Line]) -> None:
    file.db.execute("BEGIN IMMEDIATE")
    file.db.execute("PRAGMA defer_foreign_keys = ON")
    # Ballots go in before their rounds: the triggers of sealed rounds find none to seal.
    for table in sorted(replay.tables, key=lambda name: (name == "round", name)):
        file.db.table(table).insert_all(replay.tables[table].values())
    file.db.table("journal").insert_all(line.as_row() for line in lines)
    file.db.execute("COMMIT")
