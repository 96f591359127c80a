"""What a ballot and a scan cost in a large congress against a small one, and all else over size.

Everything is measured in processor time, so that the disk, the same for both, does not hide it.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from statistics import median

from benchmarks.congresses import FAMILIES, GIVEN, granted, make_congress, record_round
from benchmarks.measured import Measured, user_environment
from benchmarks.waiting import rest, the_app, wait_until
from congress_desk.actions.elections.accounting import set_bundle
from congress_desk.actions.elections.ballots import enter_ballots
from congress_desk.actions.people.checkin import check_in
from congress_desk.domain.congress import CongressDetails
from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.people.person import Person
from congress_desk.domain.setup.filled_workbook import Setup
from congress_desk.new_congress import new_congress
from congress_desk.queries.elections.rounds import round_sheet, running_sheet
from congress_desk.settings import SettingsStore
from congress_desk.storage.congress_file import CongressFile
from congress_desk.ui.messages import Messages
from congress_desk.ui.shell.composition import build_window

BALLOTS = (250, 3000)
PEOPLE = (60, 1587)
NAMES, SEATS, BUNDLE = 18, 15, 50
# Delegates, names of a list, elections; the short form leaves the last out.
SIZES = ((50, 63, 10), (500, 63, 10), (1587, 220, 10))
# What is asked for a ballot's or a name's sake grows with both, everything else with the people.
WITH_BALLOTS = ("create", "open", "recount", "count", "verify", "a copy", "paper: results")
# What takes less says more of the clock than of the work; and how much more than the data is much.
LEAST_S, MORE = 0.05, 1.5


def run(folder: Path, short: bool) -> list[Measured]:
    """Measure each cost at both sizes and return large ÷ small."""
    acts, counts, rows, copies = zip(*(_ballot(folder, n, short) for n in BALLOTS), strict=True)
    checked_in, scans = zip(*(_scan(folder, n, short) for n in PEOPLE), strict=True)
    few, many = BALLOTS
    return [
        _grown(f"ballot act, {many} ballots ÷ {few}", acts, 1.5),
        _grown(f"count after a ballot, {many} ballots ÷ {few}", counts, 1.5),
        _grown(f"rows counted at a bundle's end, {many} ÷ {few}", rows, 14),
        _grown(f"act that makes a copy, {many} ballots ÷ {few}", copies, 3),
        _grown(f"check-in act, {PEOPLE[1]} people ÷ {PEOPLE[0]}", checked_in, 1.5),
        _grown(f"scan with all that the desk shows, {PEOPLE[1]} ÷ {PEOPLE[0]}", scans, 2),
        *_over_size(folder, SIZES[:-1] if short else SIZES),
    ]


def _over_size(folder: Path, sizes: Sequence[tuple[int, int, int]]) -> list[Measured]:
    """Print what everything took at each size; return the longest of the window, and the growth."""
    took = []
    for size in sizes:
        room = folder / "-".join(map(str, size))
        room.mkdir()
        took.append(_at_size(room, size))
    print(f"  {'seconds of processor time; memory in MB':<44}", end="")
    print("".join(f"{f'{size[0]} × {size[1]}':>14}" for size in sizes))
    for what in took[-1]:
        print(f"  {what:<44}" + "".join(f"{one.get(what, 0):14.4f}" for one in took))
    window = {what: took[-1][what] for what in took[-1] if what.startswith("window")}
    slowest = max(window, key=lambda what: window[what])
    fastest = max(took[-1], key=lambda what: _beyond(what, took, sizes))
    return [
        Measured(what=f"longest stretch of the window's thread ({slowest[8:]})",
                 value=window[slowest] * 1000, bound=100, unit="ms"),
        Measured(what=f"growth ÷ that of the data ({fastest})",
                 value=_beyond(fastest, took, sizes), bound=MORE, unit="×"),
    ]  # fmt: skip


def _beyond(
    what: str, took: Sequence[Mapping[str, float]], sizes: Sequence[tuple[int, int, int]]
) -> float:
    """Return how much more than the data something grew, from the last size but one to the last."""
    (few, some, _), (many, more, _) = sizes[-2:]
    data = many / few * (more / some if what.startswith(WITH_BALLOTS) else 1)
    before, after = (max(one.get(what, 0.0), LEAST_S / 10) for one in took[-2:])
    if what == "memory" or after < LEAST_S:
        return 0.0
    return after / before / data


def _at_size(folder: Path, size: tuple[int, int, int]) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.one_size", str(folder), *map(str, size)],
        capture_output=True,
        text=True,
        check=True,
        env=user_environment() | {"CONGRESS_DESK_CONFIG": str(folder)},
    )
    told: dict[str, float] = json.loads(done.stdout)
    return told


def _grown(what: str, times: tuple[float, ...], bound: float) -> Measured:
    small, large = times
    print(f"  {what}: {small * 1000:.2f} → {large * 1000:.2f} ms")
    return Measured(what=what, value=large / small, bound=bound, unit="×")


def _ballot(folder: Path, count: int, short: bool) -> tuple[float, float, float, float]:
    file = make_congress(folder / f"{count}.congress", NAMES, SEATS)
    file.copy_beside()
    round_id = record_round(file, NAMES, SEATS, count, count + 1000)
    round_sheet(file, round_id)
    choose = random.Random(7)
    acts, counts, copies = [], [], []
    for number in range(100 if short else 400):
        if number % BUNDLE == 0:
            granted(set_bundle(file, round_id, 900 + number // BUNDLE, BUNDLE, actor="đo"))
            round_sheet(file, round_id)
        paper = Paper(struck=frozenset(choose.sample(range(1, NAMES + 1), 3)))
        ballot = (round_id, 900 + number // BUNDLE, [paper], [uuid.uuid4().hex])
        copied = file.backups.made
        took = _timed(partial(enter_ballots, file, *ballot, operator="đo"))
        (copies if number % 25 == 24 else acts).append(took)
        # Nobody types 25 ballots while a copy is written, and beside it everything takes longer.
        while number % 25 == 24 and file.backups.made == copied and file.backups.problem is None:
            time.sleep(0.01)
        counts.append(_timed(lambda: running_sheet(file, round_id)))
    rows = [_timed(lambda: round_sheet(file, round_id)) for _ in range(5)]
    file.close()
    return median(acts), median(counts), median(rows), median(copies)


def _scan(folder: Path, count: int, short: bool) -> tuple[float, float]:
    path = folder / f"door-{count}.congress"
    file = _people(path, count)
    half = [
        _timed(partial(check_in, file, number, door="A", actor="đo"))
        for number in range(1, count // 2 + 1)
    ]
    file.close()
    return median(half[-25:]), median(_at_the_desk(path, count, 12 if short else 25))


def _people(path: Path, count: int) -> CongressFile:
    people = tuple(
        Person(code=f"DB-{i:04}", name=f"{FAMILIES[i % 10]} Thị {GIVEN[i % 11]} {i}")
        for i in range(1, count + 1)
    )
    setup = Setup(details=CongressDetails(name="Đại hội đo tốc độ"), people=people)
    return granted(new_congress(path, setup, actor="đo"))


def _at_the_desk(path: Path, count: int, scans: int) -> list[float]:
    """Return what each scan costs, with the figures and the list that follow it."""
    app = the_app()
    store = SettingsStore()
    store.change(operator="đo", door="Cửa A")
    window = build_window(store, Messages(), path)
    window.show()
    wait_until(lambda: window.workspace is not None and window.idle())
    window.workspace.show_desk("checkin")
    wait_until(window.idle)
    desk = window.workspace.desk
    times = []
    for number in range(count // 2 + 1, count // 2 + 1 + scans):
        start = time.process_time()
        desk.keeper.enter(f"DB-{number:04}")
        wait_until(window.idle)
        rest(60)
        app.sendPostedEvents()
        times.append(time.process_time() - start)
    window.close()
    wait_until(lambda: not window.isVisible())
    return times


def _timed(work: Callable[[], object]) -> float:
    start = time.thread_time()
    work()
    return time.thread_time() - start
