"""The pages of the hall as files: a PDF, and slides for a projector on another machine."""

from __future__ import annotations

from collections.abc import Iterator

from congress_desk.exports.file_names import file_name
from congress_desk.i18n import tr
from congress_desk.papers.paper import PDF, PPTX, Paper, PaperChoices, PaperKind
from congress_desk.queries.congress import congress
from congress_desk.queries.hall import hall_choices, lasting_contents
from congress_desk.reports.document.head import congress_name, congress_wording
from congress_desk.reports.hall.hall_pages import HallPages
from congress_desk.storage.congress_file import CongressFile

HALL_PAGES = "hall-pages"


def hall_paper() -> Paper:
    """Return the pages of the hall as a paper."""
    return Paper(
        kind=HALL_PAGES,
        title=tr("Pages for the screen of the hall"),
        file_name=file_name("trang-man-chieu", suffix=".pdf"),
        formats=(PDF, PPTX),
    )


def hall_pages(file: CongressFile) -> HallPages:
    """Return everything that the hall can be shown and that lasts."""
    whole = congress(file)
    name = congress_name(whole, congress_wording(whole))
    return HallPages(title=name, contents=lasting_contents(file))


def _papers(file: CongressFile) -> Iterator[Paper]:
    if len(hall_choices(file)) > 1:
        yield hall_paper()


def _says(file: CongressFile, paper: Paper, choices: PaperChoices) -> HallPages:
    return hall_pages(file)


HALL_KINDS = (PaperKind(name=HALL_PAGES, there=_papers, says=_says),)
