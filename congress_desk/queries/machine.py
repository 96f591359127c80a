"""What the machine says of the evening before: disk, copies, second journal, clock."""

from __future__ import annotations

import os
import shutil
from datetime import datetime
from pathlib import Path

from congress_desk.domain.readiness.facts import MachineFacts, WindowFacts
from congress_desk.storage.safety.backup import backup_folder


def machine_facts(
    path: Path, now: datetime, window: WindowFacts, missing_letters: str
) -> MachineFacts:
    """Return what can be said of the machine on which a congress file lies; `now` has its zone."""
    return MachineFacts(
        now=now,
        free=_free(path.parent),
        copies=_copies(path),
        journal_there=bool(window.journal_folder) and Path(window.journal_folder).is_dir(),
        missing_letters=missing_letters,
        window=window,
    )


def _free(folder: Path) -> int:
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return 0


def _copies(path: Path) -> int:
    """Return how many copies there are, -1 where none can be written."""
    folder = backup_folder(path)
    if not os.access(folder if folder.exists() else path.parent, os.W_OK):
        return -1
    try:
        return sum(1 for _ in folder.glob("*.congress"))
    except OSError:
        return -1
