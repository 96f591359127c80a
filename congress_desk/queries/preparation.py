"""The preparation for its desk and papers: tasks, texts, comments, targets, and names to choose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from congress_desk.domain.congress import Congress
from congress_desk.domain.people.person import CongressKind
from congress_desk.domain.preparation.indicator import Indicator
from congress_desk.domain.preparation.progress import helpers_of
from congress_desk.domain.preparation.recipients import Distribution, RecipientReader
from congress_desk.domain.preparation.task import Task
from congress_desk.domain.preparation.template import PreparationTemplate, read_template
from congress_desk.domain.preparation.template_kinds import KINDS, likely_kind
from congress_desk.domain.preparation.text import CommentState, CongressText, TextComment
from congress_desk.domain.text.name_order import name_key
from congress_desk.paths import resource
from congress_desk.queries.congress import congress, duties, people
from congress_desk.queries.recipients import recipient_reader
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading import preparation as reading_preparation
from congress_desk.storage.reading.text_copies import all_text_copies


@dataclass(frozen=True, kw_only=True)
class PreparationView:
    """Everything the desk shows, in order; `comments` are of all texts, oldest first.

    `names` are who may answer for a task: the register, the organs, and those who already do.
    `distributes` says whether it is told here who gets which text: at a congress of delegates, and
    where somebody began to.
    """

    congress: Congress
    tasks: tuple[Task, ...]
    texts: tuple[CongressText, ...]
    comments: tuple[TextComment, ...]
    indicators: tuple[Indicator, ...]
    names: tuple[str, ...]
    recipients: RecipientReader
    distributes: bool

    def gets(self, text: CongressText) -> Distribution:
        """Return who gets a text."""
        return self.recipients.read(text.recipients)

    @property
    def empty(self) -> bool:
        return not (self.tasks or self.texts or self.indicators)

    @property
    def first_day(self) -> str:
        """Return the first day of the congress, "" unknown."""
        return self.congress.details.starts[:10]

    @cached_property
    def text_titles(self) -> Mapping[int, str]:
        """Return the titles of the texts by id."""
        return {text.id: text.title for text in self.texts}

    def comments_on(self, text_id: int) -> tuple[TextComment, ...]:
        """Return the comments on one text."""
        return tuple(comment for comment in self.comments if comment.text_id == text_id)

    def open_comments(self, text_id: int) -> int:
        """Return how many comments on a text wait for an answer."""
        return sum(c.taken is CommentState.OPEN for c in self.comments_on(text_id))


def tasks(file: CongressFile) -> tuple[Task, ...]:
    """Return every task in the order of the plan."""
    return reading_preparation.tasks(file)


def texts(file: CongressFile) -> tuple[CongressText, ...]:
    """Return every text in order."""
    return reading_preparation.texts(file)


def comments(file: CongressFile) -> tuple[TextComment, ...]:
    """Return the comments on all texts, oldest first."""
    return reading_preparation.comments(file)


def indicators(file: CongressFile) -> tuple[Indicator, ...]:
    """Return every target in order."""
    return reading_preparation.indicators(file)


def preparation_view(file: CongressFile) -> PreparationView:
    """Return what the desk shows."""
    whole, listed = congress(file), texts(file)
    begun = any(text.recipients for text in listed) or bool(all_text_copies(file))
    return PreparationView(
        congress=whole,
        tasks=tasks(file),
        texts=listed,
        distributes=begun or whole.details.kind is CongressKind.DELEGATES,
        comments=comments(file),
        indicators=indicators(file),
        names=_names(file),
        recipients=recipient_reader(file),
    )


@cache
def preparation_templates() -> tuple[PreparationTemplate, ...]:
    """Return the preparations ready to be taken over, one a kind of congress."""
    return tuple(
        read_template(resource("templates", kind, "preparation.toml").read_text("utf-8"), key=kind)
        for kind in KINDS
    )


def likely_template(whole: Congress, templates: tuple[PreparationTemplate, ...]) -> int:
    """Return which of the templates fits a congress best, as its place from 0."""
    key = likely_kind(whole)
    return next((place for place, found in enumerate(templates) if found.key == key), 0)


def _names(file: CongressFile) -> tuple[str, ...]:
    known = [task.answerable for task in tasks(file)] + [text.drafter for text in texts(file)]
    known += [name for task in tasks(file) for name in helpers_of(task)]
    known += [duty.name for duty in duties(file)] + [person.name for person in people(file)]
    return tuple(sorted({name for name in known if name}, key=name_key))
