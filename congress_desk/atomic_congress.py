"""A congress file made whole or not at all: in a folder of its own beside it, then moved.

What a stopped one leaves, a hidden folder, keeps nobody from trying again, and goes with the next.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from congress_desk.errors import Problem, Refusal, problem, refuse
from congress_desk.exports.hidden_folder import hidden_folder_in
from congress_desk.storage.congress_file import CongressFile, NotSaved
from congress_desk.storage.journal.second_journal import SUFFIX, SecondJournal
from congress_desk.storage.private_files import make_own
from congress_desk.storage.read_only import open_to_read
from congress_desk.storage.recovery import Recovered, recover
from congress_desk.storage.safety.backup import backup_folder, sync_folder, sync_to_device
from congress_desk.storage.safety.disk_errors import why_not_created

Made = TypeVar("Made")


class _InDoubt(OSError):
    """A file took its name, and then neither the disk nor its removal answered."""


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
    try:
        return _make_and_move(path, make, replace)
    except NotSaved as error:
        # Not what an act says of a file that stays: this one is not there.
        why = error.__cause__
        return why_not_created(why, path) if why is not None else Refusal((error.problem,))
    except _InDoubt:
        return refuse("file_in_doubt", path=path.name)
    except OSError as error:
        return why_not_created(error, path)


def recover_whole(journal: Path, path: Path) -> Recovered | Refusal:
    """Make a congress file again from a second journal, whole or not at all.

    `path` must not exist. The journal may be the one that stands beside it: it stays there.
    """
    return make_whole(path, lambda place: recover(journal, place))


def restore_whole(
    backup: Path, path: Path, recount: Callable[[CongressFile], list[Problem]]
) -> int | Refusal:
    """Make a new congress file from a copy; return how many acts it holds.

    `path` must not exist. The copy is checked first, its ballots counted again, and not touched.
    """

    def make(place: Path) -> int | Refusal:
        file = open_to_read(backup)
        if isinstance(file, Refusal):
            return file
        try:
            problems = recount(file)
            lines = len(file.journal_lines())
        finally:
            file.close()
        if problems:
            damaged = problem("file_damaged", path=backup.name, count=len(problems))
            return Refusal((damaged, *problems))
        make_own(place)
        shutil.copyfile(backup, place)
        sync_to_device(place)
        return lines

    return make_whole(path, make)


def _make_and_move(
    path: Path, make: Callable[[Path], Made | Refusal], replace: bool
) -> Made | Refusal:
    with hidden_folder_in(path.parent) as folder:
        made = make(folder / path.name)
        if not isinstance(made, Refusal):
            put = _put_over if replace and path.exists() else move_congress
            put(folder / path.name, path)
        return made


def journal_path(path: Path) -> Path:
    """Return where the second journal of a congress file stands: beside it."""
    return path.with_name(path.name + SUFFIX)


def move_congress(made: Path, path: Path) -> None:
    """Put a closed congress file with its journal and copies in another place.

    Journal and copies go first: the congress file is there when all of it is. They go back where it
    cannot follow: beside no file they would be taken for those of the next one.
    """
    journal, copies = journal_path(made), backup_folder(made)
    earlier = SecondJournal(journal_path(path))
    with contextlib.ExitStack() as back:
        if not _begins_with(earlier.path, journal):
            if earlier.path.exists():
                earlier.set_aside()
            if journal.exists():
                _take(journal, earlier.path, back)
        if copies.exists() and not backup_folder(path).exists():
            _take(copies, backup_folder(path), back)
        rename_new(made, path)
        try:
            sync_folder(path.parent)
        except OSError as error:
            # Refused, so not there: what a power cut may take away is no congress file.
            try:
                path.unlink()
            except OSError:
                back.pop_all()
                raise _InDoubt from error
            raise
        back.pop_all()


def _put_over(made: Path, path: Path) -> None:
    """Put a closed congress file in the place of another: at every moment one of both is there.

    The old journal goes first, which either file writes anew when it is opened; copies at the end.
    """
    journal_path(path).unlink(missing_ok=True)
    made.replace(path)
    try:
        sync_folder(path.parent)
    except OSError as error:
        raise _InDoubt from error
    shutil.rmtree(backup_folder(path), ignore_errors=True)
    for beside in (journal_path, backup_folder):
        with contextlib.suppress(OSError):
            beside(made).rename(beside(path))


def _take(made: Path, place: Path, back: contextlib.ExitStack) -> None:
    """Move something to its place; `back` brings it back."""
    made.rename(place)
    back.callback(_put_back, place, made)


def _put_back(place: Path, made: Path) -> None:
    with contextlib.suppress(OSError):
        place.rename(made)


def _begins_with(earlier: Path, made: Path) -> bool:
    """Say whether a journal tells all that was made now: it may be what that was made from."""
    if not earlier.is_file() or not made.exists():
        return False
    return earlier.read_bytes().startswith(made.read_bytes())


def rename_new(made: Path, path: Path) -> None:
    """Rename, but never over a file that came into the place meanwhile (Windows refuses itself)."""
    try:
        os.link(made, path)
    except FileExistsError:
        raise
    except OSError:
        # A file system without links: that it was looked for before has to do.
        made.rename(path)
    else:
        # The file is there under its name; the other one goes with its hidden folder.
        with contextlib.suppress(OSError):
            made.unlink()
