"""Which faults are tried on what, how often: a sample for every run of the tests, or all of it."""

from __future__ import annotations

import argparse
import multiprocessing
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from random import Random

from faults import kinds
from faults.flows import flows
from faults.forked import prepared
from faults.killed_window import killed_windows
from faults.shim import Shim
from faults.subjects import Subject, acts, whole_files
from faults.surroundings import AROUND, surroundings, suspended
from faults.tally import Tally

from congress_desk.actions.operators import pins
from congress_desk.domain.operators.pins import Cost
from congress_desk.i18n import use_language

# How much is tried: a sample for every run of the tests, every act a few times, or often.
SHORT, THIN, LONG = range(3)

# More calls than any work makes.
EVERY_CALL = 10_000
# Acts that every short run tries, and of which a long one lets each single call fail.
ALWAYS = ("enter_ballots", "enter_ballots, password", "declare_result", "check_in")
PARTS = ("kills", "cuts", "errors", "around")
ACT, FILE = "an act", "files"
_EARLY, _UNSYNCED = "acknowledged before the commit", "synchronous = OFF"


@dataclass(frozen=True, slots=True, kw_only=True)
class Often:
    """How often work is killed, cut off, its disk fails at a call, its file is taken away."""

    kills: int = 0
    cuts: int = 0
    errors: int = 0
    around: int = 0

    def only(self, part: str) -> Often:
        """Return these for one part alone, or all of them."""
        return Often(**{part: getattr(self, part)}) if part else self


Job = Callable[[Path, Random], list[Tally]]
# Made before the processes that do them are forked, each of which finds them here.
_jobs: dict[str, Job] = {}


def run(place: Path, seed: int, options: argparse.Namespace) -> list[Tally]:
    """Run the programme in an empty folder, in several processes beside each other.

    A job draws its chances from the seed and its own name: alone it does as in the whole run.
    """
    use_language("vi")
    pins.cost = Cost(n=2, r=1, p=1)
    shim = Shim() if "DISK_SHIM" in os.environ else None
    level = THIN if options.thin else LONG if options.long else SHORT
    jobs = _all_jobs(level, shim, Random(seed), options.only)
    _jobs.update((name, job) for name, job in jobs if options.subject in name)
    tallies: dict[str, Tally] = {}
    with multiprocessing.get_context("fork").Pool(options.jobs) as pool:
        done = pool.imap_unordered(partial(_do, place, seed), _jobs)
        for tally in (tally for found in done for tally in found):
            if tally.runs or tally.wrong:
                whole = Tally(tally.fault, is_control=tally.is_control)
                tallies.setdefault(tally.fault, whole).add(tally)
    return sorted(tallies.values(), key=lambda tally: (tally.is_control, tally.fault))


def _do(place: Path, seed: int, name: str) -> list[Tally]:
    folder = place / name.replace("/", "-")
    folder.mkdir()
    try:
        return _jobs[name](folder, Random(f"{seed}/{name}"))
    finally:
        shutil.rmtree(folder)


def _all_jobs(
    level: int, shim: Shim | None, choose: Random, part: str
) -> Iterator[tuple[str, Job]]:
    # What takes longest begins first.
    if part in ("", "kills") and level:
        yield "window", lambda place, own: [killed_windows((0, 3, 20)[level], place, own)]
    if part in ("", "around"):
        yield "sleep", lambda place, own: [suspended((1, 3, 30)[level], place, own)]
        for name in AROUND:
            yield name, lambda place, _, name=name: [surroundings(name, (1, 3, 20)[level], place)]
    for kind, chosen in ((FILE, _files(level, choose)), (ACT, _acts(level, choose))):
        for subject, often in chosen:
            yield f"{kind}: {subject.name}", partial(_tried, subject, often.only(part), kind, shim)
    for often, careless in ((Often(kills=60, cuts=60), "early"), (Often(cuts=60), "unsynced")):
        few = often.only(part) if level == LONG else replace(often, kills=often.kills // 6, cuts=12)
        yield f"control, {careless}", partial(_careless, few.only(part), shim, careless)


def _acts(level: int, choose: Random) -> list[tuple[Subject, Often]]:
    known = acts()
    if level == SHORT:
        chance = choose.choice([each for each in known if each.name not in ALWAYS])
        known = [*(each for each in known if each.name in ALWAYS), chance]
    often = (Often(kills=2, cuts=5), Often(kills=2, cuts=3, errors=1, around=1),
             Often(kills=10, cuts=12, errors=4, around=1))[level]  # fmt: skip
    most = (1, 1, EVERY_CALL)[level]
    return [(s, replace(often, errors=most) if s.name in ALWAYS else often) for s in known]


def _files(level: int, choose: Random) -> list[tuple[Subject, Often]]:
    known = [*whole_files(), *flows()]
    often = (Often(kills=1, cuts=3), Often(kills=4, cuts=8, errors=4, around=1),
             Often(kills=40, cuts=60, errors=30, around=1))[level]  # fmt: skip
    return [(s, often) for s in (known if level else choose.sample(known, 4))]


def _tried(
    subject: Subject, often: Often, kind: str, shim: Shim | None, place: Path, choose: Random
) -> list[Tally]:
    """Let one subject, prepared once, go through everything."""
    kill, cut = Tally(f"kill -9: {kind}"), Tally(f"power cut: {kind}")
    errors = {name: Tally(f"{name}: {kind}") for name in kinds.ERRORS}
    away = {name: Tally(f"{name}: {kind}") for name in kinds.DISPLACED}
    with prepared(subject, place / "of") as ready:
        kinds.kills(subject, ready, often.kills, choose, kill)
        if shim is not None and often.cuts:
            kinds.power_cuts(subject, ready, often.cuts, choose, cut, shim)
        if shim is not None and often.errors:
            kinds.disk_errors(subject, ready, often.errors, choose, errors, shim)
        if often.around:
            kinds.displaced(subject, ready, away)
    return [kill, cut, *errors.values(), *away.values()]


def _careless(
    often: Often, shim: Shim | None, how: str, place: Path, choose: Random
) -> list[Tally]:
    """Return what a program that says too much too early, or never waits for its disk, loses."""
    said = _EARLY if how == "early" else _UNSYNCED
    kill = Tally(f"kill -9, {said}", is_control=True)
    cut = Tally(f"power cut, {said}", is_control=True)
    (ballots,) = (each for each in acts() if each.name == "enter_ballots")
    early = how == "early"
    with prepared(ballots, place / "of") as ready:
        kinds.kills(ballots, ready, often.kills, choose, kill, early=early)
        if shim is not None and often.cuts:
            kinds.power_cuts(
                ballots, ready, often.cuts, choose, cut, shim, early=early, unsynced=not early
            )
    return [kill, cut]
