"""The names of automatic copies, and which of them are kept.

The newest twelve, the last one of each day, and every one made after a declared result.
"""

from __future__ import annotations

import contextlib
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

NEWEST = 12
BEGUN = ".new"
# Says in a file manager too what is special about a copy.
_AFTER_RESULT = "-ket-qua"
_SUFFIX = ".congress"


@dataclass(frozen=True, slots=True)
class BackupName:
    """What the name of a copy says: when it was made, after which line of the journal."""

    path: Path
    day: str
    time: str
    seq: int
    after_result: bool

    @property
    def made(self) -> datetime:
        """Return when the copy was made, by the clock of its computer."""
        return datetime.strptime(self.day + self.time, "%Y%m%d%H%M%S")


def backup_name(stem: str, seq: int, *, after_result: bool = False) -> str:
    """Return the name of a copy made now of the file with this stem."""
    mark = _AFTER_RESULT if after_result else ""
    return f"{stem}-{datetime.now():%Y%m%d-%H%M%S}-{seq:06d}{mark}{_SUFFIX}"


def backups_in(folder: Path, stem: str) -> list[BackupName]:
    """Return the automatic copies in a folder, oldest first; none where it cannot be read."""
    try:
        files = sorted(folder.iterdir())
    except OSError:
        return []
    return [found for file in files if (found := _named(file, file.name, stem))]


def no_longer_kept(copies: list[BackupName]) -> list[BackupName]:
    """Return those of the copies, given oldest first, that the rule does not keep."""
    last_of_day = {copy.day: copy.path for copy in copies}.values()
    older = copies[:-NEWEST]
    return [copy for copy in older if not copy.after_result and copy.path not in last_of_day]


def drop_oldest(folder: Path, stem: str) -> None:
    """Remove what is not kept, and what a killed program had begun to write.

    Only copies named as above: what a person put into the folder stays there.
    """
    with contextlib.suppress(OSError):
        begun = [
            file
            for file in folder.iterdir()
            if file.name.endswith(BEGUN) and _named(file, file.name.removesuffix(BEGUN), stem)
        ]
        old = [copy.path for copy in no_longer_kept(backups_in(folder, stem))]
        for path in (*old, *begun):
            path.unlink(missing_ok=True)


def _named(path: Path, name: str, stem: str) -> BackupName | None:
    pattern = re.escape(stem) + rf"-(\d{{8}})-(\d{{6}})-(\d{{6,}})({_AFTER_RESULT})?{_SUFFIX}"
    found = re.fullmatch(pattern, name)
    if found is None:
        return None
    return BackupName(path, found[1], found[2], int(found[3]), bool(found[4]))
