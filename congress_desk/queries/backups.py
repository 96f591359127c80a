"""The automatic copies of a congress: where each is, and what it contains."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from congress_desk.domain.congress import CongressState
from congress_desk.domain.elections.round import RoundState
from congress_desk.domain.journal import JournalLine
from congress_desk.errors import Problem, Refusal
from congress_desk.queries.congress import congress
from congress_desk.queries.elections.lists import elections, rounds
from congress_desk.queries.journal import unmarked_line
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.read_only import open_to_read
from congress_desk.storage.reading.journal import last_line
from congress_desk.storage.safety.backup import backup_folder
from congress_desk.storage.safety.kept_backups import backups_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """One copy: when it was made, whether it is at the second place, and what it contains.

    `last` is its newest act, whose number is how many acts there are; `declared` are the rounds
    with a declared result, as "BCH 1". `problem` is why it cannot be read, if so.
    """

    path: Path
    made: datetime
    is_second: bool
    last: JournalLine | None = None
    state: CongressState | None = None
    declared: tuple[str, ...] = ()
    problem: Problem | None = None

    @property
    def acts(self) -> int:
        return self.last.seq if self.last else 0


def backups_of(path: Path, second: Path | None = None) -> tuple[Backup, ...]:
    """Return the copies of the congress file at `path`, newest first.

    The file itself is not looked at: it may be lost. `second` is the folder of the second place,
    or one with copies in it.
    """
    found = [
        backup_contents(copy.path, made=copy.made, is_second=folder != backup_folder(path))
        for folder in _folders(path, second)
        for copy in backups_in(folder, path.stem)
    ]
    return tuple(sorted(found, key=lambda backup: (backup.made, backup.acts), reverse=True))


def backup_contents(path: Path, *, made: datetime, is_second: bool = False) -> Backup:
    """Return what a copy contains; its pages are read, its rows are not checked."""
    backup = Backup(path=path, made=made, is_second=is_second)
    file = open_to_read(path, checked=False)
    if isinstance(file, Refusal):
        return replace(backup, problem=file.first)
    try:
        return replace(
            backup,
            last=unmarked_line(last_line(file)),
            state=congress(file).state,
            declared=tuple(_declared(file)),
        )
    finally:
        file.close()


def _folders(path: Path, second: Path | None) -> Iterator[Path]:
    yield backup_folder(path)
    if second is not None and second.is_dir():
        # Where somebody had a copy written to: `backup --to`.
        if second != backup_folder(path):
            yield second
        mark = "[0-9a-f]" * 4
        for folder in sorted(second.glob(f"*-{mark}.backups")):
            if folder.name[: -len("-0000.backups")] == path.stem:
                yield folder


def _declared(file: CongressFile) -> Iterator[str]:
    for election in elections(file):
        for held in rounds(file, election.id):
            if held.state is RoundState.DECLARED:
                yield f"{election.code} {held.number}"
