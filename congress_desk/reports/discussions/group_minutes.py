"""The minutes of one discussion group: when it met, who led it, who said what."""

from __future__ import annotations

from collections.abc import Iterator

from congress_desk.domain.discussions.opinion import Opinion
from congress_desk.domain.discussions.synthesis import parts_in_order
from congress_desk.reports.discussions.facts import DiscussionFacts, GroupFacts
from congress_desk.reports.document.congress_paper import congress_paper
from congress_desk.reports.document.date_words import day_of, day_text, moment, time_text
from congress_desk.reports.document.document import (
    Block,
    Bullet,
    Document,
    Heading,
    KeepTogether,
    Paragraph,
    Run,
    Signature,
    Signatures,
    Spacer,
)
from congress_desk.reports.document.head import congress_day, congress_wording
from congress_desk.reports.document.wording import Wording


def group_minutes(
    facts: DiscussionFacts, group: GroupFacts, wording: Wording | None = None
) -> Document:
    """Return the minutes of a group, with dots for what nobody has recorded."""
    words = congress_wording(facts.congress, wording)
    return congress_paper(
        facts.congress,
        facts.head,
        words,
        title=words.say("discussions.minutes_title"),
        subject=(words.say("discussions.minutes_subject", group=group.name),),
        blocks=tuple(_blocks(facts, group, words)),
        day=_day(facts, group),
    )


def _day(facts: DiscussionFacts, group: GroupFacts) -> str:
    return day_of(group.meeting.opened) or congress_day(facts.congress)


def _blocks(facts: DiscussionFacts, group: GroupFacts, words: Wording) -> Iterator[Block]:
    met = group.meeting
    blank = words.say("common.blank")
    begun = time_text(moment(met.opened), words) if met.opened else blank
    day = day_text(_day(facts, group), words)
    where = met.where or words.say("common.blank_place")
    runs = words.runs("discussions.met", time=begun, day=day, where=where, group=group.name)
    yield Paragraph(runs=runs)
    leads = {"head": group.head or blank, "secretary": group.secretary or blank}
    yield Paragraph(runs=words.runs("discussions.led", **leads))
    present = blank if met.present is None else str(met.present)
    yield Paragraph(runs=words.runs("discussions.present", present=present, members=group.members))
    yield Heading(title=words.say("discussions.said_there"))
    if not group.opinions:
        yield Paragraph(runs=words.runs("discussions.nothing"))
    order = parts_in_order(facts.chapters, [text.id for text in facts.texts])
    said = {opinion.part for opinion in group.opinions}
    for part in sorted(said, key=order.index):
        title = facts.text_title(part.text_id) or words.say("discussions.no_text")
        chapter = facts.chapter_title(part.chapter_id)
        key = "minutes_chapter" if chapter else "minutes_text"
        yield Paragraph(runs=words.runs(f"discussions.{key}", text=title, part=chapter))
        for opinion in group.opinions:
            if opinion.part == part:
                yield Bullet(runs=_said(opinion, words))
    if met.note:
        yield Paragraph(runs=words.runs("discussions.note", note=met.note))
    ended = time_text(moment(met.closed), words) if met.closed else blank
    yield Paragraph(runs=words.runs("discussions.ended", time=ended, count=len(group.opinions)))
    cells = (
        Signature(title=words.say("discussions.secretary_signs"), name=group.secretary),
        Signature(title=words.say("discussions.head_signs"), name=group.head),
    )
    yield KeepTogether(blocks=(Spacer(height=4), Signatures(cells=cells, across=2)))


def _said(opinion: Opinion, words: Wording) -> tuple[Run, ...]:
    """Return who said what; of nobody known the words alone."""
    key = "by" if opinion.speaker else "by_nobody"
    said = opinion.gist.rstrip(" .;")
    return words.runs(f"discussions.{key}", said=said, speaker=opinion.speaker)
