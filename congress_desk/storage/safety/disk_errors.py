"""Errors of the disk, kept apart from errors of the program, in words of their own."""

from __future__ import annotations

import sqlite3

from congress_desk.errors import Problem, problem


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
