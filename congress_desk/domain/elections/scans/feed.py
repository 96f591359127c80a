"""What was fed into the scanner of a round and is not recorded yet, feeding by feeding."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from congress_desk.domain.elections.passes.entry_rights import Worker
from congress_desk.domain.elections.scans.bundle import Answer, ScannedBundle, ScannedSheet
from congress_desk.errors import Problem, Refusal, refuse


@dataclass(frozen=True, slots=True, kw_only=True)
class ScannedFeed:
    """One feeding of a bundle, from its cover to the next; `id` counts the feedings of a round.

    Its bundle has number 0 until it is told where it came without a cover. `answers` are by
    sequence. `is_open`: more sheets may come. `broken` are its pages that could not be read.
    `recorded` is the pass it was written as, 0 before.
    """

    id: int
    bundle: ScannedBundle
    answers: Mapping[int, Answer] = field(default_factory=dict)
    is_open: bool = True
    broken: tuple[Problem, ...] = ()
    recorded: int = 0

    @property
    def number(self) -> int:
        """Return the number of its bundle, 0 while nobody said it."""
        return self.bundle.number

    @property
    def waiting(self) -> tuple[ScannedSheet, ...]:
        """Return its sheets that nobody has answered yet."""
        return () if self.recorded else self.bundle.waiting(self.answers)

    @property
    def by(self) -> str:
        """Return who answers its doubts, "" while nobody has."""
        return next((answer.by for answer in self.answers.values()), "")

    @property
    def beside(self) -> str:
        """Return who saw answers too, by name, each once."""
        return ", ".join(dict.fromkeys(a.beside for a in self.answers.values() if a.beside))

    @property
    def is_ready(self) -> bool:
        """Say whether it can be recorded as far as the feeding goes."""
        whole = not self.is_open and not self.waiting and not self.broken
        return whole and self.number > 0 and not self.recorded and bool(self.bundle.sheets)

    @property
    def ballots(self) -> int:
        """Return how many ballots it holds, without what was left out."""
        return len(self.bundle.ballots(self.answers))


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanState:
    """All feedings of a round in their order, the files read, and what could not be read."""

    feeds: tuple[ScannedFeed, ...] = ()
    files: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def open_feed(self) -> ScannedFeed | None:
        """Return the feeding that takes sheets, None where the next cover is waited for."""
        return self.feeds[-1] if self.feeds and self.feeds[-1].is_open else None

    @property
    def doubts(self) -> tuple[tuple[ScannedFeed, ScannedSheet], ...]:
        """Return every sheet that waits for a person, in the order of the feeder."""
        return tuple((feed, sheet) for feed in self.feeds for sheet in feed.waiting)

    @property
    def read(self) -> int:
        """Return how many sheets were read."""
        return sum(len(feed.bundle.sheets) for feed in self.feeds)

    def feed(self, feed_id: int) -> ScannedFeed | None:
        """Return a feeding by its id."""
        return next((feed for feed in self.feeds if feed.id == feed_id), None)

    def again(self, feed: ScannedFeed) -> bool:
        """Say whether another feeding of the same bundle stands beside this one, unrecorded."""
        return any(
            other.number == feed.number and other.id != feed.id and not other.recorded
            for other in self.feeds
        )


def check_answer(feed: ScannedFeed, answer: Answer, two: bool) -> Refusal | None:
    """Say why an answer is not taken: another person answers this bundle, or a second is missing.

    `two` says that two people have to answer.
    """
    by, beside = Worker(name=answer.by), Worker(name=answer.beside)
    if not answer.by:
        return refuse("pass_operator_missing")
    if feed.by and not by.is_same(Worker(name=feed.by)):
        return refuse("scan_answered_by", bundle=feed.number, name=feed.by)
    if two and not answer.beside:
        return refuse("scan_two_needed")
    if answer.beside and by.is_same(beside):
        return refuse("scan_two_are_one", name=answer.by)
    return None
