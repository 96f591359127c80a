"""What every mode of the entry line works with: the count, the queue, the notices, the session."""

from __future__ import annotations

from dataclasses import dataclass, field

from congress_desk.domain.elections.ballots import MarkMode, Paper
from congress_desk.domain.elections.entry_line import EntryContext, entry_text
from congress_desk.domain.elections.round import Ballot, Bundle, RoundState
from congress_desk.domain.elections.stations.order import StationOrder
from congress_desk.domain.operators.rights import Right
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.operators import sign_in_first
from congress_desk.ui.desks.elections.counting.ballot_words import ballot_name
from congress_desk.ui.desks.elections.counting.line.act_queue import ActQueue
from congress_desk.ui.desks.elections.counting.line.notices import Notices
from congress_desk.ui.desks.elections.counting.line.typed_acts import (
    ClosePass,
    ConfirmBundle,
    EnterBallots,
)
from congress_desk.ui.desks.elections.counting.line.unsaved_ballots import Unsaved
from congress_desk.ui.desks.elections.counting.running_count import RunningCount
from congress_desk.ui.messages import Messages
from congress_desk.ui.session import Session


@dataclass(slots=True, kw_only=True)
class CountingState:
    """The table at which one round is counted; `bundle` is the number of the one in hand.

    `unsaved` are ballots that did not reach the file, oldest first; the first is on the line.
    `typed_in_vain` is a line that was begun when the file refused an earlier one.
    `closed_words` says what became of the bundle whose pass was closed last.
    `emptied` are full bundles of which somebody said that no sheet is left in the hand; of
    several passes those that are being closed;
    `of_register` the numbers of the accounting that the issue register tells;
    `station` what a station file was made for, None in a congress file.
    """

    session: Session
    messages: Messages
    count: RunningCount
    queue: ActQueue
    notices: Notices
    bundle: int | None
    stopped: bool = False
    unsaved: list[Unsaved] = field(default_factory=list)
    emptied: set[int] = field(default_factory=set)
    typed_in_vain: str = ""
    closed_words: str = ""
    of_register: frozenset[str] = frozenset()
    station: StationOrder | None = None

    def take_confirmed(self, bundle: int | None) -> None:
        """Know of a full bundle that somebody said no sheet of it is left; go on to the next."""
        if bundle is None:
            return
        self.emptied.add(bundle)
        if bundle == self.bundle:
            self.bundle = self.count.next_open(bundle) or bundle

    @property
    def names(self) -> int:
        return len(self.count.sheet.round.candidates)

    @property
    def mode(self) -> MarkMode:
        return self.count.sheet.round.mode

    @property
    def closed(self) -> bool:
        """Say whether the round was declared or cancelled: nothing can be typed any more."""
        return self.count.sheet.round.state is not RoundState.COUNTING

    @property
    def room(self) -> int:
        """Return how many more ballots the bundle in hand takes, those on their way counted in."""
        if self.bundle is None or self.awaits_pass:
            return 0
        return self.count.room(self.bundle, self.queue.pending())

    @property
    def awaits_pass(self) -> bool:
        """Say whether no pass of the bundle in hand is open for the operator, nor being opened."""
        own = self.count.own
        if own is None or self.bundle is None or self.closed or self.stopped:
            return False
        if self.bundle in self.emptied:
            return True
        return own.open_pass(self.bundle) is None and not self.queue.opens(self.bundle)

    @property
    def pass_number(self) -> int:
        """Return which pass of the bundle in hand is typed or would be next; 0 of one pass."""
        bundle = self.count.bundle_passes(self.bundle)
        if bundle is None:
            return 0
        opened = bundle.open_pass
        return opened.number if opened is not None else bundle.next_number

    def next_bundle(self) -> int | None:
        """Return the bundle to go on with: one with room; of several passes one's own to type."""
        own, after = self.count.own, self.bundle or 0
        if own is None:
            return self.count.next_open(after, self.queue.pending())
        return own.next_bundle(after, self.emptied)

    def done_with(self, bundle: int, *, short: bool = False) -> ConfirmBundle | ClosePass:
        """Return the act that says that no sheet of a bundle is left; a pass of it is closed."""
        self.emptied.add(bundle)
        if self.count.own is None:
            return ConfirmBundle(operator=self.session.operator, bundle=bundle)
        return ClosePass(operator=self.session.operator, bundle=bundle, short=short)

    @property
    def awaits_word(self) -> bool:
        """Say whether the bundle in hand is full and nobody said yet that the hand is empty."""
        bundle = self.in_hand()
        if bundle is None or bundle.expected is None or self.closed or self.stopped:
            return False
        entered_elsewhere = bundle.station or bundle.number in self.count.from_stations
        if self.awaits_pass or bundle.by_totals or entered_elsewhere:
            return False
        return not self.room and bundle.number not in self.emptied

    def context(self) -> EntryContext:
        """Return what a new ballot is typed against."""
        return EntryContext(
            names=self.names,
            mode=self.mode,
            has_previous=self.last_paper() is not None,
            room=self.room,
        )

    def plain_context(self) -> EntryContext:
        """Return what one ballot is typed against, with nothing to repeat or to take back."""
        return EntryContext(names=self.names, mode=self.mode)

    def last_entry(self) -> Ballot | EnterBallots | None:
        """Return the ballot typed last, acknowledged or not."""
        entries = self.queue.entries
        return entries[-1] if entries else self.count.previous

    def last_paper(self) -> Paper | None:
        """Return what + repeats, keyed by candidate id."""
        typed = [entry.paper for entry in self.queue.entries if entry.paper is not None]
        previous = self.count.previous
        return typed[-1] if typed else previous.paper if previous else None

    def in_hand(self) -> Bundle | None:
        """Return the bundle being typed."""
        return None if self.bundle is None else self.count.bundle(self.bundle)

    def next_place(self) -> int:
        """Return which ballot of the bundle is typed now, from 1."""
        bundle = self.in_hand()
        waiting = self.queue.pending()[bundle.number] if bundle else 0
        return bundle.taken + waiting + 1 if bundle else 1

    def place_on_paper(self, bundle: int, place: int) -> int:
        """Return which sheet of a bundle lies in a place; where single sheets are settled, that."""
        return place if self.station is None else self.station.place(bundle, place)

    def name_of(self, ballot: Ballot) -> str:
        """Return how a ballot is called."""
        return ballot_name(ballot.bundle, self.place_on_paper(ballot.bundle, ballot.sequence))

    def line_of(self, ballot: Ballot) -> str:
        """Return the line that types this ballot."""
        return entry_text(self.count.by_position(ballot.paper), self.plain_context())

    def nobody_types(self) -> Refusal | None:
        """Say that nobody gave a name or signed in, None when somebody did."""
        if self.session.has_operators and not self.session.signed_in:
            return sign_in_first(Right.COUNT)
        return None if self.session.operator.strip() else refuse("counting_operator_missing")

    def elsewhere(self) -> Refusal | None:
        """Say why the bundle in hand is not typed here at all: a station has it, or a sheet."""
        bundle = self.in_hand()
        if bundle is not None and bundle.station:
            return refuse("bundle_at_station", bundle=bundle.number, name=bundle.station)
        if bundle is not None and bundle.by_totals:
            return refuse("bundle_by_totals", bundle=bundle.number)
        return None

    def obstacle(self, ballots: int) -> Refusal | None:
        """Say why so many ballots cannot be recorded now, and the way out."""
        bundle = self.in_hand()
        if nobody := self.nobody_types():
            return nobody
        if bundle is None:
            return refuse("counting_no_bundle")
        if elsewhere := self.elsewhere():
            return elsewhere
        if self.awaits_pass:
            return refuse("pass_not_open", bundle=bundle.number)
        if ballots > self.room:
            return refuse(
                "counting_bundle_full",
                bundle=bundle.number,
                entered=bundle.entered,
                expected=bundle.expected or 0,
            )
        return None
