"""What one person does at the congress, in the order of its clock: assignments and the organ's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from congress_desk.domain.agenda.clock import PlannedItem
from congress_desk.domain.agenda.executors import executor_parts
from congress_desk.domain.agenda.item import AgendaItem
from congress_desk.domain.duties.plan import Deed, DutySession
from congress_desk.domain.duties.view import DutiesView
from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.domain.organs.organs import OrganKey, counting_board, organ_key
from congress_desk.domain.text.clean_text import fold
from congress_desk.domain.text.name_order import name_key


class Part(StrEnum):
    """Which part a person has: own work, in another's stead, given away, named, with an organ."""

    OWN = "own"
    INSTEAD = "instead"
    RELIEVED = "relieved"
    NAMED = "named"
    ORGAN = "organ"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLine:
    """One line: `planned` None is a whole session; `other` is who stands in, or is stood in for.

    `organs` are those the person is in and the programme names; `beside` who else does it.
    """

    part: Part
    session: DutySession
    planned: PlannedItem | None = None
    what: str = ""
    other: str = ""
    reason: str = ""
    organs: tuple[OrganKey, ...] = ()
    beside: tuple[str, ...] = ()

    @property
    def start(self) -> datetime | None:
        return self.planned.start if self.planned else self.session.start

    @property
    def end(self) -> datetime | None:
        return self.planned.end if self.planned else self.session.end


def page_lines(view: DutiesView, duties: tuple[Duty, ...]) -> tuple[PageLine, ...]:
    """Return what the person of these memberships does; whole sessions before their items."""
    given = view.deeds_of(duties[0])
    lines = [_line_of(view, deed, duties) for deed in given]
    on_page = {line.planned.item.id for line in lines if line.planned}
    lines += [line for line in _with_organs(view, duties) if _item_id(line) not in on_page]
    places = {session.key: place for place, session in enumerate(view.sessions)}
    order = {found.item.id: place for place, found in enumerate(view.facts.planned, start=1)}
    lines.sort(key=lambda line: (places[line.session.key], order.get(_item_id(line), 0)))
    return tuple(lines)


def _line_of(view: DutiesView, deed: Deed, duties: tuple[Duty, ...]) -> PageLine:
    person = view.who(duties[0])
    does = deed.duty is not None and view.who(deed.duty) == person
    part, other = Part.OWN, ""
    if deed.relieved and does and view.who(deed.given_to) != person:
        part, other = Part.INSTEAD, deed.given_to.name
    elif deed.relieved and not does:
        part, other = Part.RELIEVED, deed.duty.name if deed.duty else ""
    return PageLine(
        part=part,
        session=deed.session,
        planned=deed.planned,
        what=deed.assignment.what,
        other=other,
        reason=deed.assignment.relieved_reason,
        beside=tuple(_beside(view, deed, person)),
    )


def _beside(view: DutiesView, deed: Deed, person: object) -> Iterator[str]:
    """Yield who else is at the same item, or does the same for the organ in the whole session."""
    what, organ = fold(deed.assignment.what), organ_key(deed.duty or deed.given_to)
    for other in view.deeds:
        same = (other.session.key, other.assignment.item_id) == (
            deed.session.key,
            deed.assignment.item_id,
        )
        if not same or other.duty is None or other.duty.until or view.who(other.duty) == person:
            continue
        together = fold(other.assignment.what) == what and organ_key(other.duty) == organ
        if deed.planned or together:
            yield other.duty.name
    if deed.planned and deed.planned.item.executor:
        yield deed.planned.item.executor


def _with_organs(view: DutiesView, duties: tuple[Duty, ...]) -> Iterator[PageLine]:
    """Yield the items whose text names the person, or an organ the person is in."""
    of_item = {item: session for session in view.sessions for item in session.items}
    for found in view.facts.planned:
        parts = executor_parts(found.item.executor)
        organs = tuple(_organs(view, duties, found.item, parts))
        others = tuple(part for part in parts if not _names(view, part, duties[0]))
        named = len(others) < len(parts)
        if organs or named:
            yield PageLine(
                part=Part.NAMED if named else Part.ORGAN,
                session=of_item[found.item.id],
                planned=found,
                organs=organs,
                beside=others,
            )


def _names(view: DutiesView, part: str, duty: Duty) -> bool:
    """Say whether a part of a text names a person, with or without the form of address."""
    if fold(part) in view.executors.organs:
        return False
    key = name_key(duty.name)
    return any(name_key(name) == key for name in view.executors.named(part))


def _organs(
    view: DutiesView, duties: tuple[Duty, ...], item: AgendaItem, parts: tuple[str, ...]
) -> Iterator[OrganKey]:
    named = {view.executors.organs.get(fold(part)) for part in parts}
    free = {fold(part) for part in parts}
    board = counting_board(view.facts.members, item.election_id) if item.election_id else ()
    for duty in duties:
        if duty.organ is Organ.FREE:
            there = fold(duty.organ_name) in free
        else:
            there = duty.organ in named
        if duty.organ is Organ.COUNTING_BOARD and item.election_id and duty not in board:
            there = False
        if there:
            yield organ_key(duty)


def _item_id(line: PageLine) -> int:
    return line.planned.item.id if line.planned else 0
