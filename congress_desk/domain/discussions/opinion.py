"""A discussion in groups: the parts of a text, how a group met, and what was said there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from congress_desk.domain.preparation.text import CommentState

MOST_CHAPTERS: Final = 200


class Stance(StrEnum):
    """What an opinion asks for."""

    AGREE = "agree"
    CHANGE = "change"
    ADD = "add"
    PROPOSAL = "proposal"
    OTHER = "other"


class Part(NamedTuple):
    """What an opinion is about: a text, one of its chapters or the whole (0); 0, 0 of no text."""

    text_id: int = 0
    chapter_id: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A part of a text that is discussed and voted on by itself."""

    id: int = 0
    text_id: int
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupMeeting:
    """How a group met; times are local, "2026-05-20T14:00", or "". `present` is None unknown."""

    group_id: int
    where: str = ""
    opened: str = ""
    closed: str = ""
    present: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """What one person said in a group.

    One that says the same as another is `merged_into` it, 0 else; the first of them may have a
    `wording` of its own for the synthesis, which never names a speaker. `answer` says how the
    presidium takes it.
    """

    id: int = 0
    group_id: int
    part: Part = Part()
    speaker: str = ""
    gist: str
    stance: Stance = Stance.OTHER
    merged_into: int = 0
    wording: str = ""
    answer: str = ""
    taken: CommentState = CommentState.OPEN

    @property
    def said(self) -> str:
        """Return the words that stand for it in the synthesis."""
        return self.wording or self.gist
