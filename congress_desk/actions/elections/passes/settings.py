"""The act that says how often ballots are entered, and how many make a bundle."""

from __future__ import annotations

from congress_desk.actions.operators.guard import guarded
from congress_desk.domain.elections.passes.settings import EntrySettings, check_entry_settings
from congress_desk.errors import Refusal
from congress_desk.queries.elections.passes.settings import BUNDLE_SIZE, PASSES
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading import congress as reading_congress


@guarded
def set_entry_settings(
    file: CongressFile, settings: EntrySettings, *, actor: str
) -> EntrySettings | Refusal:
    """Say how the ballots of the rounds to come are entered; a round that is open keeps its own."""
    refusal = check_entry_settings(settings)
    if refusal:
        return refusal
    with file.act(
        "set_entry_settings",
        actor=actor,
        passes=settings.passes,
        bundle_size=settings.bundle_size,
    ) as act:
        for key, value in ((PASSES, settings.passes), (BUNDLE_SIZE, settings.bundle_size)):
            if reading_congress.congress_setting(file, key):
                act.update("congress_setting", key, value=str(value))
            else:
                act.insert("congress_setting", key=key, value=str(value))
    return settings
