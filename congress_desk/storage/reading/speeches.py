"""Speeches and the columns of the programme under way, read from the file."""

from __future__ import annotations

from congress_desk.domain.running.speech import Speech
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.rows.speeches import speech_of


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
