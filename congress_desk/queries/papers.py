"""What the office has set on the papers of a congress, and the register of their numbers."""

from __future__ import annotations

from collections.abc import Mapping

from congress_desk.domain.papers import Imprint, read_imprint
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading import congress as reading_congress

IMPRINT = "paper:"


def imprints(file: CongressFile) -> Mapping[str, Imprint]:
    """Return what is set on each paper, by the key of the paper."""
    kept = reading_congress.congress_settings(file, IMPRINT)
    return {key.removeprefix(IMPRINT): read_imprint(text) for key, text in kept.items()}


def imprint(file: CongressFile, key: str) -> Imprint:
    """Return what is set on one paper."""
    return read_imprint(reading_congress.congress_setting(file, f"{IMPRINT}{key}"))
