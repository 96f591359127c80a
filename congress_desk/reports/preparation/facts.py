"""What the papers of the preparation are made of, and the words they share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from congress_desk.domain.congress import Congress
from congress_desk.domain.journal import JournalLine
from congress_desk.domain.obstacles import Obstacle
from congress_desk.domain.preparation.indicator import Indicator
from congress_desk.domain.preparation.progress import days_late
from congress_desk.domain.preparation.task import Task, TaskState
from congress_desk.domain.preparation.text import CongressText, TextComment
from congress_desk.domain.text.dates import vietnamese_date
from congress_desk.reports.document.date_words import day_of
from congress_desk.reports.document.document import Block, Document, Head
from congress_desk.reports.document.head import (
    body_issuer,
    congress_name,
    congress_wording,
    document_head,
    footer_text,
    stamp_text,
)
from congress_desk.reports.document.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparationFacts:
    """The preparation as the file has it on the day `today`; `obstacles` are the open ones.

    `copies` is how many copies of a text go to whoever gets it, by its id.
    """

    congress: Congress
    tasks: tuple[Task, ...]
    texts: tuple[CongressText, ...]
    comments: tuple[TextComment, ...]
    indicators: tuple[Indicator, ...]
    obstacles: tuple[Obstacle, ...]
    head: JournalLine
    today: date
    copies: Mapping[int, int] = field(default_factory=dict)

    def wording(self, wording: Wording | None = None) -> Wording:
        """Return the wording of the congress's style."""
        return congress_wording(self.congress, wording)

    def text_title(self, text_id: int) -> str:
        """Return the title of a text, "" of none."""
        return next((text.title for text in self.texts if text.id == text_id), "")

    def comments_on(self, text_id: int) -> tuple[TextComment, ...]:
        """Return the comments on one text, oldest first."""
        return tuple(comment for comment in self.comments if comment.text_id == text_id)


def preparation_document(
    facts: PreparationFacts,
    words: Wording,
    part: str,
    blocks: tuple[Block, ...],
    *,
    landscape: bool = True,
    number: str = "",
) -> Document:
    """Return a paper of the body that prepares the congress; `part` names its title."""
    name = congress_name(facts.congress, words)
    as_of = words.say("preparation.as_of", day=day_words(str(facts.today)))
    return Document(
        head=issuing_head(facts, words, number),
        title=words.say(f"preparation.{part}.title"),
        subject=(words.say(f"preparation.{part}.subject", congress=name), as_of),
        blocks=blocks,
        footer=footer_text(facts.head, words),
        stamp=stamp_text(facts.congress, words),
        form=words.form,
        landscape=landscape,
    )


def issuing_head(facts: PreparationFacts, words: Wording, number: str = "") -> Head:
    """Return the head of a paper that the convening body issues today, not yet the congress."""
    details = facts.congress.details
    usual = document_head(facts.congress, str(facts.today), words)
    body = details.body or congress_name(facts.congress, words)
    return Head(
        issuer=body_issuer(details.superior, body, words),
        organisation=usual.organisation,
        place_and_date=usual.place_and_date,
        number=number,
        place=usual.place,
        day=usual.day,
    )


def day_words(iso: str) -> str:
    """Return a day as a table has it: "05/06/2020"; "" of none."""
    return vietnamese_date(day_of(iso)) if iso else ""


def task_words(task: Task, facts: PreparationFacts, words: Wording) -> str:
    """Return how a task stands: how late it is, when it was done."""
    late = days_late(task, facts.today)
    if late:
        return words.say("preparation.state.late", days=late)
    if task.state is TaskState.DONE and task.done_at:
        return words.say("preparation.state.done_on", day=day_words(task.done_at))
    return words.say(f"preparation.state.{task.state.value}")


def text_words(text: CongressText, facts: PreparationFacts, words: Wording) -> str:
    """Return how a text stands, and how late it is."""
    state = words.say(f"preparation.text_state.{text.state.value}")
    late = days_late(text, facts.today)
    return f"{state}; {words.say('preparation.state.late', days=late).lower()}" if late else state


def section_words(section: str, words: Wording) -> str:
    """Return the name of a section, of the tasks without one as well."""
    return section or words.say("preparation.no_section")


def name_words(name: str, words: Wording) -> str:
    """Return who answers, or that nobody does."""
    return name or words.say("preparation.nobody")
