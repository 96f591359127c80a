"""How the ballots of this congress are entered."""

from __future__ import annotations

from congress_desk.domain.elections.passes.settings import EntrySettings
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading import congress as reading_congress

PASSES, BUNDLE_SIZE = "entry.passes", "entry.bundle_size"


def entry_settings(file: CongressFile) -> EntrySettings:
    """Return how many passes and which bundles the next round opens with."""
    passes = reading_congress.congress_setting(file, PASSES)
    size = reading_congress.congress_setting(file, BUNDLE_SIZE)
    usual = EntrySettings()
    return EntrySettings(
        passes=int(passes) if passes else usual.passes,
        bundle_size=int(size) if size else usual.bundle_size,
    )
