"""A congress file made whole or not at all: in a folder of its own beside it, then moved.

Whoever is stopped on the way leaves a hidden folder behind, which keeps nobody from trying again.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from congress_desk.errors import Refusal, refuse
from congress_desk.storage.backup import backup_folder
from congress_desk.storage.second_journal import SUFFIX

Made = TypeVar("Made")


def make_whole(
    path: Path, make: Callable[[Path], Made | Refusal], *, replace: bool = False
) -> Made | Refusal:
    """Let `make` write a closed congress file elsewhere, then put it and its journal at `path`.

    `path` must not exist, unless it is to be replaced. A second journal that an earlier file of
    this name left is set aside.
    """
    if path.exists() and not replace:
        return refuse("target_exists", path=path.name)
    if not path.parent.is_dir():
        return refuse("folder_missing", path=str(path.parent))
    folder = Path(tempfile.mkdtemp(prefix=".desk-", suffix=".part", dir=path.parent))
    try:
        made = make(folder / path.name)
        if not isinstance(made, Refusal):
            if replace:
                remove_congress(path)
            move_congress(folder / path.name, path)
        return made
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def remove_congress(path: Path) -> None:
    """Remove a congress file with its journal and its automatic copies."""
    journal_path(path).unlink(missing_ok=True)
    shutil.rmtree(backup_folder(path), ignore_errors=True)
    path.unlink(missing_ok=True)


def journal_path(path: Path) -> Path:
    """Return where the second journal of a congress file stands: beside it."""
    return path.with_name(path.name + SUFFIX)


def move_congress(made: Path, path: Path) -> None:
    """Put a closed congress file with its journal and copies in another place.

    Journal and copies go first: the congress file is there when all of it is.
    """
    journal, copies = journal_path(made), backup_folder(made)
    earlier = journal_path(path)
    if earlier.exists():
        earlier.rename(earlier.with_name(f"{earlier.name}.{datetime.now():%Y%m%d-%H%M%S}"))
    if journal.exists():
        journal.rename(journal_path(path))
    if copies.exists() and not backup_folder(path).exists():
        copies.rename(backup_folder(path))
    made.rename(path)
