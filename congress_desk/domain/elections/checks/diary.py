"""The entry diary of a round: who entered which bundle in which pass, from when to when."""

from __future__ import annotations

from dataclasses import dataclass

from congress_desk.domain.elections.passes.bundle_passes import RESOLVER, PassSource

_TO_THE_MINUTE = len("2026-11-29T15:04")


@dataclass(frozen=True, slots=True, kw_only=True)
class DiaryLine:
    """One entry of a bundle. Times are ISO texts to the minute, "" where none is known.

    `sheets` are those entered or put aside, `corrected` the ballots replaced or taken back. A line
    that is `voided` was entered before the bundle was begun anew.
    """

    bundle: int
    number: int
    who: tuple[str, ...]
    source: PassSource
    since: str
    until: str
    sheets: int
    corrected: int
    voided: bool

    @property
    def is_resolver(self) -> bool:
        """Say whether these are the sheets typed again from the paper."""
        return self.number == RESOLVER


def to_the_minute(iso: str) -> str:
    """Return an ISO time without its seconds."""
    return iso[:_TO_THE_MINUTE]
