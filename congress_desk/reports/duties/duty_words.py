"""Words that the papers of duties share: organs, sessions, what was given to whom."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from congress_desk.domain.duties.plan import DutySession
from congress_desk.domain.duties.view import DutiesView
from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.domain.organs.organs import OrganKey, organ_key, post_of
from congress_desk.domain.text.clean_text import fold
from congress_desk.reports.document.wording import Wording

# Titles that say no more than that somebody is a member.
_PLAIN = frozenset({"", "thanhvien", "uyvien"})
_LED_BY_ONE = frozenset({Organ.PRESIDIUM, Organ.SECRETARIAT})


def election_titles(view: DutiesView) -> Mapping[int, str]:
    """Return what the elections fill, by id."""
    return {election.id: post_of(election.title) for election in view.facts.elections}


def organ_words(key: OrganKey, titles: Mapping[int, str], words: Wording) -> str:
    """Return what papers call an organ, a board of one election with that election."""
    match key.organ:
        case Organ.FREE:
            return key.name
        case Organ.CREDENTIALS:
            committee = words.say("people.committee")
            return committee[:1].upper() + committee[1:]
        case Organ.COUNTING_BOARD if key.election_id:
            return words.say("duties.organ.board_of", title=titles.get(key.election_id, ""))
    return words.say(f"duties.organ.{key.organ.value}")


def own_title(title: str) -> str:
    """Return the title of a member, "" of one that says no more than that."""
    return "" if fold(title) in _PLAIN else title


def title_of(view: DutiesView, duty: Duty) -> str:
    """Return the title that a member was given; nobody leads a presidium or secretariat of one."""
    key = organ_key(duty)
    members = next(group.members for group in view.groups if group.key == key)
    alone = duty.organ in _LED_BY_ONE and len(members) <= 1
    return "" if alone and fold(duty.title).startswith("truong") else duty.title


def session_name(session: DutySession, words: Wording) -> str:
    """Return what a session is called: "Phiên chính thức"; its day only where it has several."""
    if not session.name or session.key != session.name:
        return session_words(session, words)
    return _named(session.name, words)


def _named(name: str, words: Wording) -> str:
    if name in words.lists["agenda.bare_sessions"]:
        return words.say("duties.session.named", session=name.lower())
    return name


def session_words(session: DutySession, words: Wording) -> str:
    """Return a session with its day: "Phiên chính thức, thứ Sáu 13/03/2020"."""
    name = _named(session.name, words)
    try:
        weekday = words.lists["agenda.weekdays"][date.fromisoformat(session.day).weekday()]
    except ValueError:
        return name or words.say("duties.session.whole")
    day = f"{date.fromisoformat(session.day):%d/%m/%Y}"
    if not name:
        weekday = weekday[:1].upper() + weekday[1:]
        return words.say("duties.session.bare_day", weekday=weekday, day=day)
    return words.say("duties.session.day", session=name, weekday=weekday, day=day)
