"""Version 6: counting that can be trusted."""

from __future__ import annotations

from sqlite_utils import Database

from congress_desk.storage.migrations.m0006_checks import CHECKS
from congress_desk.storage.migrations.m0006_early_issue import EARLY_ISSUE
from congress_desk.storage.migrations.m0006_operators import OPERATORS
from congress_desk.storage.migrations.m0006_passes import PASSES
from congress_desk.storage.migrations.m0006_stations import STATIONS
from congress_desk.storage.migrations.m0006_totals import TOTALS

_SECTIONS = (PASSES, OPERATORS, EARLY_ISSUE, CHECKS, STATIONS, TOTALS)


def apply(db: Database) -> None:
    """Bring a file of version 5 to version 6 inside the caller's transaction."""
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
