"""Acts on what the superior decides: an appointment read out, a result annulled."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from congress_desk.actions.elections.decisions import (
    declared_last,
    last_round,
    open_way,
    two_and_reason,
    write_decision,
)
from congress_desk.actions.operators.guard import guarded
from congress_desk.actions.operators.unlock import Unlock, spend
from congress_desk.actions.text_limits import too_long
from congress_desk.domain.decisions.decision import (
    Decision,
    DecisionKind,
    DecisionOrgan,
    DecisionPerson,
    PersonRole,
)
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.domain.text.limits import LONG_TEXT_LIMIT, NAME_LIMIT
from congress_desk.domain.text.same_name import is_among, is_same_name
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.congress import congress
from congress_desk.queries.elections.course import decision, election_course
from congress_desk.queries.elections.lists import election
from congress_desk.storage.congress_file import CongressFile


@guarded
def appoint(
    file: CongressFile,
    election_id: int,
    names: Sequence[str],
    *,
    document: str,
    document_date: str,
    issued_by: str,
    reason: str = "",
    actor: str,
) -> Decision | Refusal:
    """Record whom the superior appointed by decision, read out instead of an election.

    Before the first round, or after rounds where the rules let the superior appoint.
    """
    course = election_course(file, election_id)
    names = [clean_text(name) for name in names if clean_text(name)]
    if course.newest is not None and course.newest.counting:
        return refuse(
            "round_still_open", code=course.election.code, number=course.newest.round.number
        )
    article = ""  # read out instead of a vote it rests on its document alone
    if course.rounds:
        choice = open_way(file, election_id, DecisionKind.APPOINTED)
        if isinstance(choice, Refusal):
            return choice
        article = choice.article
    if not names or any(is_same_name(*pair) for pair in combinations(names, 2)):
        return refuse("appointed_names_wrong")
    seated = [seat.name for seat in course.elected]
    for name in names:
        if is_among(name, seated):
            return refuse("appointed_has_post", name=name)
    if len(names) > course.open_seats:
        return refuse("appointed_too_many", seats=course.open_seats)
    refusal = (
        _check_document(document, document_date, issued_by)
        or too_long(reason, LONG_TEXT_LIMIT)
        or next(filter(None, (too_long(name, NAME_LIMIT) for name in names)), None)
    )
    if refusal:
        return refusal
    listed = course.election.candidates
    new = Decision(
        id=0,
        election_id=election_id,
        kind=DecisionKind.APPOINTED,
        organ=DecisionOrgan.SUPERIOR,
        round_id=last_round(file, election_id),
        seats=len(names),
        article=article,
        reason=reason,
        document=document,
        document_date=document_date,
        issued_by=issued_by,
        people=tuple(
            DecisionPerson(
                name=name,
                role=PersonRole.APPOINTED,
                candidate_id=next((c.id for c in listed if is_same_name(c.name, name)), 0),
            )
            for name in names
        ),
    )
    with file.act(
        "appoint", actor=actor, backup=True, code=course.election.code, names=", ".join(names),
        document=clean_text(document),
    ) as act:  # fmt: skip
        written = write_decision(act, new, actor)
    return decision(file, written)


@guarded
def annul_round(
    file: CongressFile,
    round_id: int,
    *,
    organ: DecisionOrgan,
    document: str,
    document_date: str,
    issued_by: str,
    first: str,
    second: str,
    reason: str,
    article: str = "",
    actor: str,
    unlocked: Unlock | None = None,
) -> Decision | Refusal:
    """Annul a declared round by decision; it stays in the file and in the papers (190 Điều 33).

    Two people answer for it, those who unlocked it where operators are defined. Allowed after the
    closing too: the superior may annul a result then.
    """
    found = declared_last(file, round_id)
    if isinstance(found, Refusal):
        return found
    said = (
        _check_document(document, document_date, issued_by)
        or too_long(article, NAME_LIMIT)
        or two_and_reason(
            file, "annul_round", round_id, unlocked, two=(first, second), reason=reason
        )
    )
    if isinstance(said, Refusal):
        return said
    first, second, reason = said
    code = election(file, found.election_id).code
    new = Decision(
        id=0,
        election_id=found.election_id,
        kind=DecisionKind.ANNULMENT,
        organ=organ,
        round_id=round_id,
        part=found.part,
        article=clean_text(article) or congress(file).rules.article("annulment"),
        reason=reason,
        document=document,
        document_date=document_date,
        issued_by=issued_by,
        first_name=first,
        second_name=second,
    )
    with file.act(
        "annul_round", actor=actor, backup=True, round_id=round_id, code=code,
        number=found.number, document=clean_text(document), reason=reason,
        first=first, second=second,
    ) as act:  # fmt: skip
        written = write_decision(act, new, actor)
    spend(file, unlocked)
    return decision(file, written)


def _check_document(document: str, document_date: str, issued_by: str) -> Refusal | None:
    if not clean_text(document) or not clean_text(document_date) or not clean_text(issued_by):
        return refuse("document_missing")
    return (
        too_long(document, NAME_LIMIT)
        or too_long(document_date, NAME_LIMIT)
        or too_long(issued_by, NAME_LIMIT)
    )
