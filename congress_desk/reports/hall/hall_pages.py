"""Everything the hall can be shown of a congress, for files that are taken elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from congress_desk.reports.hall.content import HallContent
from congress_desk.reports.hall.measuring import Measure
from congress_desk.reports.hall.page import HallPage
from congress_desk.reports.hall.page_layout import WIDE, laid_out


@dataclass(frozen=True, slots=True, kw_only=True)
class HallPages:
    """The contents in the order of a congress; `title` is what the file is called inside."""

    title: str
    contents: tuple[HallContent, ...]


def wide_pages(pages: HallPages, measure: Measure, now: datetime) -> tuple[HallPage, ...]:
    """Return every page of every content, 16:9."""
    return tuple(
        page for content in pages.contents for page in laid_out(content, WIDE, measure, now).pages
    )
