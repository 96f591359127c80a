"""How long 348 ballots of 63 names take at five stations in two passes, by the seconds stated here.

Each ballot strikes 8 names. Five people type with the slips of `careless_typist` and every key they
press counts. Bundles have 20 and each goes to and fro in a file of its own; the first of a station
lies there before the first key is pressed. At the congress's laptop results are taken in and
bundles handed out, one after the other; between, two settle there what differs, sheet by sheet.
Once no pass is left to be handed out, what differs goes to the stations too, each bundle to one who
typed none of its passes. Provinces took 40 minutes for 348 ballots of 55 seats.
"""

from __future__ import annotations

import heapq
import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from itertools import count
from pathlib import Path

from benchmarks.careless_typist import WRONG_KEYS
from benchmarks.entry_accuracy import Settled, Typed, settled_bundle, typed_pass
from benchmarks.measured import Measured
from congress_desk.domain.elections.ballots import Paper, mark_mode
from congress_desk.domain.elections.entry_line import EntryContext

BALLOTS, NAMES, SEATS, STATIONS, BUNDLE = 348, 63, 55, 5, 20
SEEDS = 5
# Bundles that lie at each station, with their file, before the first key is pressed.
AHEAD = 1
SETTLING_KEYS = 2 * (NAMES - SEATS) + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Hands:
    """Seconds of people at work.

    `sheet` is turning a sheet over and seeing what is struck, beside the keys; `bundle` fetching
    it, typing its cover and closing the pass; `place` leafing to one sheet of a bundle; `count`
    counting one sheet by hand; `stick` writing a file, carrying it and opening it; `desk` taking
    one result in, or handing one bundle out.
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
    """Work of a station on a bundle; whoever is in `by` typed it before, and does not do this.

    Of jobs that wait the one of the highest `rank` is done first.
    """

    seconds: float
    by: tuple[int, ...]
    rank: int
    then: Callable[[int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsettled:
    """A bundle that waits at the desk: what it takes there, and the job it would be elsewhere."""

    begin: float
    place: float
    places: int
    job: Job


class Hall:
    """The stations and the desk as time goes on."""

    def __init__(self, hands: Hands) -> None:
        self.now = 0.0
        self.results: list[Callable[[], None]] = []
        self.to_hand_out: list[Job] = []
        self.to_settle: list[Unsettled] = []
        self.to_type = 0
        self._hands = hands
        self._events: list[tuple[float, int, Callable[[], None]]] = []
        self._numbers = count()
        self._jobs: list[Job] = []
        self._on_the_way = 0
        self._idle = set(range(STATIONS))
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

    def hand_out_before(self, number: int) -> None:
        """Let so many bundles be at the stations before the first key is pressed."""
        self._jobs, self.to_hand_out = self.to_hand_out[:number], self.to_hand_out[number:]

    def _go_on(self) -> None:
        for job in sorted(self._jobs, key=lambda job: -job.rank):
            free = sorted(self._idle - set(job.by))
            if free:
                self._jobs.remove(job)
                self._idle.discard(free[0])
                self.to_type -= job.rank > 0
                self.after(job.seconds, partial(self._leave, free[0], job))
        self._hand_on()
        if self._desk_is_free:
            self._at_desk()

    def _at_desk(self) -> None:
        """Hand out what waits, then take in every result that is there at once, then settle."""
        if self.to_hand_out:
            job = max(self.to_hand_out, key=lambda job: job.rank)
            self.to_hand_out.remove(job)
            self._busy(self._hands.desk, partial(self._carry, job))
        elif self.results:
            taken, self.results = self.results, []
            self._busy(self._hands.desk, lambda: [each() for each in taken])
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
        """Let stations settle what the desk has not begun, once no pass is left for them."""
        wanted = len(self._idle) - len(self.to_hand_out) - self._on_the_way
        while not self.to_type and wanted > 0 and len(self.to_settle) > 1:
            self.to_hand_out.append(self.to_settle.pop().job)
            wanted -= 1

    def _busy(self, seconds: float, then: Callable[[], object]) -> None:
        self._desk_is_free = False
        self.after(seconds, partial(self._free_again, then))

    def _free_again(self, then: Callable[[], object]) -> None:
        self._desk_is_free = True
        then()

    def _carry(self, job: Job) -> None:
        self._on_the_way += 1
        self.after(self._hands.stick, partial(self._arrive, job))

    def _arrive(self, job: Job) -> None:
        self._on_the_way -= 1
        self._jobs.append(job)

    def _leave(self, station: int, job: Job) -> None:
        self._idle.add(station)
        self.after(self._hands.stick, lambda: self.results.append(partial(job.then, station)))


class Count:
    """One round, from the first bundle handed out to the last that is settled."""

    def __init__(self, hands: Hands, wrong_keys: float, seed: int) -> None:
        dice = random.Random(seed)
        context = EntryContext(names=NAMES, mode=mark_mode(NAMES, SEATS))
        papers = [_striking_the_surplus(dice) for _ in range(BALLOTS)]
        self.bundles = [papers[first : first + BUNDLE] for first in range(0, BALLOTS, BUNDLE)]
        self.passes = [
            [typed_pass(context, paper, dice, wrong_keys) for _ in range(2)]
            for paper in self.bundles
        ]
        self._hands, self._hall = hands, Hall(hands)
        self._typed_twice = 0.0

    def minutes(self) -> tuple[float, float]:
        """Return the minutes until all is typed twice, and until the last bundle is settled."""
        self._hall.to_type = 2 * len(self.bundles)
        for bundle in range(len(self.bundles)):
            self._hand_out(bundle, 0, ())
        self._hall.hand_out_before(AHEAD * STATIONS)
        self._hall.run()
        return self._typed_twice / 60, self._hall.now / 60

    def _hand_out(self, bundle: int, number: int, by: tuple[int, ...]) -> None:
        typed: Typed = self.passes[bundle][number]
        hands = self._hands
        self._hall.to_hand_out.append(
            Job(
                seconds=hands.bundle
                + typed.keys * hands.key
                + len(self.bundles[bundle]) * hands.sheet,
                by=by,
                rank=1 + number,
                then=lambda station: self._come_back(bundle, number, (*by, station)),
            )
        )

    def _come_back(self, bundle: int, number: int, by: tuple[int, ...]) -> None:
        if number == 0:
            self._hand_out(bundle, 1, by)
            return
        self._typed_twice = self._hall.now
        settled = settled_bundle(self.bundles[bundle], self.passes[bundle])
        assert settled is not None, "choose a seed with no bundle to enter anew"
        if settled.typed or settled.counted:
            self._settle(settled, by)

    def _settle(self, settled: Settled, by: tuple[int, ...]) -> None:
        """Let a bundle be settled; of two at the desk one finds the next sheet meanwhile."""
        hands = self._hands
        counting = len(settled.papers) * hands.count if settled.counted else 0
        begin = hands.bundle + hands.place
        typing = hands.sheet + SETTLING_KEYS * hands.key
        alone = begin + len(settled.typed) * (hands.place + typing)
        self._hall.to_settle.append(
            Unsettled(
                begin=counting + begin,
                place=max(hands.place, typing),
                places=max(1, len(settled.typed)),
                job=Job(seconds=counting + alone, by=by, rank=0, then=lambda _station: None),
            )
        )


def run(folder: Path, short: bool) -> list[Measured]:
    """Play the count through with practised and with slow hands, careless and as is usual."""
    measured = []
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
