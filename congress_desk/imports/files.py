"""A file from outside, taken in whole and within bounds, or refused in one sentence."""

from __future__ import annotations

import stat
from pathlib import Path

from congress_desk.domain.text.clean_text import clean_text
from congress_desk.errors import Place, Refusal, refuse

MAX_BYTES = 50_000_000
_READ_BITS = 0o444


def file_place(path: Path) -> Place:
    """Return the place that names the file alone."""
    return Place(file=clean_text(path.name)[:120] or clean_text(str(path))[-120:])


def read_bytes(path: Path) -> bytes | Refusal:
    """Return the bytes of a regular file of at most 50 MB.

    A file without any read permission is refused even where the system would let us read it.
    """
    try:
        facts = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return refuse("import_file_missing", file_place(path))
    except (OSError, ValueError):
        return refuse("import_file_unreadable", file_place(path))
    if stat.S_ISDIR(facts.st_mode):
        return refuse("import_file_is_folder", file_place(path))
    if not stat.S_ISREG(facts.st_mode) or not facts.st_mode & _READ_BITS:
        return refuse("import_file_unreadable", file_place(path))
    if facts.st_size > MAX_BYTES:
        return refuse("import_file_too_large", file_place(path), limit=MAX_BYTES // 1_000_000)
    if not facts.st_size:
        return refuse("import_file_empty", file_place(path))
    return _read(path)


def _read(path: Path) -> bytes | Refusal:
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES)
    except OSError:
        return refuse("import_file_unreadable", file_place(path))
