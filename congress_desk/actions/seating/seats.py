"""Acts on who sits where: fill a plan, seat and swap people, free seats, keep them for others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from congress_desk.actions.seating.plans import plan_or_refusal
from congress_desk.domain.people.person import Person
from congress_desk.domain.seating.filling import (
    Filling,
    SeatChanges,
    filled_with_delegates,
    filled_with_guests,
    filled_with_presidium,
)
from congress_desk.domain.seating.plan import HallSeat, KeptFor, SeatingPlan
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.congress import people
from congress_desk.queries.people import declined_guests
from congress_desk.queries.seating import presidium_people
from congress_desk.storage.act import Act
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.journal.lines import Line
from congress_desk.storage.reading import journal as reading_journal
from congress_desk.storage.reading import seating as reading

_OF_SEATS = frozenset(
    {"fill_seats", "import_seats", "seat_person", "swap_seats", "free_seats", "keep_seats"}
)


def fill_seats(
    file: CongressFile, plan_id: int, kept_for: KeptFor, how: Filling, *, actor: str
) -> SeatingPlan | Refusal:
    """Put everybody without a seat on the seats that are kept for them; all of them or nobody.

    Delegates as `how` says, guests in the order of their welcome, the presidium from the middle of
    the stage.
    """
    plan = plan_or_refusal(file, plan_id)
    if isinstance(plan, Refusal):
        return plan
    changes = _filled(file, plan, kept_for, how)
    if isinstance(changes, Refusal):
        return changes
    count = sum(bool(number) for number in changes.values())
    whom = f"kept_for.{kept_for.value}"
    with file.act("fill_seats", actor=actor, plan=plan.name, whom=whom, count=count) as act:
        _write(act, plan, changes)
    return _plan(file, plan_id)


def import_seats(
    file: CongressFile, plan_id: int, changes: SeatChanges, *, source: str, actor: str
) -> SeatingPlan | Refusal:
    """Put people on the seats that a list names; who had these, or had others, loses them."""
    plan = plan_or_refusal(file, plan_id)
    if isinstance(plan, Refusal):
        return plan
    refusal = _check_sitters(plan, changes)
    if refusal:
        return refusal
    count = sum(bool(number) for number in changes.values())
    with file.act(
        "import_seats", actor=actor, plan=plan.name, source=clean_text(source), count=count
    ) as act:
        _write(act, plan, changes)
    return _plan(file, plan_id)


def seat_person(
    file: CongressFile, plan_id: int, seat_id: int, person_id: int, *, actor: str
) -> SeatingPlan | Refusal:
    """Put somebody on a free seat; the one they had before is free then."""
    found = _plan_and_seat(file, plan_id, seat_id)
    if isinstance(found, Refusal):
        return found
    plan, seat = found
    person = next((p for p in people(file) if p.id == person_id), None)
    if person is None:
        return refuse("person_unknown", number=person_id)
    if seat.person_id:
        return refuse("seat_taken", seat=seat.label, name=_name(file, seat.person_id))
    if seat.kept_for is KeptFor.NOBODY:
        return refuse("seat_closed", seat=seat.label)
    before = {s.id: 0 for s in plan.seats_of(person_id) if s.on_stage is seat.on_stage}
    with file.act("seat_person", actor=actor, name=person.name, seat=seat.label) as act:
        _write(act, plan, before | {seat.id: person_id})
    return _plan(file, plan_id)


def swap_seats(
    file: CongressFile, plan_id: int, first_id: int, second_id: int, *, actor: str
) -> SeatingPlan | Refusal:
    """Let those on two seats change places; where one is free, the other moves there."""
    found = _plan_and_seat(file, plan_id, first_id)
    other = _plan_and_seat(file, plan_id, second_id)
    if isinstance(found, Refusal) or isinstance(other, Refusal):
        return found if isinstance(found, Refusal) else refuse("seat_unknown_here")
    plan, first, second = found[0], found[1], other[1]
    changes = {first.id: second.person_id, second.id: first.person_id}
    if first.person_id == second.person_id:
        return refuse("seats_nothing_to_swap")
    for seat in (first, second):
        if seat.kept_for is KeptFor.NOBODY:
            return refuse("seat_closed", seat=seat.label)
    refusal = _check_second(file, plan, changes)
    if refusal:
        return refusal
    names = [_name(file, seat.person_id) for seat in (first, second) if seat.person_id]
    with file.act(
        "swap_seats",
        actor=actor,
        first=first.label,
        second=second.label,
        names=", ".join(names),
    ) as act:
        _write(act, plan, changes)
    return _plan(file, plan_id)


def free_seats(
    file: CongressFile, plan_id: int, seat_ids: Sequence[int], *, actor: str
) -> SeatingPlan | Refusal:
    """Let nobody sit on these seats; they stay in the hall."""
    plan = plan_or_refusal(file, plan_id)
    if isinstance(plan, Refusal):
        return plan
    wanted = set(seat_ids)
    taken = [seat for seat in plan.seats if seat.id in wanted and seat.person_id]
    if not taken:
        return refuse("seats_free_already")
    with file.act("free_seats", actor=actor, seats=_labels(taken), count=len(taken)) as act:
        _write(act, plan, dict.fromkeys((seat.id for seat in taken), 0))
    return _plan(file, plan_id)


def keep_seats(
    file: CongressFile, plan_id: int, seat_ids: Sequence[int], kept_for: KeptFor, *, actor: str
) -> SeatingPlan | Refusal:
    """Keep seats for delegates, the presidium, guests or nobody; those are free to be closed."""
    plan = plan_or_refusal(file, plan_id)
    if isinstance(plan, Refusal):
        return plan
    wanted = set(seat_ids)
    chosen = [s for s in plan.seats if s.id in wanted and s.kept_for is not kept_for]
    if not chosen:
        return refuse("seats_kept_already")
    moving = [s for s in chosen if s.on_stage is not (kept_for is KeptFor.PRESIDIUM)]
    if kept_for is KeptFor.NOBODY:
        moving = chosen
    taken = next((seat for seat in moving if seat.person_id), None)
    if taken is not None:
        return refuse("seat_taken", seat=taken.label, name=_name(file, taken.person_id))
    with file.act(
        "keep_seats",
        actor=actor,
        seats=_labels(chosen),
        count=len(chosen),
        whom=f"kept_for.{kept_for.value}",
    ) as act:
        for seat in chosen:
            act.update("hall_seat", seat.id, kept_for=kept_for.value)
    return _plan(file, plan_id)


def undo_seating(file: CongressFile, plan_id: int, *, actor: str) -> SeatingPlan | Refusal:
    """Take the newest change of who sits where back, while nothing of the plans came after it."""
    plan = plan_or_refusal(file, plan_id)
    if isinstance(plan, Refusal):
        return plan
    line = last_seating(file)
    if line is None:
        return refuse("change_nothing_to_undo")
    with file.act("undo_seating", actor=actor, line=line.seq, what=f"act_name.{line.act}") as act:
        act.undo(line)
    return _plan(file, plan_id)


def last_seating(file: CongressFile) -> Line | None:
    """Return the line of the change that an undo would take back, None without one."""
    undone = reading_journal.undone_lines(file)
    for line in reversed(file.journal_lines()):
        if line.act in _OF_SEATS:
            if line.seq not in undone:
                return line
        elif line.act != "undo_seating" and '"hall_seat"' in line.changes:
            return None
    return None


def _filled(
    file: CongressFile, plan: SeatingPlan, kept_for: KeptFor, how: Filling
) -> SeatChanges | Refusal:
    if not any(seat.kept_for is kept_for for seat in plan.seats):
        return refuse("seats_none_kept", whom=f"kept_for.{kept_for.value}")
    if kept_for is KeptFor.PRESIDIUM:
        return filled_with_presidium(plan, presidium_people(file), anew=how.anew)
    if kept_for is KeptFor.GUESTS:
        return filled_with_guests(plan, people(file), declined_guests(file), anew=how.anew)
    return filled_with_delegates(plan, people(file), how)


def _write(act: Act, plan: SeatingPlan, changes: Mapping[int, int]) -> None:
    """Write who sits where: nobody sits on two seats, not even between two rows of an act."""
    before = {seat.id: seat.person_id for seat in plan.seats}
    changed = {seat: person for seat, person in changes.items() if before[seat] != person}
    for seat in changed:
        if before[seat]:
            act.update("hall_seat", seat, person_id=None)
    for seat, person in changed.items():
        if person:
            act.update("hall_seat", seat, person_id=person)


def _check_sitters(plan: SeatingPlan, changes: SeatChanges) -> Refusal | None:
    """Refuse changes that were worked out from another plan than this is by now."""
    known = {seat.id: seat for seat in plan.seats}
    if not set(changes) <= set(known):
        return refuse("seating_changed_meanwhile")
    then = {seat.id: seat.person_id for seat in plan.seats} | dict(changes)
    taken = [(known[s].on_stage, person) for s, person in then.items() if person]
    return refuse("seating_changed_meanwhile") if len(set(taken)) < len(taken) else None


def _check_second(
    file: CongressFile, plan: SeatingPlan, changes: Mapping[int, int]
) -> Refusal | None:
    """Refuse to give somebody a second seat on the stage, or a second one in the hall."""
    then: dict[tuple[bool, int], HallSeat] = {}
    for seat in plan.seats:
        person = changes.get(seat.id, seat.person_id)
        other = then.setdefault((seat.on_stage, person), seat) if person else seat
        if other is not seat:
            label = other.label if other.id not in changes else seat.label
            return refuse("seat_second", name=_name(file, person), seat=label)
    return None


def _plan_and_seat(
    file: CongressFile, plan_id: int, seat_id: int
) -> tuple[SeatingPlan, HallSeat] | Refusal:
    plan = plan_or_refusal(file, plan_id)
    if isinstance(plan, Refusal):
        return plan
    seat = plan.seat(seat_id)
    return (plan, seat) if seat else refuse("seat_unknown_here")


def _labels(seats: Iterable[HallSeat]) -> str:
    """Return what a journal line says of many seats: the first of them."""
    labels = [seat.label for seat in seats]
    most = 8
    return ", ".join(labels[:most]) + (" …" if len(labels) > most else "")


def _name(file: CongressFile, person_id: int) -> str:
    found: Person | None = next((p for p in people(file) if p.id == person_id), None)
    return found.name if found else ""


def _plan(file: CongressFile, plan_id: int) -> SeatingPlan:
    found = reading.plan(file, plan_id)
    assert found is not None
    return found
