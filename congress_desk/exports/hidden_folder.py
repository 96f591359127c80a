"""A hidden folder or file beside the target, in use while written; what a killed one left goes."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

PREFIX, SUFFIX = ".desk-", ".part"
# Held open and locked as long as its folder is in use; the lock ends with the process.
_MARK = ".in-use"
_OLD = 3_600


@contextlib.contextmanager
def hidden_folder_in(folder: Path) -> Iterator[Path]:
    """Make a hidden folder within another and take it away afterwards; OSError when it cannot be.

    What is to be there whole is written in it and then moved. Leftovers of killed programs are
    cleared first.
    """
    clear_leftovers(folder)
    made = Path(tempfile.mkdtemp(prefix=PREFIX, suffix=SUFFIX, dir=folder))
    try:
        with (made / _MARK).open("wb") as mark:
            be_in_use(mark)
            yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


@contextlib.contextmanager
def own_temporary_files() -> Iterator[None]:
    """Let all temporary files of this process lie in one folder that goes with it.

    Previews, and the sheets a workbook is made of, hold names. What a program that was killed left
    goes when the next one begins. Where no folder can be made, everything is as ever.
    """
    before = tempfile.tempdir
    with contextlib.ExitStack() as stack:
        with contextlib.suppress(OSError):
            own = stack.enter_context(hidden_folder_in(Path(tempfile.gettempdir())))
            tempfile.tempdir = str(own)
        try:
            yield
        finally:
            tempfile.tempdir = before


def clear_leftovers(folder: Path) -> None:
    """Remove the hidden folders and files in a folder that nobody uses any more."""
    with contextlib.suppress(OSError):
        for left in folder.glob(f"{PREFIX}*{SUFFIX}"):
            if left.is_symlink() or not left.is_dir():
                if _is_old(left) or not _is_in_use(left):
                    left.unlink(missing_ok=True)
            elif not _is_in_use(left / _MARK):
                shutil.rmtree(left, ignore_errors=True)


def _is_in_use(mark: Path) -> bool:
    """Say whether a program has a mark or a file open; a folder without a mark is, for an hour."""
    if not mark.exists():
        return not _is_old(mark.parent)
    try:
        if sys.platform == "win32":
            mark.replace(mark)  # refused while it is open
        else:
            with mark.open("rb") as held:
                be_in_use(held)
    except OSError:
        return True
    return False


def _is_old(path: Path) -> bool:
    try:
        return time.time() - path.stat().st_mtime > _OLD
    except OSError:
        return False


def be_in_use(mark: BinaryIO) -> None:
    """Lock an open file; OSError when another program has it. On Windows being open is enough."""
    if os.name == "posix":
        import fcntl

        fcntl.flock(mark, fcntl.LOCK_EX | fcntl.LOCK_NB)
