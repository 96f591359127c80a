"""Contents and pages of the hall for tests, measured as PDFs are."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from itertools import combinations

from congress_desk.domain.decisions.decision import DecisionOrgan
from congress_desk.domain.hall.subject import Subject, SubjectKind
from congress_desk.exports.hall.fonts import hall_measure
from congress_desk.reports.hall.content import HallContent, HallLine, Lines
from congress_desk.reports.hall.page import Align, HallPage, TextMark
from congress_desk.reports.hall.page_layout import WIDE, LaidOut, laid_out

ANNULLED = {
    "organ": DecisionOrgan.SUPERIOR,
    "document": "12-QĐ/QU",
    "document_date": "2026-11-30",
    "issued_by": "Ban Thường vụ Quận ủy",
    "first": "Trần A B",
    "second": "Lê C D",
    "reason": "vi phạm nguyên tắc bầu cử",
    "actor": "Thư ký",
}
NOW = datetime(2020, 6, 5, 9, 30)
# Squarest and widest screens, in pixels, from the smallest projector to 4K.
SCREENS = ((1024, 768), (1366, 768), (1280, 800), (1920, 1080), (3840, 2160))


def a_list(names: Iterable[str], *, value: str = "", title: str = "Danh sách") -> HallContent:
    """Return a list with these names."""
    lines = tuple(
        HallLine(lead=str(place), text=name, value=value, share="92,37 %" if value else "")
        for place, name in enumerate(names, start=1)
    )
    return HallContent(
        subject=Subject(kind=SubjectKind.CANDIDATES, record=1),
        title=title,
        parts=(Lines(lines=lines),),
    )


def pages_of(content: HallContent, width: float = WIDE) -> LaidOut:
    """Lay a content out."""
    return laid_out(content, width, hall_measure, NOW)


def said(pages: Iterable[HallPage]) -> str:
    """Return every word of pages, in the order they are drawn."""
    return " ".join(mark.text for page in pages for mark in page.texts)


def span(mark: TextMark) -> tuple[float, float]:
    """Return from where to where a text reaches."""
    width = hall_measure(mark.text, mark.bold) * mark.size
    left = {Align.LEFT: 0.0, Align.CENTRE: width / 2, Align.RIGHT: width}[mark.align]
    return mark.x - left, mark.x - left + width


def faults_of(page: HallPage) -> list[str]:
    """Return what cannot be read on a page: texts beyond its edge, and texts on each other."""
    found = []
    for mark in page.texts:
        left, right = span(mark)
        if left < 0 or right > page.width + 0.5 or mark.y > 1000 or mark.y < mark.size * 0.7:
            found.append(f"beyond the edge: {mark.text}")
    for one, other in combinations(page.texts, 2):
        (left, right), (begin, end) = span(one), span(other)
        apart = right <= begin + 0.5 or end <= left + 0.5
        if not apart and abs(one.y - other.y) < min(one.size, other.size) * 0.8:
            found.append(f"on each other: {one.text} / {other.text}")
    return found
