"""Who does what when: sessions of the programme, and each assignment with who does it now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from congress_desk.domain.agenda.clock import PlannedItem
from congress_desk.domain.organs.duty import Assignment, Duty
from congress_desk.domain.organs.organs import Who, who


@dataclass(frozen=True, slots=True, kw_only=True)
class DutySession:
    """A session on one day of the programme.

    `key` is what assignments are kept by: the session's name, with the number of its day from the
    second on, so that it holds when the congress moves to another day.
    """

    key: str
    name: str = ""
    day: str = ""
    start: datetime | None = None
    end: datetime | None = None
    items: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """An assignment as it stands: `duty` is the membership that does it now, None nobody.

    `given_to` is the membership it was given to first; `planned` is its item, None for a whole
    session. `start` and `end` are of the item or the session, None without a clock.
    """

    assignment: Assignment
    given_to: Duty
    duty: Duty | None
    session: DutySession
    planned: PlannedItem | None = None

    @property
    def relieved(self) -> bool:
        return is_relieved(self.assignment)

    @property
    def start(self) -> datetime | None:
        return self.planned.start if self.planned else self.session.start

    @property
    def end(self) -> datetime | None:
        return self.planned.end if self.planned else self.session.end


def is_relieved(assignment: Assignment) -> bool:
    """Say whether somebody was relieved of an assignment, with or without one who stands in."""
    return bool(assignment.relieved_by or assignment.relieved_reason)


def duty_sessions(
    planned: Sequence[PlannedItem], assignments: Iterable[Assignment] = ()
) -> tuple[DutySession, ...]:
    """Return the sessions of the programme in order, then those only assignments still name."""
    found: dict[str, list[PlannedItem]] = {}
    names: dict[str, tuple[str, str]] = {}
    for item, (name, day), key in _keyed(planned):
        found.setdefault(key, []).append(item)
        names.setdefault(key, (name, day))
    sessions = [_session(key, *names[key], items) for key, items in found.items()]
    named = {a.session: None for a in assignments if not a.item_id and a.session not in found}
    sessions += [DutySession(key=key, name=key) for key in named]
    return tuple(sessions) or (DutySession(key=""),)


def deeds(
    duties: Sequence[Duty], assignments: Sequence[Assignment], planned: Sequence[PlannedItem]
) -> tuple[Deed, ...]:
    """Return the assignments in the order of the programme, those of a whole session first.

    An assignment at an item that was taken out of the programme is left out.
    """
    members = {duty.id: duty for duty in duties}
    items = {found.item.id: found for found in planned}
    sessions = {found.key: found for found in duty_sessions(planned, assignments)}
    of_item = {item: found for found in sessions.values() for item in found.items}
    order = {found.item.id: place for place, found in enumerate(planned, start=1)}
    places = {key: place for place, key in enumerate(sessions)}
    made = []
    for each in assignments:
        if each.item_id and each.item_id not in items:
            continue
        doing = members.get(each.relieved_by) if is_relieved(each) else members[each.duty_id]
        deed = Deed(
            assignment=each,
            given_to=members[each.duty_id],
            duty=doing,
            session=of_item[each.item_id] if each.item_id else sessions[each.session],
            planned=items.get(each.item_id),
        )
        made.append(deed)
    made.sort(key=lambda d: (places[d.session.key], order.get(d.assignment.item_id, 0)))
    return tuple(made)


def deeds_of(found: Iterable[Deed], person: Who, links: Mapping[int, int]) -> tuple[Deed, ...]:
    """Return what a person does, and what was given to the person and is done by another."""
    return tuple(
        deed
        for deed in found
        if who(deed.given_to, links) == person or (deed.duty and who(deed.duty, links) == person)
    )


def contains(outer: PlannedItem | None, inner: PlannedItem | None, parents: dict[int, int]) -> bool:
    """Say whether an item, or a whole session (None), has another in it as a part."""
    if outer is None or inner is None:
        return outer is None
    item_id = inner.item.id
    while item_id:
        if item_id == outer.item.id:
            return True
        item_id = parents.get(item_id, 0)
    return False


def _keyed(
    planned: Sequence[PlannedItem],
) -> Iterator[tuple[PlannedItem, tuple[str, str], str]]:
    """Yield each item with its session's name and day, and the session's key."""
    days: dict[str, list[str]] = {}
    here = ("", "")
    for found in planned:
        if found.depth == 0:
            here = (found.item.session, found.day)
        name, day = here
        of_name = days.setdefault(name, [])
        if day not in of_name:
            of_name.append(day)
        number = of_name.index(day) + 1
        yield found, here, name if number == 1 else f"{name} ({number})".strip()


def _session(key: str, name: str, day: str, items: Sequence[PlannedItem]) -> DutySession:
    starts = [found.start for found in items if found.start]
    ends = [found.end for found in items if found.end]
    return DutySession(
        key=key,
        name=name,
        day=day,
        start=min(starts, default=None),
        end=max(ends, default=None),
        items=tuple(found.item.id for found in items),
    )
