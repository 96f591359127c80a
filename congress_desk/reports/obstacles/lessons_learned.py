"""The lessons-learned report (báo cáo rút kinh nghiệm): what was planned against what was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from congress_desk.domain.agenda.clock import PlannedItem
from congress_desk.domain.congress import Congress
from congress_desk.domain.elections.election import Election
from congress_desk.domain.elections.round import Round
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.domain.journal import JournalLine
from congress_desk.domain.motions import Motion
from congress_desk.domain.obstacles import Obstacle
from congress_desk.domain.preparation.task import Task
from congress_desk.reports.document.congress_paper import congress_paper
from congress_desk.reports.document.document import (
    Block,
    Document,
    Heading,
    KeepTogether,
    Paragraph,
    Signature,
)
from congress_desk.reports.document.head import (
    congress_name,
    congress_wording,
)
from congress_desk.reports.document.wording import Wording
from congress_desk.reports.obstacles.lessons_obstacles import obstacles_section, procedure_section
from congress_desk.reports.obstacles.lessons_times import tasks_section, times_section
from congress_desk.reports.obstacles.lessons_votes import elections_section, motions_section
from congress_desk.reports.obstacles.obstacle_words import moment_words
from congress_desk.reports.obstacles.report import numbered, signed

_BY_HAND = ("causes", "lessons", "proposals")
# Dotted lines to write on under each heading filled by hand, and pieces of dots a line.
_LINES, _DOTS = 4, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonsFacts:
    """What the report is made of: everything recorded of the congress, as it stands at `now`.

    `sheets` are the rounds that count or are being counted, `cancelled` those that were cancelled
    with their elections.
    """

    congress: Congress
    planned: tuple[PlannedItem, ...]
    tasks: tuple[Task, ...]
    obstacles: tuple[Obstacle, ...]
    sheets: tuple[RoundSheet, ...]
    cancelled: tuple[tuple[Election, Round], ...]
    motions: tuple[Motion, ...]
    head: JournalLine
    now: datetime


def lessons_learned(facts: LessonsFacts, wording: Wording | None = None) -> Document:
    """Return the report; causes, lessons and proposals are dotted lines for the meeting."""
    congress = facts.congress
    words = congress_wording(congress, wording)
    sections = (
        times_section(facts.planned, words),
        tasks_section(facts.tasks, facts.now.date(), words),
        obstacles_section(facts.obstacles, facts.now, words),
        procedure_section(facts.obstacles, words),
        elections_section(facts.sheets, facts.cancelled, words),
        motions_section(facts.motions, words),
        *(_by_hand(key, words) for key in _BY_HAND),
    )
    opening = words.runs("lessons.opening", moment=moment_words(facts.now, words))
    return congress_paper(
        congress,
        facts.head,
        words,
        day=facts.now.date().isoformat(),
        symbol=words.say("lessons.symbol"),
        title=words.say("lessons.title"),
        subject=(words.say("lessons.subject", congress=congress_name(congress, words)),),
        blocks=(
            Paragraph(runs=opening),
            *_kept(numbered(sections)),
            KeepTogether(blocks=signed(Signature(title=_organisers(words)))),
        ),
    )


def _organisers(words: Wording) -> str:
    return f"{words.terms['on_behalf']} {words.say('lessons.organisers')}"


def _by_hand(key: str, words: Wording) -> tuple[Block, ...]:
    dots = words.say("common.blank_line") * _DOTS
    lines = (Paragraph(runs=words.runs("lessons.line", dots=dots), indent=False),) * _LINES
    hint = Paragraph(runs=words.runs("lessons.by_hand"), small=True, indent=False)
    return Heading(title=words.say(f"lessons.hand.{key}")), hint, *lines


def _kept(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Keep each part to be filled by hand on one page with its heading."""
    at = len(blocks) - len(_BY_HAND) * (2 + _LINES)
    parts = range(at, len(blocks), 2 + _LINES)
    return *blocks[:at], *(KeepTogether(blocks=blocks[i : i + 2 + _LINES]) for i in parts)
