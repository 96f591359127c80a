"""What was rescued of a damaged file, as files anybody can read: a CSV a table.

They are for their owner alone: they hold all that the congress file held, ballots too.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any, BinaryIO

from congress_desk.errors import Refusal, refuse
from congress_desk.exports.csv_text import csv_text
from congress_desk.exports.whole_file import write_whole
from congress_desk.storage.own_files import keep_to_owner
from congress_desk.storage.rescue.rescue import Rescued, RescuedTable

MISSING = "CON-THIEU.txt"


def write_rescued(folder: Path, rescued: Rescued, missing: Sequence[str]) -> list[Path] | Refusal:
    """Write every table, and what is missing in words, into a new folder; return the paths."""
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        return refuse("target_exists", path=folder.name)
    except OSError as error:
        return refuse("system", detail=f"{error.strerror}: {folder}")
    texts = {f"{table.name}.csv": _table_text(table) for table in rescued.tables if table.columns}
    texts[MISSING] = "".join(f"{line}\n" for line in missing)
    written = []
    for name, text in texts.items():
        refusal = _write(folder / name, text)
        if refusal:
            return refusal
        written.append(folder / name)
    return written


def _write(path: Path, text: str) -> Refusal | None:
    def write(stream: BinaryIO) -> None:
        stream.write(text.encode("utf-8-sig", "replace"))

    refusal = write_whole(path, write)
    keep_to_owner(path)
    return refusal


def _table_text(table: RescuedTable) -> str:
    """Return a table with, before its columns, where each row was read: the file or the journal."""
    stream = io.StringIO()
    out = csv.writer(stream, lineterminator="\n")
    out.writerow(("source", *table.columns))
    first_told = len(table.rows) - table.from_journal
    for place, row in enumerate(table.rows):
        out.writerow(("journal" if place >= first_told else "file", *map(_cell, row)))
    return stream.getvalue()


def _cell(value: Any) -> str:
    """Return a value as text that no spreadsheet takes for a formula."""
    if value is None:
        return ""
    if isinstance(value, bytes):
        return value.hex()
    return csv_text(value) if isinstance(value, str) else str(value)
