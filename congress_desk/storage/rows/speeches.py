"""Speeches as rows, and back."""

from __future__ import annotations

from congress_desk.domain.running.speech import Speech, SpeechState
from congress_desk.domain.text.clean_text import clean_lines
from congress_desk.storage.journal.lines import Row
from congress_desk.storage.rows.columns import text_columns

_TEXTS = ("speaker", "delegation", "topic", "through", "started_at", "finished_at")


def speech_row(speech: Speech) -> Row:
    """Return the columns of a speech without id and place."""
    return {
        **text_columns(speech, _TEXTS),
        "gist": clean_lines(speech.gist),
        "item_id": speech.item_id or None,
        "person_id": speech.person_id or None,
        "minutes": speech.minutes,
        "state": speech.state.value,
    }


def speech_of(row: Row) -> Speech:
    """Return a speech from its row."""
    return Speech(
        id=row["id"],
        item_id=row["item_id"] or 0,
        person_id=row["person_id"] or 0,
        minutes=row["minutes"],
        state=SpeechState(row["state"]),
        gist=row["gist"],
        **{name: row[name] for name in _TEXTS},
    )
