"""Memberships of organs and assignments as rows, and back."""

from __future__ import annotations

from congress_desk.domain.organs.duty import Assignment, Duty, Organ
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.storage.journal.lines import Row
from congress_desk.storage.rows.columns import text_columns

_DUTY_TEXTS = ("name", "title", "duty", "organ_name", "since", "until", "until_reason")


def duty_row(duty: Duty) -> Row:
    """Return the columns of a duty without id and place."""
    return {
        **text_columns(duty, _DUTY_TEXTS),
        "organ": duty.organ.value,
        "election_id": duty.election_id or None,
        "person_id": duty.person_id or None,
    }


def duty_of(row: Row) -> Duty:
    """Return a duty."""
    return Duty(
        id=row["id"],
        organ=Organ(row["organ"]),
        election_id=row["election_id"] or 0,
        person_id=row["person_id"] or 0,
        **{name: row[name] for name in _DUTY_TEXTS},
    )


def assignment_row(assignment: Assignment) -> Row:
    """Return the columns of an assignment without its id; every text in NFC on one line."""
    return {
        "duty_id": assignment.duty_id,
        "session": clean_text(assignment.session),
        "item_id": assignment.item_id or None,
        "what": clean_text(assignment.what),
        "relieved_by": assignment.relieved_by or None,
        "relieved_reason": clean_text(assignment.relieved_reason),
    }


def assignment_of(row: Row) -> Assignment:
    """Return an assignment from its row."""
    return Assignment(
        id=row["id"],
        duty_id=row["duty_id"],
        session=row["session"],
        item_id=row["item_id"] or 0,
        what=row["what"],
        relieved_by=row["relieved_by"] or 0,
        relieved_reason=row["relieved_reason"],
    )
