"""The count as the screen knows it between two recounts: ballots, bundles, totals and pace."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.entry_line import MAX_REPEAT
from congress_desk.domain.elections.passes.bundle_passes import BundlePasses
from congress_desk.domain.elections.round import Ballot, Bundle
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.domain.elections.tally import Tally
from congress_desk.domain.elections.totals.bundle_totals import BundleTotals
from congress_desk.queries.elections.rounds import ballot_rules
from congress_desk.ui.desks.elections.counting.counted_round import CountedRound

NOTHING_PENDING: Mapping[int, int] = {}
REMEMBERED = 40
MEANINGFUL_BALLOTS = 8
MEANINGFUL_SECONDS = 30
LONGEST_PAUSE = timedelta(seconds=90)


class RunningCount:
    """Totals kept ballot by ballot; never read back from a recount, so that both can differ.

    Papers are keyed by candidate id in the records and by position (from 1) on screen.
    """

    def __init__(self, counted: CountedRound) -> None:
        self.sheet, self.own = counted.sheet, counted.own
        self.from_stations = counted.from_stations
        handed = counted.station.bundles if counted.station else ()
        self._turns = {number: turn for turn, (number, _) in enumerate(handed)}
        self.rules = ballot_rules(counted.sheet.round, counted.sheet.congress.rules)
        self._typed = Tally()
        self._ballots: dict[int, Ballot] = {}
        self._recorded: list[int] = []
        self._here: set[int] = set()
        self._entered: Counter[int] = Counter()
        self._places: dict[int, dict[int, int]] = defaultdict(dict)
        self._positions = {c.id: n for n, c in enumerate(counted.sheet.round.candidates, start=1)}
        self._totals: Mapping[int, BundleTotals] = {}
        self._ids = {n: key for key, n in self._positions.items()}
        self.record(_as_recorded(counted))
        self._follow_totals(counted.sheet)

    @property
    def tally(self) -> Tally:
        """Return the votes as they count: of several passes those of agreed ballots alone."""
        return self._typed if self.own is None else self.sheet.tally

    @property
    def typed(self) -> int:
        """Return how many ballots this screen counts: of several passes one's own open ones."""
        return self._typed.entered

    @property
    def operator(self) -> str:
        """Return whose passes these are, "" in a round of one pass."""
        return "" if self.own is None else self.own.worker.name

    def bundle_passes(self, number: int | None) -> BundlePasses | None:
        """Return a bundle with its passes, None in a round of one pass."""
        return None if self.own is None or number is None else self.own.bundle(number)

    @property
    def previous(self) -> Ballot | None:
        """Return the ballot recorded last, None before the first.

        What a station brought was in no hand here: + repeats none of it, - takes none of it back.
        """
        recorded = (self._ballots[key] for key in reversed(self._recorded))
        return next((each for each in recorded if self._is_from_here(each)), None)

    def _is_from_here(self, ballot: Ballot) -> bool:
        return ballot.id in self._here or ballot.bundle not in self.from_stations

    def newest(self, limit: int) -> list[Ballot]:
        """Return the ballots recorded last, newest first."""
        return [self._ballots[key] for key in self._recorded[: -limit - 1 : -1]]

    def ballot(self, ballot_id: int) -> Ballot | None:
        """Return a counted ballot, None when it is not counted (any more)."""
        return self._ballots.get(ballot_id)

    def in_bundle(self, number: int) -> list[Ballot]:
        """Return the counted ballots of one bundle in the order of their places."""
        found = (ballot for ballot in self._ballots.values() if ballot.bundle == number)
        return sorted(found, key=lambda ballot: ballot.sequence)

    def by_uid(self, uid: str) -> Ballot | None:
        """Return the counted ballot with the id the program made for it."""
        return next((ballot for ballot in self._ballots.values() if ballot.uid == uid), None)

    def all(self) -> tuple[Ballot, ...]:
        """Return every counted ballot, oldest first."""
        return tuple(self._ballots[key] for key in self._recorded)

    def record_typed(self, ballots: Sequence[Ballot]) -> None:
        """Count ballots that were typed on this screen and acknowledged."""
        self._here.update(ballot.id for ballot in ballots)
        self.record(ballots)

    def record(self, ballots: Iterable[Ballot]) -> None:
        """Count ballots that the file has acknowledged; one counted already changes nothing."""
        for ballot in ballots:
            if ballot.id not in self._ballots:
                self._recorded.append(ballot.id)
                self._count(ballot)

    def correct(self, old_id: int, ballot: Ballot) -> None:
        """Count a corrected ballot in the place of the one it replaces."""
        if old_id in self._ballots:
            self._recorded[self._recorded.index(old_id)] = ballot.id
            self._uncount(old_id)
            self._count(ballot)

    def take_out(self, ballot_id: int) -> None:
        """Stop counting one ballot."""
        if ballot_id in self._ballots:
            self._recorded.remove(ballot_id)
            self._uncount(ballot_id)

    def follow(self, counted: CountedRound) -> None:
        """Take over what other acts changed (an undo), one ballot at a time."""
        self.sheet, self.own = counted.sheet, counted.own
        self.from_stations = counted.from_stations
        there = {ballot.id: ballot for ballot in counted.ballots}
        for gone in [key for key in self._ballots if self._ballots[key] != there.get(key)]:
            self.take_out(gone)
        self.record(counted.ballots)
        self._recorded = [ballot.id for ballot in _as_recorded(counted)]
        self._follow_totals(counted.sheet)

    def _follow_totals(self, sheet: RoundSheet) -> None:
        """Count the bundles that were entered by totals since, and none that was set aside.

        Of several passes the sheet itself counts what is agreed.
        """
        if self.own is not None:
            return
        before, self._totals = self._totals, sheet.totals
        for bundles, step in ((before, -1), (sheet.totals, 1)):
            for number, totals in bundles.items():
                self._typed.add_totals(totals, step)
                self._entered[number] += step * totals.sheets

    def _count(self, ballot: Ballot) -> None:
        self._ballots[ballot.id] = ballot
        self._places[ballot.bundle][ballot.id] = ballot.sequence
        self._entered[ballot.bundle] += 1
        self._typed.add(ballot.paper, ballot.verdict)

    def _uncount(self, ballot_id: int) -> None:
        gone = self._ballots.pop(ballot_id)
        del self._places[gone.bundle][ballot_id]
        self._entered[gone.bundle] -= 1
        self._typed.remove(gone.paper, gone.verdict)

    def agrees_with(self, sheet: RoundSheet) -> bool:
        """Say whether a recount of every ballot gives these totals, bundle by bundle.

        Of several passes the sheet counts what is agreed: then one's own open passes are held
        against what the file has in them.
        """
        if self.own is not None:
            return self._in_own_passes() == +self._entered
        recounted = Counter({b.number: b.entered for b in sheet.bundles})
        return self._typed.same_as(sheet.tally) and +recounted == +self._entered

    def holds(self, counted: CountedRound) -> bool:
        """Say whether these ballots, read from their rows, are the ballots on the screen."""
        read = {ballot.id: ballot for ballot in counted.ballots}
        return read == self._ballots

    def _in_own_passes(self) -> Counter[int]:
        assert self.own is not None
        opened = {b.number: self.own.open_pass(b.number) for b in self.own.bundles}
        return +Counter({number: own.entered for number, own in opened.items() if own})

    def bundles(self) -> tuple[Bundle, ...]:
        """Return the bundles by number, at a station as their paper comes, with what is entered."""
        ordered = sorted(self.sheet.bundles, key=lambda b: self._turns.get(b.number, b.number))
        return tuple(self._as_entered(b) for b in ordered)

    def bundle(self, number: int) -> Bundle | None:
        """Return one bundle by the number on its cover."""
        found = next((b for b in self.sheet.bundles if b.number == number), None)
        return self._as_entered(found) if found else None

    def _as_entered(self, bundle: Bundle) -> Bundle:
        entered = self._entered[bundle.number]
        if self.own is None:
            return bundle if bundle.entered == entered else replace(bundle, entered=entered)
        return replace(bundle, entered=entered, waiting=self.aside_in(bundle.number))

    def next_sequence(self, number: int) -> int:
        """Return the place the next ballot of a bundle will get."""
        return max((*self._places[number].values(), *self._aside(number)), default=0) + 1

    def aside_in(self, number: int) -> int:
        """Return how many sheets of a bundle are put aside; of several passes, in one's own."""
        return len(self._aside(number))

    def _aside(self, number: int) -> Sequence[int]:
        """Return the places of a bundle that are kept for the board."""
        if self.own is not None:
            return self.own.aside.get(number, ())
        return [d.sequence for d in self.sheet.doubts if d.waits and d.bundle == number]

    def room(self, number: int, pending: Mapping[int, int] = NOTHING_PENDING) -> int:
        """Return how many ballots a bundle can still take; `pending` are on their way to one."""
        bundle = self.bundle(number)
        if bundle is None or bundle.by_totals or bundle.station:
            return 0
        if bundle.expected is None:
            return MAX_REPEAT
        return max(bundle.expected - bundle.taken - pending.get(number, 0), 0)

    def next_open(self, after: int, pending: Mapping[int, int] = NOTHING_PENDING) -> int | None:
        """Return the bundle to go on with: the next that has room, from the top again."""
        numbers = [b.number for b in self.bundles()]
        passed = numbers.index(after) + 1 if after in numbers else 0
        turns = [*numbers[passed:], *numbers[:passed]]
        return next((number for number in turns if self.room(number, pending)), None)

    def first_bundle(self) -> int | None:
        """Return the bundle to begin with: where the last ballot went, else the first with room."""
        last = self.previous
        if last is not None and (last.id == self._recorded[-1] or self.room(last.bundle)):
            return last.bundle
        if self.own is not None:
            return self.own.first_bundle()
        return self.next_open(0) or next((b.number for b in self.bundles()), None)

    def by_position(self, paper: Paper) -> Paper:
        """Return a recorded paper as the screen shows it."""
        return paper.with_keys(self._positions.__getitem__)

    def by_id(self, paper: Paper) -> Paper:
        """Return a typed paper as the file keeps it."""
        return paper.with_keys(self._ids.__getitem__)


def _as_recorded(counted: CountedRound) -> list[Ballot]:
    """Return the ballots oldest first; only the newest need to be in their exact order."""
    newest = {key: place for place, key in enumerate(reversed(counted.newest), start=1)}
    return sorted(counted.ballots, key=lambda ballot: newest.get(ballot.id, 0))


class Pace:
    """Moments at which ballots were acknowledged; long pauses are no work and are left out."""

    def __init__(self) -> None:
        self._last: datetime | None = None
        self._steps: deque[tuple[timedelta, int]] = deque(maxlen=REMEMBERED)

    def note(self, ballots: int, now: datetime) -> None:
        """Remember that `ballots` more were recorded at `now`."""
        if self._last is not None:
            self._steps.append((min(now - self._last, LONGEST_PAUSE), ballots))
        self._last = now

    def forecast(self, count: RunningCount, now: datetime) -> datetime | None:
        """Return when the count will be done; of several passes nobody tells by one of them."""
        if count.own is not None:
            return None
        missing = (count.sheet.round.accounting.returned or 0) - count.tally.entered
        return self.done_at(missing, now)

    def done_at(self, missing: int, now: datetime) -> datetime | None:
        """Return when `missing` more ballots will be in, None while nobody could tell."""
        ballots = sum(count for _, count in self._steps)
        spent = sum((step for step, _ in self._steps), timedelta())
        if missing <= 0 or ballots < MEANINGFUL_BALLOTS:
            return None
        if spent.total_seconds() < MEANINGFUL_SECONDS:
            return None
        return now + spent / ballots * missing
