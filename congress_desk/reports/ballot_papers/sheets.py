"""Ballots as they go to the printer: one paper, drawn once, and how many sheets of it."""

from __future__ import annotations

from dataclasses import dataclass

from congress_desk.reports.ballot_papers.forms import Sheet
from congress_desk.reports.ballot_papers.layout import BallotLayout


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotSheets:
    """A print run: whole sheets alone, so that no page differs from another."""

    title: str
    layout: BallotLayout
    sheet: Sheet
    sheets: int

    @property
    def copies(self) -> int:
        """Return how many ballots come out when the sheets are cut."""
        return self.sheets * self.sheet.on_sheet


def sheets_for(copies: int, on_sheet: int) -> int:
    """Return the sheets that hold at least so many ballots."""
    return max(-(-copies // on_sheet), 1)
