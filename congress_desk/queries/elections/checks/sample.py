"""The samples of a round: sheets drawn, and how they stand against the paper."""

from __future__ import annotations

from congress_desk.domain.elections.checks.sample import Sample
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.elections import checks as reading_checks


def samples(file: CongressFile, round_id: int) -> tuple[Sample, ...]:
    """Return the samples of a round, oldest first; places and states, no ballot."""
    return reading_checks.samples(file, round_id)
