"""Who has a file open: SQLite's own lock keeps others out, this small file says who it is.

SQLite's lock ends with the process, so a line left by a crash on this machine means nothing. One
written on another machine may be a stick that was pulled out, or a shared folder where locks do not
reach: then only a person can tell, and says so.
"""

from __future__ import annotations

import contextlib
import errno
import getpass
import json
import os
import socket
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Holder:
    """The person, machine and process that opened a file, and since when."""

    who: str
    host: str
    pid: int
    since: str

    @property
    def is_here(self) -> bool:
        return self.host == socket.gethostname()


def lock_path(path: Path) -> Path:
    """Return the path of the lock note beside a congress file."""
    return path.with_name(path.name + ".lock")


def read_holder(path: Path) -> Holder | None:
    """Return who is noted beside the file, None when nobody is or the note cannot be read."""
    try:
        note = json.loads(lock_path(path).read_text("utf-8"))
        return Holder(str(note["who"]), str(note["host"]), int(note["pid"]), str(note["since"]))
    except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return None


def write_holder(path: Path) -> bool:
    """Note this process beside the file; False when the folder takes no files at all.

    SQLite could not write there either. A full disk is another matter: reading needs no note.
    """
    note = {
        "who": user_name(),
        "host": socket.gethostname(),
        "pid": os.getpid(),
        "since": datetime.now().astimezone().isoformat(timespec="seconds"),
    }
    try:
        lock_path(path).write_text(json.dumps(note), "utf-8")
    except PermissionError:
        return lock_path(path).exists()
    except OSError as error:
        return error.errno != errno.EROFS
    return True


def remove_holder(path: Path) -> None:
    """Take the note away when the file is closed; one that stays names this machine: no harm."""
    with contextlib.suppress(OSError):
        lock_path(path).unlink(missing_ok=True)


def user_name() -> str:
    """Return the name of the account at this machine, "?" when it has none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "?"
