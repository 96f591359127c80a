"""Acts on what members of organs do: give it to them, relieve them, take it back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from congress_desk.actions.text_limits import no_reason, shortened, too_long
from congress_desk.domain.agenda.item import ItemState
from congress_desk.domain.organs.duty import Assignment, Duty
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.domain.text.limits import LONG_TEXT_LIMIT
from congress_desk.errors import Refusal, refuse
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading import agenda as reading_agenda
from congress_desk.storage.reading import duties as reading_duties
from congress_desk.storage.rows.duties import assignment_row

SESSION_LIMIT = 500


def assign(
    file: CongressFile,
    duty_id: int,
    *,
    what: str,
    session: str = "",
    item_id: int = 0,
    actor: str,
) -> Assignment | Refusal:
    """Give a member something to do in a session (by its key), or at one item of the programme."""
    member = _member(file, duty_id)
    if isinstance(member, Refusal):
        return member
    given = Assignment(
        duty_id=duty_id,
        session="" if item_id else clean_text(session),
        item_id=item_id,
        what=clean_text(what),
    )
    refusal = _check(file, given)
    if refusal:
        return refusal
    with file.act("assign", actor=actor, name=member.name, what=_what(file, given)) as act:
        new = act.insert("assignment", **assignment_row(given))
    return _assignment(file, new)


def edit_assignment(
    file: CongressFile, assignment_id: int, *, what: str, actor: str
) -> Assignment | Refusal:
    """Word anew what a member does."""
    found = _known(file, assignment_id)
    if isinstance(found, Refusal):
        return found
    changed = replace(found, what=clean_text(what))
    refusal = _check(file, changed)
    if refusal:
        return refusal
    name = _name(file, found.duty_id)
    with file.act("edit_assignment", actor=actor, name=name, what=_what(file, changed)) as act:
        act.update("assignment", assignment_id, what=changed.what)
    return _assignment(file, assignment_id)


def unassign(file: CongressFile, assignment_id: int, *, actor: str) -> Assignment | Refusal:
    """Take back what a member was given to do; the journal keeps it."""
    found = _known(file, assignment_id)
    if isinstance(found, Refusal):
        return found
    name = _name(file, found.duty_id)
    with file.act("unassign", actor=actor, name=name, what=_what(file, found)) as act:
        act.delete("assignment", assignment_id)
    return found


def relieve(
    file: CongressFile, ids: Sequence[int], by_duty_id: int, *, reason: str, actor: str
) -> tuple[Assignment, ...] | Refusal:
    """Let another member do these assignments, 0 nobody yet; who had them stays known."""
    found = [_known(file, each) for each in dict.fromkeys(ids)]
    refusal = _first_refusal(found) or _check_relief(file, by_duty_id, reason)
    if refusal:
        return refusal
    given = [each for each in found if isinstance(each, Assignment)]
    if any(each.duty_id == by_duty_id for each in given):
        return refuse("relieved_by_self", name=_name(file, by_duty_id))
    stand_in = _name(file, by_duty_id) if by_duty_id else "–"
    with file.act(
        "relieve",
        actor=actor,
        name=", ".join(dict.fromkeys(_name(file, each.duty_id) for each in given)),
        count=len(given),
        by=stand_in,
        reason=clean_text(reason),
    ) as act:
        for each in given:
            act.update(
                "assignment",
                each.id,
                relieved_by=by_duty_id or None,
                relieved_reason=clean_text(reason),
            )
    return tuple(_assignment(file, each.id) for each in given)


def end_relief(
    file: CongressFile, ids: Sequence[int], *, actor: str
) -> tuple[Assignment, ...] | Refusal:
    """Give these assignments back to who had them first."""
    found = [_known(file, each) for each in dict.fromkeys(ids)]
    refusal = _first_refusal(found)
    if refusal:
        return refusal
    given = [each for each in found if isinstance(each, Assignment)]
    for each in given:
        member = _member(file, each.duty_id)
        if isinstance(member, Refusal):
            return member
    name = ", ".join(dict.fromkeys(_name(file, each.duty_id) for each in given))
    with file.act("end_relief", actor=actor, name=name, count=len(given)) as act:
        for each in given:
            act.update("assignment", each.id, relieved_by=None, relieved_reason="")
    return tuple(_assignment(file, each.id) for each in given)


def _check(file: CongressFile, given: Assignment) -> Refusal | None:
    if not given.item_id and not given.what:
        return refuse("assignment_what_missing")
    if given.item_id and not given.id:
        item = reading_agenda.item(file, given.item_id)
        if item is None or item.state is ItemState.REMOVED:
            return refuse("assignment_item_unknown")
    if not given.id and _is_there(file, given):
        return refuse("assignment_twice", name=_name(file, given.duty_id))
    return too_long(given.what, LONG_TEXT_LIMIT) or too_long(given.session, SESSION_LIMIT)


def _is_there(file: CongressFile, given: Assignment) -> bool:
    """Say whether a member has something to do there already: it is worded anew instead."""
    place = (given.duty_id, given.session, given.item_id)
    return any(
        (each.duty_id, each.session, each.item_id) == place
        for each in reading_duties.assignments(file)
    )


def _check_relief(file: CongressFile, by_duty_id: int, reason: str) -> Refusal | None:
    member = _member(file, by_duty_id) if by_duty_id else None
    return member if isinstance(member, Refusal) else no_reason(reason)


def _first_refusal(found: Sequence[Assignment | Refusal]) -> Refusal | None:
    if not found:
        return refuse("assignment_unknown")
    return next((each for each in found if isinstance(each, Refusal)), None)


def _what(file: CongressFile, given: Assignment) -> str:
    """Return what the journal says of an assignment: the item or the session, and what."""
    item = reading_agenda.item(file, given.item_id) if given.item_id else None
    parts = (item.content if item else given.session, given.what)
    return shortened(": ".join(part for part in parts if part))


def _member(file: CongressFile, duty_id: int) -> Duty | Refusal:
    found = reading_duties.duty(file, duty_id)
    if found is None:
        return refuse("duty_unknown")
    return refuse("duty_ended", name=found.name) if found.until else found


def _known(file: CongressFile, assignment_id: int) -> Assignment | Refusal:
    found = reading_duties.assignment(file, assignment_id)
    return found if found is not None else refuse("assignment_unknown")


def _name(file: CongressFile, duty_id: int) -> str:
    found = reading_duties.duty(file, duty_id)
    return found.name if found else "–"


def _assignment(file: CongressFile, assignment_id: int) -> Assignment:
    found = reading_duties.assignment(file, assignment_id)
    assert found is not None
    return found
