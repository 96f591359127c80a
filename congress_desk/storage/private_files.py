"""Files for their owner alone: nobody else at the machine reads a congress or its journal."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from urllib.parse import quote

OWNER_ONLY, OWNER_FOLDER = 0o600, 0o700


def address_of(path: Path) -> str:
    """Return the `file:` address of a file as SQLite takes it."""
    # Not Path.as_uri(): it puts a Windows share (and a mapped drive, once resolved) in the URI's
    # authority, which SQLite refuses; four slashes are the form it takes.
    text = path.absolute().as_posix()
    return "file://" + quote(os.fsencode(text if text.startswith("/") else f"/{text}"), safe="/:")


def make_own(path: Path) -> None:
    """Make an empty file that its owner alone may read; FileExistsError where there is one."""
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY))


def open_own_to_append(path: Path) -> int:
    """Return a handle that appends to a file, made for its owner alone if it is new."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)
    return os.open(path, flags, OWNER_ONLY)


def keep_to_owner(path: Path) -> None:
    """Take the rights of others away; a file system without rights, or another's file, stays."""
    with contextlib.suppress(OSError):
        path.chmod(OWNER_ONLY)
