"""What is interrupted: every kind of act, and whatever makes, copies or changes whole files."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

import test_one_line_an_act as every_act
from congress_files import a_congress, a_counted_round, a_setup, granted

from congress_desk import congress_password
from congress_desk.actions.elections.declaring import recount_problems
from congress_desk.actions.operators.pins import Typed
from congress_desk.actions.operators.signing import sign_in
from congress_desk.atomic_congress import (
    journal_path,
    make_whole,
    move_congress,
    recover_whole,
    restore_whole,
)
from congress_desk.congress_password import change_password
from congress_desk.errors import Refusal
from congress_desk.new_congress import new_congress
from congress_desk.storage.closed_file_check import check_closed_file, problems_of_copy
from congress_desk.storage.congress_file import CongressFile, NotSaved
from congress_desk.storage.opening import open_file
from congress_desk.storage.password import keyring
from congress_desk.storage.password.cipher import is_installed
from congress_desk.storage.password.key import MARK, Key
from congress_desk.storage.reading.operators import operators

NAME = "dh.congress"
HEADS_PIN = "24680"  # as in operator_acts
UNDER_PASSWORD = ", password"
# One for all: what a forked process writes under it is looked at by this one.
KEY = Key(MARK + b"faults..", bytes(range(32)))
# What a sync takes on a stick: the time in which a careless program has said too much.
SLOW_DISK_S = 0.02
KEPT = Path(__file__).parent.parent / "storage" / "kept"


class Teller(Protocol):
    """Hears how far the work is: `said` is an acknowledgement that must hold from then on."""

    early: bool
    unsynced: bool

    def begun(self) -> None: ...
    def said(self, text: str) -> None: ...
    def refused(self, code: str) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What stands in a folder afterwards: acts of the file, what `verify` says of every file."""

    acts: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()

    def lost(self, said: list[str]) -> list[str]:
        return [each for each in said if each not in self.acts]


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One kind of work in a folder of its own; `prepare` is done before, undisturbed."""

    name: str
    prepare: Callable[[Path], object]
    do: Callable[[Path, Teller], None]
    look: Callable[[Path], Found]


def look_at_all(folder: Path) -> Found:
    """Verify every congress file that has its name, copies too; return the acts of the first."""
    problems: list[str] = []
    acts: list[str] = []
    for path in sorted(folder.rglob("*.congress")):
        if any(part.startswith(".desk-") for part in path.relative_to(folder).parts):
            continue

        def note(file: CongressFile, name: str = path.name) -> list:
            acts.extend(f"{name}:{line.act_id}" for line in file.journal_lines())
            return recount_problems(file)

        found = check_closed_file(path, note)
        each = found.problems if isinstance(found, Refusal) else found
        problems += [f"{path.name}: {problem.code} {dict(problem.params)}" for problem in each]
        if path.name == NAME and not problems:
            problems += _opening_again(path)
    return Found(acts=tuple(acts), problems=tuple(problems))


def _opening_again(path: Path) -> list[str]:
    """Return what opening the file says, besides that its second journal was caught up."""
    file = open_file(path)
    if isinstance(file, Refusal):
        return [f"not opened: {file.first.code}"]
    file.close()
    return []


def _act(name: str, *, password: bool = False) -> Subject:
    def do(folder: Path, tell: Teller) -> None:
        file = granted(open_file(folder / NAME))
        if tell.unsynced:
            file.db.execute("PRAGMA synchronous = OFF")
        if tell.early:
            _acknowledge_early(file, tell)
        lines = len(file.journal_lines())
        if operators(file):
            # Opened again: nobody sits at the desk yet.
            granted(sign_in(file, Typed(operator_id=operators(file)[0].id, pin=HEADS_PIN)))
        tell.begun()
        for line in file.journal_lines()[lines:]:
            tell.said(f"{NAME}:{line.act_id}")
        before = len(file.journal_lines())
        try:
            granted(every_act.ACTS[name](file))
        except NotSaved as error:
            tell.refused(error.problem.code)
            return
        if not tell.early:
            for line in file.journal_lines()[before:]:
                tell.said(f"{NAME}:{line.act_id}")
        file.close()

    def prepare(folder: Path) -> None:
        every_act.file_for(folder, name).close()
        (path,) = folder.glob("*.congress")
        if path.name != NAME:
            move_congress(path, folder / NAME)
        if password:
            _protect(folder)

    told = f"{name}{UNDER_PASSWORD}" if password else name
    return Subject(name=told, prepare=prepare, do=do, look=look_at_all)


def _protect(folder: Path) -> None:
    """Give the file a password whose key this process and those it forks have."""
    congress_password.new_key = lambda _: KEY
    keyring.remember(KEY)
    granted(change_password(folder / NAME, "mật khẩu thử", lambda _: []))


def _acknowledge_early(file: CongressFile, tell: Teller) -> None:
    commit = file._commit

    def said_before(line, kinds):
        tell.said(f"{NAME}:{line.act_id}")
        time.sleep(SLOW_DISK_S)
        commit(line, kinds)

    file._commit = said_before


def acts() -> list[Subject]:
    """Return a subject for every act of the program, and for some in a file with a password."""
    plain = [_act(name) for name in every_act.ACTS]
    if not is_installed():
        return plain
    return [*plain, *(_act(name, password=True) for name in ("enter_ballots", "declare_result"))]


def _new(folder: Path, tell: Teller) -> None:
    def make(path: Path):
        made = new_congress(path, a_setup(), actor="TK")
        if isinstance(made, Refusal):
            return made
        ids = [line.act_id for line in made.journal_lines()]
        made.close()
        return ids

    tell.begun()
    _tell(tell, make_whole(folder / NAME, make))


def _migrate(folder: Path, tell: Teller) -> None:
    tell.begun()
    file = open_file(folder / NAME)
    if isinstance(file, Refusal):
        tell.refused(file.first.code)
        return
    _tell(tell, [line.act_id for line in file.journal_lines()])
    file.close()


def _copy(folder: Path, tell: Teller) -> None:
    file = granted(open_file(folder / NAME))
    tell.begun()
    ids = [line.act_id for line in file.journal_lines()]
    copied = file.copy_to(folder / "copy.congress")
    _tell(tell, copied if isinstance(copied, Refusal) else ids, "copy.congress")
    file.close()


def _recover(folder: Path, tell: Teller) -> None:
    ids = (folder / "acts").read_text().split()
    tell.begun()
    made = recover_whole(folder / f"lost{NAME}.journal.jsonl", folder / NAME)
    _tell(tell, made if isinstance(made, Refusal) else ids)


def _restore(folder: Path, tell: Teller) -> None:
    ids = (folder / "acts").read_text().split()
    tell.begun()
    made = restore_whole(folder / "kept.copy", folder / NAME, recount_problems)
    _tell(tell, made if isinstance(made, Refusal) else ids)


def _copies(folder: Path, tell: Teller) -> None:
    """Count while copies go to two places on a thread of their own."""
    file = granted(open_file(folder / NAME))
    file.backups.second = folder / "stick"
    file.copy_beside(partial(problems_of_copy, recount=recount_problems))
    tell.begun()
    try:
        for _ in range(3):
            _one_more(file)
            tell.said(f"{NAME}:{file.journal_lines()[-1].act_id}")
    except NotSaved as error:
        tell.refused(error.problem.code)
        return
    file.close()


def _set_password(folder: Path, tell: Teller) -> None:
    ids = (folder / "acts").read_text().split()
    keyring.remember(KEY)
    congress_password.new_key = lambda _: KEY
    tell.begun()
    made = change_password(folder / NAME, "mật khẩu thử", recount_problems)
    _tell(tell, made if isinstance(made, Refusal) else ids)


def _take_password(folder: Path, tell: Teller) -> None:
    ids = (folder / "acts").read_text().split()
    tell.begun()
    made = change_password(folder / NAME, None, recount_problems)
    _tell(tell, made if isinstance(made, Refusal) else ids)


def _one_more(file: CongressFile) -> None:
    """Do an act that is copied at once."""
    with file.act("set_state", actor="TK", backup=True) as act:
        act.insert("congress_setting", key=act.id, value="x")


def _tell(tell: Teller, done: list[str] | Refusal, name: str = NAME) -> None:
    if isinstance(done, Refusal):
        tell.refused(done.first.code)
        return
    for act_id in done:
        tell.said(f"{name}:{act_id}")


def _lost_file(folder: Path) -> None:
    """Leave the second journal of a congress alone, and which acts it tells."""
    file = a_congress(folder / "there.congress")
    a_counted_round(file)
    ids = [line.act_id for line in file.journal_lines()]
    file.close()
    (folder / "acts").write_text("\n".join(ids))
    journal_path(file.path).rename(folder / f"lost{NAME}.journal.jsonl")
    file.path.unlink()
    shutil.rmtree(folder / "there.backups", ignore_errors=True)


def _counted(folder: Path) -> None:
    file = a_congress(folder / NAME)
    a_counted_round(file)
    file.close()


def _counted_and_told(folder: Path) -> None:
    """Leave a counted congress with a copy, and which acts it holds."""
    file = a_congress(folder / NAME)
    a_counted_round(file)
    file.copy_now()
    (folder / "acts").write_text("\n".join(line.act_id for line in file.journal_lines()))
    file.close()


def _counted_under_password(folder: Path) -> None:
    _counted_and_told(folder)
    _protect(folder)


def _kept_copy(folder: Path) -> None:
    """Leave a copy of a counted congress, and which acts it holds."""
    place = folder / "there"
    place.mkdir()
    file = a_congress(place / NAME)
    a_counted_round(file)
    ids = [line.act_id for line in file.journal_lines()]
    granted(file.copy_to(place / "copy.congress")).rename(folder / "kept.copy")
    file.close()
    shutil.rmtree(place)
    (folder / "acts").write_text("\n".join(ids))


def _with_stick(folder: Path) -> None:
    a_congress(folder / NAME).close()
    (folder / "stick").mkdir()


def whole_files() -> list[Subject]:
    """Return a subject for each work that makes a file or changes all of one."""
    kept = {
        f"migrate {path.stem}": lambda folder, path=path: shutil.copy(path, folder / NAME)
        for path in sorted(KEPT.glob("*.congress"))
    }
    made = {
        "new": (lambda folder: None, _new),
        **{name: (prepare, _migrate) for name, prepare in kept.items()},
        "backup": (_counted, _copy),
        "recover": (_lost_file, _recover),
    }
    made |= {"restore": (_kept_copy, _restore), "copies beside": (_with_stick, _copies)}
    if is_installed():
        # Whoever looks at the file afterwards has the key, in each process of the table.
        keyring.remember(KEY)
        made["password set"] = (_counted_and_told, _set_password)
        made["password taken away"] = (_counted_under_password, _take_password)
    return [
        Subject(name=name, prepare=prepare, do=do, look=look_at_all)
        for name, (prepare, do) in made.items()
    ]
