"""What was decided before and after a round, as JSON: keys beside those of the contract."""

from __future__ import annotations

from typing import Any

from congress_desk.domain.decisions.course import ElectionCourse, Seat
from congress_desk.domain.decisions.decision import Decision
from congress_desk.domain.decisions.round_context import RoundContext
from congress_desk.domain.elections.comparison import CountComparison


def decisions_json(context: RoundContext) -> dict[str, Any]:
    """Return why a round was held, what was decided after it, its recount and its annulment."""
    found = context.round
    return {
        "cause": found.cause.value,
        "part": found.part.value,
        "stands": found.stands,
        "opened_on": decision_json(context.opened_on) if context.opened_on else None,
        "decisions": [decision_json(decided) for decided in context.decided],
        "annulled": decision_json(context.annulment) if context.annulment else None,
        "recount": _comparison(context.comparison) if context.comparison else None,
        "doubtful": {
            "put_aside": len(context.put_aside),
            "waiting": sum(doubt.waits for doubt in context.put_aside),
        },
        "in_all": course_json(context.course),
    }


def course_json(course: ElectionCourse) -> dict[str, Any]:
    """Return who has a post by all rounds and decisions of an election together."""
    return {
        "seats": course.seats,
        "elected": [_seat(seat) for seat in course.elected],
        "alternates": [_seat(seat) for seat in course.alternates],
        "open": course.open_seats,
        "complete": course.complete,
    }


def decision_json(found: Decision) -> dict[str, Any]:
    """Return one decision with the figures of its motion, or its document."""
    motion, hands = found.motion, found.motion.hands if found.motion else None
    return {
        "kind": found.kind.value,
        "organ": found.organ.value,
        "state": found.state.value,
        "seats": found.seats,
        "matter": found.matter,
        "article": found.article,
        "reason": found.reason,
        "document": found.document,
        "document_date": found.document_date,
        "issued_by": found.issued_by,
        "by": [name for name in (found.first_name, found.second_name) if name],
        "drawn_by": found.drawn_by,
        "names": [person.name for person in found.people],
        "vote": {
            "of": motion.base,
            "present": motion.present,
            "in_favour": hands.in_favour,
            "against": hands.against,
            "other": hands.other,
        }
        if motion and hands
        else None,
    }


def _comparison(found: CountComparison) -> dict[str, Any]:
    return {
        "same": found.same,
        "ballots": [{"bundle": d.bundle, "place": d.place} for d in found.ballots],
        "names": [
            {"position": d.position, "name": d.name, "first": d.first, "second": d.second}
            for d in found.names
        ],
        "returned": [found.first.accounting.returned, found.second.accounting.returned],
    }


def _seat(seat: Seat) -> dict[str, Any]:
    return {
        "name": seat.name,
        "votes": seat.votes,
        "percent": seat.percent,
        "round": seat.round.number if seat.round else 0,
        "by": seat.decision.kind.value if seat.decision else "votes",
    }
