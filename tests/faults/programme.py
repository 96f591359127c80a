"""Which faults are tried on what, how often: a sample for every run of the tests, or all of it."""

from __future__ import annotations

import argparse
import os
import random
from collections.abc import Iterator
from pathlib import Path

from faults import kinds
from faults.killed_window import killed_windows
from faults.shim import Shim
from faults.subjects import Subject, acts, whole_files
from faults.surroundings import surroundings, suspended
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

# Of how many other acts a long run is, 0 for all.
most_acts = 0


def run(place: Path, choose: random.Random, options: argparse.Namespace) -> list[Tally]:
    """Run the programme in an empty folder."""
    global most_acts
    most_acts = options.acts
    use_language("vi")
    pins.cost = Cost(n=2, r=1, p=1)
    shim = Shim() if "DISK_SHIM" in os.environ else None
    level = THIN if options.thin else LONG if options.long else SHORT
    parts = {"kills": _kills, "cuts": _cuts, "errors": _errors, "around": _around}
    return [
        tally
        for name, part in parts.items()
        if options.only in ("", name) and (shim is not None or name in ("kills", "around"))
        for tally in part(place, choose, level, shim)
    ]


def _some_acts(choose: random.Random, level: int, always: int = len(ALWAYS)) -> list[Subject]:
    """Return every act, or those of a count with one more."""
    known = acts()
    if level and most_acts:
        others = [each for each in known if each.name not in ALWAYS]
        chosen = choose.sample(others, min(len(others), most_acts))
        return [*(each for each in known if each.name in ALWAYS), *chosen]
    if level:
        return known
    first = [each for each in known if each.name in ALWAYS[:always]]
    return [*first, choose.choice([each for each in known if each.name not in ALWAYS])]


def _some_files(choose: random.Random, level: int, some: int = 4) -> list[Subject]:
    known = whole_files()
    return known if level else choose.sample(known, some)


def _ballots() -> list[Subject]:
    return [each for each in acts() if each.name == "enter_ballots"]


def _kills(place: Path, choose: random.Random, level: int, _shim: Shim | None) -> Iterator[Tally]:
    of_acts = Tally("kill -9 in an act")
    of_files = Tally("kill -9 in new, migration, copy, recover")
    kinds.kills(_some_acts(choose, level), (2, 2, 10)[level], place, choose, of_acts)
    kinds.kills(_some_files(choose, level), (1, 4, 40)[level], place, choose, of_files)
    control = Tally("kill -9, acknowledged before the commit", is_control=True)
    kinds.kills(_ballots(), (8, 12, 60)[level], place, choose, control, early=True)
    yield from (of_acts, of_files, control)
    if level:
        yield killed_windows((0, 3, 20)[level], place, choose)


def _cuts(place: Path, choose: random.Random, level: int, shim: Shim) -> Iterator[Tally]:
    of_acts = Tally("power cut in an act")
    of_files = Tally("power cut in new, migration, copy, recover")
    acts, files = _some_acts(choose, level), _some_files(choose, level)
    kinds.power_cuts(acts, (5, 3, 12)[level], place, choose, of_acts, shim)
    kinds.power_cuts(files, (3, 8, 60)[level], place, choose, of_files, shim)
    early = Tally("power cut, acknowledged before the commit", is_control=True)
    unsynced = Tally("power cut, synchronous = OFF", is_control=True)
    runs = (12, 12, 60)[level]
    kinds.power_cuts(_ballots(), runs, place, choose, early, shim, early=True)
    kinds.power_cuts(_ballots(), runs, place, choose, unsynced, shim, unsynced=True)
    yield from (of_acts, of_files, early, unsynced)


def _errors(place: Path, choose: random.Random, level: int, shim: Shim) -> Iterator[Tally]:
    of_acts = {name: Tally(f"{name}: in an act") for name in kinds.ERRORS}
    of_files = {name: Tally(f"{name}: new, migration, …") for name in kinds.ERRORS}
    acts, files = _some_acts(choose, level, 1), _some_files(choose, level, 1)
    if level == LONG:
        counting = [each for each in acts if each.name in ALWAYS]
        kinds.disk_errors(counting, EVERY_CALL, place, choose, of_acts, shim)
        acts = [each for each in acts if each not in counting]
    kinds.disk_errors(acts, (1, 1, 4)[level], place, choose, of_acts, shim)
    kinds.disk_errors(files, (1, 4, EVERY_CALL)[level], place, choose, of_files, shim)
    yield from (*of_acts.values(), *of_files.values())


def _around(place: Path, choose: random.Random, level: int, _shim: Shim | None) -> Iterator[Tally]:
    yield from surroundings((1, 3, 20)[level], place)
    yield suspended((1, 3, 30)[level], place, choose)
