"""Acts on a counting board: a counter who becomes a candidate is replaced, with trace."""

from __future__ import annotations

from dataclasses import replace

from congress_desk.actions.duties.members import (
    check_member,
    standing_member,
)
from congress_desk.actions.text_limits import no_reason
from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.errors import Refusal, refuse
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading import duties as reading_duties
from congress_desk.storage.reading import people as reading_people
from congress_desk.storage.rows.duties import duty_row


def replace_counter(
    file: CongressFile, duty_id: int, *, name: str, person_id: int = 0, reason: str, actor: str
) -> Duty | Refusal:
    """Let a counter leave the board and take another in at the same place, in one act.

    The new one has the same title, and may not be on a list the board counts (190 Điều 8).
    """
    found = standing_member(file, duty_id)
    if isinstance(found, Refusal):
        return found
    if found.organ is not Organ.COUNTING_BOARD:
        return refuse("duty_unknown")
    person = reading_people.person(file, person_id) if person_id else None
    known = clean_text(name) or (person.name if person else "")
    new = replace(found, id=0, name=known, person_id=person_id)
    reason = clean_text(reason)
    refusal = no_reason(reason)
    refusal = refusal or check_member(file, new)
    if refusal:
        return refusal
    place = reading_duties.duty_places(file)[duty_id]
    with file.act("replace_counter", actor=actor, name=found.name, new=known, reason=reason) as act:
        act.update("duty", duty_id, until=act.at, until_reason=reason)
        begun = replace(new, since=act.at, until="", until_reason="")
        written = act.insert("duty", place=place, **duty_row(begun))
    made = reading_duties.duty(file, written)
    assert made is not None
    return made
