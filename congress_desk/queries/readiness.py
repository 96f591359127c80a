"""What the file says of how ready the congress is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from congress_desk.domain.elections.election import Election
from congress_desk.domain.guests.invitation import Standing, counts
from congress_desk.domain.organs.duty import Organ
from congress_desk.domain.people.person import CongressKind, Person, PersonKind
from congress_desk.domain.preparation.copies import TextCopies
from congress_desk.domain.readiness.facts import (
    CongressFacts,
    ListFacts,
    NumberedFacts,
    PlanFacts,
    SharedSeat,
)
from congress_desk.domain.seating.filling import is_coming, wants_seat
from congress_desk.domain.seating.plan import KeptFor, seat_key
from congress_desk.domain.seating.seating import Seating
from congress_desk.queries.congress import agenda, congress, duties, people, presence
from congress_desk.queries.elections.ballot_prints import ballots_to_print
from congress_desk.queries.elections.lists import elections, rounds
from congress_desk.queries.guests import guests_asked, guests_view
from congress_desk.queries.journal import head
from congress_desk.queries.rehearsals import rehearsal_facts
from congress_desk.queries.seating import seating, seating_plans
from congress_desk.queries.text_copies import numbered_texts
from congress_desk.storage.congress_file import CongressFile

_ORGANS = (Organ.PRESIDIUM, Organ.SECRETARIAT, Organ.COUNTING_BOARD)


def readiness_facts(file: CongressFile) -> CongressFacts:
    """Return what the readiness report asks of the congress."""
    whole = congress(file)
    delegates = whole.details.kind is CongressKind.DELEGATES
    organs = (*_ORGANS, Organ.CREDENTIALS) if delegates else _ORGANS
    filled = {duty.organ for duty in duties(file)}
    plans = [found for plan in seating_plans(file) if (found := seating(file, plan.id))]
    known = people(file)
    return CongressFacts(
        state=whole.state,
        last_line_at=head(file).at,
        rules_title=whole.rules.short_title,
        rules_edited=bool(whole.rules.edited),
        convened=presence(file).convened,
        delegates=delegates,
        items=len(agenda(file)),
        lists=tuple(_list(file, election) for election in elections(file)),
        missing_organs=tuple(organ.value for organ in organs if organ not in filled),
        rehearsal=rehearsal_facts(file),
        plans=tuple(map(_plan, plans)),
        shared_seats=() if plans else _shared_seats(known),
        numbered=tuple(
            _numbered(view.copies, view.text.title, known)
            for view in numbered_texts(file)
            if view.copies is not None
        ),
        **_letters(file),
    )


def _letters(file: CongressFile) -> Mapping[str, int]:
    """Return how letters stand, nothing where nobody asked for guests."""
    if not guests_asked(file):
        return {}
    view = guests_view(file)
    guests, summoned = counts(view.guests), counts(view.summoned)
    behind = summoned[Standing.NOT_SENT]
    return {
        "guests": len(view.guests),
        "unsent": guests[Standing.NOT_SENT],
        "unanswered": guests[Standing.SILENT],
        "summons_unsent": behind if behind < len(view.summoned) else 0,
    }


def _plan(found: Seating) -> PlanFacts:
    seats, seated = found.plan.seats, found.plan.sitters
    invited = (p for p in found.people if p.kind is PersonKind.GUEST)
    guests = [p for p in invited if is_coming(p, found.declined)]
    keeps = any(seat.kept_for is KeptFor.GUESTS for seat in seats)
    return PlanFacts(
        name=found.plan.name,
        begun=found.plan.in_force or bool(seated),
        free=sum(s.kept_for is KeptFor.DELEGATES and not s.person_id for s in seats),
        without=len(found.without_seat),
        guests_without=sum(guest.id not in seated for guest in guests) if keeps else 0,
    )


def _shared_seats(known: Iterable[Person]) -> tuple[SharedSeat, ...]:
    """Return the seats that were typed for several people who are to come."""
    found: dict[str, list[Person]] = defaultdict(list)
    for person in known:
        if person.seat and is_coming(person):
            found[seat_key(person.seat)].append(person)
    return tuple(
        SharedSeat(seat=of[0].seat, names=tuple(p.name for p in of), person_id=of[-1].id)
        for of in found.values()
        if len(of) > 1
    )


def _numbered(copies: TextCopies, title: str, known: Iterable[Person]) -> NumberedFacts:
    wanted = [person for person in known if wants_seat(person)]
    had = {copy.person_id for copy in copies.handed}
    return NumberedFacts(
        text_id=copies.printed.text_id,
        title=title,
        printed=copies.printed.copies,
        wanted=len(wanted),
        handed=len(had),
        without=sum(person.id not in had for person in wanted),
        out=len(copies.waited_for) if copies.collected else 0,
    )


def _list(file: CongressFile, found: Election) -> ListFacts:
    of = ballots_to_print(file, found.id)
    return ListFacts(
        election_id=found.id,
        code=found.code,
        title=found.title,
        names=len(of.listed.names),
        frozen=of.frozen,
        begun=bool(rounds(file, found.id)),
        printed=of.copies,
    )
