"""One bundle with its passes: how far it is, and who entered what when."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

RESOLVER = 0  # the number of the pass that holds what the resolver typed
MOST_PASSES = 3


class PassSource(StrEnum):
    """Where the ballots of a pass came from."""

    TYPED = "typed"
    FILE = "file"
    STATION = "station"
    TOTALS = "totals"
    SCAN = "scan"


class BundleState(StrEnum):
    """How far a bundle is; told by its passes, kept nowhere."""

    OPEN = "open"
    FIRST_PASS = "first_pass"
    SECOND_PASS = "second_pass"
    THIRD_PASS = "third_pass"
    DIFFERS = "differs"
    AGREED = "agreed"
    SEALED = "sealed"


_OF_NUMBER = (BundleState.FIRST_PASS, BundleState.SECOND_PASS, BundleState.THIRD_PASS)


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryPass:
    """One entry of a bundle. Times are ISO texts; papers tell them to the minute.

    `operator_id` is 0 of nobody signed in; `taken` are the sheets entered or put aside in it,
    `aside` those put aside, also when the board has decided since.
    """

    id: int
    number: int
    operator: str
    operator_id: int
    source: PassSource
    opened_at: str
    closed_at: str
    entered: int
    waiting: int
    aside: int

    @property
    def is_closed(self) -> bool:
        """Say whether its typist said that no sheet is left."""
        return bool(self.closed_at)

    @property
    def taken(self) -> int:
        """Return how many sheets it took from the bundle: entered, or waiting for the board."""
        return self.entered + self.waiting


@dataclass(frozen=True, slots=True, kw_only=True)
class BundlePasses:
    """A bundle of a round of `wanted` passes: those begun, in order, and what is agreed.

    `expected` is the number on its cover; `counted` how many sheets the resolver counted, None
    while nobody did. `doubts` are its sheets that wait for the board. `by_totals`: every pass of it
    was entered from a tally sheet. `agreed` counts the ballots
    that count, 0 until the whole bundle is agreed. `station` names the stations that enter
    passes of it now, `away` is how many they are; "" and 0 while it is here.
    """

    id: int
    number: int
    wanted: int
    expected: int | None
    passes: tuple[EntryPass, ...]
    agreed: int
    counted: int | None
    doubts: int
    is_sealed: bool
    by_totals: bool = False
    station: str = ""
    away: int = 0

    @property
    def state(self) -> BundleState:
        """Return how far it is; a pass that is closed keeps its state until the next is opened."""
        if self.is_sealed:
            return BundleState.SEALED
        if self.agreed or self.is_empty:
            return BundleState.AGREED
        if not self.passes:
            return BundleState.OPEN
        if self.all_closed:
            return BundleState.DIFFERS
        return _OF_NUMBER[len(self.passes) - 1]

    @property
    def is_empty(self) -> bool:
        """Say whether there is nothing in it to enter: its cover says 0, and no pass found more."""
        nothing = self.all_closed and not any(p.taken for p in self.passes)
        return self.expected == 0 and (nothing or not self.passes)

    @property
    def is_agreed(self) -> bool:
        return bool(self.agreed) or self.is_empty

    @property
    def all_closed(self) -> bool:
        """Say whether the bundle has as many passes as are wanted, each of them closed."""
        return len(self.passes) == self.wanted and all(p.is_closed for p in self.passes)

    @property
    def is_scanned(self) -> bool:
        """Say whether a pass of it was read by a scanner."""
        return any(p.source is PassSource.SCAN for p in self.passes)

    @property
    def totals_differ(self) -> bool:
        """Say whether its tally sheets do not tell alike, and somebody has to settle that."""
        return self.by_totals and self.state is BundleState.DIFFERS

    @property
    def open_pass(self) -> EntryPass | None:
        """Return the pass that takes ballots, None where none is open."""
        return next((p for p in self.passes if not p.is_closed), None)

    def aside_elsewhere(self, number: int) -> int:
        """Return how many sheets another pass put aside that this one did not find any more."""
        own = sum(p.aside for p in self.passes if p.number == number)
        others = (p.aside for p in self.passes if p.number != number)
        return max(0, max(others, default=0) - own)

    @property
    def handed_number(self) -> int:
        """Return which pass another station could have, counting those that are out; 0 of none."""
        number = self.next_number + self.away
        return number if self.next_number and number <= self.wanted else 0

    @property
    def next_number(self) -> int:
        """Return the number of the pass that may be opened next, 0 of none."""
        free = self.open_pass is None and len(self.passes) < self.wanted
        return len(self.passes) + 1 if free and not self.is_empty else 0
