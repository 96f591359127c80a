"""The drill: lessons that teach each key of the entry line, then ballots timed and scored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from congress_desk.domain.elections.ballots import BoardReason, MarkMode, Paper
from congress_desk.domain.elections.entry_line import (
    Entry,
    EntryContext,
    EntryKind,
    read_entry,
    refused_key,
)
from congress_desk.domain.practice.ballots import PracticeBallot, PracticeList, a_ballot
from congress_desk.errors import Refusal


class Lesson(StrEnum):
    """What a lesson teaches; NONE of the timed ballots."""

    NONE = ""
    NUMBERS = "numbers"
    UNTOUCHED = "untouched"
    RANGE = "range"
    REPEAT = "repeat"
    REPEAT_MANY = "repeat_many"
    TOO_FEW = "too_few"
    INVALID = "invalid"
    TAKE_BACK = "take_back"
    BOTH = "both"
    BLANK = "blank"


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A ballot to type, or to take back; `line` is how, `of` the list it is on."""

    of: PracticeList
    ballot: PracticeBallot
    line: str
    lesson: Lesson = Lesson.NONE
    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """A ballot as it was typed: the line, whether it is the one on the paper."""

    task: Task
    line: str
    paper: Paper
    right: bool


class Outcome(StrEnum):
    """What Enter did."""

    RIGHT = "right"
    WRONG = "wrong"
    OTHER_KEY = "other_key"
    ASKED = "asked"
    TAKEN_BACK = "taken_back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How the timed ballots went; `keys` are all, with every Enter and what was corrected.

    Times in milliseconds; `keys_tenths` and `seconds_tenths` are tenths of a key and of a second a
    ballot, rounded.
    """

    ballots: int
    keys: int
    milliseconds: int
    wrong: tuple[Typed, ...]

    @property
    def keys_tenths(self) -> int:
        return self._a_ballot(self.keys * 10)

    @property
    def seconds_tenths(self) -> int:
        return self._a_ballot((self.milliseconds + 50) // 100)

    def _a_ballot(self, whole: int) -> int:
        return (whole + self.ballots // 2) // self.ballots if self.ballots else 0


def lessons(strike: PracticeList, tick: PracticeList) -> tuple[Task, ...]:
    """Return a lesson for each key; `strike` needs 10 names or more, `tick` 5."""
    struck = Paper(struck=frozenset({3, 12, 16}))
    taught = (
        (strike, struck, Lesson.NUMBERS),
        (strike, Paper(), Lesson.UNTOUCHED),
        (strike, Paper(struck=frozenset({7, 8, 9, 10})), Lesson.RANGE),
        (strike, Paper(struck=frozenset({7, 8, 9, 10})), Lesson.REPEAT),
        (strike, Paper(struck=frozenset({7, 8, 9, 10})), Lesson.REPEAT_MANY),
        (strike, Paper(struck=frozenset({5})), Lesson.TOO_FEW),
        (strike, Paper(board_reason=BoardReason.SIGNED), Lesson.INVALID),
        (strike, Paper(board_reason=BoardReason.SIGNED), Lesson.TAKE_BACK),
        (tick, Paper(both=frozenset({3})), Lesson.BOTH),
        (tick, Paper(blank=frozenset({2})), Lesson.BLANK),
    )
    shown = {
        Lesson.REPEAT: ("+", 1),
        Lesson.REPEAT_MANY: ("+3", 3),
        Lesson.TAKE_BACK: ("-", 1),
    }
    tasks = []
    for number, (of, paper, lesson) in enumerate(taught, start=1):
        ballot = a_ballot(of, number, paper)
        line, count = shown.get(lesson, (ballot.line, 1))
        tasks.append(Task(of=of, ballot=ballot, line=line, lesson=lesson, count=count))
    return tuple(tasks)


def timed(of: PracticeList, ballots: Sequence[PracticeBallot]) -> tuple[Task, ...]:
    """Return the ballots to be typed against the clock."""
    return tuple(Task(of=of, ballot=ballot, line=ballot.line) for ballot in ballots)


# What must be on the line for the lesson to have taught its key.
_TAUGHT = {
    Lesson.RANGE: "-",
    Lesson.REPEAT: "+",
    Lesson.REPEAT_MANY: "+",
    Lesson.BOTH: "/",
    Lesson.BLANK: "//",
}


class Drill:
    """Goes through tasks as lines are typed; `now` is in milliseconds.

    A lesson is done when it is right; a timed ballot when it is typed, right or wrong, and it can
    be taken back like any other.
    """

    def __init__(self, tasks: Sequence[Task]) -> None:
        self.tasks = tuple(tasks)
        self.place = 0
        self.asks = False
        self.recorded: list[Typed] = []
        self.previous: Paper | None = None
        self._keys = 0
        self._began: int | None = None
        self._ended = 0

    @property
    def task(self) -> Task | None:
        """Return what is to be typed now, None at the end."""
        return self.tasks[self.place] if self.place < len(self.tasks) else None

    @property
    def context(self) -> EntryContext:
        """Return what the line is typed against now."""
        task = self.task or self.tasks[-1]
        room = 1 if task.lesson else len(self.tasks) - self.place
        context = replace(task.of.context, has_previous=self._has_previous)
        return replace(context, room=max(room, task.count))

    @property
    def _has_previous(self) -> bool:
        task = self.task
        same_list = task is not None and self._last_mode() is task.of.mode
        return self.previous is not None and same_list

    def _last_mode(self) -> MarkMode | None:
        return self.tasks[self.place - 1].of.mode if self.place else None

    def refused(self, text: str) -> Refusal | None:
        """Say why no line begins with this text; the same as at the counting desk."""
        if self.asks:
            return None if text in ("", "-") else refused_key(f"-{text[-1:]}", self.context)
        return refused_key(text, self.context)

    def key(self, now: int) -> None:
        """Count a key that was pressed; the first one of a timed ballot starts the clock."""
        task = self.task
        if task is not None and not task.lesson:
            self._keys += 1
            self._began = now if self._began is None else self._began

    def enter(self, text: str, now: int) -> Outcome | Refusal:
        """Do what Enter does with the line."""
        task = self.task
        assert task is not None, "the drill is over"
        if self.asks:
            return self._take_back(task)
        entry = read_entry(text, self.context)
        if isinstance(entry, Refusal):
            return entry
        if entry.kind is EntryKind.TAKE_BACK:
            self.asks = True
            return Outcome.ASKED
        self._ended = now
        return self._learn(task, entry, text) if task.lesson else self._record(entry, text)

    def leave(self) -> None:
        """Answer the question whether to take a ballot back with no."""
        self.asks = False

    def _paper(self, entry: Entry) -> Paper:
        repeated = self.previous or Paper()
        return repeated if entry.kind is EntryKind.REPEAT else entry.paper

    def _learn(self, task: Task, entry: Entry, text: str) -> Outcome:
        paper = self._paper(entry)
        if paper != task.ballot.paper or task.lesson is Lesson.TAKE_BACK:
            return Outcome.WRONG
        if _TAUGHT.get(task.lesson, "") not in text or entry.count != task.count:
            return Outcome.OTHER_KEY
        self.previous = paper
        self.place += 1
        return Outcome.RIGHT

    def _record(self, entry: Entry, text: str) -> Outcome:
        paper = self.previous = self._paper(entry)
        right = True
        for task in self.tasks[self.place : self.place + entry.count]:
            same = paper == task.ballot.paper
            self.recorded.append(Typed(task=task, line=text, paper=paper, right=same))
            right = right and same
        self.place += entry.count
        return Outcome.RIGHT if right else Outcome.WRONG

    def _take_back(self, task: Task) -> Outcome:
        self.asks = False
        if task.lesson is Lesson.TAKE_BACK:
            self.previous = None
            self.place += 1
        elif self.recorded:
            self.recorded.pop()
            self.place -= 1
            self.previous = self.recorded[-1].paper if self.recorded else None
        return Outcome.TAKEN_BACK

    @property
    def score(self) -> Score:
        """Return how the timed ballots went so far."""
        began = self._ended if self._began is None else self._began
        return Score(
            ballots=len(self.recorded),
            keys=self._keys,
            milliseconds=self._ended - began,
            wrong=tuple(typed for typed in self.recorded if not typed.right),
        )
