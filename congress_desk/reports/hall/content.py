"""What one subject says to the hall, as a plain value; it may take several pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from congress_desk.domain.hall.all_elected import AllElected
from congress_desk.domain.hall.declared_result import DeclaredResult
from congress_desk.domain.hall.subject import Subject
from congress_desk.domain.seating.plan import StageSide
from congress_desk.reports.ballot_papers.poster import SampleRow


class Tone(StrEnum):
    """How words stand out: each tone has words of its own beside its colour."""

    PLAIN = "plain"
    QUIET = "quiet"
    HOLDS = "holds"
    WRONG = "wrong"
    LOOK = "look"


@dataclass(frozen=True, slots=True, kw_only=True)
class HallLine:
    """A line of a list. `lead` stands before it: a number, an hour; `value` and `share` at its end.

    `text` is never shortened: it goes on in a line below. `remark` is said quietly after it.
    `photo` is a JPEG, b"" without one.
    """

    text: str
    lead: str = ""
    remark: str = ""
    value: str = ""
    share: str = ""
    tone: Tone = Tone.PLAIN
    bold: bool = False
    photo: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """A list, at most twelve lines a page; `first` is the line whose page is shown first."""

    lines: tuple[HallLine, ...]
    first: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A large number with its word: "148", "có mặt"."""

    value: str
    words: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Large numbers side by side."""

    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A text in the middle of the page, as large as it can be."""

    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What was decided, in one short line with a sign."""

    text: str
    tone: Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """How much of a work is done: `done` of `of`."""

    done: int
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechClock:
    """The time of a speech: the words for what is left, and for what is over, have {time}."""

    began: datetime
    minutes: int
    left_words: str
    over_words: str

    def at(self, now: datetime) -> Verdict:
        """Return the clock at a moment (wall clock)."""
        left = timedelta(minutes=self.minutes) - max(now - self.began, timedelta(0))
        over = left < timedelta(0)
        minutes, seconds = divmod(int(abs(left).total_seconds()), 60)
        words = (self.over_words if over else self.left_words).format(
            time=f"{minutes:02d}:{seconds:02d}"
        )
        near = left < timedelta(minutes=1)
        return Verdict(text=words, tone=Tone.WRONG if over else Tone.LOOK if near else Tone.HOLDS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Samples:
    """Drawn ballots with what they show; the titles are those of the columns of a ballot."""

    row: SampleRow
    agree_title: str
    disagree_title: str


class SeatTone(StrEnum):
    """How a seat stands for the hall; who does not come is not told apart from who is awaited."""

    THERE = "there"
    AWAITED = "awaited"
    ON_STAGE = "on_stage"
    FREE = "free"


@dataclass(frozen=True, slots=True, kw_only=True)
class HallSeats:
    """The hall as seats: each across, down and how it stands; `legend` what the tones mean.

    `figures` stand beside it, one under the other.
    """

    figures: tuple[Figure, ...]
    places: tuple[tuple[int, int, SeatTone], ...]
    stage: StageSide
    legend: tuple[tuple[SeatTone, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """The page of the congress: its emblem, and its picture behind; b"" for the neutral ones."""

    emblem: bytes = field(default=b"", repr=False)
    background: bytes = field(default=b"", repr=False)


Part = Lines | Figures | Statement | Verdict | Bar | SpeechClock | Samples | HallSeats | Cover


@dataclass(frozen=True, slots=True, kw_only=True)
class HallContent:
    """Everything about a subject: title, parts from top to bottom, what stands at the foot.

    `declared` is the result it was made of, `together` the results of several rounds, None where it
    is of none. `stamp` says that nothing here is real: a rehearsal.
    """

    subject: Subject
    title: str
    subtitle: str = ""
    parts: tuple[Part, ...] = ()
    foot: str = ""
    stamp: str = ""
    declared: DeclaredResult | None = None
    together: AllElected | None = None
