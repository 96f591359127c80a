"""A second start on a file that is open asks the first one to come to the front.

No port is opened: the second start leaves a note of the path in a folder of the user, named by the
process that the lock of the file names; the first one takes the note away once its window is there.
"""

from __future__ import annotations

import contextlib
import os
import sys
import time
from pathlib import Path

from congress_desk.settings import second_start_folder, settings_folder
from congress_desk.storage.safety.lock import read_holder

PATIENCE_S, LOOK_AGAIN_S = 5.0, 0.05


def is_in_front(path: Path) -> bool:
    """Ask whoever has a congress file open here for its window; say whether that came."""
    holder = read_holder(path)
    if holder is None or not holder.is_here or holder.pid == os.getpid():
        return False
    folder = second_start_folder(settings_folder())
    if not (folder / f"{holder.pid}.here").exists():
        return False
    _let_come_to_front(holder.pid)
    note = folder / f"{holder.pid}.note"
    written = folder / f"{os.getpid()}.writing"
    try:
        # Whole at once: the folder tells that a note came, and never that one was filled in.
        written.write_text(str(path.resolve()), "utf-8")
        written.replace(note)
    except OSError:
        return False
    return _is_taken(note)


def _is_taken(note: Path) -> bool:
    """Wait until the note is taken; one that nobody takes is of a process that ended."""
    until = time.monotonic() + PATIENCE_S
    while note.exists() and time.monotonic() < until:
        time.sleep(LOOK_AGAIN_S)
    if not note.exists():
        return True
    for left in (note, note.with_suffix(".here")):
        with contextlib.suppress(OSError):
            left.unlink(missing_ok=True)
    return False


def _let_come_to_front(pid: int) -> None:
    """Let another process take the front: on Windows only the one that has it may allow that."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(pid)
