"""The entry line as it is nearly always: the next ballot of the bundle in hand."""

from __future__ import annotations

from dataclasses import replace

from congress_desk.domain.elections.ballots import MarkMode
from congress_desk.domain.elections.cover_code import begins_cover_code
from congress_desk.domain.elections.entry_line import (
    REASONS,
    Entry,
    EntryKind,
    paper_so_far,
    read_entry,
    refused_key,
)
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.errors import Refusal, refuse
from congress_desk.i18n import grouped, label, problem_text, tr
from congress_desk.keys.names import key_name
from congress_desk.keys.uses import part_key
from congress_desk.ui.desks.elections.counting.line.correcting import Correcting
from congress_desk.ui.desks.elections.counting.line.cover_scan import CoverScan
from congress_desk.ui.desks.elections.counting.line.line_mode import LineControl, Preview
from congress_desk.ui.desks.elections.counting.line.notices import PASSING, Notice, Topic
from congress_desk.ui.desks.elections.counting.line.searching import Searching
from congress_desk.ui.desks.elections.counting.line.short_pass import ShortPass
from congress_desk.ui.desks.elections.counting.line.taking_back import TakingBack
from congress_desk.ui.desks.elections.counting.line.typed_acts import EnterBallots

TAKE_BACK = "-"
REPEAT = "+"
REASON = "*"
EMPTY_HAND = (".", ",")


class Recording:
    """Digits strike, Enter records, + repeats, - asks to take the last ballot back."""

    topic = Topic.HINT
    locked = False

    def __init__(self, control: LineControl) -> None:
        self._control, self._state = control, control.state

    def notice(self) -> Notice | None:
        if self._control.text.endswith(REASON):
            listed = " · ".join(f"{n} {label('reason', r.value)}" for n, r in REASONS.items())
            return Notice(text=tr("Reason: {reasons}", reasons=listed))
        elsewhere = self._state.elsewhere()
        return Notice(tone="look", text=problem_text(elsewhere.first)) if elsewhere else None

    def allows(self, text: str) -> Refusal | None:
        if begins_cover_code(text):
            return None
        elsewhere = self._state.elsewhere()
        if elsewhere and text not in ("", TAKE_BACK, *EMPTY_HAND):
            return elsewhere
        return refused_key(text, self._state.context())

    def typed(self, text: str) -> None:
        if text:
            self._state.notices.clear(Topic.RESUMED)
        target = self._state.last_entry()
        if text == TAKE_BACK and target is not None:
            self._control.use(TakingBack(self._control, target), TAKE_BACK)
        elif text in EMPTY_HAND:
            self._search()
        elif begins_cover_code(text):
            self._control.use(CoverScan(self._control), text)

    def _search(self) -> None:
        """Look for what is missing: the hand is empty before the bundle is full."""
        bundle = self._state.in_hand()
        self._control.fill("")
        if bundle is None:
            self._control.refuse(refuse("counting_no_bundle"))
        elif elsewhere := self._state.elsewhere():
            self._control.refuse(elsewhere)
        elif self._state.count.own is not None:
            self._close_pass(bundle.number)
        elif bundle.expected is None:
            self._control.refuse(refuse("counting_cover_unknown", bundle=bundle.number))
        elif self._state.queue.acts:
            self._control.refuse(refuse("counting_still_writing"))
        elif self._state.room:
            self._control.use(Searching(self._control, bundle.number))

    def _close_pass(self, number: int) -> None:
        if self._state.queue.acts:
            self._control.refuse(refuse("counting_still_writing"))
        else:
            self._control.use(ShortPass(self._control, number))

    def begun(self, text: str) -> bool:
        return bool(text)

    def preview(self, text: str) -> Preview:
        context = self._state.context()
        paper = paper_so_far(text, context)
        repeated = self._state.last_paper()
        if text.startswith(REPEAT) and repeated is not None:
            paper = self._state.count.by_position(repeated)
        by_shares = self._state.mode is MarkMode.CUMULATIVE
        hint = tr("type the shares on the paper first") if by_shares else ""
        return Preview(
            paper=paper, title=self._title(), resting=not text.strip(), note=self._note(), hint=hint
        )

    def _note(self) -> str:
        if self._state.stopped or self._state.closed:
            return tr("no more ballots are taken")
        if self._state.bundle is None:
            return tr("add a bundle first ({key}, then +)", key=key_name(part_key(0)))
        return "" if self._state.room else tr("this bundle takes no more ballots")

    def _title(self) -> str:
        bundle, number = self._state.in_hand(), self._state.pass_number
        if bundle is None:
            return tr("No bundle yet")
        if number:
            return tr(
                "Bundle {bundle} · pass {number} · ballot {place} / {of}",
                bundle=bundle.number,
                number=number,
                place=grouped(self._state.next_place()),
                of="?" if bundle.expected is None else grouped(bundle.expected),
            )
        numbers: dict[str, str | int] = {
            "bundle": bundle.number,
            "place": grouped(self._state.next_place()),
        }
        if self._state.elsewhere():
            there = tr("at “{name}”", name=bundle.station) if bundle.station else ""
            return tr("Bundle {bundle}: {words}", words=there or tr("by tally sheet"), **numbers)
        if bundle.expected is None:
            return tr("Bundle {bundle} · ballot {place}", **numbers)
        if not self._state.room:
            return tr(
                "Bundle {bundle} · full, {n} ballots", bundle=bundle.number, n=bundle.expected
            )
        station = self._state.station
        if station is not None and station.settles:
            return tr(
                "Bundle {bundle} · sheet {sheet} · {place} / {of}",
                sheet=station.place(bundle.number, self._state.next_place()),
                of=grouped(bundle.expected),
                **numbers,
            )
        return tr("Bundle {bundle} · ballot {place} / {of}", of=grouped(bundle.expected), **numbers)

    def enter(self, text: str) -> None:
        if not text and Topic.RESUMED in self._state.notices:
            self._state.notices.clear(Topic.RESUMED)
            return
        act = self.read(text)
        if act is not None:
            self._state.notices.clear(*PASSING)
            self._control.fill("")
            self._control.submit(act)
            self._control.follow_bundle()

    def read(self, text: str) -> EnterBallots | None:
        """Return what the line records, or None when it is refused, which is said."""
        entry = self._state.elsewhere() or read_entry(text, self._state.context())
        if isinstance(entry, Refusal):
            self._control.refuse(entry)
            return None
        self._control.ask_operator()
        obstacle = self._state.obstacle(entry.count)
        if obstacle is not None:
            self._control.refuse(obstacle)
            return None
        assert self._state.bundle is not None
        return self._act(text, entry, self._state.bundle)

    def _act(self, text: str, entry: Entry, bundle: int) -> EnterBallots:
        typed = replace(entry.paper, board_text=clean_text(entry.paper.board_text))
        repeat = entry.kind is EntryKind.REPEAT
        return EnterBallots(
            operator=self._state.session.operator,
            text=text,
            bundle=bundle,
            paper=None if repeat else self._state.count.by_id(typed),
            number=entry.count,
        )

    def leave(self) -> None:
        self._state.notices.clear(*PASSING)
        self._control.fill("")

    def step(self, older: int) -> None:
        if self._control.text:
            return
        if self._state.queue.acts:
            self._control.refuse(refuse("counting_still_writing"))
            return
        self._state.notices.clear(Topic.RESUMED)
        newest = self._state.count.previous
        if older > 0 and newest is not None:
            self._control.use(Correcting(self._control, newest), self._state.line_of(newest))
