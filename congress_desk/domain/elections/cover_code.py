"""The code on the cover of a bundle: election, round, bundle and sheets, nothing of a voter."""

from __future__ import annotations

import re
from dataclasses import dataclass

FIRST_KEY = "T"  # what begins no ballot, and what no way of typing Vietnamese changes
_CODE = re.compile(r"[Tt](\d{1,9})-(\d{1,9})-(\d{1,9})-(\d{1,9})")
_BEGUN = re.compile(r"[Tt][\d-]{0,39}")


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverCode:
    """What a cover says; `sheets` is 0 of a bundle whose number of sheets is not known."""

    election: int
    round: int
    bundle: int
    sheets: int

    @property
    def text(self) -> str:
        """Return what is printed, scanned or typed: "T1-2-7-25"."""
        return f"{FIRST_KEY}{self.election}-{self.round}-{self.bundle}-{self.sheets}"


def read_cover_code(text: str) -> CoverCode | None:
    """Return what a scanned or typed code says, None where it is no code of a cover."""
    found = _CODE.fullmatch(text.strip())
    if found is None:
        return None
    election, round_id, bundle, sheets = map(int, found.groups())
    return CoverCode(election=election, round=round_id, bundle=bundle, sheets=sheets)


def begins_cover_code(text: str) -> bool:
    """Say whether a text can become a code of a cover."""
    return _BEGUN.fullmatch(text) is not None
