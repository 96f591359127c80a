"""The synthesis of the discussion in groups (báo cáo tổng hợp thảo luận tổ): nobody is named."""

from __future__ import annotations

from collections.abc import Iterator

from congress_desk.domain.discussions.opinion import Stance
from congress_desk.domain.discussions.synthesis import PartPoints, Point, stance_counts
from congress_desk.domain.preparation.text import CommentState
from congress_desk.reports.discussions.facts import DiscussionFacts, GroupFacts
from congress_desk.reports.document.congress_paper import congress_paper
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
    Signatures,
    Spacer,
    Table,
)
from congress_desk.reports.document.head import (
    SECRETARIAT,
    congress_wording,
    organ_signature,
)
from congress_desk.reports.document.wording import Wording

_POINTS = 11.5
_WIDTHS = (("group", 0.0), ("head", 42.0), ("members", 21.0), ("present", 21.0), ("said", 21.0))


def discussion_synthesis(facts: DiscussionFacts, wording: Wording | None = None) -> Document:
    """Return what the groups said by part of the texts, each point once with its count."""
    words = congress_wording(facts.congress, wording)
    return congress_paper(
        facts.congress,
        facts.head,
        words,
        title=words.say("discussions.synthesis_title"),
        subject=(words.say("discussions.synthesis_subject"),),
        blocks=tuple(_blocks(facts, words)),
        organ=SECRETARIAT,
        symbol=words.say("discussions.synthesis_symbol"),
    )


def _blocks(facts: DiscussionFacts, words: Wording) -> Iterator[Block]:
    yield Heading(title=words.say("discussions.course"))
    yield Paragraph(runs=words.runs("discussions.intro", **_sums(facts, words)))
    yield _groups_table(facts, words)
    counts = stance_counts(o for group in facts.groups for o in group.opinions)
    said = [
        words.say(f"discussions.counted.{stance.value}", count=count)
        for stance, count in counts.items()
        if count
    ]
    if counts[Stance.OTHER] < facts.count:  # where all are "other" nobody sorted them
        runs = words.runs("discussions.stances", count=facts.count, stances="; ".join(said))
        yield Paragraph(runs=runs)
    yield Heading(title=words.say("discussions.content"))
    if not facts.points:
        yield Paragraph(runs=words.runs("discussions.nothing"))
    titled = -1
    for part in facts.points:
        if part.part.text_id != titled:
            titled = part.part.text_id
            title = facts.text_title(titled) or words.say("discussions.no_text")
            yield Heading(title=title)
        yield from _part(part, facts, words)
    signed = Signatures(cells=(None, organ_signature(SECRETARIAT, words)), across=2)
    yield KeepTogether(blocks=(Spacer(height=4), signed))


def _part(part: PartPoints, facts: DiscussionFacts, words: Wording) -> Iterator[Block]:
    chapter = facts.chapter_title(part.part.chapter_id)
    title = chapter or (words.say("discussions.whole") if part.part.text_id else "")
    if title:
        runs = words.runs("discussions.part", part=title, count=part.count)
        yield Paragraph(runs=runs)
    sorted_out = any(part.of(stance) for stance in Stance if stance is not Stance.OTHER)
    for stance in Stance:
        points = part.of(stance)
        if points and sorted_out:
            yield Paragraph(runs=words.runs(f"discussions.asked.{stance.value}"))
        for point in points:
            yield Bullet(runs=_point_runs(point, words))


def _point_runs(point: Point, words: Wording) -> tuple[Run, ...]:
    """Return a point with how often it was said, and how it is taken."""
    said = point.lead.said.rstrip(" .;")
    key = "several" if point.count > 1 else "once"
    count = words.say(f"discussions.said_{key}", count=point.count, groups=point.groups)
    runs: tuple[Run, ...] = (Run(f"{said} {count}."),)
    taken = point.lead.taken
    if taken is not CommentState.OPEN or point.lead.answer:
        answer = point.lead.answer.rstrip(" .;")
        key = f"discussions.{taken.value}" + ("_why" if answer else "")
        runs += (Run(" "), *words.runs(key, answer=answer))
    return runs


def _groups_table(facts: DiscussionFacts, words: Wording) -> Table:
    rows = [_group_row(group, words) for group in facts.groups]
    rows.append(
        (
            words.say("discussions.sum"),
            "",
            str(sum(group.members for group in facts.groups)),
            _present_sum(facts, words),
            str(facts.count),
        )
    )
    columns = tuple(
        Column(
            title=words.say(f"discussions.column.{key}"),
            width=width,
            align=Align.LEFT if key in ("group", "head") else Align.CENTER,
        )
        for key, width in _WIDTHS
    )
    return Table(
        columns=columns,
        rows=tuple(rows),
        points=_POINTS,
        bold_rows=frozenset({len(rows) - 1}),
    )


def _group_row(group: GroupFacts, words: Wording) -> tuple[str, ...]:
    present = group.meeting.present
    return (
        group.name,
        group.head or words.say("common.blank"),
        str(group.members),
        words.say("common.blank") if present is None else str(present),
        str(len(group.opinions)),
    )


def _present_sum(facts: DiscussionFacts, words: Wording) -> str:
    """Return how many were there in all; dots while a group has not said."""
    found = [group.meeting.present for group in facts.groups]
    known = [present for present in found if present is not None]
    return str(sum(known)) if len(known) == len(found) else words.say("common.blank")


def _sums(facts: DiscussionFacts, words: Wording) -> dict[str, int | str]:
    return {
        "groups": len(facts.groups),
        "members": sum(group.members for group in facts.groups),
        "present": _present_sum(facts, words),
        "count": facts.count,
    }
