"""What minutes, resolution and quick report are derived from: all that was recorded, read once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType

from congress_desk.domain.agenda.item import AgendaItem, ItemKind, ItemState
from congress_desk.domain.congress import Congress, CongressState
from congress_desk.domain.decisions.course import ElectionCourse
from congress_desk.domain.decisions.decision import DecisionState
from congress_desk.domain.decisions.round_context import RoundContext
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.domain.journal import JournalLine
from congress_desk.domain.minutes.paper_part import PaperPart
from congress_desk.domain.motions import (
    Motion,
    MotionKind,
    MotionOutcome,
    MotionState,
    repeated_ids,
)
from congress_desk.domain.nomination.steps import NominationFacts
from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.domain.people.person import BaseSum
from congress_desk.domain.preparation.indicator import Indicator
from congress_desk.domain.running.speech import Speech, SpeechState
from congress_desk.reports.document.date_words import day_of, moment

_HELD = (ItemState.RUNNING, ItemState.DONE)
_QUIET = (ItemKind.BREAK, ItemKind.FILLER)
_SAID_ELSEWHERE = (ItemKind.MOTION, ItemKind.ELECTION, ItemKind.WORK)


@dataclass(frozen=True, slots=True, kw_only=True)
class CongressFacts:
    """The records behind the papers.

    `attended` is D as a sum with everybody who was ever there as present, whoever left since;
    `sheets` are the rounds that were not cancelled, election by election; `duties` hold those who
    left an organ too; `kept` are the edited and free parts of the paper that is made. `contexts`
    say by round what was decided before and after it, `courses` where each election stands,
    `nominations` by election where its names come from, where that was recorded.
    """

    congress: Congress
    attended: BaseSum
    guests: int
    agenda: tuple[AgendaItem, ...]
    duties: tuple[Duty, ...]
    motions: tuple[Motion, ...]
    speeches: tuple[Speech, ...]
    sheets: tuple[RoundSheet, ...]
    indicators: tuple[Indicator, ...]
    head: JournalLine
    kept: tuple[PaperPart, ...] = ()
    contexts: Mapping[int, RoundContext] = field(default_factory=lambda: MappingProxyType({}))
    courses: tuple[ElectionCourse, ...] = ()
    nominations: Mapping[int, NominationFacts] = field(default_factory=lambda: MappingProxyType({}))
    probationary: int = 0

    @property
    def voted(self) -> tuple[Motion, ...]:
        """Return the motions that were voted on, repeated votes too."""
        return tuple(m for m in self.motions if m.state is MotionState.VOTED and m.hands)

    @property
    def voted_in_turn(self) -> tuple[Motion, ...]:
        """Return them in the order of the hall, each vote after the one it repeats.

        A clock that was put back makes no earlier vote of a later one.
        """
        turns: dict[int, str] = {}
        for motion in sorted(self.voted, key=lambda motion: motion.id):
            turns[motion.id] = max(motion.voted_at, turns.get(motion.repeats, ""))
        return tuple(sorted(self.voted, key=lambda motion: (turns[motion.id], motion.id)))

    @property
    def standing_votes(self) -> tuple[Motion, ...]:
        """Return the votes that count: those that no later vote on the same matter replaced."""
        replaced = repeated_ids(self.motions)
        return tuple(motion for motion in self.voted if motion.id not in replaced)

    @property
    def decision_motions(self) -> frozenset[int]:
        """Return the motions that decided on an election: they stand with its round."""
        return frozenset(
            decided.motion.id
            for course in self.courses
            for decided in course.decisions
            if decided.motion is not None
        )

    @property
    def told_after_rounds(self) -> frozenset[int]:
        """Return the motions told with their rounds: every decision but one taken back."""
        return frozenset(
            decided.motion.id
            for context in self.contexts.values()
            for decided in context.course.decided_after(context.round.id)
            if decided.motion is not None and decided.state is not DecisionState.TAKEN_BACK
        )

    @property
    def held(self) -> tuple[AgendaItem, ...]:
        """Return the items that were held; of a programme that nobody ran, those planned."""
        if any(item.state in _HELD for item in self.agenda):
            return tuple(item for item in self.agenda if item.state in _HELD)
        return tuple(item for item in self.agenda if item.state is ItemState.PLANNED)

    @property
    def items_in_minutes(self) -> tuple[AgendaItem, ...]:
        """Return the held items that minutes tell of: no breaks, no bare work, no heads of parts.

        Votes and elections have parts of their own, unless the secretary noted something.
        """
        parents = {item.parent_id for item in self.agenda if item.parent_id}
        return tuple(item for item in self.held if _is_in_minutes(item, parents))

    @property
    def spoken(self) -> tuple[Speech, ...]:
        """Return the speeches that were held, in the order of the hall."""
        done = (s for s in self.speeches if s.state in (SpeechState.DONE, SpeechState.SPEAKING))
        return tuple(sorted(done, key=lambda s: s.started_at))

    @property
    def opened_at(self) -> datetime | None:
        """Return when it was opened: the first opening, else the first item, else as announced."""
        openings = [item for item in self.agenda if item.kind is ItemKind.OPENING]
        begun = _moments(item.started_at for item in openings)
        begun = begun or _moments(item.started_at for item in self.agenda)
        # A day without an hour says nothing of when it was opened.
        announced = self.congress.details.starts
        return min(begun, default=None) or (moment(announced) if "T" in announced else None)

    @property
    def opening_day(self) -> str:
        """Return the day of the opening as YYYY-MM-DD, the announced one where none was held."""
        return day_of(
            self.opened_at.isoformat() if self.opened_at else self.congress.details.starts
        )

    @property
    def first_day(self) -> str:
        """Return the first day on which it met, the preparatory session too."""
        begun = [at.date().isoformat() for at in _moments(i.started_at for i in self.agenda)]
        return min([*begun, *filter(None, [day_of(self.congress.details.starts)])], default="")

    @property
    def last_day(self) -> str:
        """Return the last day on which it met: of the closing, else as announced."""
        if self.closed_at is not None:
            return self.closed_at.date().isoformat()
        return day_of(self.congress.details.ends)

    @property
    def closed_at(self) -> datetime | None:
        """Return when the closing was over; None while it is not."""
        closing = [item for item in self.agenda if item.kind is ItemKind.CLOSING]
        ended = _moments(item.finished_at for item in closing)
        return max(ended, default=None)

    @property
    def is_closed(self) -> bool:
        """Say whether it is over, also where nobody wrote down when."""
        return self.closed_at is not None or self.congress.state is CongressState.CLOSED

    def last_vote(self, kind: MotionKind) -> Motion | None:
        """Return the last vote on a matter of this kind."""
        return next((m for m in reversed(self.voted_in_turn) if m.kind is kind), None)

    def resolution_vote(self) -> Motion | None:
        """Return the vote that adopted the resolution, else the last one on it."""
        votes = [m for m in self.standing_votes if m.kind is MotionKind.RESOLUTION]
        carried = [m for m in votes if m.outcome is MotionOutcome.CARRIED]
        return carried[-1] if carried else self.last_vote(MotionKind.RESOLUTION)

    def members(self, organ: Organ) -> tuple[Duty, ...]:
        """Return who is in an organ now."""
        return tuple(d for d in self.duties if d.organ is organ and not d.until)

    def left(self, organ: Organ) -> tuple[Duty, ...]:
        """Return who left an organ in the course of the congress."""
        return tuple(d for d in self.duties if d.organ is organ and d.until)


def _is_in_minutes(item: AgendaItem, parents: set[int]) -> bool:
    if item.kind in _QUIET:
        return False
    elsewhere = item.kind in _SAID_ELSEWHERE or item.election_id or item.id in parents
    if elsewhere or item.kind is ItemKind.DISCUSSION:
        return bool(item.note)
    if item.kind in (ItemKind.OPENING, ItemKind.CLOSING):
        # The opening and the closing have sentences of their own.
        return bool(item.note)
    return True


def _moments(times: Iterable[str]) -> list[datetime]:
    return [found for found in map(moment, times) if found is not None]
