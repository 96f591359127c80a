"""The evening before: each thing is right, to be looked at, or wrong, with how to mend it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from congress_desk.domain.congress import CongressState
from congress_desk.domain.organs.duty import Organ
from congress_desk.domain.readiness.facts import (
    CongressFacts,
    ListFacts,
    MachineFacts,
    NumberedFacts,
    PlanFacts,
)

MEGABYTE, GIGABYTE = 1_000_000, 1_000_000_000
LEAST_FREE, ENOUGH_FREE = 200 * MEGABYTE, 2000 * MEGABYTE
LEAST_PIXELS = 1024
VIETNAM = timedelta(hours=7)
# One paper in twenty, at least so many: spoiled ones are exchanged.
_RESERVE_OF, _LEAST_RESERVE = 20, 5


class Readiness(StrEnum):
    """How something stands: right, to be looked at, wrong."""

    OK = "ok"
    LOOK = "look"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyCheck:
    """One thing looked at; `ready.<code>` says how it stands, `ready_mend.<code>` what to do.

    `desk`, `part` and `record` are where it is mended, "" and 0 outside the program.
    """

    code: str
    state: Readiness
    params: Mapping[str, str | int] = field(default_factory=lambda: MappingProxyType({}))
    desk: str = ""
    part: str = ""
    record: int = 0


def ready_checks(machine: MachineFacts, congress: CongressFacts) -> tuple[ReadyCheck, ...]:
    """Return every check, the machine first, then the congress."""
    return (
        *_machine(machine, congress),
        *_congress(congress),
    )


def worst(checks: tuple[ReadyCheck, ...]) -> Readiness:
    """Return how things stand as a whole."""
    states = {check.state for check in checks}
    return next(s for s in (Readiness.WRONG, Readiness.LOOK, Readiness.OK) if s in states)


def reserve(convened: int) -> int:
    """Return how many ballots are printed beyond one for each who is convened."""
    return max(-(-convened // _RESERVE_OF), _LEAST_RESERVE)


def _ok(code: str, /, **params: str | int) -> ReadyCheck:
    return ReadyCheck(code=code, state=Readiness.OK, params=params)


def _look(code: str, desk: str = "", part: str = "", /, **params: str | int) -> ReadyCheck:
    return ReadyCheck(code=code, state=Readiness.LOOK, params=params, desk=desk, part=part)


def _wrong(code: str, desk: str = "", part: str = "", /, **params: str | int) -> ReadyCheck:
    return ReadyCheck(code=code, state=Readiness.WRONG, params=params, desk=desk, part=part)


def _machine(machine: MachineFacts, congress: CongressFacts) -> Iterator[ReadyCheck]:
    yield _disk(machine.free)
    yield _copies(machine.copies)
    yield _second_journal(machine)
    yield _clock(machine.now, congress.last_line_at)
    yield _zone(machine.now)
    if machine.missing_letters:
        yield _wrong("fonts_missing", letters=machine.missing_letters)
    else:
        yield _ok("fonts")
    if machine.window.printers is not None:
        yield _printer(machine.window.printers)
    if machine.window.screens is not None:
        yield _projector(machine.window.screens)


def _disk(free: int) -> ReadyCheck:
    megabytes = free // MEGABYTE
    if free < LEAST_FREE:
        return _wrong("disk_full", free=megabytes)
    if free < ENOUGH_FREE:
        return _look("disk_low", free=megabytes)
    return _ok("disk", free=free // GIGABYTE)


def _copies(copies: int) -> ReadyCheck:
    if copies < 0:
        return _wrong("copies_unwritable")
    return _ok("copies", count=copies) if copies else _look("copies_none")


def _second_journal(machine: MachineFacts) -> ReadyCheck:
    if not machine.window.journal_folder:
        return _look("journal_beside_alone")
    if not machine.journal_there:
        return _wrong("journal_gone", folder=machine.window.journal_folder)
    return _ok("journal_kept", folder=machine.window.journal_folder)


def _clock(now: datetime, last: str) -> ReadyCheck:
    shown = f"{now:%H:%M, %d/%m/%Y}"
    if last and now < datetime.fromisoformat(last):
        return _wrong("clock_behind", now=shown, last=last[:16].replace("T", " "))
    return _ok("clock", now=shown)


def _zone(now: datetime) -> ReadyCheck:
    offset = now.utcoffset()
    if offset == VIETNAM:
        return _ok("zone")
    return _look("zone_other", zone=f"{now:%z}")


def _printer(printers: tuple[str, ...]) -> ReadyCheck:
    return _ok("printer", name=printers[0]) if printers else _look("printer_none")


def _projector(screens: tuple[tuple[int, int], ...]) -> ReadyCheck:
    if len(screens) < 2:
        return _look("projector_none")
    width, height = screens[1]
    if width < LEAST_PIXELS:
        return _look("projector_small", width=width, height=height)
    return _ok("projector", width=width, height=height)


def _congress(congress: CongressFacts) -> Iterator[ReadyCheck]:
    edited = congress.rules_edited
    rules = {"title": congress.rules_title}
    yield _look("rules_edited", "congress", "rules", **rules) if edited else _ok("rules", **rules)
    if congress.convened:
        yield _ok("people", convened=congress.convened)
    else:
        yield _wrong("people_none", "people")
    yield _ok("agenda", count=congress.items) if congress.items else _look("agenda_none", "agenda")
    if not congress.lists:
        yield _wrong("elections_none", "elections")
    for found in congress.lists:
        yield from _list(found, congress.convened)
    yield from _duties(congress)
    yield from _letters(congress)
    yield from _seats(congress)
    for numbered in congress.numbered:
        yield from _numbered(numbered)
    yield _rehearsal(congress)


def _list(found: ListFacts, convened: int) -> Iterator[ReadyCheck]:
    """Check the list of an election, and that its ballots are D and a reserve."""
    if found.begun:
        return
    about: dict[str, str | int] = {"title": found.title}
    needed = convened + reserve(convened)
    numbers: dict[str, str | int] = {"printed": found.printed, "needed": needed}
    if not found.names:
        yield _placed(_wrong("list_empty", **about), found.election_id)
        return
    if found.frozen:
        yield _ok("list", names=found.names, **about)
    else:
        yield _placed(_look("list_open", names=found.names, **about), found.election_id)
    if not found.printed:
        yield _placed(_look("ballots_none", **about, **numbers), found.election_id)
    elif found.printed < convened:
        yield _placed(_wrong("ballots_short", **about, **numbers), found.election_id)
    elif found.printed < needed:
        yield _placed(_look("ballots_no_reserve", **about, **numbers), found.election_id)
    else:
        yield _ok("ballots", **about, **numbers)


def _placed(check: ReadyCheck, election_id: int) -> ReadyCheck:
    return replace(check, desk="elections", record=election_id)


def _duties(congress: CongressFacts) -> Iterator[ReadyCheck]:
    if not congress.missing_organs:
        yield _ok("duties")
    for organ in congress.missing_organs:
        # Elected by the congress itself: before it only who is proposed is known.
        check = _look if organ == Organ.COUNTING_BOARD.value else _wrong
        yield check("organ_empty", "duties", organ=f"organ.{organ}")


def _letters(congress: CongressFacts) -> Iterator[ReadyCheck]:
    """Check letters, where guests were asked for: sent to everybody, and answered by guests."""
    total = {"total": congress.guests}
    if congress.unsent:
        yield _look("letters_unsent", "people", "guests", count=congress.unsent, **total)
    if congress.unanswered:
        yield _look("letters_unanswered", "people", "guests", count=congress.unanswered, **total)
    if congress.guests and not (congress.unsent or congress.unanswered):
        yield _ok("letters", **total)
    if congress.summons_unsent:
        yield _look("summons_unsent", "people", "guests", count=congress.summons_unsent)


def _seats(congress: CongressFacts) -> Iterator[ReadyCheck]:
    """Check seats, where there are any: enough of them, one for each, nobody's twice."""
    for plan in congress.plans:
        yield from _plan(plan)
    for shared in congress.shared_seats:
        names = ", ".join(shared.names)
        check = _wrong("seat_shared", "people", seat=shared.seat, names=names)
        yield replace(check, record=shared.person_id)


def _plan(plan: PlanFacts) -> Iterator[ReadyCheck]:
    about = {"plan": plan.name}
    missing = plan.without - plan.free
    if missing > 0 and plan.begun:
        numbers = {"free": plan.free, "missing": missing}
        yield _wrong("seats_few", "people", "seats", count=plan.without, **about, **numbers)
    elif plan.without:
        yield _look("seats_without", "people", "seats", count=plan.without, **about)
    if plan.guests_without:
        yield _look("seats_guests", "people", "seats", count=plan.guests_without, **about)
    if not (plan.without or plan.guests_without):
        yield _ok("seats", **about)


def _numbered(found: NumberedFacts) -> Iterator[ReadyCheck]:
    """Check numbered copies: enough for the delegates, handed to each, and what is still out."""
    about: dict[str, str | int] = {"title": found.title}
    numbers = {"printed": found.printed, "wanted": found.wanted}
    if found.printed < found.wanted:
        yield _at_text(_wrong("numbered_few", **about, **numbers), found)
    elif found.handed and found.without:
        yield _at_text(_look("numbered_without", count=found.without, **about), found)
    elif not found.handed:
        yield _ok("numbered_not_handed", **about, **numbers)
    elif not found.out:
        yield _ok("numbered", **about, **numbers)
    if found.out:
        yield _at_text(_look("numbered_out", count=found.out, **about), found)


def _at_text(check: ReadyCheck, found: NumberedFacts) -> ReadyCheck:
    return replace(check, desk="preparation", part="text", record=found.text_id)


def _rehearsal(congress: CongressFacts) -> ReadyCheck:
    if congress.state is CongressState.REHEARSAL:
        return _ok("is_rehearsal")
    found = congress.rehearsal
    if found.declared_at:
        return _ok("rehearsed", at=_minute(found.declared_at))
    if found.made_at:
        return _look("rehearsal_begun", name=found.name, at=_minute(found.made_at))
    return _look("not_rehearsed")


def _minute(at: str) -> str:
    return f"{datetime.fromisoformat(at):%H:%M, %d/%m/%Y}"
