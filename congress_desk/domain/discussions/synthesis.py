"""What the groups said, put together: by part of the texts, the same said once with its count."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from congress_desk.domain.discussions.opinion import Chapter, Opinion, Part, Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """What was said once or several times: the opinion that leads, and all that say the same."""

    lead: Opinion
    opinions: tuple[Opinion, ...]

    @property
    def count(self) -> int:
        return len(self.opinions)

    @property
    def groups(self) -> int:
        """Return in how many groups it was said."""
        return len({opinion.group_id for opinion in self.opinions})


@dataclass(frozen=True, slots=True, kw_only=True)
class PartPoints:
    """What was said on one part of a text, the most often said first within each stance."""

    part: Part
    points: tuple[Point, ...]

    @property
    def count(self) -> int:
        return sum(point.count for point in self.points)

    def of(self, stance: Stance) -> tuple[Point, ...]:
        """Return the points that ask for this."""
        return tuple(point for point in self.points if point.lead.stance is stance)


def put_together(
    opinions: Iterable[Opinion], chapters: Sequence[Chapter], texts: Sequence[int]
) -> tuple[PartPoints, ...]:
    """Return what was said by part: texts in the order given, each whole first, then its chapters.

    What is about no text comes last; a part on which nobody spoke is left out.
    """
    by_part: dict[Part, list[Point]] = defaultdict(list)
    for point in points_of(opinions):
        by_part[point.lead.part].append(point)
    stances = list(Stance)
    return tuple(
        PartPoints(
            part=part,
            points=tuple(
                sorted(
                    by_part[part],
                    key=lambda p: (stances.index(p.lead.stance), -p.count, p.lead.id),
                )
            ),
        )
        for part in parts_in_order(chapters, texts)
        if by_part[part]
    )


def parts_in_order(chapters: Sequence[Chapter], texts: Sequence[int]) -> tuple[Part, ...]:
    """Return what can be spoken about: each text whole and by chapter, then no text."""
    of_text: dict[int, list[int]] = defaultdict(list)
    for chapter in chapters:
        of_text[chapter.text_id].append(chapter.id)
    parts = [Part(text, chapter) for text in texts for chapter in (0, *of_text[text])]
    return (*parts, Part())


def points_of(opinions: Iterable[Opinion]) -> tuple[Point, ...]:
    """Return what was said, each point once, by the opinion that leads it."""
    held: dict[int, list[Opinion]] = defaultdict(list)
    leads: dict[int, Opinion] = {}
    for opinion in opinions:
        held[opinion.merged_into or opinion.id].append(opinion)
        if not opinion.merged_into:
            leads[opinion.id] = opinion
    return tuple(Point(lead=lead, opinions=tuple(held[key])) for key, lead in leads.items())


def stance_counts(opinions: Iterable[Opinion]) -> Mapping[Stance, int]:
    """Return how many opinions ask for what, merged ones for what the one that leads them does.

    Every stance has its count, 0 too.
    """
    found: Counter[Stance] = Counter()
    for point in points_of(opinions):
        found[point.lead.stance] += point.count
    return {stance: found[stance] for stance in Stance}
