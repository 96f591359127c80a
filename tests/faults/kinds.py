"""The faults themselves: kills, power cuts, and disks that refuse a call."""

from __future__ import annotations

import errno
import os
import random
import time
from collections.abc import Iterable
from pathlib import Path

from faults.disk_log import cuts, read_log
from faults.forked import Course, PipeTeller, fresh, prepared, run_forked
from faults.shim import FROM_THEN_ON, ONCE, READS_TOO, Shim
from faults.subjects import Found, Subject
from faults.tally import Tally

# What a refusal says when nobody can know whether it was done, with how to find out.
IN_DOUBT = frozenset({"act_unknown", "file_in_doubt"})
ERRORS = {
    "disk full": (errno.ENOSPC, FROM_THEN_ON),
    "I/O error, once": (errno.EIO, ONCE),
    "I/O error, from then on": (errno.EIO, FROM_THEN_ON),
    "medium turned read-only": (errno.EROFS, FROM_THEN_ON),
    "medium pulled": (errno.ENODEV, READS_TOO),
}


def kills(
    subjects: Iterable[Subject], runs: int, place: Path, choose: random.Random, tally: Tally,
    *, early: bool = False,
) -> None:  # fmt: skip
    """Kill a process in the middle of each subject's work, so many times."""
    for subject in subjects:
        with prepared(subject, place / "kills") as ready:
            takes = _seconds(subject, ready)
            for _ in range(runs):
                folder = fresh(ready)
                course = run_forked(
                    subject,
                    folder,
                    watched=lambda pipe: PipeTeller(pipe, early=early),
                    kill_after=lambda takes=takes: choose.random() * takes,
                )
                _judge(subject, subject.look(folder), course, tally)


def power_cuts(
    subjects: Iterable[Subject], runs: int, place: Path, choose: random.Random, tally: Tally,
    shim: Shim, *, early: bool = False, unsynced: bool = False,
) -> None:  # fmt: skip
    """Cut the power at random moments of each subject's work, so many times."""
    for subject in subjects:
        with prepared(subject, place / "cuts") as ready:
            folder, log = fresh(ready), place / "log"
            handle = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)

            def watched(pipe: int, folder: Path = folder, handle: int = handle) -> PipeTeller:
                shim.watch(folder, handle)
                return PipeTeller(pipe, shim=shim, early=early, unsynced=unsynced)

            course = run_forked(subject, folder, watched=watched)
            os.close(handle)
            if course.broke_down or not course.ended:
                tally.wrong += 1
                tally.complain(f"{subject.name}: not done undisturbed")
                continue
            _put_back(ready, folder)
            careless = early or unsynced
            states = cuts(
                folder, read_log(log), ready.with_name("states"), runs, choose, when_said=careless
            )
            for state, said in states:
                _judge(subject, subject.look(state), Course(said=said), tally)


def disk_errors(
    subjects: Iterable[Subject], most: int, place: Path, choose: random.Random,
    tallies: dict[str, Tally], shim: Shim,
) -> None:  # fmt: skip
    """Let each call in turn fail, in each of the ways; `most` calls of a subject, chosen."""
    for subject in subjects:
        with prepared(subject, place / "errors") as ready:
            calls = _calls(subject, ready, shim)
            before = subject.look(fresh(ready, "before")).acts
            for name, (error, how) in ERRORS.items():
                numbers = range(1, calls + 1)
                for at in sorted(choose.sample(numbers, min(most, calls))):
                    folder = fresh(ready)
                    course = run_forked(
                        subject,
                        folder,
                        watched=lambda pipe, folder=folder, at=at, error=error, how=how: _failing(
                            pipe, shim, folder, at, error, how
                        ),
                    )
                    found = subject.look(folder)
                    _judge(subject, found, course, tallies[name], before)


def _failing(pipe: int, shim: Shim, folder: Path, at: int, error: int, how: int) -> PipeTeller:
    shim.watch(folder)
    return PipeTeller(pipe, at_begin=lambda: shim.fail(at, error, how))


def _put_back(ready: Path, folder: Path) -> None:
    """Let the folder be as it was before the work whose log is played."""
    fresh(ready, folder.name)


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


def _calls(subject: Subject, ready: Path, shim: Shim) -> int:
    """Return how many calls of the work change something on the disk."""
    folder = fresh(ready)
    reads, writes = os.pipe()

    class Counting(PipeTeller):
        def said(self, text: str) -> None:
            self.count()

        def count(self) -> None:
            os.write(writes, b"%d\n" % shim.calls)

    def watched(pipe: int) -> PipeTeller:
        shim.watch(folder)
        return Counting(pipe, at_begin=lambda: shim.fail(0, 0, ONCE))

    run_forked(subject, folder, watched=watched)
    os.close(writes)
    with os.fdopen(reads, "rb") as told:
        counted = told.read().split()
    return int(counted[-1]) if counted else 0


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
    told = course.refused and IN_DOUBT.isdisjoint(course.refused)
    if told and _ids(found.acts) - known:
        wrong.append(f"refused ({course.refused[0]}) and yet done")
    tally.wrong += bool(wrong)
    for each in wrong:
        tally.complain(f"{subject.name}: {each}")


def _ids(acts: Iterable[str]) -> set[str]:
    return {each.rpartition(":")[2] for each in acts}
