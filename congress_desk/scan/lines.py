"""Reads the lines of a page from the ink that was added to it."""

from __future__ import annotations

from congress_desk.domain.elections.scans.reading import PageReading
from congress_desk.scan.boxes import TickedBoxes
from congress_desk.scan.ink import Ink
from congress_desk.scan.printed_page import PrintedPage
from congress_desk.scan.struck import StruckNames


def read_lines(ink: Ink, page: PrintedPage) -> PageReading:
    """Return what stands on each line of a page, with everything that is not clear."""
    return TickedBoxes(ink, page).ticked() if page.is_ticked else StruckNames(ink, page).struck()
