"""Acts on what the congress decides after a round: propose it, draw a lot, take it back."""

from __future__ import annotations

from collections.abc import Sequence

from congress_desk.actions.motion_rows import insert_motion
from congress_desk.actions.motions import record_vote
from congress_desk.actions.operators.guard import guarded
from congress_desk.actions.operators.unlock import Unlock, two_who_unlock
from congress_desk.actions.text_limits import no_reason, too_long
from congress_desk.domain.congress import CongressState
from congress_desk.domain.decisions.choices import Choice
from congress_desk.domain.decisions.decision import (
    Decision,
    DecisionKind,
    DecisionPerson,
    PersonRole,
)
from congress_desk.domain.elections.election import Candidate, Election
from congress_desk.domain.elections.lists.candidate_names import candidate_names
from congress_desk.domain.elections.round import Round, RoundState
from congress_desk.domain.motions import Hands, MotionDraft, MotionKind, MotionState
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.domain.text.limits import LONG_TEXT_LIMIT, NAME_LIMIT
from congress_desk.domain.text.same_name import is_same_name
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.congress import congress
from congress_desk.queries.elections.course import decision, election_course, what_may_follow
from congress_desk.queries.elections.lists import election
from congress_desk.storage.act import Act
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading import motions as reading_motions
from congress_desk.storage.reading.elections import lists as reading_elections
from congress_desk.storage.rows.elections.decisions import decision_row, person_row

_TAKES = frozenset({DecisionKind.OLDER, DecisionKind.TAKE_BY_VOTES})


@guarded
def propose_decision(
    file: CongressFile,
    election_id: int,
    kind: DecisionKind,
    *,
    matter: str,
    seats: int | None = None,
    reason: str = "",
    actor: str,
) -> Decision | Refusal:
    """Put what the congress is to decide after a round as a motion; it stands once it is carried.

    `matter` is what is voted on, `seats` the number it sets where it lowers it. A lot is drawn
    after the vote: see `record_lot`.
    """
    choice = open_way(file, election_id, kind)
    if isinstance(choice, Refusal):
        return choice
    refusal = (
        _closed(file)
        or _waiting(file, election_id)
        or (None if clean_text(matter) else refuse("motion_matter_missing"))
        or too_long(matter, LONG_TEXT_LIMIT)
        or too_long(reason, LONG_TEXT_LIMIT)
        or _check_seats(file, election_id, choice, seats)
    )
    if refusal:
        return refusal
    people = choice.names if kind in _TAKES else ()
    new = Decision(
        id=0,
        election_id=election_id,
        kind=kind,
        organ=choice.organ,
        round_id=last_round(file, election_id),
        part=choice.part,
        seats=seats if seats is not None else choice.seats,
        matter=matter,
        article=choice.article,
        reason=reason,
        people=_people(people, election(file, election_id)),
    )
    motion = MotionDraft(kind=MotionKind.FREE, matter=matter, election_id=election_id)
    code = election(file, election_id).code
    with file.act("propose_decision", actor=actor, code=code, matter=clean_text(matter)) as act:
        motion_id = insert_motion(act, motion, reading_motions.last_place(file) + 1)
        written = write_decision(act, new, actor, motion_id=motion_id)
    return decision(file, written)


@guarded
def vote_on_decision(
    file: CongressFile,
    decision_id: int,
    hands: Hands,
    *,
    by_hand: tuple[int, int] | None = None,
    actor: str,
) -> Decision | Refusal:
    """Record how the congress voted on a decision; `by_hand` is D and who is present, typed."""
    found = decision(file, decision_id)
    if found.motion is None or found.motion.state is not MotionState.OPEN:
        return refuse("decision_not_waiting")
    voted = record_vote(file, found.motion.id, hands, by_hand=by_hand, actor=actor)
    return voted if isinstance(voted, Refusal) else decision(file, decision_id)


@guarded
def record_lot(
    file: CongressFile,
    decision_id: int,
    taken: Sequence[int],
    *,
    drawn_by: str,
    first: str,
    second: str,
    actor: str,
) -> Decision | Refusal:
    """Write down whom the lot gave a seat, who drew it, and the two who saw it."""
    found = decision(file, decision_id)
    if found.kind is not DecisionKind.LOT or not found.stands:
        return refuse("lot_not_decided")
    if found.people:
        return refuse("lot_drawn_already")
    course = election_course(file, found.election_id)
    last = course.last
    if last is not None and last.counting:
        return refuse("round_still_open", code=course.election.code, number=last.round.number)
    if last is None or course.undrawn is None or course.undrawn.id != decision_id:
        return refuse("lot_not_decided")
    tied = last.tied
    chosen = tuple(c for c in tied if c.id in set(taken))
    if len(chosen) != found.seats or len(set(taken)) != found.seats:
        return refuse("lot_names_wrong", seats=found.seats or 0)
    drawn_by = clean_text(drawn_by)
    refusal = (
        (None if drawn_by else refuse("lot_drawn_by_missing"))
        or too_long(drawn_by, NAME_LIMIT)
        or check_two(clean_text(first), clean_text(second))
    )
    if refusal:
        return refusal
    held = election(file, found.election_id)
    taken_by_lot = _people(chosen, held)
    code, names = held.code, ", ".join(person.name for person in taken_by_lot)
    with file.act(
        "record_lot", actor=actor, backup=True, code=code, names=names, drawn_by=drawn_by
    ) as act:
        act.update(
            "election_decision",
            decision_id,
            drawn_by=drawn_by,
            first_name=clean_text(first),
            second_name=clean_text(second),
        )
        act.insert_rows(
            "decision_person",
            [person_row(decision_id, i, p) for i, p in enumerate(taken_by_lot, start=1)],
        )
    return decision(file, decision_id)


@guarded
def take_back_decision(
    file: CongressFile, decision_id: int, *, reason: str, actor: str
) -> Decision | Refusal:
    """Take a decision back that no round rests on, with a reason; it stays in the file."""
    found = decision(file, decision_id)
    reason = clean_text(reason)
    if found.taken_back_at:
        return refuse("decision_taken_back")
    used = [
        held
        for held in reading_elections.rounds(file, found.election_id)
        if held.decision_id == decision_id and held.state is not RoundState.CANCELLED
    ]
    if used:
        return refuse("decision_used", number=used[0].number)
    later = election_course(file, found.election_id).settled_by(found) if found.stands else None
    if later is not None:
        return refuse("decision_settled", number=later.number)
    refusal = no_reason(reason)
    if refusal:
        return refusal
    code = election(file, found.election_id).code
    with file.act("take_back_decision", actor=actor, code=code, reason=reason) as act:
        act.update("election_decision", decision_id, taken_back_at=act.at, taken_back_reason=reason)
        if found.motion is not None and found.motion.state is MotionState.OPEN:
            act.update(
                "motion",
                found.motion.id,
                state=MotionState.CANCELLED.value,
                cancel_reason=reason,
            )
    return decision(file, decision_id)


def write_decision(act: Act, new: Decision, actor: str, *, motion_id: int | None = None) -> int:
    """Write a decision and the people it names inside an act, and return its id."""
    written = act.insert(
        "election_decision",
        **decision_row(new),
        motion_id=motion_id,
        at=act.at,
        actor=clean_text(actor),
    )
    act.insert_rows(
        "decision_person",
        [person_row(written, place, person) for place, person in enumerate(new.people, start=1)],
    )
    return written


def declared_last(file: CongressFile, round_id: int) -> Round | Refusal:
    """Return a declared round that no later one rests on, or say why it is none.

    Later rounds that were annulled rest on nothing.
    """
    found = reading_elections.round_by_id(file, round_id)
    if found is None:
        return refuse("round_unknown")
    if found.state is not RoundState.DECLARED:
        return refuse("round_not_declared", number=found.number)
    if found.annulled_by:
        return refuse("round_annulled", number=found.number)
    rounds = election_course(file, found.election_id).rounds
    resting = [held.round for held in rounds if not held.round.annulled_by]
    if resting and resting[-1].id != round_id:
        return refuse("round_not_last", number=found.number, later=resting[-1].number)
    return found


def check_two(first: str, second: str) -> Refusal | None:
    """Say why these are not two people."""
    if not first or not second or is_same_name(first, second):
        return refuse("two_names_needed")
    return too_long(first, NAME_LIMIT) or too_long(second, NAME_LIMIT)


def two_and_reason(
    file: CongressFile,
    act: str,
    round_id: int,
    unlocked: Unlock | None,
    *,
    two: tuple[str, str],
    reason: str,
) -> tuple[str, str, str] | Refusal:
    """Return the two who answer for an act on a round, and why, as they are written down.

    Where operators are defined, the two are those who unlocked it, once there is a reason. Refused:
    one person, no reason, what is too long.
    """
    why = clean_text(reason)
    who = no_reason(why) or two_who_unlock(file, act, round_id, unlocked, two)
    if isinstance(who, Refusal):
        return who
    first, second = clean_text(who[0]), clean_text(who[1])
    return check_two(first, second) or (first, second, why)


def open_way(file: CongressFile, election_id: int, kind: DecisionKind) -> Choice | Refusal:
    """Return the way of this kind that is open now, or say that it is not."""
    open_ways = what_may_follow(file, election_id).choices
    found = next((choice for choice in open_ways if choice.kind is kind), None)
    return found or refuse("decision_not_open", code=election(file, election_id).code)


def _check_seats(
    file: CongressFile, election_id: int, choice: Choice, seats: int | None
) -> Refusal | None:
    """Hold the number that is voted on against the posts there are and those already filled."""
    if seats is None:
        return None
    if choice.kind is DecisionKind.NEXT_ROUND:
        fits = 1 <= seats <= choice.seats
        return None if fits else refuse("round_seats_wrong", most=choice.seats)
    if choice.kind is not DecisionKind.LOWER_NUMBER:
        return None
    course = election_course(file, election_id)
    if len(course.elected) <= seats < course.seats:
        return None
    return refuse("lower_number_wrong", elected=len(course.elected), most=course.seats - 1)


def _closed(file: CongressFile) -> Refusal | None:
    closed = congress(file).state is CongressState.CLOSED
    return refuse("motion_congress_closed") if closed else None


def _waiting(file: CongressFile, election_id: int) -> Refusal | None:
    waits = election_course(file, election_id).proposed
    return refuse("decision_waits", matter=waits.matter) if waits else None


def last_round(file: CongressFile, election_id: int) -> int:
    """Return the newest round that stands, 0 before the first."""
    last = election_course(file, election_id).last
    return last.round.id if last else 0


def _people(people: Sequence[Candidate], held: Election) -> tuple[DecisionPerson, ...]:
    """Return who takes a seat, namesakes with what tells them apart."""
    taken, names = PersonRole.TAKEN, candidate_names(held.candidates, people)
    return tuple(DecisionPerson(name=names[c.id], role=taken, candidate_id=c.id) for c in people)
