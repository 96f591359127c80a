"""The fields that tasks, texts and targets have in common."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Any

from congress_desk.i18n import tr
from congress_desk.ui.records.fields.field import (
    RecordField,
    choice_field,
    day_text,
    reading_day,
    state_choices,
    text_field,
)


def number_field(records: Iterable[Any]) -> RecordField:
    """Return the column of numbers: the place of a record among these."""
    numbers = {record.id: number for number, record in enumerate(records, start=1)}
    return RecordField(
        name="number",
        title=tr("No."),
        text=lambda record: str(numbers.get(record.id, "")),
        key=lambda record: numbers.get(record.id, 0),
        carded=False,
        number=True,
    )


def title_field(name: str, title: str) -> RecordField:
    """Return the field that says what a record is; it takes the room that is left."""
    return text_field(name, title, prose=True, asked=True, long=True)


def due_field(near: date) -> RecordField:
    """Return the deadline; a day typed without a year is the one nearest to `near`."""
    return RecordField(
        name="due",
        title=tr("Deadline"),
        text=lambda record: day_text(record.due),
        key=lambda record: record.due or "9999",
        read=reading_day(near),
        hint="05/06/2020",
        half=True,
        asked=True,
    )


def state_field(group: str, states: type[StrEnum]) -> RecordField:
    """Return how far a record is, chosen by the words of `group`."""
    return choice_field("state", tr("State"), state_choices(group, states), half=True)


def note_field() -> RecordField:
    """Return the note, which stands on the card alone."""
    return text_field("note", tr("Note"), prose=True, column=False)
