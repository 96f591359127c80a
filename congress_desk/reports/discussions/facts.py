"""What the papers on the discussion in groups are made of."""

from __future__ import annotations

from dataclasses import dataclass

from congress_desk.domain.congress import Congress
from congress_desk.domain.discussions.opinion import Chapter, GroupMeeting, Opinion
from congress_desk.domain.discussions.synthesis import PartPoints
from congress_desk.domain.journal import JournalLine
from congress_desk.domain.preparation.text import CongressText


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupFacts:
    """A group: its name, who leads it, how many it has, how it met and what was said, in order."""

    name: str
    head: str
    secretary: str
    members: int
    meeting: GroupMeeting
    opinions: tuple[Opinion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscussionFacts:
    """The whole discussion; `head` is the newest line of the journal."""

    congress: Congress
    groups: tuple[GroupFacts, ...]
    texts: tuple[CongressText, ...]
    chapters: tuple[Chapter, ...]
    points: tuple[PartPoints, ...]
    head: JournalLine

    @property
    def count(self) -> int:
        """Return how many opinions there are."""
        return sum(len(group.opinions) for group in self.groups)

    def text_title(self, text_id: int) -> str:
        """Return the title of a text, "" of none."""
        return next((text.title for text in self.texts if text.id == text_id), "")

    def chapter_title(self, chapter_id: int) -> str:
        """Return the title of a part of a text, "" of the whole."""
        return next((c.title for c in self.chapters if c.id == chapter_id), "")
