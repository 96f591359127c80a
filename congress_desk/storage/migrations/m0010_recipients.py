"""Version 10: who gets a text of the congress."""

from __future__ import annotations

from sqlite_utils import Database

# As the office words it, with semicolons between: parts of the congress, people, "Lưu: 2". Who is
# meant follows from the register as it stands.
_RECIPIENTS = """
ALTER TABLE congress_text ADD COLUMN recipients TEXT NOT NULL DEFAULT ''
    CHECK (length(recipients) <= 8000)
"""


def apply(db: Database) -> None:
    """Bring a file of version 9 to version 10 inside the caller's transaction."""
    db.execute(_RECIPIENTS)
