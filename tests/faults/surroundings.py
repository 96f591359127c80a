"""What happens around a file that is open: moved, deleted, replaced, another clock, sleep, a copy.

Each run writes ballots before, during and after; whatever was acknowledged must be in the file that
the program says it is in.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from congress_files import a_congress, a_round, enter, granted
from faults.tally import Tally

from congress_desk.actions.elections.declaring import recount_problems
from congress_desk.errors import Refusal
from congress_desk.queries.elections.ballots import ballots
from congress_desk.queries.elections.lists import rounds
from congress_desk.storage.closed_file_check import check_closed_file
from congress_desk.storage.congress_file import CongressFile, NotSaved
from congress_desk.storage.opening import open_file


class Desk:
    """Somebody who types ballots into an open file and remembers what was acknowledged."""

    def __init__(self, file: CongressFile, tally: Tally) -> None:
        self.file, self.tally, self.said = file, tally, set()
        (self.round,) = rounds(file, 1)

    def type(self) -> str:
        """Enter a ballot; return the code of what was said when the file did not take it."""
        try:
            (entered,) = enter(self.file, self.round, [4])
        except NotSaved as error:
            self.tally.refused += 1
            return error.problem.code
        self.said.add(entered.uid)
        self.tally.acknowledged += 1
        return ""

    def expect(self, code: str) -> None:
        """Type once more; the tally notes when something else is said than ought to be."""
        said = self.type()
        if said != code:
            self.wrong(f"said {said or 'saved'}, not {code or 'saved'}")

    def end(self) -> None:
        """Close the file and look whether all is there."""
        self.file.close()
        self.tally.runs += 1
        found = check_closed_file(self.file.path, recount_problems)
        if found:
            self.wrong(str(found))
        file = granted(open_file(self.file.path))
        there = {ballot.uid for ballot in ballots(file, self.round.id)}
        file.close()
        self.tally.lost += len(self.said - there)

    def wrong(self, words: str) -> None:
        self.tally.wrong += 1
        self.tally.complain(words)


def _moved(desk: Desk, _: Path) -> None:
    away = desk.file.path.with_name("away")
    desk.file.path.rename(away)
    desk.expect("file_moved")
    away.rename(desk.file.path)
    desk.expect("")


def _deleted(desk: Desk, _: Path) -> None:
    kept = shutil.copy(desk.file.path, desk.file.path.with_name("kept"))
    desk.file.path.unlink()
    desk.expect("file_moved")
    # What the program had last, put back from a copy of that moment: the same history goes on.
    os.replace(kept, desk.file.path)
    desk.expect("")


def _replaced(desk: Desk, place: Path) -> None:
    path, away = desk.file.path, desk.file.path.with_name("away")
    older = granted(desk.file.copy_to(place / "older.congress"))
    desk.expect("")
    path.rename(away)
    older.rename(path)
    desk.expect("file_moved")
    desk.expect("file_moved")
    away.replace(path)
    desk.expect("")


def _clock(desk: Desk, _: Path) -> None:
    now = datetime.now()
    for hours in (-48, 5, -0.5):
        desk.file.clock = lambda hours=hours: now + timedelta(hours=hours)
        desk.expect("")


def _twice(desk: Desk, place: Path) -> None:
    refused = open_file(desk.file.path)
    if not isinstance(refused, Refusal) or refused.first.code != "file_open_here":
        desk.wrong("opened twice")
    copy = granted(open_file(granted(desk.file.copy_to(place / "copy.congress"))))
    other = Desk(copy, desk.tally)
    for each in (other, desk, other, desk):
        each.expect("")
    other.end()


AROUND: dict[str, Callable[[Desk, Path], None]] = {
    "file moved away and back": _moved,
    "file deleted, a copy put in its place": _deleted,
    "file replaced by an older copy": _replaced,
    "clock set back and forth": _clock,
    "opened twice, and a copy of it": _twice,
}


def surroundings(name: str, runs: int, place: Path) -> Tally:
    """Do one of these so many times."""
    tally = Tally(name)
    for number in range(runs):
        folder = place / f"around-{number}"
        desk = Desk(_a_count(folder), tally)
        desk.expect("")
        AROUND[name](desk, folder)
        desk.expect("")
        desk.end()
        shutil.rmtree(folder)
    return tally


def suspended(runs: int, place: Path, choose: random.Random) -> Tally:
    """Stop a typist's process at random moments, look in from outside, let it go on, kill it."""
    tally = Tally("suspended, opened from outside, woken, killed")
    for number in range(runs):
        folder = place / f"sleep-{number}"
        path = _close(_a_count(folder))
        reads, writes = os.pipe()
        pid = os.fork()
        if pid == 0:
            _type_for_ever(path, writes)
        os.close(writes)
        with os.fdopen(reads, "rb") as told:
            said = {told.readline().decode().strip()}
            for _ in range(3):
                time.sleep(choose.random() * 0.02)
                os.kill(pid, signal.SIGSTOP)
                refused = open_file(path)
                if not isinstance(refused, Refusal) or refused.first.code != "file_in_use":
                    tally.wrong += 1
                    tally.complain("opened while another process sleeps on it")
                os.kill(pid, signal.SIGCONT)
                said.add(told.readline().decode().strip())
            os.kill(pid, signal.SIGKILL)
            said |= {line.strip() for line in told.read().decode().splitlines(keepends=True)
                     if line.endswith("\n")}  # fmt: skip
        os.waitpid(pid, 0)
        tally.runs += 1
        tally.acknowledged += len(said)
        tally.wrong += bool(check_closed_file(path, recount_problems))
        file = granted(open_file(path))
        tally.lost += len(said - {ballot.uid for ballot in ballots(file, 1)})
        file.close()
        shutil.rmtree(folder)
    return tally


def _a_count(folder: Path) -> CongressFile:
    folder.mkdir()
    file = a_congress(folder)
    a_round(file, papers=90_000, bundle_size=90_000)
    return file


def _close(file: CongressFile) -> Path:
    file.close()
    return file.path


def _type_for_ever(path: Path, pipe: int) -> None:
    desk = Desk(granted(open_file(path)), Tally(""))
    while True:
        before = set(desk.said)
        desk.type()
        for uid in desk.said - before:
            os.write(pipe, f"{uid}\n".encode())
