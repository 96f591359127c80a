"""The discussion in groups for the screen and the papers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from congress_desk.domain.congress import Congress
from congress_desk.domain.discussions.opinion import Chapter, GroupMeeting, Opinion, Part
from congress_desk.domain.discussions.synthesis import PartPoints, parts_in_order, put_together
from congress_desk.domain.motions import MotionState
from congress_desk.domain.people.person import Person
from congress_desk.domain.people.register import Group
from congress_desk.domain.preparation.text import CongressText
from congress_desk.domain.text.name_order import name_key
from congress_desk.queries.congress import congress
from congress_desk.queries.motions import motions
from congress_desk.queries.people import groups, register
from congress_desk.queries.preparation import texts
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading import discussions as reading


@dataclass(frozen=True, kw_only=True)
class DiscussionsView:
    """The groups with their people, how they met, the parts of the texts and what was said.

    `matters` are what the motions of the congress are about, those cancelled left out.
    """

    congress: Congress
    groups: tuple[Group, ...]
    people: tuple[Person, ...]
    texts: tuple[CongressText, ...]
    chapters: tuple[Chapter, ...]
    meetings: tuple[GroupMeeting, ...]
    opinions: tuple[Opinion, ...]
    matters: frozenset[str]

    @cached_property
    def group_names(self) -> Mapping[int, str]:
        return {group.id: group.name for group in self.groups}

    @cached_property
    def merged(self) -> Mapping[int, int]:
        """Return how many opinions were merged into each that leads."""
        return Counter(opinion.merged_into for opinion in self.opinions if opinion.merged_into)

    @cached_property
    def discussed(self) -> tuple[CongressText, ...]:
        """Return the texts that have parts, or about which something was said."""
        about = {chapter.text_id for chapter in self.chapters}
        about |= {opinion.part.text_id for opinion in self.opinions}
        return tuple(text for text in self.texts if text.id in about)

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """Return what can be spoken about, in order: texts, their chapters, and no text."""
        return parts_in_order(self.chapters, [text.id for text in self.texts])

    @cached_property
    def points(self) -> tuple[PartPoints, ...]:
        """Return what was said, put together by part."""
        return put_together(self.opinions, self.chapters, [text.id for text in self.texts])

    def chapters_of(self, text_id: int) -> tuple[Chapter, ...]:
        """Return the chapters of a text in order."""
        return tuple(chapter for chapter in self.chapters if chapter.text_id == text_id)

    def text_title(self, part: Part) -> str:
        """Return the title of a part's text, "" of no text."""
        return next((text.title for text in self.texts if text.id == part.text_id), "")

    def chapter_title(self, part: Part) -> str:
        """Return the title of a part's chapter, "" where the whole text is meant."""
        return next((c.title for c in self.chapters if c.id == part.chapter_id), "")

    def members(self, group_id: int) -> tuple[Person, ...]:
        """Return the people of a group by name."""
        found = (person for person in self.people if person.group_id == group_id)
        return tuple(sorted(found, key=lambda person: name_key(person.name)))

    def holder(self, group_id: int, role: str) -> str:
        """Return who is "head" or "secretary" of a group, "" nobody."""
        found = (p.name for p in self.people if p.group_id == group_id and p.group_role == role)
        return next(found, "")

    def meeting(self, group_id: int) -> GroupMeeting:
        """Return how a group met, an empty record where nothing is known."""
        found = (meeting for meeting in self.meetings if meeting.group_id == group_id)
        return next(found, GroupMeeting(group_id=group_id))

    def of_group(self, group_id: int) -> tuple[Opinion, ...]:
        """Return what was said in a group."""
        return tuple(opinion for opinion in self.opinions if opinion.group_id == group_id)


def discussions_view(file: CongressFile) -> DiscussionsView:
    """Return all of the discussion in groups at one moment."""
    return DiscussionsView(
        congress=congress(file),
        groups=groups(file),
        people=register(file),
        texts=texts(file),
        chapters=reading.chapters(file),
        meetings=reading.meetings(file),
        opinions=reading.opinions(file),
        matters=frozenset(
            motion.matter for motion in motions(file) if motion.state is not MotionState.CANCELLED
        ),
    )
