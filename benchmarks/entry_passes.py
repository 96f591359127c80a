"""Ballots entered twice: how soon the next one can be typed, what comparing costs, what shifts."""

from __future__ import annotations

import gc
import random
import sys
import time
import uuid
from functools import partial
from pathlib import Path

from benchmarks.ballot_act import bare_commit, bare_table
from benchmarks.careless_typist import BUNDLE
from benchmarks.congresses import granted, make_congress, open_empty_round
from benchmarks.measured import Measured, percentile
from congress_desk.actions.elections.declaring import recount_problems
from congress_desk.actions.elections.passes.entering import enter_in_pass
from congress_desk.actions.elections.passes.opening import close_pass, open_pass
from congress_desk.actions.elections.passes.settings import set_entry_settings
from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.passes.comparison import compare_passes
from congress_desk.domain.elections.passes.settings import EntrySettings
from congress_desk.queries.elections.rounds import running_sheet
from congress_desk.storage.closed_file_check import problems_of_copy
from congress_desk.ui.background import TURN_S

NAMES, SEATS, LARGE_BUNDLE = 63, 55, 50
# Five keys, a ballot of the shortest lists, at ten keys a second; 63 names take 1.7 s.
PACE_S = 0.5
QUEUED = Path("/proc/thread-self/schedstat")


def run(folder: Path, short: bool) -> list[Measured]:
    """Measure the acts on files of their own, at two paces, then the comparison alone."""
    ballots = 100 if short else 1500
    return [
        *_next_ballot(folder / "typist", ballots, "a typist's pace", PACE_S),
        *_next_ballot(folder / "machine", ballots, "the machine's pace", 0),
        _comparison(),
        _shifts(),
    ]


def _next_ballot(folder: Path, ballots: int, pace: str, pace_s: float) -> list[Measured]:
    """Enter a round twice through the acts, the running count asked for after each ballot.

    The next ballot comes `pace_s` after the last while a copy is made, and at once where none is:
    nothing goes on there that it could meet. At 0 s a copy follows the other without a pause. After
    each ballot a bare row is committed: what the disk takes by itself, at the same time.
    """
    before = sys.getswitchinterval()
    sys.setswitchinterval(TURN_S)  # as the worker of the window has it
    gc.disable()
    folder.mkdir()
    bare = bare_table(folder / "bare.db")
    file = make_congress(folder / "passes.congress", NAMES, SEATS)
    file.copy_beside(partial(problems_of_copy, recount=recount_problems))  # as the window does
    granted(set_entry_settings(file, EntrySettings(passes=2, bundle_size=50), actor="đo"))
    round_id, choose = open_empty_round(file, ballots), random.Random(3)
    papers = [
        Paper(struck=frozenset(choose.sample(range(1, NAMES + 1), 8))) for _ in range(ballots)
    ]
    took, own, queued, disk = [], [], [], []
    closed, closing = [], []
    copied: Path | None = folder  # the last copy, while the next is made
    for operator in ("Lượt Một", "Lượt Hai"):
        for first in range(0, ballots, LARGE_BUNDLE):
            bundle = first // LARGE_BUNDLE + 1
            granted(open_pass(file, round_id, bundle, operator=operator))
            for paper in papers[first : first + LARGE_BUNDLE]:
                made, waited = file.backups.made, _queued_s()
                start, begun = time.perf_counter(), time.thread_time()
                granted(
                    enter_in_pass(
                        file, round_id, bundle, [paper], [uuid.uuid4().hex], operator=operator
                    )
                )
                running_sheet(file, round_id)
                took.append(time.perf_counter() - start)
                own.append(time.thread_time() - begun)
                queued.append(_queued_s() - waited)
                copied = copied if file.backups.is_changed else made
                while file.backups.made == copied and time.perf_counter() < start + pace_s:
                    time.sleep(0.002)
                start = time.perf_counter()
                bare_commit(bare, len(took), [])
                disk.append(time.perf_counter() - start)
            start, begun = time.perf_counter(), time.thread_time()
            granted(close_pass(file, round_id, bundle, operator=operator))
            closed.append(time.perf_counter() - start)
            closing.append(time.thread_time() - begun)
    assert running_sheet(file, round_id).tally.entered == ballots
    file.close()
    bare.close()
    sys.setswitchinterval(before)
    gc.enable()
    print(
        f"  at {pace}, 99 % within: a bare commit {percentile(disk, 0.99) * 1000:.1f} ms,"
        f" waiting for a processor that others have {percentile(queued, 0.99) * 1000:.1f} ms"
    )
    return [
        Measured(
            what=f"next of {ballots} ballots in two passes, {pace}, 99 %",
            value=percentile(took, 0.99) * 1000,
            bound=30,
            unit="ms",
        ),
        Measured(
            what="the same, its processor time without waiting for the disk",
            value=percentile(own, 0.99) * 1000,
            bound=30,
            unit="ms",
        ),
        Measured(
            what=f"closing a pass, {pace}, the slowest",
            value=max(closed) * 1000,
            bound=100,
            unit="ms",
        ),
        Measured(
            what="the same, its processor time without waiting for the disk",
            value=max(closing) * 1000,
            bound=30,
            unit="ms",
        ),
    ]


def _queued_s() -> float:
    """Return how long this thread has waited for a processor, in s; 0 where no system tells it."""
    try:
        return int(QUEUED.read_text().split()[1]) / 1e9
    except OSError:
        return 0.0


def _comparison() -> Measured:
    """Compare 1,500 × 63 in bundles that all differ at both ends and in between."""
    choose = random.Random(5)
    first = [[_any_paper(choose) for _ in range(LARGE_BUNDLE)] for _ in range(1500 // LARGE_BUNDLE)]
    second = [list(bundle) for bundle in first]
    for bundle in second:
        bundle[0] = bundle[-1] = Paper()
        del bundle[choose.randrange(1, LARGE_BUNDLE - 1)]
    start = time.process_time()
    for one, other in zip(first, second, strict=True):
        compare_passes([one, other])
    took = time.process_time() - start
    return Measured(what="comparing 1500 × 63", value=took * 1000, bound=100, unit="ms")


def _shifts() -> Measured:
    """Leave out a sheet, or take it twice, in one of 1,000 bundles each."""
    choose, missed = random.Random(11), 0
    for _ in range(1000):
        first = [_any_paper(choose) for _ in range(BUNDLE)]
        place = choose.randrange(BUNDLE)
        second = [*first[:place], *first[place : place + 1] * choose.choice((0, 2))]
        second += first[place + 1 :]
        missed += len(compare_passes([first, second]).differences) != 1
    return Measured(what="shifts of one not found, of 1000", value=missed, bound=0, unit="")


def _any_paper(choose: random.Random) -> Paper:
    return Paper(struck=frozenset(choose.sample(range(1, NAMES + 1), 8)))
