"""The profile of a candidate as a row."""

from __future__ import annotations

from congress_desk.domain.people.person import Person
from congress_desk.storage.journal.lines import Row
from congress_desk.storage.rows.columns import text_columns

PROFILE = (
    "ethnic", "religion", "hometown", "delegation", "joined", "official_on", "schooling", "degree",
    "theory", "language", "incumbent",
)  # fmt: skip


def profile_row(person: Person) -> Row:
    """Return the columns of a candidate's own profile, without candidate and person."""
    return text_columns(person, PROFILE)
