"""A congress file made again from its second journal, when the file itself is lost."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from congress_desk.errors import Refusal, refuse
from congress_desk.storage.congress_file import create_file
from congress_desk.storage.journal import Replay, chain_breaks
from congress_desk.storage.schema import table_keys
from congress_desk.storage.second_journal import SUFFIX, read_lines


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
    replay = Replay(table_keys())
    for line in lines:
        try:
            replay.apply(line)
        except (KeyError, ValueError, TypeError, IndexError, AttributeError):
            return refuse("journal_broken", seq=line.seq)
    file = create_file(target)
    if isinstance(file, Refusal):
        return file
    try:
        file.restore(replay.tables, lines)
    except sqlite3.Error as error:
        file.close()
        target.unlink(missing_ok=True)
        return refuse("file_not_created", path=target.name, detail=str(error))
    if target.with_name(target.name + SUFFIX).resolve() != journal.resolve():
        file.second_journal.append(lines)
    file.close()
    return len(lines)
