"""The report on obstacles to the superior's working group (báo cáo vướng mắc)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from congress_desk.domain.congress import Congress
from congress_desk.domain.journal import JournalLine
from congress_desk.domain.obstacles import (
    Gravity,
    Obstacle,
    ObstacleState,
    is_in_the_way,
    minutes_open,
    wall_clock,
)
from congress_desk.reports.after_election.after_parts import recipients
from congress_desk.reports.document.document import (
    Align,
    Block,
    Bullet,
    Column,
    Document,
    Heading,
    KeepTogether,
    Paragraph,
    Run,
    Signature,
    Signatures,
    Spacer,
    Table,
)
from congress_desk.reports.document.head import (
    PRESIDIUM,
    congress_name,
    congress_wording,
    document_head,
    footer_text,
    organ_signature,
    stamp_text,
)
from congress_desk.reports.document.wording import Wording
from congress_desk.reports.obstacles.obstacle_words import (
    duration_words,
    gravities_words,
    gravity_words,
    moment_words,
    plain,
)
from congress_desk.reports.obstacles.phone_summary import spoken_report

# Widths in mm; what it was and how it was resolved share what is left.
_COLUMNS = (
    ("number", 10), ("what", 0), ("gravity", 19), ("since", 17), ("resolved", 17), ("taken", 18),
    ("how", 42),
)  # fmt: skip
_LONG = 600
_CENTERED = ("number", "gravity", "since", "resolved", "taken")


@dataclass(frozen=True, slots=True, kw_only=True)
class ObstacleFacts:
    """What the report is made of: obstacles in order, where each is in words, and when it is.

    `places` is by obstacle id; `now` is the wall clock at which the report is made.
    """

    congress: Congress
    obstacles: tuple[Obstacle, ...]
    places: Mapping[int, str]
    head: JournalLine
    now: datetime

    @property
    def waiting(self) -> tuple[Obstacle, ...]:
        return tuple(found for found in self.obstacles if is_in_the_way(found))

    @property
    def resolved(self) -> tuple[Obstacle, ...]:
        return tuple(found for found in self.obstacles if not is_in_the_way(found))


def obstacles_report(facts: ObstacleFacts, wording: Wording | None = None) -> Document:
    """Return the report; `spoken` of it is short enough to be read over the phone."""
    congress = facts.congress
    words = congress_wording(congress, wording)
    sections = (
        _waiting(facts, words),
        _resolved(facts, words),
        _proposal(facts, words),
    )
    return Document(
        head=document_head(
            congress,
            facts.now.date().isoformat(),
            words,
            organ=PRESIDIUM,
            symbol=words.say("obstacle.report.symbol"),
        ),
        title=words.say("obstacle.report.title"),
        subject=(words.say("obstacle.report.subject", congress=congress_name(congress, words)),),
        blocks=(
            Paragraph(
                runs=words.runs("obstacle.report.to", group=group_words(congress, words)),
                align=Align.CENTER,
                indent=False,
            ),
            Paragraph(runs=_opening(facts, words)),
            *numbered(sections),
            KeepTogether(blocks=_signed(congress, words)),
        ),
        footer=footer_text(facts.head, words),
        stamp=stamp_text(congress, words),
        form=words.form,
        spoken=spoken_report(
            facts.waiting,
            facts.places,
            congress=congress_name(congress, words),
            resolved=len(facts.resolved),
            now=facts.now,
            words=words,
        ),
    )


def group_words(congress: Congress, words: Wording) -> str:
    """Return whom the report goes to: the working group of the superior body."""
    superior = congress.details.superior
    key = "group" if superior else "group_unknown"
    return words.say(f"obstacle.report.{key}", superior=superior)


def numbered(sections: Sequence[Sequence[Block]]) -> tuple[Block, ...]:
    """Return the sections that say something, their headings numbered."""
    blocks: list[Block] = []
    for number, (heading, *rest) in enumerate((s for s in sections if s), start=1):
        assert isinstance(heading, Heading)
        blocks += [Heading(title=f"{number}. {heading.title}"), *rest]
    return tuple(blocks)


def _signed(congress: Congress, words: Wording) -> tuple[Block, ...]:
    above = recipients(group_words(congress, words), words)
    return Spacer(height=4), Signatures(cells=(above, organ_signature(PRESIDIUM, words)), across=2)


def signed(place: Signature) -> tuple[Block, ...]:
    """Return the place where somebody signs, at the right."""
    return Spacer(height=4), Signatures(cells=(None, place), across=2)


def _opening(facts: ObstacleFacts, words: Wording) -> tuple[Run, ...]:
    waiting = facts.waiting
    key = "waiting" if facts.resolved else "waiting_only"
    return words.runs(
        f"obstacle.report.{key if waiting else 'none_waiting'}",
        moment=moment_words(facts.now, words),
        count=len(waiting),
        gravities=gravities_words(waiting, words),
        resolved=len(facts.resolved),
    )


def _waiting(facts: ObstacleFacts, words: Wording) -> tuple[Block, ...]:
    if not facts.waiting:
        return ()
    blocks: list[Block] = []
    for number, found in enumerate(facts.waiting, start=1):
        lines = tuple(_one(number, found, facts, words))
        # A long one breaks over the page rather than leave its heading alone.
        blocks += lines if len(found.what) > _LONG else (KeepTogether(blocks=lines),)
    return Heading(title=words.say("obstacle.report.waiting_heading")), *blocks


def _one(number: int, found: Obstacle, facts: ObstacleFacts, words: Wording) -> Sequence[Block]:
    what = words.runs(
        "obstacle.report.what",
        number=number,
        what=plain(found.what),
        gravity=gravity_words(found.gravity, words),
    )
    lines = [_since(found, facts, words), *_people(found, words), *_answers(found, words)]
    return Paragraph(runs=what), *(Bullet(runs=runs) for runs in lines if runs)


def _since(found: Obstacle, facts: ObstacleFacts, words: Wording) -> tuple[Run, ...]:
    minutes, place = minutes_open(found, facts.now), plain(facts.places.get(found.id, ""))
    key = "since" if minutes else "since_unknown" if minutes is None else "since_now"
    return words.runs(
        f"obstacle.report.{key}_place" if place else f"obstacle.report.{key}",
        moment=moment_words(wall_clock(found.since), words),
        duration=duration_words(minutes, words),
        place=place,
    )


def _people(found: Obstacle, words: Wording) -> Sequence[tuple[Run, ...]]:
    named = "answerable" if found.answerable else "no_answerable"
    lines = [words.runs(f"obstacle.report.{named}", name=plain(found.answerable))]
    if found.asked:
        at = moment_words(wall_clock(found.asked_at), words)
        lines.append(words.runs("obstacle.report.asked", name=plain(found.asked), moment=at))
    return lines


def _answers(found: Obstacle, words: Wording) -> Sequence[tuple[Run, ...]]:
    texts = (("answer", found.answer), ("decision", found.decision))
    lines = [words.runs(f"obstacle.report.{key}", text=text) for key, text in texts if text]
    if found.reopen_reason:
        lines.append(words.runs("obstacle.report.reopened", text=found.reopen_reason))
    if found.state is ObstacleState.OPEN:
        lines.append(words.runs("obstacle.report.no_answer"))
    return lines


def _resolved(facts: ObstacleFacts, words: Wording) -> tuple[Block, ...]:
    if not facts.resolved:
        return ()
    rows = tuple(
        resolved_row(number, found, facts.now, words)
        for number, found in enumerate(reversed(facts.resolved), start=1)
    )
    table = Table(columns=resolved_columns(words), rows=rows, small=True)
    return Heading(title=words.say("obstacle.report.resolved_heading")), table, Spacer(height=2)


def resolved_columns(words: Wording) -> tuple[Column, ...]:
    """Return the columns of a table of obstacles with how long they took."""
    return tuple(
        Column(
            title=words.say(f"obstacle.table.{key}"),
            width=width,
            align=Align.CENTER if key in _CENTERED else Align.LEFT,
        )
        for key, width in _COLUMNS
    )


def resolved_row(number: int, found: Obstacle, now: datetime, words: Wording) -> tuple[str, ...]:
    """Return one obstacle as a row of that table."""
    still = words.say("lessons.obstacles.still") if is_in_the_way(found) else ""
    return (
        str(number),
        found.what,
        gravity_words(found.gravity, words),
        moment_words(wall_clock(found.since), words, short=True),
        still or moment_words(wall_clock(found.resolved_at), words, short=True),
        duration_words(minutes_open(found, now), words),
        found.decision or found.answer,
    )


def _proposal(facts: ObstacleFacts, words: Wording) -> tuple[Block, ...]:
    """Ask for what is wanted: at once where the congress stands still."""
    waiting = tuple(enumerate(facts.waiting, start=1))
    unanswered = [(n, found) for n, found in waiting if found.state is ObstacleState.OPEN]
    urgent = [n for n, found in unanswered if found.gravity is Gravity.BLOCKING]
    others = [n for n, found in unanswered if n not in urgent]
    if not unanswered:
        return ()
    key = "proposal" if not urgent else "proposal_urgent" if others else "proposal_urgent_only"
    runs = words.runs(
        f"obstacle.report.{key}",
        group=group_words(facts.congress, words),
        count=len(others),
        numbers=", ".join(words.say("obstacle.report.number", number=n) for n in others),
        urgent=", ".join(map(str, urgent)),
    )
    return Heading(title=words.say("obstacle.report.proposal_heading")), Paragraph(runs=runs)
