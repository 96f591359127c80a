"""The plans of the hall with the people of the register, and who sits where."""

from __future__ import annotations

from dataclasses import dataclass

from congress_desk.domain.organs.duty import Organ
from congress_desk.domain.organs.organs import person_links
from congress_desk.domain.people.person import Person
from congress_desk.domain.seating.hall_shape import initials
from congress_desk.domain.seating.plan import SeatingPlan, seat_words
from congress_desk.domain.seating.seating import Seating
from congress_desk.queries.congress import agenda, congress, duties, people
from congress_desk.queries.people import declined_guests
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading import seating as reading

# What the seats of the presidium are called where the rules have no word of their own for it.
_PRESIDIUM = "Đoàn Chủ tịch"


@dataclass(frozen=True, kw_only=True)
class SeatingView:
    """The plans, the one that is looked at with its people (None without one), the sessions."""

    plans: tuple[SeatingPlan, ...]
    seating: Seating | None
    sessions: tuple[str, ...]
    people: tuple[Person, ...]


def seating_view(file: CongressFile, plan_id: int = 0) -> SeatingView:
    """Return a plan with the people, the one in force where `plan_id` is none that there is."""
    plans = seating_plans(file)
    wanted = next((p for p in plans if p.id == plan_id), None) or _in_force(plans)
    return SeatingView(
        plans=plans,
        seating=seating(file, wanted.id) if wanted else None,
        sessions=tuple(dict.fromkeys(i.session for i in agenda(file) if i.session)),
        people=people(file),
    )


def seating_plans(file: CongressFile) -> tuple[SeatingPlan, ...]:
    """Return the plans in order, without their seats."""
    return reading.plans(file)


def seating(file: CongressFile, plan_id: int) -> Seating | None:
    """Return a plan with the people of the register, None of one that is no longer there."""
    plan = reading.plan(file, plan_id)
    if plan is None:
        return None
    return Seating(plan=plan, people=people(file), declined=declined_guests(file))


def seating_in_force(file: CongressFile) -> Seating | None:
    """Return the plan in force with the people, None where there is none."""
    plan = _in_force(reading.plans(file))
    return seating(file, plan.id) if plan else None


def seats_by_session(file: CongressFile) -> dict[int, str]:
    """Return in words where everybody sits, by number: once where every plan says the same.

    Where the plans of two sessions differ, each seat is said with its session.
    """
    plans = [whole for p in reading.plans(file) if (whole := reading.plan(file, p.id))]
    found: dict[int, dict[str, str]] = {}
    for plan in plans:
        for number, seats in plan.seats_by_person.items():
            said = found.setdefault(number, {})
            said[plan.session or plan.name] = seat_words(seats)
    return {number: _one_or_each(said) for number, said in found.items()}


def seats_at(file: CongressFile, session: str) -> dict[int, str]:
    """Return in words where everybody sits at a session, by number; nothing without its plan.

    It has the plan that names it, else one for every session.
    """
    plans = reading.plans(file)
    named = next((p for p in plans if p.session == session), None)
    plan = named or next((p for p in plans if not p.session), None)
    whole = reading.plan(file, plan.id) if plan else None
    seats = whole.seats_by_person if whole else {}
    return {number: seat_words(found) for number, found in seats.items()}


def presidium_people(file: CongressFile) -> tuple[Person, ...]:
    """Return who of the register is on the presidium now, in its order."""
    members = [d for d in duties(file) if d.organ is Organ.PRESIDIUM and not d.until]
    known = {person.id: person for person in people(file)}
    links = person_links(members, tuple(known.values()))
    return tuple(known[n] for n in dict.fromkeys(links[d.id] for d in members if d.id in links))


def stage_block(file: CongressFile) -> str:
    """Return what the seats on the stage are called: "ĐCT", or by the word of the rules."""
    return initials(congress(file).rules.word_presidium or _PRESIDIUM)


def _in_force(plans: tuple[SeatingPlan, ...]) -> SeatingPlan | None:
    return next((plan for plan in plans if plan.in_force), None)


def _one_or_each(said: dict[str, str]) -> str:
    seats = set(said.values())
    if len(seats) == 1:
        return seats.pop()
    return "; ".join(f"{session}: {seat}" for session, seat in said.items())
