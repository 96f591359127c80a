"""Version 7: the hall, the rehearsal and what holds when a machine fails."""

from __future__ import annotations

from sqlite_utils import Database

from congress_desk.storage.migrations.m0007_motion_shares import MOTION_SHARES
from congress_desk.storage.migrations.m0007_pictures import PICTURES
from congress_desk.storage.migrations.m0007_rehearsal import REHEARSAL
from congress_desk.storage.migrations.m0007_settling import SETTLING

_SECTIONS = (REHEARSAL, MOTION_SHARES, SETTLING, PICTURES)


def apply(db: Database) -> None:
    """Bring a file of version 6 to version 7 inside the caller's transaction."""
    for section in _SECTIONS:
        for statement in _statements(section):
            db.execute(statement)


def _statements(section: str) -> list[str]:
    """Return the statements of a section; a trigger ends with END."""
    found: list[str] = []
    for part in section.strip().split(";\n"):
        if found and found[-1].startswith("CREATE TRIGGER") and "END" not in found[-1]:
            found[-1] += f";\n{part.strip()}"
        elif part.strip(" ;\n"):
            found.append(part.strip().removesuffix(";"))
    return found
