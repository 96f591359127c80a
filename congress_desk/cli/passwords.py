"""Passwords on the command line: asked for at the terminal, or read from where the caller keeps it.

Never an argument: the list of processes shows those to everybody. CONGRESS_DESK_PASSWORD_FILE names
a file whose first line it is, CONGRESS_DESK_PASSWORD holds it; for a new one both begin with
CONGRESS_DESK_NEW_PASSWORD.
"""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from pathlib import Path

from congress_desk.congress_password import change_password, password_problem
from congress_desk.errors import Refusal, refuse
from congress_desk.i18n import message, problem_text
from congress_desk.storage.password.key import Key, new_key
from congress_desk.storage.password.keyring import needs_password
from congress_desk.storage.unlocking import unlock

_KNOWN, _NEW = "CONGRESS_DESK_PASSWORD", "CONGRESS_DESK_NEW_PASSWORD"
_TRIES = 3
# The words of a call that name a file which may have a password.
_FILES = ("file", "journal", "backup", "setup")


def give_passwords(options: argparse.Namespace) -> Refusal | None:
    """Take the password of every file of a call that has one; say so where it cannot be had."""
    for name in _FILES:
        path = getattr(options, name, None)
        if isinstance(path, Path) and needs_password(path):
            refusal = _give(path)
            if refusal:
                return refusal
    return None


def change_of_password(options: argparse.Namespace) -> int | Refusal:
    """Set, change or take away the password of a closed congress file."""
    from congress_desk.actions.elections.declaring import recount_problems
    from congress_desk.settings import SettingsStore

    new = None if options.remove else new_password(options.file)
    if isinstance(new, Refusal):
        return new
    kept = SettingsStore().values.backup_folder
    second = Path(kept) if kept and Path(kept).is_dir() else None
    told = change_password(options.file, new, recount_problems, second=second)
    if isinstance(told, Refusal):
        return told
    for each in told:
        print(problem_text(each), file=sys.stderr)
    key = "cli.password_removed" if options.remove else "cli.password_set"
    print(message(key, path=options.file.name))
    return 1 if told else 0


def new_password(path: Path) -> str | Refusal:
    """Return a new password, asked for twice at the terminal."""
    given = _given(_NEW)
    if given is not None:
        return given
    if not sys.stdin.isatty():
        return refuse("password_not_given", path=path.name, name=_NEW)
    first = getpass.getpass(message("cli.password_new", path=path.name) + " ")
    if getpass.getpass(message("cli.password_again") + " ") != first:
        return refuse("password_differs")
    return first


def key_of_new(path: Path) -> Key | Refusal:
    """Return the key of a file that is to be made, with a password that will do."""
    password = new_password(path)
    if isinstance(password, Refusal):
        return password
    found = password_problem(password)
    return Refusal((found,)) if found else new_key(password)


def _give(path: Path) -> Refusal | None:
    given = _given(_KNOWN)
    if given is not None:
        return unlock(path, given)
    if not sys.stdin.isatty():
        return refuse("password_not_given", path=path.name, name=_KNOWN)
    refusal: Refusal | None = None
    for _ in range(_TRIES):
        refusal = unlock(path, getpass.getpass(message("cli.password_of", path=path.name) + " "))
        if refusal is None:
            return None
        print(problem_text(refusal.first), file=sys.stderr)
    return refusal


def _given(name: str) -> str | None:
    kept = os.environ.get(f"{name}_FILE")
    if kept:
        lines = Path(kept).read_text("utf-8-sig").splitlines()
        return lines[0] if lines else ""
    return os.environ.get(name)
