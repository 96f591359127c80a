"""What was decided after a round, as sentences of a paper, each with its figures."""

from __future__ import annotations

from collections.abc import Iterator

from congress_desk.domain.decisions.course import ElectionCourse
from congress_desk.domain.decisions.decision import (
    Decision,
    DecisionKind,
    DecisionState,
    PersonRole,
)
from congress_desk.domain.decisions.round_context import RoundContext
from congress_desk.domain.elections.election import Election
from congress_desk.domain.elections.majority import decimal_comma
from congress_desk.domain.nomination.nominee import Nominee
from congress_desk.domain.rules.articles import bracketed
from congress_desk.domain.text.dates import vietnamese_date
from congress_desk.reports.document.date_words import day_text
from congress_desk.reports.document.sentences import election_title
from congress_desk.reports.document.wording import Wording
from congress_desk.reports.nomination.nominee_list import source_words

_TAKEN = {DecisionKind.OLDER: "older", DecisionKind.TAKE_BY_VOTES: "taken"}


def decision_sentences(
    found: Decision, election: Election, number: int, words: Wording
) -> Iterator[str]:
    """Yield what a decision says: the vote with its figures, or the document, then its names.

    `number` is that of the round it was decided after. One that was taken back says nothing.
    """
    if found.state is DecisionState.TAKEN_BACK:
        return
    if found.kind is DecisionKind.APPOINTED:
        key = "appointed_after" if found.round_id else "appointed"
        yield words.say(f"after_round.{key}", **_document(found, words),
                        title=election_title(election), names=_named(found))  # fmt: skip
        return
    if found.kind is DecisionKind.ANNULMENT:
        yield words.say("after_round.annulled", number=number, **_document(found, words),
                        **_two(found))  # fmt: skip
        return
    if found.kind is DecisionKind.RECOUNT:
        key = "after_round.recount_ordered"
        yield words.say(key, number=number, **_document(found, words), **_two(found))
        return
    voted = _voted(found, number, words)
    if voted:
        yield voted
    if not found.stands:
        return
    if found.kind in _TAKEN:
        yield words.say(f"after_round.{_TAKEN[found.kind]}", names=_named(found))
    elif found.kind is DecisionKind.LOT and found.people:
        yield words.say(
            "after_round.lot", drawn_by=found.drawn_by, names=_named(found), **_two(found)
        )
    elif found.kind is DecisionKind.LOT:
        yield words.say("after_round.lot_open")


def after_sentences(
    context: RoundContext, words: Wording, *, carried_only: bool = False
) -> Iterator[str]:
    """Yield what came after a round: its annulment, its recount, the decisions with figures.

    `carried_only` leaves out what the congress voted down: a resolution says what it resolved.
    """
    number = context.round.number
    if context.annulment is not None:
        yield from decision_sentences(context.annulment, context.course.election, number, words)
    ordered = [d for d in context.course.after(context.round.id) if d.kind is DecisionKind.RECOUNT]
    if context.recounted_by is not None and ordered:
        yield words.say("after_round.recounted", number=number, **_document(ordered[-1], words),
                        **_two(ordered[-1]))  # fmt: skip
    for decided in context.course.decided_after(context.round.id):
        voted_down = decided.state is DecisionState.REJECTED
        told_above = decided.kind in (DecisionKind.ANNULMENT, DecisionKind.RECOUNT)
        if not told_above and not (carried_only and voted_down):
            yield from decision_sentences(decided, context.course.election, number, words)
    last = context.course.last
    if last is not None and last.round.id == context.round.id:
        yield from standing_sentences(context.course, words)


def new_names(context: RoundContext, words: Wording) -> str:
    """Return who was let into a round by the decision it rests on, each with who proposed it."""
    return "; ".join(_new_name(nominee, words) for nominee in context.new_names)


def _new_name(nominee: Nominee, words: Wording) -> str:
    """Return a name that was let in, who put it forward and how many agreed to consider it."""
    told = [source_words(nominee, words)] if nominee.source else []
    if nominee.support is not None:
        numbers = {"number": nominee.support.number, "of": nominee.support.of}
        told.append(words.say("after_round.new_name_support", **numbers))
    return f"{nominee.candidate.name} ({', '.join(told)})" if told else nominee.candidate.name


def standing_sentences(course: ElectionCourse, words: Wording) -> Iterator[str]:
    """Yield where the election stands where a decision, not the votes alone, settled it."""
    numbers = {
        "elected": len(course.chosen),
        "seats": course.seats,
        "open": course.open_seats,
        "appointed": course.appointed,
    }
    by_decision = course.seats != course.election.seats or any(s.decision for s in course.elected)
    if course.left_open is not None and course.open_seats:
        yield words.say("after_round.left_open", **numbers)
    elif course.stopped is not None:
        key = "stopped" if course.chosen else "stopped_empty"
        key = key if course.open_seats else "stopped_full"
        yield words.say(f"after_round.{key}", title=election_title(course.election), **numbers)
    elif course.appointed and course.chosen:
        yield words.say("after_round.complete_appointed", **numbers)
    elif (
        not course.open_seats and not course.appointed and (by_decision or _was_voted_again(course))
    ):
        yield words.say("after_round.complete", **numbers)
    if course.alternates:
        names = ", ".join(seat.name for seat in course.alternates)
        yield words.say("after_round.alternates", names=names)


def _voted(found: Decision, number: int, words: Wording) -> str:
    motion = found.motion
    if motion is None or motion.hands is None:
        return ""
    key = "not_carried" if found.state is DecisionState.REJECTED else "voted"
    return words.say(
        f"after_round.{key}{'_shares' if motion.by_shares else ''}",
        number=number,
        matter=found.matter.strip().rstrip(" .;:"),
        in_favour=motion.hands.in_favour,
        against=motion.hands.against,
        other=motion.hands.other,
        base=motion.base or 0,
        percent=decimal_comma(motion.percent),
        article=bracketed(found.article),
    )


def _was_voted_again(course: ElectionCourse) -> bool:
    """Say whether there was more than one vote, of which one may be void or annulled."""
    return sum(not held.round.is_recount for held in course.rounds) > 1


def _document(found: Decision, words: Wording) -> dict[str, str]:
    return {
        "document": found.document,
        "day": _day(found.document_date, words),
        "issued_by": found.issued_by,
        "reason": found.reason.strip().rstrip(" .;:"),
        "article": bracketed(found.article),
    }


def _day(partial: str, words: Wording) -> str:
    """Return the day of a document as papers write it; of one that is not known whole, its part."""
    if partial.count("-") == 2:
        return day_text(partial, words)
    return words.say("after_round.some_day", date=vietnamese_date(partial))


def _two(found: Decision) -> dict[str, str]:
    return {"first": found.first_name, "second": found.second_name}


def _named(found: Decision) -> str:
    role = PersonRole.APPOINTED if found.kind is DecisionKind.APPOINTED else PersonRole.TAKEN
    return ", ".join(found.names(role))
