"""Acts on one person as the register's cells and the card make them, each one act."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from congress_desk.actions.people.register import edit_person
from congress_desk.domain.people.person import Person
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.people import person
from congress_desk.storage.congress_file import CongressFile


def edit_field(
    file: CongressFile, number: int, name: str, value: Any, *, actor: str
) -> Person | Refusal:
    """Set one field of a person as the file has them now; another cell's edit is not undone."""
    found = person(file, number)
    if found is None:
        return refuse("person_unknown", number=number)
    return edit_person(file, replace(found, **{name: value}), actor=actor)
