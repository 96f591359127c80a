"""Many inputs of every kind, in processes that may die of them; what came of each kind."""

from __future__ import annotations

import multiprocessing
import shutil
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random

from .kinds import KINDS, Kind
from .watch import SLOWEST_S, Faulty, tried, watched

# A process takes so many inputs and gives up what it has piled up.
CHUNK = 4_000
_ADDRESSES = 3_000_000_000
_SHOWN = 10


@dataclass(slots=True)
class Tally:
    """What the inputs of one kind came to. `crashes` are breakdowns and whatever else is wrong."""

    kind: str
    inputs: int = 0
    taken: int = 0
    refused: int = 0
    crashes: int = 0
    slowest: float = 0.0
    seconds: float = 0.0
    told: dict[str, str] = field(default_factory=dict)

    def add(self, other: Tally) -> None:
        """Add what another process found."""
        self.inputs += other.inputs
        self.taken += other.taken
        self.refused += other.refused
        self.crashes += other.crashes
        self.slowest = max(self.slowest, other.slowest)
        self.seconds += other.seconds
        for where, words in other.told.items():
            self.told.setdefault(where, words)


def some_of(kind: Kind, seed: int, numbers: Sequence[int], folder: Path) -> Tally:
    """Let the inputs of these numbers be read in this process."""
    tally = Tally(kind.name)
    trial = kind.begin(folder)
    with watched(folder):
        for number in numbers:
            chance = Random(f"{seed}/{kind.name}/{number}")
            begun = time.process_time()
            tally.inputs += 1
            try:
                came_in = tried(partial(trial, chance)) == "in"
                tally.taken += came_in
                tally.refused += not came_in
            except Exception as error:  # noqa: BLE001 - whatever an input does is what is looked for
                tally.crashes += 1
                _note(tally, error, f"{seed}/{number}")
            took = time.process_time() - begun
            tally.seconds += took
            tally.slowest = max(tally.slowest, took)
    return tally


def _note(tally: Tally, error: Exception, which: str) -> None:
    last = traceback.extract_tb(error.__traceback__)[-1]
    said = " ".join(str(error).split())[:200]
    where = said[:40] if isinstance(error, Faulty) else f"{Path(last.filename).name}:{last.lineno}"
    tally.told.setdefault(where, f"{which}: {type(error).__name__} {where}: {said}")


def campaign(inputs: int, seed: int, only: str, jobs: int) -> list[Tally]:
    """Share inputs among the kinds, let them be read, and return what came of each."""
    chosen = [kind for kind in KINDS if only in kind.name]
    whole = sum(kind.share for kind in chosen)
    tallies = {kind.name: Tally(kind.name) for kind in chosen}
    chunks = list(_chunks(chosen, inputs, whole))
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    running: list[tuple[Kind, int, int, object, object]] = []
    while chunks or running:
        while chunks and len(running) < jobs:
            kind, first, count = chunks.pop(0)
            ours, theirs = context.Pipe(duplex=False)
            process = context.Process(target=_child, args=(kind.name, seed, first, count, theirs))
            process.start()
            theirs.close()
            running.append((kind, first, count, process, ours))
        kind, first, count, process, ours = running.pop(0)
        tallies[kind.name].add(_result(kind, seed, first, count, process, ours))
        _progress(tallies)
    return list(tallies.values())


def _chunks(chosen: Sequence[Kind], inputs: int, whole: int) -> Iterator[tuple[Kind, int, int]]:
    for kind in chosen:
        wanted = max(1, round(inputs * kind.share / whole))
        for first in range(0, wanted, CHUNK):
            yield kind, first, min(CHUNK, wanted - first)


def _child(name: str, seed: int, first: int, count: int, told) -> None:
    _bound_memory()
    room = "/dev/shm" if Path("/dev/shm").is_dir() else None
    folder = Path(tempfile.mkdtemp(dir=room, prefix="fuzz-"))
    kind = next(kind for kind in KINDS if kind.name == name)
    try:
        told.send(some_of(kind, seed, range(first, first + count), folder))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _bound_memory() -> None:
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_ADDRESSES, _ADDRESSES))


def _result(kind: Kind, seed: int, first: int, count: int, process, ours) -> Tally:
    """Return what a process found; of one that died all its inputs count as one crash."""
    found = None
    try:
        if ours.poll(SLOWEST_S * 400):
            found = ours.recv()
    except (EOFError, OSError):
        pass
    if found is None:
        process.terminate()
    process.join()
    if found is not None:
        return found
    told = {
        "died": f"{seed}/{first}–{first + count - 1}: the process ended with {process.exitcode}"
    }
    return Tally(kind.name, inputs=count, crashes=1, told=told)


def _progress(tallies: dict[str, Tally]) -> None:
    if sys.stderr.isatty():
        done, crashed = (
            sum(getattr(t, name) for t in tallies.values()) for name in ("inputs", "crashes")
        )
        print(f"\r{done} inputs, {crashed} crashes", end="", file=sys.stderr)


def print_table(tallies: Sequence[Tally]) -> bool:
    """Print the table; say whether nothing crashed."""
    print(
        f"{'kind':<34}{'inputs':>9}{'taken':>9}{'refused':>9}{'crashes':>9}"
        f"{'slowest':>9}{'an input':>10}"
    )
    whole = Tally("in all")
    for each in tallies:
        whole.add(each)
    for each in [*tallies, whole]:
        mean = each.seconds / max(each.inputs, 1) * 1000
        print(
            f"{each.kind:<34}{each.inputs:>9}{each.taken:>9}{each.refused:>9}{each.crashes:>9}"
            f"{each.slowest:>7.2f} s{mean:>7.2f} ms"
        )
    for each in tallies:
        for words in list(each.told.values())[:_SHOWN]:
            print(f"  {each.kind}: {words}", file=sys.stderr)
    return whole.crashes == 0
