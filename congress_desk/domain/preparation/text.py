"""A text for the congress, and the comments gathered on it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class TextState(StrEnum):
    """Where a text for the congress stands."""

    MISSING = "missing"
    DRAFTING = "drafting"
    COMMENTING = "commenting"
    SUBMITTED = "submitted"
    FINAL = "final"
    ADOPTED = "adopted"


class CommentState(StrEnum):
    """What became of a comment on a text."""

    OPEN = "open"
    TAKEN = "taken"
    NOT_TAKEN = "not_taken"


@dataclass(frozen=True, slots=True, kw_only=True)
class CongressText:
    """A text of the congress's file: report, self-review, rules, resolution.

    `recipients` is who gets it, as the office words it: `preparation/recipients`.
    """

    id: int = 0
    title: str
    drafter: str = ""
    version: str = ""
    state: TextState = TextState.MISSING
    due: str = ""
    note: str = ""
    recipients: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextComment:
    """A comment gathered on a text, and what became of it; `at` is an ISO time."""

    id: int = 0
    text_id: int
    author: str = ""
    gist: str
    answer: str = ""
    taken: CommentState = CommentState.OPEN
    at: str = ""
