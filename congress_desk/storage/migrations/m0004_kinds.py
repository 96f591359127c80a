"""Version 4: the kind of an election, "" where nobody said it and its title tells."""

from __future__ import annotations

from sqlite_utils import Database

_COLUMNS = """
ALTER TABLE election ADD COLUMN kind TEXT NOT NULL DEFAULT '' CHECK (kind IN
    ('', 'committee', 'standing', 'secretary', 'deputy', 'inspection', 'delegates', 'other'));
"""


def apply(db: Database) -> None:
    """Give elections a kind."""
    for statement in _COLUMNS.split(";"):
        if statement.strip():
            db.execute(statement)
