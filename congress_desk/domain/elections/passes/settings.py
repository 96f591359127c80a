"""How the ballots of a congress are entered: so many passes, bundles of such a size."""

from __future__ import annotations

from dataclasses import dataclass

from congress_desk.domain.elections.passes.bundle_passes import MOST_PASSES
from congress_desk.errors import Refusal, refuse

LEAST_BUNDLE, MOST_BUNDLE = 20, 50


@dataclass(frozen=True, slots=True, kw_only=True)
class EntrySettings:
    """How often ballots are entered, each time by somebody else, and how many make a bundle.

    A round takes both when it opens and keeps them.
    """

    passes: int = 1
    bundle_size: int = 25


def check_entry_settings(settings: EntrySettings) -> Refusal | None:
    """Say why ballots cannot be entered so."""
    if not 1 <= settings.passes <= MOST_PASSES:
        return refuse("passes_wrong", most=MOST_PASSES)
    if not LEAST_BUNDLE <= settings.bundle_size <= MOST_BUNDLE:
        return refuse("bundle_size_outside", least=LEAST_BUNDLE, most=MOST_BUNDLE)
    return None
