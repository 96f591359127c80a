"""Acts on the discussion in groups: parts of a text, how a group met, what was said there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from congress_desk.actions.preparation.texts import text_or_refusal
from congress_desk.actions.text_limits import shortened, too_long
from congress_desk.domain.discussions.opinion import (
    MOST_CHAPTERS,
    Chapter,
    GroupMeeting,
    Opinion,
    Part,
)
from congress_desk.domain.people.register import Group
from congress_desk.domain.text.clean_text import clean_text, fold
from congress_desk.domain.text.limits import LONG_TEXT_LIMIT, NAME_LIMIT, TEXT_LIMIT
from congress_desk.errors import Refusal, refuse
from congress_desk.storage.act import Act
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading import discussions as reading
from congress_desk.storage.reading import people as reading_people
from congress_desk.storage.rows.discussions import meeting_row, opinion_row

MOST_PRESENT = 100_000
_LIMITS = {
    "speaker": NAME_LIMIT,
    "gist": LONG_TEXT_LIMIT,
    "wording": LONG_TEXT_LIMIT,
    "answer": LONG_TEXT_LIMIT,
}


def set_chapters(
    file: CongressFile, text_id: int, titles: Sequence[str], *, actor: str
) -> tuple[Chapter, ...] | Refusal:
    """Say of which parts a text is, in order; opinions stay with their part.

    A part keeps its opinions by its title, then by its place among those whose title changed.
    Refused where a part that is spoken about would go, or two are called the same.
    """
    text = text_or_refusal(file, text_id)
    if isinstance(text, Refusal):
        return text
    wanted = [title for title in map(clean_text, titles) if title]
    held = [chapter for chapter in reading.chapters(file) if chapter.text_id == text_id]
    refusal = _check_chapters(wanted)
    kept = _kept(held, wanted)
    gone = [chapter for chapter in held if chapter.id not in kept.values()]
    spoken = Counter(opinion.part.chapter_id for opinion in reading.opinions(file))
    lost = next((chapter for chapter in gone if spoken[chapter.id]), None)
    if refusal is None and lost is not None:
        refusal = refuse("chapter_has_opinions", title=lost.title, count=spoken[lost.id])
    if refusal:
        return refusal
    with file.act(
        "set_chapters", actor=actor, title=shortened(text.title), count=len(wanted)
    ) as act:
        for chapter in gone:
            act.delete("text_chapter", chapter.id)
        for place, title in enumerate(wanted, start=1):
            row = {"place": place, "title": title}
            if title in kept:
                act.update("text_chapter", kept[title], **row)
            else:
                act.insert("text_chapter", text_id=text_id, **row)
    return tuple(chapter for chapter in reading.chapters(file) if chapter.text_id == text_id)


def set_meeting(file: CongressFile, meeting: GroupMeeting, *, actor: str) -> GroupMeeting | Refusal:
    """Record where and when a group met and how many of it were there."""
    group = group_or_refusal(file, meeting.group_id)
    refusal = group if isinstance(group, Refusal) else _check_meeting(meeting)
    if isinstance(group, Refusal) or refusal:
        return refusal or group  # type: ignore[return-value]
    there = any(found.group_id == meeting.group_id for found in reading.meetings(file))
    with file.act("set_group_meeting", actor=actor, name=group.name) as act:
        if there:
            act.update("group_meeting", meeting.group_id, **meeting_row(meeting))
        else:
            act.insert("group_meeting", group_id=meeting.group_id, **meeting_row(meeting))
    return next(m for m in reading.meetings(file) if m.group_id == meeting.group_id)


def add_opinion(file: CongressFile, opinion: Opinion, *, actor: str) -> Opinion | Refusal:
    """Add what somebody said in a group."""
    refusal = _check(file, opinion)
    if refusal:
        return refusal
    with file.act("add_opinion", actor=actor, gist=shortened(opinion.gist)) as act:
        added = act.insert("opinion", **opinion_row(replace(opinion, merged_into=0)))
    return opinion_or_refusal(file, added)


def edit_opinion(file: CongressFile, opinion: Opinion, *, actor: str) -> Opinion | Refusal:
    """Change an opinion; one that says the same as others moves to another part with them."""
    found = opinion_or_refusal(file, opinion.id)
    refusal = found if isinstance(found, Refusal) else _check(file, opinion)
    if isinstance(found, Refusal) or refusal:
        return refusal or found
    changed = replace(opinion, merged_into=found.merged_into)
    same = _same(file, found) if changed.part != found.part else ()
    with file.act("edit_opinion", actor=actor, gist=shortened(opinion.gist)) as act:
        act.update("opinion", opinion.id, **opinion_row(changed))
        for other in same:
            act.update("opinion", other.id, **_part_columns(changed.part))
    return opinion_or_refusal(file, opinion.id)


def edit_opinion_field(
    file: CongressFile, opinion_id: int, name: str, value: Any, *, actor: str
) -> Opinion | Refusal:
    """Set one field of an opinion as the file has it now; another cell's edit is not undone."""
    found = opinion_or_refusal(file, opinion_id)
    if isinstance(found, Refusal) or getattr(found, name) == value:
        return found
    return edit_opinion(file, replace(found, **{name: value}), actor=actor)


def remove_opinion(file: CongressFile, opinion_id: int, *, actor: str) -> Opinion | Refusal:
    """Take an opinion off; those that say the same stay together. The journal keeps it."""
    found = opinion_or_refusal(file, opinion_id)
    if isinstance(found, Refusal):
        return found
    with file.act("remove_opinion", actor=actor, gist=shortened(found.gist)) as act:
        _lead_anew(act, found, _followers(file, found.id))
        act.delete("opinion", opinion_id)
    return found


def merge_opinions(
    file: CongressFile, ids: Sequence[int], wording: str, *, actor: str
) -> Opinion | Refusal:
    """Say that opinions are the same point, in one wording; the first of them leads.

    Refused of fewer than two, and of opinions on different parts.
    """
    chosen = [opinion_or_refusal(file, number) for number in dict.fromkeys(ids)]
    unknown = next((found for found in chosen if isinstance(found, Refusal)), None)
    if unknown:
        return unknown
    opinions = [found for found in chosen if isinstance(found, Opinion)]
    refusal = too_long(wording, LONG_TEXT_LIMIT)
    if len(opinions) < 2:
        refusal = refuse("opinions_too_few")
    elif len({opinion.part for opinion in opinions}) > 1:
        refusal = refuse("opinions_of_several_parts")
    if refusal:
        return refusal
    points = dict.fromkeys(opinion.merged_into or opinion.id for opinion in opinions)
    lead, *others = points
    words = clean_text(wording)
    with file.act("merge_opinions", actor=actor, count=len(opinions)) as act:
        act.update("opinion", lead, wording=words)
        for other in others:
            act.update("opinion", other, merged_into=lead, wording="")
            for follower in _followers(file, other):
                act.update("opinion", follower.id, merged_into=lead)
    return opinion_or_refusal(file, lead)


def part_opinions(file: CongressFile, ids: Sequence[int], *, actor: str) -> int | Refusal:
    """Let each of these opinions stand by itself again; return how many were of a point."""
    known = {opinion.id: opinion for opinion in reading.opinions(file)}
    chosen = [known[number] for number in dict.fromkeys(ids) if number in known]
    if len(chosen) < len(set(ids)):
        return refuse("opinion_unknown")
    leads = {opinion.merged_into for opinion in known.values()}
    merged = [opinion for opinion in chosen if opinion.merged_into or opinion.id in leads]
    if not merged:
        return refuse("opinions_not_merged")
    with file.act("part_opinions", actor=actor, count=len(merged)) as act:
        going = {opinion.id for opinion in merged}
        for opinion in merged:
            if opinion.merged_into:
                act.update("opinion", opinion.id, merged_into=None)
            else:
                left = [f for f in _followers(file, opinion.id) if f.id not in going]
                _lead_anew(act, opinion, left)
                act.update("opinion", opinion.id, wording="")
    return len(merged)


def write_opinion_list(
    file: CongressFile, opinions: Sequence[Opinion], *, source: str, actor: str
) -> int | Refusal:
    """Add every opinion of a file or none; return how many."""
    for opinion in opinions:
        refusal = _check(file, opinion)
        if refusal:
            return refusal
    if not opinions:
        return refuse("opinion_list_nothing_new")
    name = shortened(source)
    with file.act("write_opinion_list", actor=actor, source=name, count=len(opinions)) as act:
        for opinion in opinions:
            act.insert("opinion", **opinion_row(opinion))
    return len(opinions)


def opinion_or_refusal(file: CongressFile, opinion_id: int) -> Opinion | Refusal:
    """Return an opinion; refused when there is none of this id, or it was removed."""
    found = next((each for each in reading.opinions(file) if each.id == opinion_id), None)
    return found or refuse("opinion_unknown")


def group_or_refusal(file: CongressFile, group_id: int) -> Group | Refusal:
    """Return a discussion group; refused when there is none of this id."""
    found = next((group for group in reading_people.groups(file) if group.id == group_id), None)
    return found or refuse("group_unknown")


def _kept(held: Iterable[Chapter], wanted: Sequence[str]) -> dict[str, int]:
    """Return by title which part of the file each wanted one is."""
    left = {fold(chapter.title): chapter.id for chapter in held}
    kept = {title: left.pop(fold(title)) for title in wanted if fold(title) in left}
    new = [title for title in wanted if title not in kept]
    return kept | dict(zip(new, left.values(), strict=False))


def _check_chapters(titles: Sequence[str]) -> Refusal | None:
    if len(titles) > MOST_CHAPTERS:
        return refuse("chapters_too_many", most=MOST_CHAPTERS)
    twice = [title for title, count in Counter(map(fold, titles)).items() if count > 1]
    if twice:
        title = next(title for title in titles if fold(title) == twice[0])
        return refuse("chapter_twice", title=shortened(title))
    return next(filter(None, (too_long(title, TEXT_LIMIT) for title in titles)), None)


def _check_meeting(meeting: GroupMeeting) -> Refusal | None:
    for time in (meeting.opened, meeting.closed):
        if time and not _is_time(time):
            return refuse("time_wrong", time=time)
    if meeting.opened and meeting.closed and meeting.closed < meeting.opened:
        return refuse("meeting_ends_before_it_begins")
    if meeting.present is not None and not 0 <= meeting.present <= MOST_PRESENT:
        return refuse("meeting_present_wrong", most=MOST_PRESENT)
    return too_long(meeting.where, TEXT_LIMIT) or too_long(meeting.note, LONG_TEXT_LIMIT)


def _is_time(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def _check(file: CongressFile, opinion: Opinion) -> Refusal | None:
    group = group_or_refusal(file, opinion.group_id)
    if isinstance(group, Refusal):
        return refuse("opinion_group_missing") if not opinion.group_id else group
    if not clean_text(opinion.gist):
        return refuse("opinion_gist_missing")
    part = opinion.part
    if part.text_id:
        text = text_or_refusal(file, part.text_id)
        if isinstance(text, Refusal):
            return text
    if part.chapter_id and not any(
        (chapter.text_id, chapter.id) == part for chapter in reading.chapters(file)
    ):
        return refuse("chapter_unknown")
    limits = (too_long(getattr(opinion, name), most) for name, most in _LIMITS.items())
    return next(filter(None, limits), None)


def _followers(file: CongressFile, lead: int) -> list[Opinion]:
    return [opinion for opinion in reading.opinions(file) if opinion.merged_into == lead]


def _same(file: CongressFile, opinion: Opinion) -> tuple[Opinion, ...]:
    """Return the other opinions of its point."""
    lead = opinion.merged_into or opinion.id
    return tuple(
        other
        for other in reading.opinions(file)
        if lead in (other.id, other.merged_into) and other.id != opinion.id
    )


def _part_columns(part: Part) -> dict[str, int | None]:
    return {"text_id": part.text_id or None, "chapter_id": part.chapter_id or None}


def _lead_anew(act: Act, lead: Opinion, followers: Sequence[Opinion]) -> None:
    """Let the first of those that said the same lead, with the wording of the point."""
    if not followers:
        return
    first, *others = followers
    act.update("opinion", first.id, merged_into=None, wording=lead.said)
    for other in others:
        act.update("opinion", other.id, merged_into=first.id)
