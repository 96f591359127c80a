"""The password of a congress file set, changed or taken away: the whole file, or nothing of it."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from congress_desk.errors import Problem, Refusal, problem, refuse
from congress_desk.exports.hidden_folder import hidden_folder_in
from congress_desk.storage.closed_file_check import problems_of_copy
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.opening import open_file
from congress_desk.storage.password.cipher import is_installed
from congress_desk.storage.password.key import SHORTEST, Key, new_key
from congress_desk.storage.password.keyring import remember, salt_of
from congress_desk.storage.password.rewriting import write_under
from congress_desk.storage.safety.backup import backup_folder, sync_folder, sync_to_device
from congress_desk.storage.safety.backups import folder_at
from congress_desk.storage.safety.kept_backups import backups_in

Recount = Callable[[CongressFile], list[Problem]]


def password_problem(password: str) -> Problem | None:
    """Return what speaks against a new password, None when it will do."""
    if len(password.strip()) < SHORTEST:
        return problem("password_short", least=SHORTEST)
    return None


def change_password(
    path: Path, password: str | None, recount: Recount, *, second: Path | None = None
) -> tuple[Problem, ...] | Refusal:
    """Write a closed congress file anew under another password, None for none.

    The file is replaced in one step once what was written has passed every check; its journal and
    its copies, those at the `second` place too, follow. What could not follow is returned.
    A password that the file has now must have been given before.
    """
    found = password_problem(password) if password is not None else None
    if found:
        return Refusal((found,))
    if not is_installed():
        return refuse("password_library_missing", path=path.name)
    file = open_file(path, older=False)
    if isinstance(file, Refusal):
        return file
    key = new_key(password) if password is not None else None
    try:
        folders = [backup_folder(path)]
        if second is not None:
            folders.append(folder_at(second, path.stem, file.first_hash()))
        done = _replace(file, key, recount)
    except OSError as error:
        done = refuse("system", detail=error.strerror or str(error))
    finally:
        file.close()
    if isinstance(done, Refusal):
        return done
    return (*done, *_renewed_journal(path), *_follow(_copies(path, folders), key, recount))


def _replace(
    file: CongressFile, key: Key | None, recount: Recount
) -> tuple[Problem, ...] | Refusal:
    """Put the file, written under a key and checked, where it stands; it is closed then."""
    path, last = file.path, file.journal_lines()[-1:]
    with hidden_folder_in(path.parent) as folder:
        copy, made = folder / "copy", folder / path.name
        copied = file.copy_to(copy)
        if isinstance(copied, Refusal):
            return copied
        found = _written(copy, made, key, recount, last)
        if found:
            return Refusal((problem("password_not_changed", path=path.name), *found))
        # On Windows an open file is not replaced; elsewhere nobody gets in between.
        if os.name != "posix":
            file.close()
        made.replace(path)
        try:
            sync_folder(path.parent)
        except OSError:
            # It is under the key, and journal and copies are to follow; a power cut may undo it.
            return (problem("password_in_doubt", path=path.name),)
    return ()


def _written(
    source: Path, made: Path, key: Key | None, recount: Recount, last: Sequence[object] = ()
) -> list[Problem]:
    """Write a copy under a key; return what is wrong with what was written."""
    write_under(source, made, key)
    if key is not None:
        remember(key)
    sync_to_device(made)
    ends: list[object] = []

    def look(file: CongressFile) -> list[Problem]:
        ends.extend(file.journal_lines()[-1:])
        return recount(file)

    found = problems_of_copy(made, look)
    if not found and last and ends != list(last):
        found = [problem("file_integrity", detail="journal")]
    return found


def _renewed_journal(path: Path) -> Iterator[Problem]:
    """Open the file once: its second journal is written anew under its key."""
    file = open_file(path)
    if isinstance(file, Refusal):
        yield from file.problems
        return
    yield from file.notes
    file.close()


def _copies(path: Path, folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        yield from (copy.path for copy in backups_in(folder, path.stem))


def _follow(copies: Iterable[Path], key: Key | None, recount: Recount) -> Iterator[Problem]:
    salt = key.salt if key else None
    for copy in copies:
        if salt_of(copy) == salt:
            continue
        made = copy.with_name(copy.name + ".new")
        try:
            made.unlink(missing_ok=True)
            wrong = bool(_written(copy, made, key, lambda _: []))
            if not wrong:
                made.replace(copy)
        except Exception:  # noqa: BLE001 - whatever is wrong with a copy, it stays as it is
            wrong = True
        if wrong:
            with contextlib.suppress(OSError):
                made.unlink(missing_ok=True)
            yield problem("copy_keeps_password", path=str(copy))
