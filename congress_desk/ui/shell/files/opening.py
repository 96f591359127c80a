"""Opening and making congress files on the worker; what came of it goes to whoever asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from congress_desk.errors import Problem, Refusal, problem

if TYPE_CHECKING:
    from congress_desk.domain.setup.filled_workbook import Setup
    from congress_desk.storage.congress_file import CongressFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A file that is open now: `file` belongs to the worker's thread.

    `notes` are things to say; `journal_lines` and `head_code` what the self-check went through;
    `station` whether it is a station file; `counting` whether a round is being counted: its screen
    asks for the last ballot recorded. `words` are what the body that meets calls its own.
    """

    file: Any
    notes: tuple[Problem, ...]
    journal_lines: int
    head_code: str
    counting: bool
    station: bool = False
    words: Mapping[str, str] = field(default_factory=dict)


OpenedOrNot = Opened | Refusal


def open_congress(path: Path, take_over: bool = False, older: bool = False) -> OpenedOrNot:
    """Open a file after its self-check; one behind its second journal only when asked to.

    One that cannot be written is opened to be read, and that is said.
    """
    from congress_desk.storage.opening import open_file
    from congress_desk.storage.read_only import CANNOT_WRITE, open_to_read

    file = open_file(path, take_over=take_over, older=older)
    if not isinstance(file, Refusal):
        return _opened(file)
    if file.first.code not in CANNOT_WRITE:
        return file
    read = open_to_read(path)
    if isinstance(read, Refusal):
        return read
    return _opened(read, (problem("file_opened_to_read", path=path.name),))


def recover_congress(path: Path) -> OpenedOrNot:
    """Make the congress again from the journal beside an older copy, in a file beside it; open it.

    Neither the copy nor the journal is touched.
    """
    from congress_desk.atomic_congress import recover_whole
    from congress_desk.storage.journal.second_journal import SUFFIX

    target = _unused(path.with_name(f"{path.stem}-khoi-phuc{path.suffix}"))
    made = recover_whole(path.with_name(path.name + SUFFIX), target)
    if isinstance(made, Refusal):
        return made
    opened = open_congress(target)
    if isinstance(opened, Refusal):
        return opened
    told = problem("file_from_journal", path=target.name, older=path.name, lines=made.lines)
    left_out = (made.left_out,) if made.left_out else ()
    return replace(opened, notes=(told, *opened.notes, *left_out, *made.notes))


def restore_congress(path: Path, backup: Path) -> OpenedOrNot:
    """Make a new file beside the congress from one of its copies, checked first, and open it."""
    from congress_desk.actions.elections.declaring import recount_problems
    from congress_desk.atomic_congress import restore_whole

    target = _unused(path.with_name(f"{path.stem}-ban-sao{path.suffix}"))
    restored = restore_whole(backup, target, recount_problems)
    if isinstance(restored, Refusal):
        return restored
    opened = open_congress(target)
    if isinstance(opened, Refusal):
        return opened
    told = problem("file_from_copy", path=target.name, copy=backup.name, lines=restored)
    return replace(opened, notes=(told, *opened.notes))


def change_password_of(path: Path, new: str | None, second: str) -> OpenedOrNot:
    """Write a closed file anew under another password, None for none, and open it either way."""
    from congress_desk.actions.elections.declaring import recount_problems
    from congress_desk.congress_password import change_password

    place = Path(second) if second and Path(second).is_dir() else None
    changed = change_password(path, new, recount_problems, second=place)
    opened = open_congress(path)
    if isinstance(opened, Refusal):
        return opened
    if isinstance(changed, Refusal):
        return replace(opened, notes=(*changed.problems, *opened.notes))
    said = problem("password_is_gone" if new is None else "password_is_set", path=path.name)
    return replace(opened, notes=(said, *changed, *opened.notes))


def read_workbook(workbook: Path) -> Setup | Refusal:
    """Read a filled set-up workbook; nothing is written."""
    from congress_desk.imports.rule_sets import rule_set_ids
    from congress_desk.imports.setup.workbook import read_setup

    return read_setup(workbook, rule_set_ids())


def create_congress(
    path: Path, setup: Setup, actor: str, rehearsal: bool = False, password: str = ""
) -> OpenedOrNot:
    """Create a congress from a set-up; without an actor the journal names the computer's user."""
    from congress_desk.atomic_congress import make_whole
    from congress_desk.new_congress import new_congress
    from congress_desk.storage.password.key import new_key
    from congress_desk.storage.safety.lock import user_name

    def make(place: Path) -> None | Refusal:
        key = new_key(password) if password else None
        who = actor or user_name()
        file = new_congress(place, setup, actor=who, rehearsal=rehearsal, key=key)
        if isinstance(file, Refusal):
            return file
        file.close()
        return None

    made = make_whole(path, make)
    opened = made if isinstance(made, Refusal) else open_congress(path)
    if isinstance(opened, Refusal):
        return opened
    return replace(opened, notes=(*setup.notes, *opened.notes))


def rehearse_file(path: Path, source: Path, actor: str) -> OpenedOrNot:
    """Make a rehearsal of a closed congress file, and open it."""
    from congress_desk.new_congress import new_from_lists
    from congress_desk.storage.safety.lock import user_name

    made = new_from_lists(path, source, actor=actor or user_name(), rehearsal=True)
    return made if isinstance(made, Refusal) else open_congress(path)


def rehearse_open(file: CongressFile, path: Path, actor: str) -> Path | Refusal:
    """Make a rehearsal of the open congress; the file made is closed."""
    from congress_desk.new_congress import rehearse

    return rehearse(file, path, actor=actor)


def open_example(path: Path, size: str) -> OpenedOrNot:
    """Make the example congress and open it."""
    from congress_desk.example import make_example

    made = make_example(path, size=size)
    return made if isinstance(made, Refusal) else open_congress(made)


def open_first_congress(path: Path) -> OpenedOrNot:
    """Go on with the practice congress that is there and not finished, else make it anew."""
    from congress_desk.domain.first_congress import FirstStep
    from congress_desk.first_congress import make_first_congress
    from congress_desk.queries.first_congress import first_progress

    if path.exists():
        opened = open_congress(path)
        if isinstance(opened, Refusal):
            return opened
        if first_progress(opened.file).next_step not in (FirstStep.TAKE, FirstStep.PAPER):
            return opened
        opened.file.close()
    path.parent.mkdir(parents=True, exist_ok=True)
    made = make_first_congress(path, now=datetime.now())
    return made if isinstance(made, Refusal) else open_congress(made)


def write_template(path: Path) -> Refusal | None:
    """Write the empty set-up workbook."""
    from congress_desk.exports.setup_workbook.workbook import write_template as write

    return write(path)


def _opened(file: CongressFile, notes: tuple[Problem, ...] = ()) -> Opened:
    from congress_desk.actions.elections.declaring import recount_problems
    from congress_desk.domain.elections.round import RoundState
    from congress_desk.queries.congress import words_of_body
    from congress_desk.queries.elections.lists import elections, rounds
    from congress_desk.queries.elections.stations.stations import station_order
    from congress_desk.queries.journal import head
    from congress_desk.storage.closed_file_check import problems_of_copy
    from congress_desk.ui.shell.preloading import load_first_desk

    counting = [
        found
        for election in elections(file)
        for found in rounds(file, election.id)
        if found.state is RoundState.COUNTING
    ]
    newest = head(file)
    load_first_desk(counting=bool(counting))
    if not file.read_only:
        file.copy_beside(partial(problems_of_copy, recount=recount_problems))
    return Opened(
        file=file,
        notes=(*notes, *file.notes),
        journal_lines=newest.seq,
        head_code=newest.code,
        counting=bool(counting),
        station=station_order(file) is not None,
        words=words_of_body(file),
    )


def _unused(path: Path) -> Path:
    numbered = (path.with_name(f"{path.stem}-{number}{path.suffix}") for number in count(2))
    return next(each for each in chain([path], numbered) if not each.exists())
