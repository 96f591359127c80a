"""Acts on who counts: a status with its reason, an alternate in a delegate's seat."""

from __future__ import annotations

from collections.abc import Sequence

from congress_desk.actions.text_limits import no_reason, too_long
from congress_desk.domain.people.person import (
    VOTING_KINDS,
    CongressKind,
    Person,
    PersonKind,
    Status,
)
from congress_desk.domain.people.register import Replacement, needs_reason
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.domain.text.limits import LONG_TEXT_LIMIT
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.congress import congress
from congress_desk.storage.act import Act
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading import people as reading_people


def set_status(
    file: CongressFile, ids: Sequence[int], status: Status, *, reason: str, actor: str
) -> int | Refusal:
    """Change the status of people, all of them or none; return how many changed.

    A status that touches D, and leaving one, needs a reason. That somebody's seat was taken over
    is said by `replace_delegate` and taken back by `restore_delegate`.
    """
    reason = clean_text(reason)
    people = _people(file, ids)
    if isinstance(people, Refusal):
        return people
    changing = [p for p in people if p.status is not status]
    if status is Status.REPLACED:
        return refuse("status_replaced_by_act")
    held = next((p for p in changing if p.status is Status.REPLACED), None)
    if held:
        return refuse("status_of_replaced", name=held.name)
    if any(needs_reason(p.status, status) for p in changing) and not reason:
        return refuse("status_needs_reason")
    refusal = too_long(reason, LONG_TEXT_LIMIT)
    if refusal:
        return refusal
    if not changing:
        return 0
    names = ", ".join(p.name for p in changing[:3]) + (" …" if len(changing) > 3 else "")
    with file.act(
        "set_status", actor=actor, status=f"status.{status.value}", count=len(changing),
        names=names, reason=reason or "–",
    ) as act:  # fmt: skip
        for person in changing:
            _change(act, person, status, reason, actor)
    return len(changing)


def replace_delegate(
    file: CongressFile, delegate_id: int, alternate_id: int, *, reason: str, actor: str
) -> Replacement | Refusal:
    """Give the seat of an absent delegate to an alternate, who then counts in D instead."""
    reason = clean_text(reason)
    found = _people(file, (delegate_id, alternate_id))
    if isinstance(found, Refusal):
        return found
    if delegate_id == alternate_id:
        return refuse("replacement_kinds_wrong")
    delegate, alternate = found
    refusal = _check_pair(file, delegate, alternate)
    if refusal:
        return refusal
    refusal = no_reason(reason)
    if refusal:
        return refusal
    with file.act(
        "replace_delegate", actor=actor, backup=True,
        delegate=delegate.name, alternate=alternate.name, reason=reason,
    ) as act:  # fmt: skip
        _change(act, delegate, Status.REPLACED, reason, actor)
        act.insert(
            "replacement",
            delegate_id=delegate_id,
            alternate_id=alternate_id,
            reason=reason,
            at=act.at,
        )
    return next(r for r in reading_people.replacements(file) if r.delegate_id == delegate_id)


def restore_delegate(
    file: CongressFile, delegate_id: int, *, reason: str, actor: str
) -> Person | Refusal:
    """Give a delegate the seat back; the alternate has no vote again. The delegate is absent."""
    reason = clean_text(reason)
    found = _people(file, (delegate_id,))
    if isinstance(found, Refusal):
        return found
    delegate = found[0]
    if delegate.status is not Status.REPLACED:
        return refuse("delegate_not_replaced", name=delegate.name)
    refusal = no_reason(reason)
    if refusal:
        return refusal
    paired = any(r.delegate_id == delegate_id for r in reading_people.replacements(file))
    with file.act(
        "restore_delegate", actor=actor, backup=True, delegate=delegate.name, reason=reason
    ) as act:
        _change(act, delegate, Status.ABSENT, reason, actor)
        if paired:
            act.delete("replacement", delegate_id)
    restored = reading_people.person(file, delegate_id)
    assert restored is not None
    return restored


def _check_pair(file: CongressFile, delegate: Person, alternate: Person) -> Refusal | None:
    if congress(file).details.kind is not CongressKind.DELEGATES:
        return refuse("replacement_only_of_delegates")
    if delegate.kind not in VOTING_KINDS or alternate.kind is not PersonKind.ALTERNATE:
        return refuse("replacement_kinds_wrong")
    if delegate.status is Status.PRESENT:
        return refuse("delegate_is_present", name=delegate.name)
    if delegate.status is Status.REPLACED and any(
        r.delegate_id == delegate.id for r in reading_people.replacements(file)
    ):
        return refuse("delegate_already_replaced", name=delegate.name)
    if delegate.status is Status.SUSPENDED:
        return refuse("delegate_is_suspended", name=delegate.name)
    if alternate.replaces:
        return refuse("alternate_already_in_seat", name=alternate.name)
    if alternate.status not in (Status.PRESENT, Status.ABSENT):
        return refuse("alternate_not_available", name=alternate.name)
    return None


def _change(act: Act, person: Person, status: Status, reason: str, actor: str) -> None:
    act.update("person", person.id, status=status.value)
    write_status_change(act, person, status, reason, actor)


def write_status_change(act: Act, person: Person, status: Status, reason: str, actor: str) -> None:
    """Keep, inside an act, that a person's status was changed, by whom and why."""
    act.insert(
        "status_change",
        person_id=person.id,
        before=person.status.value,
        status=status.value,
        reason=reason,
        at=act.at,
        actor=clean_text(actor),
    )


def _people(file: CongressFile, ids: Sequence[int]) -> list[Person] | Refusal:
    known = {p.id: p for p in reading_people.people(file)}
    for number in ids:
        if number not in known:
            return refuse("person_unknown", number=number)
    return [known[number] for number in dict.fromkeys(ids)]
