"""Acts on numbered copies of texts: number them, hand them out, take them back, give them up."""

from __future__ import annotations

from collections.abc import Mapping

from congress_desk.actions.preparation.texts import text_or_refusal
from congress_desk.actions.text_limits import no_reason, shortened
from congress_desk.domain.preparation.copies import (
    MOST_COPIES,
    TextCopies,
    check_handing,
    check_return,
    handed_to_all,
)
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.congress import people
from congress_desk.queries.recipients import who_gets
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.text_copies import text_copies


def number_copies(
    file: CongressFile, text_id: int, copies: int | None, *, comes_back: bool, actor: str
) -> TextCopies | Refusal:
    """Say how many copies of a text are printed, numbered from 1, and whether they come back.

    Refused below the highest number that was handed out.
    """
    text = text_or_refusal(file, text_id)
    if isinstance(text, Refusal):
        return text
    if copies is None or not 1 <= copies <= MOST_COPIES:
        return refuse("copies_wrong", most=MOST_COPIES)
    before = text_copies(file, text_id)
    highest = max((c.number for c in before.handed), default=0) if before else 0
    if copies < highest:
        return refuse("copies_below_handed", number=highest)
    with file.act("number_copies", actor=actor, title=shortened(text.title), count=copies) as act:
        row = {"copies": copies, "comes_back": int(comes_back)}
        if before is None:
            act.insert("text_print", text_id=text_id, **row)
        else:
            act.update("text_print", text_id, **row)
    return _copies(file, text_id)


def hand_out_copy(
    file: CongressFile, text_id: int, number: int | None, person_id: int, *, actor: str
) -> TextCopies | Refusal:
    """Hand a copy to somebody of the register; refused while anybody has it, and a second one."""
    found = _copies_or_refusal(file, text_id)
    if isinstance(found, Refusal):
        return found
    known = people(file)
    person = next((p for p in known if p.id == person_id), None)
    if person is None:
        return refuse("person_unknown", number=person_id)
    refusal = check_handing(found, number, person, known)
    if refusal or number is None:
        return refusal or found
    with file.act("hand_out_copy", actor=actor, number=number, name=person.name) as act:
        act.insert("text_copy", **_row(text_id, number, person_id, act.at))
    return _copies(file, text_id)


def hand_out_copies(file: CongressFile, text_id: int, *, actor: str) -> TextCopies | Refusal:
    """Hand a copy to everybody who gets the text and has none, to every delegate where it is not
    said who does; with the number of the card where it is free.
    """
    found = _copies_or_refusal(file, text_id)
    if isinstance(found, Refusal):
        return found
    given = handed_to_all(found, who_gets(file, text_id))
    if isinstance(given, Refusal):
        return given
    if not given:
        return refuse("copies_all_handed")
    with file.act("hand_out_copies", actor=actor, count=len(given)) as act:
        for person_id, number in given.items():
            act.insert("text_copy", **_row(text_id, number, person_id, act.at))
    return _copies(file, text_id)


def hand_out_list(
    file: CongressFile, text_id: int, given: Mapping[int, int], *, source: str, actor: str
) -> TextCopies | Refusal:
    """Hand out the copies of a list, each number to a person by theirs; all of them or none."""
    found = _copies_or_refusal(file, text_id)
    if isinstance(found, Refusal):
        return found
    known = {person.id: person for person in people(file)}
    for number, person_id in given.items():
        if person_id not in known:
            return refuse("person_unknown", number=person_id)
        refusal = check_handing(found, number, known[person_id], tuple(known.values()))
        if refusal:
            return refusal
    if not given or len(set(given.values())) < len(given):
        return refuse("copy_list_names_nobody")
    with file.act("hand_out_list", actor=actor, source=clean_text(source), count=len(given)) as act:
        for number, person_id in sorted(given.items()):
            act.insert("text_copy", **_row(text_id, number, person_id, act.at))
    return _copies(file, text_id)


def take_back_copy(
    file: CongressFile, text_id: int, number: int | None, *, actor: str
) -> TextCopies | Refusal:
    """Take a copy back; refused of one that was never handed out, or is back already."""
    found = _copies_or_refusal(file, text_id)
    if isinstance(found, Refusal):
        return found
    refusal = check_return(found, number)
    there = found.holder(number or 0)
    if refusal or there is None:
        return refusal or found
    with file.act("take_back_copy", actor=actor, number=there.number) as act:
        act.update("text_copy", there.id, returned_at=act.at, missing="")
    return _copies(file, text_id)


def give_copy_up(
    file: CongressFile, text_id: int, number: int | None, *, reason: str, actor: str
) -> TextCopies | Refusal:
    """Record why a copy that is out will not come back."""
    found = _copies_or_refusal(file, text_id)
    if isinstance(found, Refusal):
        return found
    refusal = check_return(found, number) or no_reason(reason)
    there = found.holder(number or 0)
    if refusal or there is None:
        return refusal or found
    words = clean_text(reason)
    with file.act("give_copy_up", actor=actor, number=there.number, reason=words) as act:
        act.update("text_copy", there.id, missing=words)
    return _copies(file, text_id)


def _row(text_id: int, number: int, person_id: int, at: str) -> dict[str, int | str]:
    return {
        "text_id": text_id,
        "number": number,
        "person_id": person_id,
        "handed_at": at,
        "returned_at": "",
        "missing": "",
    }


def _copies_or_refusal(file: CongressFile, text_id: int) -> TextCopies | Refusal:
    text = text_or_refusal(file, text_id)
    if isinstance(text, Refusal):
        return text
    return text_copies(file, text_id) or refuse("copies_not_numbered")


def _copies(file: CongressFile, text_id: int) -> TextCopies:
    found = text_copies(file, text_id)
    assert found is not None
    return found
