"""Acts on the speakers' register: request, change, order, call, finish, withdraw, put back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from congress_desk.actions.text_limits import shortened, too_long
from congress_desk.domain.running.speech import Speech, SpeechState
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.domain.text.limits import LONG_TEXT_LIMIT, NAME_LIMIT, TEXT_LIMIT
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.congress import agenda
from congress_desk.storage.act import Act
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading import people as reading_people
from congress_desk.storage.reading import speeches as reading_speeches
from congress_desk.storage.rows.speeches import speech_row

MOST_MINUTES = 600
GIST_LIMIT = 20_000


def request_speech(file: CongressFile, speech: Speech, *, actor: str) -> Speech | Refusal:
    """Put a request to speak at the end of the register."""
    refusal = _check(file, speech)
    if refusal:
        return refusal
    asked = replace(speech, state=SpeechState.REQUESTED, started_at="", finished_at="")
    place = reading_speeches.last_place(file) + 1
    with file.act("request_speech", actor=actor, speaker=clean_text(speech.speaker)) as act:
        new = act.insert("speech", place=place, **speech_row(asked))
    return _speech(file, new)


def edit_speech(file: CongressFile, speech: Speech, *, actor: str) -> Speech | Refusal:
    """Change who speaks, about what, for how long, and the gist; state and times stay."""
    found = _known(file, speech.id)
    refusal = found if isinstance(found, Refusal) else _check(file, speech)
    if isinstance(found, Refusal) or refusal:
        return refusal or found
    changed = replace(
        speech, state=found.state, started_at=found.started_at, finished_at=found.finished_at
    )
    with file.act("edit_speech", actor=actor, speaker=clean_text(speech.speaker)) as act:
        act.update("speech", found.id, **speech_row(changed))
    return _speech(file, found.id)


def order_speeches(
    file: CongressFile, speech_ids: Sequence[int], *, actor: str
) -> tuple[Speech, ...] | Refusal:
    """Put the speeches into this order; each of them is named once."""
    known = reading_speeches.speeches(file)
    if sorted(speech_ids) != sorted(speech.id for speech in known):
        return refuse("speeches_order_wrong")
    with file.act("order_speeches", actor=actor) as act:
        for place, speech_id in enumerate(speech_ids, start=1):
            act.update("speech", speech_id, place=place)
    return reading_speeches.speeches(file)


def call_speaker(file: CongressFile, speech_id: int, *, actor: str) -> Speech | Refusal:
    """Let somebody speak from now on; whoever is speaking ends in the same act."""
    found = _known(file, speech_id)
    if isinstance(found, Refusal):
        return found
    if found.state is not SpeechState.REQUESTED:
        return refuse("speech_not_waiting", speaker=found.speaker)
    with file.act("call_speaker", actor=actor, speaker=found.speaker) as act:
        for speech in reading_speeches.speeches(file):
            if speech.state is SpeechState.SPEAKING:
                _finish(act, speech)
        act.update("speech", speech_id, state=SpeechState.SPEAKING.value, started_at=act.at)
    return _speech(file, speech_id)


def finish_speech(file: CongressFile, speech_id: int, *, actor: str) -> Speech | Refusal:
    """End a speech now."""
    found = _known(file, speech_id)
    if isinstance(found, Refusal):
        return found
    if found.state is not SpeechState.SPEAKING:
        return refuse("speech_not_speaking", speaker=found.speaker)
    with file.act("finish_speech", actor=actor, speaker=found.speaker) as act:
        _finish(act, found)
    return _speech(file, speech_id)


def withdraw_speech(file: CongressFile, speech_id: int, *, actor: str) -> Speech | Refusal:
    """Take a request back; it stays in the register as withdrawn."""
    found = _known(file, speech_id)
    if isinstance(found, Refusal):
        return found
    if found.state is not SpeechState.REQUESTED:
        return refuse("speech_not_waiting", speaker=found.speaker)
    with file.act("withdraw_speech", actor=actor, speaker=found.speaker) as act:
        act.update("speech", speech_id, state=SpeechState.WITHDRAWN.value)
    return _speech(file, speech_id)


def put_back_speech(file: CongressFile, speech_id: int, *, actor: str) -> Speech | Refusal:
    """Let a speech that was withdrawn, or called or ended by mistake, wait again.

    One that has ended is spoken on: its beginning stays when nobody else is speaking.
    """
    found = _known(file, speech_id)
    if isinstance(found, Refusal):
        return found
    if found.state is SpeechState.REQUESTED:
        return refuse("speech_waits", speaker=found.speaker)
    all_speeches = reading_speeches.speeches(file)
    others = any(speech.state is SpeechState.SPEAKING for speech in all_speeches)
    goes_on = found.state is SpeechState.DONE and not others
    with file.act("put_back_speech", actor=actor, speaker=found.speaker) as act:
        act.update(
            "speech",
            speech_id,
            state=(SpeechState.SPEAKING if goes_on else SpeechState.REQUESTED).value,
            started_at=found.started_at if goes_on else "",
            finished_at="",
        )
    return _speech(file, speech_id)


def _finish(act: Act, speech: Speech) -> None:
    act.update("speech", speech.id, state=SpeechState.DONE.value, finished_at=act.at)


def _check(file: CongressFile, speech: Speech) -> Refusal | None:
    if not clean_text(speech.speaker):
        return refuse("speech_speaker_missing")
    if not 1 <= speech.minutes <= MOST_MINUTES:
        return refuse("speech_minutes_wrong", minutes=speech.minutes, most=MOST_MINUTES)
    if speech.item_id and all(item.id != speech.item_id for item in agenda(file)):
        return refuse("agenda_item_unknown")
    people = {person.id for person in reading_people.people(file)} if speech.person_id else set()
    if speech.person_id and speech.person_id not in people:
        return refuse("speech_person_unknown", speaker=shortened(speech.speaker))
    bounds = (
        (speech.speaker, NAME_LIMIT),
        (speech.through, NAME_LIMIT),
        (speech.delegation, TEXT_LIMIT),
        (speech.topic, LONG_TEXT_LIMIT),
        (speech.gist, GIST_LIMIT),
    )
    return next(filter(None, (too_long(text, most) for text, most in bounds)), None)


def _known(file: CongressFile, speech_id: int) -> Speech | Refusal:
    return reading_speeches.speech(file, speech_id) or refuse("speech_unknown")


def _speech(file: CongressFile, speech_id: int) -> Speech:
    found = reading_speeches.speech(file, speech_id)
    assert found is not None
    return found
