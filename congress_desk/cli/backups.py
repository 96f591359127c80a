"""Copies on the command line: made, listed, opened as new files; and what a damaged file gives."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from congress_desk.actions.elections.declaring import recount_problems
from congress_desk.atomic_congress import restore_whole
from congress_desk.errors import Refusal, refuse
from congress_desk.exports.rescued import rescue_into
from congress_desk.i18n import label, message, problem_text
from congress_desk.queries.backups import Backup, backups_of
from congress_desk.storage.closed_file_check import problems_of_copy
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.safety.kept_backups import backup_name

DONE, PROBLEMS = 0, 1


def back_up_to(file: CongressFile, folder: Path) -> int | Refusal:
    """Write a copy into a folder, check it with a recount of every ballot, and print its path."""
    if not folder.is_dir():
        return refuse("folder_missing", path=str(folder))
    seq = len(file.journal_lines())
    copied = file.copy_to(folder / backup_name(file.path.stem, seq))
    if isinstance(copied, Refusal):
        return copied
    problems = problems_of_copy(copied, recount_problems)
    if problems:
        return Refusal(tuple(problems))
    print(copied)
    return DONE


def list_backups(options: argparse.Namespace) -> int | Refusal:
    """Print the copies of a file, newest first, each with what it contains."""
    found = backups_of(options.file, options.folder)
    for backup in found:
        print(_line(backup))
    if not found:
        return refuse("no_backups", path=options.file.name)
    return PROBLEMS if any(backup.problem for backup in found) else DONE


def restore(options: argparse.Namespace) -> int | Refusal:
    """Make a new congress file from a copy that passes every check."""
    restored = restore_whole(options.backup, options.file, recount_problems)
    if isinstance(restored, Refusal):
        return restored
    print(message("cli.restored", path=options.file.name, lines=restored))
    return DONE


def rescue_to(options: argparse.Namespace) -> int | Refusal:
    """Write all that can be read of a damaged file into a new folder; say what is missing."""
    rescued = rescue_into(options.file, options.to)
    if isinstance(rescued, Refusal):
        return rescued
    for path in rescued.paths:
        print(path)
    for line in (rescued.read, *(rescued.missing or (message("cli.nothing_missing"),))):
        print(line, file=sys.stderr)
    return PROBLEMS if rescued.missing else DONE


def _line(backup: Backup) -> str:
    if backup.problem or backup.last is None or backup.state is None:
        reason = problem_text(backup.problem) if backup.problem else ""
        return f"{backup.path}\n  {reason}"
    contains = message(
        "cli.backup_contains",
        moment=backup.last.at,
        lines=backup.acts,
        state=label("state", backup.state.value),
        declared=", ".join(backup.declared) or "–",
    )
    return f"{backup.path}\n  {contains}\n  {backup.last.summary}"
