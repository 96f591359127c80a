"""The papers of the congress itself: its minutes, its resolution, the quick report."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from congress_desk.domain.minutes.paper_part import CongressPaper
from congress_desk.exports.file_names import file_name
from congress_desk.i18n import tr
from congress_desk.papers.paper import Paper
from congress_desk.queries.minutes import congress_facts, has_course
from congress_desk.reports.document.document import Document
from congress_desk.reports.minutes.congress_facts import CongressFacts
from congress_desk.reports.minutes.congress_minutes import congress_minutes
from congress_desk.reports.minutes.quick_report import quick_report
from congress_desk.reports.minutes.resolution import resolution
from congress_desk.storage.congress_file import CongressFile


@dataclass(frozen=True, slots=True)
class _Kind:
    paper: CongressPaper
    name: str
    make: Callable[[CongressFacts], Document]


_KINDS = {
    "minutes": _Kind(CongressPaper.MINUTES, "bien-ban-dai-hoi", congress_minutes),
    "resolution": _Kind(CongressPaper.RESOLUTION, "nghi-quyet-dai-hoi", resolution),
    "quick-report": _Kind(CongressPaper.QUICK_REPORT, "bao-cao-nhanh-ket-qua", quick_report),
}
CONGRESS_KINDS = tuple(_KINDS)


def kind_of(paper: CongressPaper) -> str:
    """Return the export kind of a paper."""
    return next(kind for kind, made in _KINDS.items() if made.paper is paper)


def congress_papers(file: CongressFile) -> Iterator[Paper]:
    """Yield the three papers, each as PDF and DOCX, drafts at first.

    Of a file that holds nothing but elections none: their own minutes say it all.
    """
    if not has_course(file):
        return
    for kind, title in zip(_KINDS, _titles(), strict=True):
        name = file_name(_KINDS[kind].name, suffix=".pdf")
        yield Paper(kind=kind, title=title, file_name=name, twice=True)


def congress_content(file: CongressFile, paper: Paper) -> Document:
    """Return what one of the papers says now."""
    made = _KINDS[paper.kind]
    return made.make(congress_facts(file, made.paper))


def _titles() -> tuple[str, ...]:
    return (
        tr("Minutes of the congress"),
        tr("Resolution of the congress"),
        tr("Quick report on the results"),
    )
