"""What a copy costs, and how long a ballot waits while copies are written and counted again."""

from __future__ import annotations

import sys
import time
import uuid
from functools import partial
from pathlib import Path

from benchmarks.congresses import granted, make_congress, record_round
from benchmarks.measured import Measured, percentile
from congress_desk.actions.elections.accounting import set_bundle
from congress_desk.actions.elections.ballots import enter_ballots
from congress_desk.actions.elections.declaring import recount_problems
from congress_desk.domain.elections.ballots import Paper
from congress_desk.storage.closed_file_check import problems_of_copy
from congress_desk.storage.congress_file import CongressFile
from congress_desk.ui.background import TURN_S

NAMES, SEATS = 63, 55


def run(folder: Path, short: bool) -> list[Measured]:
    """Type ballots without copies, then with one always under way to two places."""
    ballots, typed = (300, 60) if short else (3000, 300)
    file = make_congress(folder / "copies.congress", NAMES, SEATS)
    record_round(file, NAMES, SEATS, ballots, ballots + 10_000)
    granted(set_bundle(file, 1, 999, 10_000, actor="đo"))
    before = sys.getswitchinterval()
    sys.setswitchinterval(TURN_S)  # as the worker of the window has it
    alone = [_enter(file) for _ in range(typed + 5)][5:]  # the first ones read the round
    file.backups.second = folder / "stick"
    file.backups.second.mkdir()
    file.copy_beside(partial(problems_of_copy, recount=recount_problems))
    taken, beside = [], []
    for _ in range(typed):
        started = time.perf_counter()
        file.copy_now()
        taken.append(time.perf_counter() - started)
        beside.append(_enter(file))
    sys.setswitchinterval(before)
    started = time.process_time()
    file.close()
    whole = time.process_time() - started
    print(f"  a copy of {ballots} ballots: {whole:.2f} s of its own thread at the end")
    print(f"  pages taken in {percentile(taken, 0.5) * 1000:.1f} ms at the median")
    print(f"  longest ballot alone {max(alone) * 1000:.1f} ms, beside {max(beside) * 1000:.1f} ms")
    return [
        Measured(what=f"taking the pages of {ballots} ballots / a ballot alone, median",
                 value=percentile(taken, 0.5) / percentile(alone, 0.5), bound=4, unit="×"),
        Measured(what="a ballot beside a copy / alone, median",
                 value=percentile(beside, 0.5) / percentile(alone, 0.5), bound=3, unit="×"),
        Measured(what="a ballot beside a copy / alone, 99th percentile",
                 value=percentile(beside, 0.99) / percentile(alone, 0.99), bound=3, unit="×"),
    ]  # fmt: skip


def _enter(file: CongressFile) -> float:
    started = time.perf_counter()
    paper = Paper(struck=frozenset({1, 2, 3, 4, 5, 6, 7, 8}))
    granted(enter_ballots(file, 1, 999, [paper], [uuid.uuid4().hex], operator="đo"))
    return time.perf_counter() - started
