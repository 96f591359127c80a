"""Below how many ballots a workbook does not show them, and where two people chose otherwise."""

from __future__ import annotations

from congress_desk.domain.elections.checks.secrecy import FEWEST_USUAL, Secrecy
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading import congress as reading_congress
from congress_desk.storage.reading.elections import checks as reading_checks

FEWEST_KEY = "secrecy.fewest_ballots"


def secrecy(file: CongressFile) -> Secrecy:
    """Return what keeps the ballots of small rounds out of workbooks."""
    fewest = reading_congress.congress_setting(file, FEWEST_KEY)
    return Secrecy(
        fewest=int(fewest) if fewest else FEWEST_USUAL,
        chosen=frozenset(reading_checks.shown_rounds(file)),
    )
