"""The faults themselves: kills, power cuts, and disks that refuse a call."""

from __future__ import annotations

import errno
import os
import random
import shutil
import time
from ast import literal_eval
from collections.abc import Callable, Iterable
from itertools import groupby
from pathlib import Path

from faults.disk_log import cuts, read_log
from faults.forked import Course, PipeTeller, fresh, run_forked
from faults.shim import FROM_THEN_ON, ONCE, READS_TOO, Shim
from faults.subjects import NAME, Found, Subject
from faults.tally import Tally

# What a refusal says when nobody can know whether it was done, with how to find out.
IN_DOUBT = frozenset({"act_unknown", "file_in_doubt"})
# A file that may be there whole although it is refused: who asks again writes it again.
WRITTEN_AGAIN = frozenset({"export_failed", "export_disk_full", "export_no_rights", "system"})
ERRORS = {
    "disk full": (errno.ENOSPC, FROM_THEN_ON),
    "I/O error, once": (errno.EIO, ONCE),
    "I/O error, from then on": (errno.EIO, FROM_THEN_ON),
    "medium turned read-only": (errno.EROFS, FROM_THEN_ON),
    "medium pulled": (errno.ENODEV, READS_TOO),
}


def kills(
    subject: Subject, ready: Path, runs: int, choose: random.Random, tally: Tally,
    *, early: bool = False,
) -> None:  # fmt: skip
    """Kill a process in the middle of a subject's work, so many times."""
    takes = _seconds(subject, ready) if runs else 0
    for _ in range(runs):
        folder = fresh(ready)
        course = run_forked(
            subject,
            folder,
            watched=lambda pipe: PipeTeller(pipe, early=early),
            kill_after=lambda: choose.random() * takes,
        )
        _judge(subject, subject.look(folder), course, tally)


def power_cuts(
    subject: Subject, ready: Path, runs: int, choose: random.Random, tally: Tally,
    shim: Shim, *, early: bool = False, unsynced: bool = False,
) -> None:  # fmt: skip
    """Cut the power at random moments of a subject's work, so many times."""
    folder, log = fresh(ready), ready.with_name("log")
    handle = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)

    def watched(pipe: int) -> PipeTeller:
        shim.watch(folder, handle)
        return PipeTeller(pipe, shim=shim, early=early, unsynced=unsynced)

    course = run_forked(subject, folder, watched=watched)
    os.close(handle)
    if course.broke_down or not course.ended:
        tally.wrong += 1
        tally.complain(f"{subject.name}: not done undisturbed")
        return
    # As it was before the work whose log is played.
    fresh(ready, folder.name)
    careless = early or unsynced
    states = ready.with_name("states")
    for state, said in cuts(folder, read_log(log), states, runs, choose, when_said=careless):
        _judge(subject, subject.look(state), Course(said=said), tally)
        shutil.rmtree(state)


def disk_errors(
    subject: Subject, ready: Path, most: int, choose: random.Random,
    tallies: dict[str, Tally], shim: Shim,
) -> None:  # fmt: skip
    """Let calls of a subject's work fail, in each of the ways: `most` of each, chosen.

    Of calls that do the same to the same file in a row the first, the last and one between are
    tried: a password writes thousands of pages, and each fails like its neighbours.
    """
    before = subject.look(fresh(ready, "before")).acts
    calls = _calls(subject, ready, shim)
    for name, (error, how) in ERRORS.items():
        places = _places(calls, choose)
        for at in sorted(choose.sample(places, min(most, len(places)))):
            folder = fresh(ready)
            course = run_forked(
                subject,
                folder,
                watched=lambda pipe, folder=folder, at=at, error=error, how=how: _failing(
                    pipe, shim, folder, at, error, how
                ),
            )
            _judge(subject, subject.look(folder), course, tallies[name], before)


def displaced(subject: Subject, ready: Path, tallies: dict[str, Tally]) -> None:
    """Take the file away when the work begins: it is refused, and goes on when the file is back.

    Work that has no file open yet may do without the one that is away. What is put back is the file
    as it was then: somebody may have signed in since it was made ready.
    """
    before = subject.look(fresh(ready, "before")).acts
    kept = ready.with_name("kept")
    for name, take_away in DISPLACED.items():
        folder = fresh(ready)
        kept.unlink(missing_ok=True)
        course = run_forked(
            subject,
            folder,
            watched=lambda pipe, folder=folder, take_away=take_away: PipeTeller(
                pipe, at_begin=lambda: _kept_and_taken(folder / NAME, kept, take_away)
            ),
        )
        if not (folder / NAME).exists() and kept.exists():
            shutil.copyfile(kept, folder / NAME)
        _judge(subject, subject.look(folder), course, tallies[name], before)


def _kept_and_taken(path: Path, kept: Path, take_away: Callable[[Path], None]) -> None:
    if path.exists():
        shutil.copyfile(path, kept)
    take_away(path)


def _moved(path: Path) -> None:
    if path.exists():
        path.rename(path.with_name("away"))


def _deleted(path: Path) -> None:
    path.unlink(missing_ok=True)


def _replaced(path: Path) -> None:
    if path.exists():
        shutil.copyfile(path, path.with_name("other"))
        path.with_name("other").replace(path)


DISPLACED = {"file moved": _moved, "file deleted": _deleted, "file replaced by its copy": _replaced}


def _failing(pipe: int, shim: Shim, folder: Path, at: int, error: int, how: int) -> PipeTeller:
    shim.watch(folder)
    return PipeTeller(pipe, at_begin=lambda: shim.fail(at, error, how))


def _places(calls: list[int], choose: random.Random) -> list[int]:
    """Return which calls are to fail, numbered from 1."""
    places, first = list[int](), 1
    for _, alike in groupby(calls):
        last = first + len(list(alike)) - 1
        places += sorted({first, choose.randint(first, last), last})
        first = last + 1
    return places


def _seconds(subject: Subject, ready: Path) -> float:
    """Return how long the work takes when nobody disturbs it, with a little to spare."""
    started: list[float] = []
    folder = fresh(ready)
    reads, writes = os.pipe()

    def watched(pipe: int) -> PipeTeller:
        return PipeTeller(pipe, at_begin=lambda: os.write(writes, repr(time.monotonic()).encode()))

    run_forked(subject, folder, watched=watched)
    ended = time.monotonic()
    os.close(writes)
    started.append(float(os.read(reads, 64) or ended))
    os.close(reads)
    return (ended - started[0]) * 1.1


def _calls(subject: Subject, ready: Path, shim: Shim) -> list[int]:
    """Return the calls of the work that change something on the disk, until all is said."""
    folder, told = fresh(ready), ready.with_name("calls")
    told.write_text("[]")

    class Counting(PipeTeller):
        def said(self, text: str) -> None:
            told.write_text(repr(shim.calls))

    def watched(pipe: int) -> PipeTeller:
        shim.watch(folder)
        return Counting(pipe, at_begin=lambda: shim.fail(0, 0, ONCE))

    run_forked(subject, folder, watched=watched)
    return literal_eval(told.read_text())


def _judge(
    subject: Subject, found: Found, course: Course, tally: Tally, before: Iterable[str] = ()
) -> None:
    tally.runs += 1
    tally.acknowledged += len(course.said)
    tally.refused += len(course.refused)
    lost = found.lost(course.said)
    tally.lost += len(lost)
    if lost:
        tally.complain(f"{subject.name}: lost {len(lost)} of {len(course.said)}")
    wrong = [*found.problems]
    if course.broke_down:
        wrong.append("broke down")
    # Copies hold acts under their own names: the same acts, known by their ids.
    known = _ids((*before, *course.said))
    told = course.refused and (IN_DOUBT | WRITTEN_AGAIN).isdisjoint(course.refused)
    if told and _ids(found.acts) - known:
        wrong.append(f"refused ({course.refused[0]}) and yet done")
    tally.wrong += bool(wrong)
    for each in wrong:
        tally.complain(f"{subject.name}: {each}")


def _ids(acts: Iterable[str]) -> set[str]:
    return {each.rpartition(":")[2] for each in acts}
