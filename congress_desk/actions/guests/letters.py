"""Acts on letters: sent, taken back as sent, answered; and how they are worded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from congress_desk.actions.congress_settings import MOST, keep_setting
from congress_desk.actions.people.mailings import mailings_text
from congress_desk.actions.text_limits import too_long
from congress_desk.domain.guests.invitation import (
    FIRST_MAILING,
    LAST_MAILING,
    Answer,
    Invitation,
    Letter,
    letter_to,
)
from congress_desk.domain.guests.letter_fields import LETTER_FIELDS
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.domain.text.limits import TEXT_LIMIT
from congress_desk.domain.text.placeholders import filled
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.guests import MAILINGS, letter_mailings, letter_text, text_key
from congress_desk.storage.act import Act
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading import guests as reading_guests
from congress_desk.storage.reading import people as reading_people
from congress_desk.storage.rows.guests import invitation_row


def send_letters(file: CongressFile, ids: Sequence[int], day: str, *, actor: str) -> int | Refusal:
    """Note that the letters to these people were sent on `day`; return how many were not before.

    A letter that was sent already keeps its day.
    """
    if not _is_day(day):
        return refuse("letter_day_wrong", day=day)
    found = _invitations(file, ids)
    if isinstance(found, Refusal):
        return found
    sent = [replace(each, sent_on=day) for each in found if not each.sent_on]
    if not sent:
        return 0
    with file.act("send_letters", actor=actor, count=len(sent), day=day) as act:
        for each in sent:
            _write(file, act, each)
    return len(sent)


def unsend_letters(file: CongressFile, ids: Sequence[int], *, actor: str) -> int | Refusal:
    """Note that these letters were not sent after all; refused of one that was answered."""
    found = _invitations(file, ids)
    if isinstance(found, Refusal):
        return found
    answered = next((each for each in found if each.answer is not Answer.NONE), None)
    if answered is not None:
        return refuse("letter_answered", name=_name(file, answered.person_id))
    sent = [replace(each, sent_on="") for each in found if each.sent_on]
    if not sent:
        return 0
    with file.act("unsend_letters", actor=actor, count=len(sent)) as act:
        for each in sent:
            _write(file, act, each)
    return len(sent)


def date_letter(file: CongressFile, number: int, day: str, *, actor: str) -> int | Refusal:
    """Set the day on which the letter to somebody was sent, "" where it was not."""
    if not day:
        return unsend_letters(file, [number], actor=actor)
    found = _invitations(file, [number])
    if isinstance(found, Refusal):
        return found
    if not found[0].sent_on or not _is_day(day):
        return send_letters(file, [number], day, actor=actor)
    if found[0].sent_on == day:
        return 0
    with file.act("date_letter", actor=actor, name=_name(file, number), day=day) as act:
        _write(file, act, replace(found[0], sent_on=day))
    return 1


def put_in_mailing(
    file: CongressFile, ids: Sequence[int], mailing: int, *, actor: str
) -> int | Refusal:
    """Put the letters to these people into a mailing, from 1; return how many were in another.

    The letters of a mailing are one paper with a number and a day of its own: whoever is invited
    after the others is written to with the next number, and nobody is written to again.
    """
    if not FIRST_MAILING <= mailing <= LAST_MAILING:
        return refuse("letter_mailing_wrong", most=LAST_MAILING)
    found = _invitations(file, ids)
    if isinstance(found, Refusal):
        return found
    before = letter_mailings(file)
    moved = {each.person_id for each in found}
    moved = {number for number in moved if before.get(number, FIRST_MAILING) != mailing}
    if not moved:
        return 0
    after = {**before, **dict.fromkeys(moved, mailing)}
    kept, value = mailings_text(before), mailings_text(after)
    if len(value) > MOST:
        return refuse("text_too_long", length=len(value), most=MOST)
    with file.act("put_in_mailing", actor=actor, count=len(moved), mailing=mailing) as act:
        keep_setting(act, MAILINGS, kept, value)
    return len(moved)


def word_letters(
    file: CongressFile, texts: Mapping[Letter, str], *, actor: str
) -> Mapping[Letter, str] | Refusal:
    """Word letters anew, "" as they came; refused is a {place} that no letter fills."""
    texts = {letter: _tidy(text) for letter, text in texts.items()}
    for text in texts.values():
        unknown = filled(text, dict.fromkeys(LETTER_FIELDS, "–"), blank="–").unknown
        if unknown:
            return refuse("letter_field_unknown", name=unknown[0])
        if len(text) > MOST:
            return refuse("text_too_long", length=len(text), most=MOST)
    before = {letter: letter_text(file, letter) for letter in texts}
    if texts == before:
        return texts
    with file.act("word_letters", actor=actor) as act:
        for letter, text in texts.items():
            keep_setting(act, text_key(letter), before[letter], text)
    return texts


def record_answers(
    file: CongressFile, ids: Sequence[int], answer: Answer, day: str, *, actor: str
) -> int | Refusal:
    """Note what these people answered on `day`; `Answer.NONE` takes an answer back.

    Return how many answers changed.
    """
    if not _is_day(day):
        return refuse("letter_day_wrong", day=day)
    found = _invitations(file, ids)
    if isinstance(found, Refusal):
        return found
    answered_on = day if answer is not Answer.NONE else ""
    changed = [
        replace(each, answer=answer, answered_on=answered_on)
        for each in found
        if each.answer is not answer
    ]
    if not changed:
        return 0
    said = f"letter_answer.{answer.value or 'none'}"
    with file.act("record_answers", actor=actor, count=len(changed), answer=said) as act:
        for each in changed:
            _write(file, act, each)
    return len(changed)


def remark_on_letter(
    file: CongressFile, number: int, remark: str, *, actor: str
) -> Invitation | Refusal:
    """Keep what else was said about a letter: who comes in whose stead, at what hour."""
    found = _invitations(file, [number])
    refusal = too_long(remark, TEXT_LIMIT)
    if isinstance(found, Refusal) or refusal:
        return refusal or found  # type: ignore[return-value]
    after = replace(found[0], remark=clean_text(remark))
    if after == found[0]:
        return after
    with file.act("remark_on_letter", actor=actor, name=_name(file, number)) as act:
        _write(file, act, after)
    return after


def _invitations(file: CongressFile, ids: Iterable[int]) -> list[Invitation] | Refusal:
    people = {person.id: person for person in reading_people.people(file)}
    wanted = list(dict.fromkeys(ids))
    for number in wanted:
        if number not in people:
            return refuse("person_unknown", number=number)
        if letter_to(people[number]) is None:
            return refuse("letter_to_nobody", name=people[number].name)
    kept = reading_guests.invitations(file)
    return [kept.get(number, Invitation(person_id=number)) for number in wanted]


def _tidy(text: str) -> str:
    return "\n".join(clean_text(line) for line in text.strip().splitlines())


def _write(file: CongressFile, act: Act, invitation: Invitation) -> None:
    """Write an invitation; one that says nothing any more is no row."""
    number, row = invitation.person_id, invitation_row(invitation)
    known = reading_guests.invitation_of(file, number) is not None
    if invitation == Invitation(person_id=number):
        if known:
            act.delete("invitation", number)
    elif known:
        act.update("invitation", number, **row)
    else:
        act.insert("invitation", person_id=number, **row)


def _name(file: CongressFile, number: int) -> str:
    person = reading_people.person(file, number)
    return person.name if person else ""


def _is_day(day: str) -> bool:
    try:
        return date.fromisoformat(day).isoformat() == day
    except ValueError:
        return False
