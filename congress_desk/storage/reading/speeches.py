"""Speeches and the columns of the programme under way, read from the file."""

from __future__ import annotations

from congress_desk.domain.running.speech import Speech, SpeechState
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.journal.lines import Row

_TEXTS = ("speaker", "delegation", "topic", "through", "started_at", "finished_at")


def speeches(file: CongressFile) -> tuple[Speech, ...]:
    """Return all speeches in their order, withdrawn ones too."""
    return tuple(speech_of(row) for row in file.rows("SELECT * FROM speech ORDER BY place, id"))


def speech(file: CongressFile, speech_id: int) -> Speech | None:
    """Return one speech."""
    rows = file.rows("SELECT * FROM speech WHERE id = ?", speech_id)
    return speech_of(rows[0]) if rows else None


def last_place(file: CongressFile) -> int:
    """Return the place of the last speech, 0 without any."""
    return int(file.rows("SELECT coalesce(max(place), 0) AS last FROM speech")[0]["last"])


def inserted_items(file: CongressFile) -> frozenset[int]:
    """Return the items that came into the programme while it ran."""
    rows = file.rows("SELECT id FROM agenda_item WHERE inserted_at <> '' AND state <> 'removed'")
    return frozenset(row["id"] for row in rows)


def skip_reasons(file: CongressFile) -> dict[int, str]:
    """Return why items were skipped, by item."""
    rows = file.rows("SELECT id, skip_reason FROM agenda_item WHERE skip_reason <> ''")
    return {row["id"]: row["skip_reason"] for row in rows}


def speech_row(speech: Speech) -> Row:
    """Return the columns of a speech without id and place."""
    return {
        **{name: clean_text(getattr(speech, name)) for name in _TEXTS},
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


def clean_lines(text: str) -> str:
    """Return a text in NFC line by line, without what nobody sees, empty lines kept."""
    return "\n".join(clean_text(line) for line in text.splitlines()).rstrip()
