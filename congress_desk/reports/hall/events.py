"""The congress, its programme, who speaks, who is present, and a free message: for the hall."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from congress_desk.domain.agenda.item import ItemState
from congress_desk.domain.agenda.item_words import unnumbered
from congress_desk.domain.congress import Congress
from congress_desk.domain.hall.subject import Subject, SubjectKind
from congress_desk.domain.people.person import BaseSum, Person, Status
from congress_desk.domain.running.clock import Standing, TrackItem, wall_clock
from congress_desk.domain.running.speech import Speech, SpeechState
from congress_desk.reports.document.head import congress_name, congress_wording, stamp_text
from congress_desk.reports.document.wording import Wording, grouped
from congress_desk.reports.hall.content import (
    Cover,
    Figure,
    Figures,
    HallContent,
    HallLine,
    Lines,
    Part,
    SpeechClock,
    Statement,
    Tone,
)

_NEXT_SPEAKERS, ARRIVALS_SHOWN = 3, 5
_TONES = {ItemState.DONE: Tone.QUIET, ItemState.SKIPPED: Tone.QUIET, ItemState.RUNNING: Tone.LOOK}


def title_content(congress: Congress, cover: Cover) -> HallContent:
    """Return the page of the congress: its name, which one it is, where and when."""
    words, details = congress_wording(congress), congress.details
    said = [details.superior]
    if details.ordinal:
        said.append(words.say("common.ordinal", ordinal=details.ordinal))
    if details.term:
        said.append(words.say("common.term", term=details.term))
    name = congress_name(congress, words)
    return HallContent(
        subject=Subject(kind=SubjectKind.TITLE),
        title=name,
        subtitle=" · ".join(each for each in said if each and each not in name),
        parts=(cover,),
        stamp=stamp_text(congress, words),
    )


def message_content(congress: Congress, subject: Subject) -> HallContent:
    """Return a text that somebody typed for the hall."""
    return HallContent(
        subject=subject,
        title="",
        parts=(Statement(text=subject.text),),
        stamp=stamp_text(congress, congress_wording(congress)),
    )


def programme_content(
    congress: Congress, track: Sequence[TrackItem], here: TrackItem | None
) -> HallContent:
    """Return the session that is held, or the next one, as a list; `here` is the item in question.

    Without one, the whole programme.
    """
    words = congress_wording(congress)
    shown = [
        found
        for found in track
        if found.item.state is not ItemState.REMOVED
        and (here is None or (found.day, _session(found)) == (here.day, _session(here)))
    ]
    first = shown.index(here) if here in shown else 0
    return HallContent(
        subject=Subject(kind=SubjectKind.PROGRAMME),
        title=words.say("hall.programme"),
        subtitle=_session(here) if here else "",
        parts=(Lines(lines=tuple(_item(found, words) for found in shown), first=first),),
        stamp=stamp_text(congress, words),
    )


def _session(found: TrackItem) -> str:
    return found.item.session


def _item(found: TrackItem, words: Wording) -> HallLine:
    state = found.item.state
    return HallLine(
        lead=f"{found.start:%H:%M}" if found.start and not found.depth else "",
        text=unnumbered(found.item.content),
        remark=words.say("hall.now") if state is ItemState.RUNNING else "",
        tone=_TONES.get(state, Tone.PLAIN),
        bold=state is ItemState.RUNNING,
    )


def speaker_content(
    congress: Congress, speeches: Sequence[Speech], standing: Standing
) -> HallContent:
    """Return who speaks with the time that is left; between two, the item and who comes next."""
    words = congress_wording(congress)
    speaking = [s for s in speeches if s.state is SpeechState.SPEAKING]
    waiting = [s for s in speeches if s.state is SpeechState.REQUESTED]
    now = speaking[-1] if speaking else None
    parts: list[Part] = []
    if now is not None:
        parts.append(Statement(text=now.speaker))
        began = wall_clock(now.started_at)
        if began is not None:
            parts.append(
                SpeechClock(
                    began=began,
                    minutes=now.minutes,
                    left_words=words.say("hall.left", time="{time}"),
                    over_words=words.say("hall.over", time="{time}"),
                )
            )
    elif waiting:
        first, *waiting = waiting
        parts.append(Statement(text=words.say("hall.next_speaker", name=first.speaker)))
    elif standing.current is not None:
        parts.append(Statement(text=unnumbered(standing.current.item.content)))
    following = ", ".join(s.speaker for s in waiting[:_NEXT_SPEAKERS])
    return HallContent(
        subject=Subject(kind=SubjectKind.SPEAKER),
        title=words.say("hall.speaker" if now else "hall.no_speaker"),
        subtitle=" · ".join(filter(None, (now.delegation, now.topic))) if now else "",
        parts=tuple(parts),
        foot=words.say("hall.next_speaker", name=following) if following else "",
        stamp=stamp_text(congress, words),
    )


def presence_content(congress: Congress, base: BaseSum, people: Sequence[Person]) -> HallContent:
    """Return how many were convened, are there and count, then the same by delegation."""
    words = congress_wording(congress)
    figures = (
        Figure(value=grouped(base.convened), words=words.say("hall.convened")),
        Figure(value=grouped(base.present), words=words.say("hall.present"), tone=Tone.HOLDS),
        Figure(value=grouped(max(base.convened - base.present, 0)), words=words.say("hall.absent")),
        *_counted(base, words),
    )
    companies = _delegations(people, words)
    title = words.say("hall.presence")
    return HallContent(
        subject=Subject(kind=SubjectKind.PRESENCE),
        title=title[:1].upper() + title[1:],
        parts=(Figures(figures=figures), Lines(lines=companies if len(companies) > 1 else ())),
        stamp=stamp_text(congress, words),
    )


def _counted(base: BaseSum, words: Wording) -> Iterator[Figure]:
    """Yield what decides: D, or the shares where these vote."""
    if not base.shares:
        yield Figure(value=grouped(base.base), words=words.say("hall.base"))
        return
    yield Figure(value=grouped(base.shares_present), words=words.say("hall.shares_present"))
    yield Figure(value=grouped(base.shares), words=words.say("hall.shares"))


class Arrival(NamedTuple):
    """Somebody who came in: when (an ISO time), and the photograph, b"" without one."""

    person: Person
    at: str
    photo: bytes = b""


def arrivals_content(congress: Congress, base: BaseSum, arrivals: Sequence[Arrival]) -> HallContent:
    """Return who came in last, with unit and seat, under how many are there and D by now."""
    words = congress_wording(congress)
    figures = (
        Figure(value=grouped(base.present), words=words.say("hall.present"), tone=Tone.HOLDS),
        Figure(value=grouped(base.convened), words=words.say("hall.convened")),
        *_counted(base, words),
    )
    lines = tuple(_arrival(found, words, newest=not place) for place, found in enumerate(arrivals))
    title = words.say("hall.arrivals")
    return HallContent(
        subject=Subject(kind=SubjectKind.ARRIVALS),
        title=title[:1].upper() + title[1:],
        parts=(Figures(figures=figures), Lines(lines=lines)),
        stamp=stamp_text(congress, words),
    )


def _arrival(found: Arrival, words: Wording, *, newest: bool) -> HallLine:
    person, at = found.person, wall_clock(found.at)
    seat = words.say("hall.seat", seat=person.hall_seat) if person.hall_seat else ""
    return HallLine(
        lead=f"{at:%H:%M}" if at else "",
        text=person.name,
        remark=" · ".join(filter(None, (person.delegation, seat))),
        tone=Tone.HOLDS if newest else Tone.PLAIN,
        bold=newest,
        photo=found.photo,
    )


def _delegations(people: Sequence[Person], words: Wording) -> tuple[HallLine, ...]:
    """Return each delegation with who of its voters is there, in the order of the register."""
    counts: dict[str, list[int]] = {}
    for person in people:
        if person.has_vote and person.status is not Status.REPLACED:
            count = counts.setdefault(person.delegation, [0, 0])
            count[0] += 1
            count[1] += person.status is Status.PRESENT
    return tuple(
        HallLine(
            text=name or words.say("hall.no_delegation"),
            value=f"{present} / {convened}",
            tone=Tone.PLAIN,
        )
        for name, (convened, present) in sorted(counts.items(), key=lambda pair: not pair[0])
    )
