"""The one line in which a ballot is typed: what each key means, and why a key is refused.

Keys (design contract): digits name candidates by number — in a list of 10 names or more every
number has as many digits as the longest one, unless a separator (space, point, comma) ends it;
7-9 is a range; 0 alone is the untouched ballot, an empty line is none; + repeats the ballot before,
+12 twelve times; * and a digit is the board's reason for an invalid ballot; / before a number is X
in both boxes, // in neither; - alone takes back. A ballot by shares is typed as share_line.py says.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from congress_desk.domain.elections.ballots import BoardReason, Mark, MarkMode, Paper
from congress_desk.domain.elections.shares.share_line import (
    read_share_line,
    refused_share_key,
    share_line,
    share_paper_so_far,
)
from congress_desk.errors import Refusal, refuse

SEPARATORS = " .,"
REASONS = {reason.digit: reason for reason in BoardReason}
UNTOUCHED = "0"
MAX_REPEAT = 999


class EntryKind(StrEnum):
    """What Enter does with the line."""

    PAPER = "paper"
    REPEAT = "repeat"
    TAKE_BACK = "take_back"


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryContext:
    """What the line is typed against: names on the list, mark mode, and what may be repeated."""

    names: int
    mode: MarkMode
    has_previous: bool = False
    room: int = MAX_REPEAT

    @property
    def width(self) -> int:
        return len(str(self.names))


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line read as a whole; the keys of `paper` are positions on the ballot, from 1."""

    kind: EntryKind
    paper: Paper = Paper()
    count: int = 1


@dataclass(slots=True)
class _Scanner:
    context: EntryContext
    marks: dict[int, Mark] = field(default_factory=dict)
    digits: str = ""
    lone: bool = True
    slashes: int = 0
    range_from: int | None = None
    in_reason: bool = False
    reason: BoardReason | None = None
    reason_text: str = ""

    def feed(self, char: str) -> Refusal | None:
        """Take one key; return why it is refused."""
        if self.in_reason:
            return self._feed_reason(char)
        if char.isascii() and char.isdigit():
            return self._feed_digit(char)
        if char in SEPARATORS:
            return self._end_token()
        if char == "-":
            return self._start_range()
        if char == "/":
            return self._feed_slash()
        if char == "*":
            refusal = self._end_token()
            self.in_reason = True
            return refusal
        return refuse("entry_wrong_key", key=char)

    def finish(self) -> Refusal | None:
        """End the line as Enter does."""
        if self.in_reason:
            if self.reason is None:
                return refuse("entry_reason_missing", last=max(REASONS))
            if self.reason is BoardReason.OTHER and not self.reason_text.strip():
                return refuse("entry_reason_text_missing")
            return None
        if self.digits and not self.lone and len(self.digits) < self.context.width:
            return refuse("entry_number_unfinished", digits=self.digits, width=self.context.width)
        return self._end_token()

    def paper(self) -> Paper:
        """Return what has been read so far."""
        return Paper(
            struck=self._marked(Mark.STRUCK),
            both=self._marked(Mark.BOTH),
            blank=self._marked(Mark.BLANK),
            board_reason=self.reason,
            board_text=self.reason_text.strip(),
        )

    def _marked(self, mark: Mark) -> frozenset[int]:
        return frozenset(position for position, m in self.marks.items() if m is mark)

    def _feed_reason(self, char: str) -> Refusal | None:
        if self.reason is None:
            digit = int(char) if char.isascii() and char.isdigit() else 0
            self.reason = REASONS.get(digit)
            if self.reason is not None:
                return None
            return refuse("entry_reason_unknown", key=char, last=max(REASONS))
        if self.reason is BoardReason.OTHER:
            self.reason_text += char
            return None
        return refuse("entry_after_reason", key=char)

    def _feed_digit(self, char: str) -> Refusal | None:
        if self._every_name_is_marked:
            return refuse("entry_every_name_marked")
        if len(self.digits) == self.context.width:
            if self.range_from is not None:
                return refuse("entry_separator_after_range")
            refusal = self._end_token()
            if refusal:
                return refusal
            self.lone = False
        return self._check_digits(self.digits + char)

    @property
    def _every_name_is_marked(self) -> bool:
        marked = len(self.marks)
        if self.digits:
            marked += len(self.digits) == self.context.width and self.range_from is None
        return marked >= self.context.names

    def _check_digits(self, digits: str) -> Refusal | None:
        first = int(digits)
        tails = self.context.width - len(digits)
        possible = {first} | {
            first * 10**places + tail
            for places in range(1, tails + 1)
            for tail in range(10**places)
        }
        on_list = sorted(n for n in possible if 1 <= n <= self.context.names)
        if not on_list and not first:
            return refuse("entry_untouched_alone")
        if not on_list:
            return refuse("entry_number_off_list", number=first, names=self.context.names)
        if all(self._refuse_number(n) for n in on_list):
            return self._refuse_number(on_list[0])
        self.digits = digits
        return None

    def _refuse_number(self, number: int) -> Refusal | None:
        if not number:
            return refuse("entry_untouched_alone")
        if not 1 <= number <= self.context.names:
            return refuse("entry_number_off_list", number=number, names=self.context.names)
        if self.range_from is None:
            return refuse("entry_number_twice", number=number) if number in self.marks else None
        if number <= self.range_from:
            return refuse("entry_range_backwards", first=self.range_from, last=number)
        for inside in range(self.range_from, number + 1):
            if inside in self.marks:
                return refuse("entry_number_twice", number=inside)
        return None

    def _end_token(self) -> Refusal | None:
        if not self.digits:
            if self.range_from is not None:
                return refuse("entry_range_unfinished", first=self.range_from)
            if self.slashes:
                return refuse("entry_slash_without_number")
            self.lone = True
            return None
        number = int(self.digits)
        refusal = self._refuse_number(number)
        if refusal:
            return refusal
        first = number if self.range_from is None else self.range_from
        mark = (Mark.STRUCK, Mark.BOTH, Mark.BLANK)[self.slashes]
        self.marks.update(dict.fromkeys(range(first, number + 1), mark))
        self.digits, self.slashes, self.range_from, self.lone = "", 0, None, True
        return None

    def _start_range(self) -> Refusal | None:
        if not self.digits or self.range_from is not None:
            return refuse("entry_range_without_number")
        if not self.lone:
            return refuse("entry_separator_before_range")
        number = int(self.digits)
        refusal = self._refuse_number(number)
        if refusal:
            return refusal
        self.range_from, self.digits = number, ""
        return self._refuse_number(number + 1)

    def _feed_slash(self) -> Refusal | None:
        if self.context.mode is not MarkMode.TICK:
            return refuse("entry_slash_only_tick")
        if self.digits or self.range_from is not None:
            refusal = self.finish()
            if refusal:
                return refusal
        if self.slashes == 2:
            return refuse("entry_slash_too_many")
        if self._every_name_is_marked:
            return refuse("entry_every_name_marked")
        self.slashes += 1
        return None


def _scan(text: str, context: EntryContext) -> _Scanner | Refusal:
    scanner = _Scanner(context)
    for char in text:
        refusal = scanner.feed(char)
        if refusal:
            return refusal
    return scanner


def refused_key(text: str, context: EntryContext) -> Refusal | None:
    """Say why no recordable line begins with `text`, or None when one does."""
    if text.startswith("+"):
        return _refused_repeat(text, context)
    if text.startswith("-"):
        if not context.has_previous:
            return refuse("entry_nothing_to_take_back")
        return None if text == "-" else refuse("entry_after_take_back", key=text[1])
    if context.mode is MarkMode.CUMULATIVE:
        return refused_share_key(text, context.names)
    if text == UNTOUCHED:
        return None
    scanned = _scan(text, context)
    return scanned if isinstance(scanned, Refusal) else None


def _refused_repeat(text: str, context: EntryContext) -> Refusal | None:
    if not context.has_previous:
        return refuse("entry_nothing_to_repeat")
    digits = text[1:]
    if not digits:
        return None
    if not (digits.isascii() and digits.isdigit()):
        return refuse("entry_wrong_key", key=digits[-1])
    if digits.startswith("0"):
        return refuse("entry_repeat_zero")
    room = min(context.room, MAX_REPEAT)
    if len(digits) > len(str(MAX_REPEAT)) or int(digits) > room:
        return refuse("entry_repeat_too_many", count=digits, room=room)
    return None


def read_entry(text: str, context: EntryContext) -> Entry | Refusal:
    """Read the line as Enter does; `0` is the untouched ballot, an empty line is none."""
    refusal = refused_key(text, context)
    if refusal:
        return refusal
    if not text.strip(SEPARATORS):
        return refuse("entry_line_empty")
    if text.startswith("+"):
        return Entry(kind=EntryKind.REPEAT, count=int(text[1:] or 1))
    if text == "-":
        return Entry(kind=EntryKind.TAKE_BACK)
    if context.mode is MarkMode.CUMULATIVE:
        paper = read_share_line(text, context.names)
        return paper if isinstance(paper, Refusal) else Entry(kind=EntryKind.PAPER, paper=paper)
    if text == UNTOUCHED:
        return Entry(kind=EntryKind.PAPER)
    scanner = _Scanner(context)
    for char in text:
        scanner.feed(char)
    refusal = scanner.finish()
    return refusal if refusal else Entry(kind=EntryKind.PAPER, paper=scanner.paper())


def paper_so_far(text: str, context: EntryContext) -> Paper:
    """Return the ballot to draw for a line that may not be finished: what Enter would record."""
    entry = read_entry(text, context)
    if isinstance(entry, Entry):
        return entry.paper
    if context.mode is MarkMode.CUMULATIVE:
        return share_paper_so_far(text, context.names)
    scanned = _scan(text, context)
    return scanned.paper() if isinstance(scanned, _Scanner) else Paper()


def entry_text(paper: Paper, context: EntryContext) -> str:
    """Return the line that records this ballot: the inverse of `read_entry`."""
    if context.mode is MarkMode.CUMULATIVE:
        return share_line(paper)
    width = context.width
    parts = [
        prefix + str(position).zfill(width)
        for prefix, positions in (("", paper.struck), ("/", paper.both), ("//", paper.blank))
        for position in sorted(positions)
    ]
    if paper.board_reason is not None:
        parts.append(f"*{paper.board_reason.digit}{paper.board_text}")
    return " ".join(parts) or UNTOUCHED
