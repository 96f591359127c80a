"""What was rescued of a damaged file, as files anybody can read: a CSV a table.

They are for their owner alone: they hold all that the congress file held, ballots too.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from congress_desk.errors import Refusal, refuse
from congress_desk.exports.atomic_file import write_whole
from congress_desk.exports.csv_text import csv_text
from congress_desk.exports.file_names import safe_name, unused_name
from congress_desk.i18n import message, problem_text
from congress_desk.storage.private_files import keep_to_owner
from congress_desk.storage.rescue.rescue import Rescued, RescuedTable, rescue
from congress_desk.storage.safety.backup import sync_folder

MISSING = "CON-THIEU.txt"
_OURS = re.compile("[a-z_]{1,60}")


@dataclass(frozen=True, slots=True, kw_only=True)
class RescuedFiles:
    """The folder that was made, its files, and in words what was read and what is missing."""

    folder: Path
    paths: tuple[Path, ...]
    read: str
    missing: tuple[str, ...]


def rescue_into(path: Path, target: Path) -> RescuedFiles | Refusal:
    """Write all that can be read of a damaged file into a new folder in `target`."""
    if not target.is_dir():
        return refuse("folder_missing", path=str(target))
    rescued = rescue(path)
    if isinstance(rescued, Refusal):
        return rescued
    rows = sum(len(table.rows) for table in rescued.tables)
    told = sum(table.from_journal for table in rescued.tables)
    read = message("cli.rescued", path=path.name, rows=rows, told=told)
    missing = tuple(map(problem_text, rescued.missing))
    folder = target / f"{path.stem}-cuu-du-lieu"
    lines = [read, *(missing or (message("cli.nothing_missing"),))]
    written = _write_all(folder, rescued, lines)
    if isinstance(written, Refusal):
        return written
    return RescuedFiles(folder=folder, paths=tuple(written), read=read, missing=missing)


def _write_all(folder: Path, rescued: Rescued, lines: Sequence[str]) -> list[Path] | Refusal:
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        return refuse("target_exists", path=folder.name)
    except OSError as error:
        return refuse("system", detail=f"{error.strerror}: {folder}")
    texts: dict[str, str] = {}
    for table in rescued.tables:
        if table.columns:
            texts[_file_of(table, texts)] = _table_text(table)
    texts[MISSING] = "".join(f"{line}\n" for line in lines)
    written = []
    for name, text in texts.items():
        refusal = _write(folder / name, text)
        if refusal:
            return refusal
        written.append(folder / name)
    try:
        sync_folder(folder)
        sync_folder(folder.parent)
    except OSError as error:
        return refuse("system", detail=f"{error.strerror}: {folder}")
    return written


def _file_of(table: RescuedTable, taken: Collection[str]) -> str:
    """Return the name of the file of a table; one that is not ours may be called anything."""
    plain = table.name if _OURS.fullmatch(table.name) else safe_name(table.name)[:60] or "bang"
    return unused_name(f"{plain}.csv", taken)


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
    out.writerow(("source", *map(csv_text, table.columns)))
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
