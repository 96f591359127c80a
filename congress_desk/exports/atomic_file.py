"""A file is written whole or not at all: to a temporary name beside it, then renamed."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from congress_desk.errors import Place, Refusal, refuse
from congress_desk.exports.hidden_folder import PREFIX, SUFFIX, be_in_use

_FULL = (errno.ENOSPC, errno.EDQUOT)
# 1,500 people with 60 columns take half of it.
_ROOM_FOR_SHEETS = 8_000_000
# No paper takes the place of a congress or of its journal, whatever was answered.
_NEVER_OVER = (".congress", ".station", ".journal.jsonl")
_TOO_LONG = (errno.ENAMETOOLONG, errno.EINVAL)


def write_whole(path: Path, write: Callable[[BinaryIO], None]) -> Refusal | None:
    """Let `write` fill a temporary file, then put it in the place of `path`.

    A full disk, missing rights, a missing folder, or a file held open by another program (Windows)
    is a Refusal that leaves what was there; any other error of `write` goes on up.
    """
    place = Place(file=path.name)
    if path.name.casefold().endswith(_NEVER_OVER):
        return refuse("export_over_congress", place)
    if not path.parent.is_dir():
        return refuse("export_folder_missing", place, folder=str(path.parent))
    try:
        handle, name = tempfile.mkstemp(prefix=PREFIX, suffix=SUFFIX, dir=path.parent)
    except OSError as error:
        return refusal_of(error, path)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            # Where nothing can be locked, what a killed program left goes after an hour.
            with contextlib.suppress(OSError):
                be_in_use(stream)
            stream.write(_whole(write))
            stream.flush()
            os.fsync(stream.fileno())
        _give_usual_rights(temporary)
        temporary.replace(path)
    except OSError as error:
        return refusal_of(error, path)
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
    return None


def write_whole_workbook(path: Path, write: Callable[[BinaryIO], None]) -> Refusal | None:
    """Write a workbook as `write_whole` does, once there is room for the sheets it is made of.

    They are put down one by one in the folder for temporary files, often on the same device; what
    makes them takes it badly when that is full.
    """
    folder = tempfile.gettempdir()
    try:
        room = shutil.disk_usage(folder).free
    except OSError as error:
        return refusal_of(error, path)
    if room < _ROOM_FOR_SHEETS:
        return refuse("export_disk_full", Place(file=path.name), folder=folder)
    return write_whole(path, write)


def put_in_place(made: Path, path: Path) -> Refusal | None:
    """Move a file that was written whole elsewhere, refused for the reasons of `write_whole`."""
    try:
        made.replace(path)
    except OSError as error:
        return refusal_of(error, path)
    return None


def _whole(write: Callable[[BinaryIO], None]) -> bytes:
    """Return what is to be in the file: the makers of workbooks take a full disk badly.

    They go on to close what they had begun, long after the error, and complain of that too.
    """
    made = io.BytesIO()
    write(made)
    return made.getvalue()


def refusal_of(error: OSError, path: Path, *, is_folder: bool = False) -> Refusal:
    """Return why a file, or anything in a folder, could not be written, in one sentence."""
    place = Place(file=path.name)
    # Papers are written into a hidden folder beside where they go.
    there = (path if is_folder else path.parent).absolute()
    folder = str(there.parent if there.name.startswith(PREFIX) else there)
    if error.errno in _FULL:
        return refuse("export_disk_full", place, folder=folder)
    if path.is_dir() and not is_folder:
        return refuse("export_is_folder", place)
    if isinstance(error, PermissionError):
        busy = path.exists() and not is_folder
        code = "export_file_busy" if busy else "export_no_rights"
        return refuse(code, place, folder=folder)
    if error.errno == errno.EROFS:
        return refuse("export_no_rights", place, folder=folder)
    if error.errno in _TOO_LONG:
        return refuse("export_bad_name", place)
    return refuse("export_failed", place, reason=error.strerror or str(error))


def _give_usual_rights(path: Path) -> None:
    """Give the rights any new file would have; mkstemp keeps others from reading it."""
    if os.name != "posix":
        return
    mask = os.umask(0)
    os.umask(mask)
    path.chmod(0o666 & ~mask)
