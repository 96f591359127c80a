"""How long 348 ballots of 63 names take at five stations in two passes, by the seconds stated here.

Each ballot strikes 8 names; bundles have 20. Five people type with the slips of `careless_typist`
and every key they press counts; a bundle whose first pass is closed goes to another station. At the
desk two settle what differs as soon as both passes of a bundle are there: one lays the next sheet
out while the other types. Provinces took 40 minutes for 348 ballots of 55 seats.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.careless_typist import WRONG_KEYS
from benchmarks.entry_accuracy import Settled, Typed, settled_bundle, typed_pass
from benchmarks.measured import Measured
from congress_desk.domain.elections.ballots import Paper, mark_mode
from congress_desk.domain.elections.entry_line import EntryContext

BALLOTS, NAMES, SEATS, STATIONS, BUNDLE = 348, 63, 55, 5, 20
SEEDS = 5
SETTLING_KEYS = 2 * (NAMES - SEATS) + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Hands:
    """Seconds of people at work.

    `sheet` is turning a sheet over and seeing what is struck, beside the keys; `bundle` fetching
    it, typing its cover and closing the pass; `place` leafing to one sheet of a bundle; `count`
    counting one sheet by hand; `stick` what goes before the first and after the last key.
    """

    words: str
    key: float
    sheet: float
    bundle: float
    place: float
    count: float
    stick: float


PRACTISED = Hands(words="practised", key=0.25, sheet=1.5, bundle=15, place=3, count=0.5, stick=60)
SLOW = Hands(words="slow", key=0.4, sheet=3, bundle=30, place=6, count=1, stick=120)
# The careless typist, and one who leaves about as many wrong fields in a single entry as was
# measured of people at work (Paulsen et al. 2012: 0.37 in 1000).
CARELESS, USUAL = WRONG_KEYS, 0.0016


@dataclass(slots=True)
class Job:
    """A pass of a bundle that waits for a station other than `by`, from a moment on."""

    bundle: int
    number: int
    ready: float = 0
    by: int = -1


def run(folder: Path, short: bool) -> list[Measured]:
    """Play the count through with practised and with slow hands, careless and as is usual."""
    measured = []
    for hands, wrong_keys, bound in (
        (PRACTISED, USUAL, 20),
        (PRACTISED, CARELESS, 20),
        (SLOW, CARELESS, 40),
    ):
        seeds = range(1 if short else SEEDS)
        told = [counted_minutes(hands, wrong_keys, seed) for seed in seeds]
        typed, settled = (max(minutes) for minutes in zip(*told, strict=True))
        print(
            f"  {hands.words}: {hands.key} s a key, {hands.sheet} s a sheet, {hands.bundle} s a"
            f" bundle; {wrong_keys:.2%} wrong keys; both passes typed after {typed:.1f} minutes"
        )
        measured.append(
            Measured(
                what=f"{BALLOTS} × {NAMES} twice at {STATIONS} stations, {hands.words},"
                f" {wrong_keys:.2%} wrong keys",
                value=settled,
                bound=bound,
                unit="min",
            )
        )
    return measured


def counted_minutes(hands: Hands, wrong_keys: float, seed: int) -> tuple[float, float]:
    """Return the minutes until all is typed twice, and until the last bundle is settled."""
    dice = random.Random(seed)
    context = EntryContext(names=NAMES, mode=mark_mode(NAMES, SEATS))
    papers = [_striking_the_surplus(dice) for _ in range(BALLOTS)]
    bundles = [papers[first : first + BUNDLE] for first in range(0, BALLOTS, BUNDLE)]
    passes = [[typed_pass(context, paper, dice, wrong_keys) for _ in range(2)] for paper in bundles]
    closed = _typing_ends(hands, bundles, passes)
    free = 0.0
    for ready, bundle in sorted((moment, bundle) for bundle, moment in enumerate(closed)):
        settled = settled_bundle(bundles[bundle], passes[bundle])
        assert settled is not None, "choose a seed with no bundle to enter anew"
        free = max(free, ready) + _settling(hands, settled)
    return max(closed) / 60, (max(free, *closed) + hands.stick) / 60


def _striking_the_surplus(dice: random.Random) -> Paper:
    return Paper(struck=frozenset(dice.sample(range(1, NAMES + 1), NAMES - SEATS)))


def _typing_ends(
    hands: Hands, bundles: Sequence[Sequence[Paper]], passes: Sequence[Sequence[Typed]]
) -> list[float]:
    """Return when both passes of each bundle are closed; whoever is free takes what may be taken.

    A second pass goes before a new bundle, so that the desk has something to settle early.
    """
    waiting = [Job(bundle, 0) for bundle in range(len(bundles))]
    free, closed = [0.0] * STATIONS, [0.0] * len(bundles)
    while waiting:
        station, job = min(
            ((s, job) for s in range(STATIONS) for job in waiting if job.by != s),
            key=lambda pair: (max(free[pair[0]], pair[1].ready), -pair[1].number, pair[1].bundle),
        )
        waiting.remove(job)
        keys = passes[job.bundle][job.number].keys
        took = hands.bundle + keys * hands.key + len(bundles[job.bundle]) * hands.sheet
        free[station] = max(free[station], job.ready) + took
        if job.number == 0:
            waiting.append(Job(job.bundle, 1, free[station], station))
        else:
            closed[job.bundle] = free[station]
    return closed


def _settling(hands: Hands, settled: Settled) -> float:
    """Return the seconds in which two settle a bundle: fetched, counted, its places typed.

    One finds the next sheet while the other reads and types: a place takes the longer of the two.
    """
    if not settled.typed and not settled.counted:
        return 0
    counting = len(settled.papers) * hands.count if settled.counted else 0
    typing = hands.sheet + SETTLING_KEYS * hands.key
    return hands.bundle + counting + hands.place + len(settled.typed) * max(hands.place, typing)
