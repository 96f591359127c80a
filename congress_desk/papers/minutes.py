"""The papers of the congress itself: its minutes, its resolution, the quick report."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from congress_desk.domain.minutes.paper_part import CongressPaper
from congress_desk.exports.file_names import file_name
from congress_desk.i18n import tr
from congress_desk.papers.paper import Paper, PaperChoices, PaperKind
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
    title: str
    make: Callable[[CongressFacts], Document]


_KINDS = {
    "minutes": _Kind(
        CongressPaper.MINUTES, "bien-ban-dai-hoi", "Minutes of the congress", congress_minutes
    ),
    "resolution": _Kind(
        CongressPaper.RESOLUTION, "nghi-quyet-dai-hoi", "Resolution of the congress", resolution
    ),
    "quick-report": _Kind(
        CongressPaper.QUICK_REPORT,
        "bao-cao-nhanh-ket-qua",
        "Quick report on the results",
        quick_report,
    ),
}
CONGRESS_PAPERS = {kind: made.paper for kind, made in _KINDS.items()}


def kind_of(paper: CongressPaper) -> str:
    """Return the export kind of a paper."""
    return next(kind for kind, made in _KINDS.items() if made.paper is paper)


def _there(kind: str, title: str, file: CongressFile) -> Iterator[Paper]:
    """Yield one of the three papers, a draft at first.

    Of a file that holds nothing but elections none: their own minutes say it all.
    """
    if has_course(file):
        name = file_name(_KINDS[kind].name, suffix=".pdf")
        yield Paper(kind=kind, title=tr(title), file_name=name)


def _says(file: CongressFile, paper: Paper, _: PaperChoices) -> Document:
    made = _KINDS[paper.kind]
    return made.make(congress_facts(file, made.paper))


CONGRESS_KINDS = tuple(
    PaperKind(name=kind, there=partial(_there, kind, made.title), says=_says)
    for kind, made in _KINDS.items()
)
