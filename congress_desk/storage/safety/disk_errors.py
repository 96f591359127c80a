"""Errors of the disk, kept apart from errors of the program, in words of their own."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

from congress_desk.errors import Problem, Refusal, problem, refuse

_FULL = (errno.ENOSPC, errno.EDQUOT)


def is_of_the_disk(error: BaseException) -> bool:
    """Say whether the disk is to blame: broken constraints and wrong statements are bugs."""
    of_sqlite = isinstance(error, sqlite3.OperationalError) or type(error) is sqlite3.DatabaseError
    return of_sqlite or isinstance(error, UnicodeDecodeError)


def why_not_saved(error: BaseException) -> Problem:
    """Return why an act did not reach the file."""
    text = str(error)
    if "full" in text:
        return problem("disk_full")
    if "readonly" in text:
        return problem("file_became_read_only")
    return problem("act_not_saved", detail=" ".join(text.split())[:300])


def is_full(error: BaseException) -> bool:
    """Say whether the disk had no room left."""
    return getattr(error, "errno", 0) in _FULL or "disk is full" in str(error)


def reason_of(error: BaseException) -> str:
    """Return what the system says of an error, without number and path, in one line."""
    said = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return " ".join(said.split())[:300]


def why_not_created(error: BaseException, path: Path) -> Refusal:
    """Return why a congress file was not made: a full disk by its name, all else as it is said."""
    if is_full(error):
        return refuse("file_not_created_full", path=path.name)
    return refuse("file_not_created", path=path.name, detail=reason_of(error))
