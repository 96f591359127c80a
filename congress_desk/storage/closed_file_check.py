"""The self-check of a file that nobody has open."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from congress_desk.errors import Problem, Refusal, problem
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.connection import UNREADABLE
from congress_desk.storage.migrations import SCHEMA_VERSION
from congress_desk.storage.read_only import open_to_read
from congress_desk.storage.safety.open_checks import (
    check_path,
    connect_alone,
    connect_read_only,
    one_line,
)
from congress_desk.storage.safety.verify import check_file
from congress_desk.storage.schema import user_version


def check_closed_file(
    path: Path, recount: Callable[[CongressFile], list[Problem]]
) -> list[Problem] | Refusal:
    """Run the self-check on a file that is not open; a read-only one is looked at as it is.

    `recount` is asked for more problems once the rows themselves are sound; of a file of an older
    version it is asked about the same pages brought up to date in memory.
    """
    db = check_path(path, writable=False) or _connect_to_look(path)
    if isinstance(db, Refusal):
        return [db.first] if db.first.code in ("file_damaged", "station_damaged") else db
    try:
        version = user_version(db)
        older = 1 <= version < SCHEMA_VERSION
        file = CongressFile(path, db, datetime.now)
        problems = _problems_of_rows(file, version if older else SCHEMA_VERSION)
        if not problems and not older:
            return recount(file)
    except UNREADABLE as error:
        return [problem("file_unreadable_part", detail=one_line(error))]
    finally:
        db.close()
    return problems or problems_of_copy(path, recount)


def problems_of_copy(path: Path, recount: Callable[[CongressFile], list[Problem]]) -> list[Problem]:
    """Return what is wrong with a copy: what stands beside it is of the file, not of the copy."""
    file = open_to_read(path)
    if isinstance(file, Refusal):
        return list(file.problems)
    try:
        return recount(file)
    finally:
        file.db.close()


def _connect_to_look(path: Path) -> Database | Refusal:
    return connect_read_only(path) if check_path(path) else connect_alone(path)


def _problems_of_rows(file: CongressFile, version: int) -> list[Problem]:
    problems = check_file(file.db, version, file.second_journal.lines())
    if problems:
        return [*problems, *_unless_unreadable(file)]
    return file.check_journals()


def _unless_unreadable(file: CongressFile) -> list[Problem]:
    """Return what the second journal says of a file that has problems of its own."""
    try:
        return file.check_journals()
    except UNREADABLE:
        return []
