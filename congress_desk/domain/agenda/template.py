"""A programme ready to be taken over: items with days, times and the election they are about."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from congress_desk.domain.agenda.item import AgendaItem, ItemKind
from congress_desk.domain.elections.election import Election
from congress_desk.domain.organs.organs import post_of
from congress_desk.domain.text.clean_text import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateItem:
    """An item of a template; its `item.id` is its number in it, from 1, `day` counts from 1.

    `election` are beginnings of titles of the election it is about, the first that fits counts.
    """

    item: AgendaItem
    day: int
    election: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaTemplate:
    """A programme of one kind of congress."""

    key: str
    title: str
    items: tuple[TemplateItem, ...]

    @property
    def days(self) -> int:
        """Return on how many days it is held."""
        return max((found.day for found in self.items), default=0)


def read_template(text: str, *, key: str) -> AgendaTemplate:
    """Read a template; KeyError or ValueError on a file that is none."""
    tree = tomllib.loads(text)
    items: list[TemplateItem] = []
    for session in tree["session"]:
        for entry in session["item"]:
            _read_item(entry, session, 0, items)
    return AgendaTemplate(key=key, title=tree["title"], items=tuple(items))


def dated(template: AgendaTemplate, starts: str) -> tuple[TemplateItem, ...]:
    """Return the items on the days of a congress that begins on `starts` (ISO, empty unknown)."""
    return tuple(
        replace(found, item=replace(found.item, day=_day(starts, found.day)))
        for found in template.items
    )


def election_of(words: Sequence[str], elections: Sequence[Election]) -> int:
    """Return the election whose title begins like one of these words, 0 when there is none."""
    for word in words:
        for election in elections:
            if fold(post_of(election.title)).startswith(fold(word)):
                return election.id
    return 0


def _read_item(
    entry: Mapping[str, Any], session: Mapping[str, Any], parent: int, into: list[TemplateItem]
) -> None:
    number = len(into) + 1
    time = entry.get("time", "")
    item = AgendaItem(
        id=number,
        session=session["name"],
        time=time,
        anchored=bool(time),
        minutes=entry.get("minutes"),
        content=entry["content"],
        executor=entry.get("executor", ""),
        parent_id=parent,
        kind=ItemKind(entry.get("kind", ItemKind.WORK.value)),
    )
    words = entry.get("election", ())
    into.append(TemplateItem(item=item, day=session["day"], election=tuple(words)))
    for part in entry.get("part", ()):
        _read_item(part, session, number, into)


def _day(starts: str, number: int) -> str:
    try:
        return str(date.fromisoformat(starts[:10]) + timedelta(days=number - 1))
    except (ValueError, OverflowError):
        return ""
