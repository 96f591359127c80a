"""How long 348 ballots of 63 names take at five stations in two passes, by the seconds stated here.

Each ballot strikes 8 names. Five people type with the slips of `careless_typist` and every key they
press counts. Before the first key all bundles of 20 are handed out for both passes, a file a
station, and lie where their first pass is typed. Each types a bundle of its own and one of the
station before in turn. Whoever has typed a bundle gives its paper to the next station, and its part
of the result goes to the congress's laptop. There results are taken in, and between two people
settle what differs, sheet by sheet. A station that begins its last bundle gets bundles to settle
too, the longest first, where it typed no pass of them. Provinces took 40 minutes for 348 ballots of
55 seats.
"""

from __future__ import annotations

import heapq
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import count
from pathlib import Path

from benchmarks.careless_typist import WRONG_KEYS
from benchmarks.entry_accuracy import Settled, settled_bundle, typed_pass
from benchmarks.measured import Measured
from congress_desk.domain.elections.ballots import Paper, mark_mode
from congress_desk.domain.elections.entry_line import EntryContext
from congress_desk.domain.elections.stations.distribution import distributed_bundles
from congress_desk.errors import Refusal

BALLOTS, NAMES, SEATS, STATIONS, BUNDLE, PASSES = 348, 63, 55, 5, 20, 2
SEEDS = 8
SETTLING_KEYS = 2 * (NAMES - SEATS) + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Hands:
    """Seconds of people at work.

    `sheet` is turning a sheet over and seeing what is struck, beside the keys; `bundle` fetching
    it, typing its cover and closing the pass; `place` leafing to one sheet of a bundle, to the next
    of which one only turns; `count` counting one sheet by hand; `stick` writing a file, carrying it
    and opening it; `desk` taking one result in, or handing one bundle out.
    """

    words: str
    key: float
    sheet: float
    bundle: float
    place: float
    count: float
    stick: float
    desk: float


PRACTISED = Hands(
    words="practised", key=0.25, sheet=1.5, bundle=15, place=3, count=0.5, stick=20, desk=8
)
SLOW = Hands(words="slow", key=0.4, sheet=3, bundle=30, place=6, count=1, stick=40, desk=16)
# The careless typist, and one who leaves about as many wrong fields in a single entry as was
# measured of people at work (Paulsen et al. 2012: 0.37 in 1000).
CARELESS, USUAL = WRONG_KEYS, 0.0016


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A bundle at a station: how long it takes there, what comes of its paper, of its result.

    `own` is one whose first pass is typed here, where its paper lies.
    """

    seconds: float
    own: bool
    pass_on: Callable[[], None]
    taken: Callable[[], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsettled:
    """A bundle that waits at the desk: what it takes there, and the job it would be elsewhere.

    Whoever is in `by` typed a pass of it, and does not settle it.
    """

    begin: float
    place: float
    places: int
    by: tuple[int, ...]
    job: Job


class Hall:
    """The stations and the desk as time goes on."""

    def __init__(self, hands: Hands, jobs: Sequence[int]) -> None:
        self.now = 0.0
        self.to_settle: list[Unsettled] = []
        self._hands = hands
        self._events: list[tuple[float, int, Callable[[], None]]] = []
        self._numbers = count()
        self._lie: list[list[Job]] = [[] for _ in jobs]
        self._to_come = list(jobs)
        self._idle = set(range(len(jobs)))
        self._own_next = [True] * len(jobs)
        self._results: list[Callable[[], None]] = []
        self._to_hand_out: list[tuple[int, Job]] = []
        self._desk_is_free = True

    def after(self, seconds: float, act: Callable[[], None]) -> None:
        """Let something happen so many seconds from now."""
        heapq.heappush(self._events, (self.now + seconds, next(self._numbers), act))

    def run(self) -> None:
        """Let time pass until nothing is left to happen."""
        self._go_on()
        while self._events:
            self.now, _, act = heapq.heappop(self._events)
            act()
            self._go_on()

    def lay(self, station: int, job: Job) -> None:
        """Lay a bundle at a station; it takes its own and those of others in turn."""
        self._lie[station].append(job)

    def carry(self, station: int, job: Job) -> None:
        """Let somebody carry a bundle from one table to the next."""
        self.after(self._hands.stick, partial(self.lay, station, job))

    def _go_on(self) -> None:
        for station in sorted(self._idle):
            if self._lie[station]:
                job = self._next_at(station)
                self._idle.discard(station)
                self._to_come[station] -= 1
                self.after(job.seconds, partial(self._leave, station, job))
        if self._desk_is_free:
            self._at_desk()

    def _next_at(self, station: int) -> Job:
        """Take the next bundle: whose own lie to the last is waited for by the station after it."""
        lie, own = self._lie[station], self._own_next[station]
        job = next((each for each in lie if each.own is own), lie[0])
        lie.remove(job)
        self._own_next[station] = not own
        return job

    def _leave(self, station: int, job: Job) -> None:
        self._idle.add(station)
        job.pass_on()
        self.after(self._hands.stick, lambda: self._results.append(job.taken))

    def _at_desk(self) -> None:
        """Take in every result that is there at once, then hand out, then settle a sheet."""
        self._hand_on()
        if self._results:
            taken, self._results = self._results, []
            self._busy(self._hands.desk, lambda: [each() for each in taken])
        elif self._to_hand_out:
            self._busy(self._hands.desk, partial(self.carry, *self._to_hand_out.pop(0)))
        elif self.to_settle:
            self._settle_a_sheet()

    def _settle_a_sheet(self) -> None:
        """Settle one sheet at the desk; who comes with a stick waits no longer than that."""
        first = self.to_settle[0]
        self._busy(first.begin + first.place, lambda: None)
        self.to_settle[0] = replace(first, begin=0, places=first.places - 1)
        if not self.to_settle[0].places:
            self.to_settle.pop(0)

    def _hand_on(self) -> None:
        """Let stations that have begun their last bundle settle what would lie here for longer."""
        for station, to_come in enumerate(self._to_come):
            here = sum(each.begin + each.places * each.place for each in self.to_settle)
            others = [
                each
                for each in self.to_settle[1:]
                if station not in each.by and each.job.seconds + self._hands.stick < here
            ]
            if to_come or not others:
                continue
            longest = max(others, key=lambda each: each.job.seconds)
            self.to_settle.remove(longest)
            self._to_come[station] += 1
            self._to_hand_out.append((station, longest.job))

    def _busy(self, seconds: float, then: Callable[[], object]) -> None:
        self._desk_is_free = False
        self.after(seconds, partial(self._free_again, then))

    def _free_again(self, then: Callable[[], object]) -> None:
        self._desk_is_free = True
        then()


class Count:
    """One round, from the first key to the last bundle that is settled."""

    def __init__(self, hands: Hands, wrong_keys: float, seed: int) -> None:
        dice = random.Random(seed)
        context = EntryContext(names=NAMES, mode=mark_mode(NAMES, SEATS))
        papers = [_striking_the_surplus(dice) for _ in range(BALLOTS)]
        self.bundles = [papers[first : first + BUNDLE] for first in range(0, BALLOTS, BUNDLE)]
        self.passes = [
            [typed_pass(context, paper, dice, wrong_keys) for _ in range(PASSES)]
            for paper in self.bundles
        ]
        own, both = (_shared(len(self.bundles), passes) for passes in (1, PASSES))
        self._hands, self._hall = hands, Hall(hands, [len(each) for each in both])
        self._first_at = {bundle: s for s, bundles in enumerate(own) for bundle in bundles}
        self._lacking = [PASSES] * len(self.bundles)
        self._typed_twice = 0.0

    def minutes(self) -> tuple[float, float]:
        """Return the minutes until all is typed twice, and until the last bundle is settled."""
        for bundle, station in self._first_at.items():
            self._hall.lay(station, self._job(bundle, 0))
        self._hall.run()
        return self._typed_twice / 60, self._hall.now / 60

    def _at(self, bundle: int, number: int) -> int:
        return (self._first_at[bundle] + number) % STATIONS

    def _job(self, bundle: int, number: int) -> Job:
        hands, sheets = self._hands, len(self.bundles[bundle])
        keys = self.passes[bundle][number].keys
        return Job(
            seconds=hands.bundle + keys * hands.key + sheets * hands.sheet,
            own=number == 0,
            pass_on=partial(self._pass_on, bundle, number + 1),
            taken=partial(self._taken, bundle),
        )

    def _pass_on(self, bundle: int, number: int) -> None:
        if number < PASSES:
            self._hall.carry(self._at(bundle, number), self._job(bundle, number))

    def _taken(self, bundle: int) -> None:
        self._lacking[bundle] -= 1
        if self._lacking[bundle]:
            return
        self._typed_twice = self._hall.now
        settled = settled_bundle(self.bundles[bundle], self.passes[bundle])
        assert settled is not None, "choose a seed with no bundle to enter anew"
        if settled.typed or settled.counted:
            self._settle(bundle, settled)

    def _settle(self, bundle: int, settled: Settled) -> None:
        """Let a bundle be settled; of two at the desk one finds the next sheet meanwhile."""
        hands = self._hands
        counting = len(settled.papers) * hands.count if settled.counted else 0
        begin = hands.bundle + hands.place
        typing = hands.sheet + SETTLING_KEYS * hands.key
        typed = settled.typed
        apart = sum(place - 1 not in typed for place in typed)
        alone = hands.bundle + apart * hands.place + len(typed) * typing
        self._hall.to_settle.append(
            Unsettled(
                begin=counting + begin,
                place=max(hands.place, typing),
                places=max(1, len(typed)),
                by=tuple(self._at(bundle, number) for number in range(PASSES)),
                job=Job(seconds=counting + alone, own=False, pass_on=_nothing, taken=_nothing),
            )
        )


def run(folder: Path, short: bool) -> list[Measured]:
    """Play the count through with practised and with slow hands, careless and as is usual."""
    measured = []
    # With one key in a hundred wrong some counts of eight take a little longer: see decision 0058.
    for hands, wrong_keys, bound in (
        (PRACTISED, USUAL, 20),
        (PRACTISED, CARELESS, 20),
        (SLOW, CARELESS, 40),
    ):
        seeds = range(1 if short else SEEDS)
        told = [Count(hands, wrong_keys, seed).minutes() for seed in seeds]
        typed, settled = (max(minutes) for minutes in zip(*told, strict=True))
        print(
            f"  {hands.words}: {hands.key} s a key, {hands.sheet} s a sheet, {hands.bundle} s a"
            f" bundle, {hands.stick} s a stick, {hands.desk} s at the desk; {wrong_keys:.2%} wrong"
            f" keys; both passes typed after {typed:.1f} minutes"
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


def _striking_the_surplus(dice: random.Random) -> Paper:
    return Paper(struck=frozenset(dice.sample(range(1, NAMES + 1), NAMES - SEATS)))


def _shared(bundles: int, passes: int) -> Sequence[Sequence[int]]:
    shared = distributed_bundles(range(bundles), STATIONS, passes)
    assert not isinstance(shared, Refusal)
    return shared


def _nothing() -> None:
    """Do nothing: of a bundle that is settled nothing is left to do."""
